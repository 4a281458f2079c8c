"""What the tests of Web of Science files share."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import made_records
from litconv.model import Record

SAMPLES = sorted((Path(__file__).parent / "cases" / "wos").glob("*/input.*"))
read = partial(made_records.read, "wos", file="f.ciw")
write = partial(made_records.write, "wos")


def one(text: str) -> Record:
    """Give the record that has those lines besides its type and title."""
    (record,) = read(f"PT J\nTI T\n{text}\nER\n")[0]
    return record


def lines(record: Record) -> list[str]:
    """Give the lines between header and end."""
    return write(record)[0].splitlines()[2:-3]
