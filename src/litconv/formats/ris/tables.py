"""RIS: what its types and tags mean, both ways. Odd rows say which program they come from.

Sources: the specification of 2001 and its revision of 2011, Zotero's RIS.js, the tables of
citation-js, bibutils' risin.c, and files of the programs named.
"""

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
    ItemType.BROADCAST: "MPCT",  # what Zotero and citation-js write
    ItemType.COLLECTION: "GEN",
    ItemType.ENTRY: "ENCYC",
    ItemType.EVENT: "GEN",
    ItemType.INTERVIEW: "PCOMM",
    ItemType.PERFORMANCE: "GEN",
    ItemType.POST: "BLOG",  # as ELEC it loses its site and date of access in citation-js
    ItemType.REVIEW: "JOUR",
    ItemType.REVIEW_BOOK: "JOUR",
    ItemType.TREATY: "LEGAL",
}
# What other programs write, beside the types above.
ALSO_READ: Final = {
    "ABST": ItemType.ARTICLE_JOURNAL,  # the abstract of an article (2001)
    "ADVS": ItemType.MOTION_PICTURE,  # audiovisual material
    "AGGR": ItemType.DATASET,  # aggregated database
    "ANCIENT": ItemType.CLASSIC,
    "CHART": ItemType.FIGURE,
    "CPAPER": ItemType.PAPER_CONFERENCE,  # the paper in the 2011 revision, where CONF is the whole
    "CTLG": ItemType.BOOK,  # catalogue
    "DBASE": ItemType.DATASET,
    "EBOOK": ItemType.BOOK,  # EndNote
    "ECHAP": ItemType.CHAPTER,  # EndNote
    "EDBOOK": ItemType.BOOK,  # EndNote: its AU are the editors
    "EJOUR": ItemType.ARTICLE_JOURNAL,  # EndNote
    "EQUA": ItemType.FIGURE,
    "GOVDOC": ItemType.REPORT,
    "GRANT": ItemType.DOCUMENT,
    "GRNT": ItemType.DOCUMENT,  # EndNote
    "ICOMM": ItemType.PERSONAL_COMMUNICATION,  # Zotero: e-mail
    "INTV": ItemType.INTERVIEW,  # EndNote
    "INPR": ItemType.ARTICLE_JOURNAL,  # in press (2001)
    "MANSCPT": ItemType.MANUSCRIPT,  # EndNote
    "MULTI": ItemType.MOTION_PICTURE,  # EndNote: online multimedia
    "POD": ItemType.BROADCAST,  # EndNote: podcast
    "PRESS": ItemType.DOCUMENT,  # EndNote: press release
    "PREPRINT": ItemType.ARTICLE,  # no code, but some repositories write it
    "SER": ItemType.BOOK,  # a book of a series
    "UNBILL": ItemType.BILL,
    "UNPD": ItemType.MANUSCRIPT,  # EndNote
    "VIDEO": ItemType.MOTION_PICTURE,  # film on tape: what Zotero means by it
    "WEB": ItemType.WEBPAGE,  # EndNote
}
TYPE_OF: Final = {tag: type_ for type_, tag in reversed(TYPES.items())} | ALSO_READ

# Names in place of codes, in small letters: eLIBRARY.RU and home-made exports.
TYPE_NAMES: Final = {
    "article": "JOUR", "book chapter": "CHAP", "book section": "CHAP", "conference": "CONF",
    "conference paper": "CONF", "conference proceedings": "CONF", "dataset": "DATA",
    "dissertation": "THES", "electronic article": "JOUR", "generic": "GEN",
    "journal article": "JOUR", "magazine article": "MGZN", "manuscript": "MANSCPT",
    "newspaper article": "NEWS", "patent": "PAT", "report": "RPRT", "thesis": "THES",
    "web page": "ELEC",
}  # fmt: skip


def type_tag(text: str) -> str:
    """Give the code that a TY means: `Journ`, `Journal Article` are JOUR; "" for an unknown one."""
    code = text.strip().upper()
    if code in TYPE_OF:
        return code
    if named := TYPE_NAMES.get(code.lower()):
        return named
    return code[:4] if code.isalpha() and code[:4] in TYPE_OF else ""


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
# Tags that other programs write for the same.
OTHER_TEXTS: Final = {
    "T1": "title",  # 2001
    "CT": "title",  # title of an unpublished reference (2001)
    "N2": "abstract",  # 2001
    "CP": "issue",  # 2001: city or issue; bibutils reads the issue too
    "VO": "volume",  # eLIBRARY.RU
    "PP": "publisher_place",  # Online Egyptological Bibliography
    "LK": "url",  # EndNote: link to the work's page
    "PU": "publisher",  # Web of Science
    "PI": "publisher_place",  # Web of Science
}

