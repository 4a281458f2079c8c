"""How DataCite's JSON is told from other JSON."""

from __future__ import annotations

import re
from typing import Final

_SNIFF: Final = re.compile(
    r'"resourceTypeGeneral"\s*:|"type"\s*:\s*"dois"|"schemaVersion"\s*:\s*"https?://datacite\.org'
)


# The namespace of its elements: of a bare `resource`, or in the envelope of OAI-PMH around it.
_KERNEL: Final = re.compile(r"https?://(?:schema\.)?datacite\.org/(?:schema|meta)/kernel-\d")


def sniff(head: str) -> bool:
    """Say whether it is JSON with words that only DataCite's schema has, or XML of its schema."""
    if head.startswith("<"):
        return _KERNEL.search(head) is not None
    return head[:1] in ("[", "{") and _SNIFF.search(head) is not None
