"""MEDLINE: what its tags mean, both ways; its publication types are those of all PubMed."""

from __future__ import annotations

from typing import Final

from litconv.text.publication_types import (
    GENRES,
    JOURNAL_ARTICLE,
    PARTS_OF_BOOKS,
    STRONG,
    TYPE_OF,
    TYPES,
)

__all__ = [
    "GENRES",
    "JOURNAL_ARTICLE",
    "LOCATIONS",
    "ORDER",
    "PARTS_OF_BOOKS",
    "STAGES",
    "STRONG",
    "TEXTS",
    "TYPES",
    "TYPE_OF",
    "VARIABLES",
]

# Tag ↔ a field of the record that is one text.
TEXTS: Final = {
    "AB": "abstract",
    "EN": "edition",
    "PB": "publisher",
    "PL": "publisher_place",  # of journals the country
    "TA": "container_title_short",
}
# Tag ↔ a CSL variable that the model has no field for.
VARIABLES: Final = {
    "VTI": "volume-title",
}

# What a location (LID, AID) is, in brackets behind it ↔ scheme of the identifier.
LOCATIONS: Final = {
    "pii": "pii",
    "bookaccession": "bookaccession",
    "mid": "mid",
}

# PST ↔ the word for it; what is in print or online is published, and stays an extra field.
STAGES: Final = {"aheadofprint": "ahead of print"}

# The order of PubMed's own exports.
ORDER: Final = (
    *("PMID", "OWN", "STAT", "DRDT", "CDAT", "DA", "DCOM", "LR", "CI", "IS", "ISBN", "VI", "IP"),
    *("DP", "BTI", "CTI", "VTI", "TI", "PG", "LID", "AB", "OAB", "OABL", "CN", "FAU", "AU"),
    *("AUID", "AD", "FED", "ED", "LA", "SI", "GR", "PT", "EN", "PL", "PB", "TT", "DEP", "TA"),
    *("JT", "JID", "SB", "RN", "MH", "OTO", "OT", "COIS", "GN", "PMC", "PMCR", "OID", "EDAT"),
    *("MHDA", "CRDT", "PHST", "AID", "PST", "SO"),
)
