"""NoteExpress: what is done with the value of each tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.noteexpress.tables import (
    NUMBERS,
    READ_ROLES,
    ROLES,
    ROLES_OF_TYPE,
    TEXTS,
    VARIABLES,
    WHOLE,
)
from litconv.model import ItemType, Role, TranslatedTitle
from litconv.reading.chinese import (
    abstract_text,
    add_affiliations,
    add_classes,
    add_page_count,
    add_people,
    add_supervisors,
    is_page_count,
    page_text,
    title_text,
)
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.languages import language_tag
from litconv.text.pages import strip_zeros
from litconv.text.people import split_keywords
from litconv.text.serials import national_number
from litconv.text.width import fold, join_lines, tidy

Handler = Callable[[Draft, Item, "set[str]"], None]

_ROLES: Final = {tag: role for role, tag in ROLES.items()} | READ_ROLES
FIELDS: Final = {tag: field for field, tag in (TEXTS | NUMBERS).items()}
KEPT: Final = {tag: variable for variable, tag in VARIABLES.items()}
_ACCESSION: Final = re.compile(r"([A-Za-z][\w -]{0,30})[:：](?!//)\s*(\S.*)")


def one_line(value: str) -> str:
    """Give a value without its line ends."""
    return join_lines(value.split("\n")) if "\n" in value else value


def _title_like(field: str) -> Handler:
    def handle(draft: Draft, item: Item, _: set[str]) -> None:
        draft.text(field, item, title_text(item.value))

    return handle


def _journal(draft: Draft, item: Item, tags: set[str]) -> None:
    """Set the journal; for other types it is what the work stands in, as far as that is free."""
    del tags
    draft.text("container_title", item, title_text(item.value))


def _secondary_title(draft: Draft, item: Item, tags: set[str]) -> None:
    field = "container_title"
    if draft.type is ItemType.PAPER_CONFERENCE:
        other = "Tertiary Title" in tags or "Journal" in tags
        if "Conference" not in tags and (other or not _is_proceedings(item.value)):
            field = "event_title"  # CNKI
    elif draft.type in WHOLE:
        field = "collection_title"
    draft.text(field, item, title_text(item.value))
    _name_by_words(draft)


def _tertiary_title(draft: Draft, item: Item, tags: set[str]) -> None:
    field = "collection_title"
    if draft.type is ItemType.PAPER_CONFERENCE and "Journal" not in tags:
        field = "container_title"  # CNKI
    draft.text(field, item, title_text(item.value))
    _name_by_words(draft)


def _name_by_words(draft: Draft) -> None:
    """Exchange conference and proceedings where their words say that they stand the other way."""
    event, book = draft.fields.get("event_title"), draft.fields.get("container_title")
    if event and book and _is_proceedings(event) and not _is_proceedings(book):
        draft.fields |= {"event_title": book, "container_title": event}


_PROCEEDINGS: Final = re.compile(r"[文专]集|汇编|摘要|proceedings|transactions", re.IGNORECASE)


def _is_proceedings(title: str) -> bool:
    return _PROCEEDINGS.search(title) is not None


def _publisher(draft: Draft, item: Item, tags: set[str]) -> None:
    """Set the publisher; CNKI names a newspaper as its own publisher too."""
    del tags
    newspaper = draft.type is ItemType.ARTICLE_NEWSPAPER
    if not (newspaper and tidy(item.value) == draft.fields.get("container_title")):
        draft.text("publisher", item)


def _place(draft: Draft, item: Item, tags: set[str]) -> None:
    cnki = draft.type is ItemType.PAPER_CONFERENCE and "Publisher" not in tags
    draft.text("event_place" if cnki else "publisher_place", item)


def _translated_title(draft: Draft, item: Item, tags: set[str]) -> None:
    text = title_text(item.value)
    if "Title" not in tags:
        draft.text("title", item, text)
    elif text != draft.fields.get("title"):
        draft.translated.append(TranslatedTitle(title=text))


def _instead(tag: str, handler: Handler) -> Handler:
    """Give a handler that takes a translated value only where there is no other."""

    def handle(draft: Draft, item: Item, tags: set[str]) -> None:
        if tag in tags:
            draft.keep(item)
        else:
            handler(draft, item, tags)

    return handle


def _people(draft: Draft, item: Item, tags: set[str]) -> None:
    tag = item.tag
    if draft.type is ItemType.THESIS and tag in {"Secondary Author", "Tertiary Author"}:
        add_supervisors(draft, item)
    elif draft.type is ItemType.PATENT and tag in {"Secondary Author", "Subsidiary Author"}:
        draft.text("publisher", item)  # who applied for it or owns it: where EndNote puts it too
    else:
        of_type = {name: role for role, name in ROLES_OF_TYPE.get(draft.type, {}).items()}
        add_people(draft, of_type.get(tag) or _ROLES.get(tag, Role.AUTHOR), item)
    del tags


def _supervisor(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    add_supervisors(draft, item)


def _bodies(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    add_affiliations(draft, item)


def _date(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    draft.date("accessed" if item.tag == "Accessed" else "issued", item)


def _page_range(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    if draft.type in WHOLE and is_page_count(item.value):
        add_page_count(draft, item)
    elif draft.type is ItemType.ARTICLE_NEWSPAPER:
        draft.page_range(item, strip_zeros(fold(tidy(item.value))))  # `001` is the first sheet
    else:
        draft.page_range(item, page_text(item.value))


def _count(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    add_page_count(draft, item)


def _article_number(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    draft.article_number(item)


def _doi(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    if not draft.doi(item):
        draft.odd(item, "identifiers")


def _url(draft: Draft, item: Item, tags: set[str]) -> None:
    draft.text("url", item)
    if "DOI" not in tags and ("doi.org/" in item.value or "/doi/10." in item.value):
        draft.doi(item)


def _numbers(draft: Draft, item: Item, tags: set[str]) -> None:
    """Take ISBN and ISSN; CNKI puts the number of a standard or patent here."""
    del tags
    if draft.type in {ItemType.STANDARD, ItemType.PATENT}:
        draft.text("number", item)
    else:
        draft.serial(item)


def _keywords(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    draft.add_keywords(split_keywords(item.value))


def _abstract(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    draft.text("abstract", item, abstract_text(item.value))


def _work_type(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    is_number = draft.type is ItemType.PATENT and any(char.isdigit() for char in item.value)
    draft.text("number" if is_number else "genre", item)  # CNKI: the number of a patent


def _notes(draft: Draft, item: Item, tags: set[str]) -> None:
    """Take notes; those of CNKI are the journal's 国内统一刊号 or the number of a patent."""
    del tags
    if cn := national_number(item.value):
        draft.other_identifier("CN", cn)
    elif draft.type is ItemType.PATENT and re.fullmatch(r"[A-Z]{2}[\d.]+[A-Z]?\d?", item.value):
        draft.text("number", item)
    else:
        draft.note(one_line(item.value))


