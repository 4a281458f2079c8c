"""The keys of a CSL-JSON item: which field of the model holds which, and what the others are.

Specification: CSL 1.0.2, appendix IV, with its schema `csl-data.json`. `csl.items.to_item` and
`csl.items.from_item` are the two directions and share these tables.
"""

from __future__ import annotations

from typing import Final

from litconv.model import IN_PERIODICALS, ItemType, Role
from litconv.text.crossref_types import CROSSREF_TYPES

CSLJSON: Final = "csljson"
"""The name of the format, as `Origin.format` has it."""

# Field of the model → variable of CSL, where both are one text.
TEXTS: Final = {
    "title": "title",
    "title_short": "title-short",
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "event_title": "event-title",
    "event_place": "event-place",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "url": "URL",
    "language": "language",
    "abstract": "abstract",
    "genre": "genre",
    "status": "status",
    "note": "note",
}
DATES: Final = {"issued": "issued", "accessed": "accessed", "event_date": "event-date"}
IDENTIFIERS: Final = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
NAME_PARTS: Final = {
    "family": "family",
    "given": "given",
    "particle": "non-dropping-particle",
    "dropping_particle": "dropping-particle",
    "suffix": "suffix",
}

# Other keys for the same thing: the first two are those of citeproc-js and Zotero, which the
# schema has too; `event` is the `event-title` of CSL 1.0.1.
ALIASES: Final = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "event": "event-title",
}

# Variables that no field of the model holds; records keep them in `extra`, called as here.
OTHER_TEXTS: Final = frozenset(
    """annote archive archive-place archive_collection archive_location authority call-number
    chapter-number citation-key citation-label citation-number collection-number dimensions division
    event first-reference-note-number journalAbbreviation jurisdiction locator medium
    number-of-volumes original-publisher original-publisher-place original-title page-first part
    part-title printing references reviewed-genre reviewed-title scale section shortTitle source
    supplement version volume-title volume-title-short year-suffix""".split()
)
# Those that another format may keep under their names: all but what cites a work or says again
# what a field says.
FOREIGN_TEXTS: Final = OTHER_TEXTS - frozenset(
    """citation-key citation-label citation-number event first-reference-note-number
    journalAbbreviation locator page-first references shortTitle year-suffix""".split()
)
OTHER_DATES: Final = frozenset(("available-date", "original-date", "submitted"))
# Not in the schema of 1.0.2, but a name variable to citeproc-js and its styles.
OTHER_NAMES: Final = frozenset(("editor-translator",))
# Texts that the model holds in another shape, kept as well when that shape says less.
RESHAPED_TEXTS: Final = frozenset(
    ("keyword", "ISBN", "ISSN", "number", "number-of-pages", "event-title")
)

DATE_VARIABLES: Final = frozenset(DATES.values()) | OTHER_DATES
NAME_VARIABLES: Final = frozenset(role.value for role in Role) | OTHER_NAMES

# What the schema allows inside a name and inside a date.
NAME_KEYS: Final = frozenset(
    (*NAME_PARTS.values(), "comma-suffix", "static-ordering", "literal", "parse-names")
)
DATE_KEYS: Final = frozenset(("date-parts", "season", "circa", "literal", "raw"))

# The types whose article number CSL keeps in `number`: APA prints it as "Article e0120513".
NUMBERED_ARTICLES: Final = IN_PERIODICALS

# Types by their names with hyphens, in small letters; Crossref answers requests for CSL-JSON
# with its own names of types.
TYPES: Final = CROSSREF_TYPES | {one.value.replace("_", "-"): one for one in ItemType}

# `keyword` is one text. A keyword may hold a comma ("schizophrenia, paranoid"); a semicolon is
# what every source of ours separates keywords with, so none can hold one.
KEYWORD_SEPARATOR: Final = "; "
