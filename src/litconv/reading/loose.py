"""Lines of tagged files that belong to no record: reported, and kept with the record they precede.

Markup of the page that an export was saved from (`<script>…`) is nothing and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Block, Item

_SHOWN: Final = 60


def _lines(items: Iterable[Item]) -> Iterable[tuple[Item, str]]:
    for item in items:
        text = item.value
        if not text.startswith("<") and text.strip("\ufeff"):
            shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
            yield item, f"no part of a record: {shown!r}"


def keep_loose(draft: Draft, items: Iterable[Item]) -> None:
    """Report lines and keep them as extra fields `line`."""
    for item, message in _lines(items):
        draft.report("line-not-understood", message, item)
        draft.keep(item, tag="line")


def report_loose(block: Block, file: str, diagnostics: Diagnostics) -> None:
    """Report a block's loose lines where there is no record that could keep them.

    They are rejected, too, unless they go with the text of a record that is rejected.
    """
    for item, message in _lines(block.loose):
        span = Span(file, item.line, item.column)
        diagnostics.report("line-not-understood", message, span=span)
        if not block.items:
            diagnostics.reject(f"{item.value}\n")


def with_values(
    blocks: Iterable[Block], type_tag: str, file: str, diagnostics: Diagnostics
) -> Iterator[Block]:
    """Yield the blocks that say more than their type; the others are reported and rejected."""
    for block in blocks:
        if any(item.tag != type_tag and item.value.strip() for item in block.items):
            yield block
            continue
        report_loose(block, file, diagnostics)
        if block.items:
            message = "the record has nothing but its type"
            diagnostics.report("record-invalid", message, span=Span(file, block.line, 1))
            diagnostics.reject(block.raw)
