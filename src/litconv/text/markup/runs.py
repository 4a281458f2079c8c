"""What the markups are made from: runs of text with marks, entries of a list, its shape.

A run is a piece of text with the marks in force, outermost first. In styles that set a number in
the margin (`[1]`) a tab in the runs divides it from the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """A property of letters; the value is the HTML element that shows it."""

    ITALIC = "i"
    BOLD = "b"
    SUP = "sup"
    SUB = "sub"
    SMALL_CAPS = "span"
    UNDERLINE = "u"


class Run(NamedTuple):
    """A piece of text whose letters share the same marks."""

    text: str
    marks: tuple[Mark, ...] = ()


Rich = tuple[Run, ...]


class Entry(NamedTuple):
    """A reference in a list: the key of its record, and the text."""

    name: str
    runs: Rich


class Shape(NamedTuple):
    """How a style sets its list: lines after the first indented, numbers in the margin."""

    hanging: bool = False
    margin: bool = False


_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_BREAK = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]{2,}|[\t\r\n\x0b\x0c\x85\u2028\u2029]")
_HALF = re.compile(r"[\ud800-\udfff]")  # of a surrogate pair: no letter, and no encoding has it


def clean(text: str) -> str:
    """Give the text on one line, without control characters and direction overrides."""
    text = _CONTROL.sub("", _BREAK.sub(" ", text))
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def cleaned(runs: Rich) -> Rich:
    """Give the runs with clean text, without empty ones."""
    return tuple(Run(text, run.marks) for run in runs if (text := clean(run.text)))


def split_margin(runs: Rich) -> tuple[Rich, Rich]:
    """Give what stands in the margin, and the rest; without a tab the margin is empty."""
    for index, run in enumerate(runs):
        before, tab, after = run.text.partition("\t")
        if tab:
            margin = (*runs[:index], Run(before, run.marks))
            return margin, (Run(after.lstrip(" "), run.marks), *runs[index + 1 :])
    return (), runs


class Token(NamedTuple):
    """A step through runs: a mark opens or closes, or there is text (then `mark` is None)."""

    text: str
    mark: Mark | None = None
    opens: bool = False


def tokens(runs: Rich) -> Iterator[Token]:
    """Yield opening marks, text and closing marks, properly nested."""
    now: tuple[Mark, ...] = ()
    for run in runs:
        shared = _shared(now, run.marks)
        yield from (Token("", mark) for mark in reversed(now[shared:]))
        yield from (Token("", mark, opens=True) for mark in run.marks[shared:])
        now = run.marks
        yield Token(run.text)
    yield from (Token("", mark) for mark in reversed(now))


def _shared(left: tuple[Mark, ...], right: tuple[Mark, ...]) -> int:
    """Count the marks at the start that both have."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one is not other:
            break
        count += 1
    return count
