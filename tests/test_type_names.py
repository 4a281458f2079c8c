"""What programs call kinds of works: every name is listed here by hand, not taken from the code."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import ItemType as Type
from litconv.source import Source

RECORDS = {
    "enw": "%0 {}\n%T A\n",
    "refworks": "RT {}\nT1 A\n",
    "crossref": '{{"DOI": "10.5555/a", "title": ["A"], "type": "{}"}}',
    "csljson": '[{{"id": "a", "title": "A", "type": "{}"}}]',
    "mods": "<mods><titleInfo><title>A</title></titleInfo><genre>{}</genre></mods>",
}
# The list of https://api.crossref.org/types.
OF_CROSSREF = {
    Type.ARTICLE: "posted-content",
    Type.ARTICLE_JOURNAL: "journal-article",
    Type.BOOK: "book|book-series|book-set|edited-book|monograph|proceedings|proceedings-series|"
    "reference-book",
    Type.CHAPTER: "book-chapter|book-part|book-section|book-track",
    Type.DATASET: "database|dataset",
    Type.DOCUMENT: "component|grant|other",
    Type.ENTRY: "reference-entry",
    Type.PAPER_CONFERENCE: "proceedings-article",
    Type.PERIODICAL: "journal|journal-issue|journal-volume",
    Type.REPORT: "report|report-component|report-series",
    Type.REVIEW: "peer-review",
    Type.STANDARD: "standard",
    Type.THESIS: "dissertation",
}
NAMES: dict[str, dict[Type, str]] = {
    "enw": {
        Type.ARTICLE: "Preprint",
        Type.ARTICLE_JOURNAL: "Journal Article|Journal|Electronic Article",
        Type.ARTICLE_NEWSPAPER: "Newspaper Article|Newspaper",
        Type.BOOK: "Book|Edited Book|Electronic Book|Monograph",
        Type.BROADCAST: "Podcast|Radio Broadcast",
        Type.CHAPTER: "Book Section|Electronic Book Section",
        Type.CLASSIC: "Ancient Text",
        Type.DATASET: "Dataset|Aggregated Database|Online Database",
        Type.DOCUMENT: "Generic|Catalog|Grant|Press Release",
        Type.FIGURE: "Figure|Chart or Table|Equation",
        Type.LEGAL_CASE: "Case|Legal Case",
        Type.MANUSCRIPT: "Manuscript|Unpublished Work",
        Type.MOTION_PICTURE: "Film or Broadcast|Audiovisual Material",
        Type.PAPER_CONFERENCE: "Conference Paper|Conference Proceedings|Conference",
        Type.POST: "Discussion Forum",
        Type.POST_WEBLOG: "Blog|Blog Post",
        Type.REPORT: "Report|Government Document",
        Type.SOFTWARE: "Computer Program|Computer Software|Multimedia Application",
        Type.THESIS: "Thesis|Dissertation|Master Thesis",
        Type.WEBPAGE: "Web Page|Web Site|Webpage|Electronic Source|Online Multimedia",
    },
    "refworks": {
        Type.ARTICLE_JOURNAL: "Journal Article|Journal|Journal, Electronic|Abstract",
        Type.ARTICLE_NEWSPAPER: "Newspaper Article|Newspaper",
        Type.BILL: "Bill|Resolution",
        Type.BOOK: "Book, Whole|Book|Book, Edited|Monograph",
        Type.CHAPTER: "Book, Section|Book Chapter|Book Section|Book, Chapter",
        Type.DATASET: "Dataset",
        Type.DOCUMENT: "Generic|Grant",
        Type.MANUSCRIPT: "Unpublished",
        Type.MOTION_PICTURE: "Video|Video/ DVD|Video/DVD",
        Type.PAPER_CONFERENCE: "Conference Proceedings|Conference Paper",
        Type.POST: "Online Discussion Forum",
        Type.POST_WEBLOG: "Blog",
        Type.STANDARD: "Standard",
        Type.THESIS: "Dissertation/Thesis|Dissertation|Dissertation/Thesis, Unpublished|Thesis",
        Type.WEBPAGE: "Web Page|Website",
    },
    "crossref": OF_CROSSREF,
    "csljson": OF_CROSSREF,
    "mods": {
        Type.ARTICLE_JOURNAL: "article|article in journal|journal article|journalArticle",
        Type.ARTICLE_MAGAZINE: "magazine article|magazineArticle",
        Type.ARTICLE_NEWSPAPER: "newspaper article|newspaperArticle",
        Type.BOOK: "book|monograph",
        Type.CHAPTER: "book chapter|bookPart|bookSection|chapter",
        Type.DATASET: "data set|dataset",
        Type.ENTRY_DICTIONARY: "dictionary|dictionaryEntry",
        Type.ENTRY_ENCYCLOPEDIA: "encyclopedia|encyclopediaArticle",
        Type.GRAPHIC: "artwork",
        Type.HEARING: "hearing",
        Type.INTERVIEW: "interview",
        Type.LEGAL_CASE: "case|legal case and case notes",
        Type.LEGISLATION: "legislation",
        Type.MANUSCRIPT: "manuscript|unpublished",
        Type.MAP: "map",
        Type.MOTION_PICTURE: "film",
        Type.PAMPHLET: "pamphlet",
        Type.PAPER_CONFERENCE: "conference paper|conferencePaper|conference publication",
        Type.PATENT: "patent",
        Type.PERSONAL_COMMUNICATION: "letter",
        Type.POST_WEBLOG: "blogPost",
        Type.REPORT: "government publication",
        Type.SOFTWARE: "computer program",
        Type.THESIS: "thesis|academic thesis|bachelor thesis|diploma thesis|dissertation|"
        "doctoral thesis|doctoralThesis|habilitation thesis|licentiate thesis|masters thesis|"
        "master thesis|masterThesis|Ph.D. thesis",
        Type.WEBPAGE: "electronic|website",
    },
}


@pytest.mark.parametrize(
    ("format_", "name", "type_"),
    [
        (format_, name, type_)
        for format_, types in NAMES.items()
        for type_, names in types.items()
        for name in names.split("|")
    ],
)
def test_names_of_types(format_: str, name: str, type_: Type) -> None:
    reader = registry.formats()[format_].reader
    assert reader is not None
    diagnostics = Diagnostics()
    source = Source("x", RECORDS[format_].format(name))
    assert [record.type for record in reader.read(source, diagnostics)] == [type_]
    assert diagnostics.items == []
