"""What tags, fields and labels are read as: listed here by hand, not taken from the code.

Sources: the specification of RIS (2001) and its revision (2011); the manuals of BibTeX and
biblatex, and the fields that Zotero, JabRef, Mendeley and databases write; NoteExpress's tags.
"""

from __future__ import annotations

from typing import Any

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import (
    Date,
    ItemType,
    Record,
    Role,
)
from litconv.source import Source

RECORDS = {
    "ris": "TY  - {type}\n{tag}  - {value}\nER  - \n",
    "bibtex": "@{type}{{key, {tag} = {{{value}}}}}\n",
    "noteexpress": "{{Reference Type}}: {type}\n{{{tag}}}: {value}\n",
}

# Type, tags that mean the same (divided by |), value, where it is found, and as what.
READ: dict[str, list[tuple[str, str, str, str, object]]] = {
    "ris": [
        ("JOUR", "ID", "oak1", "id", "oak1"),
        ("JOUR", "TI|T1|CT", "Oaks", "title", "Oaks"),
        ("BOOK", "TI|T1|BT", "Oaks", "title", "Oaks"),
        ("JOUR", "ST", "Oaks\nTI  - Oaks of the north", "title_short", "Oaks"),
        ("JOUR", "TT", "Eichen", "translated_titles", "Eichen"),
        ("JOUR", "JO|JF|T2", "Tree Letters", "container_title", "Tree Letters"),
        ("JOUR", "J2", "Tree Lett.", "container_title_short", "Tree Lett."),
        ("CHAP", "T2|BT", "All Trees", "container_title", "All Trees"),
        ("BOOK", "T2|T3", "Tree Books", "collection_title", "Tree Books"),
        ("CHAP", "T3", "Tree Books", "collection_title", "Tree Books"),
        ("JOUR", "AU|A1", "Alder, Ann", "author", "Alder"),
        ("CHAP", "A2|ED", "Birch, Bo", "editor", "Birch"),
        ("BOOK", "A4|TA", "Cedar, Cy", "translator", "Cedar"),
        ("CHAP", "A3", "Elm, Ed", "collection-editor", "Elm"),
        ("JOUR", "PY|Y1", "2004", "issued", "2004"),
        ("JOUR", "PY|Y1|DA", "2004/09/30/", "issued", "2004-09-30"),
        ("JOUR", "Y2", "2010/01/02/", "accessed", "2010-01-02"),
        ("JOUR", "VL|VO", "12", "volume", "12"),
        ("JOUR", "IS|CP", "3", "issue", "3"),
        ("JOUR", "SP", "919", "pages.first", "919"),
        ("JOUR", "SP", "919-922", "pages.last", "922"),
        ("BOOK", "SP", "310", "pages.count", 310),
        ("JOUR", "C7", "e17", "pages.article_number", "e17"),
        ("JOUR", "SN", "1234-5679", "issn", "1234-5679"),
        ("BOOK", "SN", "978-3-16-148410-0", "isbn", "978-3-16-148410-0"),
        ("RPRT", "SN", "TR-7", "number", "TR-7"),
        ("JOUR", "DO", "10.5555/oak.1", "doi", "10.5555/oak.1"),
        ("JOUR", "DO", "https://doi.org/10.5555/oak.1", "doi", "10.5555/oak.1"),
        ("JOUR", "C2", "PMC1234567", "pmcid", "PMC1234567"),
        ("JOUR", "UR|LK", "https://example.org/oak", "url", "https://example.org/oak"),
        ("BOOK", "PB|PU", "Garden Press", "publisher", "Garden Press"),
        ("BOOK", "CY|PP|PI", "Elm Town", "publisher_place", "Elm Town"),
        ("BOOK", "ET", "2nd", "edition", "2"),
        ("JOUR", "AB|N2", "On oaks.", "abstract", "On oaks."),
        ("JOUR", "KW", "oaks", "keywords", "oaks"),
        ("JOUR", "LA", "en", "language", "en"),
        ("JOUR", "N1", "Read twice", "note", "Read twice"),
        ("JOUR", "AD", "Oak University", "affiliations", "Oak University"),
        ("THES", "M3", "PhD thesis", "genre", "PhD thesis"),
        ("JOUR", "RN", "Good", "extra annote", "Good"),
        ("JOUR", "CN", "QK 9", "extra call-number", "QK 9"),
        ("JOUR", "DB", "TreeBase", "extra source", "TreeBase"),
        ("CHAP", "SV", "7", "extra collection-number", "7"),
        ("BOOK", "NV", "3", "extra number-of-volumes", "3"),
        ("BOOK", "OP", "Eichen", "extra original-title", "Eichen"),
        ("JOUR", "RI", "Elms", "extra reviewed-title", "Elms"),
        ("NEWS", "SE", "Garden", "extra section", "Garden"),
        ("JOUR", "L1", "oak.pdf", "extra L1", "oak.pdf"),
    ],
    "bibtex": [
        ("article", "title", "Oaks", "title", "Oaks"),
        ("article", "shorttitle", "Oaks", "title_short", "Oaks"),
        (
            "article",
            "journal|journaltitle|fjournal",
            "Tree Letters",
            "container_title",
            "Tree Letters",
        ),
        (
            "article",
            "shortjournal|journal-iso|abbrev_source_title|journalabbr",
            "Tree Lett.",
            "container_title_short",
            "Tree Lett.",
        ),
        ("incollection", "booktitle", "All Trees", "container_title", "All Trees"),
        ("book", "series", "Tree Books", "collection_title", "Tree Books"),
        ("article", "author", "Alder, Ann", "author", "Alder"),
        ("incollection", "editor", "Birch, Bo", "editor", "Birch"),
        ("book", "translator", "Cedar, Cy", "translator", "Cedar"),
        ("incollection", "bookauthor|book-author", "Elm, Ed", "container-author", "Elm"),
        ("incollection", "editora|editorb|editorc", "Elm, Ed", "editor", "Elm"),
        ("book", "serieseditor", "Elm, Ed", "collection-editor", "Elm"),
        ("book", "collaborator", "Elm, Ed", "contributor", "Elm"),
        ("misc", "compiler", "Elm, Ed", "compiler", "Elm"),
        ("misc", "director", "Elm, Ed", "director", "Elm"),
        ("misc", "illustrator", "Elm, Ed", "illustrator", "Elm"),
        ("misc", "organizer", "Elm, Ed", "organizer", "Elm"),
        ("article", "year|date", "2004", "issued", "2004"),
        ("article", "date", "2004-09-30", "issued", "2004-09-30"),
        ("online", "urldate|lastchecked", "2010-01-02", "accessed", "2010-01-02"),
        ("inproceedings", "eventdate", "2010-01-02", "event_date", "2010-01-02"),
        ("inproceedings", "eventtitle", "Tree Days", "event_title", "Tree Days"),
        ("inproceedings", "venue", "Elm Town", "event_place", "Elm Town"),
        ("article", "volume", "12", "volume", "12"),
        ("article", "number|issue", "3", "issue", "3"),
        ("techreport", "number", "TR-7", "number", "TR-7"),
        ("article", "pages", "919--922", "pages.last", "922"),
        ("article", "pages", "919", "pages.first", "919"),
        ("book", "pagetotal|numpages", "310", "pages.count", 310),
        (
            "article",
            "eid|articleno|article-number|art_number|artnum",
            "e17",
            "pages.article_number",
            "e17",
        ),
        ("article", "issn|eissn|e-issn", "1234-5679", "issn", "1234-5679"),
        ("book", "isbn", "978-3-16-148410-0", "isbn", "978-3-16-148410-0"),
        ("article", "doi", "10.5555/oak.1", "doi", "10.5555/oak.1"),
        ("article", "pmid|pubmed_id", "15000001", "pmid", "15000001"),
        ("article", "pmcid|pmc", "PMC1234567", "pmcid", "PMC1234567"),
        ("article", "arxivid", "2001.00001", "arxiv", "2001.00001"),
        ("article", "url", "https://example.org/oak", "url", "https://example.org/oak"),
        ("book", "publisher", "Garden Press", "publisher", "Garden Press"),
        ("phdthesis", "school|institution", "Oak University", "publisher", "Oak University"),
        ("techreport", "institution", "Oak Board", "publisher", "Oak Board"),
        ("book", "address|location", "Elm Town", "publisher_place", "Elm Town"),
        ("book", "edition", "2", "edition", "2"),
        ("article", "abstract", "On oaks.", "abstract", "On oaks."),
        ("article", "keywords|keyword|author_keywords", "oaks, elms", "keywords", "oaks elms"),
        ("article", "langid|language|hyphenation", "english", "language", "en"),
        ("article", "note", "Read twice", "note", "Read twice"),
        ("article", "pubstate", "inpress", "status", "inpress"),
        ("techreport", "type", "White paper", "genre", "White paper"),
        ("article", "annote|annotation", "Good", "extra annote", "Good"),
        ("book", "volumes", "3", "extra number-of-volumes", "3"),
        ("inbook", "chapter", "4", "extra chapter-number", "4"),
        ("book", "origtitle", "Eichen", "extra original-title", "Eichen"),
        ("book", "origdate", "1904", "extra original-date", "1904"),
        ("book", "origpublisher", "Hain", "extra original-publisher", "Hain"),
        ("book", "origlocation", "Ulm", "extra original-publisher-place", "Ulm"),
        ("book", "part", "2", "extra part", "2"),
        ("software", "version", "1.2", "extra version", "1.2"),
        ("book", "library|lccn|callnumber", "QK 9", "extra call-number", "QK 9"),
        ("book", "archive", "Elm House", "extra archive", "Elm House"),
        ("article", "source", "TreeBase", "extra source", "TreeBase"),
        ("article", "titletranslation", "Eichen", "translated_titles", "Eichen"),
        ("article", "affiliation|affiliations", "Oak Univ", "affiliations", "Oak Univ"),
        ("article", "times-cited|timescited", "4", "times_cited", 4),
        ("article", "issue_date", "May 2004", "extra issue_date", "May 2004"),
        ("article", "file", "oak.pdf", "extra file", "oak.pdf"),
    ],
    "noteexpress": [
        ("Journal Article", "Title|题名|标题", "Oaks", "title", "Oaks"),
        ("Journal Article", "Short Title", "Oaks", "title_short", "Oaks"),
        ("Journal Article", "Journal|期刊|刊名", "Tree Letters", "container_title", "Tree Letters"),
        (
            "Journal Article",
            "Journal Abbreviation|Alternate Journal",
            "Tree Lett.",
            "container_title_short",
            "Tree Lett.",
        ),
        ("Journal Article", "Author|作者", "Alder, Ann", "author", "Alder"),
        ("Book", "Editor", "Birch, Bo", "editor", "Birch"),
        (
            "Book",
            "Translator|Subsidiary Author|Subsidiary Author,|译者",
            "Cedar, Cy",
            "translator",
            "Cedar",
        ),
        ("Book", "Secondary Author", "Elm, Ed", "collection-editor", "Elm"),
        ("Book Section", "Secondary Author", "Birch, Bo", "editor", "Birch"),
        (
            "Book",
            "Secondary Title|Series Title|Series",
            "Tree Books",
            "collection_title",
            "Tree Books",
        ),
        ("Book Section", "Secondary Title|Book Title", "All Trees", "container_title", "All Trees"),
        ("Journal Article", "Year|年|年份", "2004", "issued", "2004"),
        ("Journal Article", "Date|日期", "2004-09-30", "issued", "2004-09-30"),
        (
            "Conference Proceedings",
            "Conference|Conference Name",
            "Tree Days",
            "event_title",
            "Tree Days",
        ),
        (
            "Conference Proceedings",
            "Conference Location|Conference Place",
            "Ulm",
            "event_place",
            "Ulm",
        ),
        ("Journal Article", "Volume|卷", "12", "volume", "12"),
        ("Journal Article", "Issue|期", "3", "issue", "3"),
        ("Report", "Number", "TR-7", "number", "TR-7"),
        ("Journal Article", "Pages|Page|页码", "919-922", "pages.last", "922"),
        ("Book", "Page Count|Number of Pages", "310", "pages.count", 310),
        ("Journal Article", "ISBN/ISSN|ISSN", "1234-5679", "issn", "1234-5679"),
        (
            "Book",
            "ISBN/ISSN|ISSN/ISBN|ISBN|图书印刷版ISBN|图书电子版ISBN",
            "978-3-16-148410-0",
            "isbn",
            "978-3-16-148410-0",
        ),
        (
            "Journal Article",
            "DOI|DOI number|Digital Object Identifier|Electronic Resource Number",
            "10.5555/oak.1",
            "doi",
            "10.5555/oak.1",
        ),
        (
            "Journal Article",
            "URL|Link|链接|网址",
            "https://example.org/o",
            "url",
            "https://example.org/o",
        ),
        ("Book", "Publisher|出版社|出版者", "Garden Press", "publisher", "Garden Press"),
        (
            "Book",
            "Place Published|Publication Place|出版地",
            "Elm Town",
            "publisher_place",
            "Elm Town",
        ),
        ("Book", "Edition|版本", "2nd", "edition", "2"),
        ("Journal Article", "Abstract|摘要", "On oaks.", "abstract", "On oaks."),
        ("Journal Article", "Keywords|Keyword|关键词", "oaks;elms", "keywords", "oaks elms"),
        ("Journal Article", "Language|语言|语种", "Chinese", "language", "zh"),
        ("Journal Article", "Notes|Note|备注|附注", "Read twice", "note", "Read twice"),
        (
            "Journal Article",
            "Accessed|Access Date|Date Accessed",
            "2010-01-02",
            "accessed",
            "2010-01-02",
        ),
        (
            "Journal Article",
            "Author Address|Author Affiliation|Affiliation|作者单位|作者地址|单位",
            "Oak University",
            "affiliations",
            "Oak University",
        ),
        ("Thesis", "Type of Work|Type", "PhD thesis", "genre", "PhD thesis"),
        ("Thesis", "导师", "钱枫", "note", "导师: 钱枫"),
        ("Journal Article", "CLC|CLC Number|分类号|中图分类号", "Q949", "clc", "Q949"),
        (
            "Journal Article",
            "Database Provider|数据库|数据库提供者",
            "CNKI",
            "extra source",
            "CNKI",
        ),
        ("Book", "Call Number", "QK 9", "extra call-number", "QK 9"),
        ("Book", "Number of Volumes", "3", "extra number-of-volumes", "3"),
        ("Newspaper Article", "Section", "Garden", "extra section", "Garden"),
        ("Book", "Original Title", "Eichen", "extra original-title", "Eichen"),
    ],
}


