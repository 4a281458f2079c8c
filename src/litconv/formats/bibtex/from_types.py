"""What entry types, fields and values mean when they are read; odd rows say who writes them.

The way back is in `types` and `words`, whose tables are used where they can be turned round.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from litconv.formats.bibtex.types import MEANS, SUBTYPES
from litconv.formats.bibtex.words import BABEL
from litconv.model import ItemType, Role
from litconv.text.languages import language_tag
from litconv.text.width import tidy

TYPES: Final[dict[str, ItemType]] = {
    **MEANS,
    "artwork": ItemType.GRAPHIC,
    "audio": ItemType.SONG,
    "bachelorsthesis": ItemType.THESIS,
    "bathesis": ItemType.THESIS,
    "bookinbook": ItemType.CHAPTER,
    "commentary": ItemType.CHAPTER,
    "conference": ItemType.PAPER_CONFERENCE,  # BibTeX: the same as inproceedings
    "electronic": ItemType.WEBPAGE,  # IEEEtran
    "image": ItemType.GRAPHIC,
    "jurisdiction": ItemType.LEGAL_CASE,
    "legal": ItemType.LEGISLATION,
    "legislation": ItemType.LEGISLATION,
    "letter": ItemType.PERSONAL_COMMUNICATION,
    "manual": ItemType.REPORT,  # "technical documentation"
    "masterthesis": ItemType.THESIS,
    "mastersthesis": ItemType.THESIS,
    "movie": ItemType.MOTION_PICTURE,
    "music": ItemType.SONG,
    "mvbook": ItemType.BOOK,
    "mvcollection": ItemType.BOOK,
    "mvproceedings": ItemType.BOOK,
    "mvreference": ItemType.BOOK,
    "performance": ItemType.PERFORMANCE,
    "preprint": ItemType.ARTICLE,
    "presentation": ItemType.SPEECH,
    "proceedings": ItemType.BOOK,
    "reference": ItemType.BOOK,
    "review": ItemType.REVIEW,
    "softwareversion": ItemType.SOFTWARE,
    "standard": ItemType.STANDARD,
    "suppbook": ItemType.CHAPTER,
    "suppcollection": ItemType.CHAPTER,
    "suppperiodical": ItemType.ARTICLE_JOURNAL,
    "talk": ItemType.SPEECH,
    "techreport": ItemType.REPORT,
    "video": ItemType.MOTION_PICTURE,
    "webpage": ItemType.WEBPAGE,
    "www": ItemType.WEBPAGE,
}
SUBTYPE_OF: Final = {word: type_ for type_, word in SUBTYPES.items()} | {
    one.value: one for one in ItemType
}
_OF_COUNTRY: Final = {
    "de": "German",
    "eu": "European",
    "fr": "French",
    "uk": "British",
    "us": "U.S.",
}
# Kinds of thesis and report that the entry type or biblatex's key says.
GENRES: Final = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "masterthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "bachelorsthesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    # biblatex's keys: `patentus`, `patreqfr`.
    **{
        f"{key}{code}": f"{name} {word}"
        for code, name in _OF_COUNTRY.items()
        for key, word in (("patent", "patent"), ("patreq", "patent request"))
    },
}
# biblatex's keys of the countries where patents hold.
COUNTRIES: Final = {
    "countryde": "Germany",
    "countryep": "European Union",
    "countryeu": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
}

# Plain texts: field → field of the record.
TEXTS: Final = {
    "journal": "container_title",
    "journaltitle": "container_title",
    "fjournal": "container_title",  # MathSciNet, zbMATH: in full, beside the abbreviated journal
    "booktitle": "container_title",
    "shortjournal": "container_title_short",
    "journal-iso": "container_title_short",  # Web of Science
    "abbrev_source_title": "container_title_short",  # Scopus
    "journalabbr": "container_title_short",
    "series": "collection_title",
    "shorttitle": "title_short",
    "eventtitle": "event_title",
    "venue": "event_place",
    "abstract": "abstract",
    "pubstate": "status",
    "issue_date": "",  # ACM: the date again, in words
}
# Rich text: CSL's tags may stand in them.
RICH: Final = frozenset(
    """title subtitle titleaddon booktitle booksubtitle booktitleaddon journal journaltitle
    journalsubtitle maintitle mainsubtitle maintitleaddon issuetitle titletranslation shorttitle
    series eventtitle origtitle abstract note annote annotation""".split()
)
# Field → CSL variable that no field of the model holds.
VARIABLES: Final = {
    "chapter": "chapter-number",
    "part": "part",
    "volumes": "number-of-volumes",
    "version": "version",
    "annote": "annote",
    "annotation": "annote",
    "origtitle": "original-title",
    "origdate": "original-date",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
    "library": "call-number",
    "lccn": "call-number",  # catalogues: the shelf mark of the Library of Congress
    "callnumber": "call-number",
    "archive": "archive",
    "source": "source",  # Scopus
}
VERBATIM: Final = frozenset(
    ("doi", "url", "file", "pdf", "eprint", "ee", "bdsk-url-1", "bdsk-url-2")
)

ROLES: Final = {
    **{role.value.replace("-", ""): role for role in Role},
    "bookauthor": Role.CONTAINER_AUTHOR,
    "book-author": Role.CONTAINER_AUTHOR,  # Web of Science
    "serieseditor": Role.COLLECTION_EDITOR,
    "editora": Role.EDITOR,
    "editorb": Role.EDITOR,
    "editorc": Role.EDITOR,
    "collaborator": Role.CONTRIBUTOR,  # JabRef, Zotero
}
# `editortype`, `editoratype`, `authortype`: what somebody in such a field did.
KINDS: Final = {
    **{role.value: role for role in Role},
    "compiler": Role.COMPILER,
    "translator": Role.TRANSLATOR,
    "director": Role.DIRECTOR,
    "organizer": Role.ORGANIZER,
    "collaborator": Role.CONTRIBUTOR,
    "producer": Role.PRODUCER,
    "illustrator": Role.ILLUSTRATOR,
    "editor": Role.EDITOR,
    "author": Role.AUTHOR,
}
EPRINTS: Final = {
    "arxiv": "arxiv",
    "pubmed": "pmid",
    "pmid": "pmid",
    "pmc": "pmcid",
    "pubmedcentral": "pmcid",
    "medline": "pmid",
}
ARXIV: Final = re.compile(
    r"(?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)", re.IGNORECASE
)

_BABEL_TAGS: Final = {name: tag for tag, name in BABEL.items()} | {
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "brazilian": "pt-BR",
    "brazil": "pt-BR",
    "german": "de",
    "naustrian": "de-AT",
    "austrian": "de-AT",
    "nswissgerman": "de-CH",
    "francais": "fr",
    "mexican": "es-MX",
    "hungarian": "hu",
    "pinyin": "zh",
}


@lru_cache(maxsize=512)
def language_of(text: str) -> str:
    """Give the BCP 47 tag of `langid`, `language`: babel's names, biblatex's `langfrench`."""
    bare = text.strip()
    key = bare.casefold()
    known = _BABEL_TAGS.get(key) or _BABEL_TAGS.get(key.removeprefix("lang"))
    return known or tidy(language_tag(bare))
