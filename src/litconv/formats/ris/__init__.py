"""RIS, the tagged format of reference managers: `TY  - JOUR` … `ER  - `.

Specification: the Reference Manager RIS format (2001) with the tags and types of its 2011
revision, where their meaning depends on the type as it does in EndNote and Zotero.

Reading takes what any program writes: a byte order mark, Ovid's `1.` before TY, one blank before
the hyphen, values wrapped without a tag, records without ER. What T2, JO, A2, SP, M1, CY mean
depends on the type and on the tags beside them (`titles`, `together`, `values`). Decisions:

* The year is that of PY; the day that of DA or Y1 where they agree with it, DA first: Atypon's
  sites have the day of the issue there, that of the first publication in Y1.
* UR stays the URL even where it is only the DOI as a link; without DO it gives the DOI too.
* A2 of a book is its series editor if it has a series (EndNote, Zotero), else its editor.
* T2 of a conference paper is the proceedings, unless C3 has them: then it is the meeting.
* PB of a case is its court, CSL's `authority`; a publisher of cases has no tag.
* AU of a film is its director (Zotero, citation-js), of a recording its author.
* A line without a tag goes on with a text, a title, an address, keywords or an unknown tag; below
  values of one line (`ONE_LINE` in `read_tags`) it is kept as `line` and reported.
* `AU  - Smith and Jones` may be two people or a body: Zotero keeps it whole, bibutils makes it
  `Jones, Smith and`. It is kept whole and reported.
* Tags that nothing is known about are kept and come back when RIS is written again.

What readers do with it decides how it is written (measured with 600 items in pandoc 3.9,
bibutils 7.2, citation-js, rispy, and after Zotero's RIS.js):

* The journal or book stands in `T2` (Zotero, pandoc, rispy) and again in `JF` (bibutils takes a
  lone `T2` for the short form). `JF`, not `JO`, because Zotero takes `JO` for the abbreviation.
* The proceedings of a meeting that has a name, `T2`, stand before it in `BT`: pandoc takes the
  first title. A post is a `BLOG`: of `ELEC` citation-js reads neither site nor date of access.
* A body is written with a comma behind it, `World Health Organization,`: pandoc and Zotero then
  keep it whole. bibutils splits it all the same; there is no form that cures it.
* `Family, Given, Jr.` is what the specification says; pandoc exchanges suffix and given name.
* Editors are `A2` where citation-js reads it (chapters, papers), `ED` elsewhere.
* `AD` is one line, affiliations joined by `; `: bibutils drops a second one with a warning.
* An article number is `C7`, and `SP` too where no page is known: pandoc and bibutils have no `C7`.
* arXiv's number is `M1  - arXiv:2101.00001` where the work has no other number and the type's `M1`
  means nothing else: bibutils knows it as arXiv's, citation-js as a number.
* A conference paper has `DA` even for a year alone, and its place in `C1` as well as `CY`:
  citation-js reads PY and CY as the year and place of the meeting.
* `UR` is the record's own URL; a DOI stands in `DO` only.

Known gaps: which author belongs to which affiliation, contributors other than those of `ROLES`,
dates of events and the like are no part of RIS: they are reported, or written as `N1` with
`--extras`. pandoc reads no day or month, no note, ISBN or translator from any RIS, a place in `PP`
alone, which no specification has; bibutils takes `Y2` for the month of issue; citation-js reads
days of newspapers, chapters and programs only where `Y1` stands for `PY`, and editors of books only
in `A3`, where pandoc does not. RIS has no escapes, so `--ascii` changes nothing.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="ris",
        title="RIS",
        extensions=(".ris",),
        spec_url="https://en.wikipedia.org/wiki/RIS_(file_format)",
        aliases=("refman",),
        reader=LazyReader(
            "litconv.formats.ris.reader:RisReader", "litconv.formats.ris.sniff:sniff"
        ),
        writer=LazyWriter("litconv.formats.ris.writer:RisWriter"),
    ),
)
