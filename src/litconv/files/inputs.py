"""What the arguments name: files, folders, standard input, and what is in compressed files."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from litconv.diagnostics import Diagnostics, InputError
from litconv.files.archives import members
from litconv.files.opened import Opened, reason
from litconv.model import Span

STDIN: Final = "-"
COMPRESSED: Final = frozenset((".gz", ".zst"))
"""Endings behind the one that says what a file is: `refs.ris.gz`."""
_PACKED: Final = {".gz": "gzip file", ".zst": "zstd file", ".zip": "zip archive"}


def _nowhere() -> int:
    return 0


class Found(str):
    """The name of a file that was found in a folder: nobody said that it is a bibliography."""

    __slots__ = ()


class Input(msgspec.Struct, frozen=True):
    """One input: the name used in messages, and its bytes, all of them or as a stream.

    A member of an archive is called `archive.zip:member.ris`. `position` gives the number of bytes
    of the file that were read until now. `found` says that the file was not named, but found in a
    folder; `promised` names what its ending says and its bytes do not: `gzip file`.
    """

    name: str
    data: bytes | BinaryIO
    position: Callable[[], int] = _nowhere
    found: bool = False
    promised: str = ""

    @property
    def fault(self) -> InputError | None:
        """Why the data end before their end, once they were read; None if they do not."""
        return self.data.fault if isinstance(self.data, Opened) else None

    @property
    def extension(self) -> str:
        """The file-name ending with its dot, in lower case; empty for standard input.

        Of a compressed file it is the one before: `.ris` of `refs.ris.gz`.
        """
        return extension_of(self.name)


def extension_of(name: str) -> str:
    """Give the ending that says what is in a file; see `Input.extension`."""
    if name == STDIN:
        return ""
    path = Path(name)
    ending = path.suffix.lower()
    return Path(path.stem).suffix.lower() if ending in COMPRESSED else ending


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
    """Give the names of all files that `paths` name, without reading them; see `gather`.

    Those that stand in a folder are `Found`.
    """
    names: list[str] = []
    for path in paths:
        if path == STDIN or not _is_folder(path):
            names.append(path)
            continue
        found = _files_below(path, extensions, diagnostics)
        if not found:
            diagnostics.report(
                "input-unreadable",
                "the folder holds no file that litconv reads",
                hint="Name the files, or save the pages with the ending .txt.",
                span=Span(path),
            )
        names += found
    return names


def load(names: Iterable[str], diagnostics: Diagnostics) -> Iterator[Input]:
    """Open the files one at a time; what cannot be opened is reported and left out.

    A file is open only until the next one is asked for. What is in compressed files comes as
    inputs of their own; see `litconv.files.archives`.
    """
    for name in names:
        try:
            with _open(name) as raw:
                stream = Opened(raw)
                for inner in members(stream, raw):
                    shown = f"{readable(name)}:{inner.name}" if inner.name else readable(name)
                    if inner.stream is None:
                        _report(shown, inner.fault, diagnostics)
                        continue
                    plain = inner.stream is stream
                    yield Input(
                        shown,
                        inner.stream,
                        stream.position,
                        isinstance(name, Found),
                        _PACKED.get(Path(name).suffix.lower(), "") if plain else "",
                    )
        except (OSError, ValueError, InputError) as error:
            _report(name, error, diagnostics)


def readable(name: str) -> str:
    r"""Give a file name as text that can be written: bytes that are no UTF-8 become `\xff`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _report(name: str, error: Exception, diagnostics: Diagnostics) -> None:
    name = readable(name)
    hint = error.hint if isinstance(error, InputError) else ""
    diagnostics.report(
        "input-unreadable",
        f"cannot be read: {reason(error)}",
        hint=hint or "Check the path and the permissions.",
        span=Span(name or "''"),
    )


def label(name: str) -> str:
    """Give the name of an input as a message should call it."""
    return "standard input" if name == STDIN else name


def _open(name: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if name != STDIN:
        return Path(name or "\0").open("rb")
    if sys.stdin is None:
        msg = "it is closed"
        raise OSError(None, msg)
    return contextlib.nullcontext(sys.stdin.buffer)


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # a name too long for the file system: no folder either
        return False


def _files_below(folder: str, extensions: frozenset[str], diagnostics: Diagnostics) -> list[Found]:
    def report(error: OSError) -> None:
        diagnostics.report(
            "input-unreadable",
            f"cannot look into the folder: {reason(error)}",
            hint="Check the permissions.",
            span=Span(readable(str(error.filename))),
        )

    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=report):
        folders[:] = [one for one in folders if not one.startswith(".")]
        found += [
            file
            for file in (Path(place, one) for one in files if not one.startswith("."))
            if extension_of(file.name) in extensions and file.is_file()
        ]
    return [Found(file) for file in sorted(found)]
