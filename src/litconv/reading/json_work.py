"""What readers of one JSON object a work share: the object, its draft, and its place."""

from __future__ import annotations

import re
from typing import Any, Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.json_values import as_text
from litconv.reading.tagged import Item

ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
"""An ORCID iD, which services give as an address."""


class JsonWork:
    """One work on its way to a record."""

    def __init__(
        self, format_: str, work: dict[str, Any], span: Span, diagnostics: Diagnostics
    ) -> None:
        self.work = work
        self.draft = Draft(format_, span.file, span.line, diagnostics, column=span.column)
        self.span = span

    def item(self, key: str, value: object = ...) -> Item:
        """Give a value, that of the key if left out, as the draft takes it.

        All values of a work stand where it starts.
        """
        text = as_text(self.work.get(key) if value is ... else value)
        return Item(key, text, self.span.line, self.span.column)


def dicts(value: object) -> list[dict[str, Any]]:
    """Give the objects of a list, and nothing for what is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
