"""NoteExpress: the writer. Records look like those that CNKI exports, so that they import alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.noteexpress.tables import (
    JOURNALS,
    NUMBERS,
    ORDER,
    ROLES,
    ROLES_OF_TYPE,
    SUPERVISOR,
    TEXTS,
    TYPE,
    TYPE_OF,
    TYPES,
    VARIABLES,
    WHOLE,
)
from litconv.model import Date, ItemType, Name, Record, Role
from litconv.options import WriteOptions
from litconv.text.names import parse_name
from litconv.text.oneline import one_line
from litconv.text.script import has_han
from litconv.writing.facts import Fact, kept_value, unheld
from litconv.writing.losses import notes_of

NAME: Final = "noteexpress"
Lines = Iterator[tuple[str, str]]

_RANK: Final = {tag: number for number, tag in enumerate(ORDER)}
_TAG: Final = re.compile(r"[^\W\d_][\w /\-.,&()]{0,39}")
# What has a tag whatever the type; `_held` adds what depends on it.
_HELD: Final = frozenset(
    {
        *TEXTS,
        *NUMBERS,
        *("translated_titles", "issued", "issued.month", "issued.day", "accessed"),
        *("accessed.month", "accessed.day", "pages", "pages.last", "pages.ranges", "doi", "pmid"),
        *("pmcid", "arxiv", "other-identifiers", "affiliations", "keywords", "abstract"),
        *("language", "note", "genre", "publisher_place", "listing"),
        *(f"extra.{variable}" for variable in VARIABLES),
    }
)
_SERIALS: Final = frozenset({"isbn", "isbn.more", "issn", "issn.more"})


class NoteExpressWriter:
    """Writes `{Tag}: value` lines, one author a line, records set apart by blank lines."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records; each value is one line, so no text can pass for a tag."""
        between = ""
        for record in records:
            held = _held(record)
            missing = unheld(record, held)
            lines = list(_lines(record))
            if TYPE_OF[TYPES[record.type].lower()] is not record.type:
                missing.insert(0, Fact("type", "type", f"Type: {record.type}"))
            notes = notes_of(
                record, missing, diagnostics, extras=options.extras, format_title="NoteExpress"
            )
            lines += [("Notes", note) for note in notes]
            lines.sort(key=lambda line: _RANK.get(line[0], len(_RANK)))
            folded = ((tag, one_line(value)) for tag, value in lines)
            text = "".join(f"{{{tag}}}: {value}\n" for tag, value in folded if value)
            out.write(f"{between}{{{TYPE}}}: {_type_name(record)}\n{text}")
            between = "\n\n"


def _type_name(record: Record) -> str:
    """Give the type's name; one that the reader did not know is written as it was."""
    return one_line(kept_value(record, NAME, TYPE)) or TYPES[record.type]


def _held(record: Record) -> frozenset[str]:
    """Give the kinds of facts that have a tag for a record of this type."""
    type_, pages = record.type, record.pages
    held = _HELD | {str(role) for role in (*ROLES, Role.ORGANIZER) if _role_tag(record, role)}
    numbered = type_ is ItemType.STANDARD and bool(record.number)
    if type_ is not ItemType.PATENT and not numbered:
        held |= _SERIALS
    if type_ not in WHOLE:
        held |= {"container_title"}
    held |= {"collection_title"}
    if type_ is ItemType.PAPER_CONFERENCE:
        held |= {"event_title", "event_place"}
    if not pages.text:
        held |= {"pages.article_number"}
        if type_ in WHOLE and not pages.article_number:
            held |= {"pages.count"}
    if len(_bodies(record)) <= 1:
        held |= {"person-affiliations"}
    if type_ is ItemType.PATENT and record.number:
        held -= {"genre"}
    if record.subjects and all(one.scheme == "clc" for one in record.subjects):
        held |= {"subjects"}
    if record.comes_from(NAME):
        held |= {f"extra.{raw.tag}" for raw in record.extra if _comes_back(raw.tag)}
    return held | {f"extra.{role}-others" for role in Role if str(role) in held}


def _comes_back(tag: str) -> bool:
    return _TAG.fullmatch(tag) is not None and not tag.endswith("-others")


def _lines(record: Record) -> Lines:
    for person in record.contributors:
        if tag := _role_tag(record, person.role):
            yield tag, name_text(person.name)
    yield "Author Address", ";".join(_bodies(record))
    for field, tag in (TEXTS | NUMBERS).items():
        if (field, record.type) not in _ELSEWHERE:
            yield tag, getattr(record, field)
    yield from (("Translated Title", one.title) for one in record.translated_titles[:1])
    yield from _source_lines(record)
    yield from _date_lines(record)
    yield "Pages", _page_text(record)
    yield from _identifier_lines(record)
    yield "Keywords", ";".join(record.keywords)
    yield "Abstract", record.abstract
    yield "Language", record.language
    clc = [f"{one.code} {one.label}".strip() for one in record.subjects if one.scheme == "clc"]
    if len(clc) == len(record.subjects):
        yield "CLC", ";".join(clc)
    yield from _note_lines(record)
    yield from _extra_lines(record)


