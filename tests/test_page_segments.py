"""Where pages begin, where their sections do, and what only looks as if it did."""

from __future__ import annotations

import pytest

from litconv.formats.record_page.lines import significant_lines
from litconv.formats.record_page.sections import split_sections
from litconv.formats.record_page.segments import split_segments
from litconv.source import Source


def segments(text: str) -> list[tuple[bool, str, str]]:
    """Give for each segment whether it is a page, its title, and the first line of its body."""
    return [
        (one.is_page, " ".join(line.text for line in one.title), one.body[0].text)
        for one in split_segments(significant_lines(Source("p", text)))
    ]


def sections(text: str) -> list[tuple[str, list[str]]]:
    return [
        (one.name, [line.text for line in one.value])
        for one in split_sections(significant_lines(Source("p", text)))
    ]


PAGE = "An invented title\n\n被引:3\n作者\nAlder, QZ\n机构\n页码:1 / 9\n"
LIST = "相关论文\n共 1 条\n  • [1] A neighbour\n  Birch, Q\n  REVIEW, 2015, 38 (04) : 6 - 8\n"
FIRST = (True, "An invented title", "被引:3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(PAGE, [FIRST], id="flat"),
        pytest.param(PAGE.replace("\n\n", "\n"), [FIRST], id="no blank line"),
        pytest.param(PAGE.replace("被引:3", "被引:3\n|"), [FIRST], id="bar below"),
        pytest.param(PAGE.replace("被引:3", "|\n被引:3"), [FIRST], id="bar above"),
        pytest.param("共 50 条\n" + PAGE, [FIRST], id="count before the title"),
        pytest.param(
            "学术探索\n学术期刊\n新闻热点\n数据分析\n智能评审\n立即登录\n" + PAGE,
            [FIRST],
            id="navigation",
        ),
        pytest.param(
            PAGE.replace("被引:3", "被引\n:\n3"), [(True, "An invented title", "被引")], id="colon"
        ),
        pytest.param(
            PAGE.replace("被引:3", "被引：３"), [(True, "An invented title", "被引：３")], id="wide"
        ),
        pytest.param(
            PAGE + LIST + PAGE.replace("An", "One more"),
            [FIRST, (True, "One more invented title", "被引:3")],
            id="two pages",
        ),
        pytest.param(
            PAGE + PAGE.replace("An", "One more"),
            [FIRST, (True, "One more invented title", "被引:3")],
            id="two pages without a list",
        ),
        pytest.param(
            PAGE + LIST + "立即登录\n" + PAGE, [FIRST, FIRST], id="navigation between pages"
        ),
        pytest.param(LIST, [(False, "", "相关论文")], id="list alone"),
        pytest.param(LIST + PAGE, [(False, "", "相关论文"), FIRST], id="list before a page"),
        pytest.param("被引:3\n作者\nAlder, QZ\n", [(True, "", "被引:3")], id="no title"),
        pytest.param(
            PAGE.replace("An invented", "A long, invented\nand broken"),
            [(True, "A long, invented and broken title", "被引:3")],
            id="title of two lines",
        ),
        pytest.param(
            PAGE.replace("被引:3\n", ""), [(True, "An invented title", "作者")], id="not cited"
        ),
    ],
)
def test_where_pages_begin(text: str, expected: list[tuple[bool, str, str]]) -> None:
    assert segments(text) == expected


def test_the_count_above_the_title_is_the_pages_own() -> None:
    (one,) = split_segments(significant_lines(Source("p", "共 50 条\n" + PAGE)))
    assert one.announced == 50


def test_an_abstract_that_begins_a_line_with_a_label_starts_no_page() -> None:
    text = PAGE.replace("页码", "摘要\nIt counts\n被引\nand other things.\nAnd so on.\n页码")
    assert segments(text) == [FIRST]


