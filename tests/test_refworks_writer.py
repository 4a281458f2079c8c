"""RefWorks tagged, written: what goes under which tag, and what is read again."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.refworks.reader import RefworksReader
from litconv.formats.refworks.writer import RefworksWriter
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

CASES = Path(__file__).parent / "cases" / "refworks"
SAMPLES = [path.read_text("utf-8") for path in sorted(CASES.glob("*/input.txt"))]
WORDS = st.lists(st.sampled_from("ash elm fir oak yew".split()), min_size=1, max_size=3).map(
    " ".join
)


def write(*records_: Record, extras: bool = False) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    RefworksWriter().write(records_, out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def read(text: str) -> list[Record]:
    return list(RefworksReader().read(Source("f.txt", text), Diagnostics()))


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
    assert [one.field for one in diagnostics.items] == ["pages"]
    assert text == (
        "RT Journal Article\n"
        "ID alder2004\n"
        "A1 van den Berg, Ann, Jr.\n"
        "A1 Birch Leaf Society,\n"
        "A1 欧阳青\n"
        "T1 A study of leaves\n"
        "JF Journal of Invented Botany\n"
        "JO J Invent Bot\n"
        "YR 2004\n"
        "FD 2004 Sep 30-Oct 2\n"
        "VO 12\n"
        "IS 3\n"
        "SP 919\n"
        "OP 922\n"
        "K1 Trees, tall;\n"
        "NO One\n"
        "NO Two\n"
        "A2 Elder, El\n"
        "SN 1234-5679\n"
        "LA en\n"
        "DO 10.5555/leaf.1\n"
        "PMID 15000001\n"
    )
    pages = Pages(first="919", last="922")
    assert facts_only(read(text)[0]) == msgspec.structs.replace(record, pages=pages)


def test_records_are_set_apart_by_a_blank_line() -> None:
    text, _ = write(Record(title="A"), Record(title="B"))
    assert text == "RT Generic\nT1 A\n\nRT Generic\nT1 B\n"


def test_a_thesis_has_its_supervisor_and_degree() -> None:
    record = Record(
        type=ItemType.THESIS,
        title="A",
        genre="博士",
        note="导师: 钱枫",
        publisher="桦树大学",
        pages=Pages(count=85),
    )
    text, diagnostics = write(record)
    assert diagnostics.items == []
    assert text == "RT Dissertation/Thesis\nT1 A\nSP 85\nPB 桦树大学\nA3 钱枫\nCL 博士\n"
    assert facts_only(read(text)[0]) == record


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
    assert "NO Type: speech\n" in text
    assert "NO Times cited: 7\n" in text


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
    assert len(read(text + "T1 end\n")) == 1
