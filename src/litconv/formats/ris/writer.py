"""RIS: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.ris.dates import date_to_ris, year_to_ris
from litconv.formats.ris.identifiers import ARXIV
from litconv.formats.ris.people import affiliations, name_to_ris, roles_of
from litconv.formats.ris.read_groups import COUNT, MEDLINE
from litconv.formats.ris.tables import (
    BOOK_TYPES,
    CONFERENCE_TYPES,
    COUNTED_TYPES,
    COURT_CASE,
    EXTRAS,
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    RANK,
    ROLES,
    ROLES_OF_TYPE,
    SERIES_NUMBERED,
    TALK,
    TEXTS,
    TYPE_OF,
    TYPES,
)
from litconv.model import Date, OtherIdentifier, RawField, Record, Role
from litconv.options import WriteOptions
from litconv.text.oneline import one_line
from litconv.writing.facts import Fact, unheld
from litconv.writing.losses import EXTRA_FACTS, report_losses

Lines = Iterator[tuple[str, str]]

# A page count beside a first page says little (record pages give a wrong one there).
_EXTRA_FACTS: Final = EXTRA_FACTS | {"page_count"}
_OWN_TAG: Final = re.compile(r"(?!TY|ER)[A-Z][A-Z0-9]")
_LAST: Final = RANK["KW"]  # where unknown tags go
_CHAPTER: Final = "CHAP"
_NO_PAGES: Final = Record().pages
_NO_ARXIV: Final = SERIES_NUMBERED | JOURNAL_TYPES | {"PAT"}  # their M1 is another number
# Kinds of facts (see `writing.facts`) that every type holds.
_HELD: Final = frozenset(
    """title title_short container_title container_title_short collection_title publisher
    publisher_place volume issue number edition url language abstract genre note
    translated_titles affiliations keywords pages pages.last pages.ranges pages.article_number
    doi isbn isbn.more issn issn.more pmid pmcid""".split()
) | {
    f"{field}{part}"
    for field in ("issued", "accessed")
    for part in ("", ".month", ".day", ".season", ".end", ".circa", ".literal")
}
_HELD_BY_TYPE: Final = {
    type_: (
        _HELD
        | {str(role) for role in {**ROLES, **ROLES_OF_TYPE.get(type_, {})}}
        | ({"event_title", "event_place"} if type_ in CONFERENCE_TYPES else set())
        | ({"event_title"} if type_ == TALK else set())
        | ({str(Role.CONTAINER_AUTHOR)} if type_ == _CHAPTER else set())
    )
    - ({"number"} if type_ in SERIES_NUMBERED else set())
    - ({"isbn", "isbn.more", "issn", "issn.more"} if type_ == "PAT" else set())
    - ({"publisher"} if type_ == COURT_CASE else set())
    for type_ in set(TYPES.values())
}
_TAGS_OF_TYPE: Final = {("MAP", "scale"): "C1", (COURT_CASE, "authority"): "PB"}
_TEXTS_OF_CASES: Final = {field: tag for field, tag in TEXTS.items() if field != "publisher"}


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
            lines = list(_lines(record))
            lost = _unheld(record)
            if options.extras:
                lines += [("N1", fact.note) for fact in lost if fact.note]
                lost = [fact for fact in lost if not fact.note]
            if lost:
                report_losses(
                    record,
                    [fact.field for fact in lost],
                    diagnostics,
                    format_title="RIS",
                    extra_facts=_EXTRA_FACTS,
                )
            lines.sort(key=_place)
            folded = [(tag, one_line(value)) for tag, value in lines if value]
            text = "".join([f"{tag}  - {value}\n" for tag, value in folded if value])
            out.write(f"{between}TY  - {TYPES[record.type]}\n{text}ER  - \n")
            between = "\n"


def _place(line: tuple[str, str]) -> int:
    return RANK.get(line[0], _LAST)


def _lines(record: Record) -> Lines:
    type_ = TYPES[record.type]
    yield "ID", record.id
    roles = roles_of(record, type_)
    for person in record.contributors:
        if tag := roles.get(person.role):
            yield tag, name_to_ris(person.name)
    yield "AD", "; ".join(affiliations(record))
    for field, tag in (TEXTS if type_ != COURT_CASE else _TEXTS_OF_CASES).items():
        if value := getattr(record, field):
            yield tag, value
    yield from (("TT", one.title) for one in record.translated_titles[:1])
    yield from _source_lines(record, type_)
    yield from _date_lines(record)
    yield from _page_lines(record, type_)
    yield from _identifier_lines(record, type_)
    yield from (("KW", keyword) for keyword in record.keywords)
    if record.note:
        yield from (("N1", line) for line in record.note.split("\n"))
    if record.extra:
        tagged = ((_extra_tag(record, raw, type_), raw.value) for raw in record.extra)
        yield from ((tag, value) for tag, value in tagged if tag)


# ---------------------------------------------------------------------- the whole, dates, pages
def _source_lines(record: Record, type_: str) -> Lines:
    """Titles and places of what the work stands in: T2, JF, BT, T3, C3, CY, C1."""
    container, series = record.container_title, record.collection_title
    event = record.event_title
    if type_ in CONFERENCE_TYPES and event:
        yield "BT", container  # pandoc takes the first title of BT, T2 and JF for the proceedings
        yield "T2", event
        yield "C3", container  # the proceedings (EndNote, Zotero)
        yield "JF", event if not container else ""
    elif type_ == TALK:
        yield "T2", event  # a lone T2 is read as the meeting
        yield "BT", container
    elif type_ in BOOK_TYPES:
        yield "T2", series
        yield "JF", container
        series = ""
    else:
        yield "T2", container
        yield "JF", container
    yield "T3", series
    place, venue = record.publisher_place, record.event_place
    if type_ in CONFERENCE_TYPES and venue:
        yield "CY", venue
        yield "C1", place  # where it was published (EndNote, Zotero)
    else:
        yield "CY", place
        if type_ in CONFERENCE_TYPES:
            yield "C1", place  # the same again says that it is no venue


def _date_lines(record: Record) -> Lines:
    if record.issued:
        yield "PY", year_to_ris(record.issued)
        # Of a conference, citation-js takes PY for the year it was held in.
        yield "DA", date_to_ris(record.issued, always=TYPES[record.type] in CONFERENCE_TYPES)
    if record.accessed:
        # Date of access (2011; Zotero, EndNote). bibutils takes it for the month of issue.
        yield "Y2", date_to_ris(record.accessed, always=True)


def _page_lines(record: Record, type_: str) -> Lines:
    pages = record.pages
    if pages.ranges:
        yield "SP", pages.ranges
    elif pages.first:
        yield "SP", pages.first
        yield "EP", pages.last
    elif pages.article_number:
        yield "SP", pages.article_number
    elif _count_is_length(record, type_):
        yield "SP", str(pages.count)  # what SP means for whole works in EndNote and Zotero
    yield "C7", pages.article_number


def _count_is_length(record: Record, type_: str) -> bool:
    pages = record.pages
    alone = not (pages.text or pages.article_number)
    return pages.count is not None and alone and type_ in COUNTED_TYPES


# ---------------------------------------------------------------------- numbers
def _identifier_lines(record: Record, type_: str) -> Lines:
    known = record.identifiers
    yield "DO", known.doi
    serial = "" if type_ == "PAT" else " ".join((*known.isbn, *known.issn))
    number = record.number
    if type_ in NUMBERED_TYPES and not serial:
        serial, number = number, ""
    yield "SN", serial
    if type_ not in SERIES_NUMBERED:
        yield "M1", number or (_arxiv_number(record, type_) if known.arxiv else "")
    if known.pmid:
        # Accession number, where EndNote's PubMed filter puts it, or PMC's form of it.
        yield ("AN", known.pmid) if _is_medline(record) else ("U1", f"{known.pmid}[pmid]")
    yield "C2", known.pmcid  # EndNote's place for it
    for one in known.other:
        if tag := _identifier_tag(record, one):
            yield tag, f"WOS:{one.value}" if tag == "AN" else f"{one.value}[pii]"


def _arxiv_number(record: Record, type_: str) -> str:
    """Give arXiv's number in the form that bibutils knows, where M1 is free for it, else ""."""
    known = record.identifiers.arxiv
    if not known or record.number or type_ in _NO_ARXIV or not ARXIV.fullmatch(f"arXiv:{known}"):
        return ""
    return f"arXiv:{known}"


