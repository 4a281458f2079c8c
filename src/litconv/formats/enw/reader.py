"""EndNote tagged: the reader. What the files look like stands in the package's docstring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.enw.lexer import blocks, looks_tagged
from litconv.formats.enw.read_tags import ACTIONS, ONE_LINE, EnwRecord
from litconv.model import Record
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, with_values
from litconv.reading.stray import cut_stray
from litconv.reading.tagged import Block
from litconv.source import Source

NAME: Final = "enw"
_TITLES: Final = frozenset("T")
_BEGINS: Final = frozenset("0")


class EnwReader:
    """Reads `%X value` lines; `%0` starts a record, `%W CNKI` or a blank line may end it."""

    def sniff(self, head: str) -> bool:
        """Say whether the text has two `%X` lines in a row."""
        return looks_tagged(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; what stands outside of them is reported."""
        found = divided(blocks(source.stream()), _TITLES, _BEGINS, source.name, diagnostics)
        for block in with_values(found, "0", source.name, diagnostics):
            yield _record(block, source.name, diagnostics)


def _record(block: Block, file: str, diagnostics: Diagnostics) -> Record:
    draft = Draft(NAME, file, block.line, diagnostics)
    cut_stray(draft, block, ONE_LINE)
    keep_loose(draft, block.loose)
    items = [item for item in block.items if item.value.strip()]
    reading = EnwRecord(draft, items, end=block.items[-1].tag)
    reading.take(items, ACTIONS)
    if reading.chinese:
        draft.keep(block.items[-1], tag="source", value="CNKI")
    return draft.record()
