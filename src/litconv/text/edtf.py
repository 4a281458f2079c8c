"""Dates as ISO 8601-2 (EDTF level 1) writes them, the form of biblatex's date fields.

`1999-06-02`, `1999-06/1999-08`, `1999-21` for spring, `1723~` for about 1723. A year before the
common era counts from 0 there: 50 BCE is `-0049`.
"""

from __future__ import annotations

from litconv.model import Date, PartialDate

_MONTHS = 12
_DAYS = 31
_FIRST_SEASON = 21
_SEASONS = 4
_LAST_YEAR = 9999


def date_to_edtf(date: Date) -> str:
    """Give the date or range; "" when it has no start or a year of more than four digits."""
    if date.start is None or abs(date.start.year) > _LAST_YEAR:
        return ""
    text = _day(date.start, season=date.season)
    if date.circa:
        text += "~"
    if date.end is not None and abs(date.end.year) <= _LAST_YEAR:
        text += f"/{_day(date.end)}"
    return text


def known_parts(day: PartialDate) -> PartialDate:
    """Give the date without a month or day that no calendar has."""
    if day.month is None or not 1 <= day.month <= _MONTHS:
        return PartialDate(day.year)
    if day.day is None or not 1 <= day.day <= _DAYS:
        return PartialDate(day.year, day.month)
    return day


def is_regular(date: Date) -> bool:
    """Whether every number of the date is one a calendar has, so that none was left out."""
    if date.start is None:
        return not (date.end or date.season or date.circa)
    days = [day for day in (date.start, date.end) if day is not None]
    return (
        all(known_parts(day) == day and abs(day.year) <= _LAST_YEAR for day in days)
        and (date.season is None or 1 <= date.season <= _SEASONS)
        and not (date.season and date.start.month)
    )


def _day(day: PartialDate, *, season: int | None = None) -> str:
    day = known_parts(day)
    if day.year < 0:
        day = PartialDate(day.year + 1, day.month, day.day)
    if season is not None and 1 <= season <= _SEASONS:
        return f"{PartialDate(day.year).iso}-{_FIRST_SEASON - 1 + season}"
    return day.iso
