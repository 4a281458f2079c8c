"""Lines without a tag below a value of one line: no part of it, so reported and kept.

In tagged files any line without a tag goes on with the value above it, which is right below a
title, an abstract, an address or a note, and wrong below a year, a language or an author: what
stands there is a line that lost its tag. A format's table names the tags whose values have one
line; some of them go on where the line has the value's own form:

* EndNote writes the ISSNs of a journal one below the other: `1476-0000 (Electronic)`.
* Home-made files have a list of authors under one tag, one a line. Each must be a name with its
  comma, so that a wrapped name of a body, or a line of something else, does not become a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from litconv.reading.draft import Draft
from litconv.reading.tagged import Block, Item
from litconv.text.patterns import late
from litconv.text.serials import split_serials
from litconv.text.usual_names import usual_name

GoesOn = Callable[[str, str], bool]
"""Says whether a line below a value goes on with it; takes the value's first line and the line."""

_SHORT_NAME: Final = late(r"[^\W\d_][\w'’-]+(?: [\w'’-]+){0,2}, (?:[^\W\d_]\.?[ -]?){1,4}")
_HAN_NAME: Final = late(r"[\u3400-\u9fff]{2,4}[;；]?")
_LONGEST: Final = 100


def never(_first: str, _line: str) -> bool:
    """Go on with no line."""
    return False


def names(first: str, line: str) -> bool:
    """Go on with a list of names where both lines are persons for certain."""
    return _is_person(line) and (not first.strip() or _is_person(first))


def serials(_first: str, line: str) -> bool:
    """Go on with ISSN or ISBN where the line holds nothing else."""
    if len(line) > _LONGEST:
        return False
    found = split_serials(line)
    return bool(found.isbn or found.issn) and not found.rest


def _is_person(text: str) -> bool:
    name = text.strip()
    if len(name) > _LONGEST:
        return False
    return bool(usual_name(name) or _SHORT_NAME.fullmatch(name) or _HAN_NAME.fullmatch(name))


def cut_stray(draft: Draft, block: Block, one_line: Mapping[str, GoesOn]) -> None:
    """Move lines below values of one line to the loose ones of a block, with their places.

    Names without a tag are reported here, the loose lines by who keeps them.
    """
    if len(block.lines) == len(block.items):
        return  # no value has a second line
    long = [item for item in block.items if item.tag in one_line and "\n" in item.value]
    if not long:
        return
    columns = _columns(block)
    for item in long:
        value, *more = _divided(item, columns)
        kept = [value.value]
        stray = len(block.loose)
        for one in more:
            if len(block.loose) > stray or not one_line[item.tag](value.value, one.value):
                block.loose.append(one)
                continue
            kept.append(one.value)
            if one_line[item.tag] is names:
                draft.report("syntax-repaired", f"{item.tag}: a name without a tag", one)
        item.value = "\n".join(kept).removeprefix("\n")
    block.loose.sort(key=attrgetter("line"))


def lines_below(block: Block, items: Iterable[Item]) -> list[Item]:
    """Give the lines that stand below the given values, as loose lines with their places."""
    columns = _columns(block)
    return [one for item in items for one in _divided(item, columns)[1:]]


def _divided(item: Item, columns: Mapping[str, int]) -> list[Item]:
    """Give a value's first line and the further ones that are not blank, as items."""
    first, *more = item.value.split("\n")
    below = [
        Item("", text, number, columns.get(text.strip(), 1))
        for number, text in enumerate(more, item.line + 1)
        if text.strip()
    ]
    return [replace(item, value=first), *below]


def _columns(block: Block) -> dict[str, int]:
    """Give where each line of a block starts that is not blank."""
    bare = ((line.strip(), line) for line in reversed(block.lines))
    return {text: line.find(text) + 1 for text, line in bare}
