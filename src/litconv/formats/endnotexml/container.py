"""EndNote XML: what a work stands in: the journal, the book, the series."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from litconv.formats.endnotexml.runs import rich_text
from litconv.formats.endnotexml.tables import (
    BOOKS,
    JOURNALS,
)
from litconv.model import ItemType
from litconv.reading.xml import Cell, XmlDraft, cell, cells
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHORT_FORMS: Final = ("periodical/abbr-1", "periodical/abbr-2", "periodical/abbr-3")
_OTHER_FORMS: Final = (
    *_SHORT_FORMS,
    "titles/alt-title",
    "alt-periodical/abbr-1",
    "alt-periodical/full-title",
)


def read_container(draft: XmlDraft, record: Element) -> None:
    """Read the titles of what the work stands in; what they are depends on the type."""
    if draft.type in JOURNALS:
        _read_journal(draft, record)
        return
    container = _container_field(draft.type)
    second = record.find("titles/secondary-title")
    if second is not None and draft.type is ItemType.THESIS:
        draft.keep(cell(second), tag="division")  # "Academic Department"
    elif second is not None:
        draft.text(container, cell(second, rich_text(second)))
    for one in cells(record, "titles/tertiary-title"):
        draft.text("collection_title", one)
    for one in cells(record, "periodical/full-title"):
        # EndNote writes the secondary title here again, whatever the type.
        if draft.type is not ItemType.THESIS and not _same(draft, container, one):
            draft.text(container, one)
    for path in _OTHER_FORMS:
        for one in cells(record, path):
            _short_or_kept(draft, one, container)


def _container_field(type_: ItemType) -> str:
    return "collection_title" if type_ in BOOKS else "container_title"


def _read_journal(draft: XmlDraft, record: Element) -> None:
    """Read the journal's name: as cited, from EndNote's list of journals, abbreviated.

    A citation in the abbreviated form does not hide the full name where both are known.
    """
    cited = cells(record, "titles/secondary-title")
    listed = cells(record, "periodical/full-title")
    short = [one for path in _SHORT_FORMS for one in cells(record, path)]
    if cited and listed and _letters(cited[0]) != _letters(listed[0]):
        abbreviated = {_letters(one) for one in short}
        if _letters(cited[0]) in abbreviated:
            cited, listed = listed, cited
    for one in (cited or listed)[:1]:
        draft.text("container_title", one)
    others = [one for path in _OTHER_FORMS[len(_SHORT_FORMS) :] for one in cells(record, path)]
    for one in (*short, *cited, *listed, *others):
        _short_or_kept(draft, one, "container_title")
    for one in cells(record, "titles/tertiary-title"):
        draft.text("collection_title", one)


def _short_or_kept(draft: XmlDraft, item: Cell, container: str) -> None:
    """Take another form of the container's title for the short one if it is shorter."""
    if _same(draft, container, item) or _same(draft, "container_title_short", item):
        return
    known = draft.fields.get("container_title", "")
    short = draft.fields.get("container_title_short", "")
    if not short and (not known or len(tidy(item.value)) < len(known)):
        draft.text("container_title_short", item)
    else:
        draft.keep(item)


def _letters(item: Cell) -> str:
    return re.sub(r"[\W_]+", "", item.value).casefold()


def _same(draft: XmlDraft, field: str, item: Cell) -> bool:
    """Say whether a field has this text but for capitals and stops."""
    known: str = draft.fields.get(field, "")
    return bool(known) and re.sub(r"[\W_]+", "", known).casefold() == _letters(item)
