"""Page ranges, volumes and issues as record pages and Web of Science print them."""

from __future__ import annotations

import re

from litconv.model import Pages
from litconv.text.width import fold, tidy

_PAGE = r"[A-Za-z]{0,4}[. ]?\d+[A-Za-z]{0,2}(?:[.:]\d+)?|[ivxlcdmIVXLCDM]+"
_RANGE = re.compile(rf"(?P<first>{_PAGE})(?:\s*[-/~‐-―−]+\s*(?P<last>{_PAGE}|[&+]))?\s*[&+]?")
_ARTICLE = re.compile(r"(?:e|E|ARTN|Artn|Article|ART|UNSP)[ .]*(?=[\w.]*\d)\w[\w.]*")
_ZEROS = re.compile(r"(?<![\w.])0+(?=\d)")
# Continues elsewhere: `397 / &`, `323 / +`, `A565 - &`.
_OPEN = re.compile(r"[&+]\s*$")


def parse_pages(text: str) -> Pages | None:
    """Read `165 / 187`, `336 - 341`, `134-&`, `A565`, `e0123456`.

    Gives None for a text that is no page, and empty `Pages` for one that states none (`-+`).
    """
    raw = tidy(text)
    folded = fold(raw).strip(" :,;.")
    if not folded.strip("-+&/ "):
        return Pages(raw=raw)
    if _ARTICLE.fullmatch(folded):
        return Pages(raw=raw, article_number=folded)
    match = _RANGE.fullmatch(folded)
    if not match:
        if re.fullmatch(r"[\w ./\-,;+&]+", folded) and any(char.isdigit() for char in folded):
            return Pages(raw=raw, ranges=re.sub(r"\s*([-,;])\s*", _spaced, folded))
        return None
    last = match["last"] or ""
    return Pages(raw=raw, first=match["first"], last="" if last in ("&", "+") else last)


def _spaced(match: re.Match[str]) -> str:
    return "-" if match[1] == "-" else f"{match[1]} "


def goes_on(pages: Pages) -> bool:
    """Say whether the source marks the range as continued elsewhere, its last page unknown."""
    return bool(_OPEN.search(pages.raw)) and not pages.last


def strip_zeros(number: str) -> str:
    """`04` → `4`, `02-03` → `2-3`; `4A`, `S1`, `A 24`, `10.5` stay."""
    return _ZEROS.sub("", tidy(number))
