"""Citation File Format: its types, and what its keys are in the model."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType, Role

TYPES: Final = {
    "art": ItemType.GRAPHIC,
    "article": ItemType.ARTICLE_JOURNAL,
    "audiovisual": ItemType.MOTION_PICTURE,
    "bill": ItemType.BILL,
    "blog": ItemType.POST_WEBLOG,
    "book": ItemType.BOOK,
    "catalogue": ItemType.BOOK,
    "conference": ItemType.EVENT,
    "conference-paper": ItemType.PAPER_CONFERENCE,
    "data": ItemType.DATASET,
    "database": ItemType.DATASET,
    "dataset": ItemType.DATASET,
    "dictionary": ItemType.ENTRY_DICTIONARY,
    "edited-work": ItemType.BOOK,
    "encyclopedia": ItemType.ENTRY_ENCYCLOPEDIA,
    "film-broadcast": ItemType.MOTION_PICTURE,
    "generic": ItemType.DOCUMENT,
    "government-document": ItemType.REPORT,
    "grant": ItemType.DOCUMENT,
    "hearing": ItemType.HEARING,
    "historical-work": ItemType.DOCUMENT,
    "legal-case": ItemType.LEGAL_CASE,
    "legal-rule": ItemType.REGULATION,
    "magazine-article": ItemType.ARTICLE_MAGAZINE,
    "manual": ItemType.BOOK,
    "map": ItemType.MAP,
    "multimedia": ItemType.MOTION_PICTURE,
    "music": ItemType.SONG,
    "newspaper-article": ItemType.ARTICLE_NEWSPAPER,
    "pamphlet": ItemType.PAMPHLET,
    "patent": ItemType.PATENT,
    "personal-communication": ItemType.PERSONAL_COMMUNICATION,
    "proceedings": ItemType.BOOK,
    "report": ItemType.REPORT,
    "serial": ItemType.PERIODICAL,
    "slides": ItemType.SPEECH,
    "software": ItemType.SOFTWARE,
    "software-code": ItemType.SOFTWARE,
    "software-container": ItemType.SOFTWARE,
    "software-executable": ItemType.SOFTWARE,
    "software-virtual-machine": ItemType.SOFTWARE,
    "sound-recording": ItemType.SONG,
    "standard": ItemType.STANDARD,
    "statute": ItemType.LEGISLATION,
    "thesis": ItemType.THESIS,
    "unpublished": ItemType.MANUSCRIPT,
    "video": ItemType.MOTION_PICTURE,
    "website": ItemType.WEBPAGE,
}
TEXTS: Final = {
    "title": "title",
    "abbreviation": "title_short",
    "journal": "container_title",
    "collection-title": "container_title",
    "edition": "edition",
    "number": "number",
    "thesis-type": "genre",
    "data-type": "genre",
    "status": "status",
    "notes": "note",
    "abstract": "abstract",
}
URLS: Final = ("url", "repository-code", "repository", "repository-artifact")
PEOPLE: Final = {
    "authors": Role.AUTHOR,
    "editors": Role.EDITOR,
    "editors-series": Role.COLLECTION_EDITOR,
    "translators": Role.TRANSLATOR,
    "recipients": Role.RECIPIENT,
}
PERSON: Final = frozenset(
    "family-names given-names name name-particle name-suffix affiliation orcid".split()
)
"""What is read of a person or body; the rest (`email`, `website`) is kept."""
DATES: Final = ("date-released", "date-published", "issue-date", "year")
# CSL variables that the model has no field for.
VARIABLES: Final = {
    "version": "version",
    "section": "section",
    "number-volumes": "number-of-volumes",
    "medium": "medium",
    "database": "source",
    "year-original": "original-date",
}
HANDLED: Final = (
    frozenset(
        "cff-version type preferred-citation references keywords doi isbn issn volume issue start "
        "end pages pmcid publisher institution conference languages date-accessed month location "
        "identifiers".split()
    )
    | set(TEXTS)
    | set(URLS)
    | set(PEOPLE)
    | set(DATES)
    | set(VARIABLES)
)
