"""The labelled content of one page, and what is kept of it where no field can hold it."""

from __future__ import annotations

from litconv.diagnostics import Diagnostics
from litconv.formats.record_page import lines as page
from litconv.formats.record_page.lines import Line
from litconv.formats.record_page.sections import Section, split_sections
from litconv.formats.record_page.segments import Segment
from litconv.model import RawField, Span
from litconv.source import Source
from litconv.text.width import join_lines

_SHOWN = 60


def report_stray(line: Line, source: Source, diagnostics: Diagnostics) -> None:
    """Report a line that belongs to nothing on the page."""
    shown = line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…"
    diagnostics.report(
        "line-not-understood", f"this line fits nowhere: {shown}", span=page.span(source, line)
    )


class Content:
    """Gives the lines under each label of a page, and collects `extra` fields as it is read.

    Whatever a caller takes that it cannot understand goes through `keep`, `stray` or
    `not_understood`, so that nothing of a page is lost.
    """

    def __init__(self, segment: Segment, source: Source, diagnostics: Diagnostics) -> None:
        self.source = source
        self.diagnostics = diagnostics
        self.sections: list[Section] = split_sections(segment.body)
        self.title = join_lines([line.text for line in segment.title])
        self.span = page.span(source, (segment.title or segment.body)[0])
        self.extra: list[RawField] = []

    @property
    def labels(self) -> set[str]:
        """The labels that the page has."""
        return {section.name for section in self.sections}

    def lines(self, label: str) -> list[Line]:
        """Give the lines under a label; where it stands twice, those under the first."""
        found = (section.value for section in self.sections if section.name == label)
        return next(found, [])

    def text(self, label: str) -> str:
        """Give what stands under a label as one line."""
        return join_lines([line.text for line in self.lines(label)])

    def place(self, label: str) -> Span:
        """Give the place of what stands under a label, or of the page."""
        lines = self.lines(label)
        return page.span(self.source, lines[0]) if lines else self.span

    def report(self, code: str, message: str, span: Span, *, field: str = "") -> None:
        """Report something about this page's record."""
        self.diagnostics.report(code, message, span=span, record=self.title, field=field)

    def keep(self, tag: str, value: str, span: Span) -> None:
        """Keep a value as an extra field."""
        self.extra.append(RawField(tag=tag, value=value, span=span))

    def stray(self, line: Line) -> None:
        """Keep and report a line that fits nowhere."""
        self.keep("line", line.text, page.span(self.source, line))
        report_stray(line, self.source, self.diagnostics)

    def not_understood(self, label: str, value: str) -> None:
        """Keep and report a value that does not have its label's form."""
        span = self.place(label)
        self.keep(label, value, span)
        message = f"{label} has no form that is known; kept as an extra field"
        self.report("value-not-understood", message, span)

    def keep_the_rest(self, taken: frozenset[str]) -> None:
        """Keep what no field holds: labels not in `taken`, labels met twice, stray lines."""
        seen: set[str] = set()
        for section in self.sections:
            if section.name in taken and section.name not in seen:
                seen.add(section.name)
            elif section.name:
                self._keep_section(section)
            else:
                for line in section.value:
                    if not page.is_chrome(line):
                        self.stray(line)

    def _keep_section(self, section: Section) -> None:
        value = join_lines([line.text for line in section.value])
        if value:
            span = page.span(self.source, section.label)
            self.keep(section.name, value, span)
            message = f"{section.name} has no field; kept as an extra field"
            self.report("unknown-label", message, span)
