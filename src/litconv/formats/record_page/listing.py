"""The lists of an input: under 相关论文, or by themselves.

The label is the same for related papers and for a paper's own references; the entries tell which.
Numbers skip, and `共 N 条` proves nothing about completeness.
"""

from __future__ import annotations

from typing import NamedTuple

from litconv.diagnostics import Diagnostics
from litconv.formats.record_page import lines as page
from litconv.formats.record_page.entries import Entry, Form, RawEntry, drop_footers, read_entry
from litconv.formats.record_page.lines import Line, entry_start
from litconv.model import (
    Listing,
    ListKind,
    Origin,
    RawField,
    Record,
    Span,
)
from litconv.reading.cited import listed_record
from litconv.source import Source
from litconv.text.pages import goes_on

NAME = "record-page"


class Block(NamedTuple):
    """One list: the N `stated` by its line `共 N 条` (None without it) and its records."""

    stated: int | None
    records: tuple[Record, ...]


def read_lists(
    lines: list[Line], source: Source, diagnostics: Diagnostics
) -> tuple[list[Block], list[Line]]:
    """Read one list after the other; gives them and the lines that belong to no entry.

    Each `共 N 条` begins a list; one that repeats the list before it (a wrapping prints its list
    twice) adds only the entries that are new.
    """
    groups: list[_Group] = []
    strays: list[Line] = []
    for count, block_lines in _split_blocks(lines):
        entries, before = _split_entries(block_lines)
        strays += before
        if groups and groups[-1].count == count and groups[-1].goes_on(entries):
            groups[-1].add([one for one in entries if one.key not in groups[-1].known])
        elif entries or not groups:
            groups.append(group := _Group(count))
            group.add(entries)
    blocks = [
        Block(one.count, _records([read_entry(raw) for raw in one.entries], source, diagnostics))
        for one in groups
    ]
    return blocks, strays


class _Group:
    """The entries under lines `共 N 条` of one list; `known` are the keys of its entries."""

    def __init__(self, count: int | None) -> None:
        self.count = count
        self.entries: list[RawEntry] = []
        self.known: set[tuple[str, str]] = set()

    def add(self, entries: list[RawEntry]) -> None:
        self.entries += entries
        self.known.update(one.key for one in entries)

    def goes_on(self, entries: list[RawEntry]) -> bool:
        """Say whether a list of the same length repeats this one, or is its next page."""
        if not self.entries or not entries:
            return True
        if any(one.key in self.known for one in entries):
            return True
        last, first = self.entries[-1].number, entries[0].number
        return bool(last and first) and int(first) == int(last) + 1


def _split_blocks(lines: list[Line]) -> list[tuple[int | None, list[Line]]]:
    blocks: list[tuple[int | None, list[Line]]] = []
    for line in lines:
        if (count := page.list_count(line)) is not None:
            blocks.append((count, []))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            blocks.append((None, [line]))
    return blocks


def _split_entries(lines: list[Line]) -> tuple[list[RawEntry], list[Line]]:
    """Group the lines into entries; lines before the first one belong to none."""
    entries: list[tuple[Line, str, bool, list[str]]] = []
    before: list[Line] = []
    for line in drop_footers(lines):
        if page.is_empty_list(line):
            continue
        if start := entry_start(line):
            entries.append((line, start.number, start.bullet, [start.rest] if start.rest else []))
        elif entries:
            entries[-1][3].append(line.text)
        elif (label := page.read_label(line)) is None or not label.known:
            before.append(line)
    return [
        RawEntry(line=line, number=number, bullet=bullet, texts=tuple(texts))
        for line, number, bullet, texts in entries
        if texts
    ], before


def _records(entries: list[Entry], source: Source, diagnostics: Diagnostics) -> tuple[Record, ...]:
    kind = _kind(entries)
    records = []
    for entry in entries:
        span = page.span(source, entry.raw.line)
        _report(entry, span, diagnostics)
        records.append(_record(entry, kind, span))
    return tuple(records)


def _kind(entries: list[Entry]) -> ListKind:
    forms = {entry.form for entry in entries}
    if forms & {Form.MATCHED, Form.RAW}:
        return ListKind.REFERENCES
    if forms & {Form.RELATED, Form.ONE_LINE}:
        return ListKind.RELATED
    bullets = any(entry.raw.bullet for entry in entries)
    return ListKind.RELATED if bullets else ListKind.REFERENCES


def _record(entry: Entry, kind: ListKind, span: Span) -> Record:
    citation, raw = entry.citation, entry.raw
    left = [*entry.strays, citation.left]
    if entry.title_holds_journal or entry.form is Form.UNKNOWN or any(left):
        left = [" ".join(raw.texts)]
    extra = tuple(RawField(tag="entry", value=text, span=span) for text in left if text)
    origin = Origin(format=NAME, span=span)
    return listed_record(citation, Listing(kind, raw.number), origin, extra)


def _report(entry: Entry, span: Span, diagnostics: Diagnostics) -> None:
    title = entry.citation.title
    if entry.title_holds_journal:
        diagnostics.report(
            "journal-unmarked",
            "title and journal stand together with no mark between them; kept as the title",
            span=span,
            record=title,
            listed=True,
            field="container_title",
        )
    elif entry.form is Form.UNKNOWN or entry.strays or entry.citation.left:
        diagnostics.report(
            "reference-not-understood",
            f"list entry {f'[{entry.raw.number}] ' if entry.raw.number else ''}"
            "was read only in part; its whole text is kept as an extra field",
            span=span,
            record=title,
            listed=True,
        )
    if goes_on(entry.citation.pages) and entry.citation.pages.first:
        diagnostics.report(
            "pages-incomplete",
            f"only the first page is known: {entry.citation.pages.raw}",
            span=span,
            record=title,
            listed=True,
            field="pages",
        )
