"""Two dates of one work: which of them says more."""

from __future__ import annotations

from litconv.model import Date, PartialDate


def says_more(one: Date, other: Date) -> bool:
    """Say whether `one` has everything that `other` says, and more."""
    if one.start is None or other.start is None:
        return other.start is None and one.start is not None and not other.literal
    return _parts(one.start)[: len(_parts(other.start))] == _parts(other.start) and len(
        _parts(one.start)
    ) + bool(one.end) + bool(one.season) > len(_parts(other.start)) + bool(other.end) + bool(
        other.season
    )


def _parts(date: PartialDate) -> tuple[int, ...]:
    return date.parts
