"""Page ranges, volumes and issues as record pages and Web of Science print them."""

from __future__ import annotations

import re

from litconv.model import Pages
from litconv.text.width import fold, tidy

_PAGE = r"[A-Za-z]{0,4}[. ]?\d+[A-Za-z]{0,2}(?:[.:]\d+)?|[ivxlcdmIVXLCDM]+"
_RANGE = re.compile(rf"(?P<first>{_PAGE})(?:\s*[-/~‐-―−]+\s*(?P<last>{_PAGE}|[&+]))?\s*[&+-]?")
_ARTICLE = re.compile(r"[eE]\d[\w.]*|(?:ARTN?|Art(?:n|icle)?|UNSP)[ .]*(?P<number>\w*\d[\w.]*)")
# What stands around a range: `pp. 1-9`, `165-187页`, `第1-9页`, a newspaper's `04版`.
_AROUND = re.compile(r"(?:[Pp]{1,2}\. ?|[Pp]{2} |第 ?)?(?P<pages>.*?)(?: ?[页頁版])?")
_DASHES = re.compile("[‐-―−]")
_TOO_LONG = 200
_ZEROS = re.compile(r"(?<![\w.])0+(?=\d)")
_RANGE_IN_FIELD = re.compile(r"\d\s*[-‐-―~]+\s*\w")
# Continues elsewhere: `397 / &`, `323 / +`, `A565 - &`.
_OPEN = re.compile(r"[&+]\s*$")


def parse_pages(text: str) -> Pages | None:
    """Read `165 / 187`, `336 - 341`, `919-22`, `134-&`, `A565`, `e0123456`, `ARTN 123`.

    Gives None for a text that is no page, and empty `Pages` for one that states none (`-+`).
    """
    begin, _, end = text.partition("-")
    if begin.isdecimal() and end.isdecimal() and text.isascii() and len(text) < _TOO_LONG:
        return Pages(raw=text, first=begin, last=_whole(begin, end))  # what most are
    raw = tidy(text)
    return _parse_any(raw) if len(raw) <= _TOO_LONG else None


def usual_pages(first: str, last: str) -> Pages | None:
    """Give the pages of two values that are plain numbers, `165` and `187`; None of any others.

    They are what `parse_pages` gives for the two with a hyphen between them.
    """
    both = f"{first}-{last}"
    if not (first.isdecimal() and last.isdecimal() and both.isascii()):
        return None
    if first == last or len(both) >= _TOO_LONG:
        return None
    return Pages(raw=both, first=first, last=_whole(first, last))


def _parse_any(raw: str) -> Pages | None:
    folded = _DASHES.sub("-", fold(raw)).strip(" :,;.")
    if around := _AROUND.fullmatch(folded):
        folded = around["pages"]
    if not folded.strip("-+&/ "):
        return Pages(raw=raw)
    if article := _ARTICLE.fullmatch(folded):
        return Pages(raw=raw, article_number=article["number"] or folded)
    match = _RANGE.fullmatch(folded)
    if not match:
        if re.fullmatch(r"[\w ./\-,;+&]+", folded) and any(char.isdigit() for char in folded):
            return Pages(raw=raw, ranges=re.sub(r"\s*([-,;])\s*", _spaced, folded))
        return None
    first, last = match["first"], match["last"] or ""
    return Pages(raw=raw, first=first, last="" if last in ("&", "+") else _whole(first, last))


def _whole(first: str, last: str) -> str:
    """Complete a last page that leaves out what it shares with the first: `919-22`, `S145-52`."""
    if len(first) <= len(last) and first.isdecimal():
        return last  # nearly always
    letters = first.rstrip("0123456789")
    if letters.isalpha() and last.isdigit() and len(letters) < len(first):
        return letters + _whole(first[len(letters) :], last)
    if not (first.isdigit() and last.isdigit() and len(last) < len(first)):
        return last
    whole = first[: -len(last)] + last
    return whole if int(whole) > int(first) else last


def _spaced(match: re.Match[str]) -> str:
    return "-" if match[1] == "-" else f"{match[1]} "


def bare_page(text: str) -> str:
    """Give a page without what stands around it: `p. 12` is 12."""
    if text.isdecimal():
        return text
    around = _AROUND.fullmatch(text)
    return around["pages"] if around else text


def join_pages(first: str, last: str) -> str | None:
    """Join first and last page of two fields to a range; None when they are no such pair.

    A first page that holds the range already (`674-682`) is returned as it is where the last page
    says the same or nothing. A work of one page (`42`, `42`) has no range.
    """
    if not last or first == last:
        return first
    if not first:
        return None
    if _RANGE_IN_FIELD.search(first):
        return first if first.endswith(last) else None
    return f"{first}-{last}"


def goes_on(pages: Pages) -> bool:
    """Say whether the source marks the range as continued elsewhere, its last page unknown."""
    return bool(_OPEN.search(fold(pages.raw))) and not pages.last


def counts_itself(first: str, last: str, count: int) -> bool:
    """Whether the page count follows from first and last page and need not be written."""
    numbers = first.isdecimal() and last.isdecimal() and len(first) + len(last) < _TOO_LONG
    return numbers and int(last) - int(first) + 1 == count


def strip_zeros(number: str) -> str:
    """`04` → `4`, `02-03` → `2-3`; `4A`, `S1`, `A 24`, `10.5` stay, dates and classes of patents.

    Those have slashes: `20/02/2015`, `A01G 3/02`.
    """
    if number.isdecimal() and number[0] != "0" and number.isascii():
        return number
    if number.count("/") > 1 or ("/" in number and any(map(str.isalpha, number))):
        return tidy(number)
    return _ZEROS.sub("", tidy(number))
