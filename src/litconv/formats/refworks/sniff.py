"""RefWorks tagged: how it is told."""

from __future__ import annotations

import re
from typing import Final

_BEGIN: Final = re.compile(r"^\ufeff?RT[ \t\xa0]+[A-Z][A-Za-z/, ]+$", re.MULTILINE)
_SECOND: Final = re.compile(r"^(?:SR|ID|A1|T1|JF|YR|AD|AB|K1|FD|DS|UL|LK)[ \xa0]?\S", re.MULTILINE)


def sniff(head: str) -> bool:
    """Say whether the text has an `RT` line and one of the usual tags."""
    return bool(_BEGIN.search(head) and _SECOND.search(head))
