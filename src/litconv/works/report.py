"""What became of the records of a merge: the data that `litconv merge --report` shows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from litconv.model import Record
from litconv.works.groups import Group
from litconv.works.merge import Merged, place_of


class Member(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record of a group: where it stood, its place in the input from 1, what names it.

    `rec_number` is EndNote's number of the record, where its file has one.
    """

    source: str
    number: int
    key: str = ""
    title: str = ""
    doi: str = ""
    year: int | None = None
    rec_number: str = ""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A field that the merged record got from another record than its base."""

    field: str
    source: str


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """A field of which two records disagree; `other` is what `source` says."""

    field: str
    kept: str
    other: str
    source: str


class MergedGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Several records that became one; `reasons` say by what they were known, `score` how sure."""

    key: str
    title: str
    score: float
    reasons: tuple[str, ...]
    members: tuple[Member, ...]
    taken: tuple[Taken, ...]
    conflicts: tuple[Disagreement, ...]


class MergeReport(msgspec.Struct, kw_only=True):
    """All groups of two or more, in the order of the output, and how many records there were."""

    records: int = 0
    works: int = 0
    groups: list[MergedGroup] = []

    @property
    def duplicates(self) -> int:
        """The number of records that are no longer there."""
        return self.records - self.works


def member(record: Record, number: int) -> Member:
    """Describe one record of a group."""
    known = next((one.value for one in record.extra if one.tag == "rec-number"), "")
    return Member(
        source=place_of(record),
        number=number,
        key=record.id,
        title=record.title,
        doi=record.identifiers.doi,
        year=record.issued.year if record.issued else None,
        rec_number=known,
    )


def merged_group(
    group: Group, records: Sequence[Record], merged: Merged, written: Record
) -> MergedGroup:
    """Describe a group of two or more and the record it became."""
    numbered = zip(records, group.members, strict=True)
    return MergedGroup(
        key=written.id,
        title=written.title,
        score=round(group.score, 3),
        reasons=group.reasons,
        members=tuple(member(record, index + 1) for record, index in numbered),
        taken=tuple(Taken(field=one.field, source=one.source) for one in merged.taken),
        conflicts=tuple(
            Disagreement(field=one.field, kept=one.kept, other=one.other, source=one.source)
            for one in merged.conflicts
        ),
    )
