"""MEDLINE: the lines of a file to the lines of its records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from litconv.reading.tagged import Block, Grammar, lex

# Tags of four letters, whose hyphen no blank sets apart from them: `PMID-27433151`.
_LONG: Final = "PMID|STAT|DCOM|DRDT|CDAT|ISBN|EDAT|MHDA|CRDT|PHST|AUID|IRAD|PUBM|COIS|PMCR|OABL"
_FIELD: Final = re.compile(
    r"\ufeff?(?P<tag>[A-Z][A-Z0-9](?=  -)|[A-Z][A-Z0-9]{2}(?= -)|[A-Z][A-Z0-9]{3}(?=- )"
    rf"|(?:{_LONG})(?=-)|ISSN(?= - )"  # the last is ERIC's
    r"|[A-Z][A-Z0-9]{1,3}(?=-(?: |$)))"  # `TI- text`: blanks lost on the way
    r" *- ?(?P<value>.*)"
)
_GRAMMAR: Final = Grammar(field=_FIELD, begins=frozenset({"PMID"}), blank_ends=True)

# `PMID- 12345678` at the start of a line; RIS and Ovid files start otherwise.
_START: Final = re.compile(r"^\ufeff?(?:PMID *- ?(?:\d|$)|PMCR? *- ?(?:PMC)?\d)", re.MULTILINE)
_NOT_MEDLINE: Final = re.compile(
    r"^(?:TY {1,2}- |VN {2}- Ovid|<\?xml|%0 |FN |PT [A-Z]$)", re.MULTILINE
)
_FIELDS: Final = re.compile(r"^(?:TI|FAU|AU|JT|TA|PT|OWN|STAT|LID|AID|DP|AB) *-", re.MULTILINE)

_BEGINNERS: Final = frozenset({"PMID", "PMC", "PMCR", "UI"})
_TITLES: Final = frozenset({"TI", "BTI"})


def sniff_medline(head: str) -> bool:
    """Say whether a record starts in the text; `PMC` and an empty `PMID` have to have more."""
    start = _START.search(head)
    if start is None or _NOT_MEDLINE.search(head, 0, start.start()):
        return False
    return (start[0][-1].isdecimal() and "PMID" in start[0]) or bool(
        _FIELDS.search(head, start.end())
    )


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the records. A blank line ends one only where what follows begins another."""
    open_: Block | None = None
    for block in lex(lines, _GRAMMAR):
        if open_ is None:
            open_ = block
        elif _belongs(open_, block):
            open_.items += block.items
            open_.loose += block.loose
            open_.lines += block.lines
            open_.closed = block.closed
        else:
            yield open_
            open_ = block
    if open_ is not None:
        yield open_


def _belongs(before: Block, block: Block) -> bool:
    """Say whether a block goes on with the record before it."""
    if not block.items:
        return True
    first = block.items[0].tag
    known = {item.tag for item in before.items}
    if not known:
        return True
    if first == "PMID":  # `PMC - …` and `UI  - …` may stand before it
        return "PMID" not in known and not before.closed and known <= _BEGINNERS
    if first in _BEGINNERS:
        return first not in known and len(block.items) == 1
    return not (_TITLES & known and any(item.tag in _TITLES for item in block.items))
