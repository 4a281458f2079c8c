"""Dates: `cs:date` in its localised and its own form, ranges, seasons, words.

Cures of citeproc-py: ranges (`July 12–15`), seasons, years before the common era, dates given as
text, number, `raw` or `literal`, the year 0, a delimiter of a localised date that gets lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from litconv.csl.nodes import Node
from litconv.csl.richtext import clean
from litconv.csl.terms import DateForm, DatePart, read_parts

if TYPE_CHECKING:
    from litconv.csl.compile import Sheet
    from litconv.csl.work import Work

_PARTS = ("year", "month", "day")
_ISO = re.compile(r"^\s*(-?\d{1,4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?\s*(?:T[\d:.Z+-]*)?\s*$")
_CIRCA = re.compile(r"^(?:ca?\.?|circa)\s+|[~?]$", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORDS = re.compile(
    r"^(?:(?P<m1>[A-Za-z]{3,9})\.?\s+(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+)?"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+)(?P<y>\d{4})$"
)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_LAST_MONTH, _LAST_DAY, _SEASON_BASE, _LAST_SEASON = 12, 31, 20, 24
_EARLY = 1000


class Day(NamedTuple):
    """A day as far as it is known; months 21–24 of EDTF are seasons 1–4."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


class DateValue(NamedTuple):
    """A date of an item, ready to print."""

    start: Day | None = None
    end: Day | None = None
    literal: str = ""
    circa: bool = False
    open_end: bool = False

    @property
    def sort_key(self) -> str:
        """Digits that sort by time; words follow."""
        if self.start is None:
            return f"9{self.literal}"
        day = self.start
        return f"{day.year + 50000:06d}{day.month:02d}{day.day:02d}"


def read_date(value: object) -> DateValue | None:
    """Give a CSL-JSON date in any of the shapes that are about; None when it says nothing."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, str)):
        return _raw(str(value))
    if isinstance(value, list):
        value = {"date-parts": value if value and isinstance(value[0], list) else [value]}
    if not isinstance(value, Mapping):
        return None
    circa = str(value.get("circa", "")).lower() not in ("", "0", "false", "none")
    season = _season(value.get("season"))
    days = [
        day for parts in _listed(value.get("date-parts")) if (day := _day(parts, season)) is not None
    ]
    if days:
        end = days[1] if len(days) > 1 else None
        return DateValue(days[0], end if end != days[0] else None, circa=circa)
    for key in ("literal", "raw"):
        text = value.get(key)
        if isinstance(text, (str, int)) and str(text).strip():
            if key == "raw":
                found = _raw(str(text))
                return found._replace(circa=found.circa or circa) if found else None
            return DateValue(literal=clean(str(text)).strip(), circa=circa)
    return None


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        return []
    return value if value and isinstance(value[0], (list, tuple)) else [value]


def _season(value: object) -> int:
    text = str(value or "").strip().lower()
    if text.isdigit():
        number = int(text)
        number = number - _SEASON_BASE if number > _SEASON_BASE else number
        return number if number in range(1, 5) else 0
    return _SEASONS.get(text, 0)


def _day(parts: object, season: int) -> Day | None:
    if not isinstance(parts, (list, tuple)):
        return None
    numbers: list[int] = []
    for part in parts[:3]:
        text = str(part).strip() if part is not None else ""
        if not re.fullmatch(r"-?\d{1,6}", text):
            break
        numbers.append(int(text))
    if not numbers or numbers[0] == 0:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if _SEASON_BASE < month <= _LAST_SEASON:
        return Day(year, season=month - _SEASON_BASE)
    if not 1 <= month <= _LAST_MONTH:
        return Day(year, season=season)
    return Day(year, month, day if 1 <= day <= _LAST_DAY else 0)


@lru_cache(maxsize=1024)
def _raw(text: str) -> DateValue | None:
    text = clean(text).strip()
    if not text:
        return None
    bare = _CIRCA.sub("", text).strip()
    circa = bare != text
    start, slash, end = bare.partition("/")
    if slash and (first := _iso(start)) and (last := _iso(end)):
        return DateValue(first, last, circa=circa)
    day = _iso(bare) or _worded(bare)
    return DateValue(day, circa=circa) if day else DateValue(literal=text)


def _iso(text: str) -> Day | None:
    match = _ISO.match(text)
    return _day([part for part in match.groups() if part], 0) if match else None


def _worded(text: str) -> Day | None:
    match = _WORDS.match(text)
    if match is None:
        return None
    name = (match["m1"] or match["m2"]).lower()
    if name in _SEASONS:
        return Day(int(match["y"]), season=_SEASONS[name])
    if name[:3] not in _MONTHS:
        return None
    day = int(match["d1"] or match["d2"] or 0)
    return Day(int(match["y"]), _MONTHS.index(name[:3]) + 1, day)


class DateNode(Node):
    """`cs:date` of a style."""

    def prepare(self, sheet: Sheet) -> None:
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
        self.printers = tuple(_Printer(part, sheet) for part in self.parts)

    def render(self, work: Work) -> str:
        work.called = True
        if self.variable in work.done:
            return ""
        if work.substituting:
            work.done.add(self.variable)
        date = work.date(self.variable)
        if date is None:
            return ""
        if work.sorting:
            work.printed = True
            return date.sort_key
        text = date.literal if date.start is None else self._date(date)
        if not text:
            return ""
        work.printed = True
        return self.decorate(text, work)

    def _date(self, date: DateValue) -> str:
        start, end = date.start, date.end
        if start is None:
            return ""
        if end is None:
            return self._joined([one.text(start) for one in self.printers], self.printers)
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
        left = self._joined([*(p.text(start) for p in before), *(p.text(start) for p in middle)],
                            (*before, *middle), trim=True)
        right_parts = (*middle, *after)
        right = self._joined([p.text(end) for p in right_parts], right_parts)
        return f"{left}{dash}{right}" if left and right else left or right

    def _joined(
        self, texts: list[str], printers: tuple[_Printer, ...], *, trim: bool = True
    ) -> str:
        shown = [(text, one) for text, one in zip(texts, printers, strict=True) if text]
        pieces: list[str] = []
        for index, (text, one) in enumerate(shown):
            last = index == len(shown) - 1
            suffix = one.suffix
            if trim and last and self.localised and suffix.strip(" ,/.-") == "":
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

    def __init__(self, part: DatePart, sheet: Sheet) -> None:
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
            from litconv.csl.textcase import apply  # noqa: PLC0415 (a rare case)

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
        return f"{year}{self.terms.get('ad') or 'AD'}" if year < _EARLY // 2 else str(year)

    def _month(self, day: Day) -> str:
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
