"""Chinese names: persons and bodies told apart, and the order of names in pinyin."""

from __future__ import annotations

import pytest

from litconv.text.chinese.databases import split_chinese_people
from litconv.text.chinese.people import read_person
from litconv.text.names import is_body, parse_name
from litconv.text.people import split_people


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("张文会", "张", "文会"),
        ("王社", "王", "社"),
        ("李建社", "李", "建社"),
        ("林文会", "林", "文会"),
        ("欧阳文会", "欧阳", "文会"),
        ("诸葛亮", "诸葛", "亮"),
        ("王, 小明", "王", "小明"),
        ("欧阳，小明", "欧阳", "小明"),
        ("Wang Ya-jun", "Wang", "Ya-jun"),
        ("Ya-jun Wang", "Wang", "Ya-jun"),
        ("WANG Yajun", "WANG", "Yajun"),
        ("Yajun WANG", "WANG", "Yajun"),
        ("Wang Yajun", "Wang", "Yajun"),
        ("Ouyang Xiaoming", "Ouyang", "Xiaoming"),
        ("Ming LI", "LI", "Ming"),
        ("Li-ming WU", "WU", "Li-ming"),
        ("LÜ Bu", "LÜ", "Bu"),
        ("E Zhong-wen", "E", "Zhong-wen"),
        # Initials behind a family, and names that only look like pinyin.
        ("Wang LI", "Wang", "L. I."),
        ("Min YE", "Min", "Y. E."),
        ("Long Hale", "Hale", "Long"),
        ("Yang Gao", "Gao", "Yang"),
    ],
)
def test_persons(text: str, family: str, given: str) -> None:
    name = parse_name(text)
    assert name is not None
    assert (name.family, name.given, name.literal) == (family, given, "")


@pytest.mark.parametrize(
    "text",
    ["林学会", "史学会", "文化部", "林业局", "高教社", "课题组", "研究院", "编委会", "出版社",
     "委员会", "教育部", "国务院", "新华社", "某某项目组", "《苔藓》编委会", "王氏公司"],
)  # fmt: skip
def test_bodies(text: str) -> None:
    name = parse_name(text)
    assert name is not None
    assert name.literal == text
    assert is_body(text)


def test_a_comma_within_one_name_divides_no_list() -> None:
    assert split_chinese_people("王, 小明;李红，张文会") == ["王, 小明", "李红", "张文会"]
    assert split_people("王, 小明;李红，张文会") == ["王, 小明", "李红", "张文会"]
    assert split_chinese_people("张文会 李红") == ["张文会", "李红"]


def test_newspapers_mark_their_reporters() -> None:
    name = read_person("■本报记者 王明").name
    assert name is not None
    assert (name.family, name.given) == ("王", "明")
