"""What the program knows about the terminal: colours, widths, and text that is safe to print."""

from __future__ import annotations

import os
import re
import shutil
from typing import TextIO

MIN_WIDTH = 20
PLAIN_WIDTH = 80
MAX_WIDTH = 100

# C0 and C1 controls, DEL, line separators, and the marks that reverse the order of what is shown.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_STYLES = {"red": "1;31", "yellow": "1;33", "blue": "1;34", "cyan": "36", "bold": "1", "dim": "2"}


def printable(text: str) -> str:
    r"""Give one line that cannot steer a terminal: an escape character becomes `\x1b`."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether people watch this stream; a closed or missing one is no terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def has_colour(stream: TextIO | None) -> bool:
    """Say whether colours go to this stream: a terminal, no NO_COLOR, not TERM=dumb."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and not (os.environ.get("WT_SESSION") or os.environ.get("TERM")):
        return False  # the old Windows console prints escape sequences as they are
    return is_terminal(stream)


def styled(text: str, style: str, *, colour: bool) -> str:
    """Wrap text in the escape sequences of a style of `_STYLES`, if there is colour."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour and text else text


def width() -> int:
    """Give the columns that text for people may fill: COLUMNS, else the terminal's, else 80."""
    columns = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return max(MIN_WIDTH, min(columns, MAX_WIDTH))
