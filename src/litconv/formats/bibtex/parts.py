"""A long file in parts of about a megabyte that hold whole blocks, gone through more than once.

An entry may need what stands anywhere behind it: a `@string`, its `crossref`. So a file is looked
through before the first record is made, and a long one is kept in between: in memory as far as it
is not much, else in a temporary file, so that a million entries take no more memory than some
thousands. Blocks never need what stands around them, but for `@comment`, which may hold whole
entries: a part ends where a block begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from litconv.formats.bibtex.scan import last_start
from litconv.model import Span
from litconv.source import Source

IN_MEMORY: Final = 1 << 24
"""Characters that are kept in memory."""


class Part(Source):
    """A text of its own whose places are those in the file: `line` and `column` are its first."""

    def __init__(self, name: str, text: str, line: int = 1, column: int = 1) -> None:
        super().__init__(name, text)
        self.line = line
        self.column = column

    def span(self, offset: int) -> Span:
        """Give the place of a character offset in `text`."""
        place = super().span(offset)
        column = place.column + self.column - 1 if place.line == 1 else place.column
        return Span(self.name, place.line + self.line - 1, column)


class Parts:
    """The parts of one source, in order, as often as they are asked for."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._kept: list[tuple[str | tuple[int, int], int, int]] = []
        self._file: BinaryIO | None = None
        self._in_memory = self._in_file = 0
        line = column = 1
        for text in _cut(source.pieces()) if source.is_long else (source.text,):
            self._kept.append((self._keep(text), line, column))
            line += text.count("\n")
            column = (1 if "\n" in text else column) + len(text) - (text.rfind("\n") + 1)

    def __iter__(self) -> Iterator[Part]:
        """Yield the parts."""
        for kept, line, column in self._kept:
            text = kept if isinstance(kept, str) else self._read(*kept)
            yield Part(self._name, text, line, column)

    def join(self) -> None:
        """Make one part of all, for entries that refer to others."""
        if len(self._kept) > 1:
            self._kept = [("".join(part.text for part in self), 1, 1)]

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()

    def _keep(self, text: str) -> str | tuple[int, int]:
        """Give the text, or where it stands in the file."""
        self._in_memory += len(text)
        if self._in_memory <= IN_MEMORY:
            return text
        import tempfile  # noqa: PLC0415 - slow to import, and not needed for most files

        data = text.encode("utf-8", "surrogatepass")
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - `close` does
            self._file.seek(self._in_file)
            written = self._file.write(data)
        except OSError:  # no place for it
            return text
        if written != len(data):
            return text
        place = (self._in_file, written)
        self._in_file += written
        return place

    def _read(self, start: int, length: int) -> str:
        assert self._file is not None  # noqa: S101 - for the type checker
        self._file.seek(start)
        return self._file.read(length).decode("utf-8", "surrogatepass")


def _cut(pieces: Iterable[str]) -> Iterator[str]:
    """Yield texts that each end where a block begins, and the rest."""
    held, least = "", 0
    for piece in pieces:
        held += piece
        if len(held) < least:
            continue
        end = last_start(held)
        if end:
            yield held[:end]
            held, least = held[end:], 0
        else:
            least = 2 * len(held)  # a block that never ends is not looked at for each piece
    yield held
