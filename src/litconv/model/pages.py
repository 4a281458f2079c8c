"""Where a work stands in its container: pages, or the article number that replaced them."""

from __future__ import annotations

import msgspec


class Pages(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """First and last page, count, article number; `raw` is what the source printed.

    `last` stays empty where the source only says that the work goes on elsewhere (`397 / &`).
    `ranges` holds the text when pages are no single range: `187-188, 195`.
    """

    raw: str = ""
    first: str = ""
    last: str = ""
    ranges: str = ""
    count: int | None = None
    article_number: str = ""

    @property
    def text(self) -> str:
        """Pages with a plain hyphen, `165-187`; empty when no page is known."""
        if self.ranges:
            return self.ranges
        return f"{self.first}-{self.last}" if self.last else self.first
