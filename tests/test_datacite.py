"""DataCite JSON: forms of the file, and input that is not what it should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.formats.datacite.tables import TYPES
from litconv.model import ItemType, Record
from litconv.source import Source
from made_records import extra_of

SAMPLE = Path(__file__).parent / "cases" / "datacite" / "dataset" / "input.json"
READER = registry.find("datacite", to=False)[0].reader


def read(text: str) -> list[Record]:
    assert READER is not None
    return list(READER.read(Source("x.json", text), Diagnostics()))


def facts(record: Record) -> tuple[object, ...]:
    return (record.title, record.contributors, record.issued, record.identifiers, record.abstract)


def test_the_bare_attributes_and_lines_of_them_are_read_alike() -> None:
    text = SAMPLE.read_text("utf-8")
    (whole,) = read(text)
    attributes = json.loads(text)["data"]["attributes"]
    bare = json.dumps(attributes, ensure_ascii=False)
    for form in (bare, f"{bare}\n{bare}\n", f"[{bare}]"):
        for record in read(form):
            assert facts(record) == facts(whole)


def test_it_is_recognised_and_others_are_not() -> None:
    assert READER is not None
    assert READER.sniff(SAMPLE.read_text("utf-8")[:4096])
    assert not READER.sniff('{"message-type": "work", "message": {"title": ["x"]}}')
    assert not READER.sniff('[{"type": "dataset", "title": "x"}]')


@pytest.mark.parametrize("name", TYPES)
def test_every_type_is_known(name: str) -> None:
    (record,) = read(json.dumps({"doi": "10.5555/x", "types": {"resourceTypeGeneral": name}}))
    assert record.type is TYPES[name]


ODD: list[Any] = [
    None,
    7,
    10**400,
    1e300,
    "x",
    [],
    {},
    [None],
    ["x"],
    [{}],
    [[["x"]]],
    {"name": None},
    True,
]


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_odd_values_do_no_harm(value: object) -> None:
    keys = (
        "doi titles creators contributors publisher container publicationYear dates subjects types "
        "identifiers descriptions language version url relatedItems sizes"
    ).split()
    for key in keys:
        assert len(read(json.dumps({"schemaVersion": "x", key: value}))) == 1
    (record,) = read(json.dumps(dict.fromkeys(keys, value)))
    assert isinstance(record.type, ItemType)


def test_every_beginning_of_a_file_is_read_or_refused() -> None:
    text = SAMPLE.read_text("utf-8")
    for end in range(0, len(text), 7):
        read(text[:end])


def test_what_a_work_is_part_of_gives_its_numbers() -> None:
    number = {"relatedItemIdentifier": "1234-5679", "relatedItemIdentifierType": "ISSN"}
    items = [
        {"relationType": "IsPublishedIn", "titles": [{"title": "Trees"}], "volume": "4"}
        | {"relatedItemIdentifier": number},
        {"relationType": "Cites", "volume": "5"},
    ]
    numbers = [
        {"relationType": "IsPartOf", "relatedIdentifierType": "ISBN"}
        | {"relatedIdentifier": "9780306406157"},
        {"relationType": "Cites", "relatedIdentifierType": "ISBN"}
        | {"relatedIdentifier": "9783161484100"},
    ]
    work = {"doi": "10.5555/x", "relatedItems": items, "relatedIdentifiers": numbers}
    (record,) = read(json.dumps(work))
    assert (record.container_title, record.volume) == ("Trees", "4")
    assert record.identifiers.issn == ("1234-5679",)
    assert record.identifiers.isbn == ("9780306406157",)
    kept = extra_of(record)
    assert ("relatedItems", '{"relationType":"Cites","volume":"5"}') in kept
