"""EndNote XML: reference types and what elements mean, both ways.

Names and numbers are those of EndNote's reference type table (X1 to 21). The name goes first:
the numbers of types that a library renamed stay, and other programs write numbers of their own.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import IN_PERIODICALS, WHOLE_WORKS, ItemType, Role

# CSL type ↔ (number, name). Each reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: (17, "Journal Article"),
    ItemType.ARTICLE_MAGAZINE: (19, "Magazine Article"),
    ItemType.ARTICLE_NEWSPAPER: (23, "Newspaper Article"),
    ItemType.BILL: (4, "Bill"),
    ItemType.BOOK: (6, "Book"),
    ItemType.CHAPTER: (5, "Book Section"),
    ItemType.CLASSIC: (49, "Classical Work"),
    ItemType.DATASET: (59, "Dataset"),
    ItemType.DOCUMENT: (13, "Generic"),
    ItemType.ENTRY_DICTIONARY: (52, "Dictionary"),
    ItemType.ENTRY_ENCYCLOPEDIA: (53, "Encyclopedia"),
    ItemType.FIGURE: (37, "Figure"),
    ItemType.GRAPHIC: (2, "Artwork"),
    ItemType.HEARING: (14, "Hearing"),
    ItemType.INTERVIEW: (64, "Interview"),
    ItemType.LEGAL_CASE: (7, "Case"),
    ItemType.LEGISLATION: (31, "Statute"),
    ItemType.MANUSCRIPT: (36, "Manuscript"),
    ItemType.MAP: (20, "Map"),
    ItemType.MOTION_PICTURE: (21, "Film or Broadcast"),
    ItemType.PAMPHLET: (24, "Pamphlet"),
    # What all exporters write for a paper, though EndNote has "Conference Paper" (47) too.
    ItemType.PAPER_CONFERENCE: (10, "Conference Proceedings"),
    ItemType.PATENT: (25, "Patent"),
    ItemType.PERIODICAL: (57, "Serial"),
    ItemType.PERSONAL_COMMUNICATION: (26, "Personal Communication"),
    ItemType.POST_WEBLOG: (56, "Blog"),
    ItemType.REGULATION: (50, "Legal Rule or Regulation"),
    ItemType.REPORT: (27, "Report"),
    ItemType.SOFTWARE: (9, "Computer Program"),
    ItemType.SONG: (61, "Music"),
    ItemType.STANDARD: (58, "Standard"),
    ItemType.THESIS: (32, "Thesis"),
    ItemType.WEBPAGE: (12, "Web Page"),
    # No type of their own in EndNote: the nearest one, and the type is reported as not written.
    ItemType.ARTICLE: (34, "Unpublished Work"),
    ItemType.BROADCAST: (21, "Film or Broadcast"),
    ItemType.COLLECTION: (13, "Generic"),
    ItemType.ENTRY: (53, "Encyclopedia"),
    ItemType.EVENT: (13, "Generic"),
    ItemType.MUSICAL_SCORE: (61, "Music"),
    ItemType.PERFORMANCE: (13, "Generic"),
    ItemType.POST: (12, "Web Page"),
    ItemType.REVIEW: (17, "Journal Article"),
    ItemType.REVIEW_BOOK: (17, "Journal Article"),
    ItemType.SPEECH: (13, "Generic"),
    ItemType.TREATY: (50, "Legal Rule or Regulation"),
}
# What EndNote and others write beside the types above.
_ALSO_READ: Final = {
    (3, "Audiovisual Material"): ItemType.MOTION_PICTURE,
    (8, "Catalog"): ItemType.BOOK,
    (28, "Edited Book"): ItemType.BOOK,
    (34, "Unpublished Work"): ItemType.MANUSCRIPT,
    (38, "Chart or Table"): ItemType.FIGURE,
    (39, "Equation"): ItemType.DOCUMENT,
    (43, "Electronic Article"): ItemType.ARTICLE_JOURNAL,
    (44, "Electronic Book"): ItemType.BOOK,
    (45, "Online Database"): ItemType.DATASET,
    (46, "Government Document"): ItemType.REPORT,
    (47, "Conference Paper"): ItemType.PAPER_CONFERENCE,
    (48, "Online Multimedia"): ItemType.WEBPAGE,
    (51, "Ancient Text"): ItemType.CLASSIC,
    (54, "Grant"): ItemType.DOCUMENT,
    (55, "Aggregated Database"): ItemType.DATASET,
    (60, "Electronic Book Section"): ItemType.CHAPTER,
    (62, "Podcast"): ItemType.BROADCAST,
    (63, "Press Release"): ItemType.DOCUMENT,
    (65, "Discussion Forum"): ItemType.POST,
    (66, "Social Media"): ItemType.POST,
    (67, "Television Episode"): ItemType.BROADCAST,
    (68, "Multimedia Application"): ItemType.SOFTWARE,
}
# Names alone: older versions of EndNote, and what other programs call the same.
_OTHER_NAMES: Final = {
    "audiovisual": ItemType.MOTION_PICTURE,
    "conference": ItemType.PAPER_CONFERENCE,  # Papers
    "electronic source": ItemType.WEBPAGE,  # EndNote 8 to X: 12
    "journal": ItemType.ARTICLE_JOURNAL,
    "magazine": ItemType.ARTICLE_MAGAZINE,
    "newspaper": ItemType.ARTICLE_NEWSPAPER,
    "legal rule/regulation": ItemType.REGULATION,
    "preprint": ItemType.ARTICLE,
    "presentation": ItemType.SPEECH,
    "software": ItemType.SOFTWARE,
    "unpublished": ItemType.MANUSCRIPT,
    "web site": ItemType.WEBPAGE,
    "website": ItemType.WEBPAGE,
}
_READ: Final = (
    _ALSO_READ
    | {pair: type_ for type_, pair in reversed(TYPES.items())}
    | {(34, "Unpublished Work"): ItemType.MANUSCRIPT}
)
TYPE_OF_NUMBER: Final = {str(number): type_ for (number, _), type_ in _READ.items()} | {
    "0": ItemType.ARTICLE_JOURNAL,  # EndNote before 8, Reference Manager
    "1": ItemType.BOOK,
    "16": ItemType.WEBPAGE,  # EndNote before 8
}
TYPE_OF_NAME: Final = {name.casefold(): type_ for (_, name), type_ in _READ.items()} | _OTHER_NAMES
EDITED: Final = (28, "Edited Book")
EDITED_BOOK: Final = frozenset(("edited book", "28"))

JOURNALS: Final = IN_PERIODICALS
# Whole works: their secondary title is a series, their pages are how many they have.
BOOKS: Final = WHOLE_WORKS
# `number` is "Series Volume" where there is a series.
IN_SERIES: Final = BOOKS | {ItemType.CHAPTER}
# `isbn` holds the work's own number: "Report Number", "Patent Number", "Document Number".
NUMBERED: Final = frozenset({ItemType.REPORT, ItemType.PATENT, ItemType.STANDARD})
# `number` is one of the work: "Document Number" of a thesis; of the others beside `isbn`.
OWN_NUMBERED: Final = NUMBERED | {ItemType.THESIS}
_ROMAN: Final = re.compile(r"[ivxlc]+", re.IGNORECASE)


def is_degree(text: str) -> bool:
    """Say whether the `volume` of a thesis is its "Degree": a word, neither number nor letter."""
    bare = text.strip()
    return len(bare) > 1 and not re.search(r"\d", bare) and not _ROMAN.fullmatch(bare)


# `edition` is "Version".
VERSIONED: Final = frozenset({ItemType.SOFTWARE, ItemType.DATASET})

# Element of `contributors` → role, by default and by type.
ROLES: Final = {
    "authors": Role.AUTHOR,
    "secondary-authors": Role.EDITOR,
    "tertiary-authors": Role.COLLECTION_EDITOR,
    "subsidiary-authors": Role.TRANSLATOR,
}
ROLES_OF_TYPE: Final[dict[ItemType, dict[str, Role]]] = {
    # In EndNote the editor of a book is its tertiary author, the secondary one edits the series.
    **{
        one: {"secondary-authors": Role.COLLECTION_EDITOR, "tertiary-authors": Role.EDITOR}
        for one in (ItemType.BOOK, ItemType.CLASSIC)
    },
    ItemType.MOTION_PICTURE: {"authors": Role.DIRECTOR, "secondary-authors": Role.PRODUCER},
    ItemType.BROADCAST: {"authors": Role.DIRECTOR, "secondary-authors": Role.PRODUCER},
    ItemType.PERSONAL_COMMUNICATION: {"secondary-authors": Role.RECIPIENT},
    ItemType.SONG: {"authors": Role.COMPOSER, "secondary-authors": Role.PERFORMER},
    ItemType.MUSICAL_SCORE: {"authors": Role.COMPOSER, "secondary-authors": Role.PERFORMER},
}

# Elements that are one text and one field, whatever the type.
TEXTS: Final = {
    "publisher": "publisher",
    "abstract": "abstract",
    "work-type": "genre",
}
# Elements that are CSL variables without a field of their own.
VARIABLES: Final = {
    "call-num": "call-number",
    "num-vols": "number-of-volumes",
    "orig-pub": "original-title",
    "remote-database-name": "source",
    "research-notes": "annote",
    "section": "section",
}
# Kinds of links, all but the first of which are kept under the kind.
OWN_URLS: Final = ("web-urls", "related-urls", "text-urls", "pdf-urls", "image-urls")
STAGES: Final = re.compile(
    r"in press|forthcoming|submitted|ahead of print|online first|accepted|unpublished",
    re.IGNORECASE,
)
# The order of EndNote's DTD.
ORDER: Final = tuple(
    """rec-number ref-type contributors auth-address titles periodical pages volume number num-vols
    edition section reprint-edition keywords dates pub-location publisher orig-pub isbn
    accession-num call-num electronic-resource-num abstract label caption notes research-notes
    work-type remote-database-name remote-database-provider language urls access-date custom1
    custom2 custom3 custom4 custom5 custom6 custom7 misc1 misc2 misc3""".split()
)
# What an italic, raised … run of a title is in CSL's HTML; other faces say nothing.
FACES: Final = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
