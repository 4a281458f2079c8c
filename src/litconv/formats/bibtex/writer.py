"""Writes entries one by one with bibtexparser, so that a long bibliography streams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.entry import EntryText
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.refine.keys import KeyMaker


class BibtexWriter:
    """Writes one entry after the other, a blank line between them."""

    def __init__(self, *, biblatex: bool) -> None:
        self.biblatex = biblatex

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records; one without key gets one, and every key is unique in the output."""
        from bibtexparser import writer  # noqa: PLC0415 - heavy, and not always needed
        from bibtexparser.library import Library  # noqa: PLC0415 - the same
        from bibtexparser.model import Entry, Field  # noqa: PLC0415 - the same

        layout = writer.BibtexFormat()  # type: ignore[no-untyped-call]  # published without types
        layout.indent = "  "
        layout.trailing_comma = True
        keys = KeyMaker(ascii_only=options.ascii_only)
        between = ""
        for record in records:
            keyed = keys.assign(record, diagnostics)
            entry = EntryText(keyed, options, biblatex=self.biblatex)
            entry.fill()
            entry.report(diagnostics)
            fields = [Field(name, value) for name, value in entry.fields.items()]
            library = Library([Entry(entry.type, keyed.id, fields)])
            out.write(between + writer.write(library, layout))
            between = "\n"
