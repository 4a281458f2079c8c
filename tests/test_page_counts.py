"""A page count that first and last page do not say is written or reported, no other one."""

from __future__ import annotations

import pytest

from litconv.model import ItemType, Pages, Record
from made_records import write


@pytest.mark.parametrize("name", ["enw", "nbib", "noteexpress", "refworks", "ris"])
@pytest.mark.parametrize(("count", "reported"), [(5, False), (7, True)])
def test_counts(name: str, count: int, *, reported: bool) -> None:
    pages = Pages(first="5", last="9", count=count)
    record = Record(type=ItemType.ARTICLE_JOURNAL, title="Moss", pages=pages)
    _, diagnostics = write(name, record)
    said = any("number of pages" in one.message for one in diagnostics.items)
    assert said is reported
