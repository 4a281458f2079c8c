"""Dates as ISO 8601-2 (EDTF level 1) writes them, the form of biblatex's date fields, both ways.

`1999`, `1999-06-02`, `1999-06/1999-08`, `1999-21` for spring, `1723~` for about 1723 (`1723?` and a
time of day are read too); an open range (`2004/`, `2004/..`) has no end. A year before the common
era counts from 0: `-0049` is 50 BCE. Unspecified digits (`199X`) have no place in the model and
give None.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Date, PartialDate

_FIRST_SEASON: Final = 21
_SEASONS: Final = 4
_LAST_SEASON: Final = _FIRST_SEASON + _SEASONS - 1
_LAST_YEAR: Final = 9999
_DAY: Final = re.compile(
    r"(-?)(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d\S*)?)?)?([~?%]?)", re.ASCII
)


def date_from_edtf(text: str) -> Date | None:
    """Read a date or range; None where the text is no such date."""
    begin, slash, finish = text.strip().partition("/")
    start = _parse_day(begin)
    if start is None:
        return None
    day, season, circa = start
    if not slash or finish in ("", "..", "open"):
        return Date(start=day, season=season, circa=circa)
    end = _parse_day(finish)
    if end is None:
        return None
    return Date(start=day, end=end[0], season=season, circa=circa or end[2])


def is_open(text: str) -> bool:
    """Say whether the text is a range without an end: `2004/`, `2004/..`."""
    return text.strip().endswith(("/", "/..", "/open"))


def names_impossible(text: str) -> bool:
    """Say whether `date_from_edtf` leaves out a month or a day: `2001-13`, `2015-02-30`."""
    for half in text.split("/"):
        found, match = _parse_day(half), _DAY.fullmatch(half.strip())
        if found is not None and match is not None:
            named = sum(int(part or 0) > 0 for part in match.group(3, 4))
            if named > len(found[0].parts) - 1 + (found[1] is not None):
                return True
    return False


def _parse_day(text: str) -> tuple[PartialDate, int | None, bool] | None:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    sign, year, month, day, doubt = match.groups()
    number = -int(year) - 1 if sign else int(year)
    if number == 0:
        number = -1
    season = int(month) if month else 0
    if _FIRST_SEASON <= season <= _LAST_SEASON:
        return PartialDate(number), season - _FIRST_SEASON + 1, bool(doubt)
    date = PartialDate(number, int(month or 0) or None, int(day or 0) or None)
    return date.possible, None, bool(doubt)


def date_to_edtf(date: Date) -> str:
    """Give the date or range; "" when it has no start or a year of more than four digits."""
    if date.start is None or abs(date.start.year) > _LAST_YEAR:
        return ""
    text = _format_day(date.start, season=date.season)
    if date.circa:
        text += "~"
    if date.end is not None and abs(date.end.year) <= _LAST_YEAR:
        text += f"/{_format_day(date.end)}"
    return text


def known_parts(day: PartialDate) -> PartialDate:
    """Give the date without a month or day that no calendar has."""
    return day.possible


def is_regular(date: Date) -> bool:
    """Whether every number of the date is one a calendar has, so that none was left out."""
    start = date.start
    if start is None:
        return not (date.end or date.season or date.circa)
    if start.month is None and date.end is None and date.season is None:  # what most dates are
        return start.day is None and -_LAST_YEAR <= start.year <= _LAST_YEAR
    return (
        _in_calendar(start)
        and (date.end is None or _in_calendar(date.end))
        and (date.season is None or 1 <= date.season <= _SEASONS)
        and not (date.season and start.month)
    )


def _in_calendar(day: PartialDate) -> bool:
    """Whether nothing of it is impossible, and the year has four digits at most."""
    return abs(day.year) <= _LAST_YEAR and day.possible is day


def _format_day(day: PartialDate, *, season: int | None = None) -> str:
    day = day.possible
    if day.year < 0:
        day = PartialDate(day.year + 1, day.month, day.day)
    if season is not None and 1 <= season <= _SEASONS:
        return f"{PartialDate(day.year).iso}-{_FIRST_SEASON - 1 + season}"
    return day.iso
