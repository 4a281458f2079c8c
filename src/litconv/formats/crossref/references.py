"""Crossref: the works that a work cites, as far as its publisher has deposited them."""

from __future__ import annotations

from typing import Any, Final

from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    Pages,
    RawField,
    Record,
    Span,
)
from litconv.reading.json_values import as_text
from litconv.text.dates import parse_date
from litconv.text.doi import clean_doi
from litconv.text.names import parse_name
from litconv.text.pages import parse_pages, strip_zeros
from litconv.text.serials import split_serials
from litconv.text.tags import to_plain_text
from litconv.text.width import tidy

_FIELDS: Final = {
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "series-title": "collection_title",
}
_READ: Final = frozenset(
    (
        *("key", "doi-asserted-by", "DOI", "author", "year", "first-page", "article-title"),
        *("journal-title", "volume-title", "ISSN", "ISBN", "isbn-type", "issn-type", *_FIELDS),
    )
)


def cited_works(references: list[dict[str, Any]], span: Span) -> tuple[Record, ...]:
    """Give the references of a work as listed works, numbered in their order."""
    return tuple(_record(one, str(number), span) for number, one in enumerate(references, 1))


def _record(reference: dict[str, Any], number: str, span: Span) -> Record:
    text = {key: to_plain_text(tidy(as_text(value))) for key, value in reference.items()}
    journal, book = text.get("journal-title", ""), text.get("volume-title", "")
    title = text.get("article-title", "")
    fields: dict[str, Any] = {
        field: strip_zeros(text[key]) for key, field in _FIELDS.items() if text.get(key)
    }
    isbn, issn = split_serials(text.get("ISBN", "")).isbn, split_serials(text.get("ISSN", "")).issn
    return Record(
        type=_type(title, journal, book),
        title=title or ("" if journal else book),
        container_title=journal or (book if title else ""),
        contributors=_authors(text.get("author", "")),
        issued=_year(text.get("year", "")),
        pages=parse_pages(text["first-page"]) or Pages() if text.get("first-page") else Pages(),
        identifiers=Identifiers(doi=clean_doi(text.get("DOI", "")), isbn=isbn, issn=issn),
        listing=Listing(ListKind.REFERENCES, number),
        extra=tuple(
            RawField(tag=key, value=value, span=span)
            for key, value in text.items()
            if value and key not in _READ
        ),
        origin=Origin(format="crossref", span=span),
        **fields,
    )


def _type(title: str, journal: str, book: str) -> ItemType:
    if journal:
        return ItemType.ARTICLE_JOURNAL
    if book:
        return ItemType.CHAPTER if title else ItemType.BOOK
    return ItemType.DOCUMENT


def _authors(author: str) -> tuple[Contributor, ...]:
    """Give the first author: publishers deposit only a name or a family name."""
    name = parse_name(author) if author else None
    if author and name is None:
        return ()
    return (Contributor(name=name or Name(literal=author)),) if author else ()


def _year(year: str) -> Date | None:
    """Read `1999`, `1999a`; other texts are kept as words."""
    if not year:
        return None
    return parse_date(year.rstrip("abcdefg")) or Date(literal=year)
