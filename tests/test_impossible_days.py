"""Days that no calendar has: the year and month are read, the text is kept, and it is said."""

from __future__ import annotations

import pytest

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import PartialDate, Record
from litconv.text.dates import is_impossible, parse_date
from litconv.text.edtf import date_from_edtf, names_impossible
from made_records import extra_of


def read(text: str, ending: str) -> tuple[Record, list[str]]:
    diagnostics = Diagnostics()
    records = list(pipeline.read([Input(f"a{ending}", text.encode())], diagnostics))
    codes = [one.code for one in diagnostics.items if one.code != "missing-field"]
    return records[0], codes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2015-02-30", (2015, 2)),
        ("2015/02/30", (2015, 2)),
        ("2015/04/31/", (2015, 4)),
        ("20150431", (2015, 4)),
        ("31.04.2015", (2015, 4)),
        ("31/04/2015", (2015, 4)),
        ("2015年4月31日", (2015, 4)),
        ("31 April 2015", (2015, 4)),
        ("2015 Feb 29", (2015, 2)),
        ("1900-02-29", (1900, 2)),
        ("2015-06-32", (2015, 6)),
        ("2015/13/05", (2015,)),
        ("20151305", (2015,)),
    ],
)
def test_the_day_is_left_out(text: str, parts: tuple[int, ...]) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.start is not None
    assert date.start.parts == parts
    assert is_impossible(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2016-02-29", (2016, 2, 29)),
        ("2000-02-29", (2000, 2, 29)),
        ("1500-02-29", (1500, 2, 29)),
        ("2015-12-31", (2015, 12, 31)),
        ("2015 Apr 30", (2015, 4, 30)),
        ("2015/00/00", (2015,)),
        ("2015-04-00", (2015, 4)),
        ("1998-99", (1998,)),
        ("2015", (2015,)),
    ],
)
def test_what_is_possible_is_read_whole(text: str, parts: tuple[int, ...]) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.start is not None
    assert date.start.parts == parts
    assert not is_impossible(text)


def test_the_end_of_a_range_is_looked_at_too() -> None:
    date = parse_date("2015 Feb 26-31")
    assert date is not None
    assert (date.start, date.end) == (PartialDate(2015, 2, 26), PartialDate(2015, 2))
    assert is_impossible("2015 Feb 26-31")
    found = date_from_edtf("2015-02-26/2015-02-31")
    assert found is not None
    assert found.end == PartialDate(2015, 2)
    assert names_impossible("2015-02-26/2015-02-31")
    assert not names_impossible("2015-02-26/2015-02-28")
    assert not names_impossible("2015-21")
    assert not names_impossible("2015/..")


def test_leap_years_before_the_common_era_are_not_doubted() -> None:
    assert PartialDate(-45, 2, 29).possible == PartialDate(-45, 2, 29)
    assert PartialDate(-45, 2, 30).possible == PartialDate(-45, 2)


