"""A page count that first and last page do not say is written or reported, no other one."""

from __future__ import annotations

import io

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Pages, Record
from litconv.options import WriteOptions
from litconv.registry import formats


@pytest.mark.parametrize("name", ["enw", "nbib", "noteexpress", "refworks", "ris"])
@pytest.mark.parametrize(("count", "reported"), [(5, False), (7, True)])
def test_counts(name: str, count: int, *, reported: bool) -> None:
    writer = formats()[name].writer
    assert writer
    pages = Pages(first="5", last="9", count=count)
    record = Record(type=ItemType.ARTICLE_JOURNAL, title="Moss", pages=pages)
    diagnostics = Diagnostics()
    writer.write([record], io.StringIO(), diagnostics, WriteOptions())
    said = any("number of pages" in one.message for one in diagnostics.items)
    assert said is reported
