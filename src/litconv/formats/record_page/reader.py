"""Pages to records: the reader, and how the sections of one page become a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litconv.diagnostics import Diagnostics
from litconv.formats.record_page import authors, fields
from litconv.formats.record_page import lines as page
from litconv.formats.record_page.lines import Line
from litconv.formats.record_page.listing import NAME, Block, read_lists
from litconv.formats.record_page.sections import Section, cut_chrome, split_sections
from litconv.formats.record_page.segments import Segment, split_segments
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Origin,
    Pages,
    PartialDate,
    RawField,
    Record,
    Span,
    Subject,
)
from litconv.source import Source
from litconv.text.doi import clean_doi, is_no_doi
from litconv.text.pages import goes_on, parse_pages
from litconv.text.width import fold_letters, join_lines, tidy

_ENOUGH_LABELS = 2
_PROSE = 60
_DOI_GOES_ON = re.compile(r"[!-~]*\d[!-~]*")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_ISBN = re.compile(r"[\dXx -]{10,17}")


class RecordPageReader:
    """Reads one or more record pages, and lists that stand alone, from one input."""

    def sniff(self, head: str) -> bool:
        """Tell a page by two of its labels, a list by `共 N 条` or by its numbered entries."""
        lines = page.significant_lines(Source("", head))
        labels = {label.name for line in lines if (label := page.read_label(line)) and label.known}
        if len(labels & set(page.LABELS)) >= _ENOUGH_LABELS:
            return True
        entries = sum(page.entry_start(line) is not None for line in lines)
        counted = any(page.list_count(line) is not None for line in lines)
        return bool(entries) and (counted or entries >= _ENOUGH_LABELS)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield a main record for each page, its list in `relations`, and lists of no page flat."""
        for segment in split_segments(page.significant_lines(source)):
            if segment.is_page:
                yield from _PageParser(segment, source, diagnostics).records()
            else:
                yield from _list_only(segment, source, diagnostics)


