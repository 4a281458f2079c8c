"""One record out of several of the same work, field by field.

* A record that a source is about comes before one named in a list; then the first or the most
  complete one (`Keep`) is the base, and keeps its key and its order of authors.
* An empty field is filled from the first record that has it. A value that says more than the
  base's and agrees with it takes its place: a full given name that of initials, a full journal name
  that of its abbreviation, first and last page that of a first page, a day that of a year.
* Values that disagree are a `Conflict`: the base's stays.
* Keywords, subjects, identifiers, notes and unknown fields are united.
* Every value that came from elsewhere leaves a `Provenance` with the place of its record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from litconv.model import Provenance, Record
from litconv.options import Keep
from litconv.works.better import BETTER, Better, fill, text_of
from litconv.works.unions import UNIONS


class Conflict(NamedTuple):
    """Two records of one work that say different things; the first value was kept."""

    field: str
    kept: str
    other: str
    source: str


class Merged(NamedTuple):
    """The merged record, the fields it got from elsewhere, and what the records disagree on."""

    record: Record
    conflicts: tuple[Conflict, ...] = ()
    taken: tuple[Provenance, ...] = ()


_QUIET = frozenset(
    "abstract accessed affiliations genre id language note origin provenance status times_cited "
    "title_short url".split()
)
"""Fields of which the base's value stays without a word, because the values of two databases
always differ there, and none is wrong."""
_NEVER = frozenset({"id", "listing", "origin", "provenance", "relations"})
_FIELDS = tuple(field for field in Record.__struct_fields__ if field not in _NEVER)


def place_of(record: Record) -> str:
    """Give where a record stands, as `file:line`; its key, or nothing, where that is unknown.

    In a file of one line, as XML may be, the column follows.
    """
    span = record.span
    if span is None:
        return record.id
    return str(span) if span.line == 1 and span.column > 1 else f"{span.file}:{span.line}"


def merge_group(records: Sequence[Record], keep: Keep = Keep.FIRST) -> Merged:
    """Make one record of all; they stand in the order of the input."""
    if len(records) == 1:
        return Merged(records[0])
    order = sorted(range(len(records)), key=lambda index: (_rank(records[index], keep), index))
    base, *others = [records[index] for index in order]
    merged = merge_into(base, others)
    first_key = base.id or next((one.id for one in others if one.id), "")
    relations = base.relations or next((one.relations for one in others if one.relations), ())
    record = msgspec.structs.replace(merged.record, id=first_key, relations=relations)
    return merged._replace(record=record)


def merge_into(
    base: Record, others: Iterable[Record], *, unite: bool = True, rule: str = "same-work"
) -> Merged:
    """Merge records into a base; without `unite` its lists and notes are filled, never united."""
    values: dict[str, Any] = {}
    steps: dict[str, Provenance] = {}
    conflicts: dict[tuple[str, str], Conflict] = {}
    for other in others:
        source = place_of(other)
        for field in _FIELDS:
            said = getattr(other, field)
            if not said:
                continue
            had = values.get(field, getattr(base, field))
            result = _choose(field, unite=unite)(had, said)
            if result.conflict and field not in _QUIET:
                found = Conflict(field, text_of(had), text_of(said), source)
                conflicts.setdefault((field, found.other), found)
            if result.value is not had and result.value != had:
                values[field] = result.value
                before = steps[field].before if field in steps else text_of(had)
                steps[field] = Provenance(
                    field=field, how="merged", rule=rule, before=before, source=source
                )
    if not values:
        return Merged(base, tuple(conflicts.values()))
    values["provenance"] = (*base.provenance, *steps.values())
    record = msgspec.structs.replace(base, **values)
    return Merged(record, tuple(conflicts.values()), tuple(steps.values()))


def _choose(field: str, *, unite: bool) -> Callable[[Any, Any], Better]:
    if field in UNIONS:
        return UNIONS[field] if unite or field == "identifiers" else fill
    return BETTER.get(field, fill)


def _rank(record: Record, keep: Keep) -> tuple[bool, int]:
    """Order records by how good a base they are, best first."""
    return record.listing is not None, -_completeness(record) if keep is Keep.BEST else 0


def _completeness(record: Record) -> int:
    """Count what a record says: each field once, authors and identifiers one by one."""
    known = record.identifiers
    fields = sum(bool(getattr(record, field)) for field in _FIELDS)
    numbers = [known.doi, known.pmid, known.pmcid, known.arxiv, *known.isbn, *known.issn]
    whole_pages = bool(record.pages.first and record.pages.last)
    given = sum(len(name.given) > 2 for name in record.authors)  # noqa: PLR2004 - `Q.`
    return fields * 4 + sum(map(bool, numbers)) * 4 + whole_pages * 2 + min(given, 8)