JOURNAL_TYPES: Final = frozenset({"JOUR", "MGZN", "NEWS", "EJOUR", "ABST", "INPR"})
# Whole works: T2 is their series.
BOOK_TYPES: Final = frozenset(
    {
        *("BOOK", "CLSWK", "RPRT", "THES", "PAMP", "COMP", "MAP"),
        *("CTLG", "EBOOK", "EDBOOK", "GOVDOC", "SER"),
    }
)
# SP is the number of pages (EndNote, Zotero).
COUNTED_TYPES: Final = frozenset({"BOOK", "CLSWK", "EBOOK", "EDBOOK", "THES", "PAMP"})
# M1 is the number in the series (EndNote, Zotero).
SERIES_NUMBERED: Final = frozenset({"BOOK", "CLSWK", "CTLG", "EBOOK", "EDBOOK", "PAMP", "SER"})
# SN is the work's own number.
NUMBERED_TYPES: Final = frozenset({"RPRT", "PAT", "STAND", "GOVDOC"})
COURT_CASE: Final = "CASE"  # its PB is the court (2011; Zotero, EndNote, citation-js)
CONFERENCE_TYPES: Final = frozenset({"CONF", "CPAPER"})
TALK: Final = "SLIDE"

# CSL variables that the model has no field for ↔ tags of the 2011 revision.
EXTRAS: Final = {
    "annote": "RN",  # research notes
    "call-number": "CN",
    "collection-number": "SV",  # series volume
    "number-of-volumes": "NV",
    "original-title": "OP",  # original publication
    "reviewed-title": "RI",  # reviewed item
    "section": "SE",
    "source": "DB",  # name of the database
}
EXTRA_OF: Final = {tag: variable for variable, tag in EXTRAS.items()}

# Words of M3 that say no more than the type, or class articles: no genre, which styles print.
PLAIN_KINDS: Final = frozenset(
    {
        *("article", "journal article", "research article", "original article"),
        *("review", "review article", "early access", "article in press", "article; early access"),
        *("conference paper", "proceedings paper", "conference proceedings", "paper"),
        *("book", "book chapter", "book section", "chapter", "thesis", "report", "patent"),
        *("web page", "dataset", "software", "short survey", "research-article"),
    }
)

# The order in which a person reads a reference; TY is first and ER last by the specification.
ORDER: Final = (
    *("TY", "ID", "AU", "ED", "A2", "A3", "A4", "AD", "TI", "ST", "TT", "BT", "T2", "JF", "J2"),
    *("C3", "T3", "SV", "PY", "DA", "ET", "VL", "NV", "IS", "M1", "SP", "EP", "C7", "SE", "PB"),
    *("CY", "C1", "SN", "M3", "DO", "UR", "Y2", "DB", "AN", "C2", "CN", "OP", "RI", "KW", "AB"),
    *("LA", "RN", "N1"),
)
RANK: Final = {tag: place for place, tag in enumerate(ORDER)}

# Role ↔ tag; the second table goes before the first for its types.
ROLES: Final = {
    Role.AUTHOR: "AU",
    Role.EDITOR: "ED",  # 2001, and all but citation-js still read it
    Role.COLLECTION_EDITOR: "A3",
    Role.TRANSLATOR: "A4",
}
ROLES_OF_TYPE: Final = {
    # A2 of a book is its series editor in Zotero and EndNote, A3 its editor.
    **{tag: {Role.COLLECTION_EDITOR: "A2"} for tag in BOOK_TYPES},
    # A2 is what the 2011 revision says and citation-js reads; bibutils takes it for an author.
    **{tag: {Role.EDITOR: "A2"} for tag in ("BLOG", "CHAP", "CONF", "DICT", "ENCYC")},
    "MPCT": {Role.DIRECTOR: "AU", Role.AUTHOR: "A2", Role.PRODUCER: "A3"},
    "PCOMM": {Role.RECIPIENT: "A2"},
    "SOUND": {Role.COMPOSER: "AU", Role.PERFORMER: "A2"},
    "MUSIC": {Role.COMPOSER: "AU"},
}
_READ_ALIKE: Final = {"VIDEO": "MPCT", "ADVS": "MPCT", "MULTI": "MPCT", "ICOMM": "PCOMM"}
_ROLE_OF: Final = {
    "AU": Role.AUTHOR,
    "A1": Role.AUTHOR,  # 2001
    "A2": Role.EDITOR,
    "ED": Role.EDITOR,  # 2001
    "A3": Role.COLLECTION_EDITOR,
    "A4": Role.TRANSLATOR,
    "TA": Role.TRANSLATOR,  # EndNote: translated author
}


def _roles_read(type_: str) -> dict[str, Role]:
    special = ROLES_OF_TYPE.get(_READ_ALIKE.get(type_, type_), {})
    roles = _ROLE_OF | {tag: role for role, tag in special.items()}
    if type_ in BOOK_TYPES:
        roles["A3"] = Role.EDITOR
    if type_ == "EDBOOK":
        roles["AU"] = Role.EDITOR
    if type_ == "SOUND":
        roles["AU"] = Role.AUTHOR  # the speaker of a podcast as well as the composer of a song
    return roles | {"A1": roles["AU"]}


# TY → tag → role.
ROLES_READ: Final = {type_: _roles_read(type_) for type_ in TYPE_OF}
