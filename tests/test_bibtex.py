"""BibTeX and biblatex: entries, their types, and the fields of titles, pages, dates, languages."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest

from bibtex_entries import ARTICLE, CLASSIC_TYPES, entry, losses, write
from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, Pages, PartialDate, Record, Role
from litconv.options import WriteOptions
from litconv.registry import find
from made_records import dated, person


def test_an_article_in_bibtex() -> None:
    assert write(ARTICLE) == (
        "@article{davidson1999peer,\n"
        "  author = {Davidson, Larry and van der Berg, Jan},\n"
        "  title = {Peer support \\& recovery in {New Haven}: A review},\n"
        "  journal = {Clinical Psychology},\n"
        "  year = {1999},\n"
        "  month = jun,\n"
        "  day = {2},\n"
        "  volume = {6},\n"
        "  number = {2},\n"
        "  pages = {165--187},\n"
        "  langid = {english},\n"
        "  language = {en},\n"
        "  doi = {10.1093/clipsy/6.2.165},\n"
        "  url = {https://example.org/a_b?c=1&d=%20},\n"
        "  issn = {0028-0836},\n"
        "  pmid = {77},\n"
        "  keywords = {peer support, {illness, severe}},\n"
        "  abstract = {Two lines.},\n"
        "}\n"
    )


def test_an_article_in_biblatex() -> None:
    fields = entry(ARTICLE, to="biblatex")
    assert fields["@"] == "article"
    assert fields["journaltitle"] == "Clinical Psychology"
    assert fields["date"] == "1999-06-02"
    assert fields["langid"] == "english"
    assert (fields["eprint"], fields["eprinttype"]) == ("77", "pubmed")
    assert not fields.keys() & {"journal", "year", "month", "day", "language", "pmid"}
    assert losses(ARTICLE, to="biblatex") == []


def test_entries_are_set_apart_by_one_blank_line() -> None:
    text = write(Record(id="a", note="One"), Record(id="b", note="Two"))
    assert text == "@misc{a,\n  note = {One},\n}\n\n@misc{b,\n  note = {Two},\n}\n"


def test_records_are_written_one_by_one() -> None:
    writer = find("bibtex", to=True)[0].writer
    assert writer
    out = io.StringIO()
    seen = []

    def source() -> Any:  # noqa: ANN401 - a generator that looks at the output
        for number in range(3):
            seen.append(out.getvalue().count("@"))
            yield Record(id=f"k{number}")

    writer.write(source(), out, Diagnostics(), WriteOptions())
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(
    ("type_", "parts", "bibtex", "biblatex"),
    [
        (ItemType.BOOK, {}, "book", "book"),
        (ItemType.BOOK, {"editors": True}, "book", "collection"),
        (ItemType.CHAPTER, {}, "incollection", "inbook"),
        (ItemType.ENTRY, {"container_title": "Lexicon"}, "incollection", "inbook"),
        (ItemType.ENTRY, {}, "misc", "misc"),
        (ItemType.PAPER_CONFERENCE, {}, "inproceedings", "inproceedings"),
        (ItemType.THESIS, {"genre": "PhD thesis"}, "phdthesis", "thesis"),
        (ItemType.THESIS, {"genre": "M.Sc. thesis"}, "mastersthesis", "thesis"),
        (ItemType.THESIS, {"genre": "硕士学位论文"}, "mastersthesis", "thesis"),
        (ItemType.REPORT, {}, "techreport", "report"),
        (ItemType.WEBPAGE, {"url": "https://example.org"}, "misc", "online"),
        (ItemType.WEBPAGE, {}, "misc", "misc"),
        (ItemType.DATASET, {}, "misc", "dataset"),
        (ItemType.SOFTWARE, {}, "misc", "software"),
        (ItemType.PATENT, {"number": "US 1"}, "misc", "patent"),
        (ItemType.PATENT, {}, "misc", "misc"),
        (ItemType.MANUSCRIPT, {"note": "n"}, "unpublished", "unpublished"),
        (ItemType.MANUSCRIPT, {}, "misc", "unpublished"),
        (ItemType.PAMPHLET, {}, "booklet", "booklet"),
        (ItemType.REVIEW_BOOK, {"container_title": "J"}, "article", "article"),
        (ItemType.REVIEW_BOOK, {}, "misc", "misc"),
        (ItemType.ARTICLE_JOURNAL, {}, "article", "article"),  # even without a journal
    ],
)
def test_entry_types(type_: ItemType, parts: dict[str, Any], bibtex: str, biblatex: str) -> None:
    fields = dict(parts)
    if fields.pop("editors", False):
        fields["contributors"] = (person("Redder", role=Role.EDITOR),)
    record = msgspec.structs.replace(Record(type=type_), **fields)
    assert entry(record)["@"] == bibtex
    assert entry(record, to="biblatex")["@"] == biblatex


@pytest.mark.parametrize("type_", list(ItemType))
def test_bibtex_keeps_to_its_fourteen_types(type_: ItemType) -> None:
    assert entry(Record(type=type_, title="x"))["@"] in CLASSIC_TYPES


def test_the_csl_type_is_kept_where_the_entry_type_does_not_say_it() -> None:
    assert entry(Record(type=ItemType.MAP))["entrysubtype"] == "map"
    assert entry(Record(type=ItemType.LEGAL_CASE))["entrysubtype"] == r"legal\_case"
    assert entry(Record(type=ItemType.ARTICLE_MAGAZINE))["entrysubtype"] == "magazine"
    assert "entrysubtype" not in entry(Record(type=ItemType.ARTICLE_JOURNAL))
    assert "entrysubtype" not in entry(Record(type=ItemType.DATASET), to="biblatex")


@pytest.mark.parametrize(
    ("type_", "genre", "bibtex", "biblatex"),
    [
        (ItemType.THESIS, "PhD thesis", None, "phdthesis"),
        (ItemType.THESIS, "Master's thesis", None, "mathesis"),
        (ItemType.THESIS, "Doctoral dissertation", "Doctoral dissertation",
         "Doctoral dissertation"),
        (ItemType.THESIS, "", "Thesis", "Thesis"),
        (ItemType.THESIS, "博士学位论文", "博士学位论文", "博士学位论文"),
        (ItemType.REPORT, "", None, "Report"),
        (ItemType.REPORT, "White paper", "White paper", "White paper"),
    ],
)  # fmt: skip
def test_genres(type_: ItemType, genre: str, bibtex: str | None, biblatex: str) -> None:
    record = Record(type=type_, genre=genre)
    assert entry(record).get("type") == bibtex
    assert entry(record, to="biblatex").get("type") == biblatex


@pytest.mark.parametrize(
    ("type_", "bibtex", "biblatex"),
    [
        (ItemType.BOOK, "publisher", "publisher"),
        (ItemType.THESIS, "school", "institution"),
        (ItemType.REPORT, "institution", "institution"),
        (ItemType.PAMPHLET, "howpublished", "howpublished"),
        (ItemType.DOCUMENT, "publisher", "organization"),
    ],
)
def test_publishers(type_: ItemType, bibtex: str, biblatex: str) -> None:
    record = Record(type=type_, publisher="Salt and Sons", publisher_place="Middelburg")
    assert entry(record)[bibtex] == "{Salt and Sons}"  # braced: "and" parts a list in two
    assert entry(record)["address"] == "Middelburg"
    assert entry(record, to="biblatex")[biblatex] == "{Salt and Sons}"
    assert entry(record, to="biblatex")["location"] == "Middelburg"


@pytest.mark.parametrize(
    ("type_", "bibtex", "biblatex"),
    [
        (ItemType.ARTICLE_JOURNAL, "journal", "journaltitle"),
        (ItemType.CHAPTER, "booktitle", "booktitle"),
        (ItemType.PAPER_CONFERENCE, "booktitle", "booktitle"),
        (ItemType.MAP, "journal", "howpublished"),
    ],
)
def test_containers(type_: ItemType, bibtex: str, biblatex: str) -> None:
    record = Record(type=type_, container_title="Mud")
    assert entry(record)[bibtex] == "Mud"
    assert entry(record, to="biblatex")[biblatex] == "Mud"


def test_a_site_is_the_organization_of_its_page() -> None:
    page = Record(type=ItemType.WEBPAGE, url="https://example.org", container_title="Mud News")
    assert entry(page, to="biblatex")["organization"] == "Mud News"
    both = msgspec.structs.replace(page, publisher="Mud Inc")
    assert entry(both, to="biblatex")["organization"] == "Mud Inc"
    assert losses(both, to="biblatex") == [("field-not-written", "container_title")]


@pytest.mark.parametrize(
    ("pages", "bibtex", "biblatex"),
    [
        (Pages(first="165", last="187"), {"pages": "165--187"}, {"pages": "165--187"}),
        (Pages(first="A-12"), {"pages": "A-12"}, {"pages": "A-12"}),
        (Pages(first="1", ranges="1-2, 9–11"), {"pages": "1--2, 9--11"}, {"pages": "1--2, 9--11"}),
        (Pages(raw="iv"), {"pages": "iv"}, {"pages": "iv"}),
        (Pages(article_number="e7"), {"pages": "e7"}, {"eid": "e7"}),
        (Pages(first="1", article_number="e7"), {"pages": "1", "eid": "e7"},
         {"pages": "1", "eid": "e7"}),
        (Pages(first="1", last="9", count=9), {"pages": "1--9"}, {"pages": "1--9"}),
        (Pages(first="1", count=9), {"pages": "1", "pagetotal": "9"}, {"pages": "1"}),
    ],
)  # fmt: skip
def test_pages(pages: Pages, bibtex: dict[str, str], biblatex: dict[str, str]) -> None:
    record = Record(type=ItemType.ARTICLE_JOURNAL, pages=pages)
    names = {"pages", "eid", "pagetotal"}
    for to, expected in (("bibtex", bibtex), ("biblatex", biblatex)):
        fields = entry(record, to=to)
        assert {name: fields[name] for name in names & fields.keys()} == expected


@pytest.mark.parametrize(
    ("date", "bibtex", "biblatex"),
    [
        (dated(1999), {"year": "1999"}, {"date": "1999"}),
        (dated(1999, 12), {"year": "1999", "month": "dec"}, {"date": "1999-12"}),
        (Date(start=PartialDate(1999), season=3), {"year": "1999", "month": "Autumn"},
         {"date": "1999-23"}),
        (dated(1999, 13), {"year": "1999"}, {"date": "1999"}),
        (Date(literal="in press"), {"year": "in press"}, {"year": "in press"}),
        (dated(12000), {"year": "12000"}, {"year": "12000"}),
    ],
)  # fmt: skip
def test_dates(date: Date, bibtex: dict[str, str], biblatex: dict[str, str]) -> None:
    for to, expected in (("bibtex", bibtex), ("biblatex", biblatex)):
        fields = entry(Record(issued=date), to=to)
        del fields["@"]
        fields.pop("key", None)
        assert fields == expected


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "date",
    [
        dated(1999, 13),
        dated(1999, 2, 77),
        Date(start=PartialDate(1999), season=9),
        Date(end=PartialDate(1999)),
        Date(season=2),
        Date(start=PartialDate(1999), literal="more or less"),
    ],
)
def test_a_date_that_is_not_written_whole_is_reported(date: Date, to: str) -> None:
    assert losses(Record(issued=date), to=to) == [("field-not-written", "issued")]


@pytest.mark.parametrize(
    "date",
    [
        Date(start=PartialDate(1999), end=PartialDate(2001)),
        Date(start=PartialDate(1999), circa=True),
    ],
)
def test_bibtex_has_neither_ranges_nor_about(date: Date) -> None:
    assert losses(Record(issued=date)) == [("field-not-written", "issued")]
    assert losses(Record(issued=date), to="biblatex") == []


def test_months_are_macros_without_braces() -> None:
    assert "  month = jun,\n" in write(ARTICLE)


@pytest.mark.parametrize(
    ("edition", "bibtex", "biblatex"),
    [("2", "2nd", "2"), ("3rd ed.", "3rd", "3"), ("11", "11th", "11"), ("21", "21st", "21"),
     ("Second edition", "Second", "Second"), ("第2版", "第2版", "第2版")],
)  # fmt: skip
def test_editions(edition: str, bibtex: str, biblatex: str) -> None:
    record = Record(type=ItemType.BOOK, edition=edition)
    assert entry(record)["edition"] == bibtex
    assert entry(record, to="biblatex")["edition"] == biblatex


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", "british"), ("zh-CN", "chinese"), ("de", "ngerman"), ("pt_BR", "brazilian")],
)
def test_languages_have_their_babel_names(language: str, expected: str) -> None:
    assert entry(Record(language=language), to="biblatex")["langid"] == expected


def test_bibtex_has_the_language_twice() -> None:
    fields = entry(Record(language="zh-CN"))
    assert fields["language"] == "zh-CN"  # citation-js, Zotero, bibutils
    assert fields["langid"] == "chinese"  # pandoc, gbt7714


@pytest.mark.parametrize("language", ["eng", "English", "英文"])
def test_languages_may_have_any_name(language: str) -> None:
    assert entry(Record(language=language), to="biblatex")["langid"] == "english"


def test_a_language_that_babel_does_not_know_is_written_as_it_is() -> None:
    fields = entry(Record(language="tlh"), to="biblatex")
    assert fields["language"] == "tlh"
    assert "langid" not in fields
    patent = Record(type=ItemType.PATENT, number="7", language="tlh")
    assert losses(patent, to="biblatex") == [("field-not-written", "language")]


def test_issue_and_number() -> None:
    journal = Record(type=ItemType.ARTICLE_JOURNAL, issue="3")
    assert entry(journal)["number"] == "3"
    report = Record(type=ItemType.REPORT, number="17")
    assert entry(report)["number"] == "17"
    assert losses(msgspec.structs.replace(journal, number="8")) == [("field-not-written", "number")]
