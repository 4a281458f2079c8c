"""RIS: tags that mean something together: dates, pages, places, numbers of databases."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.ris.dates import HISTORY, KIND, date_from_ris
from litconv.formats.ris.programs import set_event_date, set_full_date, set_month
from litconv.formats.ris.tables import CONFERENCE_TYPES, COUNTED_TYPES
from litconv.formats.ris.titles import Late
from litconv.model import Date, Pages
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.pages import parse_pages
from litconv.text.width import tidy

TAGS: Final = ("PY", "Y1", "DA", "Y2", "SP", "EP", "C7", "CY", "C1", "AN", "DB", "DP")
PMCID: Final = re.compile(r"PMC\d+", re.IGNORECASE)
MEDLINE: Final = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)
_COUNT: Final = re.compile(
    r"(?:[ivxlc]+, )?(\d{1,6})\s*(?:p|pp|pages|s|seiten|páginas|页|頁)?\.?", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z]{4}")
_PMID: Final = re.compile(r"[1-9]\d{0,7}")  # numbers of others, TRID's, start with a zero
_DATE_ORDER: Final = {"DA": 0, "Y1": 1, "PY": 2}


def set_dates(draft: Draft, late: Late) -> None:
    """PY, Y1, DA: the most exact date of the year that PY says; Y2 is that of access."""
    year = None
    found: list[tuple[Item, Date | None]] = []
    for tag in ("PY", "Y1", "DA"):
        for item in late.get(tag, ()):
            if _WORD.search(item.value) and HISTORY.search(item.value):
                draft.keep(item)
                continue
            date = date_from_ris(item.value, year)
            found.append((item, date))
            if year is None and date and date.start:
                year = date.start.year
    found.sort(key=lambda one: _DATE_ORDER[one[0].tag])
    for item, date in found:
        if date and date.start and date.start.year != year:
            draft.keep(item)  # online in another year than in print
            continue
        draft.date("issued", item, date)
        if _WORD.search(item.value) and KIND.search(item.value):
            draft.keep(item)
    set_full_date(draft, late)
    set_month(draft, late)
    for item in late.get("Y2", ()):
        draft.date("accessed", item, date_from_ris(item.value))


def set_pages(draft: Draft, type_: str, late: Late) -> None:
    """SP, EP and C7; SP of a book is how many pages it has."""
    first, last, number = (late.get(tag, [])[:1] for tag in ("SP", "EP", "C7"))
    if first and not last and (count := _COUNT.fullmatch(first[0].value.strip())):
        is_count = type_ in COUNTED_TYPES or not count[0].isdigit()
        if is_count:
            draft.pages = Pages(raw=tidy(first[0].value), count=int(count[1]))
            first = []
    same = first and number and not last and tidy(first[0].value) == tidy(number[0].value)
    if same and not ((pages := parse_pages(first[0].value)) and pages.article_number):
        first = []
    draft.first_and_last_page(first[0] if first else None, last[0] if last else None)
    for item in number:
        draft.article_number(item)
    for tag in ("SP", "EP", "C7"):
        for item in late.get(tag, [])[1:]:
            draft.keep(item)


def set_places(draft: Draft, type_: str, late: Late) -> None:
    """CY is where a work was published; of conferences where they were, C1 then the other."""
    set_event_date(draft, type_, late)
    city, first = late.get("CY", []), late.get("C1", [])
    if type_ in CONFERENCE_TYPES:
        same = first and city and tidy(first[0].value) == tidy(city[0].value)
        if (first or "event_title" in draft.fields) and not same:
            for item in city:
                draft.text("event_place", item)
            city = []
        for item in first:
            draft.text("publisher_place", item)
        first = []
    for item in city:
        draft.text("publisher_place", item)
    for item in first:
        draft.keep(item, tag="scale" if type_ == "MAP" else "", value=tidy(item.value))


def set_accession(draft: Draft, late: Late) -> None:
    """Tell whose number AN is by DB and DP."""
    provider, base = late.get("DP", []), late.get("DB", [])
    whose = " ".join(item.value for item in (*base, *provider))
    for item in late.get("AN", ()):
        value = tidy(item.value)
        if PMCID.fullmatch(value):
            draft.identifier("pmcid", value, item)
        elif _PMID.fullmatch(value) and (not whose or MEDLINE.search(whose)):
            draft.identifier("pmid", value, item)
        elif value.startswith("WOS:"):
            draft.other_identifier("WOS", value.removeprefix("WOS:"))
        else:
            draft.keep(item, value=value)
    for number, item in enumerate((*base, *provider)):
        draft.keep(item, tag="" if number else "source", value=tidy(item.value))
