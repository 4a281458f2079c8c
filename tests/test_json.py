"""litconv's own JSON: a record a line, read back to the last fact."""

from __future__ import annotations

import io
import json
from functools import partial

import pytest
from hypothesis import given, settings

import made_records
from litconv.diagnostics import Diagnostics, Severity
from litconv.formats.json import JsonReader, JsonWriter
from litconv.model import Origin, Provenance, RawField, Record, Span
from litconv.options import WriteOptions
from litconv.source import decode
from made_records import person
from strategies import records

BERG = Record(
    id="berg2001",
    title="On Nothing",
    contributors=(person("Berg", "Ann", particle="van der"),),
    provenance=(Provenance(field="title", how="changed", rule="sentence-case", before="ON N"),),
    origin=Origin(format="record-page", span=Span("page.txt", 3), raw="ON NOTHING\n"),
)
BERG_LINE = (
    '{"litconv":1,"id":"berg2001","title":"On Nothing",'
    '"contributors":[{"name":{"family":"Berg","given":"Ann","particle":"van der"}}],'
    '"provenance":[{"field":"title","how":"changed","rule":"sentence-case","before":"ON N"}],'
    '"origin":{"format":"record-page","span":{"file":"page.txt","line":3},'
    '"raw":"ON NOTHING\\n"}}\n'
)


def written(*given_records: Record, ascii_only: bool = False) -> str:
    out = io.StringIO()
    options = WriteOptions(ascii_only=ascii_only)
    JsonWriter().write(given_records, out, Diagnostics(), options)
    return out.getvalue()


read = partial(made_records.read, "json", file="in.jsonl")


def test_a_record_is_one_line_that_starts_with_the_marker() -> None:
    assert written(BERG) == BERG_LINE


def test_a_line_gives_the_record_with_its_history() -> None:
    found, diagnostics = read(BERG_LINE)
    assert found == [BERG]
    assert diagnostics.items == []


def test_no_record_is_no_line() -> None:
    assert written() == ""


def test_an_empty_record_is_a_line_too() -> None:
    assert written(Record()) == '{"litconv":1}\n'
    assert read('{"litconv":1}\n')[0] == [Record()]


@settings(max_examples=60, deadline=None)
@given(record=records())
def test_whatever_a_record_holds_comes_back(record: Record) -> None:
    diagnostics = Diagnostics()
    source = decode(written(record, record).encode(), "in.jsonl", diagnostics)
    assert list(JsonReader().read(source, diagnostics)) == [record, record]
    assert diagnostics.items == []


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_ascii_output_is_ascii_and_comes_back(record: Record) -> None:
    text = written(record, ascii_only=True)
    assert text.isascii()
    assert read(text)[0] == [record]


def test_characters_that_programs_take_for_line_ends_are_escaped() -> None:
    text = written(Record(title="a\x85b\u2028c\u2029d\x7fe\x0bf"))
    assert text == '{"litconv":1,"title":"a\\u0085b\\u2028c\\u2029d\\u007fe\\u000bf"}\n'


def test_ascii_output_escapes_characters_beyond_the_first_plane_by_pairs() -> None:
    assert written(Record(title="王𠮷"), ascii_only=True) == (
        '{"litconv":1,"title":"\\u738b\\ud842\\udfb7"}\n'
    )


@pytest.mark.parametrize(
    ("line", "column", "part"),
    [
        ('{"litconv":1,"title":"é" x}', 26, "malformed"),
        ('{"litconv":1,"title":"On No', 1, "truncated"),
        ('{"litconv":1,"title":7}', 1, "$.title"),
        ('{"litconv":1,"type":"poem"}', 1, "poem"),
        ('{"litconv":2,"title":"Later"}', 1, "version 2"),
        ('{"title":"Unmarked"}', 1, "litconv"),
        ('["litconv"]', 1, "litconv"),
        ('{"litconv":1,"relations":' * 30 + "1" + "}" * 30, 1, "relations"),
        ("[" * 9000, 1, ""),
    ],
    ids=["syntax", "cut", "kind", "type", "version", "marker", "array", "nested", "deep"],
)
def test_a_bad_line_is_set_aside_and_the_others_survive(line: str, column: int, part: str) -> None:
    found, diagnostics = read(f"{BERG_LINE}\n{line}\n{BERG_LINE}")
    assert found == [BERG, BERG]
    assert [one.code for one in diagnostics.items] == ["record-invalid"]
    assert diagnostics.items[0].span == Span("in.jsonl", 3, column)
    assert part in diagnostics.items[0].message
    assert diagnostics.rejects == [line]


def test_lists_nested_without_end_are_refused() -> None:
    line = '{"litconv":1,' + '"relations":[{' * 40 + '"title":"x"' + "}]" * 40 + "}"
    found, diagnostics = read(line)
    assert found == []
    assert "nested" in diagnostics.items[0].message


def test_a_key_of_no_field_is_reported_and_kept() -> None:
    found, diagnostics = read(
        '{"litconv":1,"title":"T","mood":"blue","pages":{"first":"1","colour":[2]},'
        '"contributors":[{"name":{"family":"B","shoe":9}}]}\n'
    )
    span = Span("in.jsonl", 1)
    assert found[0].title == "T"
    assert found[0].extra == (
        RawField(tag="mood", value='"blue"', span=span),
        RawField(tag="pages.colour", value="[2]", span=span),
        RawField(tag="contributors[0].name.shoe", value="9", span=span),
    )
    assert [one.code for one in diagnostics.items] == ["value-not-understood"] * 3
    assert diagnostics.counts[Severity.ERROR] == 0


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        (BERG_LINE, True),
        ('{"litconv":1}', True),
        ('{ "litconv" : 1, "title": "T" }', True),
        ('{"title":"T","litconv":1}', False),
        ('{"litconv":"1"}', False),
        ('[{"litconv":1}]', False),
        ('[{"id":"a","type":"book"}]', False),
        ("litconv", False),
        ("", False),
    ],
)
def test_only_the_marker_at_the_start_is_sure(head: str, *, sure: bool) -> None:
    assert JsonReader().sniff(head) is sure


def test_lines_are_json_that_any_program_reads() -> None:
    assert json.loads(written(BERG))["contributors"][0]["name"]["particle"] == "van der"
