"""The dates of an entry: `date` in biblatex, `year`, `month` and `day` in BibTeX."""

from __future__ import annotations

from typing import Final

from litconv.formats.bibtex.fields import Fields
from litconv.model import Date
from litconv.text.edtf import date_to_edtf, is_regular, known_parts

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SEASONS: Final = ("Spring", "Summer", "Autumn", "Winter")


class DateFields(Fields):
    """One entry: its dates."""

    __slots__ = ()

    def _date(self) -> None:
        record = self.record
        if record.issued and self.biblatex:
            self._edtf("date", record.issued, "issued", words="year")
        elif record.issued:
            self._classic_date(record.issued)
        if record.event_date:
            self._edtf("eventdate", record.event_date, "event_date")
        if record.accessed:
            self._edtf("urldate", record.accessed, "accessed")

    def _edtf(self, name: str, date: Date, field: str, *, words: str = "") -> None:
        text = date_to_edtf(date)
        self._put(name, text, field)
        rest = date.literal or (str(date.year) if date.start and not text else "")
        if rest and words and not text:
            self._text(words, rest, field)
        elif rest or not is_regular(date):
            self.lost.append(field)

    def _classic_date(self, date: Date) -> None:
        regular = is_regular(date)
        if date.start is None:
            self._text("year", date.literal, "issued")
            self.lost += [] if regular else ["issued"]
            return
        day = date.start if regular else known_parts(date.start)
        self.fields["year"] = f"  year = {{{day.year}}},\n"
        if date.season and 0 < date.season <= len(SEASONS):
            self._put("month", SEASONS[date.season - 1], "issued")
        elif day.month:
            self.fields["month"] = f"  month = {MONTHS[day.month - 1]},\n"
            self._put("day", str(day.day or ""), "issued")
        if date.end or date.circa or date.literal or not regular:
            self.lost.append("issued")
