"""Citation File Format: the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.formats.cff.repair import Line, repair
from litconv.formats.cff.tables import DATES, HANDLED, PEOPLE, PERSON, TEXTS, TYPES, URLS, VARIABLES
from litconv.model import (
    Contributor,
    ItemType,
    Listing,
    ListKind,
    Name,
    Pages,
    Record,
    Role,
    Span,
)
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.json_values import as_text, as_texts
from litconv.reading.tagged import Item
from litconv.reading.yaml_text import YamlFault, YamlMap, load_yaml
from litconv.source import Source
from litconv.text.dates import parse_date
from litconv.text.languages import language_tag
from litconv.text.width import tidy

# What a work is known by: without any of them, the file is none.
_TELLING: Final = frozenset(("title", "authors", "doi", "preferred-citation", "references"))
_LONGEST_REPAIRED: Final = 300_000  # YAML is read slowly, and here key by key
_SNIFF: Final = re.compile(r"^cff-version *:", re.MULTILINE)
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


class CffReader:
    """Reads one CITATION.cff."""

    def sniff(self, head: str) -> bool:
        """Say whether the file states its version of CFF."""
        return _SNIFF.search(head) is not None

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the preferred citation, if any, and the software."""
        value, fault = load_yaml(source.text)
        lost: list[Line] = []
        if fault is not None and len(source.text) <= _LONGEST_REPAIRED:
            value, lost = _repaired(source, fault, diagnostics)
        if not isinstance(value, YamlMap):
            message = f"no valid YAML: {fault.message}" if fault else "no CITATION.cff"
            place = Span(source.name, *fault[1:]) if fault else Span(source.name)
            diagnostics.report("record-invalid", message, span=place)
            diagnostics.reject(source.text)
            return
        preferred = value.get("preferred-citation")
        if isinstance(preferred, YamlMap):
            yield _Work(preferred, source.name, diagnostics).record("article")
        work = _Work(value, source.name, diagnostics)
        for line in lost:
            work.draft.odd(Item("line", line.text, line.number), "extra")
        references = _listed(value.get("references"))
        for key, others in (("preferred-citation", [preferred]), ("references", references)):
            for other in others:
                if not isinstance(other, YamlMap):
                    work.keep(key, other)
        record = work.record("software")
        cited = (
            _Work(one, source.name, diagnostics).record("generic")
            for one in references
            if isinstance(one, YamlMap)
        )
        relations = tuple(
            msgspec.structs.replace(one, listing=Listing(ListKind.REFERENCES, str(number)))
            for number, one in enumerate(cited, 1)
        )
        yield msgspec.structs.replace(record, relations=relations)


def _repaired(
    source: Source, fault: YamlFault, diagnostics: Diagnostics
) -> tuple[YamlMap | None, list[Line]]:
    """Give what can be read of a file that is no valid YAML; None if that is nothing of a work."""
    faults: list[YamlFault] = []
    value, lost = repair(source.text, faults.append)
    if _TELLING.isdisjoint(value):
        return None, []
    for one in faults or [fault]:
        message = f"no valid YAML: {one.message}"
        diagnostics.report("syntax-repaired", message, span=Span(source.name, *one[1:]))
    return value, lost


