"""The lines of EndNote tagged files, and where a record ends.

`%0` starts a record and CNKI's `%W CNKI` ends one, whatever blank lines stand inside. In Refer,
which has no `%0`, a blank line ends it: told afterwards, by the gap between two items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from litconv.reading.tagged import Block, Grammar, lex
from litconv.text.patterns import late

# A tag is one sign and a blank. CNKI leaves the blank out before Chinese (`%K关键词`), and some of
# its scripts before numbers; `%50 of them` and `%Alder` in a text are no tags.
_FIELD: Final = late(
    r"\ufeff?%(?P<tag>W[ \t]?CNKI\b(?=\s*$)"
    r"|[A-Z0-9?@!#$\]&()*+^><\[=~|](?=[ \t\u3000]|$)"
    r"|[A-Z+@](?=[^\x00-\x7f])"
    r"|[DNPVR@](?=\d))"
    r"[ \t\u3000]*(?P<value>.*)"
)
_ENDS: Final = frozenset(("W CNKI", "WCNKI", "W\tCNKI"))
_GRAMMAR: Final = Grammar(field=_FIELD, begins=frozenset("0"), ends=_ENDS)
# What a record without %0 may start with after a blank line.
_OPENERS: Final = frozenset("ATDEJB")
_LINE: Final = r"%[A-Z0-9?@!+~&](?:[ \t]+\S|[^\x00-\x7f])"
_SNIFF: Final = re.compile(rf"^\ufeff?{_LINE}.*\n(?:[ \t]*\n)?{_LINE}", re.MULTILINE)
_TYPED: Final = re.compile(r"^\ufeff?%0 \S", re.MULTILINE)


def looks_tagged(head: str) -> bool:
    """Say whether a text holds two `%X` lines in a row, or a `%0`."""
    return bool(_SNIFF.search(head) or _TYPED.search(head))


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the records; what CNKI's end mark cut off, without a title of its own, goes back."""
    held: Block | None = None
    for found in lex(lines, _GRAMMAR):
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
        blank = item.line > before.line + before.value.count("\n") + 1
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
    lines = [f"%{item.tag} {item.value}" for item in items]
    loose = block.loose if not start else []
    return Block(line=items[0].line, items=items, loose=loose, lines=lines, closed=closed)
