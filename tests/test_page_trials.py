"""Pages as people paste them: quoted, bulleted, cut at the top, in odd labels. One test a shape."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import Include, ReadOptions
from litconv.pipeline import read
from made_records import extra_of

PAGE = """Invented title of a page

被引:4
作者
Alder, QZ [1 ]
Birch, M [1 ]
机构
[1] Xx Univ, Some Town
D O I
10.9999/abc.1
中图分类号
B849 [应用心理学];
引用
收藏
页码:1 / 9
页数:9
相关论文
empty
"""


def read_text(text: str, include: Include = Include.MAIN) -> tuple[list[Record], Diagnostics]:
    said = Diagnostics()
    options = ReadOptions(include=include)
    return list(read([Input("page.txt", text.encode())], said, options=options)), said


@pytest.mark.parametrize("prefix", ["> ", ">", "| ", "• ", "- ", "* "])
def test_a_sign_before_every_line_is_no_part_of_the_page(prefix: str) -> None:
    quoted = "".join(f"{prefix}{line}\n" for line in PAGE.splitlines())
    (record,), _ = read_text(quoted)
    assert record.title == "Invented title of a page"
    assert [name.family for name in record.authors] == ["Alder", "Birch"]
    assert record.identifiers.doi == "10.9999/abc.1"


def test_labels_in_brackets() -> None:
    (record,), _ = read_text(PAGE.replace("作者\n", "【作者】\n").replace("机构\n", "[机构]\n"))
    assert [name.affiliations for name in record.authors] == [("Xx Univ, Some Town",)] * 2


def test_a_page_cut_at_its_top_invents_no_title() -> None:
    (record,), said = read_text(PAGE[PAGE.index("Birch") :])
    assert (record.title, record.authors) == ("", ())
    assert record.identifiers.doi == "10.9999/abc.1"
    assert [one.value for one in record.extra] == ["Birch, M [1 ]"]
    assert "page-incomplete" in [one.code for one in said.items]


def test_a_page_without_its_citation_count_and_with_values_behind_its_labels() -> None:
    text = (
        "Invented\n作者：Alder, B; Birch, C\n来源：Journal X | 1999年 / 6卷 / 02期\n"
        "DOI：10.9999/b\n"
    )
    (record,), _ = read_text(text)
    assert (record.title, record.volume, record.issue) == ("Invented", "6", "2")
    assert [name.family for name in record.authors] == ["Alder", "Birch"]


def test_a_listed_title_broken_into_two_lines() -> None:
    entry = (
        "共 1 条\n  • [1] A very long title that the mail\n    program wrapped here\n"
        "    al-Cedar, Ann B.\n    van der Berg, Jan\n    J X, 2015, 38 (04) : 336 - 341\n"
    )
    (record,), _ = read_text(entry, Include.RELATED)
    assert record.title == "A very long title that the mail program wrapped here"
    assert [name.full_family for name in record.authors] == ["al-Cedar", "van der Berg"]


def test_cards_in_traditional_characters() -> None:
    cards = (
        "Invented\n被引:1\n|作者:\nAlder, Quin Z.\n論文數: 0引用數: 0\nh-index: 0\n機構:\nXx Univ\n"
        "Alder, Quin Z.\n[1\n]\n機構:\n[1] Xx Univ\n關鍵詞:\none;\n"
    )
    (record,), _ = read_text(cards)
    assert [name.sort_text for name in record.authors] == ["Alder, Quin Z."]
    assert record.keywords == ("one",)


@pytest.mark.parametrize(
    ("value", "journal", "year", "kept"),
    [
        ("某学报 | 2018年 / 12卷 / 03期 / 增刊", "某学报", 2018, "增刊"),
        ("某学报 | 2018年 / 03期 总第45期", "某学报", 2018, "总第45期"),
        ("X | 年 / 卷 / 期", "X", None, "X 年 卷 期"),
        ("Psychiatric Journal, 1999, 6(2): 165-187", "Psychiatric Journal", 1999, "165-187"),
    ],
)
def test_what_else_a_source_line_says_is_kept_and_reported(
    value: str, journal: str, year: int | None, kept: str
) -> None:
    (record,), said = read_text(PAGE.replace("D O I", f"来源\n{value}\nD O I"))
    assert record.container_title == journal
    assert (record.issued.year if record.issued else None) == year
    assert [one.value for one in record.extra] == [kept]
    assert "value-not-understood" in [one.code for one in said.items]


@pytest.mark.parametrize(
    "title",
    ["Next generation sequencing", "Help seeking in adolescents", "电话调查方法", "下载行为研究"],
)
def test_a_title_that_begins_like_a_button_is_a_title(title: str) -> None:
    (record,), _ = read_text(PAGE.replace("Invented title of a page", title))
    assert record.title == title


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Alder, B. [1] and Birch, C.", ["Alder", "Birch"]),
        ("Elm, E. [1] Fir, F.", ["Elm", "Fir"]),
        ("Alder, A [1]; Birch, C.; Cedar, D. [1]", ["Alder", "Birch", "Cedar"]),
    ],
)
def test_several_authors_on_one_line(line: str, names: list[str]) -> None:
    (record,), _ = read_text(PAGE.replace("Alder, QZ [1 ]\nBirch, M [1 ]", line))
    assert [name.family for name in record.authors] == names


def test_identifiers_keep_what_is_none() -> None:
    text = PAGE.replace("D O I", "ISSN:1234-5678 lost words\nPMID:none at all\nD O I")
    (record,), _ = read_text(text)
    assert (record.identifiers.issn, record.identifiers.pmid) == (("1234-5678",), "")
    assert extra_of(record) == [
        ("ISSN", "lost words"),
        ("PMID", "none at all"),
    ]


def test_two_dois_in_one_value() -> None:
    (record,), _ = read_text(PAGE.replace("10.9999/abc.1", "10.9999/abc.1 10.9999/def"))
    assert record.identifiers.doi == "10.9999/abc.1"
    assert [one.value for one in record.extra] == ["10.9999/def"]


def test_a_stated_year_of_publication_is_the_date() -> None:
    (record,), _ = read_text(PAGE.replace("D O I", "出版年:1999\nD O I"))
    assert record.issued is not None
    assert record.issued.year == 1999
