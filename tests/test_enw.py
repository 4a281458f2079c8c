"""EndNote tagged, Refer and CNKI's dialect: types, odd rows, where records end, damaged files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made_records
from litconv.diagnostics import Diagnostics
from litconv.formats.enw.reader import EnwReader
from litconv.formats.enw.tables import TYPE_OF, TYPES
from litconv.model import ItemType, Record, Role
from litconv.source import Source

CASES = Path(__file__).parent / "cases" / "enw"
SAMPLES = [path.read_text("utf-8") for path in sorted(CASES.glob("*/input.enw"))]
read = partial(made_records.read, "enw", file="f.enw")


def one(text: str) -> Record:
    records, _ = read(text)
    assert len(records) == 1
    return records[0]


def titles(text: str) -> list[str]:
    return [record.title for record in read(text)[0]]


@pytest.mark.parametrize("name", sorted(TYPE_OF))
def test_every_known_type_is_read_without_a_word(name: str) -> None:
    records, diagnostics = read(f"%0 {name.title()}\n%T A\n")
    assert records[0].type is TYPE_OF[name]
    assert diagnostics.items == []


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("期刊", ItemType.ARTICLE_JOURNAL),
        ("硕士论文", ItemType.THESIS),
        ("Electronic Article", ItemType.ARTICLE_JOURNAL),
        ("Conference Proceedings", ItemType.PAPER_CONFERENCE),
        ("Government Document", ItemType.REPORT),
        ("Online Database", ItemType.DATASET),
        ("Unpublished Work", ItemType.MANUSCRIPT),
    ],
)
def test_types_of_other_programs(name: str, type_: ItemType) -> None:
    assert one(f"%0 {name}\n%T A\n").type is type_


def test_the_degree_in_a_type_is_the_genre() -> None:
    assert one("%0 硕士论文\n%T 树\n").genre == "硕士论文"
    assert one("%0 Press Release\n%T A\n").genre == "Press release"


def test_each_type_is_written_under_a_name_that_is_read() -> None:
    assert set(TYPES) == set(ItemType)


# ---------------------------------------------------------------------------- where records end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%0 Book\n%T A\n%0 Book\n%T B\n", ["A", "B"]),
        ("%T A\n%A X, Y\n\n%T B\n", ["A", "B"]),
        ("%T A\n%X one\n\ntwo\n\n%K word\n\n%T B\n", ["A", "B"]),
        ("%0 Book\n\n%T A\n\n%A X, Y\n\n%A Z, Z\n\n%D 2000\n", ["A"]),
        ("%0 Book\n%T A\n%A X, Y\n%D 2000\n\n%T B\n%A Z, Z\n", ["A", "B"]),
        ("%0 Book\n%T A\n%W CNKI\n%0 Book\n%T B\n%W CNKI", ["A", "B"]),
        ("%0 Book\n%T A\n%W CNKI\n%U https://example.org\n%0 Book\n%T B\n", ["A", "B"]),
        ("%A 王明\n%T A\n%W CNKI\n%A 李红\n%T B\n%W CNKI\n", ["A", "B"]),
        ("%0 Book\n%T A\n%W CNKI is a word\n%D 2000\n", ["A"]),
        ("\ufeff%0 Book\n%T A\n", ["A"]),
        ("<script>x</script>\n%0 Book\n%T A\n", ["A"]),
        ("", []),
    ],
)
def test_where_records_end(text: str, found: list[str]) -> None:
    assert titles(text) == found


def test_what_stands_behind_the_end_mark_belongs_to_the_record_before() -> None:
    assert read("%T A\n%W CNKI\n%U https://example.org/a\n")[0][0].url == "https://example.org/a"


def test_lines_of_an_abstract_that_look_like_tags_are_text() -> None:
    record = one("%0 Book\n%X One\n%50 of it\n%Alder\n% of\n%T A\n")
    assert record.abstract == "One %50 of it %Alder % of"
    assert record.extra == ()


# ---------------------------------------------------------------------------- odd rows


def test_a_keyword_with_a_comma_is_one_where_each_has_a_line() -> None:
    assert one("%K Trees, tall\n%K Leaves\n%T A\n").keywords == ("Trees, tall", "Leaves")
    assert one("%K trees, leaves, bark\n%T A\n").keywords == ("trees", "leaves", "bark")


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("%0 Book\n%A Alder, A\n%E Birch, B\n", Role.EDITOR),
        ("%0 Book\n%B Series\n%A Alder, A\n%E Birch, B\n", Role.COLLECTION_EDITOR),
        ("%0 Book\n%E Birch, B\n%B Series\n", Role.EDITOR),
        ("%0 Edited Book\n%A Birch, B\n", Role.EDITOR),
        ("%0 Book Section\n%Y Birch, B\n", Role.COLLECTION_EDITOR),
        ("%0 Book\n%? Birch, B\n", Role.TRANSLATOR),
        ("%0 Film or Broadcast\n%A Birch, B\n", Role.DIRECTOR),
        ("%0 Personal Communication\n%E Birch, B\n", Role.RECIPIENT),
        ("%0 Book\n%A 王明主编\n", Role.EDITOR),
    ],
)
def test_what_people_did_depends_on_the_type(lines: str, role: Role) -> None:
    assert one(lines).contributors[-1].role is role


@pytest.mark.parametrize(
    ("lines", "scheme", "value"),
    [
        ("%M WOS:000000000000001\n", "WOS", "WOS:000000000000001"),
        ("%M 12-3\n", "accession", "12-3"),
    ],
)
def test_accession_numbers(lines: str, scheme: str, value: str) -> None:
    (found,) = one(f"%0 Book\n{lines}").identifiers.other
    assert (found.scheme, found.value) == (scheme, value)


def test_pubmed_numbers_need_pubmed() -> None:
    assert one("%0 Book\n%M 123456\n%W NLM\n").identifiers.pmid == "123456"
    assert one("%0 Book\n%M 123456\n").identifiers.pmid == ""


def test_a_report_has_its_number_or_an_isbn() -> None:
    assert one("%0 Report\n%@ TR-7\n").number == "TR-7"
    assert one("%0 Report\n%@ 978-3-16-148410-0\n").identifiers.isbn == ("978-3-16-148410-0",)


def test_a_record_without_a_value_is_set_aside() -> None:
    records, diagnostics = read("%0 Book\n%T\n%0 Book\n%T A\n")
    assert [record.title for record in records] == ["A"]
    assert [(str(item.span), item.code) for item in diagnostics.items] == [
        ("f.enw:1:1", "record-invalid")
    ]
    assert diagnostics.rejects == ["%0 Book\n%T\n"]


def test_chinese_counts_of_volumes_and_issues() -> None:
    record = one("%0 Journal Article\n%V 第03卷\n%N 4期\n")
    assert (record.volume, record.issue) == ("3", "4")


def test_a_long_value_takes_no_long_time() -> None:
    lines = "text and text\n\n" * 100_000
    record = one(f"%0 Book\n%X {lines}%T A\n")
    assert len(record.abstract) == len("text and text ") * 100_000 - 1
    assert record.title == "A"


def test_control_characters_and_empty_tags_do_no_harm() -> None:
    record = one("%0 Book\n%T A\x00B\n%A\n%D \n%K ;;\n%P -\n")
    assert record.title == "A\x00B"
    assert record.contributors == ()


@pytest.mark.parametrize("text", SAMPLES)
def test_a_file_cut_off_anywhere_is_read(text: str) -> None:
    for end in range(0, len(text), 7):
        read(text[:end])


@given(st.text(st.sampled_from("%0ATXKW \nCNKI王;,12")))
def test_any_text_is_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize("text", SAMPLES)
def test_its_own_files_are_told(text: str) -> None:
    assert EnwReader().sniff(text)


@pytest.mark.parametrize(
    "text",
    [
        "RT Journal\nA1 X\n",
        "@article{a,\n  title = {100%}\n}",
        "% LaTeX\n% comment\n",
        "%This is LaTeX,\n%That too\n",
        "%!PS-Adobe\n%%BoundingBox",
        "%PDF-1.4\n%âãÏÓ\n",
        "TY  - JOUR\n",
        "",
    ],
)
def test_other_files_are_not_claimed(text: str) -> None:
    assert not EnwReader().sniff(text)


# ---------------------------------------------------------------------------- Digital Commons

MOSS = "%T Moss\n%0 Journal Article\n%A Alder, Ann\n%B Hedge Quarterly\n%V 4\n%N 3\n%D 2021\n"
FERN = "%T Fern\n%A Birch, Bo\n%B Hedge Quarterly\n%D 2020\n%V 3\n%N 1\n%P i-ii\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MOSS}\n\n{FERN}", ["Moss", "Fern"]),
        (f"{FERN}\n\n{MOSS}", ["Fern", "Moss"]),
        (f"{MOSS}\n{FERN}\n{MOSS}\n{FERN}", ["Moss", "Fern", "Moss", "Fern"]),
        (f"{MOSS}%X One.\n\n   Two.\n\n\n{MOSS}", ["Moss", "Moss"]),
    ],
)
def test_the_type_may_stand_below_the_title(text: str, expected: list[str]) -> None:
    records, said = read(text)
    assert [record.title for record in records] == expected
    for record in records:
        moss = record.title == "Moss"
        assert record.type is ItemType.ARTICLE_JOURNAL
        assert [it.name.family for it in record.contributors] == ["Alder" if moss else "Birch"]
        assert record.container_title == "Hedge Quarterly"
        assert (record.volume, record.issue) == (("4", "3") if moss else ("3", "1"))
    assert said.items == []


def test_records_that_follow_without_a_blank_line_keep_their_titles() -> None:
    assert titles("%0 Book\n%T A\n%0 Book\n%T B\n") == ["A", "B"]
    assert titles("%T A\n%I Alder\n%0 Book\n%T B\n") == ["A", "B"]
    assert titles("%T A\n\n%0 Book\n%T B\n") == ["A", "B"]


def test_what_was_copied_from_a_web_page_has_no_break_blanks() -> None:
    text = "%0 Journal Article\n%T 甲\n%W CNKI\n%0 Thesis\n%T 乙\n%W CNKI\n".replace(" ", "\xa0")
    assert EnwReader().sniff(text)
    records = list(EnwReader().read(Source("f.txt", text), Diagnostics()))
    assert [(one.type, one.title) for one in records] == [
        (ItemType.ARTICLE_JOURNAL, "甲"),
        (ItemType.THESIS, "乙"),
    ]
