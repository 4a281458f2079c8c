"""DataCite: the reader, of JSON and of XML."""

from __future__ import annotations

from collections.abc import Iterator

from litconv.diagnostics import Diagnostics
from litconv.formats.datacite.sniff import sniff
from litconv.formats.datacite.work import Work
from litconv.model import Record
from litconv.reading.json_items import json_items
from litconv.source import Source


class DataCiteReader:
    """Reads works of DataCite's REST API, and XML of its metadata schema."""

    def sniff(self, head: str) -> bool:
        """See `datacite.sniff`."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield one record for each work."""
        if source.head.startswith("<"):
            from litconv.formats.datacite.from_xml import (  # noqa: PLC0415 - for XML only
                read_xml,
            )

            yield from read_xml(source, diagnostics)
            return
        for outer, span in json_items(source, diagnostics, ("data",)):
            item = outer["data"] if isinstance(outer.get("data"), dict) else outer
            inner = item.get("attributes")
            work = inner if isinstance(inner, dict) else item
            yield Work("datacite", work, span, diagnostics).record()