class _Work:
    """One work of the file: itself, what is preferred, or a reference."""

    def __init__(self, work: YamlMap, file: str, diagnostics: Diagnostics) -> None:
        self.work = work
        self.draft = Draft("cff", file, work.line, diagnostics, column=work.column)

    def item(self, key: str, value: str | None = None) -> Item:
        """Give a value as the draft takes it."""
        text = as_text(self.work.get(key)) if value is None else value
        return Item(key, text, self.work.line, self.work.column)

    def record(self, usual_type: str) -> Record:
        """Read every key."""
        draft, work = self.draft, self.work
        draft.type = TYPES.get(as_text(work.get("type")) or usual_type, ItemType.DOCUMENT)
        if work.get("type") and as_text(work["type"]) not in TYPES:
            draft.odd(self.item("type"), "type")
        for key, field in TEXTS.items():
            draft.text(field, self.item(key))
        for key, role in PEOPLE.items():
            for person in _listed(work.get(key)):
                self._person(key, role, person)
        self._published()
        for key in ("volume", "issue"):
            draft.number(key, self.item(key))
        draft.first_and_last_page(self.item("start"), self.item("end"))
        self._identifiers()
        for key in URLS:
            draft.text("url", self.item(key))
        draft.add_keywords(as_texts(work.get("keywords")))
        languages = as_texts(work.get("languages"))
        draft.text("language", self.item("languages", language_tag("; ".join(languages))))
        self._rest()
        if (pages := as_text(work.get("pages"))).isdecimal():  # how many a book has, or a range
            known = draft.pages or Pages()
            draft.pages = msgspec.structs.replace(known, count=int(pages[:9]))
        else:
            draft.page_range(self.item("pages"))
        return draft.record()

    def _rest(self) -> None:
        """Keep what no field holds."""
        for key, variable in VARIABLES.items():
            self.draft.keep(self.item(key), tag=variable)
        for key, value in self.work.items():
            if key not in HANDLED:
                self.keep(key, value)

    def keep(self, key: str, value: Any) -> None:  # noqa: ANN401 - any YAML value
        """Keep a value of any shape under its key."""
        if value:
            text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
            self.draft.keep(self.item(key, text))

    def _person(self, key: str, role: Role, person: object) -> None:
        """Add a person, or a body, which has a `name`."""
        if not isinstance(person, YamlMap):
            self.draft.person(role, self.item(key, as_text(person)))
            return
        parts = {part: tidy(as_text(value)) for part, value in person.items()}
        family, given = parts.get("family-names", ""), parts.get("given-names", "")
        literal = parts.get("name", "") or ("" if family or given else parts.get("alias", ""))
        if not (family or given or literal):
            return
        body = parts.get("affiliation", "")
        orcid = _ORCID.search(parts.get("orcid", ""))
        name = Name(
            family="" if literal else family or given,
            given=given if family and not literal else "",
            particle="" if literal else parts.get("name-particle", ""),
            suffix="" if literal else parts.get("name-suffix", ""),
            literal=literal,
            affiliations=(body,) if body else (),
            orcid=orcid[0] if orcid else "",
        )
        self.draft.people.append(Contributor(role=role, name=name))
        for part, text in parts.items():
            if part not in PERSON and not (part == "alias" and text == literal):
                self.draft.keep(Item(part, text, person.line, person.column))
        if body and body not in self.draft.affiliations:
            self.draft.affiliations.append(body)

    def _published(self) -> None:
        """Read dates, publisher, conference."""
        draft, work = self.draft, self.work
        year, month = as_text(work.get("year")), as_text(work.get("month"))
        date = parse_date(f"{year}-{month.zfill(2)}") if year and month else None
        if date and date.start and date.start.month:
            draft.date("issued", self.item("year"), date)
        else:
            draft.keep(self.item("month"))
        for key in DATES:
            set_date(draft, "issued", self.item(key))
        set_date(draft, "accessed", self.item("date-accessed"))
        for key in ("publisher", "institution"):
            body = self._body(key, "city", "country")
            draft.text("publisher", self.item(key, as_text(body.get("name"))))
            draft.text("publisher_place", self.item(key, _place(body)))
        where = self._body("location")
        draft.text("publisher_place", self.item("location", as_text(where.get("name"))))
        event = self._body("conference", "city", "country", "date-start", "date-end")
        draft.text("event_title", self.item("conference", as_text(event.get("name"))))
        draft.text("event_place", self.item("conference", _place(event)))
        days = [as_text(event[key]) for key in ("date-start", "date-end") if event.get(key)]
        set_date(draft, "event_date", self.item("conference", "/".join(days)))

    def _body(self, key: str, *read: str) -> YamlMap:
        """Give a body or a place, and keep what is said of it that is not `read`.

        A bare name is not in the schema, but met: `publisher: Larch Press`.
        """
        value = self.work.get(key)
        body = value if isinstance(value, YamlMap) else YamlMap(name=value)
        for part, inner in body.items():
            if part != "name" and part not in read:
                self.keep(f"{key}-{part}", inner)
        return body

    def _identifiers(self) -> None:
        draft, work = self.draft, self.work
        if not draft.doi(self.item("doi")) and self.item("doi").value:
            draft.odd(self.item("doi"), "identifiers")
        for key in ("isbn", "issn"):
            for number in as_texts(work.get(key)):
                draft.serial(self.item(key, number))
        if pmcid := as_text(work.get("pmcid")):
            draft.identifier("pmcid", pmcid, self.item("pmcid"))
        for one in _listed(work.get("identifiers")):
            if not isinstance(one, YamlMap):
                self.keep("identifiers", one)
                continue
            kind, value = as_text(one.get("type")), as_text(one.get("value"))
            if kind == "doi" and "doi" not in draft.ids:
                draft.doi(self.item("identifiers", value))
            elif value:
                draft.other_identifier(kind or "other", value)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - any YAML value
    """Give a list; what stands in its place, `authors: Ann Alder`, is its one item."""
    return value if isinstance(value, list) else [value] if value else []


def _place(body: YamlMap) -> str:
    return ", ".join(as_text(body[key]) for key in ("city", "country") if body.get(key))
