"""Records that tests make of invented facts, and how they are written and read by a format's name.

A test module that has to do with one format takes `partial(read, "nbib")`.
"""

from __future__ import annotations

import io
from typing import Any

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

# ------------------------------------------------------------------------------- parts of records


def person(family: str, given: str = "", role: Role = Role.AUTHOR, **parts: Any) -> Contributor:  # noqa: ANN401 - any part of a name
    return Contributor(role=role, name=Name(family=family, given=given, **parts))


def body(name: str, role: Role = Role.AUTHOR) -> Contributor:
    return Contributor(role=role, name=Name(literal=name))


def people(*names: str) -> tuple[Contributor, ...]:
    """Give authors by names such as `Alder, Ann B.`."""
    parts = (one.partition(", ") for one in names)
    return tuple(person(family, given) for family, _, given in parts)


def dated(*parts: int) -> Date:
    """Give a date by its year, month and day, as far as they are known."""
    return Date(start=PartialDate(*parts))


ARTICLE = Record(
    id="alder2004",
    type=ItemType.ARTICLE_JOURNAL,
    title="A study of leaves",
    contributors=(
        person("Berg", "Ann", particle="van den", suffix="Jr."),
        body("Birch Leaf Society"),
        person("欧阳", "青"),
        person("Elder", "El", Role.EDITOR),
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

# ------------------------------------------------------------------------------- there and back


def write(format_: str, *records: Record, **options: Any) -> tuple[str, Diagnostics]:  # noqa: ANN401 - any option
    """Give what a format makes of records, and what is said."""
    writer = registry.find(format_, to=True)[0].writer
    assert writer is not None
    out, diagnostics = io.StringIO(), Diagnostics()
    writer.write(records, out, diagnostics, msgspec.structs.replace(WriteOptions(), **options))
    return out.getvalue(), diagnostics


def written(format_: str, *records: Record, **options: Any) -> str:  # noqa: ANN401 - any option
    """Give what a format makes of records."""
    return write(format_, *records, **options)[0]


def read(format_: str, text: str, *, file: str = "f") -> tuple[list[Record], Diagnostics]:
    """Give the records of a text, and what is said."""
    reader = registry.find(format_, to=False)[0].reader
    assert reader is not None
    diagnostics = Diagnostics()
    return list(reader.read(Source(file, text), diagnostics)), diagnostics


def records_of(format_: str, text: str) -> list[Record]:
    """Give the records of a text alone."""
    return read(format_, text)[0]


def only(format_: str, text: str) -> Record:
    """Give the one record of a text; nothing may be said about it."""
    records, diagnostics = read(format_, text)
    assert diagnostics.items == []
    (record,) = records
    return record


def codes(diagnostics: Diagnostics) -> list[str]:
    return [one.code for one in diagnostics.items]


def places(diagnostics: Diagnostics) -> list[str]:
    """Give `line:column code` of what is said of a place."""
    return [f"{it.span.line}:{it.span.column} {it.code}" for it in diagnostics.items if it.span]


def extra_of(record: Record) -> list[tuple[str, str]]:
    """Give what the record has kept without a field."""
    return [(raw.tag, raw.value) for raw in record.extra]


def placeless(record: Record) -> Record:
    """Give the record without its place, and without the form that names had in the source."""
    contributors = tuple(
        msgspec.structs.replace(one, name=msgspec.structs.replace(one.name, original=""))
        for one in record.contributors
    )
    return msgspec.structs.replace(record, origin=None, contributors=contributors)


def facts_only(record: Record) -> Record:
    """Give the record without places, the form of its source, and lines that were no part of it."""
    kept = sorted((tag, value) for tag, value in extra_of(record) if tag != "line")
    extra = tuple(RawField(tag=tag, value=value) for tag, value in kept)
    pages = msgspec.structs.replace(record.pages, raw="")
    return msgspec.structs.replace(placeless(record), extra=extra, pages=pages)
