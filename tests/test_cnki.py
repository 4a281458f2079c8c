"""The words and forms of the Chinese databases: types, degrees, lists of names, plain markup."""

from __future__ import annotations

import pytest

from litconv.model import ItemType
from litconv.text.chinese.databases import (
    bare_number,
    is_degree,
    rich_markup,
    split_chinese_people,
    type_of_word,
)
from litconv.text.name_roles import supervisor_note


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("期刊", ItemType.ARTICLE_JOURNAL),
        ("硕士", ItemType.THESIS),
        ("博士学位论文", ItemType.THESIS),
        ("会议论文", ItemType.PAPER_CONFERENCE),
        ("报纸", ItemType.ARTICLE_NEWSPAPER),
        ("专利", ItemType.PATENT),
        ("国家标准", ItemType.STANDARD),
        ("[J]", ItemType.ARTICLE_JOURNAL),
        ("［D］", ItemType.THESIS),
        ("cmfd", ItemType.THESIS),
        ("Journal Article", None),
        ("", None),
    ],
)
def test_type_of_word(word: str, type_: ItemType | None) -> None:
    assert type_of_word(word) is type_


@pytest.mark.parametrize(
    "text", ["硕士", "博士", "硕士学位论文", "Master", "Ph.D.", "专业硕士", "PhD thesis"]
)
def test_degrees(text: str) -> None:
    assert is_degree(text)


@pytest.mark.parametrize("text", ["国家标准", "期刊", "Mastering maps", ""])
def test_what_is_no_degree(text: str) -> None:
    assert not is_degree(text)


def test_supervisor_note_is_in_the_language_of_the_name() -> None:
    assert supervisor_note("王小明") == "导师: 王小明"
    assert supervisor_note("Alder, Ann") == "Supervisor: Alder, Ann"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王小明;李红;", ["王小明", "李红"]),
        ("王小明；李红；", ["王小明", "李红"]),
        ("王小明，李红、赵青", ["王小明", "李红", "赵青"]),
        ("王小明 李红 赵青", ["王小明", "李红", "赵青"]),
        ("王小明 李红", ["王小明", "李红"]),
        ("欧阳 小明", ["欧阳 小明"]),
        ("王 小明", ["王 小明"]),
        ("王小明%A李红 %A 赵青", ["王小明", "李红", "赵青"]),
        ("王小明~1;李红~(1,2);赵青*", ["王小明", "李红", "赵青"]),
        ("Ann Alder;Bo Birch", ["Ann Alder", "Bo Birch"]),
        ("Ann Alder,Bo Birch", ["Ann Alder", "Bo Birch"]),
        ("Alder, Ann", ["Alder, Ann"]),
        ("ALDER A,Birch", ["ALDER A,Birch"]),
        ("School of Botany, Elm University", ["School of Botany, Elm University"]),
        ("植物学会 北京分会", ["植物学会 北京分会"]),
        ("王小明 主编", ["王小明 主编"]),
        ("王小明 整理", ["王小明 整理"]),
        (" ; ", []),
    ],
)
def test_lists_of_names(text: str, names: list[str]) -> None:
    assert split_chinese_people(text) == names


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("Ca~(2+)内流", "Ca<sup>2+</sup>内流"),
        ("C_(60)薄膜", "C<sub>60</sub>薄膜"),
        ("H_3PO_4活化", "H<sub>3</sub>PO<sub>4</sub>活化"),
        ("纳米TiO_2", "纳米TiO<sub>2</sub>"),
        ("CO_2排放", "CO<sub>2</sub>排放"),
        ("Ca(OH)_2", "Ca(OH)<sub>2</sub>"),
        ("每km~2", "每km<sup>2</sup>"),
        ("~(18)F标记", "<sup>18</sup>F标记"),
        ("5~9岁", "5~9岁"),
        ("file_1", "file_1"),
        ("FILE_1", "FILE_1"),
        ("K_m值", "K_m值"),
        ("~(见第二部分)", "~(见第二部分)"),
        ("plain", "plain"),
    ],
)
def test_plain_markup_of_formulas(text: str, rich: str) -> None:
    assert rich_markup(text) == rich


@pytest.mark.parametrize(
    ("text", "number"),
    [("第3卷", "3"), ("04期", "04"), ("第 12 期", "12"), ("增刊1", "增刊1"), ("S1", "S1")],
)
def test_numbers_of_volumes_and_issues(text: str, number: str) -> None:
    assert bare_number(text) == number
