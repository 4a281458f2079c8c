"""What the tests of Web of Science files share."""

from __future__ import annotations

import io
from pathlib import Path

from litconv.diagnostics import Diagnostics
from litconv.formats.wos.reader import WosReader
from litconv.formats.wos.writer import WosWriter
from litconv.model import (
    Record,
)
from litconv.options import WriteOptions
from litconv.source import Source

SAMPLES = sorted((Path(__file__).parent / "cases" / "wos").glob("*/input.*"))


def read(text: str) -> tuple[list[Record], Diagnostics]:
    diagnostics = Diagnostics()
    return list(WosReader().read(Source("f.ciw", text), diagnostics)), diagnostics


def one(text: str) -> Record:
    (record,) = read(f"PT J\nTI T\n{text}\nER\n")[0]
    return record


def write(*records: Record, extras: bool = False) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    WosWriter().write(records, out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def lines(record: Record) -> list[str]:
    return write(record)[0].splitlines()[2:-3]


def codes(diagnostics: Diagnostics) -> list[str]:
    return [it.code for it in diagnostics.items]
