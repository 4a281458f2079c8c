"""What a record says as a whole, before any value of it is understood."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.formats.enw.tables import EDITED, GENRES, TYPE_OF
from litconv.model import ItemType
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import is_degree, type_of_word
from litconv.text.width import tidy

_PROCEEDINGS: Final = re.compile(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|congress)|会议|论文集|研讨会|年会",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<!\d)(1[4-9]|20|21)\d\d(?!\d)")


class Context(NamedTuple):
    """The first value of each tag, how often it stands, and what follows from them.

    `cnki` says that CNKI's end mark closes the record, `year` is that of `%D`, `edited` that the
    authors are editors.
    """

    first: dict[str, str]
    counts: dict[str, int]
    cnki: bool
    year: int | None
    edited: bool

    @classmethod
    def of(cls, items: list[Item], end: str) -> Context:
        """Look at the values of one record; `end` is its last tag."""
        first: dict[str, str] = {}
        counts: dict[str, int] = {}
        for item in items:
            first.setdefault(item.tag, item.value)
            counts[item.tag] = counts.get(item.tag, 0) + 1
        match = _YEAR.search(first.get("D", ""))
        return cls(
            first,
            counts,
            cnki=end.startswith("W") and end != "W",
            year=int(match[0]) if match else None,
            edited=tidy(first.get("0", "")).lower() in EDITED,
        )


def named_type(draft: Draft, item: Item, context: Context) -> ItemType | None:
    """Give the type that `%0` names, in English or Chinese; an unknown name is kept."""
    name = tidy(item.value).lower()
    if genre := GENRES.get(name):
        draft.text("genre", item, genre)
    found = TYPE_OF.get(name) or type_of_word(name)
    if found is None:
        draft.odd(item, "type")
        return guess_type(context)
    if is_degree(name):
        draft.text("genre", item)
    return found


def guess_type(context: Context) -> ItemType:
    """Tell the type of a Refer record, which has no `%0`, by the tags it has, as refer does."""
    tags = context.first
    if is_degree(tags.get("9", "")):
        return ItemType.THESIS
    if "J" in tags or ("N" in tags and "V" in tags and "B" in tags):  # `%B` of Digital Commons
        return ItemType.ARTICLE_JOURNAL
    if "B" in tags:
        proceedings = _PROCEEDINGS.search(tags["B"])
        return ItemType.PAPER_CONFERENCE if proceedings else ItemType.CHAPTER
    if "R" in tags and re.search(r"\b(?:report|memo)\b", tags["R"], re.IGNORECASE):
        return ItemType.REPORT
    return ItemType.BOOK if "I" in tags else ItemType.DOCUMENT
