"""Which entry type and which fields a record has in BibTeX and in biblatex.

`bibtex` keeps to the fourteen types that the standard styles know and writes any field: BibTeX
ignores those it does not know. `biblatex` writes only what biber's data model has for the type
(its default model, version 2.18 and later), so that `biber --validate-datamodel` is content.
"""

from __future__ import annotations

from typing import Final

from litconv.formats.bibtex.words import in_chinese, is_masters
from litconv.model import ItemType, Record, Role

# CSL type → (BibTeX, biblatex). `entry_type` has the cases that depend on the record.
TYPES: Final[dict[ItemType, tuple[str, str]]] = {
    ItemType.ARTICLE: ("misc", "online"),  # a preprint
    ItemType.ARTICLE_JOURNAL: ("article", "article"),
    ItemType.ARTICLE_MAGAZINE: ("article", "article"),
    ItemType.ARTICLE_NEWSPAPER: ("article", "article"),
    ItemType.BILL: ("misc", "misc"),
    ItemType.BOOK: ("book", "book"),
    ItemType.BROADCAST: ("misc", "misc"),
    ItemType.CHAPTER: ("incollection", "incollection"),
    ItemType.CLASSIC: ("book", "book"),
    ItemType.COLLECTION: ("misc", "misc"),  # of an archive; biblatex's collection is a book
    ItemType.DATASET: ("misc", "dataset"),
    ItemType.DOCUMENT: ("misc", "misc"),
    ItemType.ENTRY: ("incollection", "inreference"),
    ItemType.ENTRY_DICTIONARY: ("incollection", "inreference"),
    ItemType.ENTRY_ENCYCLOPEDIA: ("incollection", "inreference"),
    ItemType.EVENT: ("misc", "misc"),
    ItemType.FIGURE: ("misc", "misc"),
    ItemType.GRAPHIC: ("misc", "misc"),
    ItemType.HEARING: ("misc", "misc"),
    ItemType.INTERVIEW: ("misc", "misc"),
    ItemType.LEGAL_CASE: ("misc", "misc"),
    ItemType.LEGISLATION: ("misc", "misc"),
    ItemType.MANUSCRIPT: ("unpublished", "unpublished"),
    ItemType.MAP: ("misc", "misc"),
    ItemType.MOTION_PICTURE: ("misc", "misc"),
    ItemType.MUSICAL_SCORE: ("misc", "misc"),
    ItemType.PAMPHLET: ("booklet", "booklet"),
    ItemType.PAPER_CONFERENCE: ("inproceedings", "inproceedings"),
    ItemType.PATENT: ("misc", "patent"),
    ItemType.PERFORMANCE: ("misc", "misc"),
    ItemType.PERIODICAL: ("misc", "periodical"),
    ItemType.PERSONAL_COMMUNICATION: ("misc", "misc"),
    ItemType.POST: ("misc", "online"),
    ItemType.POST_WEBLOG: ("misc", "online"),
    ItemType.REGULATION: ("misc", "misc"),
    ItemType.REPORT: ("techreport", "report"),
    ItemType.REVIEW: ("article", "article"),
    ItemType.REVIEW_BOOK: ("article", "article"),
    ItemType.SOFTWARE: ("misc", "software"),
    ItemType.SONG: ("misc", "misc"),
    ItemType.SPEECH: ("misc", "unpublished"),  # the type with event and venue
    ItemType.STANDARD: ("misc", "manual"),  # the type with number and publisher
    ItemType.THESIS: ("phdthesis", "thesis"),
    ItemType.TREATY: ("misc", "misc"),
    ItemType.WEBPAGE: ("misc", "online"),
}

# The CSL type that an entry type says by itself; every other one is named in `entrysubtype`.
MEANS: Final = {
    "article": ItemType.ARTICLE_JOURNAL,
    "book": ItemType.BOOK,
    "booklet": ItemType.PAMPHLET,
    "collection": ItemType.BOOK,
    "dataset": ItemType.DATASET,
    "inbook": ItemType.CHAPTER,
    "incollection": ItemType.CHAPTER,
    "inproceedings": ItemType.PAPER_CONFERENCE,
    "inreference": ItemType.ENTRY,
    "mastersthesis": ItemType.THESIS,
    "misc": ItemType.DOCUMENT,
    "online": ItemType.WEBPAGE,
    "patent": ItemType.PATENT,
    "periodical": ItemType.PERIODICAL,
    "phdthesis": ItemType.THESIS,
    "report": ItemType.REPORT,
    "software": ItemType.SOFTWARE,
    "techreport": ItemType.REPORT,
    "thesis": ItemType.THESIS,
    "unpublished": ItemType.MANUSCRIPT,
}
# The two words that biblatex's manual gives for `entrysubtype` of articles; pandoc reads them.
SUBTYPES: Final = {
    ItemType.ARTICLE_MAGAZINE: "magazine",
    ItemType.ARTICLE_NEWSPAPER: "newspaper",
}

