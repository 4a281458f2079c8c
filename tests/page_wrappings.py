"""Prints an invented paper as a record page in each of the four wrappings.

The order of lines, labels, blanks and punctuation are those counted on real pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import page_words as words
from page_lists import print_list
from page_noise import Noise
from page_truth import Paper, Person

BUTTONS = ("引用", "收藏")
ONE_LINERS = ("D O I", "中图分类号", "学科分类号", "摘要", "来源", "关键词")


def print_page(paper: Paper, wrapping: str, noise: Noise) -> list[str]:
    """Give the lines of the page in that wrapping."""
    lines = list(_PRINTERS[wrapping](paper, noise))
    if noise.navigation and wrapping != "navigation":
        lines = [*words.NAVIGATION, *lines]
    if wrapping == "hover" and not (paper.abstract and paper.affiliations):
        return lines  # the abstract has no label there: nothing tells a footer from it
    return [*lines, *noise.footer]


def _flat(paper: Paper, noise: Noise) -> Iterator[str]:
    yield paper.title
    if not noise.no_blank_line:
        yield ""
    if paper.times_cited is not None or noise.rng.random() < 0.5:
        yield _cited(paper, noise)
    if noise.rng.random() < 0.3:
        yield "|"
    yield from ("作者" + noise.colon()).split("\n")
    for one in paper.authors:
        yield one.printed + _mark_on_line(one, noise)
    yield from ("机构" + noise.colon()).split("\n")
    yield from _numbered(paper, noise)
    for label, value in _labelled(paper, noise, one_line=True):
        glue = noise.glued and value and label in ONE_LINERS
        if glue:
            yield label + noise.widen(":") + noise.rng.choice(("", " ")) + value[0]
        else:
            yield from (label + noise.colon()).split("\n")
        yield from value[1:] if glue else value
    yield from () if noise.no_buttons else BUTTONS
    yield from _pages(paper, noise)
    yield from _under_label(paper, noise)


def _hover(paper: Paper, noise: Noise) -> Iterator[str]:
    yield paper.title
    yield _cited(paper, noise)
    yield "|"
    yield "作者" + noise.widen(":")
    first = paper.affiliations[0] if paper.affiliations else ""
    for one in paper.authors:
        own = paper.affiliations[one.marks[0] - 1] if one.marks else first
        yield from (one.printed, "论文数: 0引用数: 0", "h-index: 0", "机构" + noise.widen(":"))
        if first:
            yield own + first
        yield one.printed
        yield from _mark_on_lines(one, noise)
    yield "机构" + noise.widen(":")
    yield from _numbered(paper, noise)
    if paper.abstract and paper.affiliations:
        yield _abstract(paper)


def _colon(paper: Paper, noise: Noise) -> Iterator[str]:
    colon = (" " if noise.spaced_colon else "") + noise.widen(":")
    yield "共 50 条"
    yield paper.title
    yield _cited(paper, noise)
    yield "|作者" + colon
    for one in paper.authors:
        yield one.printed
        yield from _mark_on_lines(one, noise)
    yield "机构" + colon
    yield from _numbered(paper, noise)
    for label, value in _labelled(paper, noise, one_line=False):
        glue = noise.glued and len(value) == 1 and label in ONE_LINERS
        yield label + colon + (" " + value[0] if glue else "")
        yield from () if glue else value
    yield from () if noise.no_buttons else BUTTONS
    if paper.count is not None:
        yield f"页数{noise.widen(':')}{paper.count}"
    yield "相关论文"
    yield from print_list(paper.works, noise, count=False) if paper.works else ()


def _navigation(paper: Paper, noise: Noise) -> Iterator[str]:
    colon = noise.widen(":")
    yield from words.NAVIGATION
    yield paper.title
    yield _cited(paper, noise)
    yield from ("作者", colon)
    marked = any(one.marks for one in paper.authors)
    for index, one in enumerate(paper.authors):
        yield one.printed
        if index == 0 or noise.rng.random() < 0.4:
            yield from (f"论文数{colon}", "0", f"引用数{colon}", "0", f"h-index{colon}", "0")
            yield f"机构{colon}"
            own = one.marks[0] - 1 if one.marks else 0
            yield from paper.affiliations[own : own + 1]
            yield one.printed
            if not marked:
                yield from (f"论文数{colon}", f"引用数{colon}", f"h-index{colon}", f"机构{colon}")
        yield from _mark_on_lines(one, noise)
    yield from ("机构", colon)
    for number, text in enumerate(paper.affiliations, 1):
        yield from (noise.widen(f"[{number}]"), text)
    for label, value in _labelled(paper, noise, one_line=False):
        yield from (label, colon, *value)
    yield from () if noise.no_buttons else BUTTONS
    yield from _pages(paper, noise)
    yield from _under_label(paper, noise, twice=noise.rng.random() < 0.5)


_PRINTERS = {"flat": _flat, "hover": _hover, "colon": _colon, "navigation": _navigation}


def _cited(paper: Paper, noise: Noise) -> str:
    count = "" if paper.times_cited is None else paper.times_cited
    return f"被引{noise.widen(':')}{' ' if noise.spaced_colon else ''}{count}"


def _mark_on_line(one: Person, noise: Noise) -> str:
    if not one.marks:
        return ""
    numbers = noise.between_marks.join(str(number) for number in one.marks)
    return noise.widen(noise.marks.format(numbers))


def _mark_on_lines(one: Person, noise: Noise) -> Iterator[str]:
    if one.marks:
        yield noise.widen(f"[{one.marks[0]}")
        yield from (noise.widen(f",{number}") for number in one.marks[1:])
        yield noise.widen("]")


def _numbered(paper: Paper, noise: Noise) -> Iterator[str]:
    for number, text in enumerate(paper.affiliations, 1):
        yield noise.widen(f"[{number}]") + ("" if noise.tight_numbers else " ") + text


def _abstract(paper: Paper) -> str:
    return f"{paper.abstract} {paper.copyright}".strip()


def _labelled(paper: Paper, noise: Noise, *, one_line: bool) -> Iterator[tuple[str, list[str]]]:
    """Give the labels between 机构 and 页码 with the lines of their values."""
    if paper.source.journal:
        yield "来源", _appeared(paper, noise, one_line=one_line and noise.rng.random() < 0.7)
    semicolon = noise.widen(";")
    end = noise.rng.choice((semicolon, semicolon, ""))
    keywords = [f"{one}{semicolon}" for one in paper.keywords]
    if one_line and keywords:
        keywords = [" ".join(keywords).removesuffix(semicolon) + end]
    yield "关键词", keywords
    doi = f"{noise.doi_lead}{paper.doi}" if paper.doi else ""
    nothing = ["暂无"] if noise.rng.random() < 0.5 else []
    yield "DOI" if noise.plain_doi else "D O I", [doi] if doi else nothing
    classes = [
        noise.widen("[").join((f"{code} ", label)) + noise.widen("]") if label else code
        for code, label in paper.classes
    ]
    yield "中图分类号", _joined([f"{one}{semicolon}" for one in classes], one_line=one_line)
    disciplines = [f"{code} {semicolon}" for code in paper.disciplines]
    yield "学科分类号", _joined(disciplines, one_line=True)
    yield from ((label, [value]) for label, value in paper.extra)
    abstract = [_abstract(paper)] if paper.abstract else []
    if noise.paragraphs and abstract:
        abstract = re.split(r"(?<=more\.) (?=[A-Z])", abstract[0])
    yield "摘要", abstract


def _joined(values: list[str], *, one_line: bool) -> list[str]:
    return [" ".join(values)] if values and one_line else values


def _appeared(paper: Paper, noise: Noise, *, one_line: bool) -> list[str]:
    source, bar = paper.source, noise.widen("|")
    parts = [f"{source.year}年"]
    parts += [f"/ {source.volume}卷"] if source.volume else []
    parts += [f"/ {source.issue_printed}期"] if source.issue_printed else []
    return (
        [f"{source.journal} {bar} {' '.join(parts)}"] if one_line else [source.journal, bar, *parts]
    )


def _pages(paper: Paper, noise: Noise) -> Iterator[str]:
    colon = noise.widen(":")
    if paper.source.first:
        between = noise.page_dash if paper.source.last else " / "
        yield f"页码{colon}{paper.source.first}{between}{paper.source.end}"
    if paper.count is not None:
        yield f"页数{colon}{paper.count}"
    elif paper.source.end == "+":
        yield f"页数{colon}1"


def _under_label(paper: Paper, noise: Noise, *, twice: bool = False) -> Iterator[str]:
    yield "相关论文"
    if not paper.works:
        empty: Sequence[str] = noise.rng.choice((("empty", "未找到相关数据"), ()))
        yield from empty
        return
    lines = list(print_list(paper.works, noise))
    yield from lines
    if twice:
        yield from ("←", "1", "→", *lines, "←", "1", "→")
