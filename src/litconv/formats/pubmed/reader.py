"""PubMed XML: the reader. Why it reads what it reads stands in the package's docstring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.pubmed.article import read_article
from litconv.formats.pubmed.sniff import ROOTS, sniff
from litconv.model import Record
from litconv.reading.xml import (
    XmlDraft,
    read_elements,
)
from litconv.source import Source

NAME: Final = "pubmed"
_ARTICLES: Final = ("PubmedArticle", "PubmedBookArticle")
_BARE: Final = ("MedlineCitation",)


class PubmedReader:
    """Reads one article after the other, however many a set has."""

    def sniff(self, head: str) -> bool:
        """Say whether one of PubMed's own elements stands in the head of an XML file."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records one by one."""
        root = ROOTS.search(source.head)
        names = _BARE if root and root["name"].startswith("Medline") else _ARTICLES
        name = source.name
        for fragment, element in read_elements(source.pieces(), name, names, diagnostics):
            yield read_article(XmlDraft(NAME, name, fragment, diagnostics), element)
