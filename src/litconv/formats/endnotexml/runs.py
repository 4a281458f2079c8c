"""EndNote XML: the `<style>` runs of a value ↔ the HTML of CSL (`<i> <b> <sup> <sub>`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape  # that of xml.sax imports ssl and http
from typing import TYPE_CHECKING, Final

from litconv.formats.endnotexml.tables import FACES
from litconv.reading.xml import text_of
from litconv.text.oneline import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAK: Final = "&#xD;"
_RUN: Final = '<style face="{}" font="default" size="100%">{}</style>'
_TAGS: Final = re.compile(r"<(/?)(i|b|sup|sub)>")
_FACE_OF: Final = {tag: face for face, tag in FACES.items()}


def rich_text(element: Element) -> str:
    """Give the text of a title with its italics, bold, raised and lowered runs as HTML."""
    if not len(element) or (len(element) == 1 and element[0].get("face") in {"normal", None}):
        return text_of(element)
    parts = [] if (element.text or "").isspace() else [element.text or ""]
    for run in element:
        text = "".join(run.itertext()).replace("\r", " ")
        faces = (run.get("face") or run.tag).split()
        tags = [FACES.get(face, face if face in _FACE_OF else "") for face in faces]
        tags = [tag for tag in tags if tag]
        bare = text.strip()
        if tags and bare:
            before, _, after = text.partition(bare)
            opening = "".join(f"<{tag}>" for tag in tags)
            closing = "".join(f"</{tag}>" for tag in reversed(tags))
            text = f"{before}{opening}{bare}{closing}{after}"
        parts.append(text)
        if run.tail and not run.tail.isspace():
            parts.append(run.tail)
    return "".join(parts).strip()


def runs(text: str) -> str:
    """Give a title as `<style>` runs; HTML that does not nest is text."""
    plain = _clean(text)
    pieces = _balanced(plain) if "<" in plain else None
    if pieces is None:
        return _RUN.format("normal", escape(plain, quote=False))
    return "".join(_RUN.format(face, escape(piece, quote=False)) for face, piece in pieces)


def run(lines: Iterable[str]) -> str:
    """Give a value of one or more lines as one run; "" if it says nothing."""
    text = _BREAK.join(escape(clean, quote=False) for line in lines if (clean := _clean(line)))
    return _RUN.format("normal", text) if text else ""


def _clean(text: str) -> str:
    """Give one line without the two characters that XML forbids beside the controls."""
    return one_line(text).replace("\ufffe", "").replace("\uffff", "")


def _balanced(text: str) -> list[tuple[str, str]] | None:
    """Cut a text at its HTML: (face, text) for each run; None if tags do not nest."""
    found: list[tuple[str, str]] = []
    opened: list[str] = []
    at = 0
    for match in _TAGS.finditer(text):
        _add(found, opened, text[at : match.start()])
        at = match.end()
        if not match[1]:
            opened.append(match[2])
        elif not opened or opened.pop() != match[2]:
            return None
    _add(found, opened, text[at:])
    return found if not opened and any(face != "normal" for face, _ in found) else None


def _add(found: list[tuple[str, str]], opened: list[str], text: str) -> None:
    if text:
        found.append((" ".join(_FACE_OF[tag] for tag in opened) or "normal", text))