def _list_only(segment: Segment, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
    blocks, strays = read_lists(segment.body, source, diagnostics)
    for line in strays:
        _report_line(line, source, diagnostics)
    for block in blocks:
        yield from block.records


def _report_line(line: Line, source: Source, diagnostics: Diagnostics) -> None:
    shown = line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…"
    diagnostics.report(
        "line-not-understood", f"this line fits nowhere: {shown}", span=page.span(source, line)
    )


_SHOWN = 60


class _PageParser:
    """Collects the fields of one page; made anew for each page."""

    def __init__(self, segment: Segment, source: Source, diagnostics: Diagnostics) -> None:
        self.segment = segment
        self.source = source
        self.diagnostics = diagnostics
        self.sections = split_sections(segment.body)
        self.title = join_lines([line.text for line in segment.title])
        first = (segment.title or segment.body)[0]
        self.span = page.span(source, first)
        self.extra: list[RawField] = []

    # ---------------------------------------------------------------- the page as a whole

    def records(self) -> Iterator[Record]:
        blocks = self._blocks()
        own, others = self._own_list(blocks)
        for line in self.segment.head:
            if page.list_count(line) is None and not page.is_chrome(line):
                self._stray(line)
        record = self._record(own)
        if not (record.title or record.contributors or record.identifiers.doi):
            raw = "\n".join(line.text for line in self.segment.body)
            self.diagnostics.report(
                "record-invalid",
                "a page without title, authors and DOI; nothing can be made of it",
                span=self.span,
            )
            self.diagnostics.reject(raw)
        else:
            self._report_breaks(record)
            yield record
        for block in others:
            yield from block.records

    def _blocks(self) -> list[Block]:
        section = self._section(page.LIST)
        if section is None:
            return []
        blocks, strays = read_lists(section.value, self.source, self.diagnostics)
        for line in strays:
            self._stray(line)
        return blocks

    def _own_list(self, blocks: list[Block]) -> tuple[tuple[Record, ...], list[Block]]:
        """Tell this page's list from a list of another page pasted behind it.

        The first list is the page's own, unless the page announced another number above its title.
        """
        announced = self.segment.announced
        if blocks and announced is not None and blocks[0].stated not in (None, announced):
            return (), blocks
        return (blocks[0].records, blocks[1:]) if blocks else ((), [])

    def _report_breaks(self, record: Record) -> None:
        missing = [] if record.title else ["the title above 被引"]
        if not {page.LIST, page.PAGES, page.PAGE_COUNT, page.SAVE_BUTTON} & self._names() and (
            not record.abstract or page.ABSTRACT in self._names()
        ):
            missing.append("the end of the page")
        if missing:
            self.diagnostics.report(
                "page-incomplete",
                f"the page lacks {' and '.join(missing)}",
                span=self.span,
                record=record.title,
            )

    def _record(self, relations: tuple[Record, ...]) -> Record:
        affiliations, tail = self._affiliations()
        container = self._container()
        contributors = self._contributors(affiliations)
        pages = self._pages()
        times_cited = self._times_cited()
        abstract = self._text(page.ABSTRACT) or self._unlabelled_abstract(tail)
        subjects = (
            *self._subjects(page.CLC, "clc"),
            *self._subjects(page.DISCIPLINE, "discipline"),
        )
        identifiers = self._identifiers()
        publisher = tidy(self._text("出版社") or self._text("出版者"))
        self._keep_the_rest()
        return Record(
            type=ItemType.ARTICLE_JOURNAL,
            title=self.title,
            contributors=contributors,
            affiliations=tuple(affiliations.values()),
            container_title=container.title if container else "",
            publisher=publisher,
            issued=Date(start=PartialDate(container.year))
            if container and container.year
            else None,
            volume=container.volume if container else "",
            issue=container.issue if container else "",
            pages=pages,
            identifiers=identifiers,
            abstract=abstract,
            keywords=fields.read_keywords(list(cut_chrome(self._lines(page.KEYWORDS)))),
            subjects=subjects,
            times_cited=times_cited,
            relations=relations,
            extra=tuple(self.extra),
            origin=Origin(format=NAME, span=self.span),
        )

    # ---------------------------------------------------------------- finding and keeping

    def _names(self) -> set[str]:
        return {section.name for section in self.sections}

    def _section(self, name: str) -> Section | None:
        return next((section for section in self.sections if section.name == name), None)

    def _lines(self, name: str) -> list[Line]:
        section = self._section(name)
        return section.value if section else []

    def _text(self, name: str) -> str:
        return join_lines([line.text for line in self._lines(name)])

    def _place(self, name: str) -> Span:
        lines = self._lines(name)
        return page.span(self.source, lines[0]) if lines else self.span

    def _keep(self, tag: str, value: str, span: Span) -> None:
        self.extra.append(RawField(tag=tag, value=value, span=span))

    def _stray(self, line: Line) -> None:
        self._keep("line", line.text, page.span(self.source, line))
        _report_line(line, self.source, self.diagnostics)

    def _not_understood(self, name: str, value: str, span: Span | None = None) -> None:
        span = span or self._place(name)
        self._keep(name, value, span)
        self.diagnostics.report(
            "value-not-understood",
            f"{name} has no form that is known; kept as an extra field",
            span=span,
            record=self.title,
        )

    # ---------------------------------------------------------------- the fields

    def _affiliations(self) -> tuple[dict[str, str], list[Line]]:
        labelled = {page.KEYWORDS, page.DOI, page.CLC, page.DISCIPLINE, page.ABSTRACT}
        return authors.read_affiliations(
            self._lines(page.AFFILIATIONS), unlabelled_tail=not labelled & self._names()
        )

    def _unlabelled_abstract(self, tail: list[Line]) -> str:
        """Take the paragraph behind the affiliations; short lines below it are the site's own."""
        prose = [line for n, line in enumerate(tail) if not n or len(line.text) >= _PROSE]
        for line in tail:
            if line not in prose:
                self._stray(line)
        return join_lines([line.text for line in prose])

    def _contributors(self, affiliations: dict[str, str]) -> tuple[Contributor, ...]:
        found = []
        read = authors.read_authors(self._lines(page.AUTHORS))
        for author in read:
            name = authors.read_name(author.name)
            span = page.span(self.source, author.line)
            if name is None:
                self._not_a_name(author.name, span)
                continue
            name, unknown = authors.link(author, name, affiliations)
            if unknown:
                self.diagnostics.report(
                    "unknown-affiliation",
                    f"{author.name} is marked [{', '.join(unknown)}], which the page does not list",
                    span=span,
                    record=self.title,
                )
            found.append(Contributor(name=name))
        linked = any(person.name.affiliations for person in found)
        if affiliations and found and not linked and not any(one.markers for one in read):
            self.diagnostics.report(
                "unlinked-affiliation",
                "the page does not say which author belongs to which affiliation",
                span=self._place(page.AFFILIATIONS),
                record=self.title,
            )
        return tuple(found)

    def _not_a_name(self, text: str, span: Span) -> None:
        self._keep(page.AUTHORS, text, span)
        self.diagnostics.report(
            "name-not-split",
            "a line under 作者 names no person; kept as an extra field",
            span=span,
            record=self.title,
        )

    def _container(self) -> fields.Container | None:
        lines = list(cut_chrome(self._lines(page.CONTAINER)))
        container = fields.read_container(lines)
        if container is None and lines:
            self._not_understood(page.CONTAINER, join_lines([line.text for line in lines]))
        return container

    def _pages(self) -> Pages:
        raw = self._text(page.PAGES)
        pages = parse_pages(raw) if raw else Pages()
        if pages is None:
            self._not_understood(page.PAGES, raw)
            pages = Pages()
        if goes_on(pages):
            self.diagnostics.report(
                "pages-incomplete",
                f"only the first page is known: {pages.raw}",
                span=self._place(page.PAGES),
                record=self.title,
                field="pages",
            )
        return self._with_count(pages)

    def _with_count(self, pages: Pages) -> Pages:
        """Add 页数; beside pages that go on elsewhere it is not the true count and stays extra."""
        raw = self._text(page.PAGE_COUNT)
        if not raw:
            return pages
        count = fields.read_count(raw)
        if count is None:
            self._not_understood(page.PAGE_COUNT, raw)
        elif goes_on(pages):
            self._keep(page.PAGE_COUNT, raw, self._place(page.PAGE_COUNT))
            count = None
        return Pages(
            raw=pages.raw,
            first=pages.first,
            last=pages.last,
            ranges=pages.ranges,
            count=count,
            article_number=pages.article_number,
        )

    def _times_cited(self) -> int | None:
        raw = self._text(page.CITED)
        if not raw.strip("-"):
            return None
        lines = self._lines(page.CITED)
        count = fields.read_count(lines[0].text)
        if count is None:
            self._not_understood(page.CITED, lines[0].text)
        for line in lines[1:]:
            self._stray(line)
        return count

    def _subjects(self, name: str, scheme: str) -> tuple[Subject, ...]:
        subjects, left = fields.read_subjects(list(cut_chrome(self._lines(name))), scheme)
        for part in left:
            self._not_understood(name, part)
        return subjects

    def _identifiers(self) -> Identifiers:
        return Identifiers(
            doi=self._doi(),
            issn=self._numbers(("ISSN", "eISSN", "E-ISSN"), _ISSN),
            isbn=self._numbers(("ISBN",), _ISBN),
            pmid=self._text("PMID"),
        )

    def _doi(self) -> str:
        lines = list(cut_chrome(self._lines(page.DOI)))
        if not lines or is_no_doi(lines[0].text):
            return ""
        # A DOI has no blanks: one that was broken into lines is put together again.
        raw, *rest = lines
        text = raw.text
        while rest and _DOI_GOES_ON.fullmatch(rest[0].folded) and not clean_doi(rest[0].text):
            text += rest.pop(0).text
        doi = clean_doi(text)
        if not doi:
            self._not_understood(page.DOI, text)
        for line in rest:
            self._stray(line)
        return doi

    def _numbers(self, names: tuple[str, ...], pattern: re.Pattern[str]) -> tuple[str, ...]:
        found: list[str] = []
        for name in names:
            text = fold_letters(self._text(name))
            numbers = [match.strip() for match in pattern.findall(text)]
            if text and not numbers:
                self._not_understood(name, text)
            found += numbers
        return tuple(found)

    _FIELDS = frozenset(
        (*page.LABELS, "ISSN", "eISSN", "E-ISSN", "ISBN", "PMID", "出版社", "出版者")
    )

    def _keep_the_rest(self) -> None:
        """Keep what no field holds: labels without a field, labels met twice, stray lines."""
        taken: set[str] = set()
        for section in self.sections:
            if section.name in self._FIELDS and section.name not in taken:
                taken.add(section.name)
                continue
            if not section.name:
                for line in section.value:
                    if not page.is_chrome(line):
                        self._stray(line)
                continue
            value = join_lines([line.text for line in section.value])
            if not value:
                continue
            span = page.span(self.source, section.label)
            self._keep(section.name, value, span)
            self.diagnostics.report(
                "unknown-label",
                f"{section.name} has no field; kept as an extra field",
                span=span,
                record=self.title,
            )
