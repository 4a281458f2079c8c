"""CNKI's 自定义 and E-Study text: types, keys, damage. What records look like is in the cases."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv.formats.cnki.reader import CnkiReader
from litconv.model import ItemType
from made_records import extra_of

SAMPLE = """SrcDatabase-来源库: 期刊
Title-题名: 苔
Author-作者: 林小苔;
DOI-DOI: 10.5555/a

SrcDatabase-来源库: 期刊
Title-题名: 蕨
"""

read = partial(made_records.read, "cnki", file="x.txt")


@pytest.mark.parametrize(
    ("database", "type_"),
    [
        ("期刊", ItemType.ARTICLE_JOURNAL),
        ("学术辑刊", ItemType.ARTICLE_JOURNAL),
        ("中国学术期刊网络出版总库", ItemType.ARTICLE_JOURNAL),
        ("博士", ItemType.THESIS),
        ("中国优秀硕士学位论文全文数据库", ItemType.THESIS),
        ("国内会议", ItemType.PAPER_CONFERENCE),
        ("国际会议", ItemType.PAPER_CONFERENCE),
        ("报纸", ItemType.ARTICLE_NEWSPAPER),
        ("中国专利", ItemType.PATENT),
        ("国家标准", ItemType.STANDARD),
        ("成果", ItemType.REPORT),
        ("统计年鉴", ItemType.CHAPTER),
        ("图书", ItemType.BOOK),
        ("别的", ItemType.DOCUMENT),
    ],
)
def test_types(database: str, type_: ItemType) -> None:
    assert read(f"SrcDatabase-来源库: {database}\nTitle-题名: x")[0][0].type is type_


def test_the_name_of_an_unknown_database_is_kept() -> None:
    record = read("SrcDatabase-来源库: 别的\nTitle-题名: x")[0][0]
    assert extra_of(record) == [("source", "别的")]


def test_the_source_of_a_standard_is_who_published_it() -> None:
    record = read("Source-文献来源: 青山标准局\nSrcDatabase-来源库: 标准\nTitle-题名: x")[0][0]
    assert (record.publisher, record.container_title) == ("青山标准局", "")


@pytest.mark.parametrize("head", [SAMPLE, "<p>\n\nTitle-题名：x\nAuthor-作者： y"])
def test_sniffed(head: str) -> None:
    assert CnkiReader().sniff(head)


@pytest.mark.parametrize("head", ["", "Title-题名: x", "Title: x\nAuthor: y", "{Title}: x"])
def test_not_sniffed(head: str) -> None:
    assert not CnkiReader().sniff(head)


def test_every_beginning_of_a_file_can_be_read() -> None:
    for end in range(len(SAMPLE)):
        read(SAMPLE[:end])
    records, diagnostics = read(SAMPLE)
    assert [record.title for record in records] == ["苔", "蕨"]
    assert diagnostics.items == []


def test_loose_lines_are_reported_with_their_place() -> None:
    _, diagnostics = read("\n  banner\nTitle-题名: x")
    assert [(str(one.span), one.code) for one in diagnostics.items] == [
        ("x.txt:2:3", "line-not-understood")
    ]


def test_a_doi_that_is_none_is_kept() -> None:
    records, diagnostics = read("Title-题名: x\nDOI-DOI: soon")
    assert [raw.value for raw in records[0].extra] == ["soon"]
    assert [one.code for one in diagnostics.items] == ["value-not-understood"]


@pytest.mark.parametrize("text", ["", "\n", "x", "Title-题名:", "-" * 100_000, "A" * 100_000])
def test_rubbish_gives_no_record(text: str) -> None:
    assert read(text)[0] == []
