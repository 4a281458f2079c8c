"""EndNote XML: how it is told."""

from __future__ import annotations

import re
from typing import Final

_SNIFF: Final = re.compile(
    r"<record[\s>].*?<(?:ref-type[\s>]|source-app\s|rec-number>|contributors>|foreign-keys>)",
    re.DOTALL,
)


def sniff(head: str) -> bool:
    """Tell it by what only its records hold; other XML has `<record>` too (OAI, MARC)."""
    return head.startswith("<") and _SNIFF.search(head) is not None
