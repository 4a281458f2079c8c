"""Web of Science, read: what a file is told by, its types and tags."""

from __future__ import annotations

import pytest

from litconv.formats.wos import tables
from litconv.formats.wos.people import addresses
from litconv.formats.wos.reader import WosReader
from litconv.model import (
    Date,
    Identifiers,
    ItemType,
    Name,
    OtherIdentifier,
    PartialDate,
    Record,
    Role,
)
from wos_records import one, read, write

# ------------------------------------------------------------------------------------- what it is


@pytest.mark.parametrize(
    "head",
    [
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n",
        "\ufeffFN Thomson Reuters Web of Knowledge\nVR 1.0\n",
        "FN ISI Export Format\n\nVR 1.0\n",
        "PT J\nAU Alder, B\nTI T\nSO S\n",
        "DT Article\nPT J\nAU Alder, B\nTI T\n",
        "VR 1.0\nPT J\nAU Alder, B\nTI T\nSO S\n",
        "<script>x</script>\nPT J\nAU Alder, B\nTI T\nSO S\n",
    ],
)
def test_it_is_told_by_its_header_or_its_first_tags(head: str) -> None:
    assert WosReader().sniff(head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "PT J\n",
        "AU Alder, B\nPT J\nTI T\nSO S\nPY 2001\n",
        "RT Journal Article\nT1 T\nA1 A\nPT J\nTI T\nAU A\n",
        "TY  - JOUR\nTI  - T\nAU  - A\nPY  - 2001\n",
        "PT  - Journal Article\nTI  - T\nAU  - A\nPY  - 1\n",
        "FN is what the title begins with\n",
    ],
)
def test_it_claims_no_other_file(head: str) -> None:
    assert not WosReader().sniff(head)


# ------------------------------------------------------------------------------------------ types


def test_each_type_reads_back_from_what_is_written() -> None:
    for type_ in tables.TYPES:
        (again,), _ = read(write(Record(type=type_, title="T"))[0])
        assert (again.type, again.extra) == (type_, ()), type_


@pytest.mark.parametrize(
    ("published", "kind", "expected", "genre"),
    [
        ("J", "Article", ItemType.ARTICLE_JOURNAL, ""),
        ("J", "Review", ItemType.ARTICLE_JOURNAL, ""),
        ("J", "Proceedings Paper", ItemType.ARTICLE_JOURNAL, ""),
        ("J", "Article; Data Paper", ItemType.ARTICLE_JOURNAL, "Data Paper"),
        ("J", "Letter", ItemType.ARTICLE_JOURNAL, "Letter"),
        ("J", "Book Review", ItemType.REVIEW_BOOK, ""),
        ("S", "Article", ItemType.CHAPTER, ""),
        ("S", "Article; Book Chapter; Proceedings Paper", ItemType.PAPER_CONFERENCE, ""),
        ("B", "Review; Book Chapter", ItemType.CHAPTER, ""),
        ("B", "Editorial Material; Book Chapter", ItemType.CHAPTER, "Editorial Material"),
        ("B", "Book", ItemType.BOOK, ""),
        ("C", "Meeting Abstract", ItemType.PAPER_CONFERENCE, "Meeting Abstract"),
        ("D", "Data study", ItemType.DATASET, ""),
        ("P", "", ItemType.PATENT, ""),
        ("K", "-", ItemType.ARTICLE_JOURNAL, ""),
    ],
)
def test_the_type_comes_from_both_tags(
    published: str, kind: str, expected: ItemType, genre: str
) -> None:
    (record,), _ = read(f"PT {published}\nTI T\nDT {kind}\nER\n")
    assert (record.type, record.genre) == (expected, genre)


def test_a_genre_of_another_database_has_its_word_here() -> None:
    text = write(Record(type=ItemType.ARTICLE_JOURNAL, genre="Published Erratum"))[0]
    assert "DT Correction\n" in text


# ------------------------------------------------------------------------------------ single tags


def test_full_names_count_and_short_ones_stand_in() -> None:
    assert one("AU Alder, B\nAF Alder, Barbara").authors == (Name(family="Alder", given="Barbara"),)
    assert [it.family for it in one("AU Alder, B\n   Birch, C").authors] == ["Alder", "Birch"]


