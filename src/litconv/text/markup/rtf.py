r"""Rich Text Format 1.9.1: ASCII only, other letters as `\uN?` (16 bits, signed, `?` stands in).

Word, LibreOffice, TextEdit and Pages open it. Indents are in twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import Entry, Mark, Rich, Run, Shape, cleaned, split_margin

_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0\n"
    "{\\fonttbl{\\f0\\froman Times New Roman;}}\n"
    "{\\colortbl;\\red5\\green99\\blue193;}\n"
    "\\f0\\fs24\n"
)
_INDENT = 720
_AFTER = "\\sa120"
_WORDS = {
    Mark.ITALIC: "\\i",
    Mark.BOLD: "\\b",
    Mark.SUP: "\\super",
    Mark.SUB: "\\sub",
    Mark.SMALL_CAPS: "\\scaps",
    Mark.UNDERLINE: "\\ul",
}
_SPECIAL = re.compile(r"[\\{}]|[^\x20-\x7e]")
_WORD_MAX = 0xFFFF
_SIGNED_MAX = 0x7FFF


def to_rtf(runs: Rich) -> str:
    """Give the runs as a piece of RTF, without header and paragraph."""
    return "".join(_grouped(run) for run in cleaned(runs))


def _grouped(run: Run) -> str:
    text = "".join(_piece(piece, address) for piece, address in split_links(run.text))
    words = "".join(_WORDS[mark] for mark in dict.fromkeys(run.marks))
    return f"{{{words} {text}}}" if words else text


def _piece(text: str, address: str) -> str:
    shown = _SPECIAL.sub(_escaped, text)
    if not address:
        return shown
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{address}"}}}}{{\\fldrslt{{\\ul\\cf1 {shown}}}}}}}'


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\\{}":
        return f"\\{char}"
    code = ord(char)
    if code <= _WORD_MAX:
        return _word(code)
    code -= _WORD_MAX + 1
    return _word(0xD800 + (code >> 10)) + _word(0xDC00 + (code & 0x3FF))


def _word(code: int) -> str:
    return f"\\u{code - _WORD_MAX - 1 if code > _SIGNED_MAX else code}?"


def rtf_list(entries: Iterable[Entry], shape: Shape) -> Iterator[str]:
    """Yield a document with a paragraph for each entry, indented as the style wants."""
    yield _HEAD
    for _, runs in entries:
        if runs:
            margin, rest = split_margin(runs) if shape.margin else ((), runs)
            hangs = shape.hanging or margin
            indent = f"\\fi-{_INDENT}\\li{_INDENT}\\tx{_INDENT}" if hangs else ""
            number = f"{to_rtf(margin)}\\tab " if margin else ""
            yield f"{{\\pard{indent}{_AFTER} {number}{to_rtf(rest)}\\par}}\n"
    yield "}\n"
