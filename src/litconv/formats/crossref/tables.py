"""Crossref: its keys, what they mean, and which of them say nothing about the work."""

from __future__ import annotations

from typing import Final

from litconv.model import Role

# Types that say more than CSL's: kept as the genre.
GENRES: Final = {"component": "component", "grant": "grant", "database": "database"}

ROLES: Final = {
    "author": Role.AUTHOR,
    "editor": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "chair": Role.CHAIR,
}

# Key → field of `Record`, where the key is one text or a list whose first text counts.
TEXTS: Final = {
    "publisher": "publisher",
    "publisher-location": "publisher_place",
    "URL": "url",
}
NUMBERS: Final = ("volume", "issue", "edition-number")

# Dates by what they mean to a reader; the first that is there counts.
DATES: Final = ("published-print", "published", "issued", "published-online", "posted", "approved")
# The earliest of the others, worked out by Crossref: no facts of their own.
COMPUTED: Final = frozenset({"published", "issued"})

# Keys that are named like a variable of CSL that means something else.
RENAMED: Final = {"archive": "preserved-by"}  # CLOCKSS, Portico: nothing a reader has to visit

# Keys that are about Crossref's record and not about the work, and those that repeat another key.
IGNORED: Final = frozenset(
    "indexed deposited created score member prefix source reference-count references-count "
    "content-domain resource original-type type subtype title subtitle short-title language "
    "journal-issue issn-type isbn-type is-referenced-by-count reference abstract event page "
    "article-number DOI ISSN ISBN container-title short-container-title original-title degree "
    "institution report-number number group-title subject alternative-id special_numbering "
    "component-number part-number".split()
) | {*TEXTS, *NUMBERS, *DATES, *ROLES}
