"""Completes a record and says so: which fields came from where, and what disagrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from litconv.diagnostics import Diagnostics
from litconv.model import Provenance, Record
from litconv.works.library import Library
from litconv.works.merge import Conflict

_SHOWN = 80
_WORDS = {
    "container_title": "journal or book",
    "container_title_short": "abbreviated journal",
    "contributors": "authors",
    "issued": "date",
}


def word_for(field: str) -> str:
    """Give what messages call a field of `Record`."""
    return _WORDS.get(field, field.replace("_", " "))


def complete(record: Record, library: Library, diagnostics: Diagnostics) -> Record:
    """Give the record completed from the library; reports each place that it took fields from."""
    merged = library.complete(record)
    for source, fields in sources(merged.taken).items():
        diagnostics.report(
            "record-completed",
            f"{', '.join(fields)} taken from {source}",
            span=record.span,
            record=record.title,
            listed=record.listing is not None,
        )
    report_conflicts(merged.record, merged.conflicts, diagnostics)
    return merged.record


def report_conflicts(
    record: Record, conflicts: Iterable[Conflict], diagnostics: Diagnostics
) -> None:
    """Report `merge-conflict` for each field of which two records of a work disagree."""
    for one in conflicts:
        diagnostics.report(
            "merge-conflict",
            f"{word_for(one.field)}: {_short(one.kept)} kept, {one.source} says "
            f"{_short(one.other)}",
            span=record.span,
            record=record.title,
            field=one.field,
            listed=record.listing is not None,
        )


def sources(steps: Iterable[Provenance]) -> dict[str, list[str]]:
    """Give the fields that came from each place, in words."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for step in steps:
        found[step.source].append(word_for(step.field))
    return dict(found)


def _short(text: str) -> str:
    return repr(text) if len(text) <= _SHOWN else repr(f"{text[: _SHOWN - 1]}…")
