"""Which entry type and which fields a record has in BibTeX and in biblatex.

`bibtex` keeps to the fourteen types that the standard styles know and writes any field: BibTeX
ignores those it does not know. `biblatex` writes only what biber's data model has for the type
(its default model, version 2.18 and later), so that `biber --validate-datamodel` is content.
"""

from __future__ import annotations

import re
from typing import Final

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

PHD: Final = re.compile(r"\bph\.?\s?d|doctor|\bdphil|博士", re.IGNORECASE)
MASTER: Final = re.compile(r"master|\bm\.?\s?(?:a|sc|s|phil)\b|硕士", re.IGNORECASE)

_EVERY = (
    "abstract annotation author date doi editor entrysubtype eprint eprinttype keywords langid "
    "month note pubstate shortjournal shorttitle title url urldate usera userb userc userd usere "
    "userf year"
)
_WHOLE = "edition eid isbn location number pages pagetotal publisher series translator volume"
_PART = "booktitle edition eid isbn location number pages publisher series translator volume"
_EVENT = "eventdate eventtitle venue"
_FIELDS = {
    "article": "eid issn issue journaltitle number pages series translator volume",
    "book": f"maintitle {_WHOLE}",
    "booklet": "eid howpublished location pages pagetotal type",
    "collection": f"maintitle {_WHOLE}",
    "dataset": "edition location number publisher series type",
    "inbook": f"bookauthor {_PART}",
    "incollection": _PART,
    "inproceedings": f"{_EVENT} booktitle eid isbn location number pages publisher series volume",
    "inreference": _PART,
    "manual": "edition eid isbn location number pages pagetotal publisher series type",
    "misc": "howpublished location organization type",
    "online": "organization",
    "patent": "location number type",
    "periodical": "issn issue number series volume",
    "report": "eid institution location number pages pagetotal type",
    "software": "howpublished location organization type",
    "thesis": "eid institution location pages pagetotal type",
    "unpublished": f"{_EVENT} howpublished location type",
}
# What the types leave out of `_EVERY`.
_WITHOUT = {
    "periodical": {"author"},
    "collection": {"author"},
    **dict.fromkeys(("patent", "report", "thesis", "unpublished"), {"editor"}),
}
FIELDS: Final = {
    type_: frozenset(f"{_EVERY} {fields}".split()) - _WITHOUT.get(type_, set())
    for type_, fields in _FIELDS.items()
}

# BCP 47 → the name that babel, and so biblatex's `langid`, has for the language.
_BABEL = (
    "ar=arabic bg=bulgarian ca=catalan cs=czech da=danish de=ngerman el=greek en=english "
    "en-gb=british en-us=american es=spanish et=estonian fa=persian fi=finnish fr=french "
    "he=hebrew hr=croatian hu=magyar it=italian ja=japanese ko=korean la=latin lt=lithuanian "
    "lv=latvian nb=norsk nl=dutch nn=nynorsk no=norsk pl=polish pt=portuguese pt-br=brazilian "
    "ro=romanian ru=russian sk=slovak sl=slovene sr=serbian sv=swedish tr=turkish uk=ukrainian "
    "vi=vietnamese zh=chinese"
)
BABEL: Final = dict(pair.split("=") for pair in _BABEL.split())


def entry_type(record: Record, *, biblatex: bool) -> str:
    """Give the entry type; records that lack what a type demands fall back to `misc`."""
    known = record.identifiers
    type_ = TYPES[record.type][biblatex]
    edited_only = bool(record.names(Role.EDITOR)) and not record.authors
    match type_:
        case "phdthesis":
            is_master = MASTER.search(record.genre) and not PHD.search(record.genre)
            return "mastersthesis" if is_master else type_
        case "online" if not (record.url or known.doi or known.arxiv or known.pmid):
            return "misc"
        case "patent" if not record.number:
            return "misc"
        case "unpublished" if not (biblatex or record.note):
            return "misc"  # BibTeX's unpublished has to have a note
        case "incollection" | "inreference" if record.type is not ItemType.CHAPTER and not (
            record.container_title
        ):
            return "misc"
        case "article" if record.type in _REVIEWS and not record.container_title:
            return "misc"
        case "book" if biblatex and edited_only:
            return "collection"
        case "incollection" | "inreference" if biblatex and not record.names(Role.EDITOR):
            return "inbook"  # biber wants an editor for the others
        case _:
            return type_


_REVIEWS = frozenset({ItemType.REVIEW, ItemType.REVIEW_BOOK})


def babel_name(language: str) -> str:
    """Give babel's name of a BCP 47 tag, or "": `zh-CN` → `chinese`, `en-GB` → `british`."""
    tag = language.lower().replace("_", "-")
    return BABEL.get(tag) or BABEL.get(tag.split("-", maxsplit=1)[0], "")


def valid_isbn(isbn: str) -> bool:
    """Whether the check digit of an ISBN of 10 or 13 digits is right; hyphens do not count."""
    digits = re.sub(r"[\s-]", "", isbn).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return _weighted(digits, 10) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(one) * (3 if at % 2 else 1) for at, one in enumerate(digits)) % 10 == 0
    return False


def valid_issn(issn: str) -> bool:
    """Whether `1234-567X` has the right form and check digit."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", issn):
        return False
    return _weighted(issn.replace("-", ""), 8) % 11 == 0


def _weighted(digits: str, top: int) -> int:
    """Sum the digits with falling weights; X stands for 10."""
    return sum((10 if one == "X" else int(one)) * (top - at) for at, one in enumerate(digits))
