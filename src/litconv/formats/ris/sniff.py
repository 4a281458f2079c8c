"""RIS: how it is told."""

from __future__ import annotations

import re
from typing import Final

_START: Final = re.compile(r"^[ \t]*(?:\d+\.[ \t]*)?TY[ \t]{1,2}-(?: |$)", re.MULTILINE)


def sniff(head: str) -> bool:
    """Say whether a line of the head starts a record."""
    return _START.search(head) is not None
