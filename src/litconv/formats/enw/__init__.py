"""EndNote tagged (.enw), with Refer and BibIX, from which it comes, and the dialect of CNKI.

One `%X value` a line. `%0` names the type and starts a record; Refer and BibIX have no `%0`, and a
blank line ends the record: the type then follows from the tags (`%J`: an article). Tags are those
of EndNote's import filter "EndNote Import" and refer(1).

Differences between programs that the reader knows:

* EndNote's columns mean other things in other types: `%B` is the series of a book and the
  conference of a paper whose proceedings are `%3`; `%Y` is the supervisor of a thesis; `%&` is the
  first page of an article; `%@` the number of a report or patent; `%V` and `%N` of a web page the
  date of access. bibutils (ACL Anthology) has proceedings in `%S` and their editors in `%Y`.
* `%R` is a DOI, in Zotero the kind of a thesis, in Refer the number of a report.
* CNKI closes each record by `%W CNKI`, has all authors in one `%A`, leaves the blank out
  (`%K关键词`), writes the university of a thesis as `%J` or `%I`, its degree as `%9`, the number of
  a patent or standard as `%@`, the kind of a standard as `%~`, 国内统一刊号 as `%L`.

The writer writes what EndNote imports: one value a line, a body's name with a comma behind it.

Known gaps: who belongs to which address, events, and roles that EndNote's type has no column for
are reported, or written as `%Z` with `--extras`. There are no escapes, so `--ascii` changes
nothing.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="enw",
        title="EndNote tagged",
        extensions=(".enw",),
        aliases=("refer", "endnote-tagged"),
        spec_url="https://en.wikipedia.org/wiki/Refer_(software)",
        reader=LazyReader(
            "litconv.formats.enw.reader:EnwReader", "litconv.formats.enw.lexer:looks_tagged"
        ),
        writer=LazyWriter("litconv.formats.enw.writer:EnwWriter"),
    ),
)
