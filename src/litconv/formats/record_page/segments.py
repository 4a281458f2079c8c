"""Divides an input into pages and lists that belong to no page.

Every page has its title right before the line `被引:N`; that pair is the anchor. A page that was
cut above its 被引 line is told by 作者 when the page before has had its authors.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from litconv.formats.record_page import lines as page
from litconv.formats.record_page.lines import Line
from litconv.text.citation import parse_source


class Segment(NamedTuple):
    """Lines of one page, or of a list without a page (`is_page` False).

    `title` are the title's lines (mostly one), `head` stray lines above it, `body` the lines from
    被引 to the end; `announced` is the N of a `共 N 条` that stood above the title.
    """

    is_page: bool
    head: list[Line]
    title: list[Line]
    body: list[Line]
    announced: int | None = None


_ANCHOR_WINDOW = 4
_CITED_VALUE = re.compile(r"[\d,]*|-+")


def split_segments(lines: list[Line]) -> list[Segment]:
    """Give the segments of an input in order; lines before the first page are a list or nothing."""
    anchors = _anchors(lines) or _cut_at_the_top(lines)
    if not anchors:
        return [Segment(is_page=False, head=[], title=[], body=lines)] if lines else []
    segments: list[Segment] = []
    starts = [_header(lines, anchor, first=not n) for n, anchor in enumerate(anchors)]
    if before := lines[: starts[0].start]:
        segments.append(Segment(is_page=False, head=[], title=[], body=before))
    for n, (anchor, start) in enumerate(zip(anchors, starts, strict=True)):
        end = starts[n + 1].start if n + 1 < len(starts) else len(lines)
        segments.append(
            Segment(
                is_page=True,
                head=lines[start.start : start.title_start],
                title=lines[start.title_start : start.title_end],
                body=lines[anchor:end],
                announced=start.announced,
            )
        )
    return segments


def _anchors(lines: list[Line]) -> list[int]:
    anchors: list[int] = []
    seen: set[str] = set()
    for n, line in enumerate(lines):
        label = page.read_label(line)
        if label is None:
            continue
        if label.name == page.CITED and _starts_page(lines, n, label.value):
            anchors.append(n)
            seen = {page.CITED}
        elif label.name == page.AUTHORS and not (label.value and anchors):
            if not anchors or page.AUTHORS in seen:
                anchors.append(n)
            seen.add(page.AUTHORS)
        elif label.name == page.LIST and anchors:
            # Behind its list a page is over: a second 作者 there belongs to the next one.
            seen.add(page.AUTHORS)
    return anchors


_ENOUGH_LABELS = 2


def _cut_at_the_top(lines: list[Line]) -> list[int]:
    """Give the first label of a page that was copied without its title, 被引 and 作者."""
    labelled = [
        n
        for n, line in enumerate(lines)
        if (label := page.read_label(line)) and label.name in page.LABELS
    ]
    names = {label.name for n in labelled if (label := page.read_label(lines[n]))}
    return labelled[:1] if len(names - {page.LIST}) >= _ENOUGH_LABELS else []


def _starts_page(lines: list[Line], n: int, value: str) -> bool:
    """Say whether a 被引 line is the one under a title: a label follows soon, or the input ends.

    Without a number on its line, one must follow, or at once the next label.
    """
    if not _CITED_VALUE.fullmatch(value):
        return False
    following = lines[n + 1 : n + 1 + _ANCHOR_WINDOW]
    below = next((one for one in following if one.folded.strip("|: ")), None)
    if not value and below and not (_CITED_VALUE.fullmatch(below.folded) or page.read_label(below)):
        return False
    if len(following) < _ANCHOR_WINDOW:
        return True
    return any((label := page.read_label(one)) and label.known for one in following)


class _Header(NamedTuple):
    start: int
    title_start: int
    title_end: int
    announced: int | None


def _header(lines: list[Line], anchor: int, *, first: bool) -> _Header:
    """Find the title above the anchor, and how far up the page's own lines reach."""
    label = page.read_label(lines[anchor])
    if label is None or label.name not in (page.CITED, page.AUTHORS):
        # Cut at the top: what is left above the first label is no title, but perhaps an author.
        return _Header(0, anchor, anchor, None)
    end = anchor
    while end > 0 and page.is_separator(lines[end - 1]):
        end -= 1
    if end == 0 or not _can_be_title(lines[end - 1]):
        return _Header(anchor, anchor, anchor, None)
    start = end - 1
    while start > 0 and _continues(lines, start):
        start -= 1
    top, announced = start, None
    while top > 0:
        above = lines[top - 1]
        if (number := page.list_count(above)) is not None and announced is None:
            announced = number
        elif above.folded not in page.NAVIGATION and not (first and _is_stray(above)):
            break
        top -= 1
    return _Header(top, start, end, announced)


def _is_stray(line: Line) -> bool:
    """Say whether a line above the first title is no list entry, so that it belongs to the page."""
    return page.entry_start(line) is None and parse_source(line.text) is None


def _can_be_title(line: Line) -> bool:
    return (
        page.read_label(line) is None
        and page.list_count(line) is None
        and not page.is_empty_list(line)
        and page.entry_start(line) is None
        and parse_source(line.text) is None
    )


def _continues(lines: list[Line], start: int) -> bool:
    """Say whether the title was broken into two lines: the second goes on in mid-phrase."""
    above, line = lines[start - 1], lines[start]
    if line.number != above.number + 1 or not _can_be_title(above) or page.is_chrome(above):
        return False
    if start > 1 and page.entry_start(lines[start - 2]):
        # The line above is what a numbered entry says; the list before the page ends with it.
        return False
    return line.text[0].islower() or above.folded.endswith((",", ":", " -", " –", "-"))
