"""EndNote tagged: what is done with the value of each tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.enw import numbers
from litconv.formats.enw.context import Context
from litconv.formats.enw.tables import (
    ROLES,
    ROLES_OF_TYPE,
    TEXTS,
    VARIABLES,
    WHOLE_TYPES,
)
from litconv.model import ItemType, Role, TranslatedTitle
from litconv.reading.chinese import (
    add_abstract,
    add_affiliations,
    add_keywords,
    add_people,
    add_supervisors,
    title_text,
)
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.languages import language_tag
from litconv.text.names import is_body
from litconv.text.people import split_people
from litconv.text.script import has_han
from litconv.text.width import tidy

Handler = Callable[[Draft, Item, Context], None]
_ROLE_OF: Final = {tag: role for role, tag in ROLES.items()}
_ROLES_OF_TYPE: Final = {
    type_: {tag: role for role, tag in roles.items()} for type_, roles in ROLES_OF_TYPE.items()
}
_VARIABLE_OF: Final = {tag: name for name, tag in VARIABLES.items()}
_FIELD_OF: Final = {tag: name for name, tag in TEXTS.items()}
_PMCID: Final = re.compile(r"PMC\d+", re.IGNORECASE)


def _text(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.text(_FIELD_OF[item.tag], item)


def _imprint(draft: Draft, item: Item, context: Context) -> None:
    """Take publisher or place, bare of the marks of a catalogue card: `Boston,`, `Birch Press,`."""
    del context
    draft.text(_FIELD_OF[item.tag], item, item.value.rstrip(" ,:;"))


def _variable(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.keep(item, tag=_VARIABLE_OF[item.tag])


def _title(draft: Draft, item: Item, context: Context) -> None:
    title = draft.fields.get("title", "")
    if title and has_han(title) != has_han(item.value):  # Wanfang: the English title below it
        _translated_title(draft, item, context)
    else:
        draft.text("title", item, title_text(item.value) if context.cnki else None)


def _translated_title(draft: Draft, item: Item, context: Context) -> None:
    del context
    if text := tidy(item.value):
        draft.translated.append(TranslatedTitle(title=text))


def _people(draft: Draft, item: Item, context: Context) -> None:
    """Add people; a Chinese list may hold them all, elsewhere a line has one."""
    tag, type_ = item.tag, draft.type
    role = _ROLES_OF_TYPE.get(type_, {}).get(tag) or _ROLE_OF[tag]
    if tag == "Y":
        if type_ is ItemType.THESIS or context.cnki:
            add_supervisors(draft, item)
            return
        if (type_ is ItemType.PAPER_CONFERENCE and _bibutils(context)) or (
            type_ is ItemType.BOOK and _series_editor(context)
        ):
            role = Role.EDITOR
    elif tag == "A" and context.edited:
        role = Role.EDITOR
    elif tag == "E" and type_ is ItemType.THESIS and has_han(item.value):
        add_supervisors(draft, item)  # Wanfang
        return
    elif tag == "E" and _editor_of_series(type_, context):
        role = Role.COLLECTION_EDITOR
    if has_han(item.value) or context.cnki:
        add_people(draft, role, item)
        return
    for name in split_people(item.value):
        # The comma that EndNote ends a body with is what keeps it whole.
        draft.person(role, item, f"{name}," if item.value.rstrip().endswith(",") else name)


def _editor_of_series(type_: ItemType, context: Context) -> bool:
    """Say whether %E is the editor of the series: %A of an edited book are its own editors."""
    if context.edited:
        return "A" in context.first
    return type_ is ItemType.BOOK and _series_editor(context)


def _bibutils(context: Context) -> bool:
    """Tell bibutils' papers (ACL Anthology): the proceedings in %S, their editors in %Y."""
    return "S" in context.first and "B" not in context.first and "J" not in context.first


def _series_editor(context: Context) -> bool:
    """Tell EndNote's books: the series in %B, and its editor in %E."""
    return "B" in context.first and "A" in context.first


def _journal(draft: Draft, item: Item, context: Context) -> None:
    """Take the journal; the university of a thesis in CNKI's exports."""
    del context
    if draft.type is ItemType.THESIS:
        draft.text("publisher", item)
    elif draft.type is ItemType.PATENT:
        draft.keep(item)
    else:
        draft.text("container_title", item)


