r"""Numbers and their labels: what is numeric, what is plural, how ranges are written.

citeproc-py calls `18-2424` plural, prints `\-` with its backslash, takes `US4405829A1` for two
numbers, and shortens the page range 1–10 to `1–0`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters

NUMERIC_VARIABLES = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number printing-number
    section supplement-number version volume""".split()
)

_NUMBER = r"[A-Za-z]{0,3}\d+(?:[A-Za-z]{0,3}|[.:/]\d+[A-Za-z]?)"
_NUMERIC = re.compile(
    r"^\s*[A-Za-z]{0,4}\d+[A-Za-z]{0,4}(?:\s*[-–—,&/]\s*(?:[A-Za-z]{0,4}\d+[A-Za-z]{0,4}|[A-Za-z]\b))*\s*$"
)
_THOUSANDS = re.compile(r"^\d{1,3}(?:,\d{3})+$")
_ROMAN = re.compile(r"^[ivxlcdm]+(?:\s*[-–—]\s*[ivxlcdm]+)*$", re.IGNORECASE)
_PLURAL = re.compile(r"\d[A-Za-z]*\s*[-–—,&]\s*\w|^[ivxlcdm]+\s*[-–—]\s*[ivxlcdm]+$")
_RANGE = re.compile(
    r"(?<![-\w.])([A-Za-z]{0,4}\d[\w.:]*)\s*(?<!\\)[-–]\s*([A-Za-z]{0,4}\d[\w.:]*)(?![-\w])"
)
_SOLE_RANGE = re.compile(r"^([A-Za-z]*)(\d+)([a-z]?)[-–]([A-Za-z]*)(\d+)([a-z]?)$")
_HUNDRED = 100
_ROMAN_DIGITS = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_MAX_ROMAN = 4000


@lru_cache(maxsize=1024)
def is_numeric(value: str) -> bool:
    """Say whether CSL's `is-numeric` holds: numbers, maybe with letters, ranges and lists."""
    return bool(_NUMERIC.match(value.replace("\\-", "-")))


@lru_cache(maxsize=1024)
def is_plural(variable: str, value: str) -> bool:
    """Say whether the label of a number is plural."""
    if variable.startswith("number-of"):
        digits = re.match(r"\s*(\d+)\s*$", value)
        return bool(digits) and int(value) > 1
    if "\\-" in value or _THOUSANDS.match(value) or not (is_numeric(value) or _ROMAN.match(value)):
        return False
    return bool(_PLURAL.search(value))


@lru_cache(maxsize=1024)
def format_number(value: str, *, page_format: str = "", dash: str = "–") -> str:
    r"""Give a number for printing: ranges with a dash, `\-` as the hyphen it protects."""
    value = value.strip()
    if not any(char.isdigit() for char in value):
        if _ROMAN.match(value):
            return re.sub(r"\s*[-–—]\s*", dash, value)
        return value.replace("\\-", "-")
    if not ("-" in value or "–" in value or "—" in value or "," in value or "&" in value):
        return value
    protected = value.replace("\\-", "\x01")
    if is_numeric(value) and not _THOUSANDS.match(value):
        protected = _RANGE.sub(lambda m: _range(m[1], m[2], page_format, dash), protected)
        protected = re.sub(r"\s*,\s*", ", ", protected)
        protected = re.sub(r"\s*&\s*", " & ", protected)
    return protected.replace("\x01", "-")


def _range(first: str, last: str, page_format: str, dash: str) -> str:
    if _letters(first) != _letters(last):  # `TR06-067` is no range
        return f"{first}-{last}"
    match = _SOLE_RANGE.match(f"{first}-{last}") if page_format else None
    if match is None or match[3] or match[6] or (match[4] and match[1] != match[4]):
        return f"{first}{dash}{last}"
    prefix, start, end = match[1], match[2], match[5]
    if len(end) < len(start):
        end = start[: len(start) - len(end)] + end
    if int(end) < int(start):
        return f"{first}{dash}{last}"
    short = shorten(start, end, page_format)
    return f"{prefix}{start}{dash}{prefix if short == end else ''}{short}"


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