CSL = '[{"id": "a", "type": "book", "title": "Moss", %s}]'
CROSSREF = '{"DOI": "10.5555/a", "type": "book", "title": ["Moss"], "issued": {"date-parts": %s}}'
DATACITE = (
    '{"doi": "10.5555/a", "types": {"resourceTypeGeneral": "Book"}, "titles": [{"title": "Moss"}], '
    '"dates": [{"date": "%s", "dateType": "Issued"}]}'
)
OPENALEX = (
    '{"id": "https://openalex.org/W1", "type": "book", "display_name": "Moss", '
    '"publication_year": 2015, "publication_date": "%s"}'
)
PUBMED = (
    '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>'
    "<ArticleTitle>Moss</ArticleTitle><Journal><JournalIssue><PubDate>%s</PubDate></JournalIssue>"
    "</Journal></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)
MODS = (
    '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Moss</title></titleInfo>'
    "<originInfo><dateIssued>%s</dateIssued></originInfo></mods>"
)
ENDNOTE = (
    '<xml><records><record><ref-type name="Book">6</ref-type><titles><title>Moss</title></titles>'
    "<dates><year>2015</year><pub-dates><date>%s</date></pub-dates></dates></record></records></xml>"
)


@pytest.mark.parametrize(
    ("text", "ending", "kept"),
    [
        ("TY  - BOOK\nTI  - Moss\nDA  - 2015/02/30/\nER  - \n", ".ris", "2015/02/30/"),
        ("@book{a, title={Moss}, date={2015-02-30}}", ".bib", "2015-02-30"),
        ("@book{a, title={Moss}, year=2015, month=feb, day=30}", ".bib", "30"),
        ("@book{a, title={Moss}, year=2015, month={30 Feb}}", ".bib", "30 Feb"),
        ("@book{a, title={Moss}, year={2015-02-30}}", ".bib", "2015-02-30"),
        ("%0 Book\n%T Moss\n%D 2015\n%8 February 30\n", ".enw", "February 30"),
        ("RT Book\nT1 Moss\nYR 2015\nFD Feb 30\nER \n", ".txt", "Feb 30"),
        ("PMID- 1\nTI  - Moss\nDP  - 2015 Feb 30\n", ".nbib", "2015 Feb 30"),
        ("FN Moss\nVR 1.0\nPT J\nTI Moss\nPY 2015\nPD FEB 30\nER\nEF\n", ".txt", "FEB 30"),
        (
            CSL % '"issued": {"date-parts": [[2015, 2, 30]]}',
            ".json",
            '{"date-parts":[[2015,2,30]]}',
        ),
        (CSL % '"issued": "2015-02-30"', ".json", "2015-02-30"),
        (CSL % '"issued": {"raw": "February 30, 2015"}', ".json", '{"raw":"February 30, 2015"}'),
        (CROSSREF % "[[2015, 2, 30]]", ".json", "[[2015,2,30]]"),
        (DATACITE % "2015-02-30", ".json", "2015-02-30"),
        (OPENALEX % "2015-02-30", ".json", "2015-02-30"),
        (PUBMED % "<Year>2015</Year><Month>Feb</Month><Day>30</Day>", ".xml", "2015 Feb 30"),
        (MODS % "2015-02-30", ".xml", "2015-02-30"),
        (ENDNOTE % "30 February", ".xml", "30 February"),
        ("cff-version: 1.2.0\ntitle: Moss\ndate-released: 2015-02-30\n", ".cff", "2015-02-30"),
    ],
)
def test_every_format_keeps_and_says_it(text: str, ending: str, kept: str) -> None:
    record, codes = read(text, ending)
    assert record.title == "Moss"
    assert record.issued is not None
    assert record.issued.start == PartialDate(2015, 2)
    assert kept in [one.value for one in record.extra]
    assert codes == ["value-not-understood"]


@pytest.mark.parametrize("tags", ["Y2  - 2015/04/31", "CY  - April 31, 2015"])
def test_the_other_dates_of_ris(tags: str) -> None:
    record, codes = read(f"TY  - CONF\nTI  - Moss\n{tags}\nER  - \n", ".ris")
    date = record.accessed or record.event_date
    assert date is not None
    assert date.start == PartialDate(2015, 4)
    assert [one.value for one in record.extra] == [tags[6:]]
    assert codes == ["value-not-understood"]


def test_the_day_of_access_too() -> None:
    record, codes = read("@misc{a, title={Moss}, urldate={2015-04-31}}", ".bib")
    assert record.accessed is not None
    assert record.accessed.start == PartialDate(2015, 4)
    assert extra_of(record) == [("urldate", "2015-04-31")]
    assert codes == ["value-not-understood"]


@pytest.mark.parametrize(("day", "kept"), [("April 31", ["April 31"]), ("April 30", [])])
def test_the_day_of_access_of_a_web_page_in_endnote(day: str, kept: list[str]) -> None:
    record, codes = read(f"%0 Web Page\n%T Moss\n%U https://a.example\n%V 2015\n%N {day}\n", ".enw")
    assert record.accessed is not None
    assert record.accessed.start is not None
    assert record.accessed.start.parts[:2] == (2015, 4)
    assert [one.value for one in record.extra] == kept
    assert codes == ["value-not-understood"] * len(kept)
