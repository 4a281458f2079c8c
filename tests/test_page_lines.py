"""Single lines of record pages: labels, entries, counts, what a browser adds."""

from __future__ import annotations

import pytest

from litconv.formats.record_page.lines import (
    entry_start,
    is_chrome,
    list_count,
    read_label,
    significant_lines,
)
from litconv.source import Source


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("作者", "作者", ""),
        ("作者:", "作者", ""),
        ("作 者 ：", "作者", ""),
        ("|作者:", "作者", ""),
        ("被引:353", "被引", "353"),
        ("被引：353", "被引", "353"),
        ("被引频次: 12", "被引", "12"),
        ("被引 12次", "被引", "12"),
        ("D O I", "D O I", ""),
        ("DOI: 10.1234/x", "D O I", "10.1234/x"),
        ("参考文献", "相关论文", ""),
        ("ISSN:1234-5679", "ISSN", "1234-5679"),
        ("某某栏目:值", "某某栏目", "值"),
    ],
)
def test_labels(text: str, label: str, value: str) -> None:
    (line,) = significant_lines(Source("p", text))
    found = read_label(line)
    assert found
    assert (found.name, found.value) == (label, value)


@pytest.mark.parametrize(
    "text",
    [
        "作者 王小明",
        "Alder, QZ",
        "某某栏目",
        "DOI 10.1234/x",
        "一个很长的不可能是标签的句子:值",
        "h-index: 0",
    ],
)
def test_lines_that_are_no_labels(text: str) -> None:
    (line,) = significant_lines(Source("p", text))
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("text", "number", "rest", "bullet"),
    [
        ("  • [21] A title", "21", "A title", True),
        ("- [3] A TITLE", "3", "A TITLE", True),
        ("[3]   A TITLE [J].", "3", "A TITLE [J].", False),
        ("[1]", "1", "", False),
        ("［２］ 标题", "2", "标题", False),
        ("• A title", "", "A title", True),
    ],
)
def test_entries(text: str, number: str, rest: str, bullet: bool) -> None:  # noqa: FBT001 - a column
    (line,) = significant_lines(Source("p", text))
    assert entry_start(line) == (number, rest, bullet)


@pytest.mark.parametrize("text", ["A title", "[J] A title", "1. A title", "[12345] x", "-"])
def test_lines_that_start_no_entry(text: str) -> None:
    (line,) = significant_lines(Source("p", text))
    assert entry_start(line) is None


@pytest.mark.parametrize(
    ("text", "count"), [("共 50 条", 50), ("共50条", 50), ("共　２　条", 2), ("共同的条件", None)]
)
def test_counts(text: str, count: int | None) -> None:
    (line,) = significant_lines(Source("p", text))
    assert list_count(line) == count


@pytest.mark.parametrize(
    "text", ["立即登录", "←", "1", "→", "|", ":", "Copyright © 2020 Example Site"]
)
def test_chrome(text: str) -> None:
    (line,) = significant_lines(Source("p", text))
    assert is_chrome(line)


@pytest.mark.parametrize(
    "text", ["An invented title", "Alder, QZ", "1 / 9", "2015", "学术期刊的研究"]
)
def test_no_chrome(text: str) -> None:
    (line,) = significant_lines(Source("p", text))
    assert not is_chrome(line)


def test_lines_know_their_places_and_lose_what_html_left() -> None:
    text = "\n \u3000 <div>A &amp; B<br/>C</div>\n> quoted\n\u200bx\u00a0y\nT<sub>2</sub> cells\n"
    lines = significant_lines(Source("p", text))
    assert [one.text for one in lines] == ["A & B", "C", "quoted", "x y", "T<sub>2</sub> cells"]
    assert [(one.number, one.column) for one in lines[:3]] == [(2, 9), (2, 23), (3, 3)]
