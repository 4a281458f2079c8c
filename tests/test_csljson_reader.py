"""Reading CSL-JSON: every form of the file, every shape of a value, damage, and the way back."""

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv import pipeline, registry
from litconv.csl.items.from_item import from_item
from litconv.csl.items.kept import pack, unpack
from litconv.csl.items.to_item import to_item
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.formats.csljson.reader import CslJsonReader
from litconv.model import Date, ItemType, Name, PartialDate, RawField, Record, Role
from litconv.options import ReadOptions, WriteOptions
from litconv.source import Source

BOOK = '{"id": "%s", "type": "book", "title": "T"}'
A, B, C = (BOOK % name for name in "abc")


def read(text: str) -> tuple[list[Record], Diagnostics]:
    diagnostics = Diagnostics()
    return list(CslJsonReader().read(Source("x.json", text), diagnostics)), diagnostics


def ids(text: str) -> list[str]:
    return [record.id for record in read(text)[0]]


def places(text: str) -> list[str]:
    return [f"{one.span} {one.code}" for one in read(text)[1].items]


def one(**item: Any) -> Record:  # noqa: ANN401 - any field
    return from_item(
        {"id": "x", "type": "document", **{k.replace("_", "-"): item[k] for k in item}}
    )


def again(item: dict[str, Any]) -> dict[str, Any]:
    """Give what is written of a record read from the item, without id and type."""
    made = to_item(from_item({"id": "x", "type": "document", **item}), extras=False)
    return {key: value for key, value in made.items() if key not in {"id", "type"}}


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


YEAR = Date(start=PartialDate(1999))
JUNE = Date(start=PartialDate(1999, 6))


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
        ("1999-06-02T10:00:00Z", Date(start=PartialDate(1999, 6, 2))),
        ("1999-06/1999-08", Date(start=PartialDate(1999, 6), end=PartialDate(1999, 8))),
        ("1999~", Date(start=PartialDate(1999), circa=True)),
        ("1999-21", Date(start=PartialDate(1999), season=1)),
        ("Winter 1999", Date(start=PartialDate(1999), season=4)),
        ({"date-parts": [[1999]], "season": "Summer"}, Date(start=PartialDate(1999), season=2)),
        ({"date-parts": [[1999]], "circa": "1"}, Date(start=PartialDate(1999), circa=True)),
        ({"date-parts": [[-44, 3, 15]]}, Date(start=PartialDate(-44, 3, 15))),
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
    assert one(issued=value).issued == date


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


# ----------------------------------------------------------------------------------- the way back


@pytest.mark.parametrize(
    "item",
    [
        {"title": " two\nlines ", "note": "x\nDOI: 10.5555/x\n{:original-date: 1999}"},
        {"page": "165–187"},
        {"page": "e0123456"},
        {"page-first": "165"},
        {"page-first": " 165 "},
        {"page": "165-187", "page-first": "165"},
        {"number-of-pages": "300"},
        {"number-of-pages": "0300"},
        {"number-of-pages": "xii, 300"},
        {"keyword": "a; b"},
        {"keyword": "a, b"},
        {"ISBN": "978-3-16-148410-0 0-19-852663-6"},
        {"ISBN": "978-3-16-148410-0, 0-19-852663-6"},
        {"ISSN": "0378-5955 (print)"},
        {"event": "Moss Day"},
        {"event": "Moss Day", "event-title": "Moss Day"},
        {"event": "Moss Day", "event-title": "Fern Day"},
        {"title-short": "A", "shortTitle": "B"},
        {"archive": "[1]", "section": "true", "scale": '"q"', "version": "1.10"},
        {"issued": {"literal": "1999"}},
        {"issued": {"raw": "1999 or later"}},
        {"issued": {"date-parts": [[0]]}},
        {"issued": {"date-parts": [[""]]}},
        {"issued": {"date-parts": [[1999], [0]]}},
        {"issued": {"date-parts": [[1999]], "season": "Michaelmas"}},
        {"issued": {"date-parts": [[1999]], "literal": "MCMXCIX"}},
        {"submitted": "1999-06", "original-date": {"date-parts": [["1999"]]}},
        {"author": [{"family": "Reed", "given": "Io", "parse-names": True}]},
        {"author": [{"family": "Reed", "given": "Io", "static-ordering": True}]},
        {
            "author": [{"family": "Reed", "suffix": "Jr.", "comma-suffix": True}],
            "guest": [{"literal": "X"}],
        },
        {"author": [{"family": "Reed", "given": "Io", "literal": "Io Reed"}]},
        {"author": [{"family": "d'Orme", "given": "Jean de"}]},
        {"editor-translator": [{"family": "Reed", "given": "Io"}]},
        {"custom": {"shelf": 3}, "categories": ["moss"]},
    ],
)
def test_an_item_comes_back(item: dict[str, Any]) -> None:
    assert again(item) == item


