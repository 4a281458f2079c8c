"""The dates of CSL-JSON items and those of the model, both ways.

CSL-JSON has one shape for dates, `date-parts`, and many more are about: numbers and texts instead
of lists, `raw`, `literal`, `season`, `circa`. They mean what `csl.processor.datevalues` says when a
reference is printed, so a record and a reference never tell two different dates.
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from litconv.csl.items.variables import DATE_KEYS
from litconv.csl.processor.datevalues import Day, read_date
from litconv.model import Date, PartialDate
from litconv.model.dates import days_in
from litconv.text.dates import is_impossible
from litconv.text.oneline import one_line

_MONTHS, _LAST_YEAR = 12, 9999
_PARTS, _DIGITS = 3, 4
_POSSIBLE_MONTHS: Final = frozenset((*range(_MONTHS + 1), *range(21, 25)))
_LONGEST: Final = 200
# A text that starts with a year and goes on with more than a date: `1999 [printed 2001]`.
_YEAR_FIRST: Final = re.compile(r"(?:(?:ca?\.?|circa)\s+)?\d{4}(?!\d)")
_DAY: Final = r"-?\d{1,4}(?:[-/.]\d{1,2}){0,2}\s*(?:T[\d:.Z+-]*)?"
_NUMBERS: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2}))?(?!\d)")
_WHOLE: Final = re.compile(rf"(?:(?:ca?\.?|circa)\s+)?{_DAY}(?:/{_DAY})?[~?]?", re.IGNORECASE)


def date_to_csl(date: Date | None) -> dict[str, Any]:
    """Give a date as `date-parts` with season and circa, or as `literal` if it has no year.

    A literal beside known parts is left to `custom`: processors would print it instead of them.
    """
    if date is None:
        return {}
    start = date.start
    if start and not (date.end or date.circa) and date.season is None:  # nearly all
        return {"date-parts": [list(start.parts)]}
    result: dict[str, Any] = {}
    if date.start:
        ends = (date.start, date.end) if date.end else (date.start,)
        result["date-parts"] = [list(end.parts) for end in ends]
    elif date.end:
        result["literal"] = f"../{date.end.iso}"  # EDTF for a range whose start is not known
    elif literal := one_line(date.literal):
        result["literal"] = literal
    if date.season is not None:
        result["season"] = date.season
    if date.circa:
        result["circa"] = True
    return result


def date_from_csl(value: Any) -> tuple[Date | None, bool]:  # noqa: ANN401 (any JSON value)
    """Read a date of any shape; say too whether `date_to_csl` gives back all that it says.

    None for what is no date: the year 0, which prints as nothing, and values of wrong types.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    plain = _plain(value)
    if plain is not None:
        return plain, True
    words = _words(value)
    if len(words) > _LONGEST:
        return Date(literal=words), isinstance(value, str)
    found = read_date(value)
    date = None
    if found is not None and found.start is not None:
        rest = words if _YEAR_FIRST.match(words) and not _WHOLE.fullmatch(words) else ""
        date = Date(
            start=_partial(found.start),
            end=_partial(found.end) if found.end else None,
            season=found.start.season or None,
            circa=found.circa,
            literal=rest,
        )
    elif found is not None and found.literal:
        date = _from_literal(words, circa=found.circa)
    said = date is not None and not (date.start and date.literal) and _says_no_more(value)
    return date, said and read_date(date_to_csl(date)) == found


def schema_date(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Give a date without the keys that the schema does not know."""
    if not isinstance(value, dict):
        return value
    return {key: one for key, one in value.items() if key in DATE_KEYS}


def has_impossible_part(value: object) -> bool:
    """Say whether a date has a month or a day that there is not, in parts or as text.

    Zero and nothing stand for what is not known; the months 21–24 are seasons.
    """
    if words := _words(value):
        numbers = _NUMBERS.finditer(words) if _WHOLE.fullmatch(words) else ()
        told = any(_is_impossible(list(parts.groups())) for parts in numbers)
        return told or is_impossible(words)
    listed = value.get("date-parts") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return False
    days = listed if any(isinstance(one, list) for one in listed) else [listed]
    return any(_is_impossible(parts) for parts in days if isinstance(parts, list))


def _is_impossible(parts: list[Any]) -> bool:
    month, day = (*(_number(part) for part in parts[1:_PARTS]), 0, 0)[: _PARTS - 1]
    if not 1 <= month <= _MONTHS:
        return month not in _POSSIBLE_MONTHS or day != 0  # a day of no month
    return day != 0 and not 1 <= day <= days_in(max(_number(parts[0]), 0), month)


def _number(part: object) -> int:
    """Give a month or a day as a number; −1 for what is none, which cannot be one either."""
    text = "" if part is None else str(part).strip()
    if not text:
        return 0
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else -1


def _plain(value: object) -> Date | None:
    """Read the one shape nearly every date has: `{"date-parts": [[1999, "6", 2]]}`."""
    if type(value) is not dict or len(value) != 1:
        return None
    listed = value.get("date-parts")
    if type(listed) is not list or len(listed) != 1:
        return None
    parts = listed[0]
    if type(parts) is not list or not 1 <= len(parts) <= _PARTS:
        return None
    numbers: list[int] = []
    for part in parts:
        if type(part) is int:
            numbers.append(part)
        elif type(part) is str and len(part) <= _DIGITS and part.isdecimal():
            numbers.append(int(part))
        else:
            return None
    year, month, day = (*numbers, 1, 1)[:_PARTS]
    if not (1 <= year <= _LAST_YEAR and 1 <= month <= _MONTHS and day >= 1):
        return None
    return Date(start=PartialDate(*numbers)) if day <= days_in(year, month) else None


def _partial(day: Day) -> PartialDate:
    return PartialDate(day.year, day.month or None, (day.month and day.day) or None)


def _words(value: object) -> str:
    """Give the text of a date that is one, empty for dates in parts."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict) or value.get("date-parts"):
        return ""
    for key in ("literal", "raw"):
        text = value.get(key)
        if isinstance(text, str) and text.strip():
            return text.strip()
    return ""


def _from_literal(words: str, *, circa: bool) -> Date:
    """Read words that print as they are, but may tell a date all the same: `2020-01-02`."""
    found = read_date(words)
    if found is None or found.start is None:
        return Date(literal=words, circa=circa)
    date = date_from_csl(words)[0] or Date(literal=words)
    return msgspec.structs.replace(date, circa=circa or date.circa)


def _says_no_more(value: object) -> bool:
    """Say whether a date has only keys that are read, and texts only where they are read."""
    if not isinstance(value, dict):
        return True
    known = {"date-parts", "season", "circa"} if value.get("date-parts") else DATE_KEYS
    return value.keys() <= known and not ("literal" in value and "raw" in value)
