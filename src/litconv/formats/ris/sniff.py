"""RIS: how it is told."""

from __future__ import annotations

import re
from typing import Final

# A type must follow where the tag has lost its blanks or is in small letters: `TY-JOUR`.
_START: Final = re.compile(
    r"^[ \t]*(?:\d+\.[ \t]*)?"
    r"(?:TY[ \t]{1,2}-(?: |$)|TY[ \t]{0,2}-[A-Z]{3,8}[ \t]*$"
    r"|[Tt][Yy][ \t]{1,2}- [A-Za-z]{3,8}[ \t]*$)",
    re.MULTILINE,
)


def sniff(head: str) -> bool:
    """Say whether a line of the head starts a record."""
    return _START.search(head) is not None
