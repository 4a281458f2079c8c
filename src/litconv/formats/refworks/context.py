"""What a record says as a whole, before any value of it is understood."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.reading.tagged import Item

_YEAR: Final = re.compile(r"(?<!\d)(1[4-9]|20|21)\d\d(?!\d)")
_DATABASES: Final = re.compile(r"CNKI|Wanfang|万方|知网|CQVIP|维普", re.IGNORECASE)


class Context(NamedTuple):
    """The first value of each tag as an item, how often it stands, and what follows from them.

    `chinese` says that the record is from a Chinese database, `year` is that of `YR`.
    """

    first: dict[str, Item]
    counts: dict[str, int]
    chinese: bool
    year: int | None

    @classmethod
    def of(cls, items: list[Item]) -> Context:
        """Look at the values of one record."""
        first: dict[str, Item] = {}
        counts: dict[str, int] = {}
        for item in items:
            first.setdefault(item.tag, item)
            counts[item.tag] = counts.get(item.tag, 0) + 1
        bases = " ".join(first[tag].value for tag in ("DS", "DB") if tag in first)
        match = _YEAR.search(first["YR"].value) if "YR" in first else None
        return cls(
            first,
            counts,
            chinese=bool(bases and _DATABASES.search(bases)),
            year=int(match[0]) if match else None,
        )

    def text(self, tag: str) -> str:
        """Give the first value of a tag, or ""."""
        return self.first[tag].value if tag in self.first else ""
