"""EndNote tagged: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.enw.read_tags import is_place
from litconv.formats.enw.read_values import is_status, shortens
from litconv.formats.enw.tables import (
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    ORDER,
    ROLES,
    ROLES_OF_TYPE,
    TEXTS,
    TYPE_OF,
    TYPES,
    VARIABLES,
    VERSIONED_TYPES,
    WHOLE_TYPES,
)
from litconv.model import ItemType, Record, Role
from litconv.options import WriteOptions
from litconv.reading.tagged_record import OWN_NUMBER_IN_SERIAL, is_own_number
from litconv.text.dates import parse_date
from litconv.writing.records import TaggedForm, write_records
from litconv.writing.tagged import Lines, order_of

NAME: Final = "enw"
_FORM: Final = TaggedForm(
    name=NAME,
    title="EndNote tagged",
    type_tag="0",
    note_tag="Z",
    types=TYPES,
    type_of=TYPE_OF,
    order=order_of(ORDER),
    prefix="%",
)
_APART: Final = frozenset(("container_title_short", "edition", "publisher_place"))
_PLAIN: Final = {field: tag for field, tag in TEXTS.items() if field not in _APART}
_TAG: Final = re.compile(r"[A-Z1-9?@!#$\]&()*+^><\[=~|]")
_PUBMED: Final = re.compile(r"\b(?:nlm|pubmed|medline)\b", re.IGNORECASE)


class EnwWriter:
    """Writes one record after the other, set apart by blank lines; each value is one line."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records."""
        write_records(_FORM, _add_all, records, out, diagnostics, extras=options.extras)


def _add_all(lines: Lines, record: Record) -> None:
    lines.add("F", record.id)
    lines.people(_role_tags(record))
    lines.affiliations("+")
    for field, tag in _PLAIN.items():
        lines.add(tag, getattr(record, field), field)
    for one in record.translated_titles[:1]:
        lines.add("Q", one.title, "translated_titles")
    _add_titles(lines, record)
    _add_places(lines, record)
    _add_numbers(lines, record)
    _add_dates(lines, record)
    _add_pages(lines, record)
    _add_identifiers(lines, record)
    lines.keywords("K")
    lines.notes("Z", "Y")
    _add_extra(lines, record)


def _role_tags(record: Record) -> dict[str, str]:
    tags: dict[str, str] = {str(role): tag for role, tag in ROLES.items()}
    special = ROLES_OF_TYPE.get(record.type, {})
    for role, tag in special.items():
        tags = {one: other for one, other in tags.items() if other != tag} | {str(role): tag}
    if record.type is ItemType.THESIS:
        del tags[Role.COLLECTION_EDITOR]  # its tag holds the supervisor
    elif record.type is ItemType.BOOK and record.authors and _series_in_b(record):
        tags |= {Role.EDITOR: "Y", Role.COLLECTION_EDITOR: "E"}
    elif record.type is ItemType.PAPER_CONFERENCE and not (
        record.container_title or record.event_title
    ):
        del tags[Role.COLLECTION_EDITOR]
    return tags


def _series_in_b(record: Record) -> bool:
    return bool(record.collection_title) and not record.container_title


def _add_titles(lines: Lines, record: Record) -> None:
    """Add J, B, S and 3: what the work stands in."""
    type_, container = record.type, record.container_title
    if type_ in JOURNAL_TYPES:
        lines.add("J", container, "container_title")
        short = record.container_title_short
        if shortens(short, container):
            lines.add("O", short, "container_title_short")
    elif type_ is ItemType.PAPER_CONFERENCE and record.event_title:
        lines.add("B", record.event_title, "event_title")
        if container == record.event_title:
            lines.hold("container_title")
        else:
            lines.add("3", container, "container_title")
    elif type_ in WHOLE_TYPES:
        lines.add("J", container, "container_title")
    elif type_ is not ItemType.THESIS:
        lines.add("B", container, "container_title")
    if type_ in _IN_BOOKS and not container and not record.event_title:
        return  # a lone %S is the book (bibutils writes it so), and no series
    in_b = type_ in WHOLE_TYPES and _series_in_b(record)
    lines.add("B" if in_b else "S", record.collection_title, "collection_title")


_IN_BOOKS: Final = frozenset({ItemType.PAPER_CONFERENCE, ItemType.CHAPTER})


