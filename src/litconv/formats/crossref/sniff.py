"""Crossref JSON: how it is told."""

from __future__ import annotations

import re
from typing import Final

_SNIFF: Final = re.compile(r'"message-type"\s*:\s*"work|"(?:title|container-title)"\s*:\s*\[')


def sniff(head: str) -> bool:
    """Say whether it is JSON whose titles are lists, as only Crossref's are."""
    return head[:1] in ("[", "{") and _SNIFF.search(head) is not None
