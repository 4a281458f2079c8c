"""`--drop` and `--only`: what is left of a record, and what is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

import litconv
from conftest import RunLitconv
from litconv.csl.items.variables import OTHER_DATES, OTHER_NAMES, OTHER_TEXTS, TEXTS
from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Identifiers, ItemType, Name, Pages, RawField, Record, Role
from litconv.refine.fields import FIELD_NAMES, FieldChoice
from made_records import dated, person
from strategies import records

ALDER = person("Alder", orcid="0000-0001", affiliations=("A body",))
BIRCH = person("Birch", role=Role.EDITOR)
WORK = Record(
    id="alder2001",
    type=ItemType.BOOK,
    title="A title",
    contributors=(ALDER, BIRCH),
    issued=dated(2001),
    container_title="A journal",
    abstract="An abstract",
    keywords=("one", "two"),
    pages=Pages(first="1", last="2"),
    identifiers=Identifiers(doi="10.5555/1", issn=("1234-5679",)),
    extra=(RawField(tag="call-number", value="Q 1"), RawField(tag="XX", value="odd")),
)


def fields(record: Record) -> set[str]:
    return set(json.loads(litconv.write([record], "json"))) - {"litconv"}


@pytest.mark.parametrize(
    ("names", "gone"),
    [
        (["abstract"], {"abstract"}),
        (["Abstract,KEYWORDS"], {"abstract", "keywords"}),
        (["keyword", "journal"], {"keywords", "container_title"}),
        (["container-title", "container_title"], {"container_title"}),
        (["year"], {"issued"}),
        (["pages"], {"pages"}),
        (["contributors"], {"contributors"}),
        (["identifiers"], {"identifiers"}),
        (["extra", "call-number"], {"extra"}),
        ([" , "], set()),
    ],
)
def test_drop(names: list[str], gone: set[str]) -> None:
    assert fields(WORK) - fields(FieldChoice(drop=names)(WORK)) == gone


def test_only_leaves_key_and_type_too() -> None:
    assert fields(FieldChoice(only=["title", "doi"])(WORK)) == {
        *("id", "type", "title", "identifiers")
    }
    left = FieldChoice(only=["doi", "author", "call-number"])(WORK)
    assert left.identifiers == Identifiers(doi="10.5555/1")
    assert left.contributors == (person("Alder"),)
    assert [one.tag for one in left.extra] == ["call-number"]


def test_parts_of_a_field() -> None:
    assert FieldChoice(drop=["issn"])(WORK).identifiers == Identifiers(doi="10.5555/1")
    assert FieldChoice(drop=["editor"])(WORK).contributors == (ALDER,)
    (alder, _) = FieldChoice(drop=["orcid", "affiliation"])(WORK).contributors
    assert alder.name == Name(family="Alder")
    left = FieldChoice(drop=["call-number"])(WORK).extra
    assert [one.tag for one in left] == ["XX"]


def test_drop_comes_after_only() -> None:
    left = FieldChoice(only=["title", "abstract"], drop=["abstract"])(WORK)
    assert fields(left) == {"id", "type", "title"}


def test_listed_works_are_treated_the_same() -> None:
    (listed,) = FieldChoice(drop=["abstract"])(Record(relations=(WORK,))).relations
    assert not listed.abstract
    assert listed.title
    assert FieldChoice(drop=["relations"])(Record(relations=(WORK,))).relations == ()


def test_a_field_kept_under_another_name_goes_too() -> None:
    text = '[{"id":"x","type":"book","title":"Long","shortTitle":"Short","keyword":"a, b"}]'
    (record,) = litconv.read(text=text)
    assert "Short" in litconv.write([record], "csljson")
    left = litconv.write([record], "csljson", drop="title-short,keyword")
    assert json.loads(left) == [{"id": "x", "type": "book", "title": "Long"}]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("abstrct", "did you mean abstract"),
        ("type", "always stays"),
        ("id", "always stays"),
        ("zzz", "no field is called 'zzz'"),
    ],
)
def test_unknown_names_are_refused(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        FieldChoice(drop=[name])
    with pytest.raises(UsageError, match=words):
        litconv.write([WORK], "json", only=["title", name])


def test_a_near_name_needs_no_list_of_all() -> None:
    with pytest.raises(UsageError) as near:
        FieldChoice(drop=["abstrct"])
    with pytest.raises(UsageError) as far:
        FieldChoice(drop=["zzz"])
    assert "publisher-place" not in near.value.hint
    assert "publisher-place" in far.value.hint


def test_what_was_dropped_is_no_loss() -> None:
    said = Diagnostics()
    litconv.write([WORK], "csljson", drop=["orcid", "affiliations", "extra"], diagnostics=said)
    assert said.items == []
    litconv.write([WORK], "csljson", diagnostics=said)
    assert list(said.codes) == ["extra-not-written"]


def test_every_csl_variable_has_a_name() -> None:
    known = {name.lower().replace("_", "-") for name in OTHER_TEXTS | OTHER_DATES | OTHER_NAMES}
    known |= {name.lower() for name in TEXTS.values()} | {role.value for role in Role}
    assert known <= set(FIELD_NAMES)


@settings(deadline=None)
@given(records())
def test_only_of_every_field_changes_nothing(record: Record) -> None:
    assert FieldChoice(only=FIELD_NAMES)(record) == record
    assert FieldChoice(drop=[])(record) == record
    bare = FieldChoice(drop=FIELD_NAMES)(record)
    assert fields(bare) <= {"id", "type", "listing", "provenance", "origin"}


@pytest.mark.parametrize(
    ("only", "entry"),
    [
        # `key`, which sorts entries without authors, is for whole entries.
        (["title"], "@book{alder2001,\n  title = {A title},\n}\n"),
        ([], "@book{alder2001,\n  key = {A title},\n  title = {A title},\n  year = {2001},\n}\n"),
    ],
)
def test_bibtex_gets_no_field_that_only_does_not_name(only: list[str], entry: str) -> None:
    work = Record(id="alder2001", type=ItemType.BOOK, title="A title", issued=dated(2001))
    assert litconv.write([work], "bibtex", only=only) == entry


def test_the_program_misses_no_field_that_it_is_told_to_leave_out(run_litconv: RunLitconv) -> None:
    data = b"@article{a, title={One}}"
    everything = run_litconv("convert", "--to", "ris", stdin=data)
    assert "the source does not state: authors and journal or book and year" in everything.err
    for command in ("convert", "merge"):
        some = run_litconv(command, "--to", "ris", "--drop", "author,journal", stdin=data)
        assert "the source does not state: year\n" in some.err
        assert run_litconv(command, "--to", "ris", "--only", "title", stdin=data).err == ""
