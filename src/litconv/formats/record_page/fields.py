"""The single-valued sections of a page: source line, classes, keywords, counts, pages."""

from __future__ import annotations

import re
from typing import NamedTuple

from litconv.formats.record_page.lines import Line
from litconv.model import Subject
from litconv.text.citation import parse_source
from litconv.text.pages import strip_zeros
from litconv.text.width import fold, join_lines, tidy


class Container(NamedTuple):
    """What a 来源 line states; `left` is the part that is none of these."""

    title: str
    year: int | None
    volume: str
    issue: str
    left: str


_YEAR = r"(?:1[5-9]|20)\d\d"
# Where the journal's name ends: at a `|`, or at the year that follows it.
_NAME_ENDS = re.compile(rf"\|\s*(?={_YEAR}|第|[^|年]{{0,12}}[年卷期])|[\s,/]+(?={_YEAR} ?年)")
_PARTS = (
    ("year", re.compile(rf"(?P<year>{_YEAR})(?: ?年|(?=\s*(?:[/|,]|$)))")),
    ("volume", re.compile(r"第? ?(?P<volume>[^\s/|,年期卷第][^/|,年期卷第]*?) ?卷")),
    # 总第45期 counts from the journal's beginning; it is not the issue of the year.
    ("issue", re.compile(r"(?<!总)第? ?(?P<issue>[^\s/|,年期卷第总][^/|,年期卷第总]*?) ?期")),
)
_DIGITS_AND_MORE = re.compile(r"\d{3}|[|/]\s*[年卷期]")
_LONGEST_CONTAINER = 1000


def read_container(lines: list[Line]) -> Container | None:
    """Read `JOURNAL | 1971年 / 8卷 / 02期`, on one line or on several; None for no text."""
    text = join_lines([line.text for line in lines])
    if not text.strip(" |｜/") or len(text) > _LONGEST_CONTAINER:
        return None
    folded = fold(text)
    end = _NAME_ENDS.search(folded)
    title = text[: end.start()] if end else text
    tail = folded[end.end() :] if end else ""
    found = dict.fromkeys(("year", "volume", "issue"), "")
    for name, pattern in _PARTS:
        if match := pattern.search(tail):
            found[name] = match[name]
            tail = f"{tail[: match.start()]}|{tail[match.end() :]}"
    if not any(found.values()) and (citation := parse_source(text)):
        return Container(
            citation.container,
            citation.year,
            citation.volume,
            citation.issue,
            citation.pages.raw or citation.left,
        )
    if not found["year"] and _DIGITS_AND_MORE.search(folded):
        tail = text  # a year, volume or issue in no known form: kept whole beside the title
    return Container(
        title.strip(" |｜/,，"),
        int(found["year"]) if found["year"] else None,
        strip_zeros(found["volume"]),
        strip_zeros(found["issue"]),
        " ".join(re.sub(r"[|/,]", " ", tail).split()),
    )


def read_keywords(lines: list[Line]) -> tuple[str, ...]:
    """Read `a; b; c;` on one line, or one keyword a line, with or without a `;` at its end."""
    folded = join_lines([line.folded for line in lines])
    separator = r"[;；]" if ";" in folded else r"\n"
    text = (
        join_lines([line.text for line in lines])
        if separator != r"\n"
        else "\n".join(line.text for line in lines)
    )
    found = (tidy(part).strip(" ,，") for part in re.split(separator, text))
    return tuple(dict.fromkeys(part for part in found if part))


# Where a bracket was never closed, the next class tells that the one before it has ended.
_NEXT_CLASS = re.compile(r"; ?[A-Z]\S{0,20} ?\[|; ?$")
_OPENING, _CLOSING = "[(", "])"


def read_subjects(lines: list[Line], scheme: str) -> tuple[tuple[Subject, ...], list[str]]:
    """Read `B849 [应用心理学];` or `070304 ; 081704 ;`: subjects, and the parts that are none.

    The label inside the brackets may hold brackets and commas itself.
    """
    subjects, left = [], []
    for part in _split_outside_brackets(join_lines([line.text for line in lines])):
        match = _SUBJECT.fullmatch(fold(part))
        if match:
            label = part[match.start("label") : match.end("label")] if match["label"] else ""
            subjects.append(Subject(scheme=scheme, code=match["code"], label=tidy(label)))
        else:
            left.append(part)
    return tuple(dict.fromkeys(subjects)), left


_SUBJECT = re.compile(
    r"(?P<code>[A-Z]{1,2}[\dA-Z./\-+:=()\"<>]*|\d[\dA-Z.\-]*)\s*(?:\[(?P<label>.*?)\]?)?"
)


def _split_outside_brackets(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    folded = fold(text)
    for n, sign in enumerate(folded):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign == ";" and (not depth or _NEXT_CLASS.match(folded, n)):
            parts.append(text[start:n])
            start, depth = n + 1, 0
    return [part.strip() for part in [*parts, text[start:]] if part.strip()]


def read_count(text: str) -> int | None:
    """Read `353` or `1,204`; None for anything else."""
    digits = fold(text).replace(",", "").strip()
    return int(digits) if re.fullmatch(r"\d{1,9}", digits) else None
