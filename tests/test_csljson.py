from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

import made_records
from litconv.csl.items.ids import UniqueIds
from litconv.csl.items.to_item import to_item, unmapped
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.writer import CslJsonLinesWriter, CslJsonWriter
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    OtherIdentifier,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
    Span,
    Subject,
    TranslatedTitle,
)
from litconv.model.record import Origin
from litconv.options import WriteOptions
from made_records import body, dated, person
from strategies import records

# What CSL-JSON 1.0.2 allows, as far as litconv uses it: the test's own table.
TEXT = {"type": "string", "minLength": 1, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"}
NAME = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": dict.fromkeys(
        [
            *("family", "given", "dropping-particle", "non-dropping-particle", "suffix"),
            "literal",
        ],
        TEXT,
    ),
}
DATE = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        },
        "season": {"type": "integer"},
        "circa": {"type": "boolean"},
        "literal": TEXT,
    },
}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "custom": {"type": "object", "minProperties": 1},
            **{role.value: {"type": "array", "items": NAME} for role in Role},
            **dict.fromkeys(["issued", "accessed", "event-date"], DATE),
            **dict.fromkeys(
                [
                    *("id", "type", "title", "title-short", "container-title", "edition"),
                    *("container-title-short", "collection-title", "publisher", "number"),
                    *("publisher-place", "event-title", "event-place", "volume", "issue"),
                    *("page", "page-first", "number-of-pages", "DOI", "ISBN", "ISSN", "PMID"),
                    *("PMCID", "URL", "language", "abstract", "keyword", "genre", "status"),
                    "note",
                ],
                TEXT,
            ),
        },
    },
}

VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
write = partial(made_records.write, "csljson")


