"""EndNote XML: what EndNote, Zotero, Bookends, Papers and Mendeley export as `.xml`.

Specification: EndNote's `RSXML.dtd` and its reference type table, which says what a field means
in each type: the secondary title is the journal, the book's title, the series or the conference.

* Every value may stand in `<style>` runs; italic, bold, raised and lowered runs of titles become
  CSL's HTML (`<i>`, `<b>`, `<sup>`, `<sub>`), other faces (underline, symbol) say nothing.
* `&#xD;` is a line break that is meant: several affiliations, ISSNs, notes. Breaks of the layout
  are blanks.
* Journal articles: `edition` is the day of publication ahead of print (EndNote's PubMed filter);
  `custom2` the PMCID; `custom5` Embase's PMID; `custom7` the article number.
* `isbn` of reports, patents and standards is their number; `pages` of a book is how many it has.
* `accession-num` is a PMID only where provider, database or a link says PubMed.
* `label` is the citation key if it can be one: no blanks, not digits alone.
* `rec-number`, `caption`, the other custom fields and what else has no field are kept
  as extra fields under the element's name. `database`, `source-app` and `foreign-keys` describe
  the library the record lay in, not the work, and are left out.

The writer is for EndNote, Zotero, Rayyan and Covidence: one `<style>` run a value, a journal in
`secondary-title` and in `periodical`, a body's name with a comma behind it, a PMID as the
`accession-num` of the provider NLM, a book made by editors alone as "Edited Book". Elements of
this format that were kept are written as they were. With `--extras` other facts are lines of
`notes`; `--ascii` changes nothing.

Known gaps: attributes (`database path`, `author role`) are not read; underlining is lost.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="endnotexml",
        title="EndNote XML",
        shared_extensions=(".xml",),
        aliases=("endnote-xml",),
        spec_url="https://support.clarivate.com/Endnote/s/article/EndNote-XML-Document-Type-Definition",
        reader=LazyReader(
            "litconv.formats.endnotexml.reader:EndNoteXmlReader",
            "litconv.formats.endnotexml.sniff:sniff",
        ),
        writer=LazyWriter("litconv.formats.endnotexml.writer:EndNoteXmlWriter"),
    ),
)
