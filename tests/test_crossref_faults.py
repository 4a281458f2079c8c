"""Crossref: values that publishers deposit for want of one."""

from __future__ import annotations

import json

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.source import Source
from made_records import extra_of


def read(**work: object) -> tuple[Record, list[str]]:
    reader = registry.find("crossref", to=False)[0].reader
    assert reader is not None
    said = Diagnostics()
    text = json.dumps({"message": {"DOI": "10.5555/x", "type": "journal-article", **work}})
    (record,) = reader.read(Source("x.json", text), said)
    return record, [one.code for one in said.items]


@pytest.mark.parametrize("page", ["n/a-n/a", "n/a", "no-no", "NA-NA", "0-0", "-", "0", "--"])
def test_pages_that_are_none(page: str) -> None:
    record, said = read(page=page)
    assert (record.pages.raw, record.extra, said) == ("", (), [])


@pytest.mark.parametrize("page", ["1", "10-20", "e0", "N1", "100-0110", "NO12"])
def test_other_pages_stay(page: str) -> None:
    record, _ = read(page=page)
    assert record.pages.raw == page


@pytest.mark.parametrize(
    ("volume", "issue", "expected"),
    [
        ("ahead-of-print", "ahead-of-print", ("", "", "ahead of print")),
        ("12", "ahead-of-print", ("12", "", "ahead of print")),
        ("PP", "99", ("", "", "early access")),
        ("PP", "3", ("PP", "3", "")),
        ("12", "99", ("12", "99", "")),
        ("n/a", "n/a", ("", "", "")),
    ],
)
def test_volume_and_issue(volume: str, issue: str, expected: tuple[str, str, str]) -> None:
    record, _ = read(volume=volume, issue=issue)
    assert (record.volume, record.issue, record.status) == expected


def test_the_issue_may_stand_in_journal_issue() -> None:
    assert read(**{"journal-issue": {"issue": "3"}})[0].issue == "3"
    assert read(**{"journal-issue": {"issue": "3"}, "issue": "4"})[0].issue == "4"
    assert read(**{"journal-issue": None})[0].issue == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Leaves of trees<sup>*</sup>", "Leaves of trees"),
        ("Leaves of trees †", "Leaves of trees"),
        ("Representations of C<sup>*</sup>", "Representations of C<sup>*</sup>"),
        ("Searching with A*", "Searching with A*"),
        ("Leaves of 10<sup>3</sup>", "Leaves of 10<sup>3</sup>"),
    ],
)
def test_footnotes_of_titles(title: str, expected: str) -> None:
    assert read(title=[title])[0].title == expected


def test_people_that_are_none() -> None:
    authors = [
        {"family": "&NA;"},
        {"name": "Anonymous"},
        {"family": "Alder*", "given": "Quinn"},
        {"family": "Na", "given": "Min"},
        {"family": "et al."},
    ]
    record, said = read(author=authors)
    assert [one.sort_text for one in record.authors] == ["Alder, Quinn", "Na, Min"]
    assert said == ["names-cut"]


def test_no_json_and_no_word_for_nothing_becomes_a_variable_of_csl() -> None:
    record, _ = read(
        archive=["CLOCKSS", "Portico"],
        version={"version": "v2"},
        subtype="other",
        relation={"a": 1},
    )
    assert extra_of(record) == [
        ("preserved-by", '["CLOCKSS","Portico"]'),
        ("version", "v2"),
        ("relation", '{"a":1}'),
    ]
    assert record.genre == ""
