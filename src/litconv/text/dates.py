"""Dates as databases and reference managers print them.

`1948/07//` · `2017/04/07/online` (RIS) · `2004 Sep-Oct` · `2015 Mar 3` (PubMed) · `JAN-FEB` ·
`SPR` (Web of Science) · `04 2006` (INSPEC) · `2013 06 10` · `20160512` · `3 March 2015` ·
`March 3, 2015` · `14.03.2015` · `2016年3月5日` · `1998-1999` · ISO 8601 and EDTF's `2004-06~`,
`2004-06-01/2004-06-05`.
Sources: the format pages of `litconv.formats`. `print_date` is the way back, in PubMed's form.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Date, PartialDate
from litconv.text.width import fold, tidy

_MONTH_NAMES: Final = (
    "january jan januar janvier janv enero ene gennaio gen janeiro",
    "february feb februar février fevrier févr fév febrero febbraio fevereiro fev",
    "march mar märz maerz mrz mars marzo março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago",
    "september sep sept septembre septiembre settembre setembro set",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
MONTHS: Final = {
    name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()
}
SEASONS: Final = {
    "spring": 1, "spr": 1, "春": 1, "春季": 1,
    "summer": 2, "sum": 2, "夏": 2, "夏季": 2,
    "autumn": 3, "fall": 3, "fal": 3, "aut": 3, "秋": 3, "秋季": 3,
    "winter": 4, "win": 4, "冬": 4, "冬季": 4,
}  # fmt: skip

_YEAR: Final = r"(?:1[0-9]|20|21)\d\d"
_RIS: Final = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})/?(.*)")
_COMPACT: Final = re.compile(rf"({_YEAR})(\d\d)(\d\d)?(?:\s.*)?")
_NUMERIC: Final = re.compile(
    r"(\d{4})(?:[-/. ](0?[1-9]|1[0-2]|00?|\d\d(?=[-/.]))"  # `1998-99` is a range of years
    r"(?:[-/. ](\d{1,2})(?:[T ]\d{1,2}:\d\d.*)?)?)?([~?%]?)"
)
# The year last: `06/2014`, `04 2006`, and with a day where the stops tell its place: `14.03.2015`.
_YEAR_LAST: Final = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\.)?(?P<month>0?[1-9]|1[0-2])(?(day)\.|[-/. ])(?P<year>{_YEAR})"
)
# Month first in America, day first elsewhere: certain only where one of the two is over 12.
_SLASHED: Final = re.compile(rf"(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<year>{_YEAR})")
_CHINESE: Final = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]?)?)?")
_YEARS: Final = re.compile(rf"({_YEAR})\s*[-/‐-―~]\s*({_YEAR}|\d\d)")
_DAY: Final = r"(\d{4})-(\d\d)(?:-(\d\d))?"
_DAYS: Final = re.compile(rf"{_DAY}(?:/|\s*[‐-―]\s*|\s+(?:-|to)\s+){_DAY}")
_CIRCA: Final = re.compile(r"(?:\bc(?:irca|a)?\.?\s+|\bc\.\s*|\[)(?=\d)|[\]?~]$", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+")
_ANY_YEAR: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31
_LONGEST: Final = 60
_DIGITS: Final = 9
# What a text must hold to name a day or a month that there is not: a day from 29 on, a month from
# 13 on, digits run together.
_SUSPICIOUS: Final = re.compile(
    r"(?<!\d)(?:29|[3-9]\d)(?!\d)|[-/. 年](?:1[3-9]|2\d)[-/. 月]|(?<!\d)\d{6,8}(?!\d)|//\d"
)


def parse_date(text: str, *, year: int | None = None) -> Date | None:
    """Read a date; None where the text states none.

    `year` is the year known from elsewhere, for texts that are only month and day (`MAR 15`).
    A part that cannot be (month 13, day 0, 30 February) is left out; words that are no part of a
    date stay in `literal` only when no year was found.
    """
    found = _read(text, year)
    if found is None or _is_possible(found):
        return found
    start, end = found.start, found.end
    return Date(
        start=start.possible if start else None,
        end=end.possible if end else None,
        season=found.season,
        circa=found.circa,
    )


def is_impossible(text: str, *, year: int | None = None) -> bool:
    """Say whether `parse_date` leaves out a month or a day: `2015-02-30`, `2001/13/05`."""
    if _SUSPICIOUS.search(text) is None:
        return False
    found = _read(text, year)
    return found is not None and not _is_possible(found)


def _is_possible(date: Date) -> bool:
    return (date.start is None or date.start.possible is date.start) and (
        date.end is None or date.end.possible is date.end
    )


def _read(text: str, year: int | None) -> Date | None:
    """Read a date; its months and days are any numbers but 0."""
    bare = fold(tidy(text)).strip(" ,;.")
    if not bare or len(bare) > _LONGEST:
        return None
    circa = bool(_CIRCA.search(bare))
    bare = _CIRCA.sub("", bare).strip(" ,;.") if circa else bare
    found = _by_numbers(bare) or _by_words(bare, year)
    if found is None:
        return None
    return (
        Date(start=found.start, end=found.end, season=found.season, circa=True) if circa else found
    )


def _by_numbers(text: str) -> Date | None:
    if match := _RIS.fullmatch(text):
        date = _numbers(match[1], match[2], match[3])
        season = SEASONS.get(match[4].strip(" /").casefold())
        return Date(start=date, season=season) if date else None
    for form in (_NUMERIC, _CHINESE, _COMPACT):
        if match := form.fullmatch(text):
            date = _numbers(*match.groups()[:3])
            return Date(start=date) if date else None
    if match := _YEAR_LAST.fullmatch(text):
        date = _numbers(match["year"], match["month"], match["day"])
        return Date(start=date) if date else None
    if match := _SLASHED.fullmatch(text):
        return _slashed(match["year"], match["one"], match["two"])
    return _range_by_numbers(text)


def _range_by_numbers(text: str) -> Date | None:
    if match := _DAYS.fullmatch(text):
        first, last = _numbers(*match.groups()[:3]), _numbers(*match.groups()[3:])
        return Date(start=first, end=last) if first and last and first.parts < last.parts else None
    if match := _YEARS.fullmatch(text):
        start, end = int(match[1]), match[2]
        until = int(end) if len(end) == len(match[1]) else start // 100 * 100 + int(end)
        return Date(start=PartialDate(start), end=PartialDate(until)) if until > start else None
    return None


def _slashed(year: str, one: str, two: str) -> Date | None:
    """Read `03/25/2015` and `25/03/2015`; of `03/04/2015` only the year is certain."""
    if int(two) > _LAST_MONTH or one == two:
        date = _numbers(year, one, two)
    else:
        date = _numbers(year, two, one) if int(one) > _LAST_MONTH else _numbers(year)
    return Date(start=date) if date else None


def partial_date(
    year: str | None, month: str | None = "", day: str | None = ""
) -> PartialDate | None:
    """Give the date of three texts of digits, as far as they can be one; None for year 0."""
    found = _numbers(year, month, day)
    return found.possible if found else None


def _numbers(year: str | None, month: str | None = "", day: str | None = "") -> PartialDate | None:
    number = _number(year)
    return PartialDate(number, _number(month) or None, _number(day) or None) if number else None


def _number(digits: str | None) -> int:
    """Give the number of some digits; 0 for what is none, or too long: Python reads no 5,000."""
    return int(digits) if digits and digits.isdecimal() and len(digits) <= _DIGITS else 0


def month_number(text: str) -> int | None:
    """Give 1–12 for a month's name, abbreviation or number; None for anything else."""
    bare = text.strip(" .,").casefold()
    if bare.isdecimal() and len(bare) <= _DIGITS:
        return int(bare) if 1 <= int(bare) <= _LAST_MONTH else None
    return MONTHS.get(bare) or (MONTHS.get(bare[:3]) if bare[:3] in _STEMS else None)


