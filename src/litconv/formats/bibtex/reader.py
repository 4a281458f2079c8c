"""BibTeX and biblatex: the reader, as the list of formats knows it; `read_file` does the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.source import Source
from litconv.text.patterns import late

_ENTRY: Final = late(
    r"""(?:^|[\n})])[ \t]*@[ \t]*(?:
        (?:article|book|booklet|conference|electronic|inbook|incollection|inproceedings|manual
        |mastersthesis|misc|online|patent|periodical|phdthesis|proceedings|report|software
        |techreport|thesis|unpublished|www|collection|dataset|string|preamble|comment|xdata)
        \s*[{(]
        | \w+\s*[{(]\s*[^\s,{}="]*\s*,\s*[\w+:-]+\s*=
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class BibtexReader:
    """Reads BibTeX and biblatex alike; `name` is the format that the records come from.

    Only one of the two formats may recognise a file by its text: the one that `sniffs`.
    """

    def __init__(self, name: str, *, sniffs: bool) -> None:
        self.name = name
        self._sniffs = sniffs

    def sniff(self, head: str) -> bool:
        """Say whether an entry, or `@string{` and the like, starts a line."""
        return self._sniffs and _ENTRY.search(head) is not None

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records in the order of the entries; what cannot be read is set aside."""
        from litconv.formats.bibtex.read_file import (  # noqa: PLC0415 - many patterns to compile
            read_file,
        )

        return read_file(source, self.name, diagnostics)
