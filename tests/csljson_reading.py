"""What the tests of the CSL-JSON reader share."""

from __future__ import annotations

from functools import partial

import made_records

BOOK = '{"id": "%s", "type": "book", "title": "T"}'
A, B, C = (BOOK % name for name in "abc")
read = partial(made_records.read, "csljson", file="x.json")


def ids(text: str) -> list[str]:
    return [record.id for record in read(text)[0]]


def places(text: str) -> list[str]:
    return [f"{one.span} {one.code}" for one in read(text)[1].items]
