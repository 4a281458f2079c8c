"""A decoded input: its text, whole or line by line, and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from litconv.model import Span

if TYPE_CHECKING:
    from array import array

_HEAD = 4096


class Source:
    """One decoded input: `name` as the user gave it, its text with plain newlines only.

    `first` is the text, or its beginning where `rest` yields what follows. Each piece but the last
    ends at the end of a line, unless a line is longer than a piece.

    A text of more than one piece is not kept: it can be gone through once, by `stream` or `pieces`,
    and has no `text` and `lines` then.
    """

    def __init__(self, name: str, first: str, rest: Iterable[str] = ()) -> None:
        self.name = name
        self._first = first
        self._rest: Iterator[str] | None = iter(rest)
        self._has_rest = rest != ()

    @cached_property
    def text(self) -> str:
        """The whole text, kept in memory; of no use after `stream` was read."""
        text = self._first
        for piece in self._take_rest():
            text += piece  # in place: joining a list of them would hold everything twice
        return text

    @cached_property
    def _starts(self) -> array[int]:
        """Where lines start: 8 bytes a line, for a list would be as large as most texts."""
        from array import array  # noqa: PLC0415 - a library of its own, and seldom asked for

        starts = array("Q", (0,))
        starts.extend(match.end() for match in re.finditer("\n", self.text))
        return starts

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their newlines; line numbers in spans count from 1."""
        return self.text.split("\n")

    def stream(self) -> Iterator[str]:
        """Yield the lines one by one: what readers use that need no line twice."""
        if not self._has_rest or "text" in self.__dict__:
            return iter(self.lines)
        return chain.from_iterable(self._lines_by_piece())

    def _lines_by_piece(self) -> Iterator[list[str]]:
        unended: list[str] = []
        for piece in self.pieces():
            ended = piece.split("\n")
            start = ended.pop()
            if ended:
                ended[0] = "".join([*unended, ended[0]])
                yield ended
                unended = []
            unended.append(start)
        yield ["".join(unended)]

    def pieces(self) -> Iterator[str]:
        """Yield the text in pieces of about a megabyte: for readers to which a line means nothing.

        A piece ends anywhere where a line is longer, as whole files of JSON and XML can be.
        """
        if not self._has_rest or "text" in self.__dict__:
            yield self.text
        else:
            yield from chain([self._first], self._take_rest())

    @property
    def beginning(self) -> str:
        """The first piece of the text, which is all of it where `is_long` is false."""
        return self._first

    @property
    def is_long(self) -> bool:
        """Whether the text has more than one piece."""
        return self._has_rest

    def _take_rest(self) -> Iterator[str]:
        rest, self._rest = self._rest, None
        if rest is None:
            msg = "a long source can be streamed once; read its `text` instead"
            raise RuntimeError(msg)
        return rest

    def span(self, offset: int) -> Span:
        """Give the place of a character offset in `text`."""
        line = bisect_right(self._starts, offset)
        return Span(self.name, line, offset - self._starts[line - 1] + 1)

    @property
    def head(self) -> str:
        """The first 4 KB from the first sign that is no blank: what `Reader.sniff` looks at."""
        return self._first.lstrip()[:_HEAD]
