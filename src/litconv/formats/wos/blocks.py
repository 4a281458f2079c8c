"""Web of Science: the lines of a file to the lines of its records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from litconv.reading.stray import lines_below
from litconv.reading.tagged import Block, Grammar, Item, lex

_ENDS: Final = frozenset({"ER", "EF"})
_GRAMMAR: Final = Grammar(
    field=re.compile(r"\ufeff?(?P<tag>[A-Z][A-Z0-9])(?:[ \t]|$)(?P<value>.*)"),
    begins=frozenset({"PT"}),
    ends=_ENDS,
)
_HEADER: Final = re.compile(r"^\ufeff?FN \S.*\n+(?:VR |PT )", re.MULTILINE)
_FIELD: Final = re.compile(r"^\ufeff?(?P<tag>[A-Z][A-Z0-9])[ \t]+(?P<value>\S.*)", re.MULTILINE)
_USUAL: Final = frozenset("AU AF TI SO PY DT PT UT LA CA BE".split())
_ENOUGH: Final = 4  # fields that a record without the header must show, the first one among them

# What stands around records, and what cannot stand before the PT of one.
_AROUND: Final = frozenset(("FN", "VR", "ER", "EF"))
_NO_PREFIX: Final = frozenset(("PT", "TI", "AU", "AF", "SO", "UT", "AB", "PY"))


def sniff_wos(head: str) -> bool:
    """Say whether the text has the header, or starts with a record that has the usual tags."""
    if _HEADER.search(head):
        return True
    found = [(match["tag"], match["value"]) for match in _FIELD.finditer(head)]
    fields = [one for one in found if one[0] not in _AROUND]  # a header that was cut
    if not fields or not _starts(*fields[0]):
        return False
    return len(_USUAL & {tag for tag, _ in fields}) >= _ENOUGH


def _starts(tag: str, value: str) -> bool:
    return tag == "DT" or (tag == "PT" and len(value.strip()) == 1)


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the records without what stands around them.

    Tags that stand before the PT of a record, after the header or an ER, belong to it.
    """
    before: Block | None = None
    for block in lex(lines, _GRAMMAR):
        if around := [item for item in block.items if item.tag in _AROUND]:
            block.items = [item for item in block.items if item.tag not in _AROUND]
            _keep_text(block, around)
        block.line = block.items[0].line if block.items else block.line
        if before is not None:
            if block.items and block.items[0].tag == "PT":
                block.items = before.items + block.items
                block.loose = before.loose + block.loose
                block.lines = before.lines + block.lines
                block.line = before.line if before.items else block.line
            elif before.items or before.loose:
                yield before
            before = None
        if not block.closed and not any(item.tag in _NO_PREFIX for item in block.items):
            before = block
        elif block.items or block.loose:
            yield block
    if before is not None and (before.items or before.loose):
        yield before


def _keep_text(block: Block, around: list[Item]) -> None:
    """Add the text that stands around a record to the loose lines: below FN and VR, behind ER."""
    if any("\n" in item.value for item in around):
        block.loose += lines_below(block, around)
        block.loose.sort(key=attrgetter("line"))
    block.loose += [
        Item("", value, item.line, item.column)
        for item in around
        if item.tag in _ENDS and (value := item.value.partition("\n")[0].strip())
    ]
