"""What Crossref calls kinds of works: in its records, and where it answers with CSL-JSON."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType

CROSSREF_TYPES: Final = {
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
