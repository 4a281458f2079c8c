"""References after GB/T 7714 as text: dividing a list, the parts of an entry, what is none."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
import pytest

import made_records
from litconv import registry
from litconv.formats.gbt7714_text.names import name_list
from litconv.formats.gbt7714_text.reader import Gbt7714Reader
from litconv.model import ItemType, Record, Role
from litconv.text.chinese.gbt7714 import entries

read = partial(made_records.read, "gbt7714-text", file="x.txt")


def one(text: str) -> Record:
    records, diagnostics = read(text)
    assert len(records) == 1
    assert diagnostics.codes["reference-not-understood"] == 0
    return records[0]


@pytest.mark.parametrize(
    ("mark", "type_"),
    [
        ("J", ItemType.ARTICLE_JOURNAL),
        ("J/OL", ItemType.ARTICLE_JOURNAL),
        ("M", ItemType.BOOK),
        ("D", ItemType.THESIS),
        ("R", ItemType.REPORT),
        ("G", ItemType.BOOK),
        ("EB/OL", ItemType.WEBPAGE),
        ("DB/OL", ItemType.DATASET),
        ("DS/OL", ItemType.DATASET),
        ("CP", ItemType.SOFTWARE),
        ("CM", ItemType.MAP),
        ("PP/OL", ItemType.ARTICLE),
        ("Z", ItemType.DOCUMENT),
        ("A", ItemType.MANUSCRIPT),
    ],
)
@pytest.mark.parametrize("brackets", ["[]", "［］", "【】"])
def test_types(mark: str, type_: ItemType, brackets: str) -> None:
    marked = f"{brackets[0]}{mark}{brackets[1]}"
    assert one(f"王明. 苔{marked}. 青山, 2010.").type is type_


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("苔报, 2018, 12(3): 31-38.", ("苔报", 2018, "12", "3", "31-38")),
        ("苔报,2018,12(03):31-38.", ("苔报", 2018, "12", "3", "31-38")),
        ("苔报，2018，12（3）：31－38．", ("苔报", 2018, "12", "3", "31-38")),
        ("苔报, 2018(3): 31-38", ("苔报", 2018, "", "3", "31-38")),
        ("苔报, 2018, (3): 31-38", ("苔报", 2018, "", "3", "31-38")),
        ("苔报, 2018, 12: 31", ("苔报", 2018, "12", "", "31")),
        ("苔报, 2018, 45(增刊1): 730570", ("苔报", 2018, "45", "增刊1", "730570")),
        ("苔报, 2018(S1): 31+40", ("苔报", 2018, "", "S1", "31+40")),
        ("苔报. 2018, 12(3): 31-38.", ("苔报", 2018, "12", "3", "31-38")),
        (
            "Moss, Fern and Ivy, 2018, 12(5/6): 1-2.",
            ("Moss, Fern and Ivy", 2018, "12", "5/6", "1-2"),
        ),
        ("Proc. Natl. Moss, 2018, 12: 1-2.", ("Proc. Natl. Moss", 2018, "12", "", "1-2")),
        ("苔报（自然版）, 2018, 12(3): 31-38.", ("苔报（自然版）", 2018, "12", "3", "31-38")),
        ("苔报, 2018.", ("苔报", 2018, "", "", "")),
        ("苔报: 1-12", ("苔报", None, "", "", "1-12")),
    ],
)
def test_periodicals(source: str, expected: tuple[Any, ...]) -> None:
    record = one(f"[1] 王明. 苔[J]. {source}")
    year = record.issued.year if record.issued else None
    pages = record.pages.text
    assert (record.container_title, year, record.volume, record.issue, pages) == expected


@pytest.mark.parametrize(
    ("source", "place", "publisher", "pages"),
    [
        ("北京: 青山出版社, 2010.", "北京", "青山出版社", ""),
        ("北京:青山出版社,2010:15-20.", "北京", "青山出版社", "15-20"),
        ("北京：青山出版社，2010：扉页．", "北京", "青山出版社", "扉页"),
        ("Washington, D.C.: Moss Press, 2010.", "Washington, D.C.", "Moss Press", ""),
        ("New York: Moss, Fern & Co., 2010.", "New York", "Moss, Fern & Co.", ""),
        ("青山大学,2010.", "", "青山大学", ""),
        ("2010.", "", "", ""),
    ],
)
def test_publishers(source: str, place: str, publisher: str, pages: str) -> None:
    record = one(f"[1] 王明. 苔[M]. {source}")
    assert record.issued is not None
    assert record.issued.year == 2010
    assert (record.publisher_place, record.publisher, record.pages.text) == (
        place,
        publisher,
        pages,
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王明, 李红, 等", ["王明", "李红", "等"]),
        ("王明，李小红", ["王明", "李小红"]),
        ("Smith A B, Doe C", ["Smith A B", "Doe C"]),
        ("SMITH A B Jr, DES MARAIS D J, et al", ["SMITH A B Jr", "DES MARAIS D J", "et al"]),
        ("YU Y, PAN E", ["YU Y", "PAN E"]),
        ("Smith, A. B., & Doe, C.", ["Smith, A. B.", "Doe, C."]),
        ("Smith A and Doe C", ["Smith A", "Doe C"]),
        ("Institute of Moss and Fern", ["Institute of Moss and Fern"]),
        ("青山大学苔藓与蕨类研究所", ["青山大学苔藓与蕨类研究所"]),
        ("牛明, SWING I R, 雷光", ["牛明", "SWING I R", "雷光"]),
    ],
)
def test_lists_of_names(text: str, names: list[str]) -> None:
    assert name_list(text) == names


@pytest.mark.parametrize("text", ["一本书，没有作者！", "苔藓：历史，与现在"])
def test_a_text_that_is_no_list_of_names(text: str) -> None:
    assert name_list(text) is None


def test_particles_behind_initials_and_hyphens() -> None:
    record = one("[1] Fern P H van der, Park J-R. Moss[J]. M, 2014, 3: 1.")
    first, second = record.authors
    assert (first.family, first.particle, first.given) == ("Fern", "van der", "P. H.")
    assert (second.family, second.given) == ("Park", "J.-R.")


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("标委会. 苔 术语: GB/T 9999—2009[S]. 2010.", "GB/T 9999—2009", "苔 术语"),
        ("GB/T 9999.1—2009 苔 术语[S].", "GB/T 9999.1—2009", "苔 术语"),
        ("ISO 21378:2019 Moss data[S].", "ISO 21378:2019", "Moss data"),
        ("ISO. Moss data: ISO 21378:2019[S]. 2019.", "ISO 21378:2019", "Moss data"),
    ],
)
def test_standards(text: str, number: str, title: str) -> None:
    record = one(f"[1] {text}")
    assert (record.number, record.title) == (number, title)
    assert record.issued is not None


@pytest.mark.parametrize(
    "text",
    [
        "林苔. 苔砖: CN108000001A[P]. 2018-11-02.",
        "林苔. 苔砖: 中国, CN108000001A[P]. 2018-11-02.",
        "林苔. 苔砖[P]. 中国: CN108000001A, 2018-11-02.",
    ],
)
def test_patents(text: str) -> None:
    record = one(f"[1] {text}")
    assert (record.title, record.number) == ("苔砖", "CN108000001A")
    assert record.issued is not None
    assert msgspec.to_builtins(record.issued.start) == {"year": 2018, "month": 11, "day": 2}


@pytest.mark.parametrize(
    "text",
    [
        "王明. 苔[A]. 见: 李红. 苔文集[C]. 北京: 青山社, 1999. 12-15.",
        "王明. 苔[A]//李红. 苔文集[C]. 北京: 青山社, 1999: 12-15.",
        "王明. 苔[C]//李红. 苔文集. 北京: 青山社, 1999: 12-15.",
    ],
)
def test_papers_in_collections(text: str) -> None:
    record = one(f"[1] {text}")
    assert record.type is ItemType.PAPER_CONFERENCE
    assert (record.container_title, record.pages.text) == ("苔文集", "12-15")
    assert [name.family for name in record.names(Role.EDITOR)] == ["李"]


def test_translator_before_the_container() -> None:
    record = one("[1] 王明. 苔[M]. 赵蕨, 译//李红. 苔全书: 第2卷. 北京: 青山社, 1999: 15.")
    assert [name.given for name in record.names(Role.TRANSLATOR)] == ["蕨"]
    assert (record.container_title, record.volume) == ("苔全书", "2")


def test_a_translator_without_a_comma() -> None:
    record = one("[1] [美]约翰·史密斯. 苔[M]. 王明译. 北京: 青山社, 1990.")
    assert [name.given for name in record.names(Role.TRANSLATOR)] == ["明"]
    assert record.publisher_place == "北京"


@pytest.mark.parametrize("text", ["苔[D]: [硕士学位论文]", "苔[硕士学位论文][D]"])
def test_degrees(text: str) -> None:
    record = one(f"[1] 王明. {text}. 北京: 青山大学, 2010.")
    assert (record.title, record.genre, record.publisher) == ("苔", "硕士学位论文", "青山大学")


@pytest.mark.parametrize("names", ["王明等", "王明, 等", "王明，等", "王  明 等", "王明, et al"])
def test_cut_lists(names: str) -> None:
    record = one(f"[1] {names}. 苔[J]. 苔报, 2018, 12: 3.")
    assert [name.given for name in record.authors] == ["明"]
    assert [raw.tag for raw in record.extra] == ["author-others"]


def test_a_date_behind_the_address() -> None:
    record = one("[1] 青山统计局. 公报[EB/OL]. http://example.org/b.html, 2020-02-28.")
    assert record.url == "http://example.org/b.html"
    assert record.issued is not None
    assert record.issued.year == 2020


@pytest.mark.parametrize("end", ["CSTR:1.2.moss", "?persistentId=doi:10.5555/ABC"])
def test_identifiers_inside_of_an_address_stay_there(end: str) -> None:
    record = one(f"[1] 林苔. 苔数据[DS/OL]. 青山（2023-09-10）[2025-07-15]. https://x.org/{end}.")
    assert record.url == f"https://x.org/{end}"
    assert record.identifiers.other == ()


def test_a_journal_article_of_which_only_the_year_is_known() -> None:
    record = one("[1] Fern D P. Moss[J]. 2014.")
    assert record.type is ItemType.ARTICLE_JOURNAL
    assert record.issued is not None


def test_whole_journals() -> None:
    record = one("[1] 苔学会. 苔报[J]. 1957(1)—1990(4). 北京: 青山社, 1957—[1990].")
    assert (record.type, record.title, record.publisher) == (ItemType.PERIODICAL, "苔报", "青山社")


def test_archives() -> None:
    record = one("[1] 林苔. 奏折: 04-01-35[A]. 北京: 青山档案馆, 1887.")
    assert {raw.tag: raw.value for raw in record.extra} == {
        "archive_location": "04-01-35",
        "archive": "青山档案馆",
        "archive-place": "北京",
    }


def test_maps_have_scale_and_size() -> None:
    record = one("[1] 林苔. 苔图. 1:25000[CM]. 北京: 青山社, 2021. 128cm×84cm.")
    assert {raw.tag: raw.value for raw in record.extra} == {
        "scale": "1:25000",
        "dimensions": "128cm×84cm",
    }


def test_datasets_and_identifiers() -> None:
    record = one(
        "[1] 林苔. 苔数据[DS/OL]. V1.0. 青山数据中心（2023-09-10）[2025-07-15]. "
        "https://example.org/d. CSTR:1.2.moss."
    )
    assert (record.publisher, record.url) == ("青山数据中心", "https://example.org/d")
    assert record.identifiers.other[0].value == "1.2.moss"
    assert record.accessed is not None


@pytest.mark.parametrize("start", ["[1] {} [2] {}", "[1] {}\n[2] {}", "1. {}\n2. {}", "{}\n{}"])
def test_lists_are_divided(start: str) -> None:
    text = start.format("王明. 苔[J]. 苔报, 2018, 12: 3.", "李红. 蕨[J]. 苔报, 2019, 13: 4.")
    assert [record.title for record in read(text)[0]] == ["苔", "蕨"]


def test_wrapped_entries_are_joined() -> None:
    texts = [entry.text for entry in entries(["[1] 王明. 苔", "藓[J]. Moss", "Report, 2018."])]
    assert texts == ["王明. 苔藓[J]. Moss Report, 2018."]


def test_lines_that_are_no_reference_are_reported() -> None:
    records, diagnostics = read("你好\n\n王明. 苔[J]. 苔报, 2018, 12: 3.\n")
    assert [record.title for record in records] == ["苔"]
    assert [(str(item.span), item.code) for item in diagnostics.items] == [
        ("x.txt:1:1", "line-not-understood")
    ]


ENTRY = "王明. 苔藓[J]. 苔藓学报, 2018, 12(3): 31-38."


@pytest.mark.parametrize("head", [ENTRY, f"[1] {ENTRY}", f"参考文献：\n［1］{ENTRY}\n[2] {ENTRY}"])
def test_sniffed(head: str) -> None:
    assert Gbt7714Reader().sniff(head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "[1] 没有标识",
        f"苔藓\n\n摘要\n一段\n\n参考文献\n[1] {ENTRY}",
        f"共 30 条\n[2]\nTITLE\n[J].\n{ENTRY}",
        "[4] Title [J]. MOSS LETTERS, 2002, 81 (16) : 2992 - 2994",
        f"TY  - JOUR\nN1  - {ENTRY}",
        f"@article{{a, note = {{{ENTRY}}}}}",
        "一篇文章。\n第二行。\n第三行[J]提到。\n",
    ],
)
def test_not_sniffed(head: str) -> None:
    assert not Gbt7714Reader().sniff(head)


@pytest.mark.parametrize(
    "head", [f"[1] {ENTRY}\n[2] {ENTRY}", f"[1]{ENTRY}\n[2]{ENTRY}\n[3]{ENTRY}"]
)
def test_a_list_is_no_record_page(head: str) -> None:
    found = [one.name for one in registry.readable() if one.reader and one.reader.sniff(head)]
    assert found == ["gbt7714-text"]


def test_every_beginning_can_be_read() -> None:
    text = (
        f"［1］{ENTRY} DOI:10.5555/a.\n摘要：短\n[2] 林苔. 苔砖: 中国, 88105607.3[P]. 1989-07-26."
    )
    for end in range(len(text)):
        read(text[:end])
    assert len(read(text)[0]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "[1] " + "a," * 50_000 + "[J]. " + "b, " * 50_000,
        "[1] t[M]. " + "a, 2001: " * 200 + "!",
        "[1] " + "A-" * 900 + " B. T[J]. y",
        "abc def\n" * 20_000,
    ],
)
def test_hostile_texts_end_soon(text: str) -> None:
    read(text)
