"""Streams of bytes whose failures are one kind of error, and which cannot grow without end."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

from litconv.diagnostics import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES: Final = 2 << 30
"""What one compressed file may become, 2 GiB; a bibliography of a million records is half of it."""
MOST_TIMES: Final = 100
"""How many times its size a compressed file may become; a bibliography becomes 5 to 20 times."""
ALWAYS_ALLOWED: Final = 32 << 20
"""Up to here, 32 MiB, the size of the file does not matter."""


class BrokenInputError(InputError):
    """An input that failed while it was read; what was read before counts."""


class Budget:
    """What is left of the limits of one compressed file, for all that is in it."""

    def __init__(self, position: Callable[[], int]) -> None:
        """Take what gives the number of compressed bytes that were read until now."""
        self._position = position
        self._spent = 0

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises BrokenInputError beyond the limits."""
        self._spent += count
        allowed = max(ALWAYS_ALLOWED, min(MOST_BYTES, MOST_TIMES * self._position()))
        if self._spent > allowed:
            words = f"{allowed >> 20} MiB, more than {MOST_TIMES} times its size"
            if allowed == MOST_BYTES:
                words = f"{MOST_BYTES >> 30} GiB"
            msg = f"it unpacks to more than {words}"
            raise BrokenInputError(
                msg, hint="If it is no decompression bomb, unpack it and name the file."
            )


class _Raw(io.RawIOBase):
    def __init__(self, inner: BinaryIO, budget: Budget | None) -> None:
        super().__init__()
        # What reads as often as it must for all that is asked loses what comes before a fault.
        self._read_some = getattr(inner, "read1", inner.read)
        self._budget = budget
        self.count = 0
        self.fault: BrokenInputError | None = None
        self.ends_at_fault = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._read(len(view))
        except BrokenInputError as error:
            if not self.count or not self.ends_at_fault:
                raise
            self.fault, data = error, b""
        self.count += len(data)
        view[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        if self.fault:
            return b""
        try:
            data = self._read_some(size)
        except Exception as error:
            raise BrokenInputError(reason(error), hint=_DAMAGED) from error
        if self._budget:
            self._budget.spend(len(data))
        return data


class Opened(io.BufferedReader):
    """A stream that ends where it cannot be read any more, and then has the `fault`.

    If not a byte can be read, it raises BrokenInputError, and nothing else. Closing it does not
    close the one below.
    """

    def __init__(self, inner: BinaryIO, budget: Budget | None = None) -> None:
        """Take the stream below, and what limits the bytes that come out of it."""
        self._counted = _Raw(inner, budget)
        super().__init__(self._counted, _BUFFER)

    @property
    def fault(self) -> BrokenInputError | None:
        """Why the stream ended before its end; None if it did not."""
        return self._counted.fault

    def raise_faults(self) -> None:
        """Raise BrokenInputError wherever it is met: for streams that others are made of."""
        self._counted.ends_at_fault = False

    def position(self) -> int:
        """Give the number of bytes that were read from the stream below."""
        return self._counted.count


_BUFFER: Final = 1 << 16
_DAMAGED: Final = "Download or save it again; what was read before this place was converted."


def reason(error: Exception) -> str:
    """Say in a few words why something could not be opened or read."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, EOFError):
        return "the compressed data are cut off"
    if isinstance(error, zlib.error) or "zip" in type(error).__name__.lower():
        return f"the compressed data are damaged ({str(error).rstrip('.')})"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, ValueError) and "null" in str(error):
        return "this is no path"
    return str(error) or type(error).__name__
