"""Dates as bibliographies know them: a year, perhaps a month and a day, a range, or just words."""

from __future__ import annotations

import msgspec


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
