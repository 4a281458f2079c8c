"""RefWorks tagged: what types and tags mean. Odd rows say which program they come from."""

from __future__ import annotations

from typing import Final

from litconv.model import IN_PERIODICALS, WHOLE_WORKS, ItemType, Role

# CSL type ↔ RT. Each RT reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "Journal Article",
    ItemType.ARTICLE_MAGAZINE: "Magazine Article",
    ItemType.ARTICLE_NEWSPAPER: "Newspaper Article",
    ItemType.BILL: "Bills/Resolutions",
    ItemType.BOOK: "Book, Whole",
    ItemType.CHAPTER: "Book, Section",
    ItemType.DOCUMENT: "Generic",
    ItemType.GRAPHIC: "Artwork",
    ItemType.HEARING: "Hearing",
    ItemType.LEGAL_CASE: "Case/Court Decisions",
    ItemType.LEGISLATION: "Laws/Statutes",
    ItemType.MANUSCRIPT: "Unpublished Material",
    ItemType.MAP: "Map",
    ItemType.MOTION_PICTURE: "Motion Picture",
    ItemType.MUSICAL_SCORE: "Music Score",
    ItemType.PAPER_CONFERENCE: "Conference Proceedings",
    ItemType.PATENT: "Patent",
    ItemType.PERSONAL_COMMUNICATION: "Personal Communication",
    ItemType.POST: "Online Discussion Forum/Blogs",
    ItemType.REPORT: "Report",
    ItemType.SOFTWARE: "Computer Program",
    ItemType.SONG: "Sound Recording",
    ItemType.THESIS: "Dissertation/Thesis",
    ItemType.WEBPAGE: "Web Page",
    # No type of their own in RefWorks: the nearest one, and the type is reported as not written.
    ItemType.ARTICLE: "Unpublished Material",
    ItemType.BROADCAST: "Motion Picture",
    ItemType.CLASSIC: "Book, Whole",
    ItemType.COLLECTION: "Book, Whole",
    ItemType.DATASET: "Generic",
    ItemType.ENTRY: "Book, Section",
    ItemType.ENTRY_DICTIONARY: "Book, Section",
    ItemType.ENTRY_ENCYCLOPEDIA: "Book, Section",
    ItemType.EVENT: "Generic",
    ItemType.FIGURE: "Artwork",
    ItemType.INTERVIEW: "Personal Communication",
    ItemType.PAMPHLET: "Book, Whole",
    ItemType.PERFORMANCE: "Generic",
    ItemType.PERIODICAL: "Generic",
    ItemType.POST_WEBLOG: "Online Discussion Forum/Blogs",
    ItemType.REGULATION: "Laws/Statutes",
    ItemType.REVIEW: "Journal Article",
    ItemType.REVIEW_BOOK: "Journal Article",
    ItemType.SPEECH: "Generic",
    ItemType.STANDARD: "Generic",
    ItemType.TREATY: "Laws/Statutes",
}
_ALSO_READ: Final = {
    "abstract": ItemType.ARTICLE_JOURNAL,
    "bill": ItemType.BILL,
    "blog": ItemType.POST_WEBLOG,
    "book": ItemType.BOOK,  # the RefWorks of today
    "book chapter": ItemType.CHAPTER,
    "book section": ItemType.CHAPTER,
    "book, chapter": ItemType.CHAPTER,
    "book, edited": ItemType.BOOK,
    "conference paper": ItemType.PAPER_CONFERENCE,
    "conference proceeding": ItemType.PAPER_CONFERENCE,  # CNKI
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "dissertation/thesis, unpublished": ItemType.THESIS,
    "grant": ItemType.DOCUMENT,
    "journal": ItemType.ARTICLE_JOURNAL,
    "journal, electronic": ItemType.ARTICLE_JOURNAL,
    "monograph": ItemType.BOOK,
    "newspaper": ItemType.ARTICLE_NEWSPAPER,
    "online discussion forum": ItemType.POST,
    "resolution": ItemType.BILL,
    "standard": ItemType.STANDARD,  # CNKI
    "thesis": ItemType.THESIS,
    "unpublished": ItemType.MANUSCRIPT,
    "video": ItemType.MOTION_PICTURE,
    "video/ dvd": ItemType.MOTION_PICTURE,
    "video/dvd": ItemType.MOTION_PICTURE,
    "website": ItemType.WEBPAGE,
}
TYPE_OF: Final = {tag.lower(): type_ for type_, tag in reversed(TYPES.items())} | _ALSO_READ

JOURNAL_TYPES: Final = IN_PERIODICALS
"""Their container is JF; that of all others T2."""
WHOLE_TYPES: Final = WHOLE_WORKS | {ItemType.COLLECTION, ItemType.THESIS}
"""Whole works: T2 is their series, a lone number in SP their page count."""
NUMBERED_TYPES: Final = frozenset(
    {ItemType.REPORT, ItemType.PATENT, ItemType.STANDARD, ItemType.BILL, ItemType.LEGISLATION}
)
"""IS is the work's own number."""

# Field ↔ tag, where both are one text, whatever the type.
TEXTS: Final = {
    "title": "T1",
    "title_short": "ST",
    "container_title_short": "JO",
    "publisher": "PB",
    "publisher_place": "PP",
    "edition": "ED",
    "url": "UL",
    "abstract": "AB",
}
# CSL variables that records keep as extra ↔ tag.
VARIABLES: Final = {
    "source": "DS",
    "call-number": "CN",
    "original-title": "OT",
    "available-date": "WP",
    "version": "WV",
}
ROLES: Final = {
    Role.AUTHOR: "A1",
    Role.EDITOR: "A2",
    Role.COLLECTION_EDITOR: "A3",
    Role.TRANSLATOR: "A4",
    Role.COMPILER: "A5",
}
ROLE_OF: Final = {tag: role for role, tag in ROLES.items()} | {"A6": Role.EDITOR}  # of a website

# The order of RefWorks' own export.
ORDER: Final = (
    *("RT", "ID", "A1", "T1", "ST", "JF", "JO", "YR", "FD", "VO", "IS", "SP", "OP", "K1", "AB"),
    *("NO", "A2", "T2", "ED", "PB", "PP", "A3", "A4", "A5", "T3", "SN", "AD", "AN", "LA", "CL"),
    *("OT", "UL", "DO", "CN", "DS", "RD", "WT", "WV", "WP", "PMID", "PMCID"),
)
KNOWN: Final = frozenset(
    (*ORDER, *"SR A6 AV SF LK DB IP SL LL CR CA OL AP TA TI AU PY VL EP JA UR".split())
)