def _add_places(lines: Lines, record: Record) -> None:
    place, event = record.publisher_place, record.event_place
    paper = record.type is ItemType.PAPER_CONFERENCE
    if paper and (event or lines.has("3")) and (not place or is_place(place)):
        lines.add("C", event, "event_place")
        lines.add("1", place, "publisher_place")
    else:
        lines.add("C", place, "publisher_place")


def _add_numbers(lines: Lines, record: Record) -> None:
    """Add V, N and 7; what a type has no column for is lost."""
    type_, volume = record.type, record.volume
    if type_ is ItemType.THESIS:
        readable = any(char.isdigit() for char in volume)
    else:
        readable = not (type_ is ItemType.WEBPAGE and volume.strip().isdecimal())
    lines.add("V", volume if readable else "", "volume")
    if type_ in NUMBERED_TYPES:
        if not _number_in_at(record):
            lines.add("N", record.number, "number")
    elif type_ not in WHOLE_TYPES and type_ is not ItemType.CHAPTER:
        lines.add("N", record.issue, "issue")
    if type_ in VERSIONED_TYPES:
        return  # `_add_extra` writes the version
    if type_ is not ItemType.ARTICLE_JOURNAL or parse_date(record.edition) is None:
        lines.add("7", record.edition, "edition")


def _number_in_at(record: Record) -> bool:
    if record.type not in OWN_NUMBER_IN_SERIAL:
        return False
    known = record.identifiers
    return record.type is not ItemType.REPORT or (
        is_own_number(record.number) and not (known.isbn or known.issn)
    )


def _add_dates(lines: Lines, record: Record) -> None:
    lines.dates("D", "8")
    if record.issued is None and is_status(record.status):
        lines.add("D", record.status, "status")
    lines.accessed("[")


def _add_pages(lines: Lines, record: Record) -> None:
    pages, type_ = record.pages, record.type
    whole = type_ in WHOLE_TYPES or type_ is ItemType.THESIS
    if pages.text:
        lone = whole and pages.text.isdecimal()
        text = f"p. {pages.text}" if lone else pages.text
        lines.add("P", text, "pages", "pages.last", "pages.ranges")
    elif whole and pages.count is not None:
        lines.add("P", str(pages.count), "pages.count")
    if type_ in JOURNAL_TYPES or type_ is ItemType.PAPER_CONFERENCE:
        lines.add("]", pages.article_number, "pages.article_number")


def _add_identifiers(lines: Lines, record: Record) -> None:
    known = record.identifiers
    if _number_in_at(record):
        lines.add("@", record.number, "number")
    elif record.type not in OWN_NUMBER_IN_SERIAL or record.type is ItemType.REPORT:
        lines.add("@", lines.serials(), "isbn", "issn", "isbn.more", "issn.more")
    lines.add("R", known.doi, "doi")
    if known.arxiv and not known.doi:
        lines.add("R", f"arXiv:{known.arxiv}", "arxiv")
    if known.pmid:
        bare = any(raw.tag == "source" and _PUBMED.search(raw.value) for raw in record.extra)
        lines.add("M", known.pmid if bare else f"PMID: {known.pmid}", "pmid")
    lines.add("2", known.pmcid, "pmcid")
    lines.other_numbers("L", "M")


def _add_extra(lines: Lines, record: Record) -> None:
    """Add CSL variables that have a column, and what this format's reader kept."""
    tags = dict(VARIABLES)
    type_ = record.type
    if type_ in WHOLE_TYPES or type_ is ItemType.CHAPTER:
        tags["collection-number"] = "N"
    if type_ is ItemType.CHAPTER:
        tags["chapter-number"] = "&"
    elif type_ not in JOURNAL_TYPES or type_ is ItemType.ARTICLE_NEWSPAPER:
        tags["section"] = "&"
    if type_ is ItemType.ARTICLE_JOURNAL and not record.edition:
        tags["available-date"] = "7"
    elif type_ in VERSIONED_TYPES:
        tags["version"] = "7"
    own = record.comes_from(NAME)
    for raw in record.extra:
        tag = tags.get(raw.tag, "")
        if own and _TAG.fullmatch(raw.tag) and raw.value.strip() != "CNKI":
            tag = raw.tag
        lines.kept(tag, raw)