# --------------------------------------------------------------------------------------- sections


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "被引:3\n作者\nAlder, QZ\n", [("被引", ["3"]), ("作者", ["Alder, QZ"])], id="flat"
        ),
        pytest.param(
            "关键词\nD O I\n10.1234/x\n", [("关键词", []), ("D O I", ["10.1234/x"])], id="empty"
        ),
        pytest.param("关键词:\na;\nb;\n", [("关键词", ["a;", "b;"])], id="one a line"),
        pytest.param("D O I\n:\n10.1234/x\n", [("D O I", ["10.1234/x"])], id="colon alone"),
        pytest.param("|作者:\nAlder, QZ\n", [("作者", ["Alder, QZ"])], id="glued bar"),
        pytest.param("DOI：10.1234/x\n", [("D O I", ["10.1234/x"])], id="wide colon"),
        pytest.param("D O I\n暂无\n", [("D O I", [])], id="the site has none"),
        pytest.param(
            "摘要\nSome prose.\n引用\n收藏\n页码:1 / 9\n",
            [("摘要", ["Some prose."]), ("引用", []), ("收藏", []), ("页码", ["1 / 9"])],
            id="buttons",
        ),
        pytest.param(
            "摘要\nWhat is meant by\n引用\nis told here, with D O I and more.\n引用\n收藏\n",
            [
                ("摘要", ["What is meant by", "引用", "is told here, with D O I and more."]),
                ("引用", []),
                ("收藏", []),
            ],
            id="label word inside the abstract",
        ),
        pytest.param(
            "摘要\n引用: a word that also begins the abstract\n引用\n收藏\n",
            [
                ("摘要", ["引用: a word that also begins the abstract"]),
                ("引用", []),
                ("收藏", []),
            ],
            id="abstract that begins with a label",
        ),
        pytest.param(
            "作者:\nAlder, QZ\n论文数: 0引用数: 0\nh-index: 0\n机构:\nXx Univ\nAlder, QZ\n[1\n]\n"
            "机构:\n[1] Xx Univ\n",
            [
                (
                    "作者",
                    [
                        "Alder, QZ", "论文数: 0引用数: 0", "h-index: 0", "机构:", "Xx Univ",
                        "Alder, QZ", "[1", "]",
                    ],
                ),
                ("机构", ["[1] Xx Univ"]),
            ],
            id="card",
        ),
        pytest.param(
            "作者\n:\nAlder, QZ\n论文数:\n0\n引用数:\n0\nh-index:\n0\n机构\n:\nXx Univ\nAlder, QZ\n"
            "[1\n]\n机构\n:\n[1]\nXx Univ\n",
            [
                (
                    "作者",
                    [
                        "Alder, QZ", "论文数:", "0", "引用数:", "0", "h-index:", "0", "机构",
                        "Xx Univ", "Alder, QZ", "[1", "]",
                    ],
                ),
                ("机构", ["[1]", "Xx Univ"]),
            ],
            id="card, fully split",
        ),
        pytest.param(
            "页数:4\n相关论文\n共 2 条\n[1] x\n作者\n共 2 条\n",
            [("页数", ["4"]), ("相关论文", ["共 2 条", "[1] x", "作者", "共 2 条"])],
            id="all after the list's label is the list",
        ),
        pytest.param(
            "页数:4\n共 2 条\n[1] x\n",
            [("页数", ["4"]), ("相关论文", ["共 2 条", "[1] x"])],
            id="list without its label",
        ),
        pytest.param(
            "基金:某虚构基金\n页码:1\n", [("基金", ["某虚构基金"]), ("页码", ["1"])], id="unknown"
        ),
    ],
)  # fmt: skip
def test_sections(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sections(text) == expected


# ----------------------------------------------------------------------------------- pasted pages


@pytest.mark.parametrize(
    "pattern", ["{}. {}", "{}: {}", "{:>6}\t{}", "{} {}", "{}、{}", "{}.{}"], ids=repr
)
def test_line_numbers_are_no_text(pattern: str) -> None:
    lines = (PAGE + LIST).splitlines()
    filled = [line for line in lines if line]
    for kept in (lines, filled):  # the numbers of editors count blank lines, those of lists do not
        numbered = "\n".join(pattern.format(n, line).rstrip() for n, line in enumerate(kept, 7))
        found = significant_lines(Source("p", numbered))
        assert [one.text for one in found] == [line.strip() for line in filled]
        assert found[0].column == len(pattern.format(7, "")) + 1
    cut = "\n".join(pattern.format(n, line) for n, line in enumerate(filled, 98))
    cut = cut[: cut.rindex("\n") + 2]  # inside the last number, as the head of a file ends
    assert segments(cut)[0][1] == "An invented title"


@pytest.mark.parametrize(
    "text",
    [
        "1. Alder\n2. Birch\n3. Cedar\nDogwood\n5. Elm\n6. Fir\n",  # one line has none
        "1. Alder\n2. Birch\n4. Cedar\n5. Dogwood\n6. Elm\n7. Fir\n",  # one is left out
        "1999. Alder\n2000. Birch\n",  # too few to be sure
    ],
)
def test_numbers_that_are_no_line_numbers_stay(text: str) -> None:
    found = significant_lines(Source("p", text))
    assert [one.text for one in found] == text.splitlines()


def test_a_tab_behind_a_label_is_a_colon() -> None:
    rows = (
        "An invented title\n被引\t3\n作者\tAlder, QZ\nD O I \t 10.9999/x\n 页码\t1 / 9\n某栏\t值\n"
    )
    assert segments(rows) == [(True, "An invented title", "被引:3")]
    assert sections("\n".join(rows.splitlines()[1:5])) == [
        ("被引", ["3"]),
        ("作者", ["Alder, QZ"]),
        ("D O I", ["10.9999/x"]),
        ("页码", ["1 / 9"]),
    ]
    *_, value, odd = significant_lines(Source("p", rows))
    assert (value.text, value.column) == ("页码:1 / 9", 2)
    assert odd.text == "某栏 值"  # nobody knows this label


SOURCE = "  REVIEW, 2015, 38 (04) : 336 - 341"


@pytest.mark.parametrize(
    ("end", "title"),
    [
        (SOURCE, "An invented title"),
        (SOURCE, "一个虚构的题名"),
        ("  REVIEW, 2015, 38 : 6 - 8", "Émile in the wood"),
        ("页数:23", "An invented title"),
        ("页码：1 / 9", "Das Erfundene"),
    ],
)
def test_pages_that_were_joined_without_a_line_break(end: str, title: str) -> None:
    second = PAGE.replace("An invented title", title)
    found = significant_lines(Source("p", f"{PAGE}{LIST}{end}{second}"))
    place = max(n for n, one in enumerate(found) if one.text == title)
    assert found[place - 1].text == end.strip()
    assert found[place].column == len(end) + 1
    assert [one[1] for one in segments(f"{PAGE}{LIST}{end}{second}")] == [
        "An invented title",
        title,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "页数:232D materials",  # 23 pages and 2D, or 232 pages and D
        "页数:8页",
        "REVIEW, 2015, 38 (04) : 336 - 341 and more",
        "A title with a year, 2015, and what is cited",
    ],
)
def test_a_line_above_the_citations_that_is_not_certainly_two(line: str) -> None:
    found = significant_lines(Source("p", f"Above\n{line}\n被引:3\n作者\n"))
    assert found[1].text == line
