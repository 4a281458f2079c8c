"""Parts of names as databases print them: initials run together, Chinese names without comma."""

from __future__ import annotations

import re
from typing import Final

_INITIAL: Final = re.compile(r"[^\W\d_]")
_BETWEEN: Final = re.compile(r"[\s.\-‐]+")


def run_together(given: str) -> str:
    """Give initials without stops, one for each part: `Barbara C.` → `BC`, `Jean-Paul` → `JP`."""
    words = _BETWEEN.split(given)
    return "".join(match[0].upper() for word in words if (match := _INITIAL.match(word)))


def han_name(family: str, given: str) -> str:
    """Give `李明`; a blank sets a family name of several characters apart: `欧阳 明`."""
    return f"{family} {given}" if len(family) > 1 else f"{family}{given}"
