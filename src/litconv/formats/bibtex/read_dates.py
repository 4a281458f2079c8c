"""The date of a work: `date`, or `year` with `month` and `day`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from litconv.formats.bibtex.reading import Entry
from litconv.formats.bibtex.values import MONTHS
from litconv.model import Date, PartialDate
from litconv.reading.tagged import Item
from litconv.text.dates import SEASONS, is_impossible, month_number, parse_date
from litconv.text.edtf import date_from_edtf, is_open, names_impossible
from litconv.text.latex.decode import latex_to_text
from litconv.text.width import tidy

_DAY: Final = re.compile(r"\d{1,2}")
_YEAR: Final = re.compile(r"-?\d{1,4}")


def read_dates(entry: Entry) -> None:
    """Read `date`, or `year` with `month` and `day`."""
    date = entry.take("date") if "date" in entry.items else None
    if date is not None:
        found = date_from_edtf(_undelimited(date.value))
        if found is None:
            found = parse_date(latex_to_text(date.value))
        if found is None and _YEAR.fullmatch(entry.value("year").strip()):
            entry.draft.odd(date, "issued")  # the year says more
        else:
            _set_date(entry, date, found)
            return
    year = entry.take("year")
    if year is None:
        return
    text = tidy(year.value)
    found = _of_year(text)
    if found is None:
        found = parse_date(text) or Date(literal=text)
        if is_impossible(text):
            entry.draft.odd(year, "issued")
    if found.start is not None and not found.end and ("month" in entry.items):
        found = _with_month(entry, found)
    entry.draft.fields["issued"] = found


@lru_cache(maxsize=512)
def _of_year(text: str) -> Date | None:
    return Date(start=PartialDate(int(text))) if _YEAR.fullmatch(text) and int(text) else None


def _set_date(entry: Entry, item: Item, found: Date | None) -> None:
    text = tidy(latex_to_text(item.value))
    entry.draft.date("issued", item, found or Date(literal=text))
    bare = _undelimited(item.value)
    if found and (names_impossible(bare) or is_impossible(bare)):
        entry.draft.odd(item, "issued")  # `2001-13-45`
    if is_open(item.value):
        entry.draft.keep(item)
    _drop_the_same(entry, found)


def _undelimited(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("\\textasciitilde", "~").strip()


def _drop_the_same(entry: Entry, date: Date | None) -> None:
    """Leave out a year and month that say what the date says."""
    year = entry.value("year").strip()
    if date is None or date.start is None or year != str(date.start.year):
        return
    del entry.items["year"]
    if date.start.month and month_number(entry.value("month")) == date.start.month:
        del entry.items["month"]


_MONTHS: Final = {name: number for number, name in enumerate(MONTHS, 1)}


def _with_month(entry: Entry, date: Date) -> Date:
    month, year = entry.take("month"), date.start.year if date.start else 0
    if month is None:
        return date
    text = month.value.strip(" .,")
    number = _MONTHS.get(text) or (month_number(text) if text.isalnum() else None)
    if number is not None and "day" not in entry.items:
        return Date(start=PartialDate(year, number), circa=date.circa)
    if number is not None:
        day = entry.take("day")
        days = day.value.strip() if day else ""
        start = PartialDate(year, number, int(days) if _DAY.fullmatch(days) else None).possible
        if day is not None and start.day is None:
            entry.draft.odd(day, "issued")
        return Date(start=start, circa=date.circa)
    season = SEASONS.get(text.casefold())
    if season:
        return Date(start=PartialDate(year), season=season, circa=date.circa)
    found = parse_date(f"{text} {year}")
    told = found is not None and found.start is not None and (found.start.month or found.season)
    if not told or is_impossible(f"{text} {year}"):
        entry.draft.odd(month, "issued")
    return found if found and told else date
