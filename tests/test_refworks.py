"""RefWorks tagged and CNKI's dialect: types, odd rows, damaged files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made_records
from litconv.formats.refworks.reader import RefworksReader
from litconv.formats.refworks.tables import TYPE_OF, TYPES
from litconv.model import ItemType, Record
from made_records import dated, extra_of

CASES = Path(__file__).parent / "cases" / "refworks"
SAMPLES = [path.read_text("utf-8") for path in sorted(CASES.glob("*/input.txt"))]
read = partial(made_records.read, "refworks", file="f.txt")


def one(text: str) -> Record:
    records, _ = read(text)
    assert len(records) == 1
    return records[0]


@pytest.mark.parametrize("name", sorted(TYPE_OF))
def test_every_known_type_is_read_without_a_word(name: str) -> None:
    records, diagnostics = read(f"RT {name.title()}\nT1 A\n")
    assert records[0].type is TYPE_OF[name]
    assert diagnostics.items == []


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Journal", ItemType.ARTICLE_JOURNAL),
        ("Book, Edited", ItemType.BOOK),
        ("Dissertation/Thesis, Unpublished", ItemType.THESIS),
        ("Video/ DVD", ItemType.MOTION_PICTURE),
        ("博士", ItemType.THESIS),
    ],
)
def test_types_of_other_programs(name: str, type_: ItemType) -> None:
    assert one(f"RT {name}\nT1 A\n").type is type_


def test_the_odd_lines_of_cnki() -> None:
    record = one(
        "RT Conference Proceeding\nT1 落叶的监测\nJF 第三届林学会议论文集\nYR 2019\nIS 03\nvo 46\n"
        "PP 中国南京\nDS CNKI\nLK https://link.cnki.net/doi/10.5555/n.cnki.x.2019.1\n"
    )
    assert record.type is ItemType.PAPER_CONFERENCE
    assert (record.volume, record.issue) == ("46", "3")
    assert (record.event_place, record.publisher_place) == ("中国南京", "")
    assert record.identifiers.doi == "10.5555/n.cnki.x.2019.1"
    assert one("RT Journal Article\nAB they do\nvo so\n").abstract == "they do vo so"


def test_the_date_of_highwire_is_the_publisher() -> None:
    records, diagnostics = read("RT Journal Article\nFD Alder Publishing Group\nYR 2010\n")
    assert (records[0].publisher, records[0].issued) == (
        "Alder Publishing Group",
        dated(2010),
    )
    assert [one.code for one in diagnostics.items if one.code != "missing-field"] == []
    assert one("RT Journal Article\nFD Spring Summer\nYR 2010\n").publisher == ""


def test_the_kind_of_a_patent_is_its_genre() -> None:
    record = one("RT Patent\nT1 一种铲\nCL 发明公开\nDS CNKI\n")
    assert (record.genre, [raw.tag for raw in record.extra]) == ("发明公开", ["source"])


def test_each_type_has_a_name() -> None:
    assert set(TYPES) == set(ItemType)


@pytest.mark.parametrize(
    ("lines", "first", "last", "ranges"),
    [
        ("SP 12\nOP 15\n", "12", "15", ""),
        ("SP 919\nOP 22\n", "919", "922", ""),
        ("SP 12-15\n", "12", "15", ""),
        ("OP 12~15\n", "12", "15", ""),
        ("OP 35-38+80\n", "", "", "35-38+80"),
        ("SP e12\n", "", "", ""),
    ],
)
def test_pages_stand_in_one_tag_or_two(lines: str, first: str, last: str, ranges: str) -> None:
    pages = one(f"RT Journal Article\n{lines}").pages
    assert (pages.first, pages.last, pages.ranges) == (first, last, ranges)


def test_a_second_first_page_is_kept() -> None:
    record = one("RT Journal Article\nSP 12\nSP 13\nOP 15\n")
    assert record.pages.text == "12-15"
    assert extra_of(record) == [("SP", "13")]


def test_the_number_of_a_report_is_in_is_or_sn() -> None:
    assert one("RT Report\nIS TR-7\n").number == "TR-7"
    assert one("RT Report\nSN TR-7\n").number == "TR-7"
    assert one("RT Report\nSN 978-3-16-148410-0\n").identifiers.isbn == ("978-3-16-148410-0",)


def test_classes_and_degrees() -> None:
    assert one("RT Dissertation/Thesis\nCL 博士\n").genre == "博士"
    assert one("RT Journal Article\nCL B849\nDS CNKI\n").subjects[0].code == "B849"
    assert [raw.tag for raw in one("RT Journal Article\nCL 12\n").extra] == ["CL"]


def test_the_own_address_goes_before_a_link() -> None:
    record = one("RT Generic\nLK https://a.example.org\nUL https://b.example.org\n")
    assert record.url == "https://b.example.org"
    assert extra_of(record) == [("LK", "https://a.example.org")]


def test_availability_that_is_no_address_is_kept() -> None:
    assert [raw.value for raw in one("RT Generic\nAV at home\n").extra] == ["at home"]


def test_a_record_without_a_value_is_set_aside() -> None:
    records, diagnostics = read("RT Generic\nT1\nRT Generic\nT1 A\n")
    assert [record.title for record in records] == ["A"]
    assert [(str(item.span), item.code) for item in diagnostics.items] == [
        ("f.txt:1:1", "record-invalid")
    ]
    assert diagnostics.rejects == ["RT Generic\nT1\n"]


def test_a_date_of_which_only_the_year_is_certain_is_kept() -> None:
    record = one("RT Journal Article\nYR 2015\nFD 03/04/2015\n")
    assert record.issued == dated(2015)
    assert extra_of(record) == [("FD", "03/04/2015")]


@pytest.mark.parametrize("text", SAMPLES)
def test_a_file_cut_off_anywhere_is_read(text: str) -> None:
    for end in range(0, len(text), 7):
        read(text[:end])


@given(st.text(st.sampled_from("RTA1SPOPYR \nCNKIDS王;,12-")))
def test_any_text_is_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize("name", ["cnki", "refworks"])
def test_its_own_files_are_told(name: str) -> None:
    assert RefworksReader().sniff((CASES / name / "input.txt").read_text("utf-8"))


@pytest.mark.parametrize("text", ["RT\n", "TY  - JOUR\n", "%0 Book\n", "RT @someone: look\n", ""])
def test_other_files_are_not_claimed(text: str) -> None:
    assert not RefworksReader().sniff(text)


def test_what_was_copied_from_a_web_page_has_no_break_blanks() -> None:
    text = "RT Journal Article\nT1 甲\nDS CNKI\n\nRT Report\nT1 乙\n".replace(" ", "\xa0")
    assert RefworksReader().sniff(text)
    records, _ = read(text)
    assert [(one.type, one.title) for one in records] == [
        (ItemType.ARTICLE_JOURNAL, "甲"),
        (ItemType.REPORT, "乙"),
    ]
