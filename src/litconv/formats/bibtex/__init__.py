r"""BibTeX and biblatex, the files of LaTeX's bibliographies: `@article{key, author = {…}, …}`.

`bibtex` follows the fourteen entry types of BibTeX 0.99 (Patashnik, "BibTeXing", 1988), `biblatex`
the data model of the biblatex manual. What other programs read rather than what the manuals allow
decides the details; for the text see `text.latex.encode`, `text.bibtex` and `text.case.protect`.

* `month` is a macro (`jun`) and needs no braces; everything else is one braced line.
* BibTeX ignores fields it does not know, so `bibtex` has more of them: what each role did
  (`director`), `pmid`, `pagetotal`, `eventtitle`, and `entrysubtype` with the CSL type where the
  entry type does not say it.
* With `extras`: `clc`, `discipline`, `timescited`, `affiliation`, `orcid`, `otherids`, `extra`;
  in biblatex, which refuses unknown fields, `usera` to `userf` in the same order (`usere` holds
  all identifiers, `userf` the rest).
* Who made a work that names no author (the director of a film) stands as author, with
  `authortype`. A list of names that the source cut ends in `and others`.
* The language is `langid` (babel's name: pandoc, biblatex, gbt7714), in BibTeX also `language`
  (Zotero, citation-js, bibutils). In biblatex `language` is for what babel has no name for, since
  its styles print it (`chinese.` in an English list); bibutils, which reads no `langid`, misses it.
* `key` stands behind `note`: bibutils makes a second note of it, and the first of two is taken.
* Extra fields that have a name here (`version`, `library`, `volumes`, `origdate`) are written, and
  so are unknown ones that were read from a BibTeX file (`own_fields`); the rest needs `extras`.
* Chinese entries, for the styles gbt7714: `key` with pinyin, by which they are sorted, and `mark`
  with the letters of what BibTeX calls `misc` (`P`, `S`, `DS`, `CP`, `CM`, `A`). A Chinese standard
  is a `book` in biblatex with `entrysubtype = {standard}`, as biblatex-gb7714-2015 wants it.
* With `ascii_only` letters that TeX has no form for (Chinese) stay and are reported.

Reading (one reader for both; `--from biblatex` is the same as `--from bibtex`):

* `scan` divides the text, many times faster than bibtexparser, which takes over what is damaged
  (`recover`); `values` has macros, `inherit` crossref and xdata, `read_entry` the rest.
* Braces that protect capitals vanish, since whoever writes BibTeX protects them anew. LaTeX
  becomes Unicode (`text.latex.decode`); a command nobody knows stays and is reported.
* Names are taken apart by `text.bibtex.parse_names`; a bad one is kept as an extra field.
* `number` is the issue of an article, the number in the series of a book, else the number.
* Fields of databases (Web of Science, Scopus, ACM, DBLP, NASA's ADS) are understood; any other
  field is kept under its own name. `@comment` and `@preamble` are passed over.

Files: `writer` → `entry` (one record to one entry, on `fields`) → `types` (entry types and fields),
`words` (genres, languages, sort keys), `own_fields`, `extras`.

Known gaps: biblatex has no place for the site of a page that names its publisher too, nor for
volume and pages of a legal case: both are reported. Its types for films, songs and cases (`@movie`,
`@jurisdiction`) are not used, because Zotero leaves out entries of some of them; `entrysubtype`
says what they are. biblatex-gb7714-2015 uses `usera` to `userf` itself, so `extras` is not for it.
`@set` is a record of its own; `xref` is kept and not followed. biber's validation calls
a volume that is no whole number and a year in words (`in press`) invalid; both are written all the
same, for biblatex prints them.
"""

from __future__ import annotations

from litconv.formats.bibtex.reader import BibtexReader
from litconv.registry import Format, LazyWriter

_WRITER = "litconv.formats.bibtex.writer:BibtexWriter"

FORMATS = (
    Format(
        name="bibtex",
        title="BibTeX",
        extensions=(".bib",),
        aliases=("bib",),
        spec_url="https://ctan.org/pkg/bibtex",
        reader=BibtexReader("bibtex", sniffs=True),
        writer=LazyWriter(_WRITER, biblatex=False),
        plain_keys=True,
    ),
    Format(
        name="biblatex",
        title="biblatex",
        spec_url="https://ctan.org/pkg/biblatex",
        reader=BibtexReader("biblatex", sniffs=False),
        writer=LazyWriter(_WRITER, biblatex=True),
        plain_keys=True,
    ),
)
