"""Files in, files out: what the arguments name, and output that never destroys what was there."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from litconv.diagnostics import Diagnostics, InputError, OutputError
from litconv.model import Span

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

    In a folder, files with one of `extensions` are taken, in the order of their names. What
    cannot be read is reported as `input-unreadable`, and the others are still given.
    """
    for path in paths:
        if path == STDIN:
            yield Input(STDIN, sys.stdin.buffer.read())
            continue
        found = [Path(path)]
        if found[0].is_dir():
            found = _files_below(found[0], extensions)
            if not found:
                diagnostics.report(
                    "input-unreadable",
                    f"the folder {path} holds no file that litconv reads",
                    hint="Name the files, or save the pages with the ending .txt.",
                    span=Span(path),
                )
        for file in found:
            if (data := _read(file, diagnostics)) is not None:
                yield Input(str(file), data)


def _files_below(folder: Path, extensions: frozenset[str]) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in extensions and not file.name.startswith(".") and file.is_file()
    )


def _read(file: Path, diagnostics: Diagnostics) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError as error:
        diagnostics.report(
            "input-unreadable",
            f"cannot read {file}: {error.strerror or error}",
            hint="Check the path and the permissions.",
            span=Span(str(file)),
        )
        return None


@contextlib.contextmanager
def atomic_output(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes the place of `path` only when everything was written.

    The bytes go to a temporary file in the same folder; on any failure that file is removed and
    `path` stays as it was. A symbolic link keeps pointing, its target is replaced; a device or a
    pipe (`/dev/stdout`) is written to directly. Raises OutputError when the place is not writable.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with _as_output_error(path), target.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    with _as_output_error(path):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with (
            _as_output_error(path),
            os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out,
        ):
            yield out
        with _as_output_error(path):
            Path(name).chmod(_mode(target))
            Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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


def read_one(path: Path) -> Input:
    """Read one file; raises InputError when that is not possible."""
    try:
        return Input(str(path), path.read_bytes())
    except OSError as error:
        msg = f"cannot read {path}: {error.strerror or error}"
        raise InputError(msg, hint="Check the path and the permissions.") from error
