"""What is taken from a service's answer: what the record does not say, and nothing else.

Empty fields are filled. What the record states stays, even where the service says more of it or
says otherwise; where they disagree, that is reported. Fields that only mean something together come
from one side: when volume or first page disagree, the answer describes another printing, and
neither volume, issue nor pages are taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import msgspec

from litconv.enrich.accept import letters
from litconv.enrich.clock import iso
from litconv.enrich.services import Found
from litconv.model import Date, Identifiers, ItemType, Pages, Provenance, Record

_TEXTS: Final = (
    "title container_title collection_title publisher publisher_place issued event_title "
    "event_date event_place number edition status language abstract keywords genre title_short url"
).split()
_PLACE: Final = ("volume", "issue")
_COMPARED: Final = ("container_title", "volume", "issue", "number", "edition")


class Applied(NamedTuple):
    """The filled record, the fields that were filled, and what the two sides disagree on."""

    record: Record
    taken: tuple[str, ...] = ()
    conflicts: tuple[tuple[str, str, str], ...] = ()


def apply(record: Record, found: Found, service: str) -> Applied:
    """Fill the record from what was found."""
    other = found.record
    conflicts = tuple(_conflicts(record, other))
    values = dict(_values(record, other, {field for field, _, _ in conflicts}))
    if not values:
        return Applied(record, (), conflicts)
    steps = tuple(
        Provenance(
            field=field,
            how="enriched",
            rule=service,
            before=_text(getattr(record, field)) if field in ("pages", "identifiers") else "",
            source=found.source,
            when=iso(found.time),
        )
        for field in values
    )
    filled = msgspec.structs.replace(record, **values, provenance=(*record.provenance, *steps))
    return Applied(filled, tuple(values), conflicts)


def _values(record: Record, other: Record, disputed: set[str]) -> Iterator[tuple[str, Any]]:
    if record.type is ItemType.DOCUMENT and other.type is not ItemType.DOCUMENT:
        yield "type", other.type
    fields = list(_TEXTS)
    if not record.contributors:
        fields += ["contributors", "affiliations"]
    if not disputed & {"volume", "pages"}:
        fields += _PLACE
    if _fits_short(record, other, disputed):
        fields.append("container_title_short")
    for field in fields:
        if getattr(other, field) and not getattr(record, field):
            yield field, getattr(other, field)
    pages = record.pages if disputed & {"volume"} else _pages(record.pages, other.pages)
    if pages != record.pages:
        yield "pages", pages
    identifiers = _identifiers(record.identifiers, other.identifiers)
    if identifiers != record.identifiers:
        yield "identifiers", identifiers


def _fits_short(record: Record, other: Record, disputed: set[str]) -> bool:
    short = other.container_title_short
    return bool(short) and "container_title" not in disputed and short != record.container_title


def _pages(had: Pages, said: Pages) -> Pages:
    """Fill the last page where the first agrees; pages of which nothing is known are taken."""
    if not (had.text or had.article_number):
        return msgspec.structs.replace(said, count=had.count or said.count)
    if had.first and had.first == said.first and not had.last and not had.ranges:
        return msgspec.structs.replace(
            said,
            count=had.count or said.count,
            article_number=had.article_number or said.article_number,
        )
    return had


def _identifiers(had: Identifiers, said: Identifiers) -> Identifiers:
    changes = {
        kind: getattr(said, kind)
        for kind in ("doi", "isbn", "issn", "pmid", "pmcid", "arxiv")
        if getattr(said, kind) and not getattr(had, kind)
    }
    return msgspec.structs.replace(had, **changes) if changes else had


def _conflicts(record: Record, other: Record) -> Iterator[tuple[str, str, str]]:
    for field in _COMPARED:
        had, said = getattr(record, field), getattr(other, field)
        if had and said and not _agree(field, had, said, other):
            yield field, had, said
    years = [_year(one.issued) for one in (record, other)]
    if all(years) and years[0] != years[1]:
        yield "issued", years[0], years[1]
    first, new_first = (one.pages.first or one.pages.article_number for one in (record, other))
    if first and new_first and _plain(first) != _plain(new_first):
        yield "pages", record.pages.text or first, other.pages.text or new_first


def _agree(field: str, had: str, said: str, other: Record) -> bool:
    mine, yours = letters(had), letters(said)
    if field == "container_title":
        return (
            _is_short_for(had, said)
            or _is_short_for(said, had)
            or mine == letters(other.container_title_short)
        )
    return mine.lstrip("0") == yours.lstrip("0")


def _is_short_for(short: str, full: str) -> bool:
    """Say whether the words of a journal's name begin, in order, words of another."""
    words = [letters(one) for one in full.split()]
    for word in filter(None, (letters(one) for one in short.split())):
        while words and not words[0].startswith(word):
            words.pop(0)
        if not words:
            return False
        words.pop(0)
    return True


def _plain(page: str) -> str:
    return letters(page).lstrip("0")


def _year(date: Date | None) -> str:
    return str(date.year) if date and date.year else ""


def _text(value: Pages | Identifiers) -> str:
    return value.text if isinstance(value, Pages) else value.doi
