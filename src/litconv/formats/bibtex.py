r"""BibTeX and biblatex, the files of LaTeX's bibliographies: `@article{key, author = {…}, …}`.

`bibtex` follows the fourteen entry types of BibTeX 0.99 (Patashnik, "BibTeXing", 1988), `biblatex`
the data model of the biblatex manual. What other programs read rather than what the manuals allow
decides the details; see `text.latex`, `text.bibtex_names` and `text.protect` for the text.

* `month` is a macro (`jun`) and needs no braces; everything else is one braced line.
* BibTeX ignores fields it does not know, so `bibtex` has more of them: what each role did
  (`director`), `pmid`, `pagetotal`, `eventtitle`, and `entrysubtype` with the CSL type where the
  entry type does not say it.
* With `extras`: `clc`, `discipline`, `timescited`, `affiliation`, `orcid`, `otherids`, `extra`;
  in biblatex, which refuses unknown fields, `usera` to `userf` in the same order (`usere` holds
  all identifiers, `userf` the rest).
* With `ascii_only` letters that TeX has no form for (Chinese) stay and are reported.

Known gaps: reading is not there yet. biber's validation calls a volume that is no whole number
and a year in words (`in press`) invalid; both are written all the same, for biblatex prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats._bibtex_entry import EntryText
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.refine.keys import KeyMaker
from litconv.registry import Format


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


FORMATS = (
    Format(
        name="bibtex",
        title="BibTeX",
        extensions=(".bib",),
        aliases=("bib",),
        spec_url="https://ctan.org/pkg/bibtex",
        writer=BibtexWriter(biblatex=False),
    ),
    Format(
        name="biblatex",
        title="biblatex",
        spec_url="https://ctan.org/pkg/biblatex",
        writer=BibtexWriter(biblatex=True),
    ),
)
