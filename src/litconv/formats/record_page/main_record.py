"""The record that a page is about: each label's value to its field of the model."""

from __future__ import annotations

import re

import msgspec

from litconv.formats.record_page import authors, fields
from litconv.formats.record_page import identifiers as numbers
from litconv.formats.record_page import lines as page
from litconv.formats.record_page.content import Content
from litconv.formats.record_page.lines import Line
from litconv.formats.record_page.listing import NAME
from litconv.formats.record_page.sections import cut_chrome
from litconv.model import (
    Contributor,
    Date,
    ItemType,
    Origin,
    Pages,
    PartialDate,
    Record,
    Subject,
)
from litconv.text.names import is_body
from litconv.text.pages import goes_on, parse_pages
from litconv.text.width import fold, join_lines, tidy

_PUBLISHER_LABELS = ("出版社", "出版者")
_DATE_LABELS = ("出版年", "年份", "出版日期", "出版时间", "发表时间")
_TAKEN = (*page.LABELS, *numbers.LABELS)
# Labels of the pages that print their abstract without one have none of these.
_BEFORE_ABSTRACT = {page.KEYWORDS, page.DOI, page.CLC, page.DISCIPLINE, page.ABSTRACT}
_PROSE = 60


def read_record(content: Content, relations: tuple[Record, ...]) -> Record:
    """Read the main record of a page; what it does not state stays empty."""
    affiliations, tail = authors.read_affiliations(
        content.lines(page.AFFILIATIONS),
        unlabelled_tail=not _BEFORE_ABSTRACT & content.labels,
    )
    container = _container(content)
    contributors = _contributors(content, affiliations)
    pages = _with_count(content, _pages(content))
    times_cited = _times_cited(content)
    abstract = content.text(page.ABSTRACT) or _unlabelled_abstract(content, tail)
    subjects = (
        *_subjects(content, page.CLC, "clc"),
        *_subjects(content, page.DISCIPLINE, "discipline"),
    )
    identifiers = numbers.read_identifiers(content)
    keywords = fields.read_keywords(content.lines(page.KEYWORDS))
    publisher = next((one for one in _PUBLISHER_LABELS if content.text(one)), "")
    issued, dated = _issued(content, container)
    content.keep_the_rest(frozenset((*_TAKEN, publisher, dated)))
    return Record(
        type=ItemType.ARTICLE_JOURNAL,
        title=content.title,
        contributors=contributors,
        affiliations=tuple(affiliations.values()),
        container_title=container.title if container else "",
        publisher=tidy(content.text(publisher)),
        issued=issued,
        volume=container.volume if container else "",
        issue=container.issue if container else "",
        pages=pages,
        identifiers=identifiers,
        abstract=abstract,
        keywords=keywords,
        subjects=subjects,
        times_cited=times_cited,
        relations=relations,
        extra=tuple(content.extra),
        origin=Origin(format=NAME, span=content.span),
    )


def _contributors(content: Content, affiliations: dict[str, str]) -> tuple[Contributor, ...]:
    found = []
    read = authors.read_authors(content.lines(page.AUTHORS))
    for author in read:
        name = authors.read_name(author.name)
        span = page.span(content.source, author.line)
        if name is None:
            content.keep(page.AUTHORS, author.name, span)
            message = "a line under 作者 names no person; kept as an extra field"
            content.report("name-not-split", message, span)
            continue
        if name.literal and not is_body(name.literal):
            content.report("name-not-split", f"the name {name.literal} is kept whole", span)
        name, unknown = authors.link(author, name, affiliations)
        if unknown:
            marks = ", ".join(unknown)
            message = f"{author.name} is marked [{marks}], which the page does not list"
            content.report("unknown-affiliation", message, span)
        found.append(Contributor(name=name))
    linked = any(person.name.affiliations for person in found)
    if affiliations and found and not linked and not any(one.markers for one in read):
        content.report(
            "unlinked-affiliation",
            "the page does not say which author belongs to which affiliation",
            content.place(page.AFFILIATIONS),
        )
    return tuple(found)


def _unlabelled_abstract(content: Content, tail: list[Line]) -> str:
    """Take the paragraph behind the affiliations; short lines below it are the site's own."""
    prose = [line for n, line in enumerate(tail) if not n or len(line.text) >= _PROSE]
    for line in tail:
        if line not in prose:
            content.stray(line)
    return join_lines([line.text for line in prose])


def _container(content: Content) -> fields.Container | None:
    lines = list(cut_chrome(content.lines(page.CONTAINER)))
    container = fields.read_container(lines)
    if container is None and lines:
        content.not_understood(page.CONTAINER, join_lines([line.text for line in lines]))
    if container and container.left:
        content.not_understood(page.CONTAINER, container.left)
    return container


_STATED_DATE = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)(?:[年\-/.]+(?P<month>1[0-2]|0?[1-9])"
    r"(?:[月\-/.]+(?P<day>[12]\d|3[01]|0?[1-9]))?)?[年月日]?"
)


def _issued(content: Content, container: fields.Container | None) -> tuple[Date | None, str]:
    """Give the date, and the label that it was taken from if that was not 来源."""
    if container and container.year:
        return Date(start=PartialDate(container.year)), ""
    for label in _DATE_LABELS:
        match = _STATED_DATE.fullmatch(fold(content.text(label)).replace(" ", ""))
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            start = PartialDate(year or 0, month, day)
            if start.possible is not start:
                content.not_understood(label, content.text(label))
            return Date(start=start.possible), label
    return None, ""


def _pages(content: Content) -> Pages:
    raw = content.text(page.PAGES)
    pages = parse_pages(raw) if raw else Pages()
    if pages is None:
        content.not_understood(page.PAGES, raw)
        return Pages()
    if goes_on(pages) and pages.first:
        message = f"only the first page is known: {pages.raw}"
        content.report("pages-incomplete", message, content.place(page.PAGES), field="pages")
    return pages


def _with_count(content: Content, pages: Pages) -> Pages:
    """Add 页数; beside pages that go on elsewhere it is not the true count and stays extra."""
    raw = content.text(page.PAGE_COUNT)
    if not raw:
        return pages
    count = fields.read_count(raw)
    if count is None:
        content.not_understood(page.PAGE_COUNT, raw)
    elif goes_on(pages):
        content.keep(page.PAGE_COUNT, raw, content.place(page.PAGE_COUNT))
        count = None
    return msgspec.structs.replace(pages, count=count)


def _times_cited(content: Content) -> int | None:
    lines = content.lines(page.CITED)
    if not lines or not lines[0].folded.strip("-"):
        return None
    count = fields.read_count(lines[0].text)
    if count is None:
        content.not_understood(page.CITED, lines[0].text)
    for line in lines[1:]:
        content.stray(line)
    return count


def _subjects(content: Content, label: str, scheme: str) -> tuple[Subject, ...]:
    subjects, left = fields.read_subjects(list(cut_chrome(content.lines(label))), scheme)
    for part in left:
        content.not_understood(label, part)
    return subjects
