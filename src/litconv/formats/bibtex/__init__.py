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

Reading (one reader for both; `--from biblatex` is the same as `--from bibtex`):

* `scan` divides the text, three times as fast as bibtexparser, which takes over what is damaged
  (`recover`); `values` has macros, `inherit` crossref and xdata, `read_entry` the rest.
* Braces that protect capitals vanish, since whoever writes BibTeX protects them anew. LaTeX
  becomes Unicode (`text.latex_decode`); a command nobody knows stays and is reported.
* Names are taken apart by `text.bibtex_people`; a bad one is kept as an extra field.
* `number` is the issue of an article, the number in the series of a book, else the number.
* Fields of databases (Web of Science, Scopus, ACM, DBLP, NASA's ADS) are understood; any other
  field is kept under its own name. `@comment` and `@preamble` are passed over.

Files: `writer` → `entry` (one record to one entry) → `types` (entry types and fields), `words`
(genres, months), `extras`.

Known gaps: `@set` is a record of its own; `xref` is kept and not followed. biber's validation calls
a volume that is no whole number and a year in words (`in press`) invalid; both are written all the
same, for biblatex prints them.
"""

from __future__ import annotations

from litconv.formats.bibtex.reader import BibtexReader
from litconv.formats.bibtex.writer import BibtexWriter
from litconv.registry import Format

FORMATS = (
    Format(
        name="bibtex",
        title="BibTeX",
        extensions=(".bib",),
        aliases=("bib",),
        spec_url="https://ctan.org/pkg/bibtex",
        reader=BibtexReader("bibtex", sniffs=True),
        writer=BibtexWriter(biblatex=False),
    ),
    Format(
        name="biblatex",
        title="biblatex",
        spec_url="https://ctan.org/pkg/biblatex",
        reader=BibtexReader("biblatex", sniffs=False),
        writer=BibtexWriter(biblatex=True),
    ),
)
