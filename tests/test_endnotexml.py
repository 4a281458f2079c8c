"""EndNote XML: tables, odd rows, what is told from other XML."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv.formats.endnotexml.reader import EndNoteXmlReader
from litconv.formats.endnotexml.tables import TYPE_OF_NAME, TYPE_OF_NUMBER, TYPES
from litconv.model import Date, ItemType, OtherIdentifier, PartialDate, Record, Role
from made_records import dated, extra_of, only

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
read_all = partial(made_records.read, "endnotexml", file="f.xml")


def read(inner: str, kind: str = "Journal Article") -> Record:
    """Give the record that has these elements; nothing may be said about it."""
    text = f'<xml><records><record><ref-type name="{kind}"/>{inner}</record></records></xml>'
    return only("endnotexml", text)


# ---------------------------------------------------------------------- what it is
@pytest.mark.parametrize(
    ("head", "known"),
    [
        (f"{HEAD}<xml><records><record><database>x</database><ref-type name=", True),
        ("<xml>\n <records>\n <record>\n <source-app name='x'>", True),
        ("<records><record><contributors><authors>", True),
        ("<!-- made by hand --><xml><records><record><rec-number>1</rec-number>", True),
        ("<xml><records>", False),
        ("<OAI-PMH><ListRecords><record><header><identifier>x", False),
        ("<collection><record><leader>00</leader><controlfield tag='1'>", False),
        ("text about <record><ref-type name='x'>", False),
        ("<html><body><pre>", False),
    ],
)
def test_it_is_told_by_what_only_its_records_hold(head: str, known: bool) -> None:  # noqa: FBT001 (a table)
    assert EndNoteXmlReader().sniff(head) is known


@pytest.mark.parametrize(
    ("name", "number", "type_"),
    [
        ("Journal Article", "17", ItemType.ARTICLE_JOURNAL),
        ("Book Section", "5", ItemType.CHAPTER),
        ("Book", "6", ItemType.BOOK),
        ("Conference Paper", "47", ItemType.PAPER_CONFERENCE),
        ("Conference Proceedings", "10", ItemType.PAPER_CONFERENCE),
        ("Thesis", "32", ItemType.THESIS),
        ("Report", "27", ItemType.REPORT),
        ("Web Page", "12", ItemType.WEBPAGE),
        ("Generic", "13", ItemType.DOCUMENT),
        ("Newspaper Article", "23", ItemType.ARTICLE_NEWSPAPER),
        ("Magazine Article", "19", ItemType.ARTICLE_MAGAZINE),
        ("Patent", "25", ItemType.PATENT),
        ("Standard", "58", ItemType.STANDARD),
        ("Dataset", "59", ItemType.DATASET),
        ("Computer Program", "9", ItemType.SOFTWARE),
        ("Electronic Article", "43", ItemType.ARTICLE_JOURNAL),
        ("Electronic Book", "44", ItemType.BOOK),
        ("Electronic Book Section", "60", ItemType.CHAPTER),
        ("Unpublished Work", "34", ItemType.MANUSCRIPT),
        ("Encyclopedia", "53", ItemType.ENTRY_ENCYCLOPEDIA),
        ("Film or Broadcast", "21", ItemType.MOTION_PICTURE),
    ],
)
def test_types_are_told_by_name_or_number(name: str, number: str, type_: ItemType) -> None:
    assert TYPE_OF_NAME[name.casefold()] is type_
    assert TYPE_OF_NUMBER[number] is type_


def test_the_name_goes_before_the_number() -> None:
    text = '<record><ref-type name="Thesis">17</ref-type></record>'
    assert read_all(text)[0][0].type is ItemType.THESIS


def test_an_unknown_type_is_said_and_kept() -> None:
    records, diagnostics = read_all('<record>\n<ref-type name="Rune">99</ref-type></record>')
    assert records[0].type is ItemType.DOCUMENT
    assert extra_of(records[0]) == [("ref-type", "99 Rune")]
    assert [str(one.span) for one in diagnostics.items] == ["f.xml:2:1"]


def test_every_type_has_a_row() -> None:
    assert set(TYPES) == set(ItemType)


# ---------------------------------------------------------------------- numbers
@pytest.mark.parametrize(
    ("number", "day"),
    [("March 3, 2015", (2015, 3, 3)), ("14/3/2015", (2015, 3, 14)), ("2015-03-14", (2015, 3, 14))],
)
def test_the_number_of_a_web_page_is_the_day_of_the_visit(
    number: str, day: tuple[int, int, int]
) -> None:
    record = read(f"<volume>2015</volume><number>{number}</number>", "Web Page")
    assert record.accessed == dated(*day)
    assert (record.volume, record.issue) == ("", "")


def test_a_bare_number_is_no_day() -> None:
    record = read("<volume>2015</volume><number>1000</number>", "Blog")
    assert (record.accessed, record.volume, record.issue) == (None, "2015", "1000")


@pytest.mark.parametrize("kind", ["Thesis", "Report", "Patent", "Standard"])
def test_the_number_of_a_work_of_its_own_is_no_issue(kind: str) -> None:
    record = read("<number>12-7</number>", kind)
    assert (record.number, record.issue) == ("12-7", "")


def test_the_report_number_goes_before_the_number() -> None:
    record = read("<number>7</number><isbn>TR-12</isbn>", "Report")
    assert (record.number, extra_of(record)) == ("TR-12", [("number", "7")])


def test_the_number_of_a_book_is_that_in_its_series() -> None:
    series = "<titles><secondary-title>Trees</secondary-title></titles><number>04</number>"
    record = read(series, "Book")
    assert (record.issue, extra_of(record)) == ("", [("collection-number", "4")])
    assert read("<number>04</number>", "Book").issue == "4"


@pytest.mark.parametrize(
    ("volume", "genre", "number"),
    [("PhD", "PhD", ""), ("硕士", "硕士", ""), ("2", "", "2"), ("II", "", "II"), ("A", "", "A")],
)
def test_the_volume_of_a_thesis_is_its_degree(volume: str, genre: str, number: str) -> None:
    record = read(f"<volume>{volume}</volume>", "Thesis")
    assert (record.genre, record.volume) == (genre, number)


# ---------------------------------------------------------------------- people
def test_the_secondary_author_of_a_book_edits_the_series_if_it_has_one() -> None:
    people = (
        "<contributors><secondary-authors><author>Alder, A.</author></secondary-authors>"
        "<tertiary-authors><author>Birch, B.</author></tertiary-authors></contributors>"
    )
    series = "<titles><secondary-title>Trees</secondary-title></titles>"
    with_series = read(series + people, "Book").contributors
    assert [one.role for one in with_series] == [Role.COLLECTION_EDITOR, Role.EDITOR]
    assert read(people, "Book").contributors[0].role is Role.EDITOR


def test_several_names_in_one_cell_are_several_people() -> None:
    cell = "<contributors><authors><author>Alder, A.&#xD;Birch, B.; et al.</author></authors>"
    records, diagnostics = read_all(f"<record>{cell}</contributors></record>")
    assert [one.family for one in records[0].authors] == ["Alder", "Birch"]
    assert [one.code for one in diagnostics.items] == ["names-cut"]


# ---------------------------------------------------------------------- places
@pytest.mark.parametrize(
    ("cited", "full", "short", "expected"),
    [
        ("J Leaf", "Journal of Leaf", "J. Leaf", ("Journal of Leaf", "J. Leaf", [])),
        ("Journal of Leaf", "Journal of Leaf", "J. Leaf", ("Journal of Leaf", "J. Leaf", [])),
        ("Leaf", "Leaf", "Leaf", ("Leaf", "", [])),
        ("", "Leaf Letters", "Leaf Let", ("Leaf Letters", "Leaf Let", [])),
        ("Leaf", "Root Records", "", ("Leaf", "", [("full-title", "Root Records")])),
    ],
)
def test_journals(
    cited: str, full: str, short: str, expected: tuple[str, str, list[tuple[str, str]]]
) -> None:
    record = read(
        f"<titles><secondary-title>{cited}</secondary-title></titles><periodical>"
        f"<full-title>{full}</full-title><abbr-1>{short}</abbr-1></periodical>"
    )
    assert (record.container_title, record.container_title_short, extra_of(record)) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<year>2015</year>", dated(2015)),
        (
            "<year>2015</year><pub-dates><date>Mar 3</date></pub-dates>",
            dated(2015, 3, 3),
        ),
        (
            "<year>2015</year><pub-dates><date>Sep-Oct</date></pub-dates>",
            Date(start=PartialDate(2015, 9), end=PartialDate(2015, 10)),
        ),
        ("<pub-dates><date>2015-03-03</date></pub-dates>", dated(2015, 3, 3)),
        ("<year>n.d.</year>", Date(literal="n.d.")),
    ],
)
def test_dates(dates: str, expected: Date) -> None:
    assert read(f"<dates>{dates}</dates>").issued == expected


def test_the_stage_of_a_work_is_no_date() -> None:
    record = read("<dates><year>in press</year></dates>")
    assert (record.issued, record.status) == (None, "in press")


@pytest.mark.parametrize(
    ("inner", "pmid", "other"),
    [
        ("<remote-database-provider>NLM</remote-database-provider>", "123456", ()),
        ("<remote-database-name>Ovid MEDLINE(R)</remote-database-name>", "123456", ()),
        (
            "<urls><web-urls><url>http://www.ncbi.nlm.nih.gov/pubmed/123456</url></web-urls></urls>",
            "123456",
            (),
        ),
        ("", "", (OtherIdentifier("accession", "123456"),)),
    ],
)
def test_a_bare_accession_number_is_a_pmid_where_something_says_so(
    inner: str, pmid: str, other: tuple[OtherIdentifier, ...]
) -> None:
    known = read(f"<accession-num>123456</accession-num>{inner}").identifiers
    assert (known.pmid, known.other) == (pmid, other)


def test_numbers_of_other_databases() -> None:
    wos = read("<accession-num>WOS:000123456700001</accession-num>").identifiers.other
    assert wos == (OtherIdentifier("WOS", "000123456700001"),)
    record = read("<custom3>PUBMED 123456,EMBASE 987654</custom3>")
    assert record.identifiers.pmid == "123456"
    assert record.identifiers.other == (OtherIdentifier("Embase", "987654"),)
    named = "<remote-database-name>Embase&#xD;Medline</remote-database-name>"
    record = read(f"<custom5>123456</custom5>{named}")
    assert (record.identifiers.pmid, extra_of(record)) == (
        "123456",
        [("source", "Embase; Medline")],
    )
    assert extra_of(read("<custom5>123456</custom5>")) == [("custom5", "123456")]


def test_urls() -> None:
    record = read(
        "<accession-num>WOS:1</accession-num><urls><web-urls><url>https://example.org/a</url></web-urls><related-urls>"
        "<url>&lt;Go to ISI&gt;://WOS:1</url><url>https://example.org/b</url></related-urls>"
        "<pdf-urls><url>internal-pdf://x.pdf</url></pdf-urls></urls>"
    )
    assert record.url == "https://example.org/a"
    assert extra_of(record) == [
        ("related-urls", "https://example.org/b"),
        ("pdf-urls", "internal-pdf://x.pdf"),
    ]


def test_a_link_to_web_of_science_is_kept_where_it_is_all_there_is() -> None:
    link = "<urls><related-urls><url>&lt;Go to ISI&gt;://WOS:1</url></related-urls></urls>"
    assert extra_of(read(link)) == [("related-urls", "<Go to ISI>://WOS:1")]


def test_nothing_unknown_is_lost() -> None:
    record = read("<misc9>a</misc9><odd><b>c</b><d><style>e</style></d></odd><custom4>f</custom4>")
    assert extra_of(record) == [("misc9", "a"), ("b", "c"), ("d", "e"), ("custom4", "f")]


# ---------------------------------------------------------------------- damage
SAMPLE = (
    f"{HEAD}<xml><records><record><rec-number>1</rec-number><ref-type name='Book'>6</ref-type>"
    "<titles><title><style face='italic'>Oak &amp; ash</style></title></titles></record>"
    "<record><dates><year>2001</year></dates></record></records></xml>"
)


def test_a_file_cut_anywhere_is_read_as_far_as_it_goes() -> None:
    counts = [len(read_all(SAMPLE[:end])[0]) for end in range(len(SAMPLE) + 1)]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}


@pytest.mark.parametrize("kind", ["Computer Program", "Dataset"])
def test_the_edition_of_a_program_is_its_version(kind: str) -> None:
    record = read("<titles><title>Hedge</title></titles><edition>1.2</edition>", kind)
    assert (record.edition, extra_of(record)) == ("", [("version", "1.2")])


def test_a_section_is_kept_once() -> None:
    record = read("<section>4</section>", "Newspaper Article")
    assert extra_of(record) == [("section", "4")]


def test_a_chapter_has_its_number_and_its_books_number_in_the_series() -> None:
    titles = "<title>Bark</title><secondary-title>Woods</secondary-title>"
    record = read(
        f"<titles>{titles}<tertiary-title>Groves</tertiary-title></titles>"
        "<number>14</number><section>3</section>",
        "Book Section",
    )
    assert record.issue == ""
    assert extra_of(record) == [("collection-number", "14"), ("chapter-number", "3")]
