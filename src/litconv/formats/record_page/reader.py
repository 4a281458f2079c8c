"""One input to records: pages, each with its list, and lists that belong to no page."""

from __future__ import annotations

from collections.abc import Iterator

from litconv.diagnostics import Diagnostics
from litconv.formats.record_page import lines as page
from litconv.formats.record_page.content import Content, report_stray
from litconv.formats.record_page.listing import Block, read_lists
from litconv.formats.record_page.main_record import read_record
from litconv.formats.record_page.segments import Segment, split_segments
from litconv.formats.record_page.sniff import sniff
from litconv.model import Record
from litconv.source import Source

# What stands at the end of a page; without any of it the page was cut.
_AT_THE_END = {page.LIST, page.PAGES, page.PAGE_COUNT, page.SAVE_BUTTON}


class RecordPageReader:
    """Reads one or more record pages, and lists that stand alone, from one input."""

    def sniff(self, head: str) -> bool:
        """Tell a page by two of its labels, a list by `共 N 条` or by its numbered entries."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield a main record for each page, its list in `relations`, and lists of no page flat."""
        for segment in split_segments(page.significant_lines(source)):
            if segment.is_page:
                yield from _read_page(segment, source, diagnostics)
            else:
                yield from _read_list(segment, source, diagnostics)


def _read_list(segment: Segment, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
    blocks, strays = read_lists(segment.body, source, diagnostics)
    for line in strays:
        report_stray(line, source, diagnostics)
    for block in blocks:
        yield from block.records


def _read_page(segment: Segment, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
    content = Content(segment, source, diagnostics)
    own, others = _own_list(segment, content)
    for line in segment.head:
        if page.list_count(line) is None and not page.is_chrome(line):
            content.stray(line)
    record = read_record(content, own)
    if record.title or record.contributors or record.identifiers.doi:
        _report_breaks(content, record)
        yield record
    else:
        message = "a page without title, authors and DOI; nothing can be made of it"
        content.report("record-invalid", message, content.span)
        diagnostics.reject("\n".join(line.text for line in segment.body))
    for block in others:
        yield from block.records


def _own_list(segment: Segment, content: Content) -> tuple[tuple[Record, ...], list[Block]]:
    """Tell the page's list from a list of another page pasted behind it.

    The first list is the page's own, unless the page announced another number above its title.
    """
    blocks, strays = read_lists(content.lines(page.LIST), content.source, content.diagnostics)
    for line in strays:
        content.stray(line)
    if not blocks:
        return (), []
    announced = segment.announced
    if announced is not None and blocks[0].stated not in (None, announced):
        return (), blocks
    return blocks[0].records, blocks[1:]


def _report_breaks(content: Content, record: Record) -> None:
    missing = [] if record.title else ["the title above 被引"]
    labelled = page.ABSTRACT in content.labels
    if not _AT_THE_END & content.labels and (labelled or not record.abstract):
        missing.append("the end of the page")
    if missing:
        message = f"the page lacks {' and '.join(missing)}"
        content.report("page-incomplete", message, content.span)
