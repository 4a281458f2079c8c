"""DataCite XML: what its elements mean, how it is told, and input that is damaged."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.formats.datacite.tables import TYPES, WORDS
from litconv.model import Date, ItemType, PartialDate, Record
from litconv.source import Source

CASES = Path(__file__).parent / "cases" / "datacite"
SAMPLE = (CASES / "kernel4" / "input.xml").read_text("utf-8")
READER = registry.find("datacite", to=False)[0].reader
assert READER is not None


def read(text: str) -> tuple[list[Record], list[str]]:
    assert READER is not None
    diagnostics = Diagnostics()
    records = list(READER.read(Source("x.xml", text), diagnostics))
    msgspec.json.encode(records)  # nothing but plain texts got into the model
    return records, [one.code for one in diagnostics.items]


def resource(inner: str, namespace: str = "http://datacite.org/schema/kernel-4") -> str:
    return f'<resource xmlns="{namespace}">{inner}</resource>'


def one(inner: str) -> Record:
    (record,), codes = read(resource(inner))
    assert codes == []
    return record


@pytest.mark.parametrize("name", TYPES)
def test_every_general_type_is_known(name: str) -> None:
    assert one(f'<resourceType resourceTypeGeneral="{name}"/>').type is TYPES[name]


@pytest.mark.parametrize(
    ("general", "own", "type_", "genre"),
    [
        ("Text", "Journal Article", ItemType.ARTICLE_JOURNAL, ""),
        ("Text", "journal-article", ItemType.ARTICLE_JOURNAL, ""),
        ("Text", "Master's thesis", ItemType.THESIS, "Master's thesis"),
        ("Text", "Working Paper", ItemType.REPORT, "Working Paper"),
        ("Text", "Conference paper", ItemType.PAPER_CONFERENCE, ""),
        ("Text", "Leaflet", ItemType.DOCUMENT, "Leaflet"),
        ("Text", "", ItemType.DOCUMENT, ""),
        ("Dataset", "Thesis", ItemType.DATASET, "Thesis"),
        ("Dataset", "data set", ItemType.DATASET, ""),
        ("", "Report", ItemType.REPORT, "Report"),
    ],
)
def test_the_depositors_word_decides_where_the_type_is_only_text(
    general: str, own: str, type_: ItemType, genre: str
) -> None:
    record = one(f'<resourceType resourceTypeGeneral="{general}">{own}</resourceType>')
    assert (record.type, record.genre) == (type_, genre)


def test_the_words_are_written_as_they_are_looked_up() -> None:
    assert all(word == word.casefold() and "-" not in word for word in WORDS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("<creatorName>Alder, Quinn</creatorName>", ("Alder", "Quinn", "")),
        ("<creatorName>Oakham Observatory</creatorName>", ("", "", "Oakham Observatory")),
        ('<creatorName nameType="Personal">Quinn Alder</creatorName>', ("Alder", "Quinn", "")),
        (
            '<creatorName nameType="Organizational">Alder, Birch and Sons</creatorName>',
            ("", "", "Alder, Birch and Sons"),
        ),
        (
            (
                "<creatorName>Quinn van Alder</creatorName><givenName>Quinn</givenName>"
                "<familyName>van Alder</familyName>"
            ),
            ("van Alder", "Quinn", ""),
        ),
    ],
)
def test_names(name: str, expected: tuple[str, str, str]) -> None:
    (found,) = one(f"<creators><creator>{name}</creator></creators>").authors
    assert (found.family, found.given, found.literal) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-02-29", Date(start=PartialDate(2016, 2, 29))),
        ("2016-02-29T10:00:00Z", Date(start=PartialDate(2016, 2, 29))),
        ("2016-02/2016-04", Date(start=PartialDate(2016, 2), end=PartialDate(2016, 4))),
        ("2016", Date(start=PartialDate(2016))),
    ],
)
def test_dates(text: str, date: Date) -> None:
    assert one(f'<dates><date dateType="Issued">{text}</date></dates>').issued == date


@pytest.mark.parametrize(
    ("year", "dates", "issued", "kept"),
    [
        ("2016", ("2016", "2016-02-29"), PartialDate(2016, 2, 29), []),
        ("2016", ("2016-02", "2016-03"), PartialDate(2016, 2), [("Issued", "2016-03")]),
        ("2016", ("2015-12-31",), PartialDate(2016), [("Issued", "2015-12-31")]),
        ("2016-05", (), PartialDate(2016, 5), []),
        (":unav", ("2016-02",), PartialDate(2016, 2), [("publicationYear", ":unav")]),
    ],
)
def test_the_day_of_issue_and_the_year_of_publication(
    year: str, dates: tuple[str, ...], issued: PartialDate, kept: list[tuple[str, str]]
) -> None:
    days = "".join(f'<date dateType="Issued">{day}</date>' for day in dates)
    record = one(f"<publicationYear>{year}</publicationYear><dates>{days}</dates>")
    assert record.issued == Date(start=issued)
    assert [(raw.tag, raw.value) for raw in record.extra] == kept


@pytest.mark.parametrize(
    ("inner", "tag", "value"),
    [
        ('<dates><date dateType="Issued">some day</date></dates>', "Issued", "some day"),
        ("<publicationYear>:unkn</publicationYear>", "publicationYear", ":unkn"),
    ],
)
def test_what_is_no_date_is_kept_and_said(inner: str, tag: str, value: str) -> None:
    (record,), codes = read(resource(inner))
    assert record.issued is None
    assert [(raw.tag, raw.value) for raw in record.extra] == [(tag, value)]
    assert codes == ["value-not-understood"]


def test_a_general_type_that_has_no_place_is_kept() -> None:
    record = one('<resourceType resourceTypeGeneral="PhysicalObject"/>')
    assert record.type is ItemType.DOCUMENT
    assert [(raw.tag, raw.value) for raw in record.extra] == [
        ("resourceTypeGeneral", "PhysicalObject")
    ]


def test_identifiers_of_other_kinds() -> None:
    record = one(
        '<identifier identifierType="Handle">20.500/7</identifier><alternateIdentifiers>'
        '<alternateIdentifier alternateIdentifierType="ISBN">9780306406157</alternateIdentifier>'
        '<alternateIdentifier alternateIdentifierType="arXiv">2101.00001</alternateIdentifier>'
        '<alternateIdentifier alternateIdentifierType="URL">http://a.example/1</alternateIdentifier>'
        '<alternateIdentifier alternateIdentifierType="URL">http://a.example/2</alternateIdentifier>'
        "</alternateIdentifiers>"
    )
    known = record.identifiers
    assert (known.doi, known.isbn, known.arxiv) == ("", ("9780306406157",), "2101.00001")
    assert [(it.scheme, it.value) for it in known.other] == [
        ("Handle", "20.500/7"),
        ("URL", "http://a.example/2"),
    ]
    assert record.url == "http://a.example/1"


def test_the_series_of_a_report() -> None:
    record = one(
        '<resourceType resourceTypeGeneral="Report"/><relatedItems>'
        '<relatedItem relatedItemType="Collection" relationType="IsPublishedIn">'
        "<titles><title>Reports on leaves</title></titles><volume>4</volume></relatedItem>"
        '<relatedItem relatedItemType="Book" relationType="Cites"><titles><title>Moss</title>'
        "</titles></relatedItem></relatedItems>"
    )
    assert (record.collection_title, record.volume) == ("Reports on leaves", "4")
    assert [(raw.tag, raw.value) for raw in record.extra] == [
        (
            "relatedItems",
            '{"relatedItemType":"Book","relationType":"Cites","titles":[{"title":"Moss"}]}',
        )
    ]


def test_what_has_no_field_is_kept() -> None:
    record = one(
        "<fundingReferences><fundingReference><funderName>Leaf Fund</funderName>"
        '<awardNumber awardURI="https://a.example">7</awardNumber></fundingReference>'
        "</fundingReferences><formats><format>text/csv</format></formats><moss>green</moss>"
    )
    assert [(raw.tag, raw.value) for raw in record.extra] == [
        (
            "fundingReferences",
            (
                '[{"funderName":"Leaf Fund","awardNumber":{"awardNumber":"7",'
                '"awardURI":"https://a.example"}}]'
            ),
        ),
        ("formats", "text/csv"),
        ("moss", "green"),
    ]


@pytest.mark.parametrize(
    ("head", "claims"),
    [
        (SAMPLE[:4096], ["datacite"]),
        (resource("", "http://datacite.org/schema/kernel-2.2"), ["datacite"]),
        (f"<OAI-PMH><metadata>{resource('')}", ["datacite"]),
        ('<resource xmlns="http://a.example/kernel-4">', []),
        ("see http://datacite.org/schema/kernel-4", []),
    ],
)
def test_it_is_recognised(head: str, claims: list[str]) -> None:
    found = [it.name for it in registry.readable() if it.reader and it.reader.sniff(head)]
    assert found == claims


@pytest.mark.parametrize("end", range(0, len(SAMPLE), 5))
def test_every_beginning_is_read_or_refused(end: int) -> None:
    records, codes = read(SAMPLE[:end])
    assert records == []
    assert set(codes) <= {"record-invalid"}


def test_a_damaged_resource_costs_no_other() -> None:
    good = resource("<titles><title>Moss</title></titles>")
    records, codes = read(f"<x>{good}{resource('<titles><title>Bad</titles>')}{good}</x>")
    assert [it.title for it in records] == ["Moss", "Moss"]
    assert codes == ["record-invalid"]


def test_damage_is_said_with_the_lines_of_the_file() -> None:
    said = Diagnostics()
    text = '<list>\n\n<resource xmlns="http://datacite.org/schema/kernel-4">\n<titles><title>Oaks'
    reader = registry.formats()["datacite"].reader
    assert reader
    assert not list(reader.read(Source("x.xml", f"{text}</titles></resource></list>"), said))
    assert [f"{it.span} {it.message.partition(': ')[2]}" for it in said.items] == [
        "x.xml:4:29 Opening and ending tag mismatch: title line 4 and titles"
    ]
