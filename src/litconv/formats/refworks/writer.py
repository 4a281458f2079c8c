"""RefWorks tagged: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.refworks.tables import (
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    ORDER,
    ROLES,
    TEXTS,
    TYPE_OF,
    TYPES,
    VARIABLES,
    WHOLE_TYPES,
)
from litconv.model import ItemType, Record, Role
from litconv.options import WriteOptions
from litconv.text.chinese.databases import is_degree
from litconv.text.pages import parse_pages
from litconv.text.script import has_han
from litconv.writing.records import TaggedForm, write_records
from litconv.writing.tagged import Lines, order_of

NAME: Final = "refworks"
_FORM: Final = TaggedForm(
    name=NAME,
    title="RefWorks tagged",
    type_tag="RT",
    note_tag="NO",
    types=TYPES,
    type_of=TYPE_OF,
    order=order_of(ORDER),
)
_APART: Final = frozenset(("container_title_short",))
_PLAIN: Final = {field: tag for field, tag in TEXTS.items() if field not in _APART}
_TAG: Final = re.compile(r"[A-Z][A-Z0-9]|U1[0-5]")


class RefworksWriter:
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
    lines.add("ID", record.id)
    lines.people(_role_tags(record))
    lines.affiliations("AD")
    for field, tag in _PLAIN.items():
        lines.add(tag, getattr(record, field), field)
    lines.add("LA", record.language, "language")
    _add_titles(lines, record)
    _add_numbers(lines, record)
    lines.dates("YR", "FD")
    lines.accessed("RD")
    _add_pages(lines, record)
    _add_identifiers(lines, record)
    lines.keywords("K1")
    thesis, standard = (record.type is one for one in (ItemType.THESIS, ItemType.STANDARD))
    if ((thesis or standard) and has_han(record.genre)) or (thesis and is_degree(record.genre)):
        lines.add("CL", record.genre, "genre")
    lines.notes("NO", "A3")
    _add_extra(lines, record)


def _role_tags(record: Record) -> dict[str, str]:
    tags = {str(role): tag for role, tag in ROLES.items()}
    if record.type is ItemType.THESIS:  # A2 and A3 hold supervisors
        del tags[Role.EDITOR], tags[Role.COLLECTION_EDITOR]
    elif record.type is ItemType.PATENT:
        del tags[Role.EDITOR]
    return tags


def _add_titles(lines: Lines, record: Record) -> None:
    """Add JF, JO, T2, T3 and WT: what the work stands in."""
    type_, container, series = record.type, record.container_title, record.collection_title
    if type_ in WHOLE_TYPES:
        if type_ is not ItemType.THESIS:  # its JF is the university
            lines.add("JF", container, "container_title")
        lines.add("T2", series, "collection_title")
        lines.add("JO", record.container_title_short, "container_title_short")
        return
    in_jf = type_ in JOURNAL_TYPES
    if type_ is ItemType.PAPER_CONFERENCE and record.event_title:
        in_jf = True
        lines.add("T2", record.event_title, "event_title" if container else "container_title")
        if container == record.event_title or not container:
            lines.hold("event_title")
    if in_jf:
        lines.add("JF", container, "container_title")
    else:
        lines.add("WT" if type_ is ItemType.WEBPAGE else "T2", container, "container_title")
    if not in_jf or container:
        lines.add("JO", record.container_title_short, "container_title_short")
    lines.add("T3", series, "collection_title")


def _add_numbers(lines: Lines, record: Record) -> None:
    lines.add("VO", record.volume, "volume")
    if record.type in NUMBERED_TYPES:
        lines.add("IS", record.number, "number")
    elif record.type not in WHOLE_TYPES and record.type is not ItemType.CHAPTER:
        lines.add("IS", record.issue, "issue")


def _add_pages(lines: Lines, record: Record) -> None:
    pages, whole = record.pages, record.type in WHOLE_TYPES
    if pages.ranges:
        lines.add("SP", pages.ranges, "pages", "pages.ranges", "pages.last")
    elif pages.first:
        lone = whole and not pages.last and pages.first.isdecimal()
        lines.add("SP", f"p. {pages.first}" if lone else pages.first, "pages")
        lines.add("OP", pages.last, "pages.last")
    elif whole and pages.count is not None:
        lines.add("SP", str(pages.count), "pages.count")
    elif (found := parse_pages(pages.article_number)) and found.article_number:
        lines.add("SP", pages.article_number, "pages.article_number")


def _add_identifiers(lines: Lines, record: Record) -> None:
    known = record.identifiers
    if record.type not in {ItemType.PATENT, ItemType.STANDARD}:
        lines.add("SN", lines.serials(), "isbn", "issn", "isbn.more", "issn.more")
    lines.add("DO", known.doi, "doi")
    lines.add("PMID", known.pmid, "pmid")
    lines.add("PMCID", known.pmcid, "pmcid")
    lines.other_numbers("CN", "AN")


def _add_extra(lines: Lines, record: Record) -> None:
    """Add CSL variables that have a tag, and what this format's reader kept."""
    tags = dict(VARIABLES)
    if (record.type in WHOLE_TYPES and record.type not in NUMBERED_TYPES) or (
        record.type is ItemType.CHAPTER
    ):
        tags["collection-number"] = "IS"
    own = record.comes_from(NAME)
    for raw in record.extra:
        tag = raw.tag if own and raw.tag != "RT" and _TAG.fullmatch(raw.tag) else ""
        tag = tag or tags.get(raw.tag, "")
        lines.kept(tag, raw)