def _secondary_title(draft: Draft, item: Item, context: Context) -> None:
    """Take %B: a book, proceedings, a conference, a series; what it is depends on the type."""
    field = "container_title"
    if draft.type in WHOLE_TYPES:
        field = "collection_title"
    elif draft.type is ItemType.PAPER_CONFERENCE:
        proceedings = context.first.get("3") or context.first.get("J") or item.value
        field = "container_title" if tidy(proceedings) == tidy(item.value) else "event_title"
    elif draft.type is ItemType.THESIS:
        if "I" in context.first or "J" in context.first or not is_body(item.value):
            draft.keep(item)  # EndNote: the academic department
            return
        field = "publisher"
    draft.text(field, item)


def _series(draft: Draft, item: Item, context: Context) -> None:
    paper = draft.type in {ItemType.PAPER_CONFERENCE, ItemType.CHAPTER}
    draft.text("container_title" if paper and _bibutils(context) else "collection_title", item)


def _place(draft: Draft, item: Item, context: Context) -> None:
    """Take %C: EndNote's proceedings have the place of the conference here, of print in %1."""
    paper = draft.type is ItemType.PAPER_CONFERENCE
    printed = "3" in context.first or is_place(context.first.get("1", ""))
    printed = printed or (context.cnki and "I" not in context.first)
    field = "event_place" if paper and printed else "publisher_place"
    draft.text(field, item, item.value.rstrip(" ,:;"))


def is_place(text: str) -> bool:
    """Say whether %1 of a paper is a place: ACM has a DOI or a number there."""
    return bool(text.strip()) and not any(char.isdigit() or char in ":/" for char in text)


def _custom_1(draft: Draft, item: Item, context: Context) -> None:
    paper = draft.type is ItemType.PAPER_CONFERENCE and not {"C", "3"}.isdisjoint(context.first)
    if paper and is_place(item.value):
        draft.text("publisher_place", item)
    else:
        draft.keep(item)


def _custom_2(draft: Draft, item: Item, context: Context) -> None:
    del context
    text = tidy(item.value)
    if _PMCID.fullmatch(text):
        draft.identifier("pmcid", text.upper(), item)
    else:
        draft.keep(item)


def _custom_3(draft: Draft, item: Item, context: Context) -> None:
    del context
    if draft.type is ItemType.PAPER_CONFERENCE:
        draft.text("container_title", item)
    else:
        draft.keep(item)


def _keywords(draft: Draft, item: Item, context: Context) -> None:
    add_keywords(draft, item, alone=context.counts["K"] == 1)


def _abstract(draft: Draft, item: Item, context: Context) -> None:
    add_abstract(draft, item, chinese=context.cnki)


def _language(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.text("language", item, language_tag(tidy(item.value)))


def _address(draft: Draft, item: Item, context: Context) -> None:
    del context
    add_affiliations(draft, item)


def _note(draft: Draft, item: Item, context: Context) -> None:
    del context
    draft.note(tidy(item.value))


def _label(draft: Draft, item: Item, context: Context) -> None:
    """Take the label: a citation key where it can be one."""
    del context
    text = tidy(item.value)
    if " " in text:
        draft.keep(item, tag="citation-label")
    else:
        draft.text("id", item)


HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys("!9", _text),
    "I": _imprint,
    **dict.fromkeys(VARIABLES.values(), _variable),
    "T": _title,
    "Q": _translated_title,
    **dict.fromkeys("AEY?", _people),
    "J": _journal,
    "B": _secondary_title,
    "S": _series,
    "C": _place,
    "1": _custom_1,
    "2": _custom_2,
    "3": _custom_3,
    "V": numbers.volume,
    "N": numbers.number,
    "@": numbers.serial,
    "D": numbers.year_of_issue,
    "8": numbers.date,
    "[": numbers.accessed,
    "P": numbers.pages,
    "&": numbers.section,
    "]": numbers.article_number,
    "7": numbers.edition,
    "R": numbers.doi,
    "U": numbers.url,
    "O": numbers.other,
    "M": numbers.accession,
    "L": numbers.call_number,
    "~": numbers.database,
    "W": numbers.provider,
    "K": _keywords,
    "X": _abstract,
    "G": _language,
    "+": _address,
    "Z": _note,
    "F": _label,
}
for _end in ("W CNKI", "WCNKI", "W\tCNKI"):
    HANDLERS[_end] = lambda _draft, _item, _context: None
