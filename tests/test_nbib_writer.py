"""PubMed's MEDLINE format, written: what goes under which tag, and what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv.formats.nbib import tables
from litconv.formats.nbib.names import full_name, short_name
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
    TranslatedTitle,
)
from made_records import codes, placeless
from nbib_records import SAMPLES, lines, read, write

# ---------------------------------------------------------------------------------------- writing


@pytest.mark.parametrize(
    ("name", "full", "short"),
    [
        (Name(family="Alder", given="Barbara C."), "Alder, Barbara C.", "Alder BC"),
        (Name(family="Alder", given="Jean-Paul"), "Alder, Jean-Paul", "Alder JP"),
        (Name(family="Alder", given="B.-C."), "Alder, B.-C.", "Alder BC"),
        (Name(family="Berg", given="Ann", particle="van"), "van Berg, Ann", "van Berg A"),
        (Name(family="Alder", given="Bo", suffix="Jr."), "Alder, Bo Jr.", "Alder B Jr"),
        (Name(family="Thuja"), "Thuja", "Thuja"),
        (Name(given="Thuja"), "Thuja", ""),
        (Name(family="李", given="明"), "李明", ""),
        (Name(family="欧阳", given="明"), "欧阳 明", ""),
        (Name(literal="Elm Society"), "Elm Society", ""),
    ],
)
def test_names_are_written_in_full_and_in_short(name: Name, full: str, short: str) -> None:
    assert (full_name(name), short_name(name)) == (full, short)


def test_a_body_among_the_authors_is_a_group() -> None:
    record = Record(contributors=(Contributor(name=Name(literal="Elm Society")),))
    assert "CN  - Elm Society" in lines(record)


def test_a_translation_into_english_stands_in_brackets() -> None:
    english = TranslatedTitle(title="Hedges", language="en")
    written = lines(Record(title="Hecken?", translated_titles=(english,)))
    assert written == ["PMID- ", "TI  - [Hedges].", "TT  - Hecken?"]


def test_a_chapter_has_its_book_and_series() -> None:
    record = Record(
        type=ItemType.CHAPTER, title="Yews", container_title="Trees", collection_title="Elm Books"
    )
    assert lines(record) == [
        "PMID- ",
        "BTI - Trees",
        "CTI - Elm Books",
        "TI  - Yews.",
        "PT  - Book Chapter",
    ]


def test_a_genre_that_would_change_the_type_is_reported_instead() -> None:
    text, diagnostics = write(Record(type=ItemType.THESIS, genre="Preprint"))
    assert "Preprint" not in text
    assert [it.field for it in diagnostics.items] == ["genre"]


def test_tags_of_other_formats_are_not_written_as_ours() -> None:
    record = Record(type=ItemType.BOOK, extra=(RawField(tag="TI", value="Other"),))
    text, diagnostics = write(record)
    assert "Other" not in text
    assert codes(diagnostics) == ["extra-not-written"]


def test_what_has_no_tag_is_a_note_with_extras() -> None:
    record = Record(
        type=ItemType.BOOK,
        number="7",
        identifiers=Identifiers(other=(OtherIdentifier("pii", "P1"), OtherIdentifier("WOS", "2"))),
    )
    text, diagnostics = write(record, extras=True)
    assert text == "PMID- \nPT  - Book\nGN  - Number: 7\nGN  - WOS: 2\nAID - P1 [pii]\n"
    assert diagnostics.items == []


def test_no_value_can_pass_for_a_tag() -> None:
    assert lines(Record(title="A\nPMID- 9\r\n\nTI  - B")) == ["PMID- ", "TI  - A PMID- 9 TI  - B."]


# --------------------------------------------------------------------------------- there and back

words = st.from_regex(r"[A-Z][a-z]{1,8}(?: [a-z]{2,8}){0,2}", fullmatch=True)
family_names = st.from_regex(r"[BDFGK][a-z]{3,8}", fullmatch=True)

dates = st.builds(
    Date,
    start=st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
    | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
) | st.builds(Date, start=st.builds(PartialDate, st.integers(1900, 2100)), season=st.integers(1, 4))

people = st.builds(
    Contributor,
    role=st.sampled_from([Role.AUTHOR, Role.EDITOR]),
    name=st.builds(
        Name,
        family=family_names,
        given=st.from_regex(r"[A-Z][a-z]{2,6}( [A-Z]\.)?", fullmatch=True),
        affiliations=st.lists(words, max_size=2, unique=True).map(tuple),
    ),
)


@st.composite
def plain_records(draw: st.DrawFn) -> Record:
    contributors = tuple(draw(st.lists(people, max_size=3)))
    linked = [body for it in contributors for body in it.name.affiliations]
    return Record(
        id=draw(st.from_regex(r"[a-z]{3,6}\d{4}", fullmatch=True)),
        type=draw(st.sampled_from(list(tables.TYPES))),
        title=draw(words),
        contributors=contributors,
        affiliations=tuple(dict.fromkeys(linked)),
        container_title=draw(words),
        publisher=draw(st.just("") | words),
        publisher_place=draw(st.just("") | words),
        issued=draw(st.none() | dates),
        volume=draw(st.just("") | st.integers(1, 999).map(str)),
        issue=draw(st.just("") | st.integers(1, 999).map(str)),
        edition=draw(st.just("") | words),
        identifiers=draw(
            st.builds(
                Identifiers,
                doi=st.sampled_from(["", "10.5555/a.1"]),
                pmid=st.integers(1, 10**8).map(str),
            )
        ),
        language=draw(st.sampled_from(["", "en", "zh", "de", "zh-TW"])),
        abstract=draw(st.just("") | words),
        keywords=tuple(draw(st.lists(words, max_size=3, unique=True))),
        note=draw(st.just("") | words),
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