_ELSEWHERE: Final = frozenset(
    {
        ("number", ItemType.STANDARD),
        ("number", ItemType.PATENT),
        ("publisher", ItemType.PATENT),
    }
)


def _role_tag(record: Record, role: Role) -> str:
    if record.type is ItemType.PATENT or (
        record.type is ItemType.THESIS and role is not Role.TRANSLATOR
    ):
        return ROLES[role] if role is Role.AUTHOR else ""
    of_type = ROLES_OF_TYPE.get(record.type, {})
    return of_type.get(role) or ROLES.get(role, "")


def name_text(name: Name) -> str:
    """Give `Family, Given, Suffix`, `王小明`; a name without parts as it is."""
    if name.literal:
        return name.literal
    family, given = name.full_family, f"{name.given} {name.dropping_particle}".strip()
    if has_han(family + given) and not name.suffix:
        whole = parse_name(family + given)
        apart = whole is None or (whole.family, whole.given) != (family, given)
        return f"{family} {given}".strip() if apart else family + given
    return ", ".join(part for part in (family, given, name.suffix) if part)


def _bodies(record: Record) -> list[str]:
    linked = (one for person in record.contributors for one in person.name.affiliations)
    cleaned = (one_line(one) for one in (*record.affiliations, *linked))
    return [one for one in dict.fromkeys(cleaned) if one]


def _source_lines(record: Record) -> Lines:
    """Titles and places of what the work stands in."""
    type_, container, series = record.type, record.container_title, record.collection_title
    if type_ in WHOLE:
        yield "Secondary Title", series
    else:
        yield "Series Title", series
        if type_ is ItemType.PAPER_CONFERENCE:
            yield "Secondary Title", record.event_title
            yield "Tertiary Title", container
        else:
            yield "Journal" if type_ in JOURNALS else "Secondary Title", container
    if type_ is ItemType.PATENT:
        yield "Subsidiary Author", record.publisher
    if type_ is not ItemType.PAPER_CONFERENCE or record.publisher:
        yield "Place Published", record.publisher_place
        place = "Conference Location"
    else:  # CNKI: where the conference was held
        yield "Publication Place", record.publisher_place
        place = "Place Published"
    if type_ is ItemType.PAPER_CONFERENCE:
        yield place, record.event_place


def _date_lines(record: Record) -> Lines:
    if record.issued and record.issued.start:
        yield "Year", f"{record.issued.start.year:04d}"
        if record.issued.start.month:
            yield "Date", record.issued.start.iso
    yield "Access Date", _iso(record.accessed)


def _iso(date: Date | None) -> str:
    return date.start.iso if date and date.start else ""


def _page_text(record: Record) -> str:
    pages = record.pages
    if pages.text or pages.article_number:
        return pages.text or pages.article_number
    return str(pages.count) if pages.count is not None and record.type in WHOLE else ""


def _identifier_lines(record: Record) -> Lines:
    known = record.identifiers
    yield "DOI", known.doi
    if record.type is ItemType.STANDARD and record.number:
        yield "ISBN/ISSN", record.number
    elif record.type is not ItemType.PATENT:
        yield "ISBN/ISSN", "; ".join((*known.isbn, *known.issn))
    for scheme, value in (("PMID", known.pmid), ("PMCID", known.pmcid), ("arXiv", known.arxiv)):
        if value:
            yield "Accession Number", f"{scheme}: {value}"
    for one in known.other:
        if one.scheme == "CN":
            yield "Notes", one.value  # CNKI: 国内统一刊号
        else:
            plain = one.scheme == "accession"
            yield "Accession Number", one.value if plain else f"{one.scheme}: {one.value}"


def _note_lines(record: Record) -> Lines:
    """Yield notes, the supervisors of a thesis under their own tag; the type of work."""
    for line in record.note.split("\n"):
        start = next((one for one in SUPERVISOR if line.startswith(one)), "")
        if start and record.type is ItemType.THESIS:
            yield "Tertiary Author", line.removeprefix(start)
        else:
            yield "Notes", line
    number = record.number if record.type is ItemType.PATENT else ""
    yield "Type of Work", number or record.genre


_ROLE_NAMES: Final = frozenset(str(role) for role in Role)


def _extra_lines(record: Record) -> Lines:
    own = record.comes_from(NAME)
    for raw in record.extra:
        role = raw.tag.removesuffix("-others")
        if raw.tag in VARIABLES:
            yield VARIABLES[raw.tag], raw.value
        elif role != raw.tag and role in _ROLE_NAMES:
            if tag := _role_tag(record, Role(role)):
                yield tag, "等"
        elif own and raw.tag != TYPE and _comes_back(raw.tag):
            yield raw.tag, raw.value
