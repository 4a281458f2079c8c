"""The day of issue beside its year, as tagged formats have it."""

from __future__ import annotations

from litconv.model import Date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date


def add_day(draft: Draft, item: Item, year: int | None) -> Date | None:
    """Add the day of issue, mostly without its `year`; a day of another year is given back."""
    date = parse_date(item.value, year=year)
    if date is not None and year and date.year != year:
        return date
    draft.date("issued", item, date)
    if date and date.start and date.start.month is None and item.value.count("/") > 1:
        draft.keep(item)  # `03/04/2015`: which of the two is the month is not certain
    return None
