"""MEDLINE as PubMed exports it (`.nbib`, "PubMed format"): `PMID- 12345678` … blank line.

Specification: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions"
(https://www.nlm.nih.gov/bsd/mms/medlineelements.html): a tag of up to four letters, filled up to
four columns, a hyphen and a blank; long values go on in lines indented by six blanks.

What the reader knows beside it, from the files that exist:

* `PMID-` starts a record, and so does a first tag behind a blank line (PubMed Central begins
  with `PMC`); a blank line inside a record does not end it.
* `FAU` is the full name and `AU` the same one in short; `AU` counts where there is no `FAU`.
  `AD`, `AUID` belong to the person or group before them.
* The full stop that ends a title is the database's. `TI  - [Translated].` with `TT` is a title
  in its own language and the translated one; without `TT` the brackets stay.
* `TI` more than once is one title in parts.
* The stars of MeSH (`*history`: a main topic) are no part of the keyword.
* Only types that a reader of a citation should know (Editorial, Letter) become the genre; the
  other `PT` (Review, Clinical Trial) are kept as extra fields, because styles print a genre.
* What records say about themselves (`OWN`, `EDAT`, `GR`, `SO` …) is kept under its own tag, and
  comes back when the same format is written. `SO` and `DEP` are read where the fields they
  repeat are missing.

The writer is for the PubMed import filters of EndNote, Zotero, Mendeley and JabRef: they take
`FAU` before `AU`, `JT` before `TA`, keywords from `OT`, the DOI from `LID … [doi]`; they do not
need lines to be wrapped, so values are one line each. The citation key, which MEDLINE has no tag
for, is `OID - KEY: alder2001`, the form of other suppliers' identifiers.

Known gaps: Ovid's MEDLINE files have the same tags in other forms and are another format;
investigators (`IR`, `FIR`) are extra fields. There are no escapes: `--ascii` changes nothing.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="nbib",
        title="PubMed (MEDLINE)",
        extensions=(".nbib",),
        shared_extensions=(".txt",),
        aliases=("medline",),
        spec_url="https://www.nlm.nih.gov/bsd/mms/medlineelements.html",
        reader=LazyReader(
            "litconv.formats.nbib.reader:NbibReader", "litconv.formats.nbib.blocks:sniff_medline"
        ),
        writer=LazyWriter("litconv.formats.nbib.writer:NbibWriter"),
    ),
)
