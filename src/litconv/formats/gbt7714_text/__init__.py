"""References in text after GB/T 7714, as CNKI's 引用 dialog gives them and papers list them.

    [1] 王明, 李红, 等. 苔藓[J]. 苔藓学报, 2018, 12(3): 31-38. DOI:10.5555/moss.

Specification: GB/T 7714—2005, 2015 and 2025. The mark says what a work is and which form its
source has; punctuation may be half or full width, with or without blanks (CNKI:
`王明.苔藓[J].苔藓学报,2018,12(03):31-38.`). Entries are numbered `[1]`, `［1］`, `1.` or not at all
and may go over several lines; 摘要 and 关键词 of CNKI's 查新 stand below their entry.

A reference is divided where its punctuation is that of the standard. What has another form keeps
the entry's text in the extra field `reference`, with a diagnostic.

Known gaps: Western names without initials (`John Smith`) are taken as given and family name; the
responsible of a container are its editors; whole journals have no form of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.gbt7714_text.parse import parse
from litconv.model import Record, Span
from litconv.reading.draft import Draft
from litconv.registry import Format
from litconv.source import Source
from litconv.text.gbt7714 import entries, has_mark, is_reference_list
from litconv.text.width import fold

NAME: Final = "gbt7714-text"


class Gbt7714Reader:
    """Reads a list of references, an entry at a time."""

    def sniff(self, head: str) -> bool:
        """Say whether nearly all of the text is entries with a mark."""
        return is_reference_list(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield a record for each entry; lines that are none are reported."""
        for entry in entries(source.lines):
            if not entry.numbered and not has_mark(entry.text):
                diagnostics.report(
                    "line-not-understood",
                    f"no reference: {fold(entry.text)[:60]!r}",
                    span=Span(source.name, entry.line, entry.column),
                )
                continue
            draft = Draft(NAME, source.name, entry.line, diagnostics)
            parse(entry, draft)
            yield draft.record()


FORMATS = (
    Format(
        name=NAME,
        title="GB/T 7714 references as text",
        shared_extensions=(".txt",),
        spec_url="https://openstd.samr.gov.cn/",
        reader=Gbt7714Reader(),
    ),
)
