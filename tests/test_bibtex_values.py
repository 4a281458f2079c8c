"""BibTeX reader: dates, pages and identifiers, in whatever form they are written."""

from __future__ import annotations

import pytest

from bibtex_reading import one, read
from litconv.model import Date, Pages, PartialDate
from made_records import places

# ------------------------------------------------------------------------------------------ dates


def day(*parts: int) -> PartialDate:
    return PartialDate(*parts)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2001", Date(start=day(2001))),
        ("year = {2001}, month = {10}", Date(start=day(2001, 10))),
        ("year = 2001, month = sep, day = 3", Date(start=day(2001, 9, 3))),
        ('year = 2001, month = "15~" # jun', Date(start=day(2001, 6, 15))),
        ('year = 2001, month = jun # "/" # jul', Date(start=day(2001, 6), end=day(2001, 7))),
        ("year = 2001, month = {May-June}", Date(start=day(2001, 5), end=day(2001, 6))),
        ("year = 2001, month = {Spring}", Date(start=day(2001), season=1)),
        ("year = {c. 1900}", Date(start=day(1900), circa=True)),
        ("year = {in press}", Date(literal="in press")),
        ("year = {1998--1999}", Date(start=day(1998), end=day(1999))),
        ("year = {-50}", Date(start=day(-50))),
        ("date = {2004-06/2004-08}", Date(start=day(2004, 6), end=day(2004, 8))),
        ("date = {2004~}", Date(start=day(2004), circa=True)),
        ("date = {2004-22}", Date(start=day(2004), season=2)),
        ("date = {2004-06-02T10:00:00}", Date(start=day(2004, 6, 2))),
        ("date = {0000}", Date(start=day(-1))),
        ("date = {199X}", Date(literal="199X")),
        ("date = {2016-12}, year = 2016, month = 12", Date(start=day(2016, 12))),
    ],
)
def test_dates(fields: str, date: Date) -> None:
    record = one(fields)
    assert record.issued == date
    assert record.extra == ()


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ("year = 2001, month = {moss}", "month"),
        ("month = jan", "month"),
        ("date = {2004/..}", "date"),
        ("date = {2004}, year = {2005}", "year"),
        ("year = 2001, month = 2, day = {late}", "day"),
    ],
)
def test_parts_of_dates_that_say_nothing_are_kept(fields: str, tag: str) -> None:
    assert [it.tag for it in one(fields).extra] == [tag]


# -------------------------------------------------------------------------- pages and identifiers


@pytest.mark.parametrize(
    ("fields", "pages"),
    [
        ("pages = {493--500}", ("493", "500", "", None, "")),
        ("pages = {493-9}", ("493", "499", "", None, "")),
        ("pages = {1,3--5}", ("", "", "1, 3-5", None, "")),
        ("pages = {e0123}", ("", "", "", None, "e0123")),
        ("pages = 7", ("7", "", "", None, "")),
        ("pages = {4:1--4:10}", ("4:1", "4:10", "", None, "")),
        ("pages = {S12\\,--\\,S15}", ("S12", "S15", "", None, "")),
        ("eid = {17}, pagetotal = {9 pp.}", ("", "", "", 9, "17")),
    ],
)
def test_pages(fields: str, pages: tuple[str, str, str, int | None, str]) -> None:
    found = one(fields).pages
    assert (found.first, found.last, found.ranges, found.count, found.article_number) == pages


def test_pages_of_a_book_may_be_their_number() -> None:
    assert one("pages = {340 pp.}", "book").pages == Pages(count=340)
    assert one("pages = {340}", "book").pages.first == "340"


@pytest.mark.parametrize(
    ("fields", "kind", "value"),
    [
        ("doi = {https://doi.org/10.5555/a\\_b}", "doi", "10.5555/a_b"),
        ("doi = {10.5555/A(1)2}", "doi", "10.5555/A(1)2"),
        ("url = {https://doi.org/10.5555/x}", "doi", "10.5555/x"),
        ("issn = {1234567X}", "issn", ("1234-567X",)),
        (
            "isbn = {978-3-16-148410-0 (pbk), 3161484100}",
            "isbn",
            ("978-3-16-148410-0", "3161484100"),
        ),
        ("pmid = {123}", "pmid", "123"),
        ("pmcid = 123", "pmcid", "PMC123"),
        ("eprint = {2101.00001}", "arxiv", "2101.00001"),
        ("eprint = {arXiv:2101.00001}, archivePrefix = {arXiv}", "arxiv", "2101.00001"),
        ("eprint = {hep-th/9901001}, archiveprefix = {arXiv}", "arxiv", "hep-th/9901001"),
        ("eprint = {123}, eprinttype = {pubmed}", "pmid", "123"),
        ("arxivId = {2101.00001}", "arxiv", "2101.00001"),
    ],
)
def test_identifiers(fields: str, kind: str, value: object) -> None:
    record = one(fields)
    assert getattr(record.identifiers, kind) == value
    assert record.extra == ()


def test_other_archives_are_other_identifiers() -> None:
    found = one("eprint = {4711}, eprinttype = {jstor}").identifiers.other
    assert [(it.scheme, it.value) for it in found] == [("jstor", "4711")]


def test_an_address_as_isbn_is_the_address() -> None:
    record = one("isbn = {https://example.org}")
    assert (record.url, record.identifiers.isbn, record.extra) == ("https://example.org", (), ())


@pytest.mark.parametrize(
    ("fields", "tag"), [("doi = {none at all}", "doi"), ("issn = {2532-64314}", "issn")]
)
def test_what_is_no_identifier_is_kept_and_reported(fields: str, tag: str) -> None:
    records, diagnostics = read(f"@misc{{k, {fields}}}")
    assert [it.tag for it in records[0].extra] == [tag]
    assert places(diagnostics) == ["1:10 value-not-understood"]
