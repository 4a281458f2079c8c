"""CITATION.cff: what its keys mean, each written out by hand."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, PartialDate, Record
from litconv.source import Source

HEAD = "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Leafcounter\n"


def read(text: str) -> Record:
    reader = registry.formats()["cff"].reader
    assert reader is not None
    (record,) = reader.read(Source("CITATION.cff", HEAD + text), Diagnostics())
    return record


@pytest.mark.parametrize(
    ("key", "variable"),
    [
        ("version", "version"),
        ("section", "section"),
        ("number-volumes", "number-of-volumes"),
        ("medium", "medium"),
        ("database", "source"),
        ("year-original", "original-date"),
    ],
)
def test_keys_that_are_variables_of_csl(key: str, variable: str) -> None:
    assert ("12", variable) in [(raw.value, raw.tag) for raw in read(f"{key}: '12'\n").extra]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("abbreviation", "title_short"),
        ("journal", "container_title"),
        ("collection-title", "container_title"),
        ("edition", "edition"),
        ("number", "number"),
        ("thesis-type", "genre"),
        ("data-type", "genre"),
        ("status", "status"),
        ("notes", "note"),
        ("abstract", "abstract"),
    ],
)
def test_keys_that_are_texts(key: str, field: str) -> None:
    assert getattr(read(f"{key}: Leaves\n"), field) == "Leaves"


def test_without_a_type_it_is_software() -> None:
    assert read("").type is ItemType.SOFTWARE


def test_a_publisher_that_is_a_bare_name() -> None:
    assert read("publisher: Larch Press\n").publisher == "Larch Press"


def test_what_else_is_said_of_a_person_is_kept() -> None:
    record = read(
        "authors:\n- family-names: Alder\n  alias: quinn\n  email: a@a.example\n- alias: fern\n"
    )
    assert [(name.family, name.literal) for name in record.authors] == [("Alder", ""), ("", "fern")]
    kept = [(raw.tag, raw.value) for raw in record.extra]
    assert kept[:2] == [("alias", "quinn"), ("email", "a@a.example")]


def kept(record: Record) -> list[tuple[str, str]]:
    return [(raw.tag, raw.value) for raw in record.extra if raw.tag != "message"]


def test_a_bare_name_in_the_place_of_authors_is_one_author() -> None:
    assert [(it.family, it.given) for it in read("authors: Alder, Ann\n").authors] == [
        ("Alder", "Ann")
    ]


def test_a_type_that_is_none_is_kept_and_said() -> None:
    reader = registry.formats()["cff"].reader
    assert reader is not None
    diagnostics = Diagnostics()
    (record,) = reader.read(Source("CITATION.cff", f"{HEAD}type: leaflet\n"), diagnostics)
    assert (record.type, kept(record)) == (ItemType.DOCUMENT, [("type", "leaflet")])
    assert [(it.code, it.message) for it in diagnostics.items] == [
        ("value-not-understood", "type: 'leaflet'")
    ]


@pytest.mark.parametrize("type_", ["generic", "grant", "historical-work"])
def test_types_of_the_schema_that_say_little(type_: str) -> None:
    record = read(f"type: {type_}\n")
    assert (record.type, kept(record)) == (ItemType.DOCUMENT, [])


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("month: 5\n", "month", "5"),
        ("year: 2020\nmonth: Mayish\n", "month", "Mayish"),
        ("pages: many\n", "pages", "many"),
        ("preferred-citation: Alder 2020\n", "preferred-citation", "Alder 2020"),
        ("references:\n- Alder 2020\n", "references", "Alder 2020"),
        ("identifiers: 12\n", "identifiers", "12"),
        ("publisher:\n  name: P\n  website: p.example\n", "publisher-website", "p.example"),
        ("conference:\n  name: C\n  location: Hall 2\n", "conference-location", "Hall 2"),
        ("location:\n  name: L\n  region: North\n", "location-region", "North"),
        ("title-pun: [a, b]\n", "title-pun", '["a","b"]'),
    ],
)
def test_what_has_no_field_or_another_shape_is_kept(text: str, tag: str, value: str) -> None:
    assert kept(read(text)) == [(tag, value)]


def test_a_conference_that_is_a_bare_name() -> None:
    record = read("conference: Tree Days\nlocation: Birch City\n")
    assert (record.event_title, record.publisher_place) == ("Tree Days", "Birch City")


def test_a_conference_lasts_from_a_day_to_a_day() -> None:
    record = read("conference:\n  name: C\n  date-start: 2020-03-30\n  date-end: 2020-04-02\n")
    assert record.event_date == Date(start=PartialDate(2020, 3, 30), end=PartialDate(2020, 4, 2))
    only = read("conference:\n  name: C\n  date-start: 2020-03-30\n")
    assert only.event_date == Date(start=PartialDate(2020, 3, 30))


def test_references_that_are_no_list_and_every_isbn() -> None:
    (cited,) = read("references:\n  title: On bark\n  isbn: [0131103628, 0201038013]\n").relations
    assert cited.title == "On bark"
    assert cited.identifiers.isbn == ("0131103628", "0201038013")