def _accession(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    match = _ACCESSION.fullmatch(tidy(item.value))
    if match and match[1].lower() in {"pmid", "pmcid", "arxiv"}:
        draft.identifier(match[1].lower(), match[2], item)
    elif match:
        draft.other_identifier(match[1], match[2])
    else:
        draft.other_identifier("accession", item.value)


def _language(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    draft.text("language", item, language_tag(tidy(item.value)))


def _classes(draft: Draft, item: Item, tags: set[str]) -> None:
    del tags
    add_classes(draft, item)


HANDLERS: Final[dict[str, Handler]] = {
    "Journal": _journal,
    "Translated Journal": _instead("Journal", _journal),
    "Secondary Title": _secondary_title,
    "Tertiary Title": _tertiary_title,
    "Series Title": _title_like("collection_title"),
    "Conference": _title_like("event_title"),
    "Conference Location": _title_like("event_place"),
    "Publication Place": _title_like("publisher_place"),
    "Publisher": _publisher,
    "Place Published": _place,
    "Translated Title": _translated_title,
    **dict.fromkeys(_ROLES, _people),
    "Translated Author": _instead("Author", _people),
    "Supervisor": _supervisor,
    "Author Address": _bodies,
    **dict.fromkeys(("Year", "Date", "Accessed"), _date),
    "Pages": _page_range,
    "Page Count": _count,
    "Article Number": _article_number,
    "DOI": _doi,
    "URL": _url,
    "ISBN/ISSN": _numbers,
    "Keywords": _keywords,
    "Abstract": _abstract,
    "Type of Work": _work_type,
    "Notes": _notes,
    "Accession Number": _accession,
    "Language": _language,
    "CLC": _classes,
}
