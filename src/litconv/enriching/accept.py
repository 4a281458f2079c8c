"""Tells whether what a service found is the work that the record means.

A DOI may be wrong: mistyped, or copied from the line below. A search may find another work. Both
are told by the title; a wrong value is worse than a missing one.

* With a DOI, titles of the same script must share `DOI_BAR` of their letters in order, or one must
  begin the other (a subtitle dropped, a title cut off). A title in another script (a Chinese title,
  an English record at Crossref) cannot be compared: then first page and year have to agree.
* A search is accepted from `SEARCH_BAR` on, with the same first author and no other year; a title
  of few letters (`Editorial`) needs the same volume and first page. When two different works pass,
  none is taken.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rapidfuzz import fuzz

from litconv.model import Name, Record, Role
from litconv.text.ascii import fold_latin
from litconv.text.script import has_cjk
from litconv.text.tags import to_plain_text

DOI_BAR: Final = 0.7
SEARCH_BAR: Final = 0.93
_SHORTEST: Final = 25
_SHORTEST_CJK: Final = 10
_SHORTEST_START: Final = 12
_LONGEST: Final = 600
_WORD: Final = re.compile(r"[^\W_]+")


def is_same_work(record: Record, found: Record) -> bool:
    """Say whether a record and what its DOI leads to are one work."""
    mine = _titles(record)
    yours = _titles(found)
    if not mine or not yours:  # all there is to compare is the DOI itself
        dois = {one.identifiers.doi.lower() for one in (record, found)} - {""}
        return len(dois) <= 1
    comparable = [(one, other) for one in mine for other in yours if has_cjk(one) == has_cjk(other)]
    if comparable:
        return any(_alike(one, other) for one, other in comparable)
    return _same_place(record, found)


def best_of_search(record: Record, candidates: list[Record]) -> int | None:
    """Give the place of the one candidate that is the record's work; None without one."""
    passed = [place for place, one in enumerate(candidates) if _is_hit(record, one)]
    dois = {candidates[place].identifiers.doi.lower() for place in passed}
    return passed[0] if len(dois) == 1 and "" not in dois else None


def similarity(one: str, other: str) -> float:
    """Give the share of letters in order that two titles have in common, 0 to 1."""
    return float(fuzz.ratio(letters(one), letters(other))) / 100


def letters(title: str) -> str:
    """Give the letters and digits of a title without case, accents, marks and tags."""
    text = unicodedata.normalize("NFKC", to_plain_text(title))[:_LONGEST]
    return "".join(_WORD.findall(fold_latin(text).casefold()))


def first_family(record: Record) -> str:
    """Give the family name of the first author (else editor)."""
    names = record.authors or record.names(Role.EDITOR)
    return _family(names[0]) if names else ""


def _titles(record: Record) -> list[str]:
    all_titles = (record.title, *(one.title for one in record.translated_titles))
    return [one for one in all_titles if letters(one)]


def _alike(one: str, other: str) -> bool:
    mine, yours = letters(one), letters(other)
    short, long = sorted((mine, yours), key=len)
    if long.startswith(short) and len(short) >= (4 if has_cjk(short) else _SHORTEST_START):
        return True
    return similarity(one, other) >= DOI_BAR


def _same_place(record: Record, found: Record) -> bool:
    """Say whether first page and year agree, the year by one at most."""
    if not (record.issued and found.issued and record.issued.year and found.issued.year):
        return False
    first = record.pages.first or record.pages.article_number
    return (
        bool(first)
        and first == (found.pages.first or found.pages.article_number)
        and abs(record.issued.year - found.issued.year) <= 1
    )


def _is_hit(record: Record, found: Record) -> bool:
    if not any(similarity(record.title, one) >= SEARCH_BAR for one in _titles(found)):
        return False
    mine, yours = letters(first_family(record)), letters(first_family(found))
    if not mine or mine != yours or _numbers(record.title) != _numbers(found.title):
        return False
    years = [one.issued.year for one in (record, found) if one.issued and one.issued.year]
    places = [(one.volume, one.pages.first) for one in (record, found)]
    if max(years, default=0) - min(years, default=0) > 1 or any(
        here and there and here != there for here, there in zip(*places, strict=True)
    ):
        return False
    size = len(letters(record.title))
    long_enough = size >= (_SHORTEST_CJK if has_cjk(record.title) else _SHORTEST)
    return long_enough or all(all(one) for one in places)


def _numbers(title: str) -> list[str]:
    """Give the numbers of a title: part 1 is not part 2, however alike."""
    return re.findall(r"\d+|\b[IVX]+\b", to_plain_text(title))


def _family(name: Name) -> str:
    return name.full_family or name.literal or name.given
