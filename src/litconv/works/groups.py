"""Groups of records that are one work: pairs, the surest first, joined unless a pair objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from litconv.works.blocks import candidates
from litconv.works.forms import Form

_ALL_PAIRS = 12
"""In larger groups only the first members are asked whether they object to a newcomer."""


class Group(NamedTuple):
    """The places of the records of one work, in the order of the input, and why they are one."""

    members: tuple[int, ...]
    reasons: tuple[str, ...] = ()
    score: float = 1.0


def find_groups(forms: Sequence[Form], threshold: float | None = None) -> list[Group]:
    """Put records into groups, one for each work; most groups have one member.

    The groups stand in the order of their first members. Two records that contradict each other
    (two DOIs) never get into one group, even where a third one is like both.
    """
    from litconv.works.match import DEFAULT_THRESHOLD, decide  # noqa: PLC0415 - loads rapidfuzz

    bar = DEFAULT_THRESHOLD if threshold is None else threshold
    edges: list[tuple[float, int, int, str]] = []
    for one, other in candidates(forms):
        decision = decide(forms[one], forms[other], bar)
        if decision.same:
            edges.append((-decision.score, one, other, decision.reason))
    edges.sort()
    union = _Union(forms)
    for score, one, other, reason in edges:
        union.join(one, other, reason, -score)
    return union.groups()


class _Union:
    """Disjoint groups; each knows its members, reasons and its least sure join."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._group: dict[int, list[int]] = {}
        self._reasons: dict[int, dict[str, None]] = {}
        self._score: dict[int, float] = {}

    def join(self, one: int, other: int, reason: str, score: float) -> None:
        """Make one group of two, unless a member of one contradicts a member of the other."""
        mine = self._group.get(one) or [one]
        yours = self._group.get(other) or [other]
        if mine is yours or self._objects(mine, yours, one, other):
            return
        reasons = self._reasons.pop(id(mine), {}) | self._reasons.pop(id(yours), {})
        lowest = min(score, self._score.pop(id(mine), 1.0), self._score.pop(id(yours), 1.0))
        joined = mine if len(mine) > 1 else [*mine]
        joined += yours
        for index in joined:
            self._group[index] = joined
        self._reasons[id(joined)] = reasons | {reason: None}
        self._score[id(joined)] = lowest

    def _objects(self, mine: list[int], yours: list[int], one: int, other: int) -> bool:
        from litconv.works.match import objects  # noqa: PLC0415 - loads rapidfuzz

        return any(
            objects(self._forms[first], self._forms[second])
            for first in mine[:_ALL_PAIRS]
            for second in yours[:_ALL_PAIRS]
            if (first, second) != (one, other)
        )

    def groups(self) -> list[Group]:
        """Give all groups in the order of their first members."""
        found: list[Group] = []
        for index in range(len(self._forms)):
            members = self._group.get(index)
            if members is None:
                found.append(Group((index,)))
            elif index == min(members):
                reasons = tuple(self._reasons[id(members)])
                found.append(Group(tuple(sorted(members)), reasons, self._score[id(members)]))
        return found
