"""The publication types of PubMed, as its MEDLINE and XML formats have them, to CSL's types.

Source: NLM's list of publication types (MeSH, tree V).
"""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType

# CSL type ↔ PT. Each PT reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "Journal Article",
    ItemType.ARTICLE: "Preprint",
    ItemType.ARTICLE_NEWSPAPER: "Newspaper Article",
    ItemType.BOOK: "Book",
    ItemType.BROADCAST: "Webcast",
    ItemType.CHAPTER: "Book Chapter",
    ItemType.COLLECTION: "Collected Work",
    ItemType.DATASET: "Dataset",
    ItemType.ENTRY_DICTIONARY: "Dictionary",
    ItemType.ENTRY_ENCYCLOPEDIA: "Encyclopedia",
    ItemType.FIGURE: "Pictorial Work",
    ItemType.GRAPHIC: "Drawing",
    ItemType.INTERVIEW: "Interview",
    ItemType.LEGAL_CASE: "Legal Case",
    ItemType.LEGISLATION: "Legislation",
    ItemType.MANUSCRIPT: "Unpublished Work",
    ItemType.MAP: "Map",
    ItemType.MOTION_PICTURE: "Video-Audio Media",
    ItemType.PAMPHLET: "Pamphlet",
    ItemType.PAPER_CONFERENCE: "Congress",
    ItemType.PATENT: "Patent",
    ItemType.PERIODICAL: "Periodical",
    ItemType.PERSONAL_COMMUNICATION: "Personal Correspondence",
    ItemType.REPORT: "Technical Report",
    ItemType.REVIEW_BOOK: "Book Review",
    ItemType.SOFTWARE: "Software",
    ItemType.SPEECH: "Lecture",
    ItemType.THESIS: "Academic Dissertation",
    ItemType.WEBPAGE: "Web Archive",
}
# What else tells the type. Those of meetings and reports describe journal articles as well.
ALSO_READ: Final = {
    "Academic Dissertations": ItemType.THESIS,
    "Address": ItemType.SPEECH,
    "Book Chapters": ItemType.CHAPTER,
    "Books": ItemType.BOOK,
    "Clinical Conference": ItemType.PAPER_CONFERENCE,
    "Congresses": ItemType.PAPER_CONFERENCE,
    "Consensus Development Conference": ItemType.PAPER_CONFERENCE,
    "Consensus Development Conference, NIH": ItemType.PAPER_CONFERENCE,
    "Monograph": ItemType.BOOK,
    "Thesis": ItemType.THESIS,
    "Preprints": ItemType.ARTICLE,
}
TYPE_OF: Final = {
    tag.casefold(): type_
    for tag, type_ in ({tag: type_ for type_, tag in TYPES.items()} | ALSO_READ).items()
}
JOURNAL_ARTICLE: Final = TYPES[ItemType.ARTICLE_JOURNAL].casefold()
# Types that hold although PubMed calls the work a journal article too.
STRONG: Final = frozenset({ItemType.ARTICLE, ItemType.ARTICLE_NEWSPAPER, ItemType.CHAPTER})
# Types that a work in a journal has only if nothing says that it is an article.
PARTS_OF_BOOKS: Final = frozenset({ItemType.CHAPTER, ItemType.BOOK})

# PT that says what a reader of the citation should know. All others (Review, Clinical Trial,
# Research Support …) class the research; citation styles would print them.
GENRES: Final = {
    name.casefold(): name
    for name in (
        "Comment",
        "Corrected and Republished Article",
        "Editorial",
        "Expression of Concern",
        "Letter",
        "News",
        "Published Erratum",
        "Retraction of Publication",
    )
}
