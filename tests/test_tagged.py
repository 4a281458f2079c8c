"""The lexer of tagged formats: where values, records and lines without a tag begin and end."""

from __future__ import annotations

import re

import pytest

from litconv.reading.tagged import Block, Grammar, Item, lex

RIS = Grammar(
    field=re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}- ?(?P<value>.*)"),
    begins=frozenset({"TY"}),
    ends=frozenset({"ER"}),
)
INDENTED = Grammar(
    field=re.compile(r"(?P<tag>[A-Z]{2,4}) *- (?P<value>.*)"),
    blank_ends=True,
    goes_on=re.compile(r" {6}(?P<value>.*)"),
    comment=re.compile("#"),
)


def blocks(text: str, grammar: Grammar = INDENTED) -> list[Block]:
    return list(lex(text.split("\n"), grammar))


def values(block: Block) -> list[tuple[str, str]]:
    return [(item.tag, item.value) for item in block.items]


def test_a_value_has_its_tag_and_place() -> None:
    (block,) = blocks("\nTI  - One\nAU  - Two")
    assert block.items == [Item("TI", "One", 2, 7), Item("AU", "Two", 3, 7)]
    assert block.line == 2


def test_an_indented_line_goes_on_with_the_value() -> None:
    (block,) = blocks("TI  - One\n      two\n      three\nAU  - X")
    assert values(block) == [("TI", "One\ntwo\nthree"), ("AU", "X")]


def test_a_line_that_fits_nowhere_is_loose() -> None:
    (block,) = blocks("<script>\nTI  - One\n  odd\nAU  - X")
    assert [(item.value, item.line, item.column) for item in block.loose] == [
        ("<script>", 1, 1),
        ("odd", 3, 3),
    ]
    assert block.line == 2


def test_a_comment_is_no_line() -> None:
    (block,) = blocks("# hello\nTI  - One")
    assert block.loose == []


def test_blank_lines_end_a_record_where_the_format_says_so() -> None:
    first, second = blocks("TI  - One\n\n\nTI  - Two\n")
    assert (values(first), first.closed) == ([("TI", "One")], True)
    assert (values(second), second.line) == ([("TI", "Two")], 4)


def ris(*lines: str) -> str:
    return "\n".join(lines)


def test_an_end_tag_ends_a_record() -> None:
    first, second = blocks(
        ris("TY  - A", "TI  - One", "ER  - ", "", "TY  - B", "TI  - Two", "ER  -"),
        Grammar(field=RIS.field, begins=RIS.begins, ends=RIS.ends),
    )
    assert [tag for tag, _ in values(first)] == ["TY", "TI", "ER"]
    assert first.closed
    assert second.items[0].value == "B"


def test_a_record_without_its_end_ends_where_the_next_begins() -> None:
    first, second = blocks(ris("TY  - A", "TI  - One", "TY  - B", "TI  - Two"), RIS)
    assert (first.closed, second.closed) == (False, False)
    assert first.raw == "TY  - A\nTI  - One\n"


def test_blank_lines_inside_a_value_are_kept_and_behind_it_are_not() -> None:
    (block,) = blocks(ris("TY  - A", "AB  - one", "", "two", "", "TI  - x", "ER  - "), RIS)
    assert values(block)[1:3] == [("AB", "one\n\ntwo"), ("TI", "x")]


@pytest.mark.parametrize("text", ["", "\n\n", "ER  - \nER  - "])
def test_nothing_gives_no_block(text: str) -> None:
    assert blocks(text, RIS) == []


def test_lines_without_any_field_are_one_block_without_items() -> None:
    (block,) = blocks("hello\nthere")
    assert (values(block), [one.value for one in block.loose]) == ([], ["hello", "there"])
