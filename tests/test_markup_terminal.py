"""References for terminals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, clean, terminal_list, to_terminal
from rich_runs import riches

LINK = re.compile(r"\x1b\]8;;(?P<address>[\x21-\x7e]*)\x1b\\")
STYLE = re.compile(r"\x1b\[(?:[134](?:;[134])*|0)m")


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("A "), Run("b", (Mark.ITALIC,))), "A \x1b[3mb\x1b[0m"),
        ((Run("b", (Mark.BOLD, Mark.UNDERLINE)),), "\x1b[1;4mb\x1b[0m"),
        ((Run("x"), Run("-2", (Mark.SUP,)), Run("10", (Mark.SUB,))), "x⁻²₁₀"),
        ((Run("1"), Run("er", (Mark.SUP,))), "1er"),
        (
            (Run("doi:10.1000/题"),),
            "doi:\x1b]8;;https://doi.org/10.1000/%E9%A2%98\x1b\\10.1000/题\x1b]8;;\x1b\\",
        ),
        (
            (Run("https://a.example/\x1b\\b"),),
            "\x1b]8;;https://a.example/%5Cb\x1b\\https://a.example/\\b\x1b]8;;\x1b\\",
        ),
    ],
)
def test_terminal(runs: Rich, expected: str) -> None:
    assert to_terminal(runs) == expected


def test_a_line_for_each_reference() -> None:
    entries = [Entry("a", (Run("One\n"),)), Entry("b", ()), Entry("c", (Run("Two"),))]
    assert "".join(terminal_list(entries, Shape())) == "One \nTwo\n"


@given(riches)
def test_no_sequence_comes_from_the_text(runs: Rich) -> None:
    made = to_terminal(runs)
    addresses = [match["address"] for match in LINK.finditer(made)]
    assert all(one.lower().startswith(("http://", "https://")) for one in addresses[::2])
    assert all(one == "" for one in addresses[1::2])
    rest = STYLE.sub("", LINK.sub("", made))
    assert clean(rest) == rest or "  " in rest
    assert "\x1b" not in rest
