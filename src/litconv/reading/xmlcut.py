"""The text of an XML file cut into that of its records, at the tags of the record element.

It needs no well-formed file: what lies between two records, a head, a damaged end, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from litconv.diagnostics import Diagnostics
from litconv.model import Span

_CHUNK: Final = 1 << 16
_LOOSE_KEPT: Final = 1 << 20
_CLOSING: Final = {"<!--": "-->", "<![CDATA[": "]]>"}


class Fragment(NamedTuple):
    """The text of one record element and the place it starts at; not `whole` if an end lacks."""

    text: str
    line: int
    column: int
    whole: bool


def place_in(file: str, fragment: Fragment, at: int) -> Span:
    """Give the place of a character of a fragment."""
    lines = fragment.text.count("\n", 0, at)
    column = at - fragment.text.rfind("\n", 0, at)
    return Span(file, fragment.line + lines, column if lines else fragment.column + column - 1)


class Splitter:
    """Cuts a text at the tags of the record elements; its work is linear in the text."""

    def __init__(self, names: Collection[str], file: str, diagnostics: Diagnostics) -> None:
        either = "|".join(re.escape(name) for name in names)
        self._token = re.compile(
            r"<!--|<!\[CDATA\[|<!ENTITY\s"
            rf"|<(?P<end>/?)(?:[\w.-]+:)?(?:{either})(?=[\s/>])[^<>]*>"
        )
        self._file = file
        self._diagnostics = diagnostics
        self._text = ""
        self._at = 0  # where the search goes on
        self._open = -1  # where the open record starts
        self._done = 0  # where the last record ended
        self._mark, self._line, self._column = 0, 1, 1  # a place that is known
        self._warned = False
        self._never: set[str] = set()  # what closes nothing any more

    def split(self, pieces: Iterable[str]) -> Iterator[Fragment]:
        """Yield the text of each record, damaged ones too; the text's pieces may end anywhere."""
        rest = iter(pieces)
        last = False
        while not last:
            chunk, last = _next_chunk(rest, max(_CHUNK, len(self._text)))
            self._text += chunk
            while match := self._token.search(self._text, self._at):
                if match[0] in _CLOSING:
                    if not self._pass(match, last=last):
                        break
                elif (fragment := self._tag(match)) is not None:
                    yield fragment
            else:
                self._at = max(self._at, self._safe())
            self._cut()
        if self._open >= 0:
            yield self._fragment(self._open, len(self._text), whole=False)

    def _tag(self, match: re.Match[str]) -> Fragment | None:
        """Take a tag; give the record that it ends."""
        self._at = match.end()
        if match[0].startswith("<!ENTITY"):
            self._warn(match.start())
        elif match[0].endswith("/>"):
            pass  # a record of nothing
        elif not match["end"]:
            begun, self._open = self._open, match.start()
            if begun >= 0:
                return self._fragment(begun, match.start(), whole=False)
        else:
            begun, self._open = self._open, -1
            start, self._done = self._done, match.end()
            if begun >= 0:
                return self._fragment(begun, match.end(), whole=True)
            return self._fragment(start, match.end(), whole=False)
        return None

    def _pass(self, match: re.Match[str], *, last: bool) -> bool:
        """Pass over a comment or CDATA section; say no if its end has to be waited for."""
        closing = _CLOSING[match[0]]
        end = -1 if closing in self._never else self._text.find(closing, match.end())
        if end < 0 and not last:
            self._at = match.start()
            return False
        if end < 0:
            self._never.add(closing)
        self._at = end + len(closing) if end >= 0 else match.end()  # never closed: no comment
        return True

    def _safe(self) -> int:
        """Give the place up to which nothing has to be searched again: before an open tag."""
        start = self._text.rfind("<", max(self._at, len(self._text) - _CHUNK))
        opened = start >= 0 and self._text.find(">", start) < 0
        return start if opened else len(self._text)

    def _cut(self) -> None:
        """Forget what lies before the open record; some of what belongs to none is kept."""
        start = self._open if self._open >= 0 else self._done
        if self._open < 0 and self._at - start > _LOOSE_KEPT:
            start = self._at
        if not start:
            return
        self._go(start)
        self._text = self._text[start:]
        self._at -= start
        self._open = 0 if self._open >= 0 else -1
        self._done = self._mark = 0

    def _go(self, place: int) -> None:
        """Move the known place forward."""
        if place <= self._mark:
            return
        lines = self._text.count("\n", self._mark, place)
        if lines:
            self._line += lines
            self._column = place - self._text.rfind("\n", self._mark, place)
        else:
            self._column += place - self._mark
        self._mark = place

    def _fragment(self, start: int, end: int, *, whole: bool) -> Fragment:
        text = self._text[start:end]
        bare = text.lstrip()
        self._go(start + len(text) - len(bare))
        return Fragment(bare, self._line, self._column, whole)

    def _warn(self, place: int) -> None:
        if self._warned or self._open >= 0:
            return
        self._warned = True
        self._go(max(place, self._mark))
        self._diagnostics.report(
            "entities-ignored",
            "the file declares entities of its own; none of them is used",
            span=Span(self._file, self._line, self._column),
        )


def _next_chunk(pieces: Iterator[str], size: int) -> tuple[str, bool]:
    """Join pieces up to about `size` characters; say whether they were the last."""
    found: list[str] = []
    length = 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length >= size:
            return "".join(found), False
    return "".join(found), True
