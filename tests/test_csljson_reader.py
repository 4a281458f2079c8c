"""Reading CSL-JSON: every form of the file, every shape of a value, and damage."""

from __future__ import annotations

import io
import json
import time
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made_records
from litconv import pipeline, registry
from litconv.csl.items.from_item import from_item
from litconv.csl.items.to_item import to_item
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.formats.csljson.reader import CslJsonReader
from litconv.model import ItemType, Name, Record
from litconv.options import ReadOptions, WriteOptions

BOOK = '{"id": "%s", "type": "book", "title": "T"}'
A, B, C = (BOOK % name for name in "abc")
read = partial(made_records.read, "csljson", file="x.json")


def ids(text: str) -> list[str]:
    return [record.id for record in read(text)[0]]


def places(text: str) -> list[str]:
    return [f"{one.span} {one.code}" for one in read(text)[1].items]


def one(**item: Any) -> Record:  # noqa: ANN401 - any field
    return from_item(
        {"id": "x", "type": "document", **{k.replace("_", "-"): item[k] for k in item}}
    )


# ------------------------------------------------------------------------------ forms of the file


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", ""),
        (f"[{A},{B}]", "ab"),
        (f"\n [ {A} , {B} ] \n", "ab"),
        (A, "a"),
        (json.dumps(json.loads(A), indent=2), "a"),
        (f"{A}\n{B}\n", "ab"),
        (f"\n{A}\n\n\n  {B}", "ab"),
        (f"{A}{B}", "ab"),
        (f'{{"items": [{A}, {B}]}}', "ab"),
        (f'{{"total": 1, "references": [{A}]}}', "a"),
        (f'{{"id": "c", "type": "book", "items": [{A}]}}', "c"),
    ],
)
def test_every_form_of_the_file_is_read(text: str, found: str) -> None:
    assert ids(text) == list(found)
    assert read(text)[1].items == []


def test_records_know_where_they_stood() -> None:
    records, _ = read(f'[\n  {A}, {{"id": "ä", "type": "book"}},{C}\n]')
    assert [str(one.origin.span) for one in records if one.origin] == [
        *("x.json:2:3", "x.json:2:46", "x.json:2:74"),
    ]
    records, _ = read(f"{A}\n\n {B}")
    assert [str(one.origin.span) for one in records if one.origin] == ["x.json:1:1", "x.json:3:2"]


def test_an_item_is_not_looked_for_inside_the_one_before() -> None:
    _, said = read('[{"id": "a3", "type": "book"}, 3]')
    assert [str(one.span) for one in said.items] == ["x.json:1:32"]


def test_equal_items_have_places_of_their_own() -> None:
    records, _ = read(f"[{A},{A}]")
    assert [one.origin.span.column for one in records if one.origin and one.origin.span] == [2, 44]


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ('[{"id": "a", "type": "book"', True),
        ('[{"author": [{"family": "A", "type": "x"}], "type": "article-journal"}]', True),
        ('{"type":"legal_case"}', True),
        ('{"type": "journal-article", "DOI": "10.5555/x"}', True),
        ('{"items": [{"id": "a", "type": "book"', True),
        ('{"total": 3, "items": [{"id": "a", "type": "book"', True),
        ('[{"abstract": "long \\" text", "container-title": "cut off here', True),
        ('{"litconv":1,"type":"book"}', False),
        ('{"type": "FeatureCollection", "features": [{"type": "book"}]}', False),
        ('{"name": {"type": "book"}}', False),
        ('[{"name": "x"}, {"type": "book"}]', False),
        ('[{"type": "other"}]', False),
        ("[]", True),
        ("{}", False),
        ('["type", "book"]', False),
        ('"type": "book"', False),
        ("@book{a, title = {[{}]}}", False),
        ("", False),
    ],
)
def test_sniffing_is_true_only_when_sure(head: str, sure: bool) -> None:  # noqa: FBT001 - a table's column
    assert CslJsonReader().sniff(head) is sure


# -------------------------------------------------------------------------------------- bad input


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
    text = f'{A}\n{{"id": "x",, "type": "book"}}\n[{B}]\n{C}'
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


# -------------------------------------------------------------------------------- what items mean


@pytest.mark.parametrize(
    ("value", "id_"), [("Ab", "Ab"), (17, "17"), (1.5, "1.5"), (2.0, "2"), ("a b", "a b")]
)
def test_ids_are_texts_and_stay(value: object, id_: str) -> None:
    assert from_item({"id": value, "type": "book"}).id == id_


def test_the_citation_key_stands_in_for_a_missing_id() -> None:
    assert from_item({"citation-key": "moss1999", "type": "book"}).id == "moss1999"
    assert from_item({"type": "book"}).id == ""


