"""One entry of a list after GB/T 7714, taken apart into a draft.

`names. title[MARK]. source` is the frame; the mark says which form the source has. A part that has
no known form leaves the entry's whole text in the extra field `reference`, with a diagnostic.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.gbt7714_text import source
from litconv.formats.gbt7714_text.head import read_head
from litconv.formats.gbt7714_text.parsed import Parsed, set_date
from litconv.formats.gbt7714_text.tail import read_tail
from litconv.model import ItemType
from litconv.reading import days
from litconv.reading.chinese import abstract_text
from litconv.reading.draft import Draft
from litconv.text.chinese.gbt7714 import MARK, TYPES, Entry
from litconv.text.people import split_keywords
from litconv.text.width import fold, tidy

_LONGEST: Final = 2000  # characters; the forms must not be tried on more
_YEAR_LAST: Final = re.compile(r"[-—–:]((?:19|20)\d\d)(?:\([a-z]{2}\))?$")


def parse(entry: Entry, draft: Draft) -> None:
    """Put an entry into a draft."""
    parsed = Parsed(draft, entry)
    links = source.cut_links(tidy(entry.text[:_LONGEST]))
    match = MARK.search(fold(links.rest))
    parsed.whole = len(entry.text) <= _LONGEST
    if match is None:
        parsed.text("title", links.rest)
        parsed.whole = False
        _links(parsed, links)
    else:
        draft.type = TYPES[match[1]]
        if match[2] and match[2] != "OL":
            draft.keep(parsed.item("reference", match[2]), tag="medium")
        _links(parsed, links)
        contained = "//" in links.rest[match.end() :]
        read_head(parsed, match[1], links.rest[: match.start()].strip(), contained=contained)
        read_tail(parsed, match[1], links.rest[match.end() :])
    number = draft.fields.get("number", "")
    year = _YEAR_LAST.search(number) if draft.type is ItemType.STANDARD else None
    if year and "issued" not in draft.fields:  # the year of the standard's edition
        set_date(parsed, year[1])
    for label, value in entry.below:
        _below(parsed, label, value)
    if not parsed.whole:
        item = parsed.item("reference", entry.text)
        draft.report("reference-not-understood", "a part of the entry has no known form", item)
        draft.keep(item)


def _links(parsed: Parsed, links: source.Links) -> None:
    draft = parsed.draft
    if links.doi:
        draft.identifier("doi", links.doi, parsed.item("reference", links.doi))
    draft.other_identifier("CSTR", links.cstr)
    parsed.text("url", links.url)
    if links.accessed:
        days.set_date(draft, "accessed", parsed.item("reference", links.accessed))


def _below(parsed: Parsed, label: str, value: str) -> None:
    item = parsed.item(label, value)
    name = re.sub(r"\s", "", label).lower()
    if name in {"摘要", "abstract"}:
        parsed.draft.text("abstract", item, abstract_text(value))
    elif name in {"关键词", "关键字", "keyword", "keywords"}:
        parsed.draft.add_keywords(split_keywords(value))
    else:
        parsed.draft.keep(item, tag=name)
