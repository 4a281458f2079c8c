"""NoteExpress: the reader. What the exports look like stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.formats.noteexpress.read_tags import ACTIONS, NoteExpressRecord
from litconv.formats.noteexpress.sniff import sniff
from litconv.formats.noteexpress.tables import ALIASES, TYPE
from litconv.model import Record, Span
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, report_loose
from litconv.reading.tagged import Block, Grammar, Item, lex
from litconv.source import Source

NAME: Final = "noteexpress"
_TITLES: Final = frozenset(("Title", "题名", "标题"))
# A tag is words: `{0}: …` in an abstract is none. Rubbish of the page that a script saved may
# stand before the first one, in its line.
_FIELD: Final = re.compile(
    r"(?:<[^{]{0,2000}|\ufeff)?\s*\{(?P<tag>[^\W\d_][\w /\-.,&()]{0,39})\}\s*[:：][ \t\u3000]*"
    r"(?P<value>.*)"
)
_TYPE_NAMES: Final = (TYPE, "文献类型", "题录类型", "参考文献类型")
_GRAMMAR: Final = Grammar(field=_FIELD, begins=frozenset(_TYPE_NAMES))
# What some exports print where there is nothing.
_NOTHING: Final = frozenset({"", "null", "none", "无", "暂无", "n/a"})
_LONGEST_NOTHING: Final = 20
# A tag that is known in any letter case.
_TAGS: Final = {tag.lower(): tag for tag in ACTIONS} | ALIASES


class NoteExpressReader:
    """Reads `{Tag}: value` lines; a record starts with its `{Reference Type}`."""

    def sniff(self, head: str) -> bool:
        """Say whether the text holds the tag that every record starts with."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; what stands outside of them is reported."""
        found = lex(source.stream(), _GRAMMAR)
        for block in divided(found, _TITLES, _GRAMMAR.begins, source.name, diagnostics):
            items = [_renamed(item) for item in block.items if _says(item.value)]
            if all(item.tag == TYPE for item in items):
                _reject(block, source, diagnostics)
            else:
                draft = Draft(NAME, source.name, block.line, diagnostics)
                keep_loose(draft, block.loose)
                NoteExpressRecord(draft, items).take(items, ACTIONS)
                yield draft.record()


def _says(value: str) -> bool:
    return len(value) > _LONGEST_NOTHING or value.strip().lower() not in _NOTHING


def _renamed(item: Item) -> Item:
    """Give a known tag its usual name; others stay as they are."""
    tag = item.tag.strip()
    known = _TAGS.get(tag.lower(), tag)
    return item if known == item.tag else replace(item, tag=known)


def _reject(block: Block, source: Source, diagnostics: Diagnostics) -> None:
    """Give up a record that has no value."""
    report_loose(block, source.name, diagnostics)
    if block.items:
        span = Span(source.name, block.line, 1)
        diagnostics.report("record-invalid", "the record has no value at all", span=span)
        diagnostics.reject(block.raw)
