"""The items of a long JSON array, one at a time: for texts that are not held whole.

Where the array is damaged, this ends; `json_scan.pieces` reads the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from litconv.model import Span
from litconv.reading.json_scan import after_blanks


class ArrayText:
    """The text of an array, of which only what is being read is held.

    Once `items` has ended, `rest` gives what it did not read, and `span` its places.
    """

    def __init__(self, name: str, pieces: Iterable[str], start: int = 0) -> None:
        """Take the text, and where its first item starts; 0 for behind the first bracket."""
        self._start = start
        self._name = name
        self._pieces = iter(pieces)
        self._words: list[str] = []
        self._decoder = json.JSONDecoder(strict=False, parse_constant=self._words.append)
        self._text = ""
        self._at = 0  # where the last item ended
        self._mark, self._line, self._column = 0, 1, 1  # a place that is known

    def items(self) -> Iterator[tuple[str, Span, dict[str, Any] | None]]:
        """Yield the text, place and value of each object, up to the array's end or the first fault.

        There is no value where the text has words that are not of JSON, `NaN`.
        """
        while (len(self._text) < self._start or "[" not in self._text) and self._read_on():
            pass
        self._at = self._start or self._text.find("[") + 1
        while True:
            start = after_blanks(self._text, self._at)
            value, end = self._parse(start)
            if end:
                self._at = end
                text = self._text[start:end]
                yield text, self._place(start), None if self._words else value
            elif self._text.startswith("]", start) or not self._read_on():
                return

    def rest(self) -> str:
        """Give the text behind the last item."""
        return "".join([self._text[self._at :], *self._pieces])

    def span(self) -> Span:
        """Give the place behind the last item, where the rest starts."""
        return self._place(self._at)

    def _place(self, at: int) -> Span:
        passed = self._text[self._mark : at]
        if newlines := passed.count("\n"):
            self._line += newlines
            self._column = len(passed) - passed.rfind("\n")
        else:
            self._column += len(passed)
        self._mark = at
        return Span(self._name, self._line, self._column)

    def _parse(self, start: int) -> tuple[dict[str, Any] | None, int]:
        """Give the object that starts here, and the place behind it: 0 if there is none, or cut."""
        if not self._text.startswith("{", start):
            return None, 0
        self._words.clear()
        try:
            return self._decoder.raw_decode(self._text, start)
        except (ValueError, RecursionError):
            return None, 0

    def _read_on(self) -> bool:
        """Forget what was read and hold more of the text; say whether there is more.

        An item that is still not all there is at least doubled: time stays linear.
        """
        self._place(self._at)
        found = [self._text[self._at :]]
        new = 0
        for piece in self._pieces:
            found.append(piece)
            new += len(piece)
            if new > len(found[0]):
                break
        self._text = "".join(found)
        self._at = self._mark = 0
        return new > 0
