"""EndNote XML: elements that mean something together, whatever their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from litconv.formats.endnotexml.container import read_container
from litconv.formats.endnotexml.identifiers import read_custom, read_identifiers, read_urls
from litconv.formats.endnotexml.numbers import read_numbers
from litconv.formats.endnotexml.tables import (
    BOOKS,
    STAGES,
)
from litconv.model import Date, ItemType, Pages
from litconv.reading.days import set_date
from litconv.reading.xml import Cell, XmlDraft, cells
from litconv.text.dates import parse_date
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TITLES: Final = frozenset(("secondary-title", "tertiary-title", "alt-title"))
TAGS: Final = frozenset(
    """periodical alt-periodical pages volume number issue edition dates pub-location isbn issn
    electronic-resource-num accession-num remote-database-provider urls access-date section
    custom1 custom2 custom3 custom4 custom5 custom6 custom7 user16""".split()
)
_COUNT: Final = re.compile(r"(?:[ivxlc]+[,;+ ]+)?(\d{1,5})(?: ?p(?:p|ages?|g)?\.?)?", re.IGNORECASE)


def read_groups(draft: XmlDraft, record: Element) -> None:
    """Read all of it, in the order that lets one value explain the next."""
    read_container(draft, record)
    _read_dates(draft, record)
    read_numbers(draft, record)
    _read_pages(draft, record)
    read_identifiers(draft, record)
    read_urls(draft, record)
    read_custom(draft, record)


def _read_dates(draft: XmlDraft, record: Element) -> None:
    years = cells(record, "dates/year")
    year: int | None = None
    for one in years:
        if stage := STAGES.search(one.value):
            draft.text("status", one, stage[0] if stage[0] == tidy(one.value) else one.value)
        found = parse_date(one.value)
        if found is not None:
            set_date(draft, "issued", one, found)
            year = year or found.year
        elif not stage:
            _literal(draft, one)
    for one in cells(record, "dates/pub-dates/date"):
        found = parse_date(one.value, year=year)
        if found is None or (year and found.year != year and not found.end):
            draft.keep(one)  # `Ahead of print`, the day of another edition
        else:
            set_date(draft, "issued", one, found, year=year)
    for one in cells(record, "dates/copyright-dates/date"):
        draft.keep(one)
    for one in cells(record, "access-date"):
        set_date(draft, "accessed", one)


def _literal(draft: XmlDraft, item: Cell) -> None:
    """Take a year in words, `n.d.`, as it is."""
    if "issued" in draft.fields:
        draft.keep(item)
    else:
        draft.fields["issued"] = Date(literal=tidy(item.value))


def _read_pages(draft: XmlDraft, record: Element) -> None:
    for one in cells(record, "pages"):
        text = tidy(one.value)
        count = _COUNT.fullmatch(text)
        if draft.type in BOOKS | {ItemType.THESIS} and count and draft.pages is None:
            draft.pages = Pages(raw=text, count=int(count[1]))
        else:
            draft.page_range(one, text)
    for one in cells(record, "section"):
        if draft.type is ItemType.ARTICLE_JOURNAL and _is_start(draft, one.value):
            continue  # "Start Page"
        chapter = draft.type is ItemType.CHAPTER  # EndNote calls the field "Chapter" there
        draft.keep(one, tag="chapter-number" if chapter else "section")


def _is_start(draft: XmlDraft, text: str) -> bool:
    return draft.pages is not None and bool(draft.pages.first) and draft.pages.first == tidy(text)