def _is_medline(record: Record) -> bool:
    """Say whether no database is named that AN would be a number of."""
    bases = [one.value for one in record.extra if one.tag in {"source", "DB", "DP"}]
    return not bases or any(map(MEDLINE.search, bases))


def _identifier_tag(record: Record, one: OtherIdentifier) -> str:
    if one.scheme == "WOS":
        return "" if record.identifiers.pmid else "AN"
    return "U4" if one.scheme == "PII" else ""  # as PMC writes it


# ---------------------------------------------------------------------- what is left
def _extra_tag(record: Record, raw: RawField, type_: str) -> str:
    """Give the tag of a CSL variable, or the tag under which RIS itself had it."""
    if raw.tag in EXTRAS:
        if raw.tag == "collection-number" and type_ in SERIES_NUMBERED:
            return "M1"
        return EXTRAS[raw.tag]
    if raw.tag == "version" and type_ in {"COMP", "DATA"} and not record.edition:
        return "ET"
    if raw.tag == "number-of-pages" and type_ in COUNTED_TYPES:  # `xii, 440`, which is no number
        return "SP" if record.pages == _NO_PAGES and COUNT.fullmatch(raw.value) else ""
    if (tag := _TAGS_OF_TYPE.get((type_, raw.tag))) is not None:
        return tag
    own = record.comes_from("ris")
    return raw.tag if own and _OWN_TAG.fullmatch(raw.tag) else ""


