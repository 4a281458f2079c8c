"""Names with roles, countries and dynasties, as Chinese sources print them."""

from __future__ import annotations

import pytest

from litconv.model import Name, Role
from litconv.text.chinese.people import Person, read_person


@pytest.mark.parametrize(
    ("text", "family", "given", "role"),
    [
        ("王明", "王", "明", None),
        ("王 明", "王", "明", None),
        ("欧阳明", "欧阳", "明", None),
        ("欧阳小明", "欧阳", "小明", None),
        ("司马明", "司马", "明", None),
        ("王明(译)", "王", "明", Role.TRANSLATOR),
        ("王明（译）", "王", "明", Role.TRANSLATOR),
        ("王明 译", "王", "明", Role.TRANSLATOR),
        ("王明，译", "王", "明", Role.TRANSLATOR),
        ("王明主编", "王", "明", Role.EDITOR),
        ("王小明主编", "王", "小明", Role.EDITOR),
        ("王小明编", "王", "小明", Role.EDITOR),
        ("欧阳小明译", "欧阳", "小明", Role.TRANSLATOR),
        ("王明编著", "王", "明", Role.AUTHOR),
        ("[清]王小明", "王", "小明", None),
        ("（明）王明", "王", "明", None),
        ("本报记者 王小明", "王", "小明", None),
        ("新华社记者 王明", "王", "明", None),
    ],
)
def test_names_in_parts(text: str, family: str, given: str, role: Role | None) -> None:
    person = read_person(text)
    assert person.name is not None
    assert (person.name.family, person.name.given, person.role) == (family, given, role)


@pytest.mark.parametrize(
    ("text", "literal", "role"),
    [
        ("买买提·吐尔逊", "买买提·吐尔逊", None),
        ("[美]史密斯", "史密斯", None),
        ("[美]史密斯著", "史密斯", Role.AUTHOR),
        ("（英）约翰·艾德", "约翰·艾德", None),
        ("蕨类课题组", "蕨类课题组", None),
        ("青山研究院", "青山研究院", None),
        ("《蕨》编委会", "《蕨》编委会", None),
        ("青山市统计局编", "青山市统计局", Role.EDITOR),
        ("本报评论员", "本报评论员", None),
    ],
)
def test_names_that_stay_whole(text: str, literal: str, role: Role | None) -> None:
    person = read_person(text)
    assert person.name is not None
    assert (person.name.literal, person.role) == (literal, role)


def test_a_name_of_three_characters_may_end_like_a_role() -> None:
    assert read_person("李明译") == Person(Name(family="李", given="明译"))


@pytest.mark.parametrize("text", ["王明等主编", "王明等编", "王明 等编", "王明(等编)"])
def test_others_behind_a_role(text: str) -> None:
    person = read_person(text)
    assert person.name is not None
    assert (person.name.given, person.role, person.others) == ("明", Role.EDITOR, True)


def test_others_behind_a_name() -> None:
    assert read_person("王明等").others
    assert not read_person("王明").others


def test_what_was_cut_stays_in_original() -> None:
    name = read_person("王明主编").name
    assert name is not None
    assert name.original == "王明主编"
