"""EndNote tagged, written: what goes under which tag, and what is read again."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.enw.reader import EnwReader
from litconv.formats.enw.writer import EnwWriter
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
from litconv.options import WriteOptions
from litconv.source import Source
from strategies import records

CASES = Path(__file__).parent / "cases" / "enw"
SAMPLES = [path.read_text("utf-8") for path in sorted(CASES.glob("*/input.enw"))]
WORDS = st.lists(st.sampled_from("ash elm fir oak yew".split()), min_size=1, max_size=3).map(
    " ".join
)


def write(*records_: Record, extras: bool = False) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    EnwWriter().write(records_, out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def read(text: str) -> list[Record]:
    return list(EnwReader().read(Source("f.enw", text), Diagnostics()))


def facts_only(record: Record) -> Record:
    """Give the record without places, the form of its source, and lines that were no part of it."""
    kept = sorted((raw.tag, raw.value) for raw in record.extra if raw.tag != "line")
    extra = tuple(RawField(tag=tag, value=value) for tag, value in kept)
    pages = msgspec.structs.replace(record.pages, raw="")
    people = tuple(
        msgspec.structs.replace(one, name=msgspec.structs.replace(one.name, original=""))
        for one in record.contributors
    )
    return msgspec.structs.replace(
        record, origin=None, extra=extra, pages=pages, contributors=people
    )


def test_an_article() -> None:
    record = Record(
        id="alder2004",
        type=ItemType.ARTICLE_JOURNAL,
        title="A study of leaves",
        contributors=(
            Contributor(name=Name(family="Berg", particle="van den", given="Ann", suffix="Jr.")),
            Contributor(name=Name(literal="Birch Leaf Society")),
            Contributor(name=Name(family="欧阳", given="青")),
            Contributor(role=Role.EDITOR, name=Name(family="Elder", given="El")),
        ),
        container_title="Journal of Invented Botany",
        container_title_short="J Invent Bot",
        issued=Date(start=PartialDate(2004, 9, 30), end=PartialDate(2004, 10, 2)),
        volume="12",
        issue="3",
        pages=Pages(first="919", last="922", article_number="17"),
        identifiers=Identifiers(doi="10.5555/leaf.1", issn=("1234-5679",), pmid="15000001"),
        keywords=("Trees, tall",),
        note="One\nTwo",
        language="en",
    )
    text, diagnostics = write(record)
    assert diagnostics.items == []
    assert text == (
        "%0 Journal Article\n"
        "%F alder2004\n"
        "%A van den Berg, Ann, Jr.\n"
        "%A Birch Leaf Society,\n"
        "%A 欧阳青\n"
        "%D 2004\n"
        "%T A study of leaves\n"
        "%E Elder, El\n"
        "%J Journal of Invented Botany\n"
        "%O J Invent Bot\n"
        "%V 12\n"
        "%N 3\n"
        "%P 919-922\n"
        "%] 17\n"
        "%8 2004 Sep 30-Oct 2\n"
        "%@ 1234-5679\n"
        "%R 10.5555/leaf.1\n"
        "%M PMID: 15000001\n"
        "%G en\n"
        "%K Trees, tall;\n"
        "%Z One\n"
        "%Z Two\n"
    )
    assert facts_only(read(text)[0]) == facts_only(record)


def test_records_are_set_apart_by_a_blank_line() -> None:
    text, _ = write(Record(title="A"), Record(title="B"))
    assert text == "%0 Generic\n%T A\n\n%0 Generic\n%T B\n"


def test_the_editor_of_a_series_changes_place_with_that_of_the_book() -> None:
    people = (
        Contributor(name=Name(family="Alder", given="A.")),
        Contributor(role=Role.EDITOR, name=Name(family="Birch", given="B.")),
        Contributor(role=Role.COLLECTION_EDITOR, name=Name(family="Cedar", given="C.")),
    )
    book = Record(type=ItemType.BOOK, contributors=people, collection_title="Trees")
    text, _ = write(book)
    assert "%B Trees\n" in text
    assert "%Y Birch, B.\n" in text
    assert "%E Cedar, C.\n" in text
    assert set(read(text)[0].contributors) == set(people)


@pytest.mark.parametrize("text", SAMPLES)
def test_what_was_read_is_written_and_read_again(text: str) -> None:
    first = read(text)
    once, _ = write(*first)
    second = read(once)
    assert write(*second)[0] == once
    for before, after in zip(first, second, strict=True):
        assert facts_only(after) == facts_only(before)


def test_extras_are_notes() -> None:
    record = Record(type=ItemType.SPEECH, title="A", times_cited=7)
    assert "times_cited" in str([one.field for one in write(record)[1].items])
    text, diagnostics = write(record, extras=True)
    assert diagnostics.items == []
    assert "%Z Type: speech\n" in text
    assert "%Z Times cited: 7\n" in text


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records(WORDS))
def test_writing_what_was_read_from_it_changes_nothing(record: Record) -> None:
    once, _ = write(record)
    again, _ = write(*read(once))
    third, _ = write(*read(again))
    assert third == again


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_any_record_is_written_as_one(record: Record) -> None:
    text, _ = write(record, extras=True)
    assert len(read(text + "%T end\n")) == 1