def item(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Give the item without id and type."""
    made = to_item(Record(**fields), extras=False)
    return {key: value for key, value in made.items() if key not in {"id", "type"}}


def author(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    return {"contributors": (Contributor(name=Name(**parts)),)}


def test_an_article_has_the_variables_of_csl() -> None:
    record = Record(
        id="davidson1999peer",
        type=ItemType.ARTICLE_JOURNAL,
        title="Peer support among individuals",
        contributors=(
            person("Davidson", "L."),
            person("王", "小明"),
            body("The Board", Role.EDITOR),
        ),
        container_title="Clinical Psychology",
        issued=dated(1999, 6),
        volume="6",
        issue="2",
        pages=Pages(raw="165 / 187", first="165", last="187", count=23),
        identifiers=Identifiers(
            doi="10.1093/clipsy/6.2.165", issn=("0969-5893", "1468-2850"), pmid="1", pmcid="PMC2"
        ),
        url="https://example.org/165",
        keywords=("peer support", "schizophrenia, paranoid"),
        language="en",
    )
    assert to_item(record, extras=True) == {
        "id": "davidson1999peer",
        "type": "article-journal",
        "title": "Peer support among individuals",
        "author": [
            {"family": "Davidson", "given": "L."},
            {"family": "王", "given": "小明"},
        ],
        "editor": [{"literal": "The Board"}],
        "container-title": "Clinical Psychology",
        "issued": {"date-parts": [[1999, 6]]},
        "volume": "6",
        "issue": "2",
        "page": "165-187",
        "page-first": "165",
        "number-of-pages": "23",
        "DOI": "10.1093/clipsy/6.2.165",
        "ISSN": "0969-5893 1468-2850",
        "PMID": "1",
        "PMCID": "PMC2",
        "URL": "https://example.org/165",
        "keyword": "peer support; schizophrenia, paranoid",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            author(family="Berg", given="Jan", particle="van der", suffix="Jr."),
            {
                "author": [
                    {
                        "family": "Berg",
                        "given": "Jan",
                        "non-dropping-particle": "van der",
                        "suffix": "Jr.",
                    }
                ]
            },
        ),
        (
            author(family="Musset", given="Alfred", dropping_particle="de"),
            {"author": [{"family": "Musset", "given": "Alfred", "dropping-particle": "de"}]},
        ),
        (author(family="Aristotle"), {"author": [{"family": "Aristotle"}]}),
        (author(given="Madonna"), {"author": [{"literal": "Madonna"}]}),
        (author(literal=" \n"), {}),
    ],
    ids=["non-dropping", "dropping", "family", "given", "blank"],
)
def test_names(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert item(**fields) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (dated(1999), {"date-parts": [[1999]]}),
        (dated(1999, 6, 2), {"date-parts": [[1999, 6, 2]]}),
        (
            Date(start=PartialDate(1999, 6), end=PartialDate(1999, 7)),
            {"date-parts": [[1999, 6], [1999, 7]]},
        ),
        (Date(start=PartialDate(1999), season=2), {"date-parts": [[1999]], "season": 2}),
        (Date(start=PartialDate(-50), circa=True), {"date-parts": [[-50]], "circa": True}),
        (Date(literal="in press"), {"literal": "in press"}),
        (Date(start=PartialDate(1999), literal="reprint"), {"date-parts": [[1999]]}),
        (Date(end=PartialDate(1999, 7)), {"literal": "../1999-07"}),
    ],
)
def test_dates(date: Date, expected: dict[str, Any]) -> None:
    assert item(issued=date) == {"issued": expected}


def test_an_empty_date_is_left_out() -> None:
    assert item(issued=Date()) == {}


@pytest.mark.parametrize(
    ("type_", "fields", "expected"),
    [
        (
            ItemType.ARTICLE_JOURNAL,
            {"pages": Pages(article_number="e0120513")},
            {"number": "e0120513", "page": "e0120513"},
        ),
        (
            ItemType.ARTICLE_JOURNAL,
            {"number": "7", "pages": Pages(article_number="e1")},
            {"number": "7", "page": "e1"},
        ),
        (ItemType.PAPER_CONFERENCE, {"pages": Pages(article_number="12")}, {"page": "12"}),
        (ItemType.CHAPTER, {"pages": Pages(first="397")}, {"page": "397", "page-first": "397"}),
        (
            ItemType.ARTICLE_JOURNAL,
            {"pages": Pages(first="187", ranges="187-188, 195")},
            {"page": "187-188, 195", "page-first": "187"},
        ),
        (
            ItemType.ARTICLE,
            {"identifiers": Identifiers(arxiv="2101.00001")},
            {"number": "arXiv:2101.00001"},
        ),
        (ItemType.ARTICLE_JOURNAL, {"identifiers": Identifiers(arxiv="2101.00001")}, {}),
        (
            ItemType.BOOK,
            {"identifiers": Identifiers(isbn=("978-3-16-148410-0", "0-19-852663-6"))},
            {"ISBN": "978-3-16-148410-0 0-19-852663-6"},
        ),
    ],
)
def test_pages_and_identifiers(
    type_: ItemType, fields: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert item(type=type_, **fields) == expected


def test_control_characters_and_line_breaks_become_blanks() -> None:
    assert item(title=" One\r\n two\x1b[31m\u2028three ", keywords=("a\nb", "\t")) == {
        "title": "One two [31m three",
        "keyword": "a b",
    }


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


@settings(max_examples=50, deadline=None)
@given(record=records())
def test_any_record_gives_an_item_that_csl_json_allows(record: Record) -> None:
    text, _ = write(record, record, extras=True)
    items = json.loads(text)
    VALIDATOR.validate(items)
    assert len({one["id"] for one in items}) == 2
    plain, _ = write(record)
    VALIDATOR.validate(json.loads(plain))


def test_variables_that_other_formats_keep_by_name_are_written() -> None:
    extra = (
        RawField(tag="collection-number", value="6"),
        RawField(tag="collection-number", value="7"),
        RawField(tag="references", value="a list of works"),
    )
    item = to_item(Record(extra=extra, origin=Origin(format="bibtex")), extras=False)
    assert item == {"id": "", "type": "document", "collection-number": "6"}
