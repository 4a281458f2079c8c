"""RIS: the reader. What tags mean stands in `read_tags`, `read_values`, `read_groups`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.formats.ris.read_tags import KNOWN, ONE_LINE, Reading
from litconv.formats.ris.repairs import TIGHT, in_capitals, without_blanks
from litconv.formats.ris.sniff import sniff
from litconv.model import Record, Span
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.stray import cut_stray
from litconv.reading.tagged import Block, Grammar, Item, lex
from litconv.source import Source

GRAMMAR: Final = Grammar(
    # Ovid and Embase put a number before a record: `1. TY  - JOUR`; PMID is PsycINFO's. Where the
    # tag is known, blanks may have been lost: `KW  -moss`, `SP-7`; see `repairs`.
    field=re.compile(
        r"\s*(?:\d+\.\s*(?=TY[ \t]))?(?P<tag>[A-Z][A-Z0-9]|PMID)"
        rf"(?:[ \t]{{1,2}}-(?: |$)|{TIGHT})(?P<value>.*)"
    ),
    begins=frozenset({"TY"}),
    ends=frozenset({"ER"}),
    width=len("TY  - "),
)
# Lines between records that say nothing about them: numbers, what EBSCO and OEB print.
_BANNER: Final = re.compile(
    r"\d+\.|Record #?\d+ of \d+|(?:Provider|Database|Content):.*|.*xresearch-info-systems.*"
)
_NOTHING: Final = frozenset({"TY", "ER"})
_BELOW: Final = KNOWN - {"NL", "ER"}
_NUMBER: Final = re.compile(r"\s*^\d+\.\s*\Z", re.MULTILINE)  # of the next record
_tag: Final = attrgetter("tag")
_TITLES: Final = frozenset({"TI", "T1"})
_WRAPPED: Final = frozenset({"AB", "N2", "N1"})
_SENTENCE_END: Final = tuple(".!?。！？")


class RisReader:
    """Reads RIS as any program writes it."""

    def sniff(self, head: str) -> bool:
        """Say whether a line of the head starts a record."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; what is none is reported and set aside."""
        found = lex(in_capitals(source, diagnostics), GRAMMAR)
        for block in _whole(divided(found, _TITLES, GRAMMAR.begins, source.name, diagnostics)):
            if record := _record(block, source.name, diagnostics):
                yield record


def _record(block: Block, file: str, diagnostics: Diagnostics) -> Record | None:
    items = block.items
    tags = set(map(_tag, items))
    if tags <= _NOTHING and not (block.closed and items):
        loose = _strange(block)
        if items or loose:
            first = items[0] if items else loose[0]
            diagnostics.report(
                "record-invalid",
                "a record without any field" if items else f"no record: {first.value[:60]!r}",
                span=Span(file, first.line, first.column),
            )
            diagnostics.reject(block.raw)
        return None
    reading = Reading(Draft("ris", file, block.line, diagnostics))
    if not block.usual:
        items = block.items = without_blanks(reading.draft, block)
        cut_stray(reading.draft, block, ONE_LINE)
    for item in _strange(block) if block.loose else ():
        reading.draft.report("line-not-understood", f"no tag: {item.value[:60]!r}", item)
        reading.draft.keep(item, tag="line")
    if not block.closed:
        last = items[-1]
        reading.draft.report("syntax-repaired", "the record has no ER: it may be cut off", last)
    reading.take(items if tags <= KNOWN else _unwrapped(items))
    return reading.finish()


def _strange(block: Block) -> list[Item]:
    return [one for one in block.loose if not _BANNER.fullmatch(one.value)]


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; what stands below an ER goes to the record above it.

    Ovid has `NL` there, the journal's abbreviation, a blank line and a link to its own page. It is
    no record of its own: it has no TY, and no tag that says anything about a work.
    """
    last: Block | None = None
    for block in blocks:
        if last and last.closed and block.items and _BELOW.isdisjoint(map(_tag, block.items)):
            for item in block.items:
                value, _, link = item.value.partition("\n\n")
                last.items.append(replace(item, value=value))
                if link := _NUMBER.sub("", link):
                    last.items.append(Item("line", link, item.line + 2))
            last.lines += block.lines
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _unwrapped(items: list[Item]) -> list[Item]:
    """Give lines of an abstract back to it that only look like a field: `AI  - driven`.

    It is one where no program has such a tag, the abstract's sentence has not ended and the
    text goes on in small letters.
    """
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if (
            last is not None
            and last.tag in _WRAPPED
            and item.tag not in KNOWN
            and item.value[:1].islower()
            and not last.value.rstrip().endswith(_SENTENCE_END)
        ):
            text = f"{last.value}\n{item.tag} - {item.value}"
            found[-1] = replace(last, value=text)
        else:
            found.append(item)
    return found
