"""`cs:date` in its localised and its own form.

Cures of citeproc-py: ranges (`July 12–15`), ranges without an end, seasons, years before the
common era, a delimiter of a localised date that gets lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from litconv.csl.processor.datevalues import DateValue, Day
from litconv.csl.processor.nodes import Node
from litconv.csl.processor.terms import DateForm, DatePart, read_parts
from litconv.csl.processor.textcase import apply

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work

_PARTS = ("year", "month", "day")
_LAST_EARLY_YEAR = 499


class DateNode(Node):
    """`cs:date` of a style."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.variable = self.get("variable", "")
        own = read_parts(self)
        form = self.get("form", "")
        self.localised = bool(form)
        if form:
            base = sheet.terms.dates.get(form, DateForm((), ""))
            overrides = {part.name: part.attributes for part in own}
            shown = self.get("date-parts", "year-month-day").split("-")
            self.parts = tuple(
                DatePart(part.name, {**part.attributes, **_without_affixes(overrides, part.name)})
                for part in base.parts
                if part.name in shown
            )
            self.delimiter = self.get("delimiter", base.delimiter)
        else:
            self.parts, self.delimiter = own, self.get("delimiter", "")
        self.printers = tuple(
            _Printer(part, sheet, localised=self.localised) for part in self.parts
        )

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        work.called = True
        if self.variable in work.done:
            return ""
        if work.substituting:
            work.done.add(self.variable)
        date = work.date(self.variable)
        if date is None:
            return ""
        if work.sorting:
            work.printed = work.begun = True
            return date.sort_key_of(frozenset(part.name for part in self.parts))
        suffix = self._suffix(work)
        text = self._words(date) if date.start is None else self._date(date, suffix)
        if not text:
            return ""
        work.printed = work.begun = True
        return self.decorate(text, work)

    def _suffix(self, work: Work) -> str:
        """Give the letter that the first year of a reference takes, unless the style places it."""
        if not work.shown.suffix or work.suffixed or self.sheet.places_suffix:
            return ""
        if not any(one.name == "year" for one in self.printers):
            return ""
        work.suffixed = True
        return work.shown.suffix

    def _words(self, date: DateValue) -> str:
        """Give a date in words, where the year would be printed."""
        return date.literal if any(one.name == "year" for one in self.printers) else ""

    def _date(self, date: DateValue, suffix: str = "") -> str:
        start, end = date.start, date.end
        if start is None:
            return ""
        if end is None:
            texts = [one.text(start) for one in self.printers]
            if suffix:
                years = [one.name == "year" for one in self.printers]
                texts = [f"{text}{suffix * one}" for text, one in zip(texts, years, strict=True)]
            text = self._joined(texts, self.printers)
            ended = date.open_end and any(one.name == "year" for one in self.printers)
            return f"{text}{self.printers[0].dash}" if ended else text
        ranged = _differing(start, end)
        inside = [index for index, one in enumerate(self.printers) if one.name in ranged]
        if not inside:
            return self._joined([one.text(start) for one in self.printers], self.printers)
        first, last = inside[0], inside[-1] + 1
        before, middle, after = (
            self.printers[:first],
            self.printers[first:last],
            self.printers[last:],
        )
        dash = middle[0].dash
        left = self._joined(
            [*(p.text(start) for p in before), *(p.text(start) for p in middle)],
            (*before, *middle),
            ranged=True,
        )
        right_parts = (*middle, *after)
        right = self._joined([p.text(end) for p in right_parts], right_parts).lstrip()
        return f"{left}{dash}{right}" if left and right else left or right

    def _joined(
        self,
        texts: list[str],
        printers: tuple[_Printer, ...],
        *,
        trim: bool = True,
        ranged: bool = False,
    ) -> str:
        shown = [(text, one) for text, one in zip(texts, printers, strict=True) if text]
        pieces: list[str] = []
        for index, (text, one) in enumerate(shown):
            last = index == len(shown) - 1
            suffix = one.suffix
            if trim and last and ranged:
                suffix = ""
            elif trim and last and self.localised and suffix.strip(" ,/.-") == "":
                suffix = suffix.rstrip(" ,/-") if suffix.strip() != "." else suffix
            elif trim and last:
                suffix = suffix.rstrip()
            prefix = one.prefix if index or not self.localised else one.prefix.lstrip(" ,/-")
            pieces.append(f"{prefix}{one.decorate(text)}{suffix}")
        return self.glue.join(pieces, self.delimiter) if pieces else ""


def _without_affixes(overrides: Mapping[str, Mapping[str, str]], name: str) -> dict[str, str]:
    """Give a style's changes to a localised part; CSL keeps the locale's affixes."""
    return {
        key: value
        for key, value in overrides.get(name, {}).items()
        if key not in ("prefix", "suffix", "name")
    }


def _differing(start: Day, end: Day) -> frozenset[str]:
    if start.year != end.year:
        return frozenset(_PARTS)
    if (start.month, start.season) != (end.month, end.season):
        return frozenset(("month", "day"))
    return frozenset(("day",))


class _Printer:
    """One date-part: how it prints a day."""

    def __init__(self, part: DatePart, sheet: Sheet, *, localised: bool) -> None:
        self.localised = localised
        attributes = part.attributes
        self.name = part.name
        self.form = attributes.get("form", "long" if self.name != "day" else "numeric")
        self.prefix = attributes.get("prefix", "")
        self.suffix = attributes.get("suffix", "")
        self.dash = attributes.get("range-delimiter", "–")
        self.no_periods = attributes.get("strip-periods") == "true"
        self.case = attributes.get("text-case", "")
        self.terms = sheet.terms
        self.on = self.off = ""

    def decorate(self, text: str) -> str:
        if self.no_periods:
            text = text.replace(".", "")
        if self.case:
            text = apply(text, self.case, english=True)
        return text

    def text(self, day: Day) -> str:
        if self.name == "year":
            return self._year(day.year)
        if self.name == "month":
            return self._month(day)
        return self._day(day.day) if day.day else ""

    def _year(self, year: int) -> str:
        if self.form == "short":
            return f"{abs(year) % 100:02d}"
        if year < 0:
            return f"{-year}{self.terms.get('bc') or 'BC'}"
        return f"{year}{self.terms.get('ad') or 'AD'}" if year <= _LAST_EARLY_YEAR else str(year)

    def _month(self, day: Day) -> str:
        if day.words:
            return day.words if self.localised else ""
        if day.season:
            return self.terms.get(f"season-{day.season:02d}") or ""
        if not day.month:
            return ""
        if self.form == "numeric":
            return str(day.month)
        if self.form == "numeric-leading-zeros":
            return f"{day.month:02d}"
        return self.terms.get(f"month-{day.month:02d}", self.form) or ""

    def _day(self, number: int) -> str:
        if self.form == "numeric-leading-zeros":
            return f"{number:02d}"
        if self.form == "ordinal" and not (
            number > 1 and self.terms.options["limit-day-ordinals-to-day-1"] == "true"
        ):
            return self.terms.ordinal(number)
        return str(number)
