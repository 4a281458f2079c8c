"""CSL-JSON, written: extras, arrays and lines, identifiers of items."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import partial

import made_records
from litconv.csl.items.ids import UniqueIds
from litconv.csl.items.to_item import to_item, unmapped
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.writer import CslJsonLinesWriter, CslJsonWriter
from litconv.model import (
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    OtherIdentifier,
    PartialDate,
    RawField,
    Record,
    Span,
    Subject,
    TranslatedTitle,
)
from litconv.model.record import Origin
from litconv.options import WriteOptions
from made_records import person

write = partial(made_records.write, "csljson")

EXTRA_RECORD = Record(
    id="a",
    type=ItemType.ARTICLE_JOURNAL,
    title="T",
    translated_titles=(TranslatedTitle(title="题", language="zh"),),
    contributors=(
        person("Berg", "A.", affiliations=("X",), orcid="0-1"),
        person("Tal", "B."),
    ),
    affiliations=("X", "Y"),
    issued=Date(start=PartialDate(1999), literal="Spring or so"),
    identifiers=Identifiers(arxiv="2101.00001", other=(OtherIdentifier("WOS", "000"),)),
    subjects=(Subject(scheme="clc", code="B849", label="应用心理学"),),
    times_cited=0,
    listing=Listing(ListKind.RELATED, "21"),
    relations=(Record(title="Listed", times_cited=3),),
    extra=(RawField(tag="基金", value="42", span=Span("p", 3)),),
    origin=Origin(format="record-page", span=Span("p", 1)),
)


def test_extras_stand_under_custom() -> None:
    assert to_item(EXTRA_RECORD, extras=True)["custom"] == {
        "listing": {"kind": "related", "number": "21"},
        "translated_titles": [{"title": "题", "language": "zh"}],
        "people": [{"role": "author", "name": "Berg, A.", "orcid": "0-1", "affiliations": ["X"]}],
        "affiliations": ["X", "Y"],
        "issued_text": "Spring or so",
        "identifiers": [
            {"scheme": "arXiv", "value": "2101.00001"},
            {"scheme": "WOS", "value": "000"},
        ],
        "subjects": [{"scheme": "clc", "code": "B849", "label": "应用心理学"}],
        "times_cited": 0,
        "extra": [{"tag": "基金", "value": "42"}],
        "relations": [
            {"id": "1", "type": "document", "title": "Listed", "custom": {"times_cited": 3}}
        ],
    }


def test_without_extras_only_the_list_mark_stays_and_the_rest_is_named_once() -> None:
    text, diagnostics = write(EXTRA_RECORD)
    assert json.loads(text)[0]["custom"] == {"listing": {"kind": "related", "number": "21"}}
    [one] = diagnostics.items
    assert (one.code, one.record, one.span) == ("extra-not-written", "a", Span("p", 1))
    assert one.field.split(",") == [
        *("translated_titles", "contributors", "affiliations", "issued", "identifiers"),
        *("subjects", "times_cited", "relations", "extra", "orcid"),
    ]


def test_with_extras_nothing_is_lost() -> None:
    assert write(EXTRA_RECORD, extras=True)[1].items == []
    assert unmapped(Record(title="T", note="N")) == ()


def test_the_array_is_indented_and_ends_in_one_newline() -> None:
    text, _ = write(Record(id="a", title="Über 王"), Record(id="b"))
    assert text == (
        '[\n  {\n    "id": "a",\n    "type": "document",\n    "title": "Über 王"\n  },\n'
        '  {\n    "id": "b",\n    "type": "document"\n  }\n]\n'
    )


def test_no_record_is_an_empty_array() -> None:
    assert write()[0] == "[]\n"


def test_ascii_output_is_escaped() -> None:
    text, _ = write(Record(id="a", title="王"), ascii_only=True)
    assert '"title": "\\u738b"' in text


def test_lines_hold_one_item_each() -> None:
    out = io.StringIO()
    CslJsonLinesWriter().write(
        [Record(id="a", title="王\nB"), Record()], out, Diagnostics(), WriteOptions()
    )
    assert out.getvalue() == (
        '{"id": "a", "type": "document", "title": "王 B"}\n{"id": "item-2", "type": "document"}\n'
    )


def test_the_array_is_written_item_by_item() -> None:
    out = io.StringIO()

    def two() -> Iterator[Record]:
        yield Record(id="a")
        assert '"a"' in out.getvalue()
        yield Record(id="b")

    CslJsonWriter().write(two(), out, Diagnostics(), WriteOptions())
    assert len(json.loads(out.getvalue())) == 2


def test_ids_are_unique_without_regard_to_case_and_never_empty() -> None:
    records_ = [Record(id=one) for one in ("Smith2020", "smith2020", "", "item-4", "", "item-3")]
    text, diagnostics = write(*records_)
    assert [one["id"] for one in json.loads(text)] == [
        *("Smith2020", "smith2020-2", "item-3", "item-4", "item-5", "item-3-2"),
    ]
    assert [one.code for one in diagnostics.items] == ["key-changed", "key-changed"]


def test_an_id_made_up_does_not_meet_a_given_one() -> None:
    ids = UniqueIds()
    items = [{"id": "item-2"}, {"id": ""}]
    assert [ids.assign(one) for one in items] == [False, False]
    assert [one["id"] for one in items] == ["item-2", "item-2-2"]
