"""PubMed XML: how it is told."""

from __future__ import annotations

import re
from typing import Final

ROOTS: Final = re.compile(
    r"<(?:\w+:)?(?P<name>PubmedArticleSet|PubmedBookArticleSet|PubmedArticle|PubmedBookArticle"
    r"|MedlineCitationSet|MedlineCitation)[\s>]"
)


def sniff(head: str) -> bool:
    """Say whether one of PubMed's own elements stands in the head of an XML file."""
    return head.startswith("<") and ROOTS.search(head) is not None
