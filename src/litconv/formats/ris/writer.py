"""RIS: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.ris.tables import (
    BOOK_TYPES,
    CONFERENCE,
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    ORDER,
    ROLES,
    ROLES_OF_TYPE,
    SEASONS,
    TEXTS,
    TYPE_OF,
    TYPES,
)
from litconv.model import Contributor, Date, Name, Record, Role
from litconv.options import WriteOptions
from litconv.text.oneline import one_line
from litconv.writing.losses import EXTRA_FACTS, report_losses

Lines = Iterator[tuple[str, str]]


class RisWriter:
    """Writes one record after the other, each ended by `ER` and set apart by a blank line."""

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
            lines = [("TY", TYPES[record.type]), *_lines(record)]
            unheld = list(_unheld(record))
            lost = [field for field, _ in unheld]
            if options.extras:
                lines += [("N1", text) for _, text in unheld]
                lost = []
            lost += ["relations"] * bool(record.relations)
            report_losses(record, lost, diagnostics, format_title="RIS", extra_facts=_EXTRAS)
            lines.sort(key=lambda line: ORDER.index(line[0]))
            folded = ((tag, one_line(value)) for tag, value in lines)
            text = "".join(f"{tag}  - {value}\n" for tag, value in folded if value)
            out.write(f"{between}{text}ER  - \n")
            between = "\n"


# A page count beside a first page says little (record pages give a wrong one there).
_EXTRAS: Final = EXTRA_FACTS | {"page_count"}


def _lines(record: Record) -> Lines:
    yield "ID", record.id
    for person in record.contributors:
        if tag := _role_tag(record, person.role):
            yield tag, name_to_ris(person.name)
    yield "AD", "; ".join(_affiliations(record))
    yield from ((tag, getattr(record, field)) for field, tag in TEXTS.items())
    yield from (("TT", one.title) for one in record.translated_titles[:1])
    yield from _source_lines(record)
    yield from _date_lines(record)
    yield from _page_lines(record)
    yield from _identifier_lines(record)
    yield from (("KW", keyword) for keyword in record.keywords)
    yield "N1", record.note


def _role_tag(record: Record, role: Role) -> str:
    tag = TYPES[record.type]
    return ROLES_OF_TYPE.get(tag, {}).get(role) or ROLES.get(role, "")


def name_to_ris(name: Name) -> str:
    """Give `Family, Given, Suffix`; what must not be split ends in a comma.

    The particle stands before the family name, the dropping one behind the given name.
    """
    if literal := one_line(name.literal):
        return f"{literal},"
    family, suffix = one_line(name.full_family), one_line(name.suffix)
    given = one_line(f"{name.given} {name.dropping_particle}")
    if family and given:
        return ", ".join(part for part in (family, given, suffix) if part)
    whole = one_line(f"{family or given} {suffix}")
    return f"{whole}," if " " in whole else whole


def _affiliations(record: Record) -> list[str]:
    linked = (one for person in record.contributors for one in person.name.affiliations)
    cleaned = (one_line(one) for one in (*record.affiliations, *linked))
    return [one for one in dict.fromkeys(cleaned) if one]


def _source_lines(record: Record) -> Lines:
    """Titles and places of what the work stands in: T2, JF, T3, C3, CY, C1."""
    type_ = TYPES[record.type]
    container, series = record.container_title, record.collection_title
    place = record.publisher_place
    if type_ == CONFERENCE and record.event_title:
        yield "T2", record.event_title
        yield "C3", container  # the proceedings (EndNote, Zotero)
    elif type_ in BOOK_TYPES and not container:
        yield "T2", series
        series = ""
    else:
        yield "T2", container
        if type_ in JOURNAL_TYPES:
            yield "JF", container
    yield "T3", series
    if type_ == CONFERENCE and record.event_place:
        yield "CY", record.event_place
        yield "C1", place  # where it was published (EndNote, Zotero)
    else:
        yield "CY", place


def _date_lines(record: Record) -> Lines:
    if record.issued:
        yield "PY", _year(record.issued)
        yield "DA", date_to_ris(record.issued)
    if record.accessed:
        # Date of access (2011; Zotero, EndNote). bibutils takes it for the month of issue.
        yield "Y2", date_to_ris(record.accessed, always=True)


def _year(date: Date) -> str:
    return f"{date.start.year:04d}" if date.start else ""


def date_to_ris(date: Date, *, always: bool = False) -> str:
    """Give `YYYY/MM/DD/other`, empty parts left empty; "" if there is no more than a year.

    `always` gives the year alone too. `other` is free text: season, end of a range, words.
    """
    parts = [f"{part:02d}" for part in (date.start.parts[1:] if date.start else ())]
    other = [SEASONS[date.season]] if date.season in SEASONS else []
    other += [f"to {date.end.iso}"] if date.end else []
    other += ["circa"] if date.circa else []
    other += [date.literal] if date.literal else []
    if not parts and not other and not always:
        return ""
    return "/".join([_year(date), *parts, *[""] * (2 - len(parts)), ", ".join(other)])


def _page_lines(record: Record) -> Lines:
    pages = record.pages
    if pages.ranges:
        yield "SP", pages.ranges
    elif pages.first:
        yield "SP", pages.first
        yield "EP", pages.last
    elif pages.article_number:
        yield "SP", pages.article_number
    elif _count_is_length(record):
        yield "SP", str(pages.count)  # what SP means for whole works in EndNote and Zotero
    yield "C7", pages.article_number


def _count_is_length(record: Record) -> bool:
    pages = record.pages
    alone = not (pages.text or pages.article_number)
    return pages.count is not None and alone and TYPES[record.type] in BOOK_TYPES


def _identifier_lines(record: Record) -> Lines:
    known = record.identifiers
    yield "DO", known.doi
    serial = " ".join((*known.isbn, *known.issn))
    number = record.number
    if TYPES[record.type] in NUMBERED_TYPES and not serial:
        serial, number = number, ""
    yield "SN", serial
    yield "M1", number
    yield "AN", known.pmid  # accession number; EndNote's PubMed filter puts the PMID here
    yield "C2", known.pmcid  # EndNote's place for it


def _unheld(record: Record) -> Lines:
    """Yield (field, text for N1) for the facts that no tag holds, listed works excepted."""
    if TYPE_OF[TYPES[record.type]] is not record.type:
        yield "type", f"Type: {record.type}"
    yield from (
        ("translated_titles", f"Translated title: {one.title}")
        for one in record.translated_titles[1:]
    )
    for person in record.contributors:
        yield from _unheld_of_person(record, person)
    if TYPES[record.type] != CONFERENCE:
        yield from _labelled(record, {"event_title": "Event", "event_place": "Event place"})
    if record.event_date:
        yield "event_date", f"Event date: {date_to_ris(record.event_date, always=True)}"
    pages = record.pages
    if pages.count is not None and not pages.last and not _count_is_length(record):
        yield "page_count", f"Number of pages: {pages.count}"
    if record.identifiers.arxiv:
        yield "identifiers", f"arXiv: {record.identifiers.arxiv}"
    yield from (("identifiers", f"{one.scheme}: {one.value}") for one in record.identifiers.other)
    yield from _labelled(record, {"status": "Status"})
    for subject in record.subjects:
        text = f"{subject.scheme}: {subject.code} {subject.label}"
        yield "subjects", f"Subject {text}".rstrip()
    if record.times_cited is not None:
        yield "times_cited", f"Times cited: {record.times_cited}"
    if record.listing:
        yield "listing", f"Listed as: {record.listing.kind} {record.listing.number}".rstrip()
    yield from (("extra", f"{one.tag}: {one.value}") for one in record.extra)


def _labelled(record: Record, labels: dict[str, str]) -> Lines:
    for field, label in labels.items():
        if value := getattr(record, field):
            yield field, f"{label}: {value}"


def _unheld_of_person(record: Record, person: Contributor) -> Lines:
    name = person.name
    if not _role_tag(record, person.role):
        yield "contributors", f"{person.role}: {name.sort_text}"
    if name.orcid:
        yield "orcid", f"ORCID of {name.sort_text}: {name.orcid}"
    bodies = _affiliations(record)
    if name.affiliations and len(bodies) > 1:  # a single one is everybody's
        linked = "; ".join(name.affiliations)
        yield "affiliations", f"Affiliation of {name.sort_text}: {linked}"
