"""EndNote XML: the reader. Why it reads what it reads stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from litconv.diagnostics import Diagnostics
from litconv.formats.endnotexml.read_groups import TAGS, TITLES, read_groups
from litconv.formats.endnotexml.runs import rich_text
from litconv.formats.endnotexml.sniff import sniff
from litconv.formats.endnotexml.tables import (
    EDITED_BOOK,
    ROLES,
    ROLES_OF_TYPE,
    TEXTS,
    TYPE_OF_NAME,
    TYPE_OF_NUMBER,
    VARIABLES,
)
from litconv.model import ItemType, Record, Role, TranslatedTitle
from litconv.reading.xml import Cell, XmlDraft, cell, keep_leaves, read_elements, text_of
from litconv.source import Source
from litconv.text.languages import language_tag
from litconv.text.people import split_keywords
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME: Final = "endnotexml"
_KEY: Final = re.compile(r"(?=.*[^\W\d])[^\s,{}#%~\\\"'()=]+")
_PEOPLE: Final = re.compile(r"(?:(?<!\s)\s+)?[\n;]\s*")
# They describe the library the record lay in, not the work.
_OF_THE_LIBRARY: Final = frozenset(("database", "source-app", "foreign-keys", "ref-type"))


class EndNoteXmlReader:
    """Reads `<record>` after `<record>`; what surrounds them is of no account."""

    def sniff(self, head: str) -> bool:
        """Tell it by what only its records hold; other XML has `<record>` too (OAI, MARC)."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records one by one."""
        for fragment, element in read_elements(
            source.pieces(), source.name, ("record",), diagnostics
        ):
            draft = XmlDraft(NAME, source.name, fragment, diagnostics)
            _read_record(draft, element)
            yield draft.record()


def _read_record(draft: XmlDraft, record: Element) -> None:
    kind = record.find("ref-type")
    name = tidy(kind.get("name", "")).casefold() if kind is not None else ""
    number = text_of(kind)
    found = TYPE_OF_NAME.get(name) or TYPE_OF_NUMBER.get(number)
    draft.type = found or ItemType.DOCUMENT
    if found is None and kind is not None:
        draft.odd(cell(kind, f"{number} {kind.get('name', '')}".strip()), "type")
    titles = record.find("titles")
    if titles is not None:  # first, so that messages name the record
        _read_titles(draft, titles)
    for element in record:
        tag = element.tag
        if tag in _OF_THE_LIBRARY or tag == "titles":
            continue
        if tag == "contributors":
            _read_people(draft, element, edited=name in EDITED_BOOK or number in EDITED_BOOK)
        elif (read := _READ.get(tag)) is not None:
            read(draft, element)
        else:
            _read_other(draft, element)
    read_groups(draft, record)


def _read_other(draft: XmlDraft, element: Element) -> None:
    """Read what is a text, or keep what has no place, leaf by leaf."""
    tag = element.tag
    if field := TEXTS.get(tag):
        draft.text(field, cell(element))
    elif (variable := VARIABLES.get(tag)) and tag not in TAGS:
        draft.keep(cell(element, "; ".join(text_of(element).split("\n"))), tag=variable)
    elif tag not in TAGS:
        keep_leaves(draft, element)


def _read_titles(draft: XmlDraft, titles: Element) -> None:
    for element in titles:
        tag = element.tag
        text = rich_text(element)
        if tag == "title":
            draft.text("title", cell(element, text))
        elif tag == "short-title":
            draft.text("title_short", cell(element, text))
        elif tag == "translated-title":
            if title := tidy(text):
                draft.translated.append(TranslatedTitle(title=title))
        elif tag not in TITLES:
            keep_leaves(draft, element)


def _read_people(draft: XmlDraft, element: Element, *, edited: bool) -> None:
    for group in element:
        role = ROLES_OF_TYPE.get(draft.type, {}).get(group.tag) or ROLES.get(group.tag)
        if edited and group.tag == "authors":
            role = Role.EDITOR
        elif role is Role.COLLECTION_EDITOR and not _has_series(element):
            # Zotero, Mendeley and people put a book's editor where EndNote has the series editor.
            role = Role.EDITOR if group.tag == "secondary-authors" else role
        for person in group:
            if role is None:
                draft.keep(cell(person, tag=group.tag))
            elif draft.type is ItemType.THESIS and role is not Role.AUTHOR:
                if supervisor := tidy(text_of(person)):
                    draft.note(f"Supervisor: {supervisor}")
            else:
                _read_person(draft, role, person)


def _has_series(contributors: Element) -> bool:
    """Say whether a book has a series, whose editor its secondary author is then."""
    record = contributors.getparent()
    return record is not None and bool(text_of(record.find("titles/secondary-title")))


def _read_person(draft: XmlDraft, role: Role, element: Element) -> None:
    """Read one name, or several that someone typed into one cell."""
    whole = cell(element)
    for text in _PEOPLE.split(whole.value):
        draft.person(role, whole, text)


def _read_address(draft: XmlDraft, element: Element) -> None:
    for line in text_of(element).split("\n"):
        if (body := tidy(line)) and body not in draft.affiliations:
            draft.affiliations.append(body)


def _read_keywords(draft: XmlDraft, element: Element) -> None:
    for one in element:
        text = text_of(one)
        # One cell holds them all where someone pasted them.
        draft.add_keywords(split_keywords(text) if ";" in text or "\n" in text else [text])


def _read_notes(draft: XmlDraft, element: Element) -> None:
    draft.note("\n".join(tidy(line) for line in text_of(element).split("\n") if line.strip()))


def _read_language(draft: XmlDraft, element: Element) -> None:
    found: Cell = cell(element)
    draft.text("language", found, language_tag(tidy(found.value)))


def _read_label(draft: XmlDraft, element: Element) -> None:
    """Take a label for the citation key if it can be one: EndNote's BibTeX styles do."""
    item = cell(element)
    if _KEY.fullmatch(item.value):
        draft.text("id", item)
    else:
        draft.keep(item)


_READ: Final[dict[str, Callable[[XmlDraft, Element], None]]] = {
    "auth-address": _read_address,
    "keywords": _read_keywords,
    "label": _read_label,
    "language": _read_language,
    "notes": _read_notes,
}
