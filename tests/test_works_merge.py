"""One record out of several: which value wins in each field, and what is said about it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

import strategies
from litconv.model import (
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Origin,
    Pages,
    RawField,
    Record,
    Role,
    Span,
    Subject,
)
from litconv.options import Keep
from litconv.works import Library, better, merge_group, merge_into
from litconv.works.merge import place_of
from made_records import dated, people, person


def at(file: str, line: int, **facts: Any) -> Record:  # noqa: ANN401 - facts of any kind
    return Record(origin=Origin(format="x", span=Span(file, line)), **facts)


TAKEN = {
    "empty is filled": ("publisher", "", "Invented Press", "Invented Press"),
    "fuller journal": ("container_title", "J Invent Res", "Journal of Invented Research",
                       "Journal of Invented Research"),
    "journal not in capitals": ("container_title", "JOURNAL OF MOSS", "Journal of Moss",
                                "Journal of Moss"),
    "title not in capitals": ("title", "MOSS ON NORTHERN ROOFS", "Moss on northern roofs",
                              "Moss on northern roofs"),
    "whole title": ("title", "Moss on roofs", "Moss on roofs: a study", "Moss on roofs: a study"),
    "day over year": ("issued", dated(2001), dated(2001, 5, 3), dated(2001, 5, 3)),
    "last page": ("pages", Pages(raw="3", first="3"), Pages(raw="3-9", first="3", last="9"),
                  Pages(raw="3-9", first="3", last="9")),
    "count of pages": ("pages", Pages(raw="3-9", first="3", last="9"), Pages(count=7),
                       Pages(raw="3-9", first="3", last="9", count=7)),
    "full given names": ("contributors", people("Alder, Q."), people("Alder, Quentin"),
                         people("Alder, Quentin")),
    "longer list of authors": ("contributors", people("Alder, Q."),
                               people("Alder, Q.", "Birch, M."), people("Alder, Q.", "Birch, M.")),
    "type that says something": ("type", ItemType.DOCUMENT, ItemType.BOOK, ItemType.BOOK),
    "higher count": ("times_cited", 3, 5, 5),
    "whole abstract": ("abstract", "It was found", "It was found that moss grows.",
                       "It was found that moss grows."),
    "keywords united": ("keywords", ("moss",), ("Moss", "roof"), ("moss", "roof")),
    "notes united": ("note", "a", "b\na", "a\nb"),
    "subjects united": ("subjects", (Subject(scheme="clc", code="Q94"),),
                        (Subject(scheme="clc", code="Q94", label="x"),
                         Subject(scheme="clc", code="S1")),
                        (Subject(scheme="clc", code="Q94"), Subject(scheme="clc", code="S1"))),
    "unknown fields united": ("extra", (RawField(tag="C1", value="a"),),
                              (RawField(tag="C1", value="a"), RawField(tag="C1", value="b")),
                              (RawField(tag="C1", value="a"), RawField(tag="C1", value="b"))),
    "identifiers united": ("identifiers", Identifiers(doi="10.5555/a", issn=("1234-5679",)),
                           Identifiers(doi="10.5555/A", pmid="7", issn=("12345679",)),
                           Identifiers(doi="10.5555/a", pmid="7", issn=("1234-5679",))),
}  # fmt: skip

KEPT = {
    "abbreviated journal": ("container_title", "Journal of Invented Research", "J Invent Res"),
    "capitals": ("title", "Moss on northern roofs", "MOSS ON NORTHERN ROOFS"),
    "cut title": ("title", "Moss on roofs: a study", "Moss on roofs"),
    "year only": ("issued", dated(2001, 5), dated(2001)),
    "first page only": ("pages", Pages(first="3", last="9"), Pages(first="3")),
    "article as page": ("pages", Pages(article_number="1234"), Pages(raw="1234", first="1234")),
    "page as article": ("pages", Pages(raw="1234", first="1234"), Pages(article_number="1234")),
    "initials": ("contributors", people("Alder, Quentin"), people("Alder, Q.")),
    "type of no meaning": ("type", ItemType.BOOK, ItemType.DOCUMENT),
    "zeros": ("volume", "7", "07"),
    "another abstract": ("abstract", "One text.", "Another text that is longer."),
}

CONFLICTS = {
    "year": ("issued", dated(2001), dated(2002), "2001", "2002"),
    "volume": ("volume", "7", "8", "7", "8"),
    "journal": ("container_title", "Annals of Moss", "Lichens Today", "Annals of Moss",
                "Lichens Today"),
    "first page": ("pages", Pages(first="3", last="9"), Pages(first="4"), "3-9", "4"),
    "last page": ("pages", Pages(first="3", last="9"), Pages(first="3", last="8"), "3-9", "3-8"),
    "title": ("title", "Moss on roofs", "Lichens on walls", "Moss on roofs", "Lichens on walls"),
    "people": ("contributors", people("Alder, Q."), people("Birch, M."), "Alder, Q.", "Birch, M."),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_the_value_that_says_more_is_taken(name: str) -> None:
    field, had, said, expected = TAKEN[name]
    merged = merge_group([at("a", 1, **{field: had}), at("b", 7, **{field: said})])
    assert getattr(merged.record, field) == expected
    assert merged.conflicts == ()
    (step,) = merged.record.provenance
    assert (step.field, step.how, step.source) == (field, "merged", "b:7")


@pytest.mark.parametrize("name", KEPT)
def test_the_value_that_says_less_changes_nothing(name: str) -> None:
    field, had, said = KEPT[name]
    base = at("a", 1, **{field: had})
    merged = merge_group([base, at("b", 7, **{field: said})])
    assert merged.record == base
    assert merged.conflicts == ()


@pytest.mark.parametrize("name", CONFLICTS)
def test_values_that_disagree_are_a_conflict(name: str) -> None:
    field, had, said, kept, other = CONFLICTS[name]
    base = at("a", 1, **{field: had})
    merged = merge_group([base, at("b", 7, **{field: said})])
    assert getattr(merged.record, field) == had
    (conflict,) = merged.conflicts
    assert conflict == (field, kept, other, "b:7")


def test_two_dois_are_a_conflict_and_the_first_stays() -> None:
    one, two = Identifiers(doi="10.5555/a"), Identifiers(doi="10.5555/b", pmid="1")
    merged = merge_group([Record(identifiers=one), Record(identifiers=two)])
    assert merged.record.identifiers == Identifiers(doi="10.5555/a", pmid="1")
    assert [conflict.field for conflict in merged.conflicts] == ["identifiers"]


def test_a_main_record_comes_before_one_of_a_list() -> None:
    listed = at("a", 1, title="T", volume="8", listing=Listing(ListKind.RELATED))
    main = at("b", 2, title="T", volume="7", issue="")
    merged = merge_group([listed, main])
    assert merged.record.listing is None
    assert merged.record.volume == "7"
    assert place_of(merged.record) == "b:2"


def test_best_is_the_record_that_says_most() -> None:
    poor, rich = at("a", 1, id="a", volume="1"), at("b", 2, id="b", volume="2", issue="3")
    assert merge_group([poor, rich], Keep.FIRST).record.volume == "1"
    assert merge_group([poor, rich], Keep.BEST).record.volume == "2"


def test_editors_are_no_authors() -> None:
    editor = person("Elm", "Una", Role.EDITOR)
    merged = merge_group([Record(contributors=people("Elm, U.")), Record(contributors=(editor,))])
    assert merged.record.contributors == people("Elm, U.")


def test_completing_fills_and_never_unites() -> None:
    base = Record(title="T", keywords=("a",), note="mine")
    other = at("b", 3, title="T", keywords=("b",), note="other", volume="7")
    merged = merge_into(base, [other], unite=False)
    assert merged.record.keywords == ("a",)
    assert merged.record.note == "mine"
    assert merged.record.volume == "7"
    assert [step.field for step in merged.taken] == ["volume"]


def test_provenance_of_several_records_names_the_last_that_was_taken() -> None:
    records = [
        at("a", 1, issued=dated(2001)),
        at("b", 2, issued=dated(2001, 5)),
        at("c", 3, issue="2"),
    ]
    steps = {one.field: one for one in merge_group(records).record.provenance}
    assert (steps["issued"].source, steps["issued"].before) == ("b:2", "2001")
    assert steps["issue"].source == "c:3"


def test_place_of_a_record_in_a_file_of_one_line_has_its_column() -> None:
    origin = Origin(format="endnotexml", span=Span("l.xml", 1, 303))
    assert place_of(Record(origin=origin)) == "l.xml:1:303"
    assert place_of(Record(id="key")) == "key"


# ---------------------------------------------------------------------------- what holds always

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(strategies.records())
def test_a_record_merged_with_itself_is_itself(record: Record) -> None:
    merged = merge_group([record, msgspec.structs.replace(record)])
    assert merged.record == record
    assert merged.conflicts == ()


@few
@given(strategies.records(), strategies.records())
def test_no_field_gets_lost_in_a_merge(one: Record, other: Record) -> None:
    record = merge_group([one, other]).record
    for field in Record.__struct_fields__:
        if field not in {"listing", "provenance", "origin"} and (
            getattr(one, field) or getattr(other, field)
        ):
            assert getattr(record, field), field
    again = merge_group([record, other]).record
    assert msgspec.structs.replace(again, provenance=()) == msgspec.structs.replace(
        record, provenance=()
    )


@few
@given(strategies.records())
def test_a_library_of_the_record_itself_changes_nothing(record: Record) -> None:
    assert Library([record]).complete(record).record == record


def test_article_numbers_that_differ_are_a_conflict() -> None:
    had = Pages(article_number="112")
    assert better.pages(had, Pages(article_number="113")) == better.Better(had, conflict=True)
