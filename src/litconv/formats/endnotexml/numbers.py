"""EndNote XML: volume, issue, numbers, editions, ISBN and ISSN, which depend on the type.

A number belongs to an issue, to a book in its series, or to the thesis, report or patent itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from litconv.csl.items.dates import date_to_csl
from litconv.csl.items.kept import pack
from litconv.formats.endnotexml.tables import (
    IN_SERIES,
    JOURNALS,
    NUMBERED,
    OWN_NUMBERED,
    VERSIONED,
    is_degree,
)
from litconv.model import ItemType
from litconv.reading.days import set_date
from litconv.reading.xml import Cell, XmlDraft, cells, text_of
from litconv.text.dates import MONTHS, parse_date
from litconv.text.pages import strip_zeros
from litconv.text.serials import split_serials, valid_isbn, valid_issn
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_NUMBER: Final = 50
# A day as numbers, with its separators: a bare number is an issue, not the day of a visit.
_DAY: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{4}\s*年.*")
_WORD: Final = re.compile(r"[^\W\d_]+")


def read_numbers(draft: XmlDraft, record: Element) -> None:
    """Read volume, number, issue, edition and place; of a web page also the day of the visit."""
    visited = draft.type in {ItemType.WEBPAGE, ItemType.POST_WEBLOG} and any(
        _is_day(one.value) for one in cells(record, "number")
    )
    for tag, field in (("volume", "volume"), ("number", "issue"), ("issue", "issue")):
        for one in cells(record, tag):
            if visited and _read_access(draft, record, one):
                continue
            if len(one.value) > _LONGEST_NUMBER:  # Embase's addresses, in a field too many
                draft.odd(one, field)
            elif tag != "number" or not _read_own_number(draft, one):
                _read_volume(draft, one, field)
    for one in cells(record, "edition"):
        _read_edition(draft, one)
    for one in cells(record, "pub-location"):
        draft.text("publisher_place", one)


def _read_volume(draft: XmlDraft, item: Cell, field: str) -> None:
    """Read volume or issue; the volume of a thesis is EndNote's "Degree"."""
    if item.tag == "volume" and draft.type is ItemType.THESIS and is_degree(item.value):
        draft.text("genre", item)
    else:
        draft.number(field, item)


def _read_own_number(draft: XmlDraft, item: Cell) -> bool:
    """Read a `number` that is no issue: of the work itself, or of a book in its series."""
    if draft.type in OWN_NUMBERED:
        return True  # behind `isbn`, which is the number if both are there: read_serials
    if draft.type in IN_SERIES and draft.fields.get("collection_title"):
        draft.keep(item, tag="collection-number", value=strip_zeros(tidy(item.value)))
        return True
    return False


def _is_day(text: str) -> bool:
    """Say whether a text looks like a day of the calendar."""
    if _DAY.fullmatch(tidy(text)):
        return True
    return any(word.casefold() in MONTHS for word in _WORD.findall(text))


def _read_access(draft: XmlDraft, record: Element, item: Cell) -> bool:
    """Read `volume` and `number` of a web page: EndNote's "Access Year" and "Access Date"."""
    year = parse_date(text_of(record.find("volume")))
    found = parse_date(item.value, year=year.year if year else None)
    year_alone = re.fullmatch(r"\d{4}", item.value) is not None
    if found is None or year_alone != (item.tag == "volume"):
        return False
    set_date(draft, "accessed", item, found, year=year.year if year else None)
    return True


def _read_edition(draft: XmlDraft, item: Cell) -> None:
    """Read the edition; with articles it is the day of publication ahead of print (PubMed)."""
    if draft.type in JOURNALS and (date := parse_date(item.value)) is not None:
        draft.keep(item, tag="available-date", value=pack(date_to_csl(date)))
    elif draft.type in VERSIONED:
        draft.keep(item, tag="version")
    else:
        draft.text("edition", item)


def read_serials(draft: XmlDraft, record: Element) -> None:
    """Read ISBN and ISSN, and the number of a work that has one of its own."""
    for one in (*cells(record, "isbn"), *cells(record, "issn")):
        if draft.type in NUMBERED and one.tag == "isbn":
            _read_number(draft, one)
        else:
            draft.serial(one)
    if draft.type in OWN_NUMBERED:
        for one in cells(record, "number"):
            if len(one.value) <= _LONGEST_NUMBER:
                draft.text("number", one)


def _read_number(draft: XmlDraft, item: Cell) -> None:
    """Read the number of a report, with the ISBN or ISSN that may stand beside it."""
    for line in item.value.split("\n"):
        found = split_serials(line)
        valid = (*map(valid_isbn, found.isbn), *map(valid_issn, found.issn))
        if valid and all(valid) and not found.rest:
            draft.serial(item, line)
        else:
            draft.text("number", item, line)
