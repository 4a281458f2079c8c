"""EndNote tagged: the reader. What the files look like stands in the package's docstring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.enw.context import Context, guess_type, named_type
from litconv.formats.enw.lexer import blocks, looks_tagged
from litconv.formats.enw.read_tags import HANDLERS
from litconv.model import ItemType, Record
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, with_values
from litconv.reading.tagged import Block, Item
from litconv.source import Source

NAME: Final = "enw"
_TITLES: Final = frozenset("T")
_BEGINS: Final = frozenset("0")

Handler = Callable[[Draft, Item, Context], None]


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
    keep_loose(draft, block.loose)
    items = [item for item in block.items if item.value.strip()]
    context = Context.of(items, block.items[-1].tag)
    stated = next((item for item in items if item.tag == "0"), None)
    type_ = named_type(draft, stated, context) if stated else None
    draft.type = type_ or (ItemType.DOCUMENT if stated else guess_type(context))
    for item in items:
        handler = HANDLERS.get(item.tag)
        if handler is not None:
            handler(draft, item, context)
        elif item is not stated:
            draft.keep(item)
    if context.cnki:
        draft.keep(block.items[-1], tag="source", value="CNKI")
    return draft.record()
