"""RIS, the tagged format of reference managers: `TY  - JOUR` … `ER  - `.

Specification: the Reference Manager RIS format (2001) with the tags and types of its 2011
revision, where their meaning depends on the type as it does in EndNote and Zotero.

What readers do with it decides the odd rows (measured with pandoc 3.9, bibutils 7.2, rispy):

* The journal stands in `T2` (Zotero, pandoc, rispy) and again in `JF` (bibutils takes a lone
  `T2` for the short form). `JF`, not `JO`, because Zotero takes `JO` for the abbreviation.
* A body is written with a comma behind it, `World Health Organization,`: pandoc and Zotero then
  keep it whole. bibutils splits it all the same; there is no form that cures it.
* `Family, Given, Jr.` is what the specification says; pandoc exchanges suffix and given name.
* `AD` is one line, affiliations joined by `; `: bibutils drops a second one with a warning.
* An article number is `C7`, and `SP` too where no page is known: pandoc and bibutils have no `C7`.
* `UR` is the record's own URL; a DOI stands in `DO` only.

Known gaps: reading is not there yet. Which author belongs to which affiliation, contributors
other than those of `ROLES`, dates of events and the like are no part of RIS: they are reported,
or written as `N1` with `--extras`. RIS has no escapes, so `--ascii` changes nothing.
"""

from __future__ import annotations

from litconv.formats.ris.writer import RisWriter
from litconv.registry import Format

FORMATS = (
    Format(
        name="ris",
        title="RIS",
        extensions=(".ris",),
        spec_url="https://en.wikipedia.org/wiki/RIS_(file_format)",
        writer=RisWriter(),
    ),
)
