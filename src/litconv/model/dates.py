"""Dates as bibliographies know them: a year, perhaps a month and a day, a range, or just words."""

from __future__ import annotations

from typing import Final

import msgspec

MONTHS_A_YEAR: Final = 12
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ALWAYS: Final = 28
_FEBRUARY: Final = 2
_FIRST_GREGORIAN_YEAR: Final = 1583


def days_in(year: int, month: int) -> int:
    """Give the number of days of a month 1–12.

    Before the Gregorian calendar every fourth year is a leap year; before the common era any may
    be one, for sources count those years in two ways.
    """
    if month != _FEBRUARY:
        return _LENGTHS[month - 1]
    leap = year < 0 or (
        year % 4 == 0 and (year < _FIRST_GREGORIAN_YEAR or year % 100 != 0 or year % 400 == 0)
    )
    return _ALWAYS + leap


class PartialDate(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A day known as far as the source says: year, then month 1–12, then day 1–31.

    Years before the common era are negative, as in CSL-JSON.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """One to three numbers: CSL's `date-parts`."""
        if self.month is None:
            return (self.year,)
        if self.day is None:
            return (self.year, self.month)
        return (self.year, self.month, self.day)

    @property
    def possible(self) -> PartialDate:
        """The date without a month or day that no calendar has: itself, for nearly all."""
        month, day = self.month, self.day
        if month is None or not 1 <= month <= MONTHS_A_YEAR:
            return self if month is day is None else PartialDate(self.year)
        if day is None or 1 <= day <= _ALWAYS or 1 <= day <= days_in(self.year, month):
            return self
        return PartialDate(self.year, month)

    @property
    def iso(self) -> str:
        """ISO 8601 with as many parts as are known: `1999`, `1999-06`, `1999-06-02`."""
        sign = "-" if self.year < 0 else ""
        rest = [f"{part:02d}" for part in self.parts[1:]]
        return "-".join([f"{sign}{abs(self.year):04d}", *rest])


class Date(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A date or a range; `literal` holds what could not be read as one.

    `season` is 1–4 (spring to winter), `circa` marks an approximate date.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    season: int | None = None
    circa: bool = False
    literal: str = ""

    @property
    def year(self) -> int | None:
        """The year the date begins in, if it is known."""
        return self.start.year if self.start else None
