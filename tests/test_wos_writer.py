"""Web of Science, written: what goes under which tag, and what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv.formats.wos import tables
from litconv.formats.wos.names import full_name, short_name
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    OtherIdentifier,
    PartialDate,
    RawField,
    Record,
    Role,
    Subject,
    TranslatedTitle,
)
from made_records import body, codes, dated, person, placeless
from wos_records import SAMPLES, lines, read, write


# ------------------------------------------------------------------------------- writing
@pytest.mark.parametrize(
    ("name", "full", "short"),
    [
        (Name(family="Alder", given="Barbara C."), "Alder, Barbara C.", "Alder, BC"),
        (Name(family="Berg", given="Ann", particle="van"), "van Berg, Ann", "van Berg, A"),
        (Name(family="Alder", given="Bo", suffix="Jr."), "Alder, Bo, Jr.", "Alder, B Jr"),
        (Name(family="Thuja"), "Thuja", "Thuja"),
        (Name(given="Thuja"), "Thuja", "Thuja"),
        (Name(family="李", given="明"), "李明", "李明"),
        (Name(literal="Elm Society"), "Elm Society", "Elm Society"),
    ],
)
def test_names_are_written_in_two_forms(name: Name, full: str, short: str) -> None:
    assert (full_name(name), short_name(name)) == (full, short)


def test_a_file_has_header_and_end_even_without_records() -> None:
    assert write()[0] == "FN Clarivate Analytics Web of Science\nVR 1.0\nEF\n"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(start=PartialDate(2001, 9), end=PartialDate(2001, 10)), ["PD SEP-OCT", "PY 2001"]),
        (dated(2001, 9, 3), ["PD SEP 3", "PY 2001"]),
        (Date(start=PartialDate(2001), season=3), ["PD FAL", "PY 2001"]),
        (Date(start=PartialDate(2001), end=PartialDate(2003)), ["PD 2001-2003", "PY 2001"]),
        (dated(2001), ["PY 2001"]),
    ],
)
def test_dates_are_written_in_two_tags(date: Date, expected: list[str]) -> None:
    record = Record(type=ItemType.BOOK, issued=date)
    assert [it for it in lines(record) if it.startswith(("PD", "PY"))] == expected
    (again,), _ = read(write(record)[0])
    assert again.issued == date


def test_what_both_programs_need_is_there() -> None:
    record = Record(
        id="alder2001",
        type=ItemType.ARTICLE_JOURNAL,
        title="T",
        contributors=(
            person("Alder", "Ann", affiliations=("Elm Inst.",)),
            person("Birch", "Bo", orcid="0000-0002-1825-0097"),
            body("Elm Group"),
            person("Cedar", "C.", Role.EDITOR),
        ),
        affiliations=("Elsewhere", "Elm Inst."),
        keywords=("one", "two"),
        times_cited=0,
        identifiers=Identifiers(issn=("2049-3630", "1234-5679")),
        subjects=(Subject(scheme="wos", code="Forestry"),),
        translated_titles=(TranslatedTitle(title="题"),),
        url="https://example.org",
    )
    assert lines(record) == [
        "PT J",
        "AU Alder, A",
        "   Birch, B",
        "AF Alder, Ann",
        "   Birch, Bo",
        "CA Elm Group",
        "BE Cedar, C.",
        "TI T",
        "DT Article",
        "DE one; two",
        "C1 Elsewhere.",
        "   [Alder, Ann] Elm Inst.",
        "OI Birch, Bo/0000-0002-1825-0097",
        "TC 0",
        "SN 2049-3630",
        "EI 1234-5679",
        "DL https://example.org",
        "WC Forestry",
        "UT KEY:alder2001",
        "Z1 题",
    ]


def test_tags_of_other_formats_are_not_written_as_ours() -> None:
    text, diagnostics = write(Record(type=ItemType.BOOK, extra=(RawField(tag="TI", value="No"),)))
    assert "No" not in text
    assert codes(diagnostics) == ["extra-not-written"]


def test_what_has_no_tag_is_a_note_with_extras() -> None:
    record = Record(type=ItemType.MAP, number="7", note="own")
    text, diagnostics = write(record, extras=True)
    assert "NT own\n   Type: map\n   Number: 7\n" in text
    assert diagnostics.items == []


def test_no_value_can_pass_for_a_tag() -> None:
    written = lines(Record(type=ItemType.BOOK, title="A\nER\n\nPT J", abstract="B\r\nEF"))
    assert written == ["PT B", "TI A ER PT J", "SO A ER PT J", "DT Book", "AB B EF"]


# ------------------------------------------------------------------------------- there and back
words = st.from_regex(r"[A-Z][a-z]{1,8}(?: [a-z]{2,8}){0,2}", fullmatch=True)
months = st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12))
days = st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
years = st.builds(PartialDate, st.integers(1900, 2100))
dates = st.builds(Date, start=years | months | days) | st.builds(
    Date, start=years, season=st.integers(1, 4)
)
people = st.builds(
    Contributor,
    role=st.sampled_from([Role.AUTHOR, Role.EDITOR]),
    name=st.builds(
        Name,
        family=st.from_regex(r"[BDFGK][a-z]{3,8}", fullmatch=True),
        given=st.from_regex(r"[A-Z][a-z]{2,6}( [A-Z]\.)?", fullmatch=True),
    ),
)


@st.composite
def plain_records(draw: st.DrawFn) -> Record:
    some = st.just("") | words
    contributors = draw(st.lists(people, max_size=3, unique_by=lambda it: it.name))
    contributors.sort(key=lambda it: it.role is Role.EDITOR)
    return Record(
        id=draw(st.from_regex(r"[a-z]{3,6}\d{4}", fullmatch=True)),
        type=draw(st.sampled_from([it for it in tables.TYPES if it is not ItemType.PATENT])),
        title=draw(words),
        contributors=tuple(contributors),
        affiliations=tuple(draw(st.lists(words, max_size=2, unique=True))),
        container_title=f"In {draw(words)}",
        collection_title=draw(some),
        publisher=draw(some),
        publisher_place=draw(some),
        event_title=draw(some),
        event_place=draw(some),
        issued=draw(st.none() | dates),
        event_date=draw(st.none() | st.builds(Date, start=days)),
        volume=draw(st.just("") | st.integers(1, 999).map(str)),
        issue=draw(st.just("") | st.integers(1, 999).map(str)),
        identifiers=draw(
            st.builds(
                Identifiers,
                doi=st.sampled_from(["", "10.5555/a.1"]),
                isbn=st.sampled_from([(), ("9783161484100", "0-306-40615-2")]),
                issn=st.sampled_from([(), ("2049-3630",), ("2049-3630", "1234-5679")]),
                other=st.sampled_from([(), (OtherIdentifier("WOS", "0009"),)]),
            )
        ),
        language=draw(st.sampled_from(["", "en", "zh", "zh-TW"])),
        abstract=draw(some),
        keywords=tuple(draw(st.lists(words, max_size=3, unique=True))),
        genre=draw(st.sampled_from(["", "Letter", "Data Paper"])),
        note=draw(some),
        times_cited=draw(st.none() | st.integers(0, 99)),
    )


@settings(max_examples=150, deadline=None)
@given(plain_records())
def test_what_is_written_is_read_again(record: Record) -> None:
    (again,), diagnostics = read(write(record)[0])
    assert diagnostics.items == []
    assert placeless(again) == record


@settings(max_examples=50, deadline=None)
@given(plain_records())
def test_writing_again_changes_nothing(record: Record) -> None:
    first = write(record)[0]
    assert write(*read(first)[0])[0] == first


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_files_are_the_same_after_a_second_time(path: Path) -> None:
    first = write(*read(path.read_text("utf-8"))[0])[0]
    assert write(*read(first)[0])[0] == first
