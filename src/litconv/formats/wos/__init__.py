"""Web of Science's tagged format (`.ciw`, `.isi`, plain text): `FN …`, `PT J` … `ER`, `EF`.

Specification: Clarivate, "Web of Science Core Collection Field Tags" and those of the other
collections (https://webofscience.help.clarivate.com/en-us/Content/wos-core-collection/woscc-field-tags.html):
a tag of two signs, a blank, the value, which goes on in lines indented by three blanks. Lists
(`AU`, `AF`, `CR`, `C1`) have one entry a line, texts (`TI`, `AB`, `DE`) are wrapped anywhere.

What the reader knows beside it, from the files that exist:

* A record ends in `ER`, at the next `PT`, or at the end of the file; `DT` may stand before `PT`.
* `AF` has the full names of the people in `AU`, in the same order, and counts; `C1` and `OI` name
  them in one of the two forms.
* In a journal (`PT J`), `Proceedings Paper` says where a paper was read: it is an article. In
  books and series it is a conference paper.
* `DT` becomes the genre where a reader of a citation should know it (Letter, Editorial Material),
  not where it classes articles (Review): styles print a genre.
* Keywords are `DE` and `ID`; `ID` (KeyWords Plus) is kept as an extra field too, to be written
  as such again. Capitals of `SO` stay: the case is repaired after reading.
* `CR` become listed works (`--include references`); their text is in their origin.
* `UT WOS:000…` is an identifier of the scheme `WOS`, `UT MEDLINE:123` a PMID.
* INSPEC and MEDLINE exports have `PS 467-72`, `PD 04 2006`, authors `A; B` in one line; CSCD, KCI
  and SciELO have a second title in `Z1`, `X1`, `Y1`.
* Other tags (`RP`, `FU`, `U1` …) are kept under their names and come back when written.

The writer is for CiteSpace and VOSviewer:

* VOSviewer reads PT, AU, AF, TI, SO, DE, ID, AB, C1, CR, TC, PY, DI, UT; links of citation come
  from CR with author, year, volume, page or DOI.
* CiteSpace wants a header (`FN`, `VR`), `PT` to `ER`, UT, one CR a line; it takes country and
  institution from `C1 [Alder, B.] Univ X, City, Country.` and subjects from WC and SC.
* Values are one line each, lists one entry a line; UTF-8 without a byte order mark.
* The citation key is `UT KEY:alder2001` for want of an accession number, else `LB`; notes are
  `NT`. Neither tag is the database's; both programs pass over them.

Known gaps: Derwent's patents are read for title, inventors and number; group authors of books
(`GP`) are extra fields. There are no escapes: `--ascii` changes nothing.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="wos",
        title="Web of Science",
        extensions=(".ciw", ".isi"),
        shared_extensions=(".txt",),
        aliases=("isi", "ciw"),
        spec_url=(
            "https://webofscience.help.clarivate.com/en-us/Content/"
            "wos-core-collection/woscc-field-tags.html"
        ),
        reader=LazyReader(
            "litconv.formats.wos.reader:WosReader", "litconv.formats.wos.blocks:sniff_wos"
        ),
        writer=LazyWriter("litconv.formats.wos.writer:WosWriter"),
    ),
)
