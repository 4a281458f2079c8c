"""What the tests of EndNote's and RefWorks' writers share: how they are called and compared."""

from __future__ import annotations

import io

import msgspec

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
)
from litconv.options import WriteOptions
from litconv.source import Source

ARTICLE = Record(
    id="alder2004",
    type=ItemType.ARTICLE_JOURNAL,
    title="A study of leaves",
    contributors=(
        Contributor(name=Name(family="Berg", particle="van den", given="Ann", suffix="Jr.")),
        Contributor(name=Name(literal="Birch Leaf Society")),
        Contributor(name=Name(family="欧阳", given="青")),
        Contributor(role=Role.EDITOR, name=Name(family="Elder", given="El")),
    ),
    container_title="Journal of Invented Botany",
    container_title_short="J Invent Bot",
    issued=Date(start=PartialDate(2004, 9, 30), end=PartialDate(2004, 10, 2)),
    volume="12",
    issue="3",
    pages=Pages(first="919", last="922", article_number="17"),
    identifiers=Identifiers(doi="10.5555/leaf.1", issn=("1234-5679",), pmid="15000001"),
    keywords=("Trees, tall",),
    note="One\nTwo",
    language="en",
)


def write(format_: str, *records: Record, extras: bool = False) -> tuple[str, Diagnostics]:
    writer = registry.formats()[format_].writer
    assert writer is not None
    out, diagnostics = io.StringIO(), Diagnostics()
    writer.write(records, out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def read(format_: str, text: str) -> list[Record]:
    reader = registry.formats()[format_].reader
    assert reader is not None
    return list(reader.read(Source("f", text), Diagnostics()))


def facts_only(record: Record) -> Record:
    """Give the record without places, the form of its source, and lines that were no part of it."""
    kept = sorted((raw.tag, raw.value) for raw in record.extra if raw.tag != "line")
    extra = tuple(RawField(tag=tag, value=value) for tag, value in kept)
    pages = msgspec.structs.replace(record.pages, raw="")
    people = tuple(
        msgspec.structs.replace(one, name=msgspec.structs.replace(one.name, original=""))
        for one in record.contributors
    )
    return msgspec.structs.replace(
        record, origin=None, extra=extra, pages=pages, contributors=people
    )
