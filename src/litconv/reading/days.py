"""Dates of a draft: those that name a day there is not, and the day beside its year."""

from __future__ import annotations

from litconv.model import Date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import is_impossible, parse_date


def set_date(
    draft: Draft, field: str, item: Item, date: Date | None = None, *, year: int | None = None
) -> None:
    """Set a date as `Draft.date` does, and say where the text names a day that there is not.

    Of 30 February, year and month are read; the text is kept. `year` is the year known from
    elsewhere, for a text without it.
    """
    draft.date(field, item, date)
    if is_impossible(item.value, year=year):
        draft.odd(item, field)


def add_day(draft: Draft, item: Item, year: int | None) -> Date | None:
    """Add the day of issue, mostly without its `year`; a day of another year is given back."""
    date = parse_date(item.value, year=year)
    if date is not None and year and date.year != year:
        return date
    set_date(draft, "issued", item, date, year=year)
    if date and date.start and date.start.month is None and item.value.count("/") > 1:
        draft.keep(item)  # `03/04/2015`: which of the two is the month is not certain
    return None
