"""What a record lacks and its DOI tells: journal, year, volume, issue, page or article, ISSN.

Publishers put these into the suffixes they assign (`refine.doi_rules` has the ways). Only empty
fields are filled, each with a `Provenance`; one `field-derived` names them. The ISSN is filled in
where the journal is not stated: it says which one it is, and is of no use to a reference besides.
When the suffix also tells a first page, volume, issue or year that the record states otherwise,
the DOI may be that of another work: nothing is taken from it, and `doi-conflict` says so. A year
that the suffix only suggests becomes a hint (`year_hint`).
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, Pages, PartialDate, Provenance, Record
from litconv.refine.doi_match import Told, told_by

_TYPES: Final = frozenset(
    {
        ItemType.ARTICLE,
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.DOCUMENT,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    }
)
_LONG: Final = 5  # digits from which on a number is an article's and no page
_NUMBER: Final = re.compile(r"[^\W\d_]*\d+", re.ASCII)


def derive(record: Record, diagnostics: Diagnostics) -> Record:
    """Give a copy with what the DOI tells in its empty fields, or the record itself."""
    told = _told_of(record) if _lacks_something(record) else None
    changes = _changes(record, told) if told else {}
    if not told or not changes:
        return record
    if conflict := _conflict(record, told):
        diagnostics.report(
            "doi-conflict",
            f"{conflict}: nothing was derived from the DOI {record.identifiers.doi}",
            span=record.span,
            record=record.id or record.title,
            field="identifiers",
            listed=record.listing is not None,
        )
        return record
    _report(record, told, changes, diagnostics)
    added = tuple(
        Provenance(field=field, how="derived", rule=_rule_of(field, told)) for field in changes
    )
    return msgspec.structs.replace(record, provenance=(*record.provenance, *added), **changes)


def _lacks_something(record: Record) -> bool:
    """Whether a field is empty that a DOI may tell; most bibliographies have them all."""
    pages = record.pages
    return not (
        record.container_title
        and record.issued
        and record.volume
        and record.issue
        and (pages.first or pages.ranges or pages.article_number)
    )


def conflict_of(record: Record) -> str:
    """Say what the record states otherwise than its DOI, or ""."""
    told = _told_of(record)
    return _conflict(record, told) if told else ""


def year_hint(record: Record) -> str:
    """Say what the DOI suggests about a year that the record lacks, or ""."""
    told = _told_of(record) if record.issued is None else None
    if told is None or told.guess is None:
        return ""
    return f"DOI assigned {told.guess}, published {told.guess} or {told.guess + 1}"


def _told_of(record: Record) -> Told | None:
    doi = record.identifiers.doi
    return told_by(doi) if doi and record.type in _TYPES else None


def _changes(record: Record, told: Told) -> dict[str, Any]:
    """Give the empty fields that can be filled, with their values."""
    changes: dict[str, Any] = {}
    if told.journal and not record.container_title:
        changes["container_title"] = told.journal.name
    year = told.year
    if year is None and record.volume:
        year = told.year_of(record.volume, record.issue)
    if year and record.issued is None:
        changes["issued"] = Date(start=PartialDate(year))
    for field in ("volume", "issue"):
        wanted = not getattr(record, field) and (
            field != told.confirm or _is_confirmed(record, told)
        )
        if wanted and (value := getattr(told, field)):
            changes[field] = value
    place = told.page or told.article
    if place and not (record.pages.text or record.pages.article_number):
        changes["pages"] = _pages(told, record.pages)
    if told.issn and not (record.identifiers.issn or record.container_title):
        changes["identifiers"] = msgspec.structs.replace(record.identifiers, issn=(told.issn,))
    return changes


def _is_confirmed(record: Record, told: Told) -> bool:
    """Whether the record states the volume or the first page that the DOI tells."""
    stated = record.pages.first or record.pages.article_number
    return any(
        ours and theirs and _key(ours) == _key(theirs)
        for ours, theirs in ((record.volume, told.volume), (stated, told.start))
    )


def _pages(told: Told, pages: Pages) -> Pages:
    """Give the first page or the article's number, beside the count of pages that is known."""
    return msgspec.structs.replace(pages, first=told.page, article_number=told.article)


def _conflict(record: Record, told: Told) -> str:
    """Say what is stated otherwise: the first page, the volume, the issue or the year."""
    stated = record.pages.first or record.pages.article_number
    if _page_differs(told.start, stated):
        return f"first page {stated} is not the {told.start} of the DOI"
    for field in ("volume", "issue"):
        ours, theirs = getattr(record, field), getattr(told, field)
        counted = field == "volume" and told.volume_rule  # from the year, not stated in the DOI
        if not counted and _differs(ours, theirs):
            return f"{field} {ours} is not the {theirs} of the DOI"
    year = record.issued.year if record.issued else None
    if told.year and year and not told.year_rule and year != told.year:
        return f"year {year} is not the {told.year} of the DOI"
    return ""


def _differs(ours: str, theirs: str) -> bool:
    """Whether two numbers differ; `4-5` is no other than `4`, and words cannot be compared."""
    mine, other = _NUMBER.match(ours), _NUMBER.match(theirs)
    return mine is not None and other is not None and _key(mine[0]) != _key(other[0])


def _page_differs(told: str, stated: str) -> bool:
    """Whether a page is another than the DOI's.

    Where that is an article's number, a short stated number is a page inside the article.
    """
    if not told or not stated:
        return False
    if len(told) >= _LONG and len(stated) != len(told):
        return False
    return _differs(stated, told)


def _key(text: str) -> str:
    return text.lstrip("0").casefold()


def _rule_of(field: str, told: Told) -> str:
    if field == "issued" and (told.year_rule or told.year is None):
        return "doi:volume-year"
    if field == "volume" and told.volume_rule:
        return told.volume_rule
    return told.rule


def _report(record: Record, told: Told, changes: dict[str, Any], diagnostics: Diagnostics) -> None:
    stated = record.pages.first or record.pages.article_number
    same = stated and told.start and _key(stated) == _key(told.start)
    confirmed = f" (first page {stated} confirms it)" if same else ""
    words = ", ".join(_words(field, value) for field, value in changes.items())
    diagnostics.report(
        "field-derived",
        f"derived from the DOI: {words}{confirmed}",
        span=record.span,
        record=record.id or record.title,
        field=",".join(changes),
        listed=record.listing is not None,
    )


def _words(field: str, value: Any) -> str:  # noqa: ANN401 - the value of any field
    if field == "container_title":
        return f"journal {value}"
    if field == "issued":
        return f"year {value.year}"
    if field == "pages":
        return f"first page {value.first}" if value.first else f"article {value.article_number}"
    if field == "identifiers":
        return f"ISSN {value.issn[0]}"
    return f"{field} {value}"