def test_lists_of_names_that_do_not_match_are_both_kept() -> None:
    record = one("AU Alder, B\n   Birch, C\nAF Alder, Barbara")
    assert len(record.authors) == 1
    assert [(it.tag, it.value) for it in record.extra] == [("AU", "Alder, B\nBirch, C")]


def test_addresses_are_linked_by_either_form_of_a_name() -> None:
    names = "AU Alder, B\n   Birch, C\nAF Alder, Barbara\n   Birch, Carl\n"
    record = one(f"{names}C1 [Alder, B; Birch, Carl] Elm Inst, Elmtown.\n   [Nobody, N] Rowton.")
    assert record.affiliations == ("Elm Inst, Elmtown", "Rowton")
    assert [it.affiliations for it in record.authors] == [("Elm Inst, Elmtown",)] * 2


def test_an_address_for_a_family_name_that_two_have_is_not_linked() -> None:
    record = one("AU Alder, B\n   Alder, Bo\nC1 [Alder, Barb] Elm Inst.")
    assert [it.affiliations for it in record.authors] == [(), ()]


def test_addresses_are_divided_at_stops_and_brackets() -> None:
    assert addresses("Univ A, Elmtown,\nEngland.\n[X, Y] B\n[Z] C.; [W] D.") == [
        "Univ A, Elmtown, England.",
        "[X, Y] B",
        "[Z] C.",
        "[W] D.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PY 2006\nPD JUN 14", Date(start=PartialDate(2006, 6, 14))),
        ("PY 2006\nPD WIN", Date(start=PartialDate(2006), season=4)),
        ("PD 04 2006", Date(start=PartialDate(2006, 4))),
        ("EA JAN 2020", Date(start=PartialDate(2020, 1))),
        ("PD DEC-JAN\nPY 2006", Date(start=PartialDate(2006, 12), end=PartialDate(2007, 1))),
        ("PY 2006\nEA JAN 2005", Date(start=PartialDate(2006))),
    ],
)
def test_dates_come_from_year_and_day(text: str, expected: Date) -> None:
    assert one(text).issued == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BP 467\nEP 472", ("467", "472", "")),
        ("BP 467\nEP &", ("467", "", "")),
        ("PS 467-72", ("467", "472", "")),
        ("AR ARTN 123456", ("", "", "123456")),
        ("AR UNSP e12", ("", "", "e12")),
        ("AR 467-72", ("467", "472", "")),
        ("SP 7\nEP 9", ("7", "9", "")),
    ],
)
def test_pages_come_from_all_their_tags(text: str, expected: tuple[str, str, str]) -> None:
    pages = one(text).pages
    assert (pages.first, pages.last, pages.article_number) == expected


def test_pages_that_contradict_one_another_are_kept() -> None:
    record = one("BP 1\nEP 5\nPS 7-9")
    assert [(it.tag, it.value) for it in record.extra] == [("BP", "1"), ("EP", "5")]


def test_the_accession_number_has_its_scheme() -> None:
    assert one("UT WOS:0001").identifiers.other == (OtherIdentifier("WOS", "0001"),)
    assert one("UT MEDLINE:77").identifiers == Identifiers(pmid="77")
    assert one("UT KEY:alder2001").id == "alder2001"
    assert [it.tag for it in one("UT whatever").extra] == ["UT"]


def test_a_link_that_is_no_doi_is_the_url() -> None:
    assert one("DI 10.5555/a\nDL https://doi.org/10.5555/A").url == ""
    assert one("DL https://example.org/a").url == "https://example.org/a"


def test_an_unspecified_language_is_none() -> None:
    assert one("LA Unspecified").language == ""
    assert one("LA Chinese").language == "zh"


def test_values_that_have_no_form_are_reported_at_their_place() -> None:
    _, diagnostics = read("PT J\nTI T\nDI 467-72\nPM x\nER\n")
    assert [(it.code, str(it.span)) for it in diagnostics.items] == [
        ("value-not-understood", "f.ciw:3:4"),
        ("value-not-understood", "f.ciw:4:4"),
    ]


