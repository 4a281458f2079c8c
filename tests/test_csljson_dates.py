"""Dates of CSL-JSON: every shape, and those that cannot be, which are said and kept."""

from __future__ import annotations

import json

import pytest

from litconv.csl.items.from_item import from_item
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.reader import CslJsonReader
from litconv.model import Date, PartialDate, Record
from litconv.source import Source
from made_records import dated


def read_dated(value: object) -> tuple[Record, list[str]]:
    item = {"id": "a", "type": "book", "title": "T", "issued": value}
    said = Diagnostics()
    (record,) = CslJsonReader().read(Source("x", json.dumps([item])), said)
    return record, [one.code for one in said.items]


YEAR = dated(1999)
JUNE = dated(1999, 6)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[1999]]}, YEAR),
        ({"date-parts": [["1999", "06"]]}, JUNE),
        ({"date-parts": ["1999", 6]}, JUNE),
        ([[1999, 6]], JUNE),
        ("1999", YEAR),
        (1999, YEAR),
        (1999.0, YEAR),
        ("1999-06", JUNE),
        ("June 1999", JUNE),
        ({"raw": "1999-06"}, JUNE),
        ("1999-06-02T10:00:00Z", dated(1999, 6, 2)),
        ("1999-06/1999-08", Date(start=PartialDate(1999, 6), end=PartialDate(1999, 8))),
        ("1999~", Date(start=PartialDate(1999), circa=True)),
        ("1999-21", Date(start=PartialDate(1999), season=1)),
        ("Winter 1999", Date(start=PartialDate(1999), season=4)),
        ({"date-parts": [[1999]], "season": "Summer"}, Date(start=PartialDate(1999), season=2)),
        ({"date-parts": [[1999]], "circa": "1"}, Date(start=PartialDate(1999), circa=True)),
        ({"date-parts": [[-44, 3, 15]]}, dated(-44, 3, 15)),
        ({"date-parts": [[1999], [2001]]}, Date(start=PartialDate(1999), end=PartialDate(2001))),
        ({"literal": "forthcoming"}, Date(literal="forthcoming")),
        ("soon", Date(literal="soon")),
        ({"date-parts": [[0]]}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [[None]]}, None),
        ({}, None),
        (None, None),
        (True, None),
    ],
)
def test_dates(value: object, date: Date | None) -> None:
    assert from_item({"id": "x", "type": "document", "issued": value}).issued == date


@pytest.mark.parametrize(
    "parts",
    [[1999, 13], [1999, 13, 5], [1999, 6, 32], ["1999", "June"], [1999, 0, 5], [1999, 22, 5]],
)
def test_a_month_or_day_that_there_is_not_is_said_and_kept(parts: list[object]) -> None:
    value = {"date-parts": [parts]}
    record, said = read_dated(value)
    assert record.issued is not None
    assert record.issued.year == 1999
    assert said == ["value-not-understood"]
    assert [json.loads(one.value) for one in record.extra if one.tag == "issued"] == [value]


@pytest.mark.parametrize("parts", [[1999, 0], [1999, None, 0], [1999, 6, 30], ["1999", "06", ""]])
def test_parts_that_say_nothing_are_no_fault(parts: list[object]) -> None:
    _, said = read_dated({"date-parts": [parts]})
    assert said == []


@pytest.mark.parametrize(
    "text", ["1999-13-05", "1999-06-32", "1999.13", "1999-06-01/1999-13-02", "ca. 1999-13"]
)
@pytest.mark.parametrize("key", ["raw", "literal", None])
def test_an_impossible_month_or_day_of_a_text_is_said_too(text: str, key: str | None) -> None:
    value = {key: text} if key else text
    record, said = read_dated(value)
    assert record.issued is not None
    assert record.issued.year == 1999
    assert [one.tag for one in record.extra] == ["issued"]
    assert said == ["value-not-understood"]


@pytest.mark.parametrize(
    "text", ["1999-06-30", "1999-6", "1999-22", "1999-12-01/2000-01-02", "1998/1999", "1999-2000"]
)
def test_a_possible_text_is_not_doubted(text: str) -> None:
    _, said = read_dated({"raw": text})
    assert said == []
