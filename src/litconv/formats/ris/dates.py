"""RIS dates: `YYYY/MM/DD/other`, empty parts left empty, both ways.

`other` is free text. litconv writes the season, the end of a range, `circa` and words there, set
apart by commas; EndNote a month or a day (`2004///Mar 15`), publishers what kind of date it is.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.model import Date, PartialDate
from litconv.text.dates import parse_date, partial_date

SEASONS: Final = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}
_SEASON_OF: Final = {name: number for number, name in SEASONS.items()}

_FORM: Final = re.compile(
    r"\s*(-\d{3,}|\d{4})?(?:/\s*(\d{0,2})(?:/\s*(\d{0,2})(?:/\s*(.*?))?)?)?\s*"
)
_END: Final = re.compile(r"to (-?\d{3,})(?:-(\d\d)(?:-(\d\d))?)?")
# Dates of a manuscript's way (PMC), none of its publication.
HISTORY: Final = re.compile(r"/\s*(?:received|accepted|revised|submitted)\b", re.IGNORECASE)
# What a publisher says about the date, not in it: `2017/04/07/online`.
KIND: Final = re.compile(
    r"online|print|e-?pub\w*|ppub\w*|published|issued|eCollection", re.IGNORECASE
)


def date_to_ris(date: Date, *, always: bool = False) -> str:
    """Give `YYYY/MM/DD/other`; "" if there is no more than a year.

    `always` gives the year alone too. `other` is free text: season, end of a range, words.
    """
    parts = [f"{part:02d}" for part in (date.start.parts[1:] if date.start else ())]
    other = [SEASONS[date.season]] if date.season in SEASONS else []
    other += [f"to {date.end.iso}"] if date.end else []
    other += ["circa"] if date.circa else []
    other += [date.literal] if date.literal else []
    if not parts and not other and not (always and date.start):
        return ""
    return "/".join([year_to_ris(date), *parts, *[""] * (2 - len(parts)), ", ".join(other)])


def year_to_ris(date: Date) -> str:
    """Give the year in four digits, "" where there is none."""
    return f"{date.start.year:04d}" if date.start else ""


def leaves_out(text: str, date: Date) -> bool:
    """Say whether a month or day that the text names is none that a date has: `2004/13/45`."""
    match = _FORM.fullmatch(text)
    if match is None or date.start is None:
        return False
    named = [part for part in match.group(2, 3) if part and int(part)]
    return len(named) > len(date.start.parts) - 1


def date_from_ris(text: str, year: int | None = None) -> Date | None:
    """Read a date of any form; `year` is the year known from another tag (`DA  - MAR 15`).

    None where nothing of it is known; words behind a form that has no date are its `literal`.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        return parse_date(text.removeprefix("Start date: "), year=year)  # of projects in TRID
    digits, month, day, other = match.groups()
    sign = -1 if digits and digits[0] == "-" else 1
    start = partial_date(digits.lstrip("-"), month, day) if digits else None
    if start and sign < 0:
        start = PartialDate(-start.year, start.month, start.day)
    if other and any(map(str.isalnum, other)):
        return _with_other(start, other)
    return Date(start=start) if start else None


def _with_other(start: PartialDate | None, other: str) -> Date | None:
    """Add what stands behind the third slash."""
    if KIND.fullmatch(other):
        return Date(start=start) if start else None
    if start and start.month is None:
        found = parse_date(other, year=start.year)
        if found and found.start and found.start.year == start.year and found.start.month:
            return found
    date = Date(start=start)
    rest = other
    while rest:
        word, _, after = rest.partition(", ")
        end = _END.fullmatch(word)
        if word in _SEASON_OF and not date.season:
            date = msgspec.structs.replace(date, season=_SEASON_OF[word])
        elif end and not date.end:
            last = partial_date(end[1].lstrip("-"), end[2], end[3])
            if last and end[1].startswith("-"):
                last = PartialDate(-last.year, last.month, last.day)
            date = msgspec.structs.replace(date, end=last)
        elif word == "circa" and not date.circa:
            date = msgspec.structs.replace(date, circa=True)
        else:
            return msgspec.structs.replace(date, literal=rest)
        rest = after
    return date