# `mark`, the letters that GB/T 7714 gives to kinds of works, for the style gbt7714: what is `misc`
# to BibTeX gets none from it but Z (other), EB for what is online.
MARKS: Final = {
    ItemType.COLLECTION: "A",
    ItemType.DATASET: "DS",
    ItemType.MAP: "CM",
    ItemType.PATENT: "P",
    ItemType.SOFTWARE: "CP",
    ItemType.STANDARD: "S",
}

# Where the work stands, and who brought it out, by entry type.
CONTAINER_FIELDS: Final[tuple[dict[str, str], dict[str, str]]] = (
    {"book": "booktitle", "incollection": "booktitle", "inproceedings": "booktitle"},
    {
        **dict.fromkeys(("inbook", "incollection", "inproceedings", "inreference"), "booktitle"),
        **dict.fromkeys(("book", "collection"), "maintitle"),
        **dict.fromkeys(("booklet", "misc", "software", "unpublished"), "howpublished"),
    },
)
PUBLISHER_FIELDS: Final[tuple[dict[str, str], dict[str, str]]] = (
    {
        "techreport": "institution",
        "phdthesis": "school",
        "mastersthesis": "school",
        "booklet": "howpublished",
    },
    {
        **dict.fromkeys(("report", "thesis"), "institution"),
        **dict.fromkeys(("online", "misc", "software"), "organization"),
        "booklet": "howpublished",
    },
)

_EVERY = (
    "abstract annotation author authortype date doi editor entrysubtype eprint eprinttype keywords "
    "langid library month note origdate origlocation origpublisher origtitle pubstate shortjournal "
    "shorttitle title url urldate usera userb userc userd usere userf year"
)
_BOOK = (
    "chapter edition eid isbn language location number pages part publisher series translator "
    "volume volumes"
)
_EVENT = "eventdate eventtitle venue"
_FREE = "howpublished language location organization type version"
_FIELDS = {
    "article": "eid issn issue journaltitle language number pages series translator version volume",
    "book": f"maintitle pagetotal {_BOOK}",
    "booklet": "chapter eid howpublished language location pages pagetotal type",
    "collection": f"maintitle pagetotal {_BOOK}",
    "dataset": "edition language location number publisher series type version",
    "inbook": f"bookauthor booktitle {_BOOK}",
    "incollection": f"booktitle {_BOOK}",
    "inproceedings": (
        f"{_EVENT} booktitle chapter eid isbn language location number pages part publisher series "
        "volume"
    ),
    "inreference": f"booktitle {_BOOK}",
    "manual": (
        "chapter edition eid isbn language location number pages pagetotal publisher series type "
        "version"
    ),
    "misc": _FREE,
    "online": "language organization version",
    "patent": "location number type version",
    "periodical": "issn issue language number series volume",
    "report": "chapter eid institution language location number pages pagetotal type version",
    "software": _FREE,
    "thesis": "chapter eid institution language location pages pagetotal type",
    "unpublished": f"{_EVENT} howpublished language location type",
}
# What the types leave out of `_EVERY`.
_WITHOUT = {
    "periodical": frozenset({"author"}),
    "collection": frozenset({"author"}),
    **dict.fromkeys(("patent", "report", "thesis", "unpublished"), frozenset({"editor"})),
}
FIELDS: Final = {
    type_: frozenset(f"{_EVERY} {fields}".split()) - _WITHOUT.get(type_, frozenset())
    for type_, fields in _FIELDS.items()
}

_EDITED = frozenset({"book", "incollection", "inreference"})
_NEEDED: Final = {"inreference": "container_title", "patent": "number"}
_REVIEWS = frozenset({ItemType.REVIEW, ItemType.REVIEW_BOOK})


def entry_type(record: Record, *, biblatex: bool) -> str:
    """Give the entry type; records that lack what a type demands fall back to `misc`."""
    type_ = TYPES[record.type][biblatex]
    if _lacks_the_needed(record, type_, biblatex=biblatex):
        return "misc"
    if type_ == "phdthesis" and is_masters(record.genre):
        return "mastersthesis"
    if biblatex and record.type is ItemType.STANDARD and in_chinese(record):
        return "book"  # biblatex-gb7714-2015 knows a standard by this and `entrysubtype`
    if not (biblatex and type_ in _EDITED):
        return type_
    edited = bool(record.names(Role.EDITOR))
    if type_ == "book":
        return "collection" if edited and not record.authors else type_
    return type_ if edited else "inbook"  # biber wants an editor for the others


def _lacks_the_needed(record: Record, type_: str, *, biblatex: bool) -> bool:
    if type_ == "article":
        return record.type in _REVIEWS and not record.container_title
    if type_ == "incollection":
        return record.type is not ItemType.CHAPTER and not record.container_title
    if type_ == "unpublished":
        return not (biblatex or record.note)  # BibTeX's has to have a note
    if type_ == "online":
        known = record.identifiers
        return not (record.url or known.doi or known.arxiv or known.pmid)
    needed = _NEEDED.get(type_)
    return needed is not None and not getattr(record, needed)
