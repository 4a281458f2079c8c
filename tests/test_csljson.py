"""CSL-JSON, written: what the variables of an item are made of."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from csljson_schema import VALIDATOR
from litconv.csl.items.to_item import to_item
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
)
from litconv.model.record import Origin
from made_records import body, dated, person, written
from strategies import records


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


@settings(max_examples=50, deadline=None)
@given(record=records())
def test_any_record_gives_an_item_that_csl_json_allows(record: Record) -> None:
    text = written("csljson", record, record, extras=True)
    items = json.loads(text)
    VALIDATOR.validate(items)
    assert len({one["id"] for one in items}) == 2
    VALIDATOR.validate(json.loads(written("csljson", record)))


def test_variables_that_other_formats_keep_by_name_are_written() -> None:
    extra = (
        RawField(tag="collection-number", value="6"),
        RawField(tag="collection-number", value="7"),
        RawField(tag="references", value="a list of works"),
    )
    item = to_item(Record(extra=extra, origin=Origin(format="bibtex")), extras=False)
    assert item == {"id": "", "type": "document", "collection-number": "6"}
