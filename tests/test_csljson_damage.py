"""Reading CSL-JSON that is damaged, odd or huge: what is kept, what is said."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csljson_reading import A, B, C, ids, places, read
from litconv.csl.items.to_item import to_item


@pytest.mark.parametrize(
    ("bad", "place"),
    [
        ('{"id": "x" "type": "book", "title": "X"}', "2:12"),
        ('{"id": "x", "type": "book", "title": "X}', "3:3"),
        ('{"id": "x", "type": "book", "author": [{"family": "X"}', "5:2"),
        ('{"id": "x", "type": "book", "title": "X"', "3:1"),
        ('{"id": "x", "type": "book", "title": }', "2:38"),
        ('{"id": "x", "custom": ' + "[" * 10_000 + "]" * 10_000 + "}", "2:1"),
        ('{"id": "x", "custom": ' + "[" * 200 + "]" * 200 + "}", "2:1"),
        ("xyz", "2:1"),
        ("12", "2:1"),
        ("null", "2:1"),
        ('["x"]', "2:1"),
        ('{"id": ' + "9" * 6000 + "}", "2:1"),
    ],
)
def test_the_items_around_a_bad_one_survive(bad: str, place: str) -> None:
    text = f"[{A},\n{bad},\n{B},\n{C}\n]"
    found, diagnostics = read(text)
    assert [record.id for record in found] == ["a", "b", "c"]
    assert [one.code for one in diagnostics.items] == ["record-invalid"]
    assert str(diagnostics.items[0].span) == f"x.json:{place}"
    assert diagnostics.rejects[0].startswith(bad)


def test_a_bad_line_is_lost_alone() -> None:
    text = f'{A}\n{{"id": "x",, "type": "book"}}\n["x"]\n{C}'
    assert ids(text) == ["a", "c"]
    assert places(text) == ["x.json:2:12 record-invalid", "x.json:3:1 record-invalid"]


def test_a_list_without_its_end_is_reported() -> None:
    assert ids(f"[{A}, {B},") == ["a", "b"]
    assert places(f"[{A}") == ["x.json:1:43 value-not-understood"]


@pytest.mark.parametrize(
    "text",
    [
        *("[", "{", "]", "}", '"', "[,]", "[[]]", "{}", "[{}]", "null", "text", "[" * 10_000),
        *('{"a":' * 10_000, '{"a":[' * 10_000, '[{"' * 10_000, "\ufeff", "[1e400]", "[-]"),
        *('{"items": 3}', '{"items": [3]}', '{"items": {"a": 1}}', '[{"type": []}]'),
        '[{"id": {}, "type": 3, "title": [], "author": [[[]]], "issued": [[[]]]}]',
        '[{"author": 3, "issued": true, "page": {}, "keyword": [1], "ISBN": [[]], "note": false}]',
    ],
)
def test_nothing_makes_it_raise(text: str) -> None:
    started = time.process_time()
    for record in read(text)[0]:
        to_item(record, extras=True)
    assert time.process_time() - started < 5


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_cut_and_any_insertion_is_survived(data: st.DataObject) -> None:
    text = f'[{A},\n{{"id": "x", "type": "book", "issued": {{"date-parts": [[1999]]}}}},\n{B}]'
    at = data.draw(st.integers(0, len(text)))
    read(text[:at])
    extra = data.draw(st.text(st.sampled_from('{}[]",:\\ \n1aé')))
    read(text[:at] + extra + text[at:])


def test_nan_is_left_out_and_the_item_stays() -> None:
    text = f'[{A}, {{"id": "x", "type": "book", "volume": NaN, "issue": 2}}]'
    record = read(text)[0][1]
    assert (record.volume, record.issue) == ("", "2")
    assert places(text) == ["x.json:1:83 value-not-understood"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[{"id": "x", "type": "book", "title": "A", "title": "B"}]', "title"),
        ('[{"id": "x", "type": "book", "title": "B", "custom": {"k": 1, "k" : 2}}]', "k"),
        ('[{"id": "x", "type": "book", "title": "B", "note": "\\"id\\": 3"}]', ""),
    ],
)
def test_a_repeated_key_is_reported_and_its_last_value_counts(text: str, key: str) -> None:
    records, diagnostics = read(text)
    assert records[0].title == "B"
    messages = [one.message for one in diagnostics.items]
    assert messages == ([f"the key {key!r} is there twice; its last value counts"] if key else [])


def test_escaped_controls_and_half_characters_are_taken_out() -> None:
    records, diagnostics = read(
        r'[{"id": "x", "type": "book", "title": "a\u001b[31m\ud800é\r\nb"}]'
    )
    assert records[0].title == "a[31m\ufffdé\nb"
    assert [one.code for one in diagnostics.items] == [
        *("control-character-removed", "undecodable-bytes"),
    ]


def test_long_values_and_many_authors_cost_little() -> None:
    people = [{"family": f"F{n}", "given": "A.", "suffix": "Jr."} for n in range(5000)]
    long = {"title": "x " * 2_000_000, "issued": "1999 " * 100_000, "page": "1-" * 200_000}
    item = {"id": "x", "type": "book", "author": people, "ISBN": "1 " * 200_000, **long}
    started = time.process_time()
    records, _ = read(json.dumps([item]))
    assert time.process_time() - started < 3
    assert len(records[0].contributors) == 5000
    assert records[0].title == long["title"]


def test_many_items_on_one_line_cost_in_proportion() -> None:
    items = [{"id": str(n), "type": "book", "title": "é" * 50} for n in range(20_000)]
    text = json.dumps(items, ensure_ascii=False)
    started = time.process_time()
    assert len(read(text)[0]) == 20_000
    assert time.process_time() - started < 6