def found(record: Record, place: str) -> object:
    """Give what a record has in a place, in the plainest words that tell it apart."""
    kind, _, tag = place.partition(" ")
    known: Any
    if kind == "extra":
        known = [raw.value for raw in record.extra if raw.tag == tag]
    elif place == "clc":
        known = [one.code for one in record.subjects if one.scheme == "clc"]
    elif place in set(Role):
        known = [name.family for name in record.names(Role(place))]
    elif place.startswith("pages."):
        known = getattr(record.pages, place.removeprefix("pages."))
    else:
        known = getattr(record.identifiers, place, None) or getattr(record, place)
    if isinstance(known, Date):
        return known.start.iso if known.start else known.literal
    if isinstance(known, list | tuple):
        return " ".join(one if isinstance(one, str) else one.title for one in known)
    return known


@pytest.mark.parametrize(
    ("format_", "type_", "tag", "value", "place", "expected"),
    [
        (format_, type_, tag, *rest)
        for format_, rows in READ.items()
        for type_, tags, *rest in rows
        for tag in tags.split("|")
    ],
)
def test_what_a_tag_is_read_as(
    format_: str, type_: str, tag: str, value: str, place: str, expected: object
) -> None:
    reader = registry.formats()[format_].reader
    assert reader is not None
    text = RECORDS[format_].format(type=type_, tag=tag, value=value)
    diagnostics = Diagnostics()
    (record,) = reader.read(Source("x", text), diagnostics)
    assert found(record, place) == expected
    assert diagnostics.items == []


@pytest.mark.parametrize("label", ["Reference Type", "文献类型", "题录类型", "参考文献类型"])
def test_what_the_type_is_called_in_noteexpress(label: str) -> None:
    reader = registry.formats()["noteexpress"].reader
    assert reader is not None
    source = Source("x", f"{{{label}}}: Thesis\n{{Title}}: Oaks\n")
    (record,) = reader.read(source, Diagnostics())
    assert (record.type, record.title) == (ItemType.THESIS, "Oaks")
