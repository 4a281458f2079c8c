"""Formatted text as runs, and what can be made of them: text, HTML, Markdown, terminal.

A run is a piece of text with the marks in force, outermost first. Text comes from files of any
origin, so every writer here escapes it, and control characters (terminal escape sequences) are
taken out of all of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
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

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]{2,}|[\t\r\n\x0b\x0c\x85\u2028\u2029]")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_AFTER_LINK = ".,;:!?)]}’”'"


def clean(text: str) -> str:
    """Give the text on one line and without control characters and direction overrides."""
    return _CONTROL.sub("", _BREAK.sub(" ", text))


def to_text(runs: Rich) -> str:
    """Give the bare text of the runs, on one line."""
    return clean("".join(run.text for run in runs))


def to_html(runs: Rich, *, links: bool = False) -> str:
    """Give HTML: text escaped, marks as elements, web addresses as links if asked for."""
    out: list[str] = []
    open_marks: tuple[Mark, ...] = ()
    for run in runs:
        shared = _shared(open_marks, run.marks)
        out.extend(f"</{mark}>" for mark in reversed(open_marks[shared:]))
        out.extend(_open_html(mark) for mark in run.marks[shared:])
        open_marks = run.marks
        out.extend(_linked(clean(run.text)) if links else [html.escape(clean(run.text))])
    out.extend(f"</{mark}>" for mark in reversed(open_marks))
    return "".join(out)


def _shared(left: tuple[Mark, ...], right: tuple[Mark, ...]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _open_html(mark: Mark) -> str:
    if mark is Mark.SMALL_CAPS:
        return '<span style="font-variant:small-caps;">'
    return f"<{mark}>"


def _linked(text: str) -> Iterator[str]:
    for piece, address in split_links(text):
        shown = html.escape(piece)
        yield f'<a href="{html.escape(address)}">{shown}</a>' if address else shown


def split_links(text: str) -> Iterator[tuple[str, str]]:
    """Yield (piece, address): pieces of text, and the web address of those that are one."""
    position = 0
    for match in _LINK.finditer(text):
        address = match[0]
        while address[-1] in _AFTER_LINK and not (
            address[-1] == ")" and address.count("(") >= address.count(")")
        ):
            address = address[:-1]
        if match.start() > position:
            yield text[position : match.start()], ""
        yield address, address
        position = match.start() + len(address)
    if position < len(text):
        yield text[position:], ""


_MD_SPECIAL = re.compile(r"([\\`*_\[\]<>~^#|&$])")
_MD_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=\s|$)")
_MD = {
    Mark.ITALIC: ("*", "*"),
    Mark.BOLD: ("**", "**"),
    Mark.SUP: ("<sup>", "</sup>"),
    Mark.SUB: ("<sub>", "</sub>"),
    Mark.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    Mark.UNDERLINE: ("<u>", "</u>"),
}


def to_markdown(runs: Rich) -> str:
    """Give CommonMark: emphasis as stars, web addresses as autolinks, the rest escaped."""
    out: list[str] = []
    for run in runs:
        text = clean(run.text)
        core = text.strip(" ")
        if not core:
            out.append(text)
            continue
        lead = text[: len(text) - len(text.lstrip(" "))]
        trail = text[len(text.rstrip(" ")) :]
        on = "".join(_MD[mark][0] for mark in run.marks)
        off = "".join(_MD[mark][1] for mark in reversed(run.marks))
        out.append(f"{lead}{on}{_markdown(core)}{off}{trail}")
    return _MD_LINE_START.sub(_escape_start, "".join(out))


def _markdown(text: str) -> str:
    return "".join(
        f"<{address}>" if address else _MD_SPECIAL.sub(r"\\\1", piece)
        for piece, address in split_links(text)
    )


def _escape_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


_SGR = {Mark.ITALIC: "3", Mark.BOLD: "1", Mark.UNDERLINE: "4"}


def to_terminal(runs: Rich) -> str:
    """Give text with SGR sequences for italics, bold and underline; others are left out."""
    return "".join(_terminal(runs))


def _terminal(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        codes = ";".join(_SGR[mark] for mark in run.marks if mark in _SGR)
        text = clean(run.text)
        yield f"\x1b[{codes}m{text}\x1b[0m" if codes else text
