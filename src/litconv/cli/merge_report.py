"""The report of a merge as text for people, as JSON for programs, as HTML for both."""

from __future__ import annotations

import html
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from litconv.source import strip_controls
from litconv.text.oneline import one_line
from litconv.works.completing import word_for
from litconv.works.report import Member, MergedGroup, MergeReport

_SHOWN = 100


class ReportKind(StrEnum):
    """How `--report` writes."""

    NONE = "none"
    TEXT = "text"
    JSON = "json"
    HTML = "html"


def render(report: MergeReport, kind: ReportKind) -> str:
    """Give the report as one text that ends in a newline."""
    if kind is ReportKind.JSON:
        return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"
    lines = _html(report) if kind is ReportKind.HTML else _text(report)
    return strip_controls("\n".join(lines)) + "\n"


def _summary(report: MergeReport) -> str:
    conflicts = sum(len(one.conflicts) for one in report.groups)
    return (
        f"{_count(report.records, 'record')}, {_count(report.works, 'work')}: "
        f"{_count(report.duplicates, 'duplicate')} in {_count(len(report.groups), 'group')}, "
        f"{_count(conflicts, 'conflict')}"
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _text(report: MergeReport) -> Iterator[str]:
    yield _summary(report)
    for number, group in enumerate(report.groups, 1):
        yield ""
        yield f"{number}. {_short(group.title)} [{group.key}]"
        yield f"   one work by {' and '.join(group.reasons)} ({group.score:.2f})"
        yield from (f"   - {_member(one)}" for one in group.members)
        yield from (f"   {line}" for line in _taken(group))
        for one in group.conflicts:
            yield (
                f"   conflict: {word_for(one.field)} {_short(one.kept)} kept, "
                f"{one.source} says {_short(one.other)}"
            )


def _taken(group: MergedGroup) -> Iterator[str]:
    """Say which fields came from each place."""
    for source in dict.fromkeys(one.source for one in group.taken):
        fields = [word_for(one.field) for one in group.taken if one.source == source]
        yield f"{', '.join(fields)} from {source}"


def _member(one: Member) -> str:
    named = f"{one.key} " if one.key else ""
    number = f" rec-number {one.rec_number}" if one.rec_number else ""
    year = f" ({one.year})" if one.year else ""
    doi = f" {one.doi}" if one.doi else ""
    return f"{one.source}: {named}{_short(one.title)}{year}{doi}{number}"


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Merged records</title><style>
body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
article { border-top: 1px solid #8888; padding: .5rem 0 }
h2 { font-size: 1.1rem; margin: 0 } code { font-size: .9em }
.conflict { color: #b00 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #ddd } .conflict { color: #f88 } }
</style></head><body>
<h1>Merged records</h1>"""  # noqa: E501 - one rule of the style sheet


def _html(report: MergeReport) -> Iterator[str]:
    yield _HEAD
    yield f"<p>{html.escape(_summary(report))}</p>"
    for group in report.groups:
        yield from _html_group(group)
    yield "</body></html>"


def _html_group(group: MergedGroup) -> Iterator[str]:
    title, key = html.escape(_short(group.title)), html.escape(group.key)
    yield f"<article><h2>{title} <code>{key}</code></h2>"
    yield f"<p>One work by {html.escape(' and '.join(group.reasons))} ({group.score:.2f})</p><ul>"
    yield from (f"<li>{html.escape(_member(one))}</li>" for one in group.members)
    yield "</ul>"
    if group.taken:
        yield f"<p>{html.escape('; '.join(_taken(group)))}</p>"
    for one in group.conflicts:
        said = (
            f"{word_for(one.field)}: {_short(one.kept)} kept, {one.source} says {_short(one.other)}"
        )
        yield f'<p class="conflict">{html.escape(said)}</p>'
    yield "</article>"
