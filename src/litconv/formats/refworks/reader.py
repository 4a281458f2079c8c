"""RefWorks tagged: the reader. What the files look like stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.refworks.read_tags import ACTIONS, ONE_LINE, RefworksRecord
from litconv.formats.refworks.sniff import sniff
from litconv.model import Record
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, with_values
from litconv.reading.stray import cut_stray
from litconv.reading.tagged import Block, Grammar, lex
from litconv.source import Source

NAME: Final = "refworks"
_TITLES: Final = frozenset(("T1",))

# CNKI leaves the blank out before Chinese (`A1虞某`). Two capitals that are a word or a Roman
# number start no value: an abstract may have several lines. It writes `vo 46` in small letters.
_FIELD: Final = re.compile(
    r"\ufeff?(?P<tag>(?!(?:I[ITNVXF]|VI|XI|X[VX]|WE|HE|OR|OF|TO|BE|BY|MY|DR|MR|UK|US|UN|EU)\b)"
    r"(?:[A-Z][A-Z0-9]|U1[0-5]|PMID|PMCID|vo(?= \d))(?=[ \t\xa0\u3000]|[^\x00-\x7f]|$))"
    r"[ \t\xa0\u3000]*(?P<value>.*)"
)
_GRAMMAR: Final = Grammar(field=_FIELD, begins=frozenset(("RT",)))


class RefworksReader:
    """Reads `XX value` lines; a record starts with its `RT`."""

    def sniff(self, head: str) -> bool:
        """Say whether the text has an `RT` line and one of the usual tags."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; what stands outside of them is reported."""
        lexed = lex(source.stream(), _GRAMMAR)
        found = divided(lexed, _TITLES, _GRAMMAR.begins, source.name, diagnostics)
        for block in with_values(found, "RT", source.name, diagnostics):
            yield _record(block, source.name, diagnostics)


def _record(block: Block, file: str, diagnostics: Diagnostics) -> Record:
    draft = Draft(NAME, file, block.line, diagnostics)
    cut_stray(draft, block, ONE_LINE)
    keep_loose(draft, block.loose)
    items = [item for item in block.items if item.value.strip()]
    RefworksRecord(draft, items).take(items, ACTIONS)
    return draft.record()
