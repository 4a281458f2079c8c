"""RIS: what its types and tags mean, both ways. Odd rows say which program they come from."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType, Role

# CSL type ↔ TY. Each TY reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "JOUR",
    ItemType.ARTICLE_MAGAZINE: "MGZN",
    ItemType.ARTICLE_NEWSPAPER: "NEWS",
    ItemType.BILL: "BILL",
    ItemType.BOOK: "BOOK",
    ItemType.CHAPTER: "CHAP",
    ItemType.CLASSIC: "CLSWK",
    ItemType.DATASET: "DATA",
    ItemType.DOCUMENT: "GEN",
    ItemType.ENTRY_DICTIONARY: "DICT",
    ItemType.ENTRY_ENCYCLOPEDIA: "ENCYC",
    ItemType.FIGURE: "FIGURE",
    ItemType.GRAPHIC: "ART",
    ItemType.HEARING: "HEAR",
    ItemType.LEGAL_CASE: "CASE",
    ItemType.LEGISLATION: "STAT",
    ItemType.MANUSCRIPT: "UNPB",  # what Zotero writes; bibutils does not know MANSCPT
    ItemType.MAP: "MAP",
    ItemType.MOTION_PICTURE: "MPCT",
    ItemType.MUSICAL_SCORE: "MUSIC",
    ItemType.PAMPHLET: "PAMP",
    ItemType.PAPER_CONFERENCE: "CONF",  # what Zotero writes; bibutils does not know CPAPER
    ItemType.PATENT: "PAT",
    ItemType.PERIODICAL: "JFULL",
    ItemType.PERSONAL_COMMUNICATION: "PCOMM",
    ItemType.POST_WEBLOG: "BLOG",
    ItemType.REGULATION: "LEGAL",  # "legal rule or regulation"; pandoc reads a case
    ItemType.REPORT: "RPRT",
    ItemType.SOFTWARE: "COMP",
    ItemType.SONG: "SOUND",
    ItemType.SPEECH: "SLIDE",  # what Zotero and EndNote call a presentation
    ItemType.STANDARD: "STAND",
    ItemType.THESIS: "THES",
    ItemType.WEBPAGE: "ELEC",
    # No type of their own in RIS: the nearest one, and the type is reported as not written.
    ItemType.ARTICLE: "UNPB",  # a preprint: nothing in RIS says that an article is not in print
    ItemType.BROADCAST: "VIDEO",
    ItemType.COLLECTION: "GEN",
    ItemType.ENTRY: "ENCYC",
    ItemType.EVENT: "GEN",
    ItemType.INTERVIEW: "PCOMM",
    ItemType.PERFORMANCE: "GEN",
    ItemType.POST: "ELEC",
    ItemType.REVIEW: "JOUR",
    ItemType.REVIEW_BOOK: "JOUR",
    ItemType.TREATY: "LEGAL",
}
# What other programs write, beside the types above.
ALSO_READ: Final = {
    "CPAPER": ItemType.PAPER_CONFERENCE,  # the paper in the 2011 revision, where CONF is the whole
    "EBOOK": ItemType.BOOK,  # EndNote
    "ECHAP": ItemType.CHAPTER,  # EndNote
    "EDBOOK": ItemType.BOOK,  # EndNote: a book whose A2 is no series editor but the editor
    "EJOUR": ItemType.ARTICLE_JOURNAL,  # EndNote
    "ICOMM": ItemType.PERSONAL_COMMUNICATION,  # Zotero: e-mail
    "INPR": ItemType.ARTICLE_JOURNAL,  # in press (2001)
    "MANSCPT": ItemType.MANUSCRIPT,  # EndNote
    "VIDEO": ItemType.MOTION_PICTURE,  # film on tape: what Zotero means by it
    "WEB": ItemType.WEBPAGE,  # EndNote
}
TYPE_OF: Final = {tag: type_ for type_, tag in reversed(TYPES.items())} | ALSO_READ

# Fields that are one text under one tag, whatever the type.
TEXTS: Final = {
    "title": "TI",
    "title_short": "ST",
    "container_title_short": "J2",
    "publisher": "PB",
    "volume": "VL",
    "issue": "IS",
    "edition": "ET",
    "url": "UR",
    "language": "LA",
    "abstract": "AB",
    "genre": "M3",  # "type of work"; Ovid and some publishers put a DOI here
}

JOURNAL_TYPES: Final = frozenset({"JOUR", "MGZN", "NEWS"})
# Whole works: T2 is their series, SP their page count.
BOOK_TYPES: Final = frozenset({"BOOK", "CLSWK", "RPRT", "THES", "PAMP", "COMP", "MAP"})
# SN is the work's own number.
NUMBERED_TYPES: Final = frozenset({"RPRT", "PAT", "STAND"})
CONFERENCE: Final = "CONF"

# The order in which a person reads a reference; TY is first and ER last by the specification.
ORDER: Final = (
    *("TY", "ID", "AU", "A2", "ED", "A3", "A4", "AD", "TI", "ST", "TT", "T2", "JF", "J2", "C3"),
    *("T3", "PY", "DA", "ET", "VL", "IS", "M1", "SP", "EP", "C7", "PB", "CY", "C1", "SN", "M3"),
    *("DO", "UR", "Y2", "AN", "C2", "KW", "AB", "LA", "N1"),
)

# Role ↔ tag; the second table goes before the first for its types.
ROLES: Final = {
    Role.AUTHOR: "AU",
    Role.EDITOR: "A2",
    Role.COLLECTION_EDITOR: "A3",
    Role.TRANSLATOR: "A4",
}
ROLES_OF_TYPE: Final = {
    # A2 of a book is its series editor in Zotero and EndNote; ED (2001) is its editor to all.
    **{tag: {Role.EDITOR: "ED", Role.COLLECTION_EDITOR: "A2"} for tag in BOOK_TYPES},
    "MPCT": {Role.DIRECTOR: "AU", Role.AUTHOR: "A2"},
    "PCOMM": {Role.RECIPIENT: "A2"},
    "SOUND": {Role.COMPOSER: "AU", Role.PERFORMER: "A2"},
    "MUSIC": {Role.COMPOSER: "AU"},
}

SEASONS: Final = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}
