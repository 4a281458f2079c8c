"""NoteExpress: how it is told."""

from __future__ import annotations

import re
from typing import Final

_BEGIN: Final = re.compile(r"^[^{\n]{0,2000}\{Reference Type\}\s*[:：]", re.MULTILINE)


def sniff(head: str) -> bool:
    """Say whether the text holds the tag that every record starts with."""
    return _BEGIN.search(head) is not None
