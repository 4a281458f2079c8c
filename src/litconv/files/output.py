"""Output that never destroys what was there."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from litconv.diagnostics import OutputError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@contextlib.contextmanager
def atomic_output(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes the place of `path` only when everything was written.

    The bytes go to a temporary file in the same folder; on any failure that file is removed and
    `path` stays as it was. A symbolic link keeps pointing, its target is replaced; a device or a
    pipe (`/dev/stdout`) is written to directly. Raises OutputError when the place is not writable.
    """
    target = Path(os.path.realpath(path))
    with _as_output_error(path):
        special = path.is_dir() or (path.exists() and not path.is_file()) or _is_device(path)
    if special:
        with _as_output_error(path):
            file = _File(path, path)
        with file.as_text() as out:
            yield out
        return
    import tempfile  # noqa: PLC0415 - slow to import, and not needed for what goes to stdout

    with _as_output_error(path):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with _File(handle, path).as_text() as out:
            yield out
        with _as_output_error(path):
            Path(name).chmod(_mode(target))
            Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class _File(io.FileIO):
    """A file to write to whose errors name `path`; those of what is read meanwhile stay as are."""

    def __init__(self, place: int | Path, path: Path) -> None:
        super().__init__(place, "w")
        self._path = path

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes; raises OutputError."""
        with _as_output_error(self._path):
            return super().write(data)

    def close(self) -> None:
        """Close the file; raises OutputError."""
        with _as_output_error(self._path):
            super().close()

    def as_text(self) -> TextIO:
        """Give the UTF-8 text stream that is written to this file."""
        return io.TextIOWrapper(io.BufferedWriter(self), encoding="utf-8", newline="\n")


def _is_device(path: Path) -> bool:
    """`/dev/stdout` led into a file looks like that file, but must not be replaced by another."""
    return path.parts[1:2] == ("dev",) and path.parts[2:3] in {("stdout",), ("stderr",), ("fd",)}


def _mode(target: Path) -> int:
    """Give the permissions the new file should have: the old one's, or what the umask allows."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        msg = f"cannot write {path}: {error.strerror or error}"
        raise OutputError(msg, hint="Choose another place.") from error
