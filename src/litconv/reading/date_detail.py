"""Two dates of one work: which of them says more."""

from __future__ import annotations

from litconv.model import Date


def says_more(one: Date, other: Date) -> bool:
    """Say whether `one` has everything that `other` says, and more."""
    if one.start is None or other.start is None:
        return other.start is None and one.start is not None and not other.literal
    ours, theirs = one.start.parts, other.start.parts
    more = len(ours) + bool(one.end) + bool(one.season)
    return ours[: len(theirs)] == theirs and more > (
        len(theirs) + bool(other.end) + bool(other.season)
    )