@pytest.mark.parametrize(
    ("item", "back"),
    [
        ({"volume": 7, "chapter-number": 4.5}, {"volume": "7", "chapter-number": "4.5"}),
        ({"journalAbbreviation": "J. Moss"}, {"container-title-short": "J. Moss"}),
        ({"issued": "1999-06"}, {"issued": {"date-parts": [[1999, 6]]}}),
        ({"issued": {"date-parts": [["1999"]]}}, {"issued": {"date-parts": [[1999]]}}),
        ({"DOI": "https://doi.org/10.5555/x"}, {"DOI": "10.5555/x"}),
        ({"ISSN": ["0378-5955", "1234-5679"]}, {"ISSN": "0378-5955 1234-5679"}),
        ({"author": [{"given": "Plato"}]}, {"author": [{"family": "Plato"}]}),
        (
            {"author": [{"family": "Reed", "given": "Io", "_x": 1, "comma-suffix": True}]},
            {"author": [{"family": "Reed", "given": "Io", "comma-suffix": True}]},
        ),
        ({"issued": {"literal": "1999", "x": 1}}, {"issued": {"literal": "1999"}}),
        ({"mood": "blue", "archive": {"a": 1}, "title": None, "author": [], "note": ""}, {}),
    ],
)
def test_what_is_put_into_its_usual_form(item: dict[str, Any], back: dict[str, Any]) -> None:
    assert again(item) == back


def test_a_changed_field_is_not_overruled_by_what_was_kept() -> None:
    from msgspec.structs import replace

    item = {
        "author": [{"family": "Reed", "given": "Io", "parse-names": True}],
        "issued": {"literal": "1999"},
        "keyword": "a, b",
        "page": "165–187",
    }
    record = one(**{key.replace("-", "_"): value for key, value in item.items()})
    changed = replace(
        record,
        contributors=(),
        issued=Date(start=PartialDate(2001)),
        keywords=("c",),
        pages=replace(record.pages, last="188"),
    )
    assert to_item(changed, extras=False) == {
        "id": "x",
        "type": "document",
        "issued": {"date-parts": [[2001]]},
        "keyword": "c",
        "page": "165-188",
    }


def test_only_records_from_csl_json_are_given_back_this_way() -> None:
    kept = (RawField(tag="archive", value="Moss"),)
    assert "archive" not in to_item(Record(id="x", extra=kept), extras=False)


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)
plain_names = st.lists(
    st.fixed_dictionaries(
        {"family": st.text("abcXYZé", min_size=2), "given": st.text("AB.", min_size=1)}
    )
    | st.fixed_dictionaries({"literal": st.text("abcXYZé", min_size=1)}),
    min_size=1,
    max_size=3,
)
plain_dates = st.tuples(st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)).map(
    lambda day: {"date-parts": [list(day)]}
)
NO_TEXTS = {"number", "DOI", "page-first", "event", "shortTitle", "journalAbbreviation"}
TEXT_VARIABLES = (
    "title title-short container-title container-title-short collection-title publisher volume "
    "publisher-place event-title event-place issue edition URL language abstract genre status note "
    "annote archive archive_location authority call-number chapter-number collection-number medium "
    "dimensions number-of-volumes original-title page part scale section source version PMID PMCID "
    "number-of-pages keyword ISBN ISSN volume-title year-suffix references jurisdiction"
).split()


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(TEXT_VARIABLES), texts, max_size=8),
    st.dictionaries(st.sampled_from([role.value for role in Role]), plain_names, max_size=3),
    st.dictionaries(
        st.sampled_from(["issued", "accessed", "event-date", "submitted", "original-date"]),
        plain_dates,
    ),
    st.sampled_from(ItemType),
)
def test_any_item_comes_back(
    text: dict[str, Any], names: dict[str, Any], dates: dict[str, Any], type_: ItemType
) -> None:
    item = {"id": "x", "type": type_.value, **text, **names, **dates}
    assert to_item(from_item(item), extras=False) == item


# The reader takes control characters and half characters out before.
json_texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=5)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | json_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(json_texts, inner),
    max_leaves=6,
)
KEYS = [*TEXT_VARIABLES, "author", "issued", "id", "type", "custom", "DOI", "number", "event", "zz"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), json_values))
def test_any_json_in_any_key_is_survived_and_stable(item: dict[str, Any]) -> None:
    first = to_item(from_item(item), extras=False)
    json.dumps(first)
    assert to_item(from_item(first), extras=False) == first


@given(json_values.filter(lambda value: not isinstance(value, (int, float)) and value is not None))
def test_kept_values_come_back(value: object) -> None:
    assert unpack(pack(value)) == value


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


@pytest.mark.parametrize(
    "parts",
    [[1999, 13], [1999, 13, 5], [1999, 6, 32], ["1999", "June"], [1999, 0, 5], [1999, 22, 5]],
)
def test_a_month_or_day_that_there_is_not_is_said_and_kept(parts: list[object]) -> None:
    value = {"date-parts": [parts]}
    item = {"id": "a", "type": "book", "title": "T", "issued": value}
    said = Diagnostics()
    (record,) = CslJsonReader().read(Source("x", json.dumps([item])), said)
    assert record.issued is not None
    assert record.issued.year == 1999
    assert [one.code for one in said.items] == ["value-not-understood"]
    assert [json.loads(one.value) for one in record.extra if one.tag == "issued"] == [value]


@pytest.mark.parametrize("parts", [[1999, 0], [1999, None, 0], [1999, 6, 31], ["1999", "06", ""]])
def test_parts_that_say_nothing_are_no_fault(parts: list[object]) -> None:
    item = {"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [parts]}}
    said = Diagnostics()
    list(CslJsonReader().read(Source("x", json.dumps([item])), said))
    assert said.items == []
