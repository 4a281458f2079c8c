r"""Where the data goes: stdout as UTF-8 with `\n`, or a file that is replaced when all is well."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO, cast

from litconv.diagnostics import OutputError
from litconv.files import STDIN, atomic_output
from litconv.source import strip_controls

_SURROGATE = re.compile("[\ud800-\udfff]")


class CleanOut(io.TextIOBase):
    r"""Passes text on without control characters and lone surrogates.

    A writer's text has none, but a value that was escaped in its source (`\u001b` in JSON) can
    bring one in; nothing of that may reach the terminal of whoever looks at the output. `writes`
    counts the texts: lists of references are written one by one.
    """

    def __init__(self, out: TextIO, *, raw: bool, before_first: Callable[[], None] | None) -> None:
        """Take the stream that gets the clean text; see `data_output` for the options."""
        super().__init__()
        self._out = out
        self._raw = raw
        self._before_first = before_first
        self.writes = 0

    def writable(self) -> bool:
        """Say yes: that is all this stream is for."""
        return True

    def write(self, text: str, /) -> int:
        """Write the clean text; gives the length of the text as it was."""
        if self._before_first:
            self._before_first()
            self._before_first = None
        self.writes += 1
        clean = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
        self._out.write(clean if self._raw else strip_controls(clean))
        return len(text)


@contextlib.contextmanager
def data_output(
    path: str = "",
    *,
    raw: bool = False,
    binary: bool = False,
    before_first: Callable[[], None] | None = None,
) -> Iterator[TextIO]:
    """Open the place that `-o` names; an empty path and `-` are stdout.

    `raw` lets escape sequences through, for output that is made for a terminal; `binary` gives a
    stream whose `buffer` takes bytes; `before_first` is called when stdout is about to get its
    first text. Raises OutputError when the place cannot be written; a closed pipe stays a
    BrokenPipeError.
    """
    to_stdout = path in {"", STDIN}
    with _stdout() if to_stdout else atomic_output(Path(path)) as out:
        if binary:
            yield out
            return
        clean = CleanOut(out, raw=raw, before_first=before_first if to_stdout else None)
        yield cast("TextIO", clean)


@contextlib.contextmanager
def _stdout() -> Iterator[TextIO]:
    if sys.stdout is None:
        msg = "cannot write to standard output: it is closed"
        raise OutputError(msg, hint="Say -o FILE.")
    sys.stdout.flush()
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        msg = f"cannot write to standard output: {error.strerror or error}"
        raise OutputError(msg, hint="Free some space, or say -o FILE.") from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            out.detach()


@contextlib.contextmanager
def rejects_output(path: str) -> Iterator[Callable[[str], None] | None]:
    """Give what takes the raw texts of records that could not be read, and writes them to `path`.

    A blank line stands between them. The file is written even when there are none, so that it
    never holds an earlier run's. Without a path, nothing takes them.
    """
    if not path:
        yield None
        return
    with atomic_output(Path(path)) as out:
        before = ""

        def write(text: str) -> None:
            nonlocal before
            out.write(before + text.rstrip("\n") + "\n")
            before = "\n"

        yield write
