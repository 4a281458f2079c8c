"""MODS: types, titles, names, parts."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv.formats.mods.reader import ModsReader
from litconv.model import Date, ItemType, Name, OtherIdentifier, PartialDate, Record, Role
from made_records import dated, extra_of, only

HOST = '<relatedItem type="host">{}</relatedItem>'
read_all = partial(made_records.read, "mods", file="f.xml")


def read(inner: str) -> Record:
    """Give the record that has these elements; nothing may be said about it."""
    return only("mods", f"<mods>{inner}</mods>")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ('<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">', True),
        ("<!-- x -->\n<mods:mods xmlns:mods='http://www.loc.gov/mods/v3'>", True),
        ("<mods>", True),
        ("<mets:mets><mets:xmlData><mods:mods>", True),
        ("<modsx>", False),
        ("<collection xmlns='http://www.loc.gov/MARC21/slim'>", False),
        ("a text about <mods>", False),
        ("<xml><records><record><ref-type", False),
    ],
)
def test_it_is_told_by_its_root(head: str, known: bool) -> None:  # noqa: FBT001 (a table)
    assert ModsReader().sniff(head) is known


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<genre>journalArticle</genre>", ItemType.ARTICLE_JOURNAL),
        ("<genre>Thesis</genre>", ItemType.THESIS),
        (f"<genre>book</genre>{HOST.format('<genre>book</genre>')}", ItemType.CHAPTER),
        (HOST.format("<genre>conference publication</genre>"), ItemType.PAPER_CONFERENCE),
        (HOST.format("<genre>newspaper</genre>"), ItemType.ARTICLE_NEWSPAPER),
        (HOST.format("<identifier type='issn'>0028-0836</identifier>"), ItemType.ARTICLE_JOURNAL),
        (
            HOST.format("<originInfo><issuance>continuing</issuance></originInfo>"),
            ItemType.ARTICLE_JOURNAL,
        ),
        (HOST.format("<titleInfo><title>Trees</title></titleInfo>"), ItemType.CHAPTER),
        ("<typeOfResource>cartographic</typeOfResource>", ItemType.MAP),
        ("<typeOfResource manuscript='yes'>text</typeOfResource>", ItemType.MANUSCRIPT),
        ("<originInfo><issuance>monographic</issuance></originInfo>", ItemType.BOOK),
        ("<originInfo><issuance>continuing</issuance></originInfo>", ItemType.PERIODICAL),
        ("<note>x</note>", ItemType.DOCUMENT),
    ],
)
def test_types(inner: str, expected: ItemType) -> None:
    assert read(inner).type is expected


KEYED = '<identifier type="citekey">k</identifier><part><detail type="number">{}</detail></part>'
NUMBERED = KEYED.format("<number>7</number>")
SERIES = HOST.format("<titleInfo><title>Trees</title></titleInfo>")


def test_the_host_of_a_book_of_bibutils_is_its_series() -> None:
    book = read(f"<genre>book</genre>{NUMBERED}{SERIES}")
    assert (book.type, book.collection_title, book.container_title) == (ItemType.BOOK, "Trees", "")
    assert (book.issue, extra_of(book)) == ("", [("collection-number", "7")])
    report = read(f"<genre>technical report</genre>{NUMBERED}{SERIES}")
    assert (report.type, report.collection_title) == (ItemType.REPORT, "Trees")
    assert (report.number, report.issue, report.extra) == ("7", "", ())


def test_other_hosts_and_numbers_are_what_they_are() -> None:
    part = read(f"<genre>book</genre>{SERIES}")  # of a catalogue: no key of bibutils
    assert (part.type, part.container_title) == (ItemType.CHAPTER, "Trees")
    detailed = HOST.format("<titleInfo><title>Trees</title></titleInfo><genre>book</genre>")
    chapter = read(f"<genre>book</genre>{NUMBERED}{detailed}")
    assert (chapter.type, chapter.container_title, chapter.issue) == (
        ItemType.CHAPTER,
        "Trees",
        "7",
    )
    alone = read(f"<genre>book</genre>{NUMBERED}")
    assert (alone.type, alone.issue) == (ItemType.BOOK, "7")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<title>Oak</title>", "Oak"),
        ("<nonSort>The </nonSort><title>oak</title>", "The oak"),
        ("<nonSort>L'</nonSort><title>arbre</title>", "L'arbre"),
        ("<title>Why?</title><subTitle>because</subTitle>", "Why? because"),
        ("<title>Oak</title><partNumber>2</partNumber>", "Oak. 2"),
        ("<title>Oak <i>leaf</i></title>", "Oak <i>leaf</i>"),
    ],
)
def test_titles(inner: str, expected: str) -> None:
    assert read(f"<titleInfo>{inner}</titleInfo>").title == expected


def test_names() -> None:
    record = read(
        "<name type='personal'><namePart type='given'>J K</namePart>"
        "<namePart type='family'>Alder</namePart></name>"
        "<name><namePart>Birch, Carl</namePart><role><roleTerm>trl</roleTerm></role></name>"
        "<name type='conference'><namePart>Leaf Days</namePart></name>"
    )
    found = [(one.role, one.name.family, one.name.given) for one in record.contributors]
    assert found == [(Role.AUTHOR, "Alder", "J. K."), (Role.TRANSLATOR, "Birch", "Carl")]
    assert record.event_title == "Leaf Days"


def test_names_of_host_and_series() -> None:
    name = "<name><namePart>Cedar, D.</namePart><role><roleTerm>editor</roleTerm></role></name>"
    series = f"<relatedItem type='series'>{name}</relatedItem>"
    roles = [one.role for one in read(HOST.format(f"{name}{series}")).contributors]
    assert roles == [Role.EDITOR, Role.COLLECTION_EDITOR]


def test_a_cut_list_of_names() -> None:
    records, diagnostics = read_all("<mods>\n<name><etal/></name></mods>")
    assert extra_of(records[0]) == [("author-others", "et al.")]
    assert [str(one.span) for one in diagnostics.items] == ["f.xml:2:1"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<dateIssued>2001-02</dateIssued>", dated(2001, 2)),
        (
            "<dateIssued>c1999</dateIssued><copyrightDate>1998</copyrightDate>",
            dated(1999),
        ),
        ("<dateCreated>1998</dateCreated>", dated(1998)),
        (
            "<dateIssued qualifier='approximate'>1998</dateIssued>",
            Date(start=PartialDate(1998), circa=True),
        ),
        ("<dateIssued>no date</dateIssued>", Date(literal="no date")),
    ],
)
def test_dates(inner: str, expected: Date) -> None:
    assert read(f"<originInfo>{inner}</originInfo>").issued == expected


def test_parts() -> None:
    record = read(
        "<part><detail type='volume'><number>3</number></detail><detail type='number'>"
        "<number>2</number></detail><detail type='chapter'><number>9</number></detail>"
        "<extent unit='pages'><list>1-9</list></extent><date>2003</date></part>"
    )
    assert (record.volume, record.issue, record.pages.text) == ("3", "2", "1-9")
    assert record.issued == dated(2003)
    assert extra_of(record) == [("chapter-number", "9")]


def test_identifiers() -> None:
    record = read(
        "<identifier type='doi'>https://doi.org/10.5555/x</identifier>"
        "<identifier type='pmc'>PMC123</identifier><identifier type='isbn' invalid='yes'>1"
        "</identifier><identifier type='uri'>https://example.org/1</identifier>"
        "<identifier type='hdl'>1/2</identifier>"
    )
    known = record.identifiers
    assert (known.doi, known.pmcid, known.isbn) == ("10.5555/x", "PMC123", ())
    assert known.other == (OtherIdentifier("hdl", "1/2"),)
    assert record.url == "https://example.org/1"
    assert extra_of(record) == [("isbn (invalid)", "1")]


def test_topics_of_a_list_are_a_chain_and_free_ones_are_not() -> None:
    topics = "<topic>Oak</topic><topic>Leaf</topic></subject>"
    assert read(f"<subject>{topics}").keywords == ("Oak", "Leaf")
    assert read(f"<subject authority='lcsh'>{topics}").keywords == ("Oak--Leaf",)


def test_nothing_unknown_is_lost() -> None:
    inner = "<accessCondition>free</accessCondition><extension><a>b</a></extension>"
    assert extra_of(read(inner)) == [("accessCondition", "free"), ("a", "b")]


def test_a_file_cut_anywhere_is_read_as_far_as_it_goes() -> None:
    text = "<m:modsCollection>" + "<m:mods><m:note>x &amp; y</m:note></m:mods>" * 2
    counts = [len(read_all(text[:end])[0]) for end in range(len(text) + 1)]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}


def test_what_catalogues_made_of_marc_fields() -> None:
    record = read(
        "<name type='personal'><namePart>Alder, Anna,</namePart><role>"
        "<roleTerm type='text'>author.</roleTerm></role></name>"
        "<genre authority='marcgt'>bibliography</genre><physicalDescription>"
        "<extent>xiv, 320 p. : ill. ; 24 cm.</extent></physicalDescription>"
    )
    assert record.authors == (Name(family="Alder", given="Anna"),)
    assert record.pages.count == 320
    assert record.genre == ""
    assert extra_of(record) == [
        ("marcgt", "bibliography"),
        ("extent", "xiv, 320 p. : ill. ; 24 cm."),
    ]


def test_diva_has_codes_beside_words_and_the_publisher_twice() -> None:
    record = read(
        "<name type='corporate'><namePart>Elmstad</namePart><namePart>Trees</namePart>"
        "<role><roleTerm type='code'>pbl</roleTerm></role></name>"
        "<originInfo><publisher>University of Elmstad</publisher></originInfo>"
        "<genre authority='diva' type='publicationTypeCode'>monographDoctoralThesis</genre>"
        "<genre authority='svep'>dok</genre><genre>Doctoral thesis, monograph</genre>"
    )
    assert record.type is ItemType.THESIS
    assert record.publisher == "University of Elmstad"
    assert record.genre == "Doctoral thesis, monograph"
    assert extra_of(record) == [
        ("publisher-name", "Elmstad. Trees"),
        ("svep", "dok"),
    ]
    role = "<role><roleTerm>publisher</roleTerm></role>"
    alone = f"<name type='corporate'><namePart>Larch Press</namePart>{role}</name>"
    assert read(alone).publisher == "Larch Press"
