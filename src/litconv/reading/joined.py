"""Records of tagged files that ran together because the first line of one is damaged.

A record starts with its type (`%0`, `RT`, `TY`, `{Reference Type}`); where that line is lost or
misspelled, its values go on with the record before. It shows by a second title. Where a blank
line stands before it and the record's first tags come again in their order, a record begins
there for certain, and the two are divided; what was in the place of the first line is kept as an
extra field. Otherwise nothing is divided: the second title is kept as an extra field and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.tagged import Block, Item
from litconv.text.width import tidy

_FIRST: Final = 2  # tags that have to come again
_SHOWN: Final = 60
_DIVIDED: Final = (
    "the first line of this record is missing or damaged; it was divided from the one before"
)


def divided(
    blocks: Iterable[Block],
    titles: frozenset[str],
    begins: frozenset[str],
    file: str,
    diagnostics: Diagnostics,
) -> Iterator[Block]:
    """Yield the blocks, divided where that is certain; other second titles are reported.

    `titles` are the tags of the title, `begins` those that start a record.
    """
    for block in blocks:
        if len([None for item in block.items if item.tag in titles]) < _FIRST:
            yield block
            continue
        for number, part in enumerate(_parts(block, _starts(block.items, titles, begins))):
            if number:
                title = next((item.value for item in part.items if item.tag in titles), "")
                span = Span(file, part.line, 1)
                diagnostics.report("syntax-repaired", _DIVIDED, span=span, record=tidy(title))
            _report(part.items, titles, file, diagnostics)
            yield part


def _starts(items: list[Item], titles: frozenset[str], begins: frozenset[str]) -> list[int]:
    """Give the numbers of the items that another record starts with."""
    tags = [item.tag for item in items]
    begin = 1 if tags[0] in begins else 0
    first = tags[begin : begin + _FIRST]
    last_title = max(number for number, tag in enumerate(tags) if tag in titles)
    found: list[int] = []
    seen = False
    for number in range(1, len(items)):
        seen = seen or tags[number - 1] in titles
        if not seen or not _is_blank_between(items[number - 1], items[number]):
            continue
        for at in (number, number + 1):  # behind what the damaged line is taken for
            if tags[at : at + _FIRST] == first and at <= last_title:
                found.append(number)
                seen = False
                break
    return found


def _is_blank_between(before: Item, item: Item) -> bool:
    """Say whether a blank line stands before an item, or before the lines right above it."""
    lines = before.value.count("\n")
    return "\n\n" in before.value or item.line > before.line + lines + 1


def _parts(block: Block, starts: list[int]) -> Iterator[Block]:
    """Divide a block; what stands behind the blank line of a last value is a loose line."""
    if not starts:
        yield block
        return
    line, stray = block.line, [one for one in block.loose if one.line < block.items[0].line]
    later = [one for one in block.loose if one.line >= block.items[0].line]
    for begin, end in pairwise((0, *starts, len(block.items))):
        items = block.items[begin:end]
        below: list[Item] = []
        if end < len(block.items):
            items[-1], below = _cut(items[-1])
        yield Block(
            line=line,
            items=items,
            loose=stray + (later if end == len(block.items) else []),
            lines="\n".join(f"{item.tag} {item.value}" for item in items).split("\n"),
            closed=block.closed or end < len(block.items),
        )
        if end < len(block.items):
            stray, line = below, below[0].line if below else block.items[end].line


def _cut(last: Item) -> tuple[Item, list[Item]]:
    """Give a value without the lines behind a blank line, and these lines."""
    value, _, below = last.value.partition("\n\n")
    at = last.line + value.count("\n") + 2
    lines = enumerate(below.split("\n"), at)
    stray = [Item("", line.strip(), number) for number, line in lines if line.strip()]
    return replace(last, value=value), stray


def _report(items: list[Item], titles: frozenset[str], file: str, diagnostics: Diagnostics) -> None:
    """Report each title that is not the first one under its tag, nor right below another."""
    known: dict[str, str] = {}
    for before, item in pairwise((items[0], *items)):
        if item.tag not in titles or not (text := tidy(item.value)):
            continue
        if item.tag == before.tag and item is not before:
            continue  # a long title, a tag for each of its lines
        if known.setdefault(item.tag, text) == text:
            continue
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        diagnostics.report(
            "value-not-understood",
            f"{item.tag}: a second title, {shown!r}; the first line of another record may be lost",
            span=Span(file, item.line, item.column),
            record=known[item.tag],
            field="title",
        )
