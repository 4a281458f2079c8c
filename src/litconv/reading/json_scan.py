"""The items of a JSON text: whole texts at once, damaged ones piece by piece."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, Final, NamedTuple

import msgspec

from litconv.reading.json_wrapped import end_of_wrapping, start_of_items

_BLANKS: Final = re.compile(r"[\s,]*")
_KEY: Final = re.compile(rb'"\s*:')
_OBJECT: Final = re.compile(r'\{\s*"')
_STRING_OR_BRACKET: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_NUMBER_WORDS: Final = re.compile(r"-?Infinity|NaN")
_MOST_FAILURES: Final = 5_000  # in one search for the next item: a bomb, not a bibliography
_NESTS: Final = (dict, list)
_NAMES: Final = frozenset(("id", "title", "DOI"))  # a work has one of them
TOO_DEEP: Final = "nested too deeply"


class Piece(NamedTuple):
    """A part of the text: an item, or what is no item and why, with the offset to point at.

    `raw` is the text of the part, `value` the parsed object or None, `fault` what is wrong with
    it; an item may have a value and a fault (`NaN`, a key twice), told by `lost` being False.
    """

    raw: str
    offset: int
    value: dict[str, Any] | None = None
    fault: str = ""
    fault_offset: int = 0
    lost: bool = False


_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])
_OBJECT_OF_RAW: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_VALUE: Final = msgspec.json.Decoder()


def raw_items(data: bytes, wrappers: Collection[str]) -> list[msgspec.Raw] | None:
    """Give the items of valid JSON, unparsed; None when it is not valid or no list or object.

    `wrappers` are the keys under which an object of the format holds its items, or an object that
    does. (The fast way: the parts are views of `data`, and are parsed one at a time.)
    """
    try:
        if data.lstrip()[:1] == b"[":
            return _LIST.decode(data)
        found = _OBJECT_OF_RAW.decode(data)
    except (ValueError, RecursionError):
        return None
    if "type" not in found:
        for key in wrappers:
            if key in found and (inner := bytes(found[key])).lstrip()[:1] in (b"[", b"{"):
                return raw_items(inner, wrappers)
    return [msgspec.Raw(data.strip())]


def parse(raw: bytes) -> Any:  # noqa: ANN401 (any JSON value)
    """Parse one value. Raises ValueError or RecursionError."""
    return _VALUE.decode(raw)


def measure(value: object) -> tuple[int, int]:
    """Give the number of keys in all objects of a value, and how deep it is nested."""
    keys = depth = 0
    level = [value]
    while level:
        depth += 1
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                keys += len(one)
                inner += [each for each in one.values() if type(each) in _NESTS]
            elif isinstance(one, list):
                inner += [each for each in one if type(each) in _NESTS]
        level = inner
    return keys, depth


def repeated_key(raw: bytes, keys: int) -> str:
    """Give the first key that an object of `raw` has twice, or "".

    `keys` is the number of keys that were parsed, where the last of two counts: it tells nearly
    always that there is nothing to look for.
    """
    if len(_KEY.findall(raw)) == keys:
        return ""
    twice: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                twice.append(key)
            seen.add(key)
        return dict(pairs)

    json.JSONDecoder(object_pairs_hook=look, strict=False).decode(raw.decode())
    return twice[0] if twice else ""


def pieces(
    text: str, wrappers: Collection[str] = (), *, opened: bool = False, wrapped: bool = False
) -> Iterator[Piece]:
    """Yield the parts of a damaged text: objects one after the other, in a list or not.

    With `opened` the text starts inside a list, which with `wrapped` stands in an object.

    After an object that cannot be parsed, reading goes on at the next one that looks like an
    item: inside the damaged one there may be others, where a bracket was not closed.
    """
    scanner = _Scanner(text)
    at = 0
    while (at := after_blanks(text, at)) < len(text):
        if not opened:  # a list or an object around the items begins here, or an item
            start = at
            at, opened = start_of_items(text, start, wrappers)
            wrapped = at > start and text[start] == "{"
            at = after_blanks(text, at)
        if opened and text.startswith("]", at):
            at = end_of_wrapping(text, at + 1) if wrapped else _after_list(text, at)
            opened = False
            continue
        if at < len(text):
            piece = scanner.piece(at)
            yield piece
            at += len(piece.raw)
        if wrapped and not opened:  # the one item
            at = end_of_wrapping(text, at)
    if opened:
        end = len(text.rstrip())
        yield Piece("", end, fault="the list is not closed; the input may be cut off")


def after_blanks(text: str, at: int) -> int:
    """Give the place of the first sign from `at` on that is no blank and no comma."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _after_list(text: str, at: int) -> int:
    """Give where to go on after a list: what closes the object around it is no fault."""
    rest = after_blanks(text, at + 1)
    return len(text) if text[rest:].strip() in ("", "}") else rest


class _Scanner:
    """Parses a text from any place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: list[str] = []
        self._closes = True
        self._decoder = json.JSONDecoder(strict=False, parse_constant=self._words.append)

    def piece(self, at: int) -> Piece:
        """Give the part that starts at `at`."""
        try:
            value, end = self._parse(at)
        except json.JSONDecodeError as error:
            fault, fault_at = f"no valid JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.pos
        except (ValueError, RecursionError) as error:  # deep nests; numbers of 5,000 digits
            fault, fault_at = TOO_DEEP if isinstance(error, RecursionError) else str(error), at
        else:
            raw = self.text[at:end]
            if not isinstance(value, dict):
                return Piece(raw, at, fault="an item must be an object", fault_offset=at, lost=True)
            if self._words:
                word = _NUMBER_WORDS.search(self.text, at)
                offset = word.start() if word else at
                what = "NaN or Infinity is no value in JSON and is left out"
                return Piece(raw, at, value, what, offset)
            return Piece(raw, at, value)
        end = (self._closed(at) if fault == TOO_DEEP else 0) or self._next_item(at + 1)
        return Piece(self.text[at:end], at, fault=fault, fault_offset=fault_at, lost=True)

    def _parse(self, at: int) -> tuple[Any, int]:
        self._words.clear()
        return self._decoder.raw_decode(self.text, at)

    def _closed(self, at: int) -> int:
        """Give where the object that starts at `at` is closed; 0, once and for all, if nowhere."""
        depth = 0
        for match in _STRING_OR_BRACKET.finditer(self.text, at) if self._closes else ():
            sign = match[0]
            if sign in "[{":
                depth += 1
            elif sign in "]}":
                depth -= 1
                if depth == 0:
                    return match.end()
        self._closes = False
        return 0

    def _next_item(self, at: int) -> int:
        """Give the place of the next object that parses and looks like an item, or the end."""
        failures = 0
        while (match := _OBJECT.search(self.text, at)) and failures < _MOST_FAILURES:
            at = match.start()
            try:
                value, end = self._parse(at)
            except (ValueError, RecursionError):
                failures += 1
                at += 1
                continue
            if "type" in value and not _NAMES.isdisjoint(value):
                return at
            at = end
        return len(self.text)
