"""What the exports of Chinese databases have in common."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Role
from litconv.reading import chinese
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.serials import national_number


def draft() -> Draft:
    return Draft("noteexpress", "x.net", 1, Diagnostics())


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("王小明 主编", [(Role.EDITOR, "小明")]),
        ("王小明 李小红 主编", [(Role.AUTHOR, "小明"), (Role.EDITOR, "小红")]),
        ("本报记者 王小明", [(Role.AUTHOR, "小明")]),
        ("本报记者 王小明 通讯员 李小红", [(Role.AUTHOR, "小明"), (Role.AUTHOR, "小红")]),
        ("王明(译);李红", [(Role.TRANSLATOR, "明"), (Role.AUTHOR, "红")]),
    ],
)
def test_people_with_roles(value: str, people: list[tuple[Role, str]]) -> None:
    one = draft()
    chinese.add_people(one, Role.AUTHOR, Item("Author", value))
    assert [(person.role, person.name.given) for person in one.people] == people


def test_others() -> None:
    one = draft()
    chinese.add_people(one, Role.AUTHOR, Item("Author", "王明;李红等编;等"))
    assert [raw.tag for raw in one.extra] == ["editor-others", "author-others"]


@pytest.mark.parametrize(
    ("value", "bodies"),
    [
        ("青山大学;河谷研究所;", ["青山大学", "河谷研究所"]),
        ("1.青山大学 研究部；2.河谷研究所", ["青山大学 研究部", "河谷研究所"]),
        ("[1]青山大学\n[2]河谷研究所", ["青山大学", "河谷研究所"]),
        ("青山\n大学", ["青山大学"]),
        ("青山大学;青山大学", ["青山大学"]),
        ("241000 青山市", ["241000 青山市"]),
    ],
)
def test_affiliations(value: str, bodies: list[str]) -> None:
    one = draft()
    chinese.add_affiliations(one, Item("Author Address", value))
    assert one.affiliations == bodies


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<正>苔", "苔"),
        ("Abstract(#br)Moss(#br)Fern", "Moss Fern"),
        ("摘要：苔", "苔"),
        ("【摘要】苔", "苔"),
        ("Abstract art of moss", "Abstract art of moss"),
        ("摘要法研究", "摘要法研究"),
        ("苔<br/>蕨", "苔蕨"),
    ],
)
def test_abstracts(value: str, text: str) -> None:
    assert chinese.abstract_text(value) == text


@pytest.mark.parametrize(
    ("value", "number"), [("42-1112/C", "42-1112/C"), ("CN 11-0099", "11-0099"), ("2018-09", "")]
)
def test_serial_numbers(value: str, number: str) -> None:
    assert national_number(value) == number


def test_classes() -> None:
    one = draft()
    chinese.add_classes(one, Item("CLC", "F830;TP391.4 [模式识别];苔"))
    assert [(subject.code, subject.label) for subject in one.subjects] == [
        ("F830", ""),
        ("TP391.4", "模式识别"),
    ]
    assert [raw.value for raw in one.extra] == ["苔"]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("第2期", "2"),
        ("12卷", "12"),
        ("第 3 卷", "3"),
        ("02", "02"),
        ("增刊1", "增刊1"),
        ("1-2期", "1-2"),
    ],
)
def test_volumes_and_issues(value: str, part: str) -> None:
    assert chinese.serial_part(value) == part


@pytest.mark.parametrize(
    ("value", "pages"),
    [
        ("26-29,共4页", "26-29"),
        ("26-29，共4页", "26-29"),
        ("26-29 (4页)", "26-29"),
        ("P26-29", "26-29"),
        ("187-188,195", "187-188,195"),
        ("A01", "A01"),
    ],
)
def test_pages(value: str, pages: str) -> None:
    assert chinese.page_text(value) == pages


def test_a_long_run_of_marks_is_no_page_count() -> None:
    text = "; " * 100_000
    assert chinese.page_text(text) == text.strip()
