"""References as Rich Text Format: ASCII, balanced, and literal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, rtf_list, to_rtf
from rich_runs import bare, riches, squeezed

ITALIC = (Mark.ITALIC,)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("A "), Run("b c", ITALIC), Run(", 2.")), r"A {\i b c}, 2."),
        ((Run("{a\\b}"),), r"\{a\\b\}"),
        ((Run("é–题"),), r"\u233?\u8211?\u-26472?"),
        ((Run("\U0001f600"),), r"\u-10179?\u-8704?"),
        ((Run("2", (Mark.ITALIC, Mark.SUP)),), r"{\i\super 2}"),
        ((Run("S", (Mark.SMALL_CAPS,)), Run("u", (Mark.UNDERLINE,))), r"{\scaps S}{\ul u}"),
        (
            (Run("doi:10.1000/b{"),),
            (
                r'doi:{\field{\*\fldinst{HYPERLINK "https://doi.org/10.1000/b%7B"}}'
                r"{\fldrslt{\ul\cf1 10.1000/b\{}}}"
            ),
        ),
    ],
)
def test_rtf(runs: Rich, expected: str) -> None:
    assert to_rtf(runs) == expected


def test_paragraphs_hang_or_have_their_number_in_the_margin() -> None:
    entries = [Entry("k", (Run("[1]\t A"),)), Entry("none", ()), Entry("l", (Run("B"),))]
    numbered = "".join(rtf_list(entries, Shape(margin=True)))
    assert (
        "{\\pard\\fi-720\\li720\\tx720\\sa120 [1]\\tab A\\par}\n{\\pard\\sa120 B\\par}\n}\n"
        in numbered
    )
    assert "{\\pard\\fi-720\\li720\\tx720\\sa120 B\\par}" in "".join(
        rtf_list(entries, Shape(hanging=True))
    )
    assert "{\\pard\\sa120 [1] A\\par}" in "".join(rtf_list(entries, Shape()))


_TOKEN = re.compile(
    r"(?P<skip>\{\\\*\\fldinst\{[^{}]*\}\})|(?P<sign>\\[\\{}])|\\u(?P<code>-?\d+)\?"
    r"|(?P<word>\\[a-z]+-?\d* ?)|(?P<group>[{}])|(?P<text>[^\\{}])"
)


def shown(source: str) -> str:
    """Give the text that a reader of RTF shows: enough of the format for what we write."""
    units, depth, position = bytearray(), 0, 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        assert match, source[position:]
        position = match.end()
        if match["code"]:
            code = int(match["code"])
            assert -0x8000 <= code < 0x8000
            units += (code % 0x10000).to_bytes(2, "little")
        elif match["group"]:
            depth += 1 if match["group"] == "{" else -1
            assert depth >= 0
        elif match["sign"] or match["text"]:
            units += (match["sign"] or match["text"])[-1].encode("utf-16-le")
    assert depth == 0
    return units.decode("utf-16-le")


@given(riches)
def test_rtf_is_ascii_and_balanced_and_shows_the_text(runs: Rich) -> None:
    made = to_rtf(runs)
    assert re.fullmatch(r"[\x20-\x7e]*", made)
    assert squeezed(shown(made)) == bare(runs)
    addresses = re.findall(r'HYPERLINK "([^"]*)"', made)
    assert all(one.lower().startswith(("http://", "https://")) for one in addresses)
