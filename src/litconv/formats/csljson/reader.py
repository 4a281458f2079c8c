"""CSL-JSON: the reader. What it makes of which key stands in `litconv.csl.items.from_item`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from litconv.csl.items.from_item import from_item
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.sniff import is_csl_json
from litconv.model import Record
from litconv.reading.json_items import json_items
from litconv.source import Source

_WRAPPERS: Final = ("items", "references")


class CslJsonReader:
    """Reads an array, one object, one object a line, or `{"items": […]}`."""

    def sniff(self, head: str) -> bool:
        """Say whether the first object has a type of CSL, or a variable only CSL has."""
        return is_csl_json(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records in the order of the items; what is no item is set aside."""
        for item, span in json_items(source, diagnostics, _WRAPPERS):
            yield from_item(item, diagnostics, span=span)
