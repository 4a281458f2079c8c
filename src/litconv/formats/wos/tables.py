"""Web of Science: what its types and tags mean, both ways. Odd rows say where they come from."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType

# CSL type ↔ PT and DT.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: ("J", "Article"),
    ItemType.ARTICLE: ("J", "Preprint"),
    ItemType.BOOK: ("B", "Book"),
    ItemType.CHAPTER: ("B", "Article; Book Chapter"),
    ItemType.DATASET: ("J", "Data Set"),
    ItemType.PAPER_CONFERENCE: ("C", "Proceedings Paper"),
    ItemType.PATENT: ("P", "Patent"),
    ItemType.REPORT: ("B", "Report"),
    ItemType.REVIEW_BOOK: ("J", "Book Review"),
    ItemType.SOFTWARE: ("J", "Software"),
    ItemType.THESIS: ("B", "Dissertation/Thesis"),
}
# A word of DT that tells the type; those marked below tell it of works outside journals only.
TYPE_OF: Final = {
    "book": ItemType.BOOK,
    "book chapter": ItemType.CHAPTER,
    "book review": ItemType.REVIEW_BOOK,
    "conference paper": ItemType.PAPER_CONFERENCE,  # INSPEC
    "data set": ItemType.DATASET,  # Data Citation Index
    "data study": ItemType.DATASET,
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "dissertation/thesis": ItemType.THESIS,
    "meeting paper": ItemType.PAPER_CONFERENCE,  # BIOSIS
    "patent": ItemType.PATENT,
    "preprint": ItemType.ARTICLE,
    "proceedings paper": ItemType.PAPER_CONFERENCE,
    "report": ItemType.REPORT,
    "software": ItemType.SOFTWARE,
    "thesis": ItemType.THESIS,
    "thesis/dissertation": ItemType.THESIS,
}
OUTSIDE_JOURNALS: Final = frozenset(
    {ItemType.BOOK, ItemType.CHAPTER, ItemType.PAPER_CONFERENCE, ItemType.REPORT}
)
# Words of DT that say nothing a reader of the citation needs to know: no genre.
PLAIN: Final = frozenset(
    ("-", "article", "early access", "journal", "journal article", "journal paper", "review")
)
# Genres that stand in DT alone, not behind `Article`; the words of other databases for them.
GENRES: Final = frozenset(
    (
        "Bibliography",
        "Biographical-Item",
        "Correction",
        "Discussion",
        "Editorial Material",
        "Fiction, Creative Prose",
        "Letter",
        "Meeting Abstract",
        "News Item",
        "Note",
        "Poetry",
        "Reprint",
        "Retracted Publication",
        "Retraction",
    )
)
GENRE_ALIASES: Final = {
    "Editorial": "Editorial Material",
    "News": "News Item",
    "Published Erratum": "Correction",
    "Retraction of Publication": "Retraction",
}

# Tag ↔ field of the record that is one text.
TEXTS: Final = {
    "SE": "collection_title",
    "JI": "container_title_short",
    "CT": "event_title",
    "CL": "event_place",
    "PU": "publisher",
    "PI": "publisher_place",
    "AB": "abstract",
}
# Tag ↔ a CSL variable that the model has no field for.
VARIABLES: Final = {"SU": "supplement", "PN": "part"}
# Tag ↔ scheme of a subject.
SUBJECTS: Final = {"WC": "wos", "SC": "wos-area"}

# Prefixes of UT: the collections of the platform, and INSPEC's own exports.
ACCESSION: Final = frozenset(
    """WOS ISI BCI BIOSIS CABI CCC CSCD DIIDW DRCI FSTA GCI INSPEC KJD MEDLINE PPRN PQDT RSCI
    SCIELO ZOOREC""".split()
)
KEY: Final = "KEY"
"""The prefix of UT that stands before a citation key."""

SEASONS: Final = {1: "SPR", 2: "SUM", 3: "FAL", 4: "WIN"}

# Tags whose values are lists, one entry a line; all others have one value.
LISTS: Final = frozenset("AU AF BA BF BE ED CA C1 CR OI SN NT DT".split())

# The order of the database's own exports; LB and NT are not among its tags.
ORDER: Final = tuple(
    """PT AU BA AF BF CA GP BE TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU FX
    CR NR TC Z9 U1 U2 PU PI PA SN EI BN J9 JI PD PY VL IS PN SU SI MA BP EP AR DI DL D2 EA PG WC
    SC GA UT PM Z1 OA HC HP DA LB NT""".split()
)


def document_type(type_: ItemType, genre: str) -> str:
    """Give DT: the word for a type, with the genre; `Article` where there is none."""
    plain = TYPES.get(type_, TYPES[ItemType.ARTICLE_JOURNAL])[1]
    genre = GENRE_ALIASES.get(genre, genre)
    if not genre:
        return plain
    if genre in GENRES and "Article" in plain:
        return plain.replace("Article", genre)
    return f"{plain}; {genre}"


def publication_type(type_: ItemType) -> str:
    """Give PT for a type."""
    return TYPES.get(type_, TYPES[ItemType.ARTICLE_JOURNAL])[0]


_TYPES_OF_PT: Final = {
    "B": ItemType.BOOK,
    "C": ItemType.PAPER_CONFERENCE,
    "D": ItemType.DATASET,
    "S": ItemType.CHAPTER,
}


def type_of(published: str, types: list[ItemType]) -> ItemType:
    """Give the type of PT and the words of DT: in a journal, `Proceedings Paper` is an article.

    `J` journal, `B` book, `S` series, `C` conference, `P` patent, `D` data set.
    """
    if published == "P":
        return ItemType.PATENT
    if published not in {"B", "S", "C"}:
        types = [one for one in types if one not in OUTSIDE_JOURNALS or not published]
    for wanted in (ItemType.PAPER_CONFERENCE, ItemType.CHAPTER):
        if wanted in types:
            return wanted
    if types:
        return types[0]
    return _TYPES_OF_PT.get(published, ItemType.ARTICLE_JOURNAL)


# The tags of a title, and of what starts a record: to tell two that ran together.
TITLES: Final = frozenset({"TI"})
BEGINS: Final = frozenset({"PT"})
