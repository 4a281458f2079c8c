"""Web of Science: cited references (`CR`), to records and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv.formats.wos.names import short_name
from litconv.model import (
    ItemType,
    Listing,
    ListKind,
    Origin,
    RawField,
    Record,
    Span,
)
from litconv.reading.cited import listed_record
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.citation import parse_cited
from litconv.text.width import tidy

NAME: Final = "wos"
_TOO_LONG: Final = 2000
_SEVERAL: Final = re.compile(r";\s+(?=[^;]{1,80}?, (?:1[5-9]|20)\d\d, )")


def cited_texts(text: str) -> Iterator[tuple[int, str]]:
    """Divide cited references: one a line, or with semicolons between them in a single line.

    A line that ends in a comma or within brackets (`DOI [10.5555/1,`) goes on in the next. The
    number of the line each begins in, from 0, comes with it.
    """
    lines = text.split("\n")
    if len(lines) == 1:
        yield from ((0, one) for one in _SEVERAL.split(text))
        return
    held, begun = "", 0
    for number, line in enumerate(lines):
        begun = begun if held else number
        held = f"{held} {line.strip()}".strip()
        if len(held) < _TOO_LONG and (held[-1:] == "," or held.count("[") > held.count("]")):
            continue
        if held:
            yield begun, held
        held = ""
    if held:
        yield begun, held


def read_cited(item: Item, draft: Draft) -> tuple[Record, ...]:
    """Give the works cited; the text of each is in its origin."""
    return tuple(
        _work(tidy(text), Span(draft.file, item.line + down, _COLUMN), draft)
        for down, text in cited_texts(item.value)
    )


_COLUMN: Final = 4
_LISTING: Final = Listing(ListKind.REFERENCES)


def _work(raw: str, span: Span, draft: Draft) -> Record:
    citation = parse_cited(raw)
    origin = Origin(format=NAME, span=span, raw=raw)
    if citation is None:
        draft.diagnostics.report(
            "reference-not-understood",
            "a cited reference was not understood; its text is the title",
            span=span,
            record=raw,
            listed=True,
        )
        return Record(title=raw, listing=_LISTING, origin=origin)
    left = citation.left
    extra = (RawField(tag="CR", value=left, span=span),) if left else ()
    return listed_record(citation, _LISTING, origin, extra)


def cited_text(record: Record) -> str:
    """Give a work as the database cites it: `Alder B, 1999, J HEDGE STUD, V12, P34, DOI 10…`."""
    if record.origin and record.comes_from(NAME) and record.origin.raw:
        return record.origin.raw
    author = record.authors[0] if record.authors else None
    year = record.issued.year if record.issued else None
    source = record.container_title_short or record.container_title
    if record.type is ItemType.BOOK or not source:
        source = record.title
    parts = [
        short_name(author).replace(",", "") if author else "",
        str(year) if year else "",
        source.replace(",", " ").upper(),
        f"V{record.volume}" if record.volume else "",
        f"P{record.pages.first}" if record.pages.first else "",
        f"DOI {record.identifiers.doi}" if record.identifiers.doi else "",
    ]
    return tidy(", ".join(part for part in parts if part))


def is_cited(record: Record) -> bool:
    """Say whether a listed work is one that the record cites."""
    return record.listing is not None and record.listing.kind is ListKind.REFERENCES
