"""NoteExpress: what the writer makes of records, and that reading gives them back."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import made_records
from litconv.formats.noteexpress.writer import name_text
from litconv.model import (
    Identifiers,
    ItemType,
    Name,
    Origin,
    OtherIdentifier,
    Pages,
    RawField,
    Record,
    Role,
)
from made_records import body, dated, person
from strategies import plain_text, records

write = partial(made_records.write, "noteexpress")
read = partial(made_records.records_of, "noteexpress")


def lines(type_: ItemType = ItemType.ARTICLE_JOURNAL, **fields: Any) -> list[str]:  # noqa: ANN401 - any field
    return write(Record(type=type_, **fields))[0].splitlines()[1:]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name(family="王", given="小明"), "王小明"),
        (Name(family="欧阳", given="明"), "欧阳明"),
        (Name(family="李明", given="华"), "李明 华"),
        (Name(literal="买买提·吐尔逊"), "买买提·吐尔逊"),
        (Name(family="Alder", given="Ann"), "Alder, Ann"),
        (Name(family="Alder", given="Ann", particle="van", suffix="Jr"), "van Alder, Ann, Jr"),
        (Name(literal="Fern Society"), "Fern Society"),
    ],
)
def test_names(name: Name, text: str) -> None:
    assert name_text(name) == text


def test_what_a_work_stands_in() -> None:
    both: dict[str, Any] = {"container_title": "C", "collection_title": "S"}
    assert lines(**both) == ["{Journal}: C", "{Series Title}: S"]
    assert lines(ItemType.CHAPTER, **both) == ["{Secondary Title}: C", "{Series Title}: S"]
    assert lines(ItemType.BOOK, collection_title="S") == ["{Secondary Title}: S"]
    assert lines(ItemType.PAPER_CONFERENCE, container_title="C", event_title="E") == [
        "{Secondary Title}: E",
        "{Tertiary Title}: C",
    ]


def test_places() -> None:
    place: dict[str, Any] = {"publisher_place": "P", "event_place": "E"}
    assert lines(ItemType.PAPER_CONFERENCE, publisher="X", **place) == [
        "{Conference Location}: E",
        "{Place Published}: P",
        "{Publisher}: X",
    ]
    assert lines(ItemType.PAPER_CONFERENCE, **place) == [
        "{Place Published}: E",
        "{Publication Place}: P",
    ]


def test_identifiers() -> None:
    known = Identifiers(pmid="7", other=(OtherIdentifier("CN", "42-1112/C"),))
    assert lines(identifiers=known) == ["{Accession Number}: PMID: 7", "{Notes}: 42-1112/C"]


def test_supervisors_have_their_tag() -> None:
    assert lines(ItemType.THESIS, note="导师: 王明\n苔") == [
        "{Tertiary Author}: 王明",
        "{Notes}: 苔",
    ]
    assert lines(ItemType.BOOK, note="导师: 王明") == ["{Notes}: 导师: 王明"]


def test_no_text_can_pass_for_a_tag() -> None:
    text, _ = write(Record(abstract="a\n{Title}: b"))
    assert text == "{Reference Type}: Generic\n{Abstract}: a {Title}: b\n"


def test_own_tags_come_back_and_others_do_not() -> None:
    extra = (RawField(tag="Custom 1", value="x"),)
    own = Record(extra=extra, origin=Origin(format="noteexpress"))
    assert write(own)[0] == "{Reference Type}: Generic\n{Custom 1}: x\n"
    text, diagnostics = write(Record(extra=extra))
    assert text == "{Reference Type}: Generic\n"
    assert [one.code for one in diagnostics.items] == ["extra-not-written"]
    assert write(Record(extra=extra), extras=True)[0].endswith("{Notes}: Custom 1: x\n")


def test_a_cut_list_says_so() -> None:
    people = (person("王", "明"),)
    cut = (RawField(tag="author-others", value="et al."),)
    assert lines(contributors=people, extra=cut) == ["{Author}: 王明", "{Author}: 等"]


def test_a_role_without_a_tag_is_reported() -> None:
    people = (person("王", "明", Role.EDITOR),)
    text, diagnostics = write(Record(type=ItemType.PATENT, contributors=people))
    assert "王" not in text
    assert [one.field for one in diagnostics.items] == ["contributors"]


FULL = Record(
    id="moss1",
    type=ItemType.ARTICLE_JOURNAL,
    title="苔藓",
    contributors=(
        person("林", "小苔"),
        person("Alder", "Ann"),
        body("蕨类课题组", Role.EDITOR),
    ),
    affiliations=("青山大学", "河谷研究所"),
    container_title="苔藓学报",
    container_title_short="苔报",
    publisher="青山出版社",
    publisher_place="青山",
    issued=dated(2019, 3, 5),
    accessed=dated(2020, 1),
    volume="9",
    issue="S1",
    pages=Pages(raw="187-188, 195", ranges="187-188, 195"),
    identifiers=Identifiers(
        doi="10.5555/moss", issn=("1234-5679",), other=(OtherIdentifier("CN", "42-1112/C"),)
    ),
    url="https://example.org/moss",
    language="zh",
    abstract="短。",
    keywords=("苔", "蕨"),
    note="注",
)


def test_a_record_comes_back_whole() -> None:
    text, diagnostics = write(FULL)
    assert diagnostics.items == []
    (back,) = read(text)
    assert msgspec.structs.replace(back, origin=None) == FULL


@pytest.mark.parametrize("type_", list(ItemType))
def test_types_come_back_or_are_reported(type_: ItemType) -> None:
    text, diagnostics = write(Record(type=type_, title="x"))
    same = read(text)[0].type is type_
    assert same is not any(one.field == "type" for one in diagnostics.items)


WORDS = st.text("abcXYZé 王苔蕨", min_size=1, max_size=8).filter(lambda text: text.strip() != "")


@given(records(plain_text, depth=0))
def test_any_record_can_be_written_and_read(work: Record) -> None:
    text, _ = write(work)
    assert len(read(text)) <= 1


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records(WORDS, depth=0))
def test_what_was_read_is_written_alike(work: Record) -> None:
    """A text that came from a reading is a fixed point.

    The first reading may see more than the record said: a literal name of two words has parts.
    """
    once, _ = write(*read(write(work)[0]))
    assert write(*read(once))[0] == once


def test_a_type_that_the_reader_does_not_know_comes_back() -> None:
    text = "{Reference Type}: Sculpture\n{Title}: 石与苔\n"
    assert write(*read(f"一行\n{text}"))[0] == f"{text}{{line}}: 一行\n"
