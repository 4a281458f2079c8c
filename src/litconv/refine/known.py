"""Says how each field of a record is known: read, changed, derived, merged or enriched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from litconv.model import Provenance, Record

# The fields that hold facts about the work, in the order in which people look for them.
_FIELDS: Final = (
    "type",
    "title",
    "title_short",
    "translated_titles",
    "contributors",
    "affiliations",
    "container_title",
    "container_title_short",
    "collection_title",
    "publisher",
    "publisher_place",
    "issued",
    "accessed",
    "event_title",
    "event_date",
    "event_place",
    "volume",
    "issue",
    "number",
    "edition",
    "pages",
    "identifiers",
    "url",
    "language",
    "abstract",
    "keywords",
    "genre",
    "status",
    "note",
    "subjects",
    "times_cited",
)
_WORDS: Final = {"container_title": "journal", "issued": "date", "contributors": "names"}
_SHOWN: Final = 60
_EMPTY: Final = Record()


class Known(NamedTuple):
    """How one field is known: its name for people, and the steps in words, the last one last."""

    field: str
    text: str
    read: bool


def how_known(record: Record) -> Iterator[Known]:
    """Yield the fields that the record has, each with where its value comes from.

    The place of a value that was read is that of its record: readers note no other.
    """
    steps: dict[str, list[Provenance]] = {}
    for step in record.provenance:
        steps.setdefault(step.field, []).append(step)
    for field in _FIELDS:
        if field == "type" or field in steps or _has(record, field):
            said = [_words(step) for step in steps.get(field, ())]
            changed = all(step.how == "changed" for step in steps.get(field, ()))
            parts = ([read_from(record)] if changed else []) + said
            yield Known(label(field), "; ".join(parts), not said)


def _has(record: Record, field: str) -> bool:
    value = getattr(record, field)
    return bool(value) and value != getattr(_EMPTY, field)


def label(field: str) -> str:
    """Give what people call a field of `Record`."""
    return _WORDS.get(field, field.replace("_", " "))


def read_from(record: Record) -> str:
    """Say where a record was read: `read from page.txt:1`."""
    span = record.span
    return f"read from {span.file}:{span.line}" if span else "read"


def _words(step: Provenance) -> str:
    was = f", was: {_short(step.before)}" if step.before else ""
    if step.how == "derived":
        return f"derived from the DOI (rule {step.rule}){was}"
    if step.how == "changed":
        return f"changed by {step.rule}{was}"
    source = step.source or step.rule
    when = f", {step.when}" if step.when else ""
    return f"{step.how} from {source}{when}{was}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def provenance_lines(record: Record) -> list[str]:
    """Give the lines that `convert --provenance` writes: the record's place, then each field.

    Fields that were only read need no line of their own.
    """
    rest = [f"{one.field}: {one.text}" for one in how_known(record) if not one.read]
    return [read_from(record), *rest]


def noted_provenance(records: Iterable[Record], format_: str) -> Iterable[Record]:
    """Give the records with how their fields are known in the note, where a format needs that."""
    return records if format_ in _HOLDS_PROVENANCE else map(_noted, records)


_HOLDS_PROVENANCE: Final = frozenset({"bibtex", "biblatex", "json"})


def _noted(record: Record) -> Record:
    said = "Provenance: " + "; ".join(provenance_lines(record))
    note = f"{record.note}\n{said}" if record.note else said
    return msgspec.structs.replace(record, note=note)
