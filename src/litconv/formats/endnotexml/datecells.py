"""EndNote XML: dates in words, year and day apart."""

from __future__ import annotations

from typing import Final

from litconv.csl.items.dates import date_from_csl
from litconv.csl.items.kept import unpack
from litconv.model import Date, PartialDate
from litconv.text.dates import parse_date
from litconv.text.oneline import one_line

_MONTHS: Final = (
    *("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_SEASONS: Final = ("", "Spring", "Summer", "Autumn", "Winter")


def date_cells(date: Date | None) -> tuple[str, str, set[str]]:
    """Give the texts of `year` and `date`, and the kinds of facts that they hold."""
    if date is None:
        return "", "", set()
    year, day = _year(date), _day(date)
    if not year:
        return one_line(date.literal), "", {"issued", "issued.literal"} if date.literal else set()
    found = parse_date(year)
    if found and day:  # a year that cannot be read (before 1000) holds no day either
        found = parse_date(day, year=date.start.year if date.start else None) or found
    held: set[str] = set()
    if found and date.start and found.start and found.start.year == date.start.year:
        held.add("issued")
        pairs = {
            "month": found.start.month == date.start.month,
            "day": found.start.day == date.start.day,
            "season": found.season == date.season,
            "end": found.end == date.end,
            "circa": found.circa == date.circa,
        }
        held |= {f"issued.{part}" for part, same in pairs.items() if same}
    return year, day, held


def _year(date: Date) -> str:
    start, end = date.start, date.end
    if start is None:
        return ""
    text = f"{start.year:04d}"
    if end and start.parts == (start.year,) and end.parts == (end.year,) and end.year > start.year:
        text = f"{text}-{end.year:04d}"
    return f"c. {text}" if date.circa and start.month is None and not date.season else text


def _day(date: Date) -> str:
    """Give `Mar 3`, `Sep-Oct`, `2004 Dec-2005 Jan`, `Spring`."""
    start, end = date.start, date.end
    if start is None:
        return ""
    if start.month is None:
        season = date.season if date.season and date.season < len(_SEASONS) else 0
        return _SEASONS[season]
    if end is None or end.month is None:
        return _words(start)
    if end.year == start.year:
        return f"{_words(start)}-{_words(end)}"
    return f"{start.year} {_words(start)}-{end.year} {_words(end)}"


def _words(date: PartialDate) -> str:
    day = f" {date.day}" if date.day else ""
    return f"{_MONTHS[date.month or 0]}{day}"


def available_day(value: str) -> str:
    """Give `2015/02/04` for the JSON of CSL's `available-date`; "" if it is no such day."""
    date, _ = date_from_csl(unpack(value))
    if date is None or date.start is None or date.end:
        return ""
    return date.start.iso.replace("-", "/") if date.start.year > 0 else ""


def day_words(text: str) -> bool:
    """Say whether a text is read as a date."""
    return parse_date(text) is not None
