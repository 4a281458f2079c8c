"""Files in, files out: what the arguments name, and output that never destroys what was there."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from litconv.diagnostics import Diagnostics, OutputError
from litconv.model import Span

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STDIN = "-"


class Input(msgspec.Struct, frozen=True):
    """One input: the name used in messages, and its bytes."""

    name: str
    data: bytes

    @property
    def extension(self) -> str:
        """The file-name ending with its dot, in lower case; empty for standard input."""
        return Path(self.name).suffix.lower() if self.name != STDIN else ""


def gather(
    paths: Iterable[str], extensions: frozenset[str], diagnostics: Diagnostics
) -> Iterator[Input]:
    """Yield the inputs that `paths` name: files, folders (searched in depth), `-` for stdin.

    In a folder, files with one of `extensions` are taken, in the order of their names; hidden
    files and folders are left out. What cannot be read is reported as `input-unreadable`, and the
    others are still given.
    """
    return load(locate(paths, extensions, diagnostics), diagnostics)


def locate(paths: Iterable[str], extensions: frozenset[str], diagnostics: Diagnostics) -> list[str]:
    """Give the names of all files that `paths` name, without reading them; see `gather`."""
    names: list[str] = []
    for path in paths:
        if path == STDIN or not _is_folder(path):
            names.append(path)
            continue
        found = _files_below(path, extensions, diagnostics)
        if not found:
            diagnostics.report(
                "input-unreadable",
                f"the folder {path} holds no file that litconv reads",
                hint="Name the files, or save the pages with the ending .txt.",
                span=Span(path),
            )
        names += found
    return names


def load(names: Iterable[str], diagnostics: Diagnostics) -> Iterator[Input]:
    """Read the files one at a time; what cannot be read is reported and left out."""
    for name in names:
        try:
            data = _read_stdin() if name == STDIN else Path(name or "\0").read_bytes()
        except (OSError, ValueError) as error:
            diagnostics.report(
                "input-unreadable",
                f"cannot read {label(name) or repr(name)}: {_reason(error)}",
                hint="Check the path and the permissions.",
                span=Span(name or "''"),
            )
        else:
            yield Input(name, data)


def label(name: str) -> str:
    """Give the name of an input as a message should call it."""
    return "standard input" if name == STDIN else name


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "this is no path"


def _read_stdin() -> bytes:
    if sys.stdin is None:
        msg = "it is closed"
        raise OSError(None, msg)
    return sys.stdin.buffer.read()


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # a name too long for the file system: no folder either
        return False


def _files_below(folder: str, extensions: frozenset[str], diagnostics: Diagnostics) -> list[str]:
    def report(error: OSError) -> None:
        diagnostics.report(
            "input-unreadable",
            f"cannot look into the folder {error.filename}: {_reason(error)}",
            hint="Check the permissions.",
            span=Span(str(error.filename)),
        )

    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=report):
        folders[:] = [one for one in folders if not one.startswith(".")]
        found += [
            file
            for file in (Path(place, one) for one in files if not one.startswith("."))
            if file.suffix.lower() in extensions and file.is_file()
        ]
    return [str(file) for file in sorted(found)]


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
        raise OutputError(msg, hint="Choose another place with -o.") from error
