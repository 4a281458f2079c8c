"""The items of a JSON source with their places: an array, one object, one a line, or wrapped.

All formats whose records are JSON objects read through `json_items`; what an object means is
their own. Damaged texts are read piece by piece (`json_scan`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.json_array import ArrayText
from litconv.reading.json_scan import (
    TOO_DEEP,
    Piece,
    after_blanks,
    measure,
    parse,
    pieces,
    raw_items,
    repeated_key,
)
from litconv.reading.json_wrapped import start_of_items
from litconv.source import Source
from litconv.text.json_errors import before_error

# Escapes in JSON that stand for control characters or for half a character.
_ESCAPES: Final = re.compile(rb"\\(?:u00[0189]|u007[fF]|[bfr]|u[dD][89a-fA-F])")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LIST_OF_OBJECTS: Final = re.compile(r"\[\s*\{")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_DEEPEST: Final = 100


Item = tuple[dict[str, Any], Span]


def json_items(
    source: Source, diagnostics: Diagnostics, wrappers: Collection[str] = ()
) -> Iterator[Item]:
    """Yield (object, its place) in order; what is no object is reported and set aside.

    `wrappers` are the keys under which an object around the items holds them (`items`).
    """
    if _is_lines(source.beginning):
        yield from _read_lines(source, diagnostics, wrappers)
        return
    if source.is_long:
        text = source.beginning
        start, is_list = start_of_items(text, after_blanks(text, 0), wrappers)
        if is_list:
            yield from _read_array(source, start, diagnostics, wrappers)
            return
    text = ""
    for piece in source.pieces():
        text += piece  # in place; `source.text` would stay
    data = text.encode("utf-8", "replace")
    del text
    raws = raw_items(data, wrappers)
    if raws is None:
        whole = Source(source.name, data.decode())
        del data
        yield from _read_pieces(whole, pieces(whole.text, wrappers), diagnostics)
        return
    place = _Place(source.name, data)
    raws.reverse()
    while raws:  # taken off the list, so that memory shrinks as records are made
        raw = bytes(raws.pop())
        yield from _read_raw(raw, place.next(raw), diagnostics)


def _is_lines(text: str) -> bool:
    """Say whether the first line is an object of its own and others follow."""
    text_start = len(text) - len(text.lstrip())
    if not text.startswith("{", text_start):
        return False
    end = text.find("\n", text_start)
    if end < 0 or not text[end : end + 4096].strip():
        return False
    try:
        return isinstance(parse(text[text_start:end].encode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def _read_lines(
    source: Source, diagnostics: Diagnostics, wrappers: Collection[str]
) -> Iterator[Item]:
    """Read objects of one line each; a line may hold many, as answers of APIs do.

    From a line on that only opens one the text is no longer of this kind: `cat a.jsonl b.json`.
    """
    lines = source.stream()
    around = [f'"{key}"'.encode() for key in wrappers]
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare in ("[", "{"):
            rest = Source(source.name, "\n".join([line, *lines]))
            found = pieces(rest.text, wrappers)
            yield from _read_pieces(rest, found, diagnostics, Span(source.name, number, 1))
        elif bare:
            span = Span(source.name, number, len(line) - len(line.lstrip()) + 1)
            raw = bare.encode("utf-8", "replace")
            inside = None
            if _LIST_OF_OBJECTS.match(bare) or any(key in raw for key in around):
                inside = raw_items(raw, wrappers)
            if inside is None:
                yield from _read_raw(raw, span, diagnostics)
                continue
            place = _Place(source.name, raw)
            for each in map(bytes, inside):
                there = place.next(each)
                there = Span(span.file, span.line, span.column + there.column - 1)
                yield from _read_raw(each, there, diagnostics)


def _read_array(
    source: Source, first: int, diagnostics: Diagnostics, wrappers: Collection[str]
) -> Iterator[Item]:
    """Read a list that is not held whole; from its first fault on, or its end, piece by piece.

    `first` is where its first item starts, behind the list's bracket.
    """
    beginning = source.beginning
    wrapped = beginning.startswith("{", after_blanks(beginning, 0))
    array = ArrayText(source.name, source.pieces(), first)
    for text, span, value in array.items():
        raw = text.encode("utf-8", "replace")
        if value is None:
            yield from _read_raw(raw, span, diagnostics)
        else:
            yield from _item(value, raw, span, diagnostics)
    start, rest = array.span(), Source(source.name, array.rest())
    yield from _read_pieces(
        rest, pieces(rest.text, wrappers, opened=True, wrapped=wrapped), diagnostics, start
    )


class _Place:
    """Finds the line and column of one part of the text after the other."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data
        self._offset = self._end = 0  # of the last part
        self._line = self._column = 1

    def next(self, raw: bytes) -> Span:
        """Give the place of the next part, and go there."""
        start = self._data.find(raw, self._end)
        passed = self._data[self._offset : start]
        if newlines := passed.count(b"\n"):
            self._line += newlines
            self._column = 1
            passed = passed[passed.rfind(b"\n") + 1 :]
        self._column += len(passed.decode())
        self._offset, self._end = start, start + len(raw)
        return Span(self.name, self._line, self._column)


