"""RefWorks tagged, with the dialect of CNKI.

One `XX value` a line, tags of two signs (and `U10` to `U15`, `PMID`, `PMCID`); `RT` names the type
and starts a record. Tags are those of the RefWorks help, "RefWorks Tagged Format".

* `JF` is the journal, `JO` its short name (or the journal where there is no `JF`); `T2` the book
  or the proceedings, of whole works the series; beside a `JF` it is the conference.
* `SP` and `OP` are first and last page; CNKI has the whole range in `OP` (`OP 35-38+80`).
* CNKI: all authors in one `A1`, without a blank before Chinese (`A1虞某`), supervisors in `A3`,
  the degree in `CL`, 国内统一刊号 in `CN`; plain markup of formulas (see `text.chinese.databases`).

Known gaps: who belongs to which address, events, and facts without a tag are reported, or written
as `NO` with `--extras`. There are no escapes, so `--ascii` changes nothing.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="refworks",
        title="RefWorks tagged",
        shared_extensions=(".txt",),
        aliases=("refworks-tagged",),
        spec_url="https://www.refworks.com/refworks/help/RefWorks_Tagged_Format.htm",
        reader=LazyReader(
            "litconv.formats.refworks.reader:RefworksReader", "litconv.formats.refworks.sniff:sniff"
        ),
        writer=LazyWriter("litconv.formats.refworks.writer:RefworksWriter"),
    ),
)
