"""Dates of biblatex's date fields (ISO 8601-2, EDTF level 1) → `Date`; `text.edtf` is the way back.

`1999`, `1999-06-02`, `1999-06/1999-08`, `1999-21` for spring, `1723~`, `1723?`, `2004-06-02T10:00`;
an open range (`2004/`, `2004/..`) has no end. A year before the common era counts from 0: `-0049`
is 50 BCE. Unspecified digits (`199X`) have no place in the model and give None.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Date, PartialDate
from litconv.text.dates import partial_date

_DAY: Final = re.compile(
    r"(-?)(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d\S*)?)?)?([~?%]?)", re.ASCII
)
_FIRST_SEASON: Final = 21
_LAST_SEASON: Final = 24


def date_from_edtf(text: str) -> Date | None:
    """Read a date or range; None where the text is no such date."""
    begin, slash, finish = text.strip().partition("/")
    start = _day(begin)
    if start is None:
        return None
    day, season, circa = start
    if not slash or finish in ("", "..", "open"):
        return Date(start=day, season=season, circa=circa)
    end = _day(finish)
    if end is None:
        return None
    return Date(start=day, end=end[0], season=season, circa=circa or end[2])


def is_open(text: str) -> bool:
    """Say whether the text is a range without an end: `2004/`, `2004/..`."""
    return text.strip().endswith(("/", "/..", "/open"))


def _day(text: str) -> tuple[PartialDate, int | None, bool] | None:
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
    date = partial_date("1", month, day)
    if date is None:
        return None
    return PartialDate(number, date.month, date.day), None, bool(doubt)