_STEMS: Final = frozenset("jan feb mar apr jun jul aug sep oct nov dec".split())


def _by_words(text: str, year: int | None) -> Date | None:
    """Read `2004 Sep 30-Oct 2`, `March 3, 2015`, `JAN-FEB`, `Spring 2008`."""
    years = _ANY_YEAR.findall(text)
    known = int(years[0]) if years else year
    if known is None:
        return None
    months: list[int] = []
    days: list[int] = []
    season: int | None = None
    for token in _TOKEN.findall(text):
        if token in years:
            continue
        if token.isdecimal():
            if 1 <= int(token) <= _LAST_DAY and len(token) <= 2:  # noqa: PLR2004 - two digits
                days.append(int(token))
        elif (name := token.casefold()) in SEASONS:
            season = season or SEASONS[name]
        elif month := MONTHS.get(name) or (MONTHS.get(name[:3]) if name[:3] in _STEMS else None):
            months.append(month)
    if season and not months:
        return Date(start=PartialDate(known), season=season)
    if not months:
        return Date(start=PartialDate(known)) if years else None
    start = PartialDate(known, months[0], days[0] if days else None)
    return Date(start=start, end=_end(start, years, months, days))


def _end(
    start: PartialDate, years: list[str], months: list[int], days: list[int]
) -> PartialDate | None:
    last_year = int(years[-1]) if years else start.year
    last_day = days[1] if len(days) > 1 else None
    if len(months) > 1:
        if last_year == start.year and months[1] < months[0]:
            last_year += 1  # `2004 Dec-Jan`
        return PartialDate(last_year, months[1], last_day)
    if last_day:
        return PartialDate(last_year, months[0], last_day)
    return None


_SHORT_MONTHS: Final = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_SEASON_NAMES: Final = ("", "Spring", "Summer", "Autumn", "Winter")


def print_date(date: Date) -> str:
    """Give a date as PubMed prints it: `2004 Sep 30-Oct 2`, `2004 Spring`, `1998-1999`.

    Circa and literal are left to the caller; "" without a year. `parse_date` reads all of it,
    but for years that have not four digits.
    """
    start, end = date.start, date.end
    if start is None:
        return ""
    text = _part(start)
    if date.season and date.season < len(_SEASON_NAMES) and start.month is None:
        text = f"{text} {_SEASON_NAMES[date.season]}"
    if end is None:
        return text
    if end.year != start.year or end.month is None or start.month is None:
        return f"{text}-{_part(end)}"
    if end.month != start.month:
        return f"{text}-{_part(end).partition(' ')[2]}"
    return f"{text}-{end.day}" if end.day and start.day else text


def _part(date: PartialDate) -> str:
    words = [f"{date.year:04d}"]
    if date.month:
        words.append(_SHORT_MONTHS[date.month])
    if date.day:
        words.append(str(date.day))
    return " ".join(words)