def test_a_journal_is_known_by_its_abbreviation_for_want_of_more() -> None:
    assert one("J9 J ELMS").container_title == "J ELMS"
    both = one("SO Journal of Elms\nJ9 J ELMS")
    assert (both.container_title, both.container_title_short) == ("Journal of Elms", "J ELMS")


# -------------------------------------------------------------------------------------- bad input


def test_second_values_of_a_tag_come_back_as_such() -> None:
    text = "PT J\nTI T\nBP 1\nIS 5\nIS 6-7\nBP 9\nU9 a\nU9 b\nER\n"
    (record,), _ = read(text)
    assert [(it.tag, it.value) for it in record.extra] == [
        ("IS", "6-7"),
        ("BP", "9"),
        ("U9", "a"),
        ("U9", "b"),
    ]
    (again,), _ = read(write(record)[0])
    assert (again.issue, again.pages.first) == ("5", "1")
    assert {it.value for it in again.extra} == {it.value for it in record.extra}


def test_a_full_name_without_a_comma_is_divided_as_its_short_form_is() -> None:
    record = one("AU Li, S\n   Wang, XM\nAF Li Si\n   Wang Xiaoming")
    assert [(it.family, it.given) for it in record.authors] == [("Li", "Si"), ("Wang", "Xiaoming")]


def test_the_sici_of_a_contribution_is_no_article_number() -> None:
    record = one("BP 12\nEP 20\nAR 1674-3466(2015)50:2<12:YPYJ>2.0.TX;2-1")
    assert (record.pages.text, record.pages.article_number) == ("12-20", "")
    assert [it.tag for it in record.extra] == ["AR"]


def test_the_date_of_a_patent_stands_between_its_number_and_class() -> None:
    record = one("PD US2012-A1   05 Apr 2012   A01G-003/02   201225")
    assert record.issued == Date(start=PartialDate(2012, 4, 5))


def test_who_paid_is_no_genre() -> None:
    record = one("DT Letter; Research Support, Non-U.S. Gov't")
    assert record.genre == "Letter"


def test_a_book_has_its_authors_once_and_the_doi_of_the_whole() -> None:
    lines = "AU Quince, E\nAF Quince, Ella\nBA Quince, E\nBF Quince, Ella\nTI Quinces\nD2 10.5555/q"
    (book,), _ = read(f"PT B\n{lines}\nDT Book\nER\n")
    assert [(it.role, it.name.given) for it in book.contributors] == [(Role.AUTHOR, "Ella")]
    assert book.identifiers.doi == "10.5555/q"
    (part,), _ = read(f"PT B\n{lines}\nSO ON FRUIT\nDT Article; Book Chapter\nER\n")
    assert [it.role for it in part.contributors] == [Role.AUTHOR, Role.CONTAINER_AUTHOR]
    assert part.identifiers.doi == ""
    assert [(it.tag, it.value) for it in part.extra] == [("D2", "10.5555/q")]


def test_text_around_records_is_kept_with_the_next_one_or_set_aside() -> None:
    long = "Exported on a wet day by somebody who writes long lines about moss and fern"
    text = (
        "FN Clarivate Analytics Web of Science\nVR 1.0\n  A list of mosses\n\nSecond line\n"
        "PT J\nTI Moss\nER this\nbetween\nPT J\nTI Fern\nER\nEF\n" + long + "\n"
    )
    (moss, fern), said = read(text)
    assert [(one.tag, one.value) for one in moss.extra] == [
        ("line", "A list of mosses"),
        ("line", "Second line"),
        ("line", "this"),
    ]
    assert [one.value for one in fern.extra] == ["between"]
    spans = [one.span for one in said.items if one.code == "line-not-understood"]
    places = [(span.line, span.column) for span in spans if span]
    assert places == [(3, 3), (5, 1), (8, 4), (9, 1), (14, 1)]
    assert said.rejects == [f"{long}\n"]


def test_text_without_any_record_is_set_aside() -> None:
    records, said = read("FN Clarivate Analytics Web of Science\nVR 1.0\nno records found\nEF\n")
    assert records == []
    assert said.rejects == ["no records found\n"]
