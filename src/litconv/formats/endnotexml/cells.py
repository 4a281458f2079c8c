"""EndNote XML: what a record's elements hold, and which facts they hold."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.endnotexml.datecells import available_day, date_cells, day_words
from litconv.formats.endnotexml.namecells import name_cell
from litconv.formats.endnotexml.runs import run
from litconv.formats.endnotexml.tables import (
    BOOKS,
    IN_SERIES,
    JOURNALS,
    NUMBERED,
    OWN_URLS,
    ROLES,
    ROLES_OF_TYPE,
    STAGES,
    VARIABLES,
    VERSIONED,
    is_degree,
)
from litconv.model import ItemType, Record, Role
from litconv.text.pages import parse_pages
from litconv.writing.facts import Fact

_OWN_TAG: Final = re.compile(r"(?:custom[1-7]|misc[1-9]|[a-z]+(?:-[a-z]+)*)")
_TEXTS: Final = {
    "abstract": "abstract",
    "genre": "work-type",
    "language": "language",
    "publisher": "publisher",
    "publisher_place": "pub-location",
}
_TAG_OF: Final = {variable: tag for tag, variable in VARIABLES.items()}
_PEOPLE: Final = ("authors", "secondary-authors", "tertiary-authors", "subsidiary-authors")


class Cells:
    """Takes a record's facts into cells; `holds` tells a fact that has one."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.notes = record.note.split("\n") if record.note else []
        self.kinds = {"note", "affiliations", "keywords", "title", "title_short"}
        self.said: set[str] = set()
        self.titles: dict[str, str] = {"title": record.title}
        self.periodical: dict[str, str] = {}
        self._lines: dict[str, list[str]] = {}
        self._markup: dict[str, str] = {}
        self._fill()

    def holds(self, fact: Fact) -> bool:
        """Say whether a fact is in a cell."""
        return fact.kind in self.kinds or f"{fact.kind} {fact.note}" in self.said

    def elements(self) -> dict[str, str]:
        """Give each element's XML by its tag, `titles` and `ref-type` excepted."""
        self._put("notes", *self.notes)
        found = dict(self._markup)
        for tag, lines in self._lines.items():
            if text := run(lines):
                found[tag] = f"<{tag}>{text}</{tag}>"
        return found

    def _put(self, tag: str, *values: str) -> None:
        self._lines.setdefault(tag, []).extend(value for value in values if value)

    def _fill(self) -> None:
        record = self.record
        for field, tag in _TEXTS.items():
            self._put(tag, getattr(record, field))
            self.kinds.add(field)
        self._numbers()
        self._put("label", record.id)
        self._people()
        self._titles()
        self._dates()
        self._pages()
        self._identifiers()
        self._urls()
        if record.keywords:
            words = "".join(f"<keyword>{run([one])}</keyword>" for one in record.keywords)
            self._markup["keywords"] = f"<keywords>{words}</keywords>"
        self._extras()

    def _numbers(self) -> None:
        """Write volume and issue where they are read as such: a thesis has its degree there."""
        record = self.record
        thesis = record.type is ItemType.THESIS
        if not (thesis and is_degree(record.volume)):
            self._put("volume", record.volume)
            self.kinds.add("volume")
        if thesis and not self._lines.get("volume") and is_degree(record.genre):
            self._put("volume", record.genre)
        if thesis:
            self._put("number", record.number)
            self.kinds.add("number")
        elif record.type not in NUMBERED and not self._in_series():
            self._put("number", record.issue)
            self.kinds.add("issue")

    def _in_series(self) -> bool:
        """Say whether `number` is that of a book in its series."""
        return self.record.type in IN_SERIES and bool(self.record.collection_title)

    # ------------------------------------------------------------------ people
    def _people(self) -> None:
        record = self.record
        element_of = self._element_of_role()
        groups: dict[str, list[str]] = {}
        for person in record.contributors:
            if tag := element_of.get(person.role):
                groups.setdefault(tag, []).append(name_cell(person.name))
                self.kinds.add(str(person.role))
        for one in record.extra:
            role, _, rest = one.tag.rpartition("-")
            if rest == "others" and role in set(Role) and (tag := element_of.get(Role(role))):
                groups.setdefault(tag, []).append("et al.")
                self.kinds.add(f"extra.{one.tag}")
        parts = []
        for tag in _PEOPLE:
            if names := groups.get(tag):
                cells = "".join(f"<author>{run([name])}</author>" for name in names if name)
                parts.append(f"<{tag}>{cells}</{tag}>")
        if parts:
            self._markup["contributors"] = f"<contributors>{''.join(parts)}</contributors>"
        linked = (body for person in record.contributors for body in person.name.affiliations)
        bodies = tuple(dict.fromkeys((*record.affiliations, *linked)))
        self._put("auth-address", *bodies)
        if len(bodies) == 1:  # everybody's
            self.kinds.add("person-affiliations")

    def _element_of_role(self) -> dict[Role, str]:
        record = self.record
        if record.type is ItemType.THESIS:  # others are read as supervisors
            return {Role.AUTHOR: "authors"}
        if record.type in {ItemType.BOOK, ItemType.CLASSIC}:
            translator = {Role.TRANSLATOR: "subsidiary-authors"}
            alone = record.type is ItemType.BOOK and not record.authors
            if alone and record.names(Role.EDITOR):  # an "Edited Book"
                return {Role.EDITOR: "authors"} | translator
            known = {Role.AUTHOR: "authors"} | translator
            if record.collection_title:
                series = {Role.COLLECTION_EDITOR: "secondary-authors"}
                return known | series | {Role.EDITOR: "tertiary-authors"}
            return known | {Role.EDITOR: "secondary-authors"}
        roles = ROLES | ROLES_OF_TYPE.get(record.type, {})
        return {role: tag for tag, role in roles.items()}

    # ------------------------------------------------------------------ titles
    def _titles(self) -> None:
        record, titles = self.record, self.titles
        container, series = record.container_title, record.collection_title
        if record.type in BOOKS:
            titles["secondary-title"] = series
            self.kinds.add("collection_title")
        elif record.type is ItemType.THESIS:
            titles["tertiary-title"] = series
            self.kinds.add("collection_title")
        else:
            titles["secondary-title"] = container
            titles["tertiary-title"] = series
            self.kinds |= {"container_title", "collection_title", "container_title_short"}
            self.periodical["abbr-1"] = record.container_title_short
            if record.type in JOURNALS:
                self.periodical["full-title"] = container
            elif record.type is ItemType.PAPER_CONFERENCE and record.event_title and container:
                titles["secondary-title"] = record.event_title
                self._put("custom3", container)
                self.kinds.add("event_title")
        titles["short-title"] = record.title_short
        if record.translated_titles:
            titles["translated-title"] = record.translated_titles[0].title
            self.kinds.add("translated_titles")
        tags = ("full-title", "abbr-1")
        parts = [(tag, self.periodical.get(tag, "")) for tag in tags]
        inner = "".join(f"<{tag}>{run([text])}</{tag}>" for tag, text in parts if text)
        if inner:
            self._markup["periodical"] = f"<periodical>{inner}</periodical>"

    # ------------------------------------------------------------------ dates, pages
    def _dates(self) -> None:
        record = self.record
        year, day, held = date_cells(record.issued)
        self.kinds |= held
        if record.status and not record.issued and STAGES.fullmatch(record.status):
            year = record.status
            self.kinds.add("status")
        inner = f"<year>{run([year])}</year>" if year else ""
        if day:
            inner += f"<pub-dates><date>{run([day])}</date></pub-dates>"
        if inner:
            self._markup["dates"] = f"<dates>{inner}</dates>"
        if record.accessed and record.accessed.start:
            self._put("access-date", record.accessed.start.iso)
            self.kinds |= {"accessed", "accessed.month", "accessed.day"}
        if record.edition and not (record.type in JOURNALS and day_words(record.edition)):
            self._put("edition", record.edition)
            self.kinds.add("edition")

    def _pages(self) -> None:
        record, pages = self.record, self.record.pages
        number = pages.article_number
        if pages.text:
            self._put("pages", pages.text)
            self.kinds |= {"pages", "pages.last", "pages.ranges"}
        elif number and (parsed := parse_pages(number)) and parsed.article_number == number:
            self._put("pages", number)
            self.kinds.add("pages.article_number")
        elif pages.count is not None and record.type in BOOKS | {ItemType.THESIS} and not number:
            self._put("pages", str(pages.count))
            self.kinds.add("pages.count")
        if number and record.type in JOURNALS:
            self._put("custom7", number)
            self.kinds.add("pages.article_number")

    # ------------------------------------------------------------------ identifiers, links
    def _identifiers(self) -> None:
        record, known = self.record, self.record.identifiers
        if record.type in NUMBERED:
            self._put("isbn", record.number)
            self.kinds.add("number")
        self._put("isbn", *known.isbn, *known.issn)
        self._put("electronic-resource-num", known.doi)
        self._put("custom2", known.pmcid)
        self.kinds |= {"isbn", "isbn.more", "issn", "issn.more", "doi", "pmcid"}
        for one in known.other:
            if one.scheme in {"WOS", "accession"} and not self._lines.get("accession-num"):
                prefix = "WOS:" if one.scheme == "WOS" else ""
                self._put("accession-num", f"{prefix}{one.value}")
                self.said.add(f"other-identifiers {one.scheme}: {one.value}")
        numbers = [f"EMBASE {one.value}" for one in known.other if one.scheme == "Embase"]
        if known.pmid and self._lines.get("accession-num"):
            numbers.insert(0, f"PUBMED {known.pmid}")
        elif known.pmid:
            self._put("accession-num", known.pmid)
            self._put("remote-database-provider", "NLM")
            self.kinds.add("pmid")
        if numbers and not self._lines.get("custom3"):  # as the Cochrane Library has them
            self._put("custom3", ",".join(numbers))
            self.kinds.add("pmid")
            self.said |= {
                f"other-identifiers {one.scheme}: {one.value}"
                for one in known.other
                if one.scheme == "Embase"
            }

    def _urls(self) -> None:
        record = self.record
        self.kinds.add("url")
        groups = {"related-urls": [record.url]} if record.url else {}
        for one in record.extra:
            if one.tag in OWN_URLS:
                groups.setdefault(one.tag, []).append(one.value)
                self.kinds.add(f"extra.{one.tag}")
        inner = ""
        for tag, values in groups.items():
            cells = "".join(f"<url>{run([one])}</url>" for one in values)
            inner += f"<{tag}>{cells}</{tag}>"
        if inner:
            self._markup["urls"] = f"<urls>{inner}</urls>"

    # ------------------------------------------------------------------ extra fields
    def _is_own(self, tag: str) -> bool:
        """Say whether a kept tag can be an element of the record again."""
        written = tag in OWN_URLS or f"extra.{tag}" in self.kinds
        return not written and _OWN_TAG.fullmatch(tag) is not None

    def _extras(self) -> None:
        """Write CSL's variables in their cells, and elements of this format as they were."""
        record = self.record
        own = record.comes_from("endnotexml")
        for one in record.extra:
            chapter = record.type is ItemType.CHAPTER and one.tag == "chapter-number"
            tag = "section" if chapter else _TAG_OF.get(one.tag, "")
            day = ""
            if one.tag == "division" and record.type is ItemType.THESIS:
                self.titles.setdefault("secondary-title", one.value)
                tag = "" if self.titles["secondary-title"] != one.value else "titles"
            elif one.tag == "alt-title" and own:
                self.titles.setdefault("alt-title", one.value)
                tag = "" if self.titles["alt-title"] != one.value else "titles"
            elif one.tag == "available-date" and record.type in JOURNALS and not record.edition:
                day = available_day(one.value)
                tag = "edition" if day else ""
            elif one.tag == "collection-number" and self._in_series():
                tag = "" if record.type in NUMBERED else "number"
            elif one.tag == "version" and record.type in VERSIONED:
                tag = "edition"
            elif own and not tag and self._is_own(one.tag):
                tag = one.tag
            if not tag or (tag != "titles" and self._lines.get(tag)):
                continue  # no place, or taken
            if tag != "titles":
                self._put(tag, *(day or one.value).split("\n"))
            self.said.add(f"extra.{one.tag} {one.tag}: {one.value}")
