"""NoteExpress: what is done with the value of each tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from litconv.formats.noteexpress.tables import (
    NUMBERS,
    READ_ROLES,
    ROLES,
    ROLES_OF_TYPE,
    TEXTS,
    TYPE,
    TYPE_OF,
    VARIABLES,
    WHOLE,
)
from litconv.model import ItemType, Role, TranslatedTitle
from litconv.reading.chinese import (
    abstract_text,
    add_people,
    is_page_count,
    page_text,
    serial_part,
    title_text,
)
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.reading.tagged_record import TaggedRecord
from litconv.reading.values import date, kept
from litconv.text.chinese.databases import type_of_word
from litconv.text.pages import strip_zeros
from litconv.text.people import split_keywords
from litconv.text.serials import national_number
from litconv.text.width import fold, join_lines, tidy

_ROLES: Final = {tag: role for role, tag in ROLES.items()} | READ_ROLES
_ROLES_OF_TYPE: Final = {
    type_: {tag: role for role, tag in roles.items()} for type_, roles in ROLES_OF_TYPE.items()
}
_ACCESSION: Final = re.compile(r"([A-Za-z][\w -]{0,30})[:：](?!//)\s*(\S.*)")
_PATENT: Final = re.compile(r"[A-Z]{2}[\d.]+[A-Z]?\d?")
_PROCEEDINGS: Final = re.compile(r"[文专]集|汇编|摘要|proceedings|transactions", re.IGNORECASE)
_YEARBOOKS: Final = frozenset({"年鉴", "统计年鉴"})


def _one_line(value: str) -> str:
    return join_lines(value.split("\n")) if "\n" in value else value


def _is_proceedings(title: str) -> bool:
    return _PROCEEDINGS.search(title) is not None


class NoteExpressRecord(TaggedRecord):
    """One record being read, all of its tags."""

    __slots__ = ()
    whole = WHOLE

    def __init__(self, draft: Draft, items: Sequence[Item]) -> None:
        super().__init__(draft, items)
        name = tidy(self.value(TYPE)).lower()
        if tidy(self.value("SrcDatabase")) in _YEARBOOKS:
            draft.type = ItemType.CHAPTER  # CNKI calls tables of yearbooks standards
        elif known := TYPE_OF.get(name) or type_of_word(name):
            draft.type = known
        elif name:
            draft.odd(self.first[TYPE], "type")
        elif "Journal" in self.first:
            draft.type = ItemType.ARTICLE_JOURNAL

    # ------------------------------------------------------------------ titles
    def secondary_title(self, item: Item) -> None:
        """Take a book or proceedings, CNKI's conference, the series of a whole work."""
        field = "container_title"
        if self.draft.type is ItemType.PAPER_CONFERENCE:
            other = "Tertiary Title" in self.first or "Journal" in self.first
            if "Conference" not in self.first and (other or not _is_proceedings(item.value)):
                field = "event_title"  # CNKI
        elif self.draft.type in WHOLE:
            field = "collection_title"
        self.draft.text(field, item, title_text(item.value))
        self.name_by_words()

    def tertiary_title(self, item: Item) -> None:
        """Take a series, CNKI's proceedings."""
        field = "collection_title"
        if self.draft.type is ItemType.PAPER_CONFERENCE and "Journal" not in self.first:
            field = "container_title"  # CNKI
        self.draft.text(field, item, title_text(item.value))
        self.name_by_words()

    def name_by_words(self) -> None:
        """Exchange conference and proceedings where their words say that they are exchanged."""
        fields = self.draft.fields
        event, book = fields.get("event_title"), fields.get("container_title")
        if event and book and _is_proceedings(event) and not _is_proceedings(book):
            fields |= {"event_title": book, "container_title": event}

    def translated_title(self, item: Item) -> None:
        """Take the title in another language, or the only one."""
        text = title_text(item.value)
        if "Title" not in self.first:
            self.draft.text("title", item, text)
        elif text != self.draft.fields.get("title"):
            self.draft.translated.append(TranslatedTitle(title=text))

    # ------------------------------------------------------------------ people and bodies
    def people(self, item: Item) -> None:
        """Take people, whose role depends on the type; supervisors, applicants."""
        draft, tag = self.draft, item.tag
        if draft.type is ItemType.THESIS and tag in {"Secondary Author", "Tertiary Author"}:
            self.supervisors(item)
        elif draft.type is ItemType.PATENT and tag in {"Secondary Author", "Subsidiary Author"}:
            draft.text("publisher", item)  # who applied for it or owns it: where EndNote has it too
        else:
            role = _ROLES_OF_TYPE.get(draft.type, {}).get(tag) or _ROLES.get(tag, Role.AUTHOR)
            add_people(draft, role, item)

    def publisher(self, item: Item) -> None:
        """Take the publisher; CNKI names a newspaper as its own publisher too."""
        newspaper = self.draft.type is ItemType.ARTICLE_NEWSPAPER
        if not (newspaper and tidy(item.value) == self.draft.fields.get("container_title")):
            self.draft.text("publisher", item)

    def place(self, item: Item) -> None:
        """Take the place of print; CNKI's of a conference."""
        held = self.draft.type is ItemType.PAPER_CONFERENCE and "Publisher" not in self.first
        self.draft.text("event_place" if held else "publisher_place", item)

    # ------------------------------------------------------------------ numbers and identifiers
    def pages(self, item: Item) -> None:
        """Take pages, the length of a whole work, the sheet of a newspaper."""
        if self.draft.type is ItemType.ARTICLE_NEWSPAPER:
            self.draft.page_range(item, strip_zeros(fold(tidy(item.value))))  # `001` is the first
        elif self.draft.type in WHOLE and is_page_count(item.value):
            self.page_count(item)
        else:
            self.draft.page_range(item, page_text(item.value))

    def serial(self, item: Item) -> None:
        """Take ISBN and ISSN; CNKI puts the number of a standard or patent here."""
        if self.draft.type in {ItemType.STANDARD, ItemType.PATENT}:
            self.draft.text("number", item)
        else:
            self.draft.serial(item)

    def url(self, item: Item) -> None:
        """Take the address, which may hold the DOI."""
        self.draft.text("url", item)
        if "DOI" not in self.first and ("doi.org/" in item.value or "/doi/10." in item.value):
            self.draft.doi(item)

    def accession(self, item: Item) -> None:
        """Take the number of the record in a database: `PMID:123`, or one without its name."""
        match = _ACCESSION.fullmatch(tidy(item.value))
        if match and match[1].lower() in {"pmid", "pmcid", "arxiv"}:
            self.draft.identifier(match[1].lower(), match[2], item)
        elif match:
            self.draft.other_identifier(match[1], match[2])
        else:
            self.draft.other_identifier("accession", item.value)

    # ------------------------------------------------------------------ contents
    def keywords(self, item: Item) -> None:
        """Take keywords, however they are divided."""
        self.draft.add_keywords(split_keywords(item.value))

    def abstract(self, item: Item) -> None:
        """Take the abstract."""
        self.draft.text("abstract", item, abstract_text(item.value))

    def work_type(self, item: Item) -> None:
        """Take the kind of a work; CNKI's number of a patent."""
        patent = self.draft.type is ItemType.PATENT
        is_number = patent and any(char.isdigit() for char in item.value)
        self.draft.text("number" if is_number else "genre", item)

    def note(self, item: Item) -> None:
        """Take notes; those of CNKI are the journal's 国内统一刊号 or the number of a patent."""
        draft = self.draft
        if number := national_number(item.value):
            draft.other_identifier("CN", number)
        elif draft.type is ItemType.PATENT and _PATENT.fullmatch(item.value):
            draft.text("number", item)
        else:
            draft.note(_one_line(item.value))


