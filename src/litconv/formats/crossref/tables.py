"""Crossref: its types and keys, and which of them say nothing about the work."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType, Role

TYPES: Final = {
    "book": ItemType.BOOK,
    "book-chapter": ItemType.CHAPTER,
    "book-part": ItemType.CHAPTER,
    "book-section": ItemType.CHAPTER,
    "book-series": ItemType.BOOK,
    "book-set": ItemType.BOOK,
    "book-track": ItemType.CHAPTER,
    "component": ItemType.DOCUMENT,  # a figure or table of an article
    "database": ItemType.DATASET,
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "edited-book": ItemType.BOOK,
    "grant": ItemType.DOCUMENT,
    "journal": ItemType.PERIODICAL,
    "journal-article": ItemType.ARTICLE_JOURNAL,
    "journal-issue": ItemType.PERIODICAL,
    "journal-volume": ItemType.PERIODICAL,
    "monograph": ItemType.BOOK,
    "other": ItemType.DOCUMENT,
    "peer-review": ItemType.REVIEW,
    "posted-content": ItemType.ARTICLE,
    "proceedings": ItemType.BOOK,
    "proceedings-article": ItemType.PAPER_CONFERENCE,
    "proceedings-series": ItemType.BOOK,
    "reference-book": ItemType.BOOK,
    "reference-entry": ItemType.ENTRY,
    "report": ItemType.REPORT,
    "report-component": ItemType.REPORT,
    "report-series": ItemType.REPORT,
    "standard": ItemType.STANDARD,
    "standard-series": ItemType.STANDARD,
}
# Types that say more than CSL's: kept as the genre.
GENRES: Final = {"component": "component", "grant": "grant", "database": "database"}

ROLES: Final = {
    "author": Role.AUTHOR,
    "editor": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "chair": Role.CHAIR,
}

# Key → field of `Record`, where the key is one text or a list whose first text counts.
TEXTS: Final = {
    "publisher": "publisher",
    "publisher-location": "publisher_place",
    "URL": "url",
}
NUMBERS: Final = ("volume", "issue", "edition-number")

# Dates by what they mean to a reader; the first that is there counts.
DATES: Final = ("published-print", "published", "issued", "published-online", "posted", "approved")
# The earliest of the others, worked out by Crossref: no facts of their own.
COMPUTED: Final = frozenset({"published", "issued"})

# Keys that are named like a variable of CSL that means something else.
RENAMED: Final = {"archive": "preserved-by"}  # CLOCKSS, Portico: nothing a reader has to visit

# Keys that are about Crossref's record and not about the work, and those that repeat another key.
IGNORED: Final = frozenset(
    "indexed deposited created score member prefix source reference-count references-count "
    "content-domain resource original-type type subtype title subtitle short-title language "
    "journal-issue issn-type isbn-type is-referenced-by-count reference abstract event page "
    "article-number DOI ISSN ISBN container-title short-container-title original-title degree "
    "institution report-number number group-title subject alternative-id special_numbering "
    "component-number part-number".split()
) | {*TEXTS, *NUMBERS, *DATES, *ROLES}
