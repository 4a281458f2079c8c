"""MODS: how it is told."""

from __future__ import annotations

import re
from typing import Final

_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?mods(?:Collection)?(?=[\s>])")


def sniff(head: str) -> bool:
    """Say whether `mods` or `modsCollection` stands in the head, with any prefix."""
    return head.startswith("<") and _ROOT.search(head) is not None
