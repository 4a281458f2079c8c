"""The lines of EndNote tagged files, and where a record ends.

`%0` starts a record and CNKI's `%W CNKI` ends one, whatever blank lines stand inside. In Refer,
which has no `%0`, a blank line ends it: told afterwards, by the gap between two items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from litconv.reading.tagged import Block, Grammar, Item, lex
from litconv.text.patterns import late

# A tag is one sign and a blank. CNKI leaves the blank out before Chinese (`%K关键词`), and some of
# its scripts before numbers; `%50 of them` and `%Alder` in a text are no tags. What was copied from
# a web page may have no-break blanks.
_FIELD: Final = late(
    r"\ufeff?%(?P<tag>W[ \t\xa0]?CNKI\b(?=\s*$)"
    r"|[A-Z0-9?@!#$\]&()*+^><\[=~|](?=[ \t\xa0\u3000]|$)"
    r"|[A-Z+@](?=[^\x00-\x7f])"
    r"|[DNPVR@](?=\d))"
    r"[ \t\xa0\u3000]*(?P<value>.*)"
)
ENDS: Final = frozenset(("W CNKI", "WCNKI", "W\tCNKI", "W\xa0CNKI"))
_GRAMMAR: Final = Grammar(field=_FIELD, begins=frozenset("0"), ends=ENDS)
# What a record without %0 may start with after a blank line.
_OPENERS: Final = frozenset("ATDEJB")
_MOST_ABOVE: Final = 8
_LINE: Final = r"%[A-Z0-9?@!+~&](?:[ \t\xa0]+\S|[^\x00-\x7f])"
_SNIFF: Final = re.compile(rf"^\ufeff?{_LINE}.*\n(?:[ \t]*\n)?{_LINE}", re.MULTILINE)
_TYPED: Final = re.compile(r"^\ufeff?%0[ \xa0]\S", re.MULTILINE)


def looks_tagged(head: str) -> bool:
    """Say whether a text holds two `%X` lines in a row, or a `%0`."""
    return bool(_SNIFF.search(head) or _TYPED.search(head))


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the records; what CNKI's end mark cut off, without a title of its own, goes back."""
    held: Block | None = None
    for found in _typed(lex(lines, _GRAMMAR)):
        for block in _divided(found):
            if held is not None and held.closed and _is_rest(block):
                held.items += block.items
                held.lines += block.lines
                held.loose += block.loose
                continue
            if held is not None:
                yield held
            held = block
    if held is not None:
        yield held


def _typed(found: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; a `%0` right below the title of its record goes to it.

    Repositories of Digital Commons write `%T` before `%0`, and leave `%0` out of some records.
    """
    held: Block | None = None
    for block in found:
        if held is not None and (number := _above(held, block)):
            held.items, block.items = held.items[:-number], held.items[-number:] + block.items
            held.lines, block.lines = held.lines[:-number], held.lines[-number:] + block.lines
            block.line = block.items[0].line
        if held is not None and (held.items or held.loose):
            yield held
        held = block
    if held is not None:
        yield held


def _above(before: Block, block: Block) -> int:
    """Say how many items right above the `%0` of a block belong to it: a title among them."""
    items = before.items
    if before.closed or not (items and block.items) or block.items[0].tag != "0":
        return 0
    if _is_gap(items[-1], block.items[0]):
        return 0
    number = 1
    while number < len(items) and not _is_gap(items[-number - 1], items[-number]):
        number += 1
        if number > _MOST_ABOVE:
            return 0
    above = {item.tag for item in items[-number:]}
    own = next((item for item in block.items if item.tag == "T"), None)
    if "T" not in above or "0" in above or (own is not None and not _gap_before(block, own)):
        return 0
    return number


def _gap_before(block: Block, item: Item) -> bool:
    """Say whether a blank line stands between the start of a block and an item."""
    at = block.items.index(item)
    return any(map(_is_gap, block.items[:at], block.items[1 : at + 1]))


def _is_gap(before: Item, item: Item) -> bool:
    return item.line > before.line + before.value.count("\n") + 1


def _is_rest(block: Block) -> bool:
    """Say whether a block is no record: it has neither type, title nor author."""
    return bool(block.items) and not any(item.tag in {"0", "T", "A"} for item in block.items)


def _divided(block: Block) -> Iterator[Block]:
    """Divide Refer records at blank lines; a tag that comes again behind one starts a record.

    In a file with a blank line after every line none of them says anything.
    """
    # With a %0 and one title there is one record: the usual case.
    usual = block.items and block.items[0].tag == "0"
    if not block.items or (usual and sum(item.tag == "T" for item in block.items) <= 1):
        yield block
        return
    start, tight = 0, block.items[0].tag != "0"
    seen = {block.items[0].tag}
    for number, item in enumerate(block.items[1:], 1):
        before = block.items[number - 1]
        blank = _is_gap(before, item)
        if blank and item.tag in _OPENERS and "T" in seen:
            again = item.tag in seen and item.tag != before.tag
            if tight or again:
                yield _part(block, start, number)
                start, tight, blank = number, True, False
                seen = set()
        tight = tight and not blank
        seen.add(item.tag)
    if start:
        yield _part(block, start, len(block.items), closed=block.closed)
    else:
        yield block


def _part(block: Block, start: int, end: int, *, closed: bool = False) -> Block:
    items = block.items[start:end]
    lines = "\n".join(f"%{item.tag} {item.value}" for item in items).split("\n")
    loose = block.loose if not start else []
    return Block(line=items[0].line, items=items, loose=loose, lines=lines, closed=closed)
