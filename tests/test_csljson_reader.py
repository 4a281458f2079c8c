"""Reading CSL-JSON: every form of the file, every shape of a value."""

from __future__ import annotations

import json
from typing import Any

import pytest

from csljson_reading import A, B, C, ids, read
from litconv.csl.items.from_item import from_item
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.reader import CslJsonReader
from litconv.model import ItemType, Name, Record


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
