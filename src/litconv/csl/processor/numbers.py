r"""Numbers and their labels: what is numeric, what is plural, how ranges are written.

citeproc-py calls `18-2424` plural, prints `\-` with its backslash, takes `US4405829A1` for two
numbers, and shortens the page range 1–10 to `1–0`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from string import ascii_letters

NUMERIC_VARIABLES = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number printing-number
    section supplement-number version volume""".split()
)

# What stands between two numbers; a comma only with a blank, for `9,367,592` is one number.
_BETWEEN = re.compile(r"(\s*(?:--|[-–]|&|,(?=\s)|\band\b)\s*)")
_NUMBER = re.compile(r"^[A-Za-z]*[\d\x01]+[A-Za-z]*(?:/\d+[A-Za-z]*)*$")
_ROMAN = re.compile(r"^[ivxlcdm]+$")
_LEGAL_NUMBER = re.compile(
    r"^(?:\d+(?:-\d+)*|[A-Za-z]*\d+[A-Za-z]*(?:-[A-Za-z]+)?)(?:(?:, | ?& ?| and |/).*)?$"
)
_SOLE_RANGE = re.compile(r"^([A-Za-z]*)(\d+)([a-z]?)[-–]([A-Za-z]*)(\d+)([a-z]?)$")
_PAIR = 3  # two numbers and what is between them
_HYPHENS = ("-", "–")
LEGAL_TYPES = frozenset("bill hearing legal_case legislation regulation treaty".split())
_HUNDRED = 100
_ROMAN_DIGITS = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_MAX_ROMAN = 4000


@lru_cache(maxsize=1024)
def is_numeric(value: str, *, legal: bool = False) -> bool:
    """Say whether CSL's `is-numeric` holds: a number first, maybe with letters, ranges, lists.

    In `legal` items a hyphen is part of the number: `2020-2021` is one there.
    """
    if legal:
        return bool(_LEGAL_NUMBER.match(value.strip()))
    parts = _split(value)
    return bool(_NUMBER.match(parts[0]) or (len(parts) > 1 and _ROMAN.match(parts[0])))


@lru_cache(maxsize=1024)
def is_plural(variable: str, value: str, *, legal: bool = False) -> bool:
    """Say whether the label of a number is plural."""
    if variable.startswith("number-of"):
        return value.strip().isdecimal() and int(value) > 1
    if not is_numeric(value, legal=legal):
        return False
    between = {one.strip() for one in _split(value)[1::2]}
    return bool(between - (set(_HYPHENS) if legal else set()))


def _split(value: str) -> list[str]:
    """Give numbers and what stands between them, by turns; U+0001 is a protected hyphen."""
    return _BETWEEN.split(" ".join(value.split()).replace("\\-", "\x01"))


def format_number(
    value: str,
    *,
    page_format: str = "",
    dash: str = "–",
    legal: bool = False,
    loose: bool = False,
    each: Callable[[str], str] | None = None,
) -> str:
    r"""Give a number for printing: ranges with a dash, `\-` as the hyphen it protects.

    `each` changes every single number: into an ordinal, or with a capital. `loose` makes a range
    of any two numbers with a hyphen.
    """
    parts = _split(value)
    if len(parts) == 1 or legal:
        text = value.strip().replace("\\-", "-")
        return each(text) if each else text
    numeric = is_numeric(value)
    out: list[str] = []
    for index in range(0, len(parts), 2):
        between = parts[index + 1] if index + 1 < len(parts) else ""
        right = parts[index + 2] if between else ""
        more = parts[index + 3].strip() if index + 3 < len(parts) and parts[index + 4] else ""
        if loose and len(parts) == _PAIR and between.strip() in _HYPHENS and _has_digits(parts):
            between = dash
        elif not (numeric and between.strip() in _HYPHENS and more not in _HYPHENS):
            between = between.replace("–", "-")
        elif _same_kind(parts[index], right):
            between, right = dash, _last(parts[index], right, page_format)
            parts[index + 2] = right
        else:
            between = "-"
        out.append((each(parts[index]) if each else parts[index]) + between)
    return "".join(out).replace("\x01", "-")


def _has_digits(parts: list[str]) -> bool:
    return all(any(char.isdigit() for char in part) for part in parts[::2])


def _same_kind(first: str, last: str) -> bool:
    """Say whether these are a range: `TR06-067` is none."""
    if _ROMAN.match(first) and _ROMAN.match(last):
        return True
    numbers = _NUMBER.match(first) and _NUMBER.match(last)
    return bool(numbers) and _letters(first) == _letters(last)


def _last(first: str, last: str, page_format: str) -> str:
    """Give the end of a range in the form the style wants."""
    match = _SOLE_RANGE.match(f"{first}-{last}") if page_format else None
    if match is None or match[3] or match[6]:
        return last
    start, end = match[2], match[5]
    if len(end) < len(start):
        end = start[: len(start) - len(end)] + end
    if int(end) < int(start):
        return last
    short = shorten(start, end, page_format)
    return f"{match[1]}{short}" if short == end else short


def _letters(number: str) -> str:
    """Give the letters in front of a number."""
    return number[: len(number) - len(number.lstrip(ascii_letters))]


def shorten(start: str, end: str, page_format: str) -> str:
    """Give the last page as CSL's `page-range-format` wants it."""
    if page_format == "expanded" or start == end or len(start) != len(end):
        return end
    common = 0
    while common < len(start) and start[common] == end[common]:
        common += 1
    if page_format == "minimal":
        return end[min(common, len(end) - 1) :]
    if page_format == "minimal-two":
        return end[min(common, max(len(end) - 2, 0)) :]
    if page_format.startswith("chicago"):
        return _chicago(start, end, common, page_format)
    return end


def _chicago(start: str, end: str, common: int, page_format: str) -> str:
    number = int(start)
    if number < _HUNDRED or number % _HUNDRED == 0:
        return end
    if page_format != "chicago-16" and len(start) >= 4 and common < len(start) - 2:  # noqa: PLR2004 (four digits, as the manual's rule says)
        return end
    if number % _HUNDRED < 10:  # noqa: PLR2004 (01–09)
        return end[min(common, len(end) - 1) :]
    return end[min(common, len(end) - 2) :]


def roman(number: int) -> str:
    """Give a lower-case Roman numeral for 1–3999; other numbers as they are."""
    if not 0 < number < _MAX_ROMAN:
        return str(number)
    out = []
    for letters, worth in _ROMAN_DIGITS:
        count, number = divmod(number, worth)
        out.append(letters * count)
    return "".join(out)
