"""MODS: `originInfo` (who published it where and when) and `part` (where it stands)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from litconv.model import Date, ItemType
from litconv.reading.days import set_date
from litconv.reading.xml import Cell, XmlDraft, cell, keep_leaves, text_of
from litconv.text.dates import parse_date
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Dates in the order in which they count as that of publication.
_DATES: Final = ("dateIssued", "copyrightDate", "dateCreated")
_DETAILS: Final = {"volume": "volume", "issue": "issue", "number": "issue"}
_VARIABLES: Final = {"chapter": "chapter-number", "section": "section", "part": "part"}


def read(draft: XmlDraft, element: Element) -> None:
    """Read place, publisher, edition and dates."""
    for one in element:
        tag = one.tag
        if tag == "publisher":
            draft.text("publisher", cell(one))
        elif tag == "edition":
            draft.text("edition", cell(one))
        elif tag == "place":
            _read_place(draft, one)
        elif tag == "dateCaptured":
            set_date(draft, "accessed", cell(one))
        elif tag not in _DATES and tag != "issuance":
            keep_leaves(draft, one)
    for tag in _DATES:
        _read_date(draft, [one for one in element.iterfind(tag) if text_of(one)], tag)


def _read_place(draft: XmlDraft, element: Element) -> None:
    """Read a place in words; the code of a country says less, and is kept."""
    for one in element:
        if one.get("type") == "code":
            draft.keep(cell(one), tag="place-code")
        else:
            draft.text("publisher_place", cell(one))


def _read_date(draft: XmlDraft, found: list[Element], tag: str) -> None:
    """Read a date, its start and end being elements of their own; others are kept."""
    by_point = {one.get("point", ""): one for one in reversed(found)}
    start, end = by_point.get("start"), by_point.get("end")
    first = start if start is not None else by_point.get("", end)
    if first is None:
        return
    item = cell(first)
    if tag != "dateIssued" and "issued" in draft.fields:
        draft.keep(item)
        return
    date = parse_date(item.value)
    last = parse_date(text_of(end)) if end is not None and end is not first else None
    if date and last and date.start and last.start:
        date = Date(start=date.start, end=last.start, circa=date.circa)
    if date and first.get("qualifier") in {"approximate", "inferred", "questionable"}:
        date = Date(start=date.start, end=date.end, season=date.season, circa=True)
    if date is None and "issued" not in draft.fields:
        draft.fields["issued"] = Date(literal=tidy(item.value))
    else:
        set_date(draft, "issued", item, date)


def read_part(draft: XmlDraft, element: Element) -> None:
    """Read volume, issue, pages and, where there is no other, the date of a part."""
    for one in element:
        if one.tag == "detail":
            _read_detail(draft, one)
        elif one.tag == "extent":
            _read_extent(draft, one)
        elif one.tag == "date":
            _read_part_date(draft, cell(one))
        else:
            keep_leaves(draft, one)


def settle_number(draft: XmlDraft, item: Cell) -> None:
    """Take `detail type="number"` for that of a report, or of a book in its series: bibutils."""
    fields = draft.fields
    report = draft.type is ItemType.REPORT and "number" not in fields
    book = draft.type is ItemType.BOOK and "collection_title" in fields
    if not (report or book) or not (number := fields.pop("issue", "")):
        return
    if report:
        draft.text("number", item, number)
    else:
        draft.keep(item, tag="collection-number", value=number)


def _read_part_date(draft: XmlDraft, item: Cell) -> None:
    """Read the date of an issue; one of another year than the item's own is kept."""
    date, known = parse_date(item.value), draft.fields.get("issued")
    if known is None or (date is not None and date.year == known.year):
        set_date(draft, "issued", item, date)
    else:
        draft.keep(item, tag="part-date")


def _read_detail(draft: XmlDraft, element: Element) -> None:
    kind = element.get("type", "").casefold()
    number = element.find("number")
    if number is None:
        number = element.find("title")
    item = cell(number if number is not None else element)
    if kind in _DETAILS:
        draft.number(_DETAILS[kind], item)
    elif kind in {"page", "pages"}:
        draft.page_range(item)
    elif kind in {"article", "article number", "artnum"}:
        draft.article_number(item)
    else:
        draft.keep(item, tag=_VARIABLES.get(kind, kind or "detail"))


def _read_extent(draft: XmlDraft, element: Element) -> None:
    if not element.get("unit", "page").casefold().startswith("page"):
        keep_leaves(draft, element)
        return
    start, end, whole = (element.find(tag) for tag in ("start", "end", "list"))
    if start is not None or end is not None:
        first, last = (cell(one) if one is not None else None for one in (start, end))
        draft.first_and_last_page(first, last)
    elif whole is not None:
        draft.page_range(cell(whole))
    for total in element.iterfind("total"):
        draft.keep(cell(total), tag="number-of-pages")
