"""GB/T 7714 references as text: the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.gbt7714_text.parse import parse
from litconv.model import Record, Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.source import Source
from litconv.text.chinese.gbt7714 import entries, has_mark, is_reference_list
from litconv.text.width import fold

NAME: Final = "gbt7714-text"


class Gbt7714Reader:
    """Reads a list of references, an entry at a time."""

    def sniff(self, head: str) -> bool:
        """Say whether nearly all of the text is entries with a mark."""
        return is_reference_list(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield a record for each entry; lines that are none are reported."""
        loose: list[Item] = []
        for entry in entries(source.lines):
            if not entry.numbered and not has_mark(entry.text):
                loose.append(Item("line", entry.text, entry.line, entry.column))
                diagnostics.report(
                    "line-not-understood",
                    f"no reference: {fold(entry.text)[:60]!r}",
                    span=Span(source.name, entry.line, entry.column),
                )
                continue
            draft = Draft(NAME, source.name, entry.line, diagnostics)
            parse(entry, draft)
            for item in loose:
                draft.keep(item)
            loose = []
            yield draft.record()
