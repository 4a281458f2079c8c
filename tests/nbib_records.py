"""What the tests of MEDLINE files share."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import made_records
from litconv.model import Record

SAMPLES = sorted((Path(__file__).parent / "cases" / "nbib").glob("*/input.*"))
read = partial(made_records.read, "nbib", file="f.nbib")
write = partial(made_records.write, "nbib")


def one(text: str) -> Record:
    """Give the record that has those lines below its number."""
    (record,) = read(f"PMID- 1\n{text}\n")[0]
    return record


def lines(record: Record) -> list[str]:
    return write(record)[0].splitlines()
