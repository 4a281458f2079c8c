"""NoteExpress: tables, types, odd rows, damage. What records look like stands in the cases."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv import registry
from litconv.formats.noteexpress import tables
from litconv.formats.noteexpress.reader import NoteExpressReader
from litconv.model import ItemType, Record, Role
from made_records import extra_of

SAMPLE = """{Reference Type}: Journal Article
{Title}: 苔藓
{Author}: 林小苔;
{Year}: 2019
{Pages}: 1-9
{Abstract}: 一
二
{DOI}: 10.5555/moss.1

{Reference Type}: Thesis
{Title}: 蕨
"""

read = partial(made_records.read, "noteexpress", file="x.net")


def one(*lines: str, type_: str = "Journal Article") -> Record:
    records, _ = read("\n".join([f"{{Reference Type}}: {type_}", *lines]))
    assert len(records) == 1
    return records[0]


@pytest.mark.parametrize(
    ("stated", "type_"),
    [
        ("Journal Article", ItemType.ARTICLE_JOURNAL),
        ("journal article", ItemType.ARTICLE_JOURNAL),
        ("Conference Paper", ItemType.PAPER_CONFERENCE),
        ("Conference Proceedings", ItemType.PAPER_CONFERENCE),
        ("Book", ItemType.BOOK),
        ("Book Section", ItemType.CHAPTER),
        ("Newspaper Article", ItemType.ARTICLE_NEWSPAPER),
        ("Patent", ItemType.PATENT),
        ("Standard", ItemType.STANDARD),
        ("Report", ItemType.REPORT),
        ("Web Page", ItemType.WEBPAGE),
        ("Electronic Source", ItemType.WEBPAGE),
        ("Unpublished Work", ItemType.MANUSCRIPT),
        ("学位论文", ItemType.THESIS),
        ("期刊文章", ItemType.ARTICLE_JOURNAL),
    ],
)
def test_types(stated: str, type_: ItemType) -> None:
    assert one("{Title}: x", type_=stated).type is type_


def test_every_type_of_the_model_has_a_name() -> None:
    assert set(tables.TYPES) == set(ItemType)


@pytest.mark.parametrize("head", ["\ufeff{Reference Type}: Book", "<x>\n\n {Reference Type}：Book"])
def test_sniffed(head: str) -> None:
    assert NoteExpressReader().sniff(head)


@pytest.mark.parametrize("head", ["", "@book{x,", "Reference Type: Book", "a {Reference Type} b"])
def test_not_sniffed(head: str) -> None:
    assert not NoteExpressReader().sniff(head)


def test_a_conference_without_proceedings_is_an_event() -> None:
    record = one("{Title}: x", "{Secondary Title}: 雾年会", type_="Conference Paper")
    assert (record.event_title, record.container_title) == ("雾年会", "")


@pytest.mark.parametrize("turned", [False, True])
def test_proceedings_are_told_by_their_name_wherever_they_stand(*, turned: bool) -> None:
    lines = ["{Secondary Title}: 第三届苔藓会议论文集", "{Tertiary Title}: 第三届苔藓会议"]
    record = one(*(lines[::-1] if turned else lines), type_="Conference Proceedings")
    assert (record.container_title, record.event_title) == (
        "第三届苔藓会议论文集",
        "第三届苔藓会议",
    )


def test_a_place_beside_a_publisher_is_that_of_the_publisher() -> None:
    record = one(
        "{Title}: x", "{Place Published}: 青山", "{Publisher}: 青山出版社",
        type_="Conference Paper",
    )  # fmt: skip
    assert (record.publisher_place, record.event_place) == ("青山", "")


def test_a_doi_in_the_url_counts_where_there_is_no_other() -> None:
    url = "{URL}: https://doi.org/10.5555/a"
    assert one("{Title}: x", url).identifiers.doi == "10.5555/a"
    assert one("{Title}: x", url, "{DOI}: 10.5555/b").identifiers.doi == "10.5555/b"


def test_a_doi_in_a_link_of_cnki() -> None:
    url = "{URL}: https://link.cnki.net/doi/10.9999/j.1003-0001.2019.01"
    assert one("{Title}: x", url).identifiers.doi == "10.9999/j.1003-0001.2019.01"


def test_vip_writes_words_around_numbers() -> None:
    record = one("{Title}: x", "{Volume}: 第12卷", "{Issue}: 2期", "{Pages}: 26-29,共4页")
    assert (record.volume, record.issue, record.pages.text) == ("12", "2", "26-29")


def test_translated_values_stand_in_for_missing_ones() -> None:
    record = one(
        "{Translated Title}: Moss", "{Translated Author}: WANG Ming;Ann Alder",
        "{Translated Journal}: Fern",
    )  # fmt: skip
    assert (record.title, record.container_title) == ("Moss", "Fern")
    assert [name.family for name in record.authors] == ["WANG", "Alder"]
    assert record.translated_titles == ()


def test_a_second_value_is_kept() -> None:
    record = one("{Title}: x", "{Volume}: 1", "{Volume}: 2", "{Mood}: blue")
    assert extra_of(record) == [("Volume", "2"), ("Mood", "blue")]


def test_section_has_its_editors() -> None:
    record = one("{Title}: x", "{Secondary Author}: 王明;李苔", type_="Book Section")
    assert [name.family for name in record.names(Role.EDITOR)] == ["王", "李"]


def test_accession_numbers() -> None:
    record = one("{Title}: x", "{Accession Number}: CNKI:SUN:TXXB.0.2018-02-001")
    assert record.identifiers.other[0].scheme == "CNKI"
    assert one("{Title}: x", "{Accession Number}: 77").identifiers.other[0].scheme == "accession"


def test_every_beginning_of_a_file_can_be_read() -> None:
    for end in range(len(SAMPLE)):
        read(SAMPLE[:end])
    records, diagnostics = read(SAMPLE)
    assert [record.title for record in records] == ["苔藓", "蕨"]
    assert diagnostics.items == []


@pytest.mark.parametrize(
    "text", ["", "\n", "{", "{}: x", "{Reference Type}", "{Reference Type}: ", "x" * 100_000]
)
def test_rubbish_gives_no_record(text: str) -> None:
    assert read(text)[0] == []


def test_glued_records_are_two() -> None:
    records, _ = read("{Reference Type}: Book\n{Title}: a\n{Reference Type}: Book\n{Title}: b")
    assert [record.title for record in records] == ["a", "b"]


def test_a_long_value_is_read_in_linear_time() -> None:
    text = "{Reference Type}: Book\n{Title}: a\n{Abstract}: " + "苔 藓{<" * 500_000
    assert len(read(text)[0][0].abstract) > 1_000_000


def test_net_files_are_noteexpress() -> None:
    assert ".net" in registry.find("noteexpress", to=False)[0].extensions
