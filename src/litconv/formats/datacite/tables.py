"""DataCite: its types and roles, and which of its keys say nothing about the work."""

from __future__ import annotations

from typing import Final

from litconv.model import ItemType, Role

TYPES: Final = {
    "Audiovisual": ItemType.MOTION_PICTURE,
    "Award": ItemType.DOCUMENT,
    "Book": ItemType.BOOK,
    "BookChapter": ItemType.CHAPTER,
    "Collection": ItemType.COLLECTION,
    "ComputationalNotebook": ItemType.SOFTWARE,
    "ConferencePaper": ItemType.PAPER_CONFERENCE,
    "ConferenceProceeding": ItemType.BOOK,
    "DataPaper": ItemType.ARTICLE_JOURNAL,
    "Dataset": ItemType.DATASET,
    "Dissertation": ItemType.THESIS,
    "Event": ItemType.EVENT,
    "Image": ItemType.GRAPHIC,
    "InteractiveResource": ItemType.WEBPAGE,
    "Journal": ItemType.PERIODICAL,
    "JournalArticle": ItemType.ARTICLE_JOURNAL,
    "Model": ItemType.DATASET,
    "OutputManagementPlan": ItemType.REPORT,
    "PeerReview": ItemType.REVIEW,
    "Preprint": ItemType.ARTICLE,
    "Report": ItemType.REPORT,
    "Software": ItemType.SOFTWARE,
    "Sound": ItemType.SONG,
    "Standard": ItemType.STANDARD,
}
CITEPROC: Final = {
    "article-journal": ItemType.ARTICLE_JOURNAL,
    "article": ItemType.ARTICLE,
    "book": ItemType.BOOK,
    "chapter": ItemType.CHAPTER,
    "paper-conference": ItemType.PAPER_CONFERENCE,
    "report": ItemType.REPORT,
    "thesis": ItemType.THESIS,
}
# What depositors call a work that is only `Text`, or has no general type.
WORDS: Final = {
    word: type_
    for type_, words in {
        ItemType.ARTICLE: "preprint",
        ItemType.ARTICLE_JOURNAL: "article|journal article|journalarticle|original article|"
        "research article|review article|data paper",
        ItemType.BOOK: "book|monograph|proceedings|conference proceedings",
        ItemType.CHAPTER: "book chapter|bookchapter|book part|bookpart|book section|chapter",
        ItemType.PAPER_CONFERENCE: "conference paper|conferencepaper|conference object|"
        "conference contribution|conference proceedings article|proceedings paper|inproceedings",
        ItemType.POST_WEBLOG: "blog post|blogpost",
        ItemType.REPORT: "report|technical report|research report|project report|working paper|"
        "deliverable|project deliverable|techreport",
        ItemType.REVIEW_BOOK: "book review",
        ItemType.SPEECH: "lecture|presentation|conference presentation|slides",
        ItemType.THESIS: "thesis|dissertation|doctoral thesis|doctoral dissertation|phd thesis|"
        "phdthesis|master thesis|master's thesis|masters thesis|mastersthesis|bachelor thesis|"
        "bachelor's thesis|diploma thesis|habilitation|habilitation thesis",
    }.items()
    for word in words.split("|")
}
BIBTEX: Final = {"phdthesis": ItemType.THESIS, "inproceedings": ItemType.PAPER_CONFERENCE}
ROLES: Final = {
    "Editor": Role.EDITOR,
    "DataCurator": Role.CURATOR,
    "Producer": Role.PRODUCER,
    "Translator": Role.TRANSLATOR,
}
"""Contributors that a reference may name; others (`HostingInstitution`) are kept as extra."""

READ: Final = frozenset(
    "doi identifiers creators titles publisher container publicationYear subjects contributors "
    "dates language types descriptions version url relatedItems prefix suffix id".split()
)
IGNORED: Final = frozenset(
    "schemaVersion source isActive state reason landingPage viewCount viewsOverTime downloadCount "
    "downloadsOverTime referenceCount citationCount citationsOverTime partCount partOfCount "
    "versionCount versionOfCount created registered published updated metadataVersion contentUrl "
    "xml providerId clientId agency relationships metadata".split()
)
