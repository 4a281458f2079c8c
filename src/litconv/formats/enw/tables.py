"""EndNote tagged and Refer: what types and tags mean. Odd rows say which program they come from.

What a tag means depends on the type: EndNote has one set of columns and gives them other labels
in each type. The rows here are those of EndNote's table of reference types.
"""

from __future__ import annotations

from typing import Final

from litconv.model import IN_PERIODICALS, WHOLE_WORKS, ItemType, Role

# CSL type ↔ %0. Each %0 reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "Journal Article",
    ItemType.ARTICLE_MAGAZINE: "Magazine Article",
    ItemType.ARTICLE_NEWSPAPER: "Newspaper Article",
    ItemType.BILL: "Bill",
    ItemType.BOOK: "Book",
    ItemType.BROADCAST: "Television Episode",
    ItemType.CHAPTER: "Book Section",
    ItemType.CLASSIC: "Classical Work",
    ItemType.DATASET: "Dataset",
    ItemType.DOCUMENT: "Generic",
    ItemType.ENTRY_DICTIONARY: "Dictionary",
    ItemType.ENTRY_ENCYCLOPEDIA: "Encyclopedia",
    ItemType.FIGURE: "Figure",
    ItemType.GRAPHIC: "Artwork",
    ItemType.HEARING: "Hearing",
    ItemType.INTERVIEW: "Interview",
    ItemType.LEGAL_CASE: "Case",
    ItemType.LEGISLATION: "Statute",
    ItemType.MANUSCRIPT: "Manuscript",
    ItemType.MAP: "Map",
    ItemType.MOTION_PICTURE: "Film or Broadcast",
    ItemType.MUSICAL_SCORE: "Music",
    ItemType.PAMPHLET: "Pamphlet",
    ItemType.PAPER_CONFERENCE: "Conference Paper",
    ItemType.PATENT: "Patent",
    ItemType.PERIODICAL: "Serial",
    ItemType.PERSONAL_COMMUNICATION: "Personal Communication",
    ItemType.POST: "Social Media",
    ItemType.POST_WEBLOG: "Blog",
    ItemType.REGULATION: "Legal Rule or Regulation",
    ItemType.REPORT: "Report",
    ItemType.SOFTWARE: "Computer Program",
    ItemType.STANDARD: "Standard",
    ItemType.THESIS: "Thesis",
    ItemType.WEBPAGE: "Web Page",
    # No type of their own in EndNote: the nearest one, and the type is reported as not written.
    ItemType.ARTICLE: "Unpublished Work",
    ItemType.COLLECTION: "Edited Book",
    ItemType.ENTRY: "Encyclopedia",
    ItemType.EVENT: "Generic",
    ItemType.PERFORMANCE: "Generic",
    ItemType.REVIEW: "Journal Article",
    ItemType.REVIEW_BOOK: "Journal Article",
    ItemType.SONG: "Music",
    ItemType.SPEECH: "Generic",
    ItemType.TREATY: "Legal Rule or Regulation",
}
_ALSO_READ: Final = {
    "aggregated database": ItemType.DATASET,
    "ancient text": ItemType.CLASSIC,
    "audiovisual material": ItemType.MOTION_PICTURE,
    "blog post": ItemType.POST_WEBLOG,  # Zotero
    "catalog": ItemType.DOCUMENT,
    "chart or table": ItemType.FIGURE,
    "computer software": ItemType.SOFTWARE,
    "conference": ItemType.PAPER_CONFERENCE,  # JabRef
    "conference proceedings": ItemType.PAPER_CONFERENCE,  # Google Scholar, CNKI: the paper
    "dissertation": ItemType.THESIS,
    "discussion forum": ItemType.POST,
    "edited book": ItemType.BOOK,
    "electronic article": ItemType.ARTICLE_JOURNAL,
    "electronic book": ItemType.BOOK,
    "electronic book section": ItemType.CHAPTER,
    "electronic source": ItemType.WEBPAGE,  # EndNote up to version 7
    "equation": ItemType.FIGURE,
    "government document": ItemType.REPORT,
    "grant": ItemType.DOCUMENT,
    "journal": ItemType.ARTICLE_JOURNAL,  # JabRef
    "legal case": ItemType.LEGAL_CASE,
    "master thesis": ItemType.THESIS,
    "monograph": ItemType.BOOK,
    "multimedia application": ItemType.SOFTWARE,
    "newspaper": ItemType.ARTICLE_NEWSPAPER,
    "online database": ItemType.DATASET,
    "online multimedia": ItemType.WEBPAGE,
    "podcast": ItemType.BROADCAST,
    "preprint": ItemType.ARTICLE,
    "press release": ItemType.DOCUMENT,
    "radio broadcast": ItemType.BROADCAST,
    "unpublished work": ItemType.MANUSCRIPT,
    "web site": ItemType.WEBPAGE,
    "webpage": ItemType.WEBPAGE,
}
TYPE_OF: Final = {tag.lower(): type_ for type_, tag in reversed(TYPES.items())} | _ALSO_READ
EDITED: Final = frozenset({"edited book"})
"""The types whose %A are editors."""
GENRES: Final = {"press release": "Press release", "grant": "Grant", "catalog": "Catalog"}
"""Types that no CSL type says: their name is the genre."""

