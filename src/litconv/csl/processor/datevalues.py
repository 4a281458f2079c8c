"""Dates of an item, made ready: any of the shapes that are about.

Cures of citeproc-py: dates given as text, number, `raw` or `literal`, the year 0, `issued: null`,
`season` and `circa` as words crash or print rubbish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from litconv.csl.processor.richtext import clean
from litconv.model.dates import days_in

_ISO = re.compile(r"^\s*(-?\d{1,4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?\s*(?:T[\d:.Z+-]*)?\s*$")
_YEAR = re.compile(r"^(\d{4})(?!\d)")
_CIRCA = re.compile(r"^(?:ca?\.?|circa)\s+|[~?]$", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORDS = re.compile(
    r"^(?:(?P<m1>[A-Za-z]{3,9})\.?\s+(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+)?"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+)(?P<y>\d{4})$"
)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_LAST_MONTH, _SEASON_BASE, _LAST_SEASON = 12, 20, 24


_ALL_PARTS = frozenset(("year", "month", "day"))


class Day(NamedTuple):
    """A day as far as it is known; months 21–24 of EDTF are seasons 1–4, `words` are others."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0
    words: str = ""


class DateValue(NamedTuple):
    """A date of an item, ready to print."""

    start: Day | None = None
    end: Day | None = None
    literal: str = ""
    circa: bool = False
    open_end: bool = False
    """A range whose end is not known yet: `[[2015], [0]]`."""

    @property
    def sort_key(self) -> str:
        """Digits that sort by time; words sort after them."""
        return self.sort_key_of(_ALL_PARTS)

    def sort_key_of(self, parts: frozenset[str]) -> str:
        """Give the same for some parts only: a list may be sorted by the year."""
        if self.start is None:
            return self.literal
        day = self.start
        month = day.month if "month" in parts else 0
        number = day.day if "day" in parts else 0
        return f"{day.year + 50000:06d}{month:02d}{number:02d}"


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
    found = _from_parts(value) or _from_words(value)
    return found._replace(circa=found.circa or circa) if found else None


def _from_parts(value: Mapping[str, Any]) -> DateValue | None:
    season = _season(value.get("season"))
    words = "" if season else clean(str(value.get("season") or "")).strip()
    words = "" if words.isdigit() else words
    listed = _listed(value.get("date-parts"))
    days = [day for parts in listed if (day := _day(parts, season, words)) is not None]
    if days:
        end = days[1] if len(days) > 1 else None
        unknown = len(listed) > 1 and end is None
        return DateValue(days[0], end if end != days[0] else None, open_end=unknown)
    # the year 0 is a date that prints nothing: with it there is no "(n.d.)"
    return DateValue() if any(_is_zero(parts) for parts in listed) else None


def _from_words(value: Mapping[str, Any]) -> DateValue | None:
    literal, raw = value.get("literal"), value.get("raw")
    if isinstance(literal, (str, int)) and str(literal).strip():
        return DateValue(literal=clean(str(literal)).strip())
    return _raw(str(raw)) if isinstance(raw, (str, int)) else None


def _is_zero(parts: object) -> bool:
    return isinstance(parts, (list, tuple)) and bool(parts) and str(parts[0]).strip("0") == ""


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


def _day(parts: object, season: int, words: str = "") -> Day | None:
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
        return Day(year, season=season, words=words)
    return Day(year, month, day if 1 <= day <= days_in(year, month) else 0)


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
    if day is None and (year := _YEAR.match(bare)):
        day = Day(int(year[1]))
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
    return _day((match["y"], _MONTHS.index(name[:3]) + 1, match["d1"] or match["d2"]), 0)
