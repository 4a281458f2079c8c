"""RIS: lines whose tag is damaged but beyond doubt: blanks lost around the hyphen, small letters.

`KW  -moss`, `SP-7` and `SP- 7` are read where the tag is one that programs write and starts the
line. Below a text, which may have lines such as `CA-125 was low`, one with fewer than two blanks
before its hyphen has to have a value of the tag's own form. Files whose tags are all in small
letters, `ty  - jour`, are read as if they were capitals. Both are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.formats.ris.read_tags import KNOWN, ONE_LINE
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Block, Item
from litconv.source import Source
from litconv.text.patterns import late


def _any_of(tags: Iterable[str]) -> str:
    """Give a pattern of two letters, those that go on from the same one together."""
    seconds: dict[str, str] = {}
    for tag in sorted(tags):
        seconds[tag[0]] = seconds.get(tag[0], "") + tag[1:]
    return "|".join(f"{first}[{second}]" for first, second in seconds.items())


# `ER-positive` and `TY-1` in an abstract must not end or begin a record.
_TAG: Final = _any_of(KNOWN - {"TY", "ER", "PMID"})
TIGHT: Final = rf"(?:(?<=^(?:{_TAG}))[ \t]{{0,2}}-|(?<=^TY)[ \t]{{0,2}}-(?=[A-Z]{{3,8}}[ \t]*$))"
"""What may stand between a known tag and its value at the least; for the format's grammar."""

_USUAL: Final = r"\s*[A-Z][A-Z0-9][ \t]{1,2}-(?: |$)"
_TIGHT_LINE: Final = late(rf"(?!{_USUAL})(?P<tag>{_TAG}|TY)(?P<blank>[ \t]{{0,2}})-(?P<value>.*)")
# Lines of a text that can be nothing but a field all the same.
_CERTAIN: Final = late(
    r"(?:SP|EP|VL|IS) ?\d+|(?:PY|Y1|DA) ?\d{4}(?:/[\d/]*)?|DO ?10\.\d+/\S+"
    r"|(?:UR|L[1-4]) ?https?://\S+|SN ?[\dXx-]{9,17}"
    r"|(?:A[U1-4]|ED) ?[^\W\d_][\w'’-]+, [^\W\d_][\w. -]*"
)
# `ty  - jour`, `Au  - …`: in no other letters than TY was.
_SMALL_TYPE: Final = late(r"\s*(?:\d+\.\s*)?[Tt][Yy](?P<blank>[ \t]{1,2})- [A-Za-z]{3,8}\s*")
_ANY_FIELD: Final = late(rf"(?:\s*\d+\.)?{_USUAL}")
_ENDS: Final = frozenset({"TY", "ER"})
_USUAL_BLANKS: Final = len("  ")
_FAR_ENOUGH: Final = 1000  # lines that a file may have before its first field


def without_blanks(draft: Draft, block: Block) -> list[Item]:
    """Give the items; those that have lost blanks are reported, or are lines of the text above.

    Where no tag of a record has its blanks, none is such a line.
    """
    matches = filter(None, map(_TIGHT_LINE.fullmatch, block.lines))
    tight = {(match["tag"], match["value"]): match for match in matches}
    if not tight:
        return block.items
    found: list[Item] = []
    every = all(item.tag in _ENDS or _key(item) in tight for item in block.items)
    for item in block.items:
        first, *more = item.value.split("\n")
        match = tight.get(_key(item))
        if match is None:
            found.append(item)
        elif found and not every and _is_text(found[-1], match):
            text = "\n".join((found[-1].value, match[0], *more))
            found[-1] = replace(found[-1], value=text)
        else:
            message = f"{item.tag}: the blanks around the hyphen are lost"
            draft.report("syntax-repaired", message, replace(item, column=1))
            found.append(replace(item, value="\n".join((first.lstrip(), *more))))
    return found


def _key(item: Item) -> tuple[str, str]:
    return item.tag, item.value.partition("\n")[0]


def _is_text(above: Item, line: re.Match[str]) -> bool:
    """Say whether a line may be one of the text above it."""
    if above.tag in ONE_LINE or len(line["blank"]) == _USUAL_BLANKS:
        return False
    return not _CERTAIN.fullmatch(line["tag"] + line["value"])


def in_capitals(source: Source, diagnostics: Diagnostics) -> Iterable[str]:
    """Give the lines of a file; where no tag is in capitals, those in small letters are raised."""
    lines = iter(source.stream())
    before: list[str] = []
    for line in lines:
        before.append(line)
        if _ANY_FIELD.match(line) or len(before) == _FAR_ENOUGH:
            break
        if match := _SMALL_TYPE.fullmatch(line):
            span = Span(source.name, len(before), 1)
            message = "the tags are in small letters; they were read as capitals"
            diagnostics.report("syntax-repaired", message, span=span)
            return _raised(chain(before, lines), match["blank"])
    return chain(before, lines)


def _raised(lines: Iterable[str], blank: str) -> Iterator[str]:
    field = re.compile(rf"(\s*(?:\d+\.\s*)?)([A-Za-z][A-Za-z0-9])(?={blank}-(?: |$))")
    for line in lines:
        match = field.match(line)
        if match and (tag := match[2].upper()) in KNOWN:
            yield f"{match[1]}{tag}{line[match.end() :]}"
        else:
            yield line
