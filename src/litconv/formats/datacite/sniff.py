"""How DataCite's JSON is told from other JSON."""

from __future__ import annotations

import re
from typing import Final

_SNIFF: Final = re.compile(
    r'"resourceTypeGeneral"\s*:|"type"\s*:\s*"dois"|"schemaVersion"\s*:\s*"https?://datacite\.org'
)


def sniff(head: str) -> bool:
    """Say whether it is JSON with words that only DataCite's schema has."""
    return head[:1] in ("[", "{") and _SNIFF.search(head) is not None
