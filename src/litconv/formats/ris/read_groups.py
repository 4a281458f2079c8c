"""RIS: tags that mean something together: dates, pages, places, numbers of databases."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.formats.ris.dates import HISTORY, KIND, date_from_ris, leaves_out
from litconv.formats.ris.programs import set_event_date, set_full_date, set_month
from litconv.formats.ris.tables import CONFERENCE_TYPES, COUNTED_TYPES
from litconv.formats.ris.titles import Late
from litconv.model import Date, Pages
from litconv.reading.date_detail import says_more
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.pages import parse_pages, usual_pages
from litconv.text.remembered import Remembered
from litconv.text.width import tidy

TAGS: Final = ("PY", "Y1", "DA", "Y2", "SP", "EP", "C7", "CY", "C1", "AN", "DB", "DP")
PMCID: Final = re.compile(r"PMC\d+", re.IGNORECASE)
MEDLINE: Final = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)
COUNT: Final = re.compile(
    r"(?:[ivxlc]+, )?(\d{1,6})\s*(?:p|pp|pages|s|seiten|páginas|页|頁)?\.?", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z]{4}")
_PMID: Final = re.compile(r"[1-9]\d{0,7}")  # numbers of others, TRID's, start with a zero
_SHORT: Final = len("2004") + len("2004/01/31/")
_ACCESSION: Final = ("AN", "DB", "DP")
_DATE_ORDER: Final = {"DA": 0, "Y1": 1, "PY": 2}


class _Dated(NamedTuple):
    """What a date tag says; `history` and `kind` are words about it, see `HISTORY` and `KIND`.

    `odd` says that it names a month or a day that there is not.
    """

    date: Date | None
    history: bool
    kind: bool
    odd: bool


def _dated(asked: tuple[str, int | None]) -> _Dated:
    text, year = asked
    words = _WORD.search(text) is not None
    history = words and HISTORY.search(text) is not None
    date = date_from_ris(text, year)
    odd = date is not None and leaves_out(text, date)
    return _Dated(date, history, words and KIND.search(text) is not None, odd)


_SHORT_DATED: Final = Remembered(_dated)  # the same years and days come again


def set_dates(draft: Draft, late: Late) -> None:
    """PY, Y1, DA: the most exact date of the year that PY says; Y2 is that of access."""
    if usual := _plain_issued(late):
        draft.fields["issued"] = usual
    else:
        _set_issued(draft, late)
    if "C1" in late:
        set_full_date(draft, late)
    if "Y2" in late:
        set_month(draft, late)
        for item in late["Y2"]:
            set_date(draft, "accessed", item, date_from_ris(item.value))


def _usual_issued(asked: tuple[str, str]) -> Date | None:
    """Give what a year under PY and a date under DA say together; None unless it is plain."""
    year = _SHORT_DATED[asked[0], None]
    known = year.date
    if known is None or known.start is None or year.history or year.kind or year.odd:
        return None
    whole = _SHORT_DATED[asked[1], known.start.year]
    found = whole.date
    if found is None or whole.history or whole.kind or whole.odd:
        return None
    return found if found == known or says_more(found, known) else None


_USUAL_ISSUED: Final = Remembered(_usual_issued)


def _plain_issued(late: Late) -> Date | None:
    """Look quickly for what `_set_issued` finds; None where it takes a closer look."""
    years, dates = late.get("PY", ()), late.get("DA", ())
    if not (len(years) == len(dates) == 1) or "Y1" in late:
        return None
    year, date = years[0].value, dates[0].value
    return _USUAL_ISSUED[year, date] if len(year) + len(date) <= _SHORT else None


def _set_issued(draft: Draft, late: Late) -> None:
    year = None
    found: list[tuple[Item, _Dated]] = []
    for tag in ("PY", "Y1", "DA"):
        for item in late.get(tag, ()):
            asked = (item.value, year)
            dated = _SHORT_DATED[asked] if len(item.value) <= _SHORT else _dated(asked)
            if dated.history:
                draft.keep(item)
                continue
            found.append((item, dated))
            if year is None and dated.date and dated.date.start:
                year = dated.date.start.year
    if len(found) > 1:
        found.sort(key=lambda one: _DATE_ORDER[one[0].tag])
    for item, dated in found:
        date = dated.date
        if date and date.start and date.start.year != year:
            draft.keep(item)  # online in another year than in print
            continue
        draft.date("issued", item, date)
        if dated.odd:
            draft.odd(item, "issued")
        elif dated.kind:
            draft.keep(item)


def set_pages(draft: Draft, type_: str, late: Late) -> None:
    """SP, EP and C7; SP of a book is how many pages it has."""
    firsts, lasts, numbers = late.get("SP", ()), late.get("EP", ()), late.get("C7", ())
    if not (firsts or lasts or numbers):
        return
    if len(firsts) == len(lasts) == 1 and not numbers and draft.pages is None:
        draft.pages = usual_pages(firsts[0].value, lasts[0].value)
        if draft.pages:
            return  # nearly always
    first, last = firsts[0] if firsts else None, lasts[0] if lasts else None
    if first and not last and (count := COUNT.fullmatch(first.value.strip())):
        is_count = type_ in COUNTED_TYPES or not count[0].isdigit()
        if is_count:
            draft.pages = Pages(raw=tidy(first.value), count=int(count[1]))
            first = None
    if first and numbers and not last and tidy(first.value) == tidy(numbers[0].value):
        pages = parse_pages(first.value)
        first = first if pages and pages.article_number else None
    draft.first_and_last_page(first, last)
    for item in numbers[:1]:
        draft.article_number(item)
    for items in (firsts, lasts, numbers):
        for item in items[1:]:
            draft.keep(item)


def set_places(draft: Draft, type_: str, late: Late) -> None:
    """CY is where a work was published; of conferences where they were, C1 then the other."""
    if "CY" not in late and "C1" not in late:
        return
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
    if late.keys().isdisjoint(_ACCESSION):
        return
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
