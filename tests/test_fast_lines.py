"""Lines that are usual are taken many at once: what comes of them is what comes one by one."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.formats.ris.reader import GRAMMAR
from litconv.reading import tagged
from litconv.reading.tagged import Grammar, Item, lex

# Whole records and what breaks them: no begin, no end, two ends, blank lines, loose text, tags
# with blanks before them or none behind, the end of a page that was saved.
LINES = st.sampled_from(
    (
        *("TY  - JOUR", "TY  - BOOK", "TY  -", " TY - JOUR", "1. TY  - JOUR", "2."),
        *("ER  - ", "ER  -", "ER  - x", "ER  - </pre>", "  ER  - ", "ER"),
        *("AU  - Alder, A.", "AU  -", "AU - Birch, B.", " AU  - Cedar, C.", " AU  -x", " AU  -"),
        *("PMID - 12", "PMID -12", "PMID- 12", "AB  - a</body></html>", "TI  - </pre>", "</pre>"),
        *(
            "KW  -a",
            "KW   -a",
            "KW --a",
            "KW -  a",
            "SP-7",
            "SP  -7",
            "CA-125 was low",
            "AU-A. Fir",
        ),
        *("ty  - jour", "au  - Fir, F.", "er  - ", "T2 -", "TI  - A - B", "AU-Fir"),
        *("", "", "   ", "\t", "goes on", "# comment", "<pre>", "SP  - 1", "SP  - "),
    )
)
RECORD = ("TY  - JOUR", "TI  - A", "ER  - ", "")
NASTY = st.lists(LINES | st.sampled_from(RECORD), max_size=14)
GRAMMARS = st.sampled_from(
    (
        GRAMMAR,
        msgspec.structs.replace(GRAMMAR, blank_ends=True),
        msgspec.structs.replace(GRAMMAR, goes_on=re.compile(r"\s{2,}(?P<value>.*)")),
        msgspec.structs.replace(GRAMMAR, comment=re.compile("#")),
    )
)


def _quick_way(lines: list[str], grammar: Grammar) -> list[tagged.Block]:
    """Give the blocks; those that say that all their lines are usual have no others."""
    found = list(lex(lines, grammar))
    for block in found:
        if block.usual:
            assert block.closed
            assert not block.loose
            assert {item.column for item in block.items} == {grammar.width + 1}
            assert [line[grammar.width :] for line in block.lines] == [
                item.value for item in block.items
            ]
    return [msgspec.structs.replace(block, usual=False) for block in found]


def _long_way(lines: list[str], grammar: Grammar) -> list[tagged.Block]:
    return list(lex(lines, msgspec.structs.replace(grammar, width=0)))


@given(NASTY, GRAMMARS, st.integers(1, 6))
def test_lines_at_once_are_taken_as_one_by_one(
    lines: list[str], grammar: Grammar, at_once: int
) -> None:
    """Wherever the lines are parted, within records, before blanks, between begin and end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagged, "_LINES_AT_ONCE", at_once)
        assert _quick_way(lines, grammar) == _long_way(lines, grammar)


@given(NASTY, NASTY)
def test_lines_taken_all_at_once_are_taken_as_one_by_one(
    lines: list[str], others: list[str]
) -> None:
    lines = [*lines, *RECORD, *others]
    assert _quick_way(lines, GRAMMAR) == _long_way(lines, GRAMMAR)


@pytest.mark.parametrize("before", range(1018, 1026))
@pytest.mark.parametrize("filling", ["", "KW  - a"])
def test_records_over_the_end_of_a_thousand_lines(before: int, filling: str) -> None:
    lines = [*[filling] * before, *RECORD, *RECORD, "loose", *RECORD]
    blocks = _quick_way(lines, GRAMMAR)
    assert blocks == _long_way(lines, GRAMMAR)
    *_, whole, last = blocks
    assert (whole.line, last.line) == (before + 5, before + 10)
    assert [item.tag for item in whole.items] == ["TY", "TI", "ER"]
    assert [one.value for one in last.loose] == ["loose"]


def test_blocks_of_usual_lines() -> None:
    blocks = list(lex(["", *RECORD, *RECORD, "TI  - B", "ER  - "], GRAMMAR))
    assert [(one.line, len(one.items), one.closed) for one in blocks] == [
        (2, 3, True),
        (6, 3, True),
        (10, 2, True),
    ]
    assert all(one.usual for one in blocks)
    assert blocks[0].raw == "TY  - JOUR\nTI  - A\nER  - \n"
    assert blocks[2].items[0] == Item("TI", "B", 10, 7)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        (" AU  - Alder, A.", [Item("AU", "Alder, A.", 2, 8)]),  # copied with its indent
        ("PMID - 12", [Item("PMID", "12", 2, 8)]),
        ("PMID -12", []),  # no tag without a blank behind it
        (" AU  -x", []),
    ],
)
def test_tags_that_stand_a_sign_further_right(line: str, items: list[Item]) -> None:
    (block,) = lex(["TY  - JOUR", line, "ER  - "], GRAMMAR)
    assert block.items[1:-1] == items
