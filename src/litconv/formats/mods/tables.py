"""MODS: its vocabularies. Odd rows say which program or list they come from."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType, Role

# typeOfResource → type; "text" says nothing.
RESOURCES: Final = {
    "cartographic": ItemType.MAP,
    "dataset": ItemType.DATASET,
    "moving image": ItemType.MOTION_PICTURE,
    "notated music": ItemType.MUSICAL_SCORE,
    "software, multimedia": ItemType.SOFTWARE,
    "sound recording": ItemType.SONG,
    "sound recording-musical": ItemType.SONG,
    "sound recording-nonmusical": ItemType.BROADCAST,
    "still image": ItemType.GRAPHIC,
}
_JOURNAL: Final = ItemType.ARTICLE_JOURNAL
# genre → type: marcgt, bibutils, Zotero ("local"), OpenAIRE, what repositories write.
GENRES: Final = {
    "academic thesis": ItemType.THESIS,
    "article": _JOURNAL,
    "article in journal": _JOURNAL,
    "artwork": ItemType.GRAPHIC,
    "bachelor thesis": ItemType.THESIS,
    "blogpost": ItemType.POST_WEBLOG,
    "book": ItemType.BOOK,
    "book chapter": ItemType.CHAPTER,
    "bookpart": ItemType.CHAPTER,
    "booksection": ItemType.CHAPTER,
    "chapter": ItemType.CHAPTER,
    "case": ItemType.LEGAL_CASE,
    "computer program": ItemType.SOFTWARE,
    "conference paper": ItemType.PAPER_CONFERENCE,
    "conference proceedings": ItemType.PAPER_CONFERENCE,
    "conference publication": ItemType.PAPER_CONFERENCE,
    "conferencepaper": ItemType.PAPER_CONFERENCE,
    "data set": ItemType.DATASET,
    "dataset": ItemType.DATASET,
    "dictionary": ItemType.ENTRY_DICTIONARY,
    "dictionaryentry": ItemType.ENTRY_DICTIONARY,
    "diploma thesis": ItemType.THESIS,
    "dissertation": ItemType.THESIS,
    "doctoral thesis": ItemType.THESIS,
    "doctoralthesis": ItemType.THESIS,
    "electronic": ItemType.WEBPAGE,  # bibutils
    "encyclopedia": ItemType.ENTRY_ENCYCLOPEDIA,
    "encyclopediaarticle": ItemType.ENTRY_ENCYCLOPEDIA,
    "film": ItemType.MOTION_PICTURE,
    "government publication": ItemType.REPORT,
    "habilitation thesis": ItemType.THESIS,
    "hearing": ItemType.HEARING,
    "interview": ItemType.INTERVIEW,
    "journal article": _JOURNAL,
    "journalarticle": _JOURNAL,
    "legal case and case notes": ItemType.LEGAL_CASE,
    "legislation": ItemType.LEGISLATION,
    "letter": ItemType.PERSONAL_COMMUNICATION,
    "licentiate thesis": ItemType.THESIS,
    "magazine article": ItemType.ARTICLE_MAGAZINE,
    "magazinearticle": ItemType.ARTICLE_MAGAZINE,
    "manuscript": ItemType.MANUSCRIPT,
    "map": ItemType.MAP,
    "masters thesis": ItemType.THESIS,
    "master thesis": ItemType.THESIS,
    "masterthesis": ItemType.THESIS,
    "monograph": ItemType.BOOK,
    "newspaper article": ItemType.ARTICLE_NEWSPAPER,
    "newspaperarticle": ItemType.ARTICLE_NEWSPAPER,
    "pamphlet": ItemType.PAMPHLET,
    "patent": ItemType.PATENT,
    "ph.d. thesis": ItemType.THESIS,
    "preprint": ItemType.ARTICLE,
    "presentation": ItemType.SPEECH,
    "report": ItemType.REPORT,
    "research article": _JOURNAL,
    "review": ItemType.REVIEW,
    "software": ItemType.SOFTWARE,
    "speech": ItemType.SPEECH,
    "standard": ItemType.STANDARD,
    "statute": ItemType.LEGISLATION,
    "technical report": ItemType.REPORT,
    "theses": ItemType.THESIS,
    "thesis": ItemType.THESIS,
    "treaty": ItemType.TREATY,
    "unpublished": ItemType.MANUSCRIPT,
    "web page": ItemType.WEBPAGE,
    "web site": ItemType.WEBPAGE,
    "webpage": ItemType.WEBPAGE,
    "website": ItemType.WEBPAGE,
}
# The codes and words of DiVA, the repository of Nordic universities.
GENRES.update(
    {
        "article, book review": ItemType.REVIEW_BOOK,
        "article, review/survey": _JOURNAL,
        "bookreview": ItemType.REVIEW_BOOK,
        "chapter in book": ItemType.CHAPTER,
        "collection (editor)": ItemType.BOOK,
        "comprehensivedoctoralthesis": ItemType.THESIS,
        "comprehensivelicentiatethesis": ItemType.THESIS,
        "conference proceedings (editor)": ItemType.BOOK,
        "conferenceproceedings": ItemType.BOOK,
        "manuscript (preprint)": ItemType.ARTICLE,
        "monographdoctoralthesis": ItemType.THESIS,
        "monographlicentiatethesis": ItemType.THESIS,
        "studentthesis": ItemType.THESIS,
    }
)
# Theses whose genre says which; the plain words say no more than the type.
DEGREES: Final = frozenset(name for name, type_ in GENRES.items() if type_ is ItemType.THESIS) - {
    "thesis",
    "theses",
    "dissertation",
    "academic thesis",
}
# genre of the host → type of what stands in it.
HOSTS: Final = {
    "academic journal": _JOURNAL,  # bibutils
    "book": ItemType.CHAPTER,
    "collection": ItemType.CHAPTER,  # bibutils: an edited book
    "conference publication": ItemType.PAPER_CONFERENCE,
    "dictionary": ItemType.ENTRY_DICTIONARY,
    "encyclopedia": ItemType.ENTRY_ENCYCLOPEDIA,
    "journal": _JOURNAL,
    "magazine": ItemType.ARTICLE_MAGAZINE,
    "multivolume monograph": ItemType.CHAPTER,
    "newspaper": ItemType.ARTICLE_NEWSPAPER,
    "periodical": _JOURNAL,
}

# roleTerm → role: codes of MARC relators and their terms.
ROLES: Final = {
    "aut": Role.AUTHOR, "author": Role.AUTHOR,
    "cre": Role.AUTHOR, "creator": Role.AUTHOR,
    "inv": Role.AUTHOR, "inventor": Role.AUTHOR,
    "edt": Role.EDITOR, "editor": Role.EDITOR,
    "edc": Role.EDITOR, "editor of compilation": Role.EDITOR,
    "trl": Role.TRANSLATOR, "translator": Role.TRANSLATOR,
    "com": Role.COMPILER, "compiler": Role.COMPILER,
    "cmp": Role.COMPOSER, "composer": Role.COMPOSER,
    "ctb": Role.CONTRIBUTOR, "contributor": Role.CONTRIBUTOR,
    "cur": Role.CURATOR, "curator": Role.CURATOR,
    "drt": Role.DIRECTOR, "director": Role.DIRECTOR, "fmd": Role.DIRECTOR,
    "hst": Role.HOST, "host": Role.HOST,
    "ill": Role.ILLUSTRATOR, "illustrator": Role.ILLUSTRATOR,
    "ivr": Role.INTERVIEWER, "interviewer": Role.INTERVIEWER,
    "nrt": Role.NARRATOR, "narrator": Role.NARRATOR,
    "orm": Role.ORGANIZER, "organizer": Role.ORGANIZER,
    "prf": Role.PERFORMER, "performer": Role.PERFORMER,
    "pro": Role.PRODUCER, "producer": Role.PRODUCER,
    "rcp": Role.RECIPIENT, "recipient": Role.RECIPIENT, "addressee": Role.RECIPIENT,
    "aus": Role.SCRIPT_WRITER, "screenwriter": Role.SCRIPT_WRITER,
    "series editor": Role.COLLECTION_EDITOR,
}  # fmt: skip
SUPERVISORS: Final = frozenset(("ths", "thesis advisor", "dgs", "degree supervisor", "supervisor"))
# Bodies that publish or grant: what CSL calls publisher.
PUBLISHERS: Final = frozenset(
    ("pbl", "publisher", "dgg", "degree grantor", "degree granting institution")
)
PRINTERS: Final = frozenset(("pbl", "publisher"))  # `originInfo` may name them as well
EVENTS: Final = frozenset(("conference", "meeting"))

# identifier type → attribute of Identifiers, and where the number goes otherwise.
IDENTIFIERS: Final = {
    "pmid": "pmid", "pubmed": "pmid",
    "arxiv": "arxiv", "eprint": "arxiv",
}  # fmt: skip
NUMBERS: Final = frozenset(
    ("report number", "patent number", "serial number", "issue number", "technical report number")
)
