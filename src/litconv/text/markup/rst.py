r"""reStructuredText: `*italics*`, `**bold**`, roles for raised and lowered letters.

Inline markup does not nest there: the innermost mark with a sign is the one that shows. Where the
neighbours do not allow a sign, an escaped blank (`\ `), which shows nothing, parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import Entry, Mark, Rich, Shape, cleaned

_SIGN = re.compile(r"([\\`*_|@])")
_SPECIAL = re.compile(r"([\\`*_|@])|(:)(?=:|$)|(?<=[A-Za-z0-9.+-])(:)(?=\S)")
"""Signs; colons that would start a literal block; those that would make `javascript:x` a link."""
_ENUMERATOR = re.compile(r"(?:[A-Za-z]|[ivxlcdmIVXLCDM]+|\d+)[.)](?:\s|$)")
_SIGNS = {
    Mark.ITALIC: ("*", "*"),
    Mark.BOLD: ("**", "**"),
    Mark.SUP: (":sup:`", "`"),
    Mark.SUB: (":sub:`", "`"),
}
_MAY_FOLLOW = {
    "sign": frozenset(" .,;:!?)]}-/'\""),
    "address": frozenset(" .,;)"),  # other letters would become part of it
}
_BARE_ADDRESS = re.compile(r"[A-Za-z0-9:/.?=#%-]*[A-Za-z0-9/]")
_PART = "\\ "


def to_rst(runs: Rich) -> str:
    """Give one line of reStructuredText that shows the text literally, with marks and links."""
    out = ""
    last = ""
    for text, kind in _pieces(runs):
        if not text:
            continue
        if (kind and out and not out[-1].isspace()) or (last and text[0] not in _MAY_FOLLOW[last]):
            out += _PART
        out += text
        last = kind
    return _start(out.strip())


def _pieces(runs: Rich) -> Iterator[tuple[str, str]]:
    """Yield pieces of the line and what they are: a key of `_MAY_FOLLOW`, "" for plain text."""
    for run in cleaned(runs):
        for piece, address in split_links(run.text):
            if address:
                bare = piece == address and _BARE_ADDRESS.fullmatch(address)
                yield (address, "address") if bare else (_link(piece, address), "sign")
                continue
            core = piece.strip()
            signs = next((_SIGNS[mark] for mark in reversed(run.marks) if mark in _SIGNS), None)
            if signs is None or not core:
                yield _escape(piece), ""
                continue
            yield piece[: len(piece) - len(piece.lstrip())], ""
            yield f"{signs[0]}{_escape(core)}{signs[1]}", "sign"
            yield piece[len(piece.rstrip()) :], ""


def _link(text: str, address: str) -> str:
    shown, target = (_SIGN.sub(r"\\\1", one) for one in (text, address))
    return f"`{shown} <{target}>`__"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1\2\3", text)


def _start(line: str) -> str:
    """Keep the line from being a list item, a field, a comment or a heading."""
    if line and not line.strip("\\"):
        return f"{_PART}{line}"  # nothing but backslashes: would be a line across the page
    if line.startswith(("\\", "*", "`")):
        return line  # our own signs: an escape, emphasis, a link
    if line.startswith(":"):
        return f"{_PART}{line}" if line.startswith((":sup:`", ":sub:`")) else f"\\{line}"
    if line[:1].isalnum() and not _ENUMERATOR.match(line):
        return line
    return f"\\{line}" if line else ""


def rst_list(entries: Iterable[Entry], _shape: Shape) -> Iterator[str]:
    """Yield a paragraph for each entry."""
    between = ""
    for _, runs in entries:
        if runs:
            yield f"{between}{to_rst(runs)}\n"
            between = "\n"
