"""EndNote tagged: the type of a record that names none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from litconv.model import ItemType
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import is_degree

_PROCEEDINGS: Final = re.compile(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|congress)|会议|论文集|研讨会|年会",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(r"\b(?:report|memo)\b", re.IGNORECASE)


def guess_type(tags: Mapping[str, Item]) -> ItemType:
    """Tell the type of a Refer record, which has no `%0`, by the tags it has, as refer does."""
    if "9" in tags and is_degree(tags["9"].value):
        return ItemType.THESIS
    if "J" in tags or ("N" in tags and "V" in tags and "B" in tags):  # `%B` of Digital Commons
        return ItemType.ARTICLE_JOURNAL
    if "B" in tags:
        proceedings = _PROCEEDINGS.search(tags["B"].value)
        return ItemType.PAPER_CONFERENCE if proceedings else ItemType.CHAPTER
    if "R" in tags and _REPORT.search(tags["R"].value):
        return ItemType.REPORT
    return ItemType.BOOK if "I" in tags else ItemType.DOCUMENT
