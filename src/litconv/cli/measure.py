"""How far a run has come: by the records that were handed to the writer, not by what was read.

Most inputs are read a megabyte ahead, and some whole, long before their records are written. So a
record's line in its file tells how far the work is; the lines of the files are counted once
somebody wants to know. Where lines tell nothing (standard input, compressed files, one long line of
JSON) it is the bytes that were read; once all were, only the number of records tells something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from litconv.files import STDIN, Input
from litconv.files.inputs import COMPRESSED, readable
from litconv.model import Record

_FEWEST_LINES: Final = 20
_CHUNK: Final = 1 << 20


class State(NamedTuple):
    """What a bar shows: words, and a share of a total, which is None where nobody knows it."""

    words: str
    done: float
    total: int | None


class _File(NamedTuple):
    """The bytes of all inputs before a file, its own, and how many lines it has."""

    before: int
    size: int
    lines: int


class Measure:
    """Follows the inputs and the records of a run; asking for its `state` costs, following little.

    `names` are the inputs; their sizes give the total.
    """

    def __init__(self, names: list[str]) -> None:
        self._names = names
        self._total = sum(map(_size, names))
        self._done = 0
        self._position: Callable[[], int] = _nowhere
        self._files: dict[str, _File] = {}
        self._last: Record | None = None
        self._all_came = False
        self._before = 0
        self.records = 0
        self.written: Callable[[], int] = _nowhere
        """Gives the number of texts that were written until now."""

    def inputs(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Pass the inputs on; one is read when the next is asked for."""
        for one in inputs:
            base, self._position = self._done, one.position
            yield one
            self._done = max(self._done, base + one.position())
            self._position = _nowhere

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass the records on to what writes them."""
        for record in records:
            self.records += 1
            self._last = record
            yield record
        self._before = self.written()
        self._all_came = True

    def count_lines(self) -> None:
        """Count the lines of the files, as far as those can be counted."""
        before = 0
        for name in self._names:
            size = _size(name)
            self._files[readable(name)] = _File(before, size, _lines(name))
            before += size

    def state(self) -> State:
        """Say how far the work is."""
        if self._all_came:  # a list that is sorted is written when its last record is there
            written = self.written() - self._before
            return State(f"writing {self._count()}", written, self.records if written else None)
        if not self.records:
            read = self._done + self._position()
            return State("reading", read, self._total if read < self._total else None)
        done = self._by_lines()
        if done is None:
            done = self._done + self._position()
            return State(self._count(), done, self._total if done < self._total else None)
        return State(self._count(), done, self._total)

    def _count(self) -> str:
        return f"{self.records} record{'s' * (self.records != 1)}"

    def _by_lines(self) -> float | None:
        span = self._last.span if self._last else None
        file = self._files.get(span.file) if span else None
        if span is None or file is None or file.lines < _FEWEST_LINES:
            return None
        return file.before + file.size * min(1.0, span.line / file.lines)


def _nowhere() -> int:
    return 0


def _size(name: str) -> int:
    try:
        return 0 if name == STDIN else Path(name).stat().st_size
    except (OSError, ValueError):
        return 0


def _lines(name: str) -> int:
    """Give the number of lines; 0 where it is not known."""
    if name == STDIN or Path(name).suffix.lower() in {*COMPRESSED, ".zip"}:
        return 0
    try:
        if not Path(name).is_file():  # a pipe would lose what is read from it
            return 0
        with Path(name).open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
    except (OSError, ValueError):
        return 0