def _unheld(record: Record) -> list[Fact]:
    """Give the facts that no tag holds, the type if it is not told by TY among them."""
    type_ = TYPES[record.type]
    held = _HELD_BY_TYPE[type_]
    found = [one for one in unheld(record, held) if not _held_here(record, type_, one)]
    if Role.COLLECTION_EDITOR not in roles_of(record, type_):
        found += [
            Fact("collection-editor", "contributors", f"collection-editor: {one.sort_text}")
            for one in record.names(Role.COLLECTION_EDITOR)
        ]
    if (issued := record.issued) and _has_no_year(issued):
        found.append(Fact("issued", "issued", ""))
    if TYPE_OF[type_] is not record.type:
        found.insert(0, Fact("type", "type", f"Type: {record.type}"))
    return found


def _has_no_year(date: Date) -> bool:
    """Year 0 means in RIS that there is none."""
    return date.start is not None and date.start.year == 0


def _held_here(record: Record, type_: str, fact: Fact) -> bool:
    """Say whether this record's lines hold a fact that those of its type do not always hold."""
    kind = fact.kind
    if kind == "pages.count":
        return _count_is_length(record, type_)
    if kind == "arxiv":
        return _arxiv_number(record, type_) != ""
    if kind == "person-affiliations":
        return len(affiliations(record)) <= 1  # a single one is everybody's
    if kind == "other-identifiers":
        return any(
            _identifier_tag(record, one) and fact.note == f"{one.scheme}: {one.value}"
            for one in record.identifiers.other
        )
    if kind.startswith("extra."):
        tag = kind.removeprefix("extra.")
        raw = RawField(tag=tag, value=fact.note.removeprefix(f"{tag}: "))
        return bool(_extra_tag(record, raw, type_))
    return False
