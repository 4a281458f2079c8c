"""Dates of numbers that a calendar has: a short cut for years, the long way for others."""

from __future__ import annotations

import calendar
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import Date, PartialDate
from litconv.text.edtf import is_regular

_YEARS = (-10000, -9999, -45, 0, 1, 1900, 2000, 2001, 9999, 10000)
_MONTHS = (None, -1, 0, 1, 2, 4, 12, 13)
_DAYS = (None, -1, 0, 1, 28, 29, 30, 31, 32)


def test_dates_alone_are_as_regular_as_the_beginning_of_a_range() -> None:
    """A range takes the long way; its end, a year, is regular."""
    for year, month, day in product(_YEARS, _MONTHS, _DAYS):
        start = PartialDate(year, month, day)
        ranged = Date(start=start, end=PartialDate(2000))
        assert is_regular(Date(start=start)) == is_regular(ranged), start


@pytest.mark.parametrize(
    ("date", "regular"),
    [
        (Date(start=PartialDate(2004)), True),
        (Date(start=PartialDate(-9999)), True),
        (Date(start=PartialDate(10000)), False),
        (Date(start=PartialDate(-10000)), False),
        (Date(start=PartialDate(2004, None, 5)), False),  # a day of no month
        (Date(start=PartialDate(2004, 13)), False),
        (Date(start=PartialDate(2004), season=5), False),
        (Date(start=PartialDate(2004), season=4), True),
        (Date(start=PartialDate(2004), end=PartialDate(2004, 13)), False),
        (Date(literal="in press"), True),
        (Date(circa=True), False),
    ],
)
def test_regular_dates(date: Date, regular: bool) -> None:  # noqa: FBT001 (from the table)
    assert is_regular(date) is regular


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 31))
def test_regular_days_are_those_of_the_calendar(year: int, month: int, day: int) -> None:
    exists = day <= calendar.monthrange(year, month)[1]
    assert is_regular(Date(start=PartialDate(year, month, day))) == exists