@pytest.mark.parametrize(
    ("value", "type_", "codes"),
    [
        ("legal_case", ItemType.LEGAL_CASE, []),
        ("legal-case", ItemType.LEGAL_CASE, []),
        ("Book", ItemType.BOOK, []),
        ("proceedings-article", ItemType.PAPER_CONFERENCE, []),
        ("scroll", ItemType.DOCUMENT, ["value-not-understood"]),
        (3, ItemType.DOCUMENT, ["value-not-understood"]),
        (None, ItemType.DOCUMENT, ["missing-field"]),
        ("", ItemType.DOCUMENT, ["missing-field"]),
    ],
)
def test_types(value: object, type_: ItemType, codes: list[str]) -> None:
    diagnostics = Diagnostics()
    assert from_item({"id": "x", "type": value}, diagnostics).type is type_
    assert [one.code for one in diagnostics.items] == codes


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ([{"family": "Reed", "given": "Io"}], [Name(family="Reed", given="Io")]),
        ([{"family": "Reed", "given": ""}], [Name(family="Reed")]),
        ([{"family": "", "given": "Plato"}], [Name(family="Plato")]),
        ([{"family": 7, "given": "Io"}], [Name(family="7", given="Io")]),
        ([{"family": "Reed", "given": "Io, Jr."}], [Name(family="Reed", given="Io", suffix="Jr.")]),
        ([{"literal": "Moss, Inc."}], [Name(literal="Moss, Inc.")]),
        ([{"family": "Moss, Inc.", "isInstitution": 1}], [Name(literal="Moss, Inc.")]),
        ({"family": "Reed", "given": "Io"}, [Name(family="Reed", given="Io")]),
        ("Reed, Io", [Name(literal="Reed, Io")]),
        (["Reed, Io", None, {}, {"given": " "}], [Name(literal="Reed, Io")]),
        (
            [{"family": "Berg", "given": "T.", "dropping-particle": "de"}],
            [Name(family="Berg", given="T.", dropping_particle="de")],
        ),
    ],
)
def test_names(value: object, names: list[Name]) -> None:
    assert list(one(author=value).authors) == names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("165-187", ("165", "187", "", "")),
        ("165–187", ("165", "187", "", "")),
        ("187", ("187", "", "", "")),
        ("187-188, 195", ("", "", "187-188, 195", "")),
        ("e0123456", ("", "", "", "e0123456")),
        ("see <b>there</b>", ("", "", "see <b>there</b>", "")),
    ],
)
def test_pages(text: str, parts: tuple[str, ...]) -> None:
    pages = one(page=text).pages
    assert (pages.first, pages.last, pages.ranges, pages.article_number) == parts
    assert pages.raw == text


def test_the_number_of_an_article_is_its_article_number() -> None:
    record = from_item({"id": "x", "type": "article-journal", "number": "e012"})
    assert (record.number, record.pages.article_number) == ("", "e012")
    report = from_item({"id": "x", "type": "report", "number": "e012"})
    assert (report.number, report.pages.article_number) == ("e012", "")


# ----------------------------------------------------------------------------- through the program


def convert(text: str, to: str, name: str = "x.json", **options: Any) -> tuple[str, Diagnostics]:  # noqa: ANN401 - any field
    diagnostics, out = Diagnostics(), io.StringIO()
    format_, style = registry.find(to, to=True)
    records = pipeline.read(
        [Input(name, text.encode())], diagnostics, options=ReadOptions(**options)
    )
    pipeline.write(records, out, format_, diagnostics, WriteOptions(style=style))
    return out.getvalue(), diagnostics


def test_capitals_and_ids_of_curated_data_stay() -> None:
    items = [
        {"id": id_, "type": "document", "title": "THE MOSS OF THE NORTH", "issued": 1999}
        for id_ in ("Moss 1", "moss 1", "http://example.org/#m,1")
    ]
    out, diagnostics = convert(json.dumps(items), "csljson")
    assert [one["id"] for one in json.loads(out)] == [one["id"] for one in items]
    assert {one["title"] for one in json.loads(out)} == {"THE MOSS OF THE NORTH"}
    assert diagnostics.items == []


def test_a_real_duplicate_gets_another_id() -> None:
    out, diagnostics = convert(f"[{A},{A}]", "csljson")
    assert [one["id"] for one in json.loads(out)] == ["a", "aa"]
    assert "key-changed" in [one.code for one in diagnostics.items]


def test_a_key_pattern_makes_new_ids() -> None:
    text = '[{"id": "Moss 1", "type": "document", "title": "Moss", "issued": 1999}]'
    out, _ = convert(text, "csljson", key_pattern="shorttitle(1).lower + year")
    assert json.loads(out)[0]["id"] == "moss1999"


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "-"])
def test_litconvs_own_json_and_csl_json_are_told_apart(name: str) -> None:
    item = '{"id": "a", "type": "document", "title": "Moss"}\n'
    own, _ = convert(item, "json", name)
    assert own.startswith('{"litconv":1')
    back, _ = convert(own, "csljsonl", name)
    assert back == item


def test_variables_without_a_field_are_printed() -> None:
    item = {
        "id": "m",
        "type": "manuscript",
        "title": "Moss",
        "author": [{"family": "Reed", "given": "Io"}],
        "issued": {"date-parts": [[1999]]},
        "archive": "Fernwick Archive",
    }
    out, _ = convert(json.dumps([item]), "apa")
    assert out == "Reed, I. (1999). Moss. Fernwick Archive.\n"
