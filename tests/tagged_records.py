"""What the tests of EndNote's and RefWorks' writers share: how they are called and compared."""

from __future__ import annotations

import io

import msgspec

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import RawField, Record
from litconv.options import WriteOptions
from litconv.source import Source


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