Action = Callable[[NoteExpressRecord, Item], None]


def _line(field: str) -> Action:
    return lambda reading, item: reading.draft.text(field, item, _one_line(item.value))


def _title(field: str) -> Action:
    return lambda reading, item: reading.draft.text(field, item, title_text(item.value))


def _part(field: str) -> Action:
    return lambda reading, item: reading.draft.number(field, item, serial_part(item.value))


def _instead(tag: str, action: Action) -> Action:
    """Give an action that takes a translated value only where there is no other."""

    def take(reading: NoteExpressRecord, item: Item) -> None:
        if tag in reading.first:
            reading.draft.keep(item)
        else:
            action(reading, item)

    return take


ACTIONS: Final[dict[str, Action]] = {
    **{tag: _line(field) for field, tag in TEXTS.items()},
    **{tag: _part(field) for field, tag in NUMBERS.items()},
    **{tag: kept(variable) for variable, tag in VARIABLES.items()},
    TYPE: NoteExpressRecord.nothing,
    "Title": _title("title"),
    # The journal; for other types it is what the work stands in, as far as that is free.
    "Journal": _title("container_title"),
    "Translated Journal": _instead("Journal", _title("container_title")),
    "Secondary Title": NoteExpressRecord.secondary_title,
    "Tertiary Title": NoteExpressRecord.tertiary_title,
    "Series Title": _title("collection_title"),
    "Conference": _title("event_title"),
    "Conference Location": _title("event_place"),
    "Publication Place": _title("publisher_place"),
    "Publisher": NoteExpressRecord.publisher,
    "Place Published": NoteExpressRecord.place,
    "Translated Title": NoteExpressRecord.translated_title,
    **dict.fromkeys(_ROLES, NoteExpressRecord.people),
    "Translated Author": _instead("Author", NoteExpressRecord.people),
    "Supervisor": NoteExpressRecord.supervisors,
    "Author Address": NoteExpressRecord.addresses,
    **dict.fromkeys(("Year", "Date"), date("issued")),
    "Accessed": date("accessed"),
    "Pages": NoteExpressRecord.pages,
    "Page Count": NoteExpressRecord.page_count,
    "Article Number": NoteExpressRecord.article_number,
    "DOI": NoteExpressRecord.doi,
    "URL": NoteExpressRecord.url,
    "ISBN/ISSN": NoteExpressRecord.serial,
    "Keywords": NoteExpressRecord.keywords,
    "Abstract": NoteExpressRecord.abstract,
    "Type of Work": NoteExpressRecord.work_type,
    "Notes": NoteExpressRecord.note,
    "Accession Number": NoteExpressRecord.accession,
    "Language": NoteExpressRecord.language,
    "CLC": NoteExpressRecord.classes,
}