# What the title before %B or %J is in; every other type stands in its container.
JOURNAL_TYPES: Final = IN_PERIODICALS
WHOLE_TYPES: Final = WHOLE_WORKS | {ItemType.COLLECTION}
"""Whole works: %B is their series, a lone number in %P their page count."""
NUMBERED_TYPES: Final = frozenset(
    {
        ItemType.BILL,
        ItemType.LEGISLATION,
        ItemType.PATENT,
        ItemType.REPORT,
        ItemType.STANDARD,
        ItemType.THESIS,
        ItemType.DATASET,
        ItemType.MANUSCRIPT,
    }
)
"""%N is the work's own number; elsewhere it is the issue, in books that of the series."""
VERSIONED_TYPES: Final = frozenset({ItemType.SOFTWARE, ItemType.DATASET})
"""%7 is the version."""

# Field ↔ tag, where both are one text, whatever the type.
TEXTS: Final = {
    "title": "T",
    "title_short": "!",
    "container_title_short": "O",  # EndNote: the alternate title of a journal
    "publisher": "I",
    "publisher_place": "C",
    "edition": "7",
    "genre": "9",
    "url": "U",
    "language": "G",
    "abstract": "X",
}
# CSL variables and what other programs keep: extra tag ↔ tag.
VARIABLES: Final = {
    "call-number": "L",
    "number-of-volumes": "6",
    "annote": "<",
    "source": "~",
    "reviewed-title": "*",
    "citation-label": "F",  # EndNote's label, where it is no citation key
}

ROLES: Final = {
    Role.AUTHOR: "A",
    Role.EDITOR: "E",
    Role.COLLECTION_EDITOR: "Y",
    Role.TRANSLATOR: "?",
}
ROLES_OF_TYPE: Final = {
    ItemType.MOTION_PICTURE: {
        Role.DIRECTOR: "A", Role.PRODUCER: "Y", Role.PERFORMER: "?", Role.AUTHOR: "E",
    },
    ItemType.BROADCAST: {Role.DIRECTOR: "A", Role.PRODUCER: "Y", Role.PERFORMER: "?"},
    ItemType.PERSONAL_COMMUNICATION: {Role.RECIPIENT: "E"},
    ItemType.MUSICAL_SCORE: {Role.COMPOSER: "A"},
    ItemType.SONG: {Role.COMPOSER: "A"},
    ItemType.INTERVIEW: {Role.INTERVIEWER: "E"},
}  # fmt: skip

# The order of EndNote's own export; %0 is first.
ORDER: Final = (
    "0 F A + D T ! Q E Y ? B J O S C I V N 6 P & ] 7 8 9 @ U R M 2 L ~ G K X [ < * Z".split()
)
