"""RefWorks tagged: what is done with the value of each tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.refworks import numbers
from litconv.formats.refworks.context import Context
from litconv.formats.refworks.tables import (
    JOURNAL_TYPES,
    ROLE_OF,
    TEXTS,
    VARIABLES,
    WHOLE_TYPES,
)
from litconv.model import ItemType
from litconv.reading.chinese import (
    add_abstract,
    add_affiliations,
    add_classes,
    add_keywords,
    add_people,
    add_supervisors,
    title_text,
)
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import is_degree
from litconv.text.languages import language_tag
from litconv.text.people import split_people
from litconv.text.script import has_han
from litconv.text.serials import national_number
from litconv.text.width import tidy

Handler = Callable[[Draft, Item, Context], None]
_FIELD_OF: Final = {tag: name for name, tag in TEXTS.items()}
_VARIABLE_OF: Final = {tag: name for name, tag in VARIABLES.items()}
_PATENT: Final = re.compile(r"[A-Z]{2}[ -]?\d[\d.,/]*(?:[A-Z]\d?)?")


def _text(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.text(_FIELD_OF[item.tag], item)


def _place(draft: Draft, item: Item, context: Context) -> None:
    """Take PP: where it was published; in CNKI's conference papers where they were given."""
    held = draft.type is ItemType.PAPER_CONFERENCE and context.chinese
    draft.text("event_place" if held and "PB" not in context.first else "publisher_place", item)


def _edition(draft: Draft, item: Item, context: Context) -> None:
    del context
    degree = draft.type is ItemType.THESIS and is_degree(item.value)
    draft.text("genre" if degree else "edition", item)


def _variable(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.keep(item, tag=_VARIABLE_OF[item.tag])


def _title(draft: Draft, item: Item, context: Context) -> None:
    draft.text("title", item, title_text(item.value) if context.chinese else None)


def _people(draft: Draft, item: Item, context: Context) -> None:
    """Add people; a Chinese list may hold them all, elsewhere a line has one."""
    if draft.type is ItemType.THESIS and item.tag in {"A2", "A3"}:
        add_supervisors(draft, item)
    elif draft.type is ItemType.PATENT and item.tag == "A2":
        draft.text("publisher", item)  # who applied for it
    elif has_han(item.value) or context.chinese:
        add_people(draft, ROLE_OF[item.tag], item)
    else:
        for name in split_people(item.value):
            # The comma that ends a body's name is what keeps it whole.
            comma = "," if item.value.rstrip().endswith(",") else ""
            draft.person(ROLE_OF[item.tag], item, name + comma)


def _journal(draft: Draft, item: Item, context: Context) -> None:
    """Take JF; CNKI's theses have their university here, its papers their proceedings."""
    del context
    if draft.type is ItemType.THESIS:
        draft.text("publisher", item)
    else:
        draft.text("container_title", item)


def _short_journal(draft: Draft, item: Item, context: Context) -> None:
    short = "JF" in context.first or draft.type not in JOURNAL_TYPES
    draft.text("container_title_short" if short else "container_title", item)


def _secondary_title(draft: Draft, item: Item, context: Context) -> None:
    """Take T2: book or proceedings, the series of a whole work, the conference beside a JF."""
    if draft.type in WHOLE_TYPES:
        draft.text("collection_title", item)
    elif "JF" not in context.first:
        draft.text("container_title", item)
    elif tidy(context.text("JF")) == tidy(item.value):
        return
    elif draft.type is ItemType.PAPER_CONFERENCE:
        draft.text("event_title", item)
    else:
        draft.keep(item)


def _series(draft: Draft, item: Item, context: Context) -> None:
    """Take T3: the series, which is T2 in whole works."""
    if draft.type in WHOLE_TYPES and "T2" in context.first:
        draft.keep(item)
    else:
        draft.text("collection_title", item)


def _website(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.text("container_title", item)


def _classification(draft: Draft, item: Item, context: Context) -> None:
    """Take CL: the degree of a thesis in CNKI's exports, else a class."""
    # of standards `国家标准`, of patents `发明公开`
    kinds = {ItemType.THESIS, ItemType.STANDARD, ItemType.PATENT}
    if is_degree(item.value) or (draft.type in kinds and has_han(item.value)):
        draft.text("genre", item)
    elif context.chinese and draft.type is not ItemType.PATENT:
        add_classes(draft, item)
    else:
        draft.keep(item)


def _keywords(draft: Draft, item: Item, context: Context) -> None:
    add_keywords(draft, item, alone=context.counts["K1"] == 1)


def _abstract(draft: Draft, item: Item, context: Context) -> None:
    add_abstract(draft, item, chinese=context.chinese)


def _language(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.text("language", item, language_tag(tidy(item.value).rstrip(";；")))


def _address(draft: Draft, item: Item, context: Context) -> None:
    del context
    add_affiliations(draft, item)


def _note(draft: Draft, item: Item, context: Context) -> None:
    del context
    text = tidy(item.value)
    if draft.type is ItemType.PATENT and _PATENT.fullmatch(text):
        draft.text("number", item)
    elif number := national_number(text):
        draft.other_identifier("CN", number)
    else:
        draft.note(text)


def _key(draft: Draft, item: Item, context: Context) -> None:
    """Take ID: a citation key, unless it is the number of the record in a database."""
    del context
    text = tidy(item.value)
    if " " in text or text.isdecimal():
        draft.keep(item)
    else:
        draft.text("id", item)


HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys(("ST", "PB"), _text),
    "PP": _place,
    "ED": _edition,
    **dict.fromkeys(VARIABLES.values(), _variable),
    "DB": lambda draft, item, context: draft.keep(
        item, tag="source" if "DS" not in context.first else ""
    ),
    **dict.fromkeys(ROLE_OF, _people),
    "T1": _title,
    "JF": _journal,
    "JO": _short_journal,
    "T2": _secondary_title,
    "T3": _series,
    "WT": _website,
    "YR": numbers.year_of_issue,
    "FD": numbers.date,
    "RD": numbers.accessed,
    **dict.fromkeys(("VO", "vo"), numbers.volume),
    "IS": numbers.issue,
    "SP": numbers.pages,
    "OP": numbers.pages,
    "SN": numbers.serial,
    "DO": numbers.doi,
    **dict.fromkeys(("UL", "LK", "AV"), numbers.url),
    "AN": numbers.accession,
    "PMID": numbers.pmid,
    "PMCID": numbers.pmcid,
    "CN": numbers.call_number,
    "CL": _classification,
    "K1": _keywords,
    "AB": _abstract,
    "LA": _language,
    "AD": _address,
    "NO": _note,
    "ID": _key,
}