def _read_raw(raw: bytes, span: Span, diagnostics: Diagnostics) -> Iterator[Item]:
    """Yield the record of one item, or report why there is none."""
    try:
        item = parse(raw)
    except (ValueError, RecursionError) as error:
        text = raw.decode()
        found = list(pieces(text))  # lone halves of characters, NaN: less strict may do
        if len(found) == 1 and not found[0].lost:
            yield from _read_piece(found[0], _within(span, text, found[0]), span, diagnostics)
            return
        message = str(error) if isinstance(error, ValueError) else TOO_DEEP
        _reject(text, message, _column(span, raw, message), diagnostics)
        return
    if not isinstance(item, dict):
        _reject(raw.decode(), "an item must be an object", span, diagnostics)
        return
    yield from _item(item, raw, span, diagnostics)


def _column(span: Span, raw: bytes, message: str) -> Span:
    """Give the place of the byte that an error of the parser names."""
    return _moved(span, before_error(raw, message))


def _within(span: Span, text: str, piece: Piece) -> Span:
    return _moved(span, text[: piece.fault_offset])


def _moved(span: Span, before: str) -> Span:
    lines = before.count("\n")
    if not lines:
        return Span(span.file, span.line, span.column + len(before))
    return Span(span.file, span.line + lines, len(before) - before.rfind("\n"))


def _read_pieces(
    source: Source, found: Iterable[Piece], diagnostics: Diagnostics, start: Span | None = None
) -> Iterator[Item]:
    """Read the pieces of a text; `start` is where it starts in the file."""

    def place(offset: int) -> Span:
        span = source.span(offset)
        if start is None:
            return span
        column = span.column + start.column - 1 if span.line == 1 else span.column
        return Span(span.file, span.line + start.line - 1, column)

    for piece in found:
        span = place(piece.offset)
        fault_span = place(piece.fault_offset) if piece.fault_offset else span
        yield from _read_piece(piece, fault_span, span, diagnostics)


def _read_piece(
    piece: Piece, fault_span: Span, span: Span, diagnostics: Diagnostics
) -> Iterator[Item]:
    if piece.lost:
        _reject(piece.raw, piece.fault, fault_span, diagnostics)
        return
    if piece.fault:
        diagnostics.report("value-not-understood", piece.fault, span=fault_span)
    if piece.value is not None:
        yield from _item(piece.value, piece.raw.encode("utf-8", "replace"), span, diagnostics)


def _item(item: dict[str, Any], raw: bytes, span: Span, diagnostics: Diagnostics) -> Iterator[Item]:
    keys, depth = measure(item)
    if depth > _DEEPEST:
        _reject(raw.decode(), TOO_DEEP, span, diagnostics)
        return
    if twice := repeated_key(raw, keys):
        _report_repeated(twice, span, diagnostics)
    if _ESCAPES.search(raw):
        item = _cleaned(item, span, diagnostics)
    yield item, span


def _cleaned(item: dict[str, Any], span: Span, diagnostics: Diagnostics) -> dict[str, Any]:
    """Take control characters and half characters out of all texts, and say so."""
    controls = halves = 0

    def clean(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
        nonlocal controls, halves
        if isinstance(value, str):
            value, removed = _CONTROLS.subn("", value.replace("\r\n", "\n").replace("\r", "\n"))
            value, replaced = _HALVES.subn("\ufffd", value)
            controls, halves = controls + removed, halves + replaced
            return value
        if isinstance(value, dict):
            return {clean(key): clean(one) for key, one in value.items()}
        return [clean(one) for one in value] if isinstance(value, list) else value

    cleaned: dict[str, Any] = clean(item)
    if controls:
        what = f"{controls} control character{'s' * (controls != 1)} removed from this item"
        diagnostics.report("control-character-removed", what, span=span)
    if halves:
        what = f"{halves} half character{'s' * (halves != 1)} of this item replaced by �"
        diagnostics.report("undecodable-bytes", what, span=span)
    return cleaned


def _reject(raw: str, message: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.report("record-invalid", message, span=span)
    diagnostics.reject(raw)


def _report_repeated(key: str, span: Span, diagnostics: Diagnostics) -> None:
    shown = key if len(key) <= _SHOWN else f"{key[:_SHOWN]}…"
    diagnostics.report(
        "value-not-understood",
        f"the key {shown!r} is there twice; its last value counts",
        span=span,
    )


_SHOWN: Final = 40
