"""Crossref and OpenAlex JSON: how they are told, odd values, and values of wrong types."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made_records
from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.formats.crossref.tables import IGNORED as CROSSREF_KEYS
from litconv.formats.openalex.reader import IGNORED as OPENALEX_KEYS
from litconv.model import ItemType, Record
from made_records import extra_of

KEYS = {
    "crossref": [*sorted(CROSSREF_KEYS), "funder", "assertion"],
    "openalex": [
        *sorted(OPENALEX_KEYS),
        *("id title type biblio authorships primary_location ids keywords".split()),
        *("abstract_inverted_index publication_year cited_by_count open_access".split()),
    ],
}
ODD: list[Any] = [
    *(None, True, 0, -3, 1999, 2.5, "", "x", "1-9", "10.5555/a", [], {}, [None], [[]], ["x", 3]),
    *([{}], [{"family": 3, "affiliation": "x"}], [{"given": ["x"]}], [{"name": {}}], {"name": []}),
    *({"date-parts": x} for x in (None, [], [None], [[None]], [[1999, 13, 40]], [["x"]], "x")),
    *({"a": [1, -1, 10**9]}, {"source": {"display_name": 3}}, {"author": "x"}, [{"author": None}]),
]


def read(name: str, value: object) -> tuple[list[Record], Diagnostics]:
    return read_text(name, json.dumps(value))


read_text = partial(made_records.read, file="f.json")


def only(name: str, **work: Any) -> Record:  # noqa: ANN401 - any field
    (record,), _ = read(name, [{"type": "journal-article", **work}])
    return record


@pytest.mark.parametrize("name", KEYS)
@given(picks=st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), max_size=6))
def test_values_of_any_type_give_a_record(name: str, picks: list[tuple[int, int]]) -> None:
    keys = KEYS[name]
    work = {keys[key % len(keys)]: ODD[odd % len(ODD)] for key, odd in picks}
    records, _ = read(name, [work])
    assert len(records) == 1


def claims(text: str) -> list[str]:
    return [one.name for one in registry.readable() if one.reader and one.reader.sniff(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"status":"ok","message-type":"work","message":{"title":["A"]}}', ["crossref"]),
        ('{"items":[{"DOI":"10.5555/a","title":["A"],"type":"journal-article"}]}', ["crossref"]),
        ('{"DOI":"10.5555/a","type":"journal-article","title":"A"}', ["csljson"]),
        ('[{"id":"https://openalex.org/W1","title":"A","type":"article"}]', ["openalex"]),
        ('{"name":"something else"}', []),
    ],
)
def test_each_json_is_told_from_the_others(text: str, names: list[str]) -> None:
    assert claims(text) == names


def test_a_second_title_is_kept() -> None:
    record = only("crossref", title=["One", "Two"])
    assert (record.title, extra_of(record)) == (
        "One",
        [("title", "Two")],
    )


def test_a_subtitle_that_the_title_has_already_is_not_added() -> None:
    assert only("crossref", title=["One: two"], subtitle=["Two"]).title == "One: two"
    assert only("crossref", title=["One:"], subtitle=["Two"]).title == "One: Two"


def test_the_title_in_the_original_language_is_kept() -> None:
    record = only("crossref", title=["On roots"], **{"original-title": ["论根", "On roots"]})
    assert [one.title for one in record.translated_titles] == ["论根"]


def test_an_unknown_type_is_said() -> None:
    (record,), diagnostics = read("crossref", [{"type": "hologram", "title": ["A"]}])
    assert [(one.code, one.field) for one in diagnostics.items] == [
        ("value-not-understood", "type")
    ]
    assert extra_of(record) == [("type", "hologram")]


def test_an_event_has_its_place_and_days() -> None:
    record = only(
        "crossref",
        event={
            "name": "Invented Congress",
            "location": "Oakham",
            "start": {"date-parts": [[2001, 5, 1]]},
            "end": {"date-parts": [[2001, 5, 3]]},
        },
    )
    assert (record.event_title, record.event_place) == ("Invented Congress", "Oakham")
    assert record.event_date is not None
    assert record.event_date.start is not None
    assert record.event_date.end is not None
    assert (record.event_date.start.iso, record.event_date.end.iso) == ("2001-05-01", "2001-05-03")


def test_the_school_of_a_thesis_is_its_publisher_and_another_one_is_kept() -> None:
    thesis = only(
        "crossref",
        type="dissertation",
        institution=[{"name": "Oak University", "place": ["Oakham"]}],
    )
    assert (thesis.publisher, thesis.publisher_place) == ("Oak University", "Oakham")
    report = only("crossref", publisher="Press", institution=[{"name": "Oak University"}])
    assert (report.publisher, report.extra[0].value) == ("Press", "Oak University")


def test_an_article_number_that_repeats_the_page_is_one_fact() -> None:
    record = only("crossref", page="e12", **{"article-number": "e12"})
    assert (record.pages.text, record.pages.article_number) == ("", "e12")
    record = only("crossref", page="1-9", **{"article-number": "77"})
    assert (record.pages.text, record.pages.article_number) == ("1-9", "77")


def test_a_work_of_openalex_in_a_conference_is_a_paper() -> None:
    place = {"source": {"type": "conference", "display_name": "Leaves"}}
    ids = {"pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/123"}
    record = only("openalex", type="article", primary_location=place, ids=ids)
    assert record.type is ItemType.PAPER_CONFERENCE
    assert record.identifiers.pmcid == "PMC123"


WORKS = [{"DOI": f"10.5555/{n}", "type": "dataset", "title": "Bark"} for n in "abc"]


@pytest.mark.parametrize("fault", ["\n", "\0"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "crossref",
            '{"status": "ok", "message": {"facets": {"a": [1]}, "items": %s, "query": {}}}',
        ),
        ("crossref", '{"message": {"items": %s}}'),
        ("openalex", '{"meta": {"count": 3}, "results": %s, "group_by": []}'),
    ],
)
def test_a_fault_in_one_item_of_an_answer_costs_no_other(name: str, text: str, fault: str) -> None:
    works = text % json.dumps(WORKS)
    records, diagnostics = read_text(name, works.replace("Bark", f"Bark{fault}", 1))
    assert len(records) == len(WORKS)
    assert diagnostics.items == []
    records, diagnostics = read_text(name, works.replace('"Bark"', "NaN", 1))
    assert len(records) == len(WORKS)
    assert [one.code for one in diagnostics.items] == ["value-not-understood"]
    records, diagnostics = read_text(name, works.replace('"Bark"', "Bark", 1))
    assert len(records) == len(WORKS) - 1
    assert [one.code for one in diagnostics.items] == ["record-invalid"]


def test_a_fault_in_the_one_work_of_an_answer() -> None:
    answer = f'{{"status": "ok", "message": {json.dumps(WORKS[0])}, "version": [1]}}'
    (record,), diagnostics = read_text("crossref", answer.replace("Bark", "Bark\n"))
    assert (record.identifiers.doi, diagnostics.items) == ("10.5555/a", [])
