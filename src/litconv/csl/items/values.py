"""Texts of CSL-JSON items that the model holds in another shape: pages, keywords, numbers."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Pages
from litconv.text.pages import parse_pages

_RANGE: Final = re.compile(r"(\d+)\s?[-–]\s?(\d+)")
_BETWEEN: Final = re.compile(r"[\s,;]+")
_ISBN: Final = re.compile(r"[\d-]{9,16}[\dXx]")
_ISSN: Final = re.compile(r"\d{4}-?\d{3}[\dXx]")
_LONG_NUMBER: Final = 10


def read_pages(text: str) -> Pages:
    """Read `page`; `raw` is the text itself, and what is no range counts as several."""
    if match := _RANGE.fullmatch(text):
        first, last = match[1], match[2]
        if len(first) <= len(last):
            return Pages(raw=text, first=first, last=last)
    found = parse_pages(text)
    if found is None:
        return Pages(raw=text, ranges=text)
    return Pages(
        raw=text,
        first=found.first,
        last=found.last,
        ranges=found.ranges,
        article_number=found.article_number,
    )


def read_keywords(text: str) -> tuple[str, ...]:
    """Take `keyword` apart: at semicolons, else at commas."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(part.strip() for part in parts if part.strip())


def read_numbers(variable: str, text: str) -> tuple[str, ...]:
    """Take `ISBN` or `ISSN` apart where it holds several, each whole."""
    parts = [part for part in _BETWEEN.split(text) if part]
    form = _ISBN if variable == "ISBN" else _ISSN
    return tuple(parts) if all(form.fullmatch(part) for part in parts) else (text,)


def read_count(text: str) -> int | None:
    """Read `number-of-pages`, if it is nothing but a number."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < _LONG_NUMBER else None
