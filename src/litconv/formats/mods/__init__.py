"""MODS, the Metadata Object Description Schema of libraries and repositories: `<mods>`.

Specification: Library of Congress, MODS 3.0 to 3.8 (https://www.loc.gov/standards/mods/). It is
what catalogues, DSpace, Islandora and DiVA give away, what Zotero exports and what bibutils
translates through.

* Elements may have any prefix, or none; a `modsCollection` holds records.
* A title is put together: nonSort, title, subTitle, partNumber, partName. Translated titles are
  known, alternative and uniform ones are kept as `title-alternative` and `title-uniform`.
* Roles are MARC relators as codes or terms, those of unknown ones are the tags of extra fields.
  Who grants a degree is the publisher, who supervises a thesis a note.
* `relatedItem type="host"` is the container with volume, issue and pages; `series` the collection.
  Other related items are kept under their type, by title.
* bibutils calls the series of a book or report its host, too: one of which nothing is said but
  the title. `detail type="number"` is then the number in the series, of a report its own.
* The type is told by genre (marcgt, bibutils, Zotero), then by the host's, then by
  typeOfResource, then by issuance.
* bibutils' citation key (`ID`, `identifier type="citekey"`) is the record's.
* What has no field is kept as an extra field under the element's own name (recordInfo too).

Known gaps: subjects are keywords whatever they are about; attributes that qualify a value
(`displayLabel`, `transliteration`) are not read.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="mods",
        title="MODS",
        extensions=(".mods",),
        shared_extensions=(".xml",),
        spec_url="https://www.loc.gov/standards/mods/",
        reader=LazyReader(
            "litconv.formats.mods.reader:ModsReader", "litconv.formats.mods.sniff:sniff"
        ),
    ),
)
