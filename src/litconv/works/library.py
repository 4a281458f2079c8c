"""Completes a record from others of the same work: lists of other pages, a user's library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from litconv.model import Record
from litconv.works.blocks import SMALL_BLOCK, keys_of
from litconv.works.forms import Form
from litconv.works.merge import Merged, merge_into
from litconv.works.runon import key_of, may_run_on, split_by

_LARGEST_BLOCK = 50 * SMALL_BLOCK
"""A block of more records than this tells nothing; the others of the record decide."""


class Library:
    """An index of records that others are completed from; it is never written."""

    def __init__(self, records: Iterable[Record] = (), threshold: float | None = None) -> None:
        self._records: list[Record] = []
        self._forms: list[Form] = []
        self._blocks: defaultdict[str, list[int]] = defaultdict(list)
        self._journals: set[tuple[str, ...]] = set()
        self._threshold = threshold
        for record in records:
            self.add(record)

    def __len__(self) -> int:
        """Give the number of records."""
        return len(self._records)

    def add(self, record: Record) -> None:
        """Take a record, and the works its page lists."""
        self._index(record)
        self.add_listed(record)

    def add_listed(self, record: Record) -> None:
        """Take the works that the page of a record lists, but not the record itself."""
        for one in record.relations:
            self._index(one)

    def _index(self, record: Record) -> None:
        form = Form(record)
        for key in dict.fromkeys(keys_of(form)):
            self._blocks[key].append(len(self._records))
        if may_run_on(record):
            self._blocks[key_of(form.compact)].append(len(self._records))
        self._journals.add(form.container)
        self._records.append(record)
        self._forms.append(form)

    def complete(self, record: Record) -> Merged:
        """Fill what a record does not say, and spell out what it abbreviates.

        Works of lists come after records that a source is about; where two works fit and
        contradict each other, nothing is taken from either, unless an identifier decides.
        """
        found = self.find(record)
        return merge_into(record, found, unite=False) if found else Merged(record)

    def find(self, record: Record) -> list[Record]:
        """Give the records of the same work that agree with each other, surest first."""
        from litconv.works.match import DEFAULT_THRESHOLD, decide, objects  # noqa: PLC0415 - loads rapidfuzz

        bar = DEFAULT_THRESHOLD if self._threshold is None else self._threshold
        form = Form(record)
        fits: list[_Fit] = []
        for place, (one, its_form) in enumerate(self._candidates(form)):
            if one is record:
                continue
            decision = decide(form, its_form, bar)
            if decision.same:
                order = (decision.score < 1, its_form.listed, -decision.score, place)
                fits.append(_Fit(order, one, its_form))
        fits.sort(key=lambda one: one.order)
        if any(
            objects(one.form, other.form)
            for place, one in enumerate(fits)
            for other in fits[place + 1 :]
        ):
            fits = [one for one in fits if one.is_sure]
        return [one.record for one in fits]

    def _candidates(self, form: Form) -> Iterator[tuple[Record, Form]]:
        """Give the records of the same blocks; where title and journal run on, parted here."""
        found: dict[int, None] = {}
        for key in keys_of(form):
            found |= dict.fromkeys(self._block(key))
        for index in found:
            yield self._records[index], self._forms[index]
        for index in self._block(key_of(form.compact)) if form.compact else ():
            parted = split_by(self._records[index], form.compact, self._journals)
            if parted is not None:
                yield parted, Form(parted)

    def _block(self, key: str) -> list[int]:
        members = self._blocks.get(key, [])
        return members if len(members) <= _LARGEST_BLOCK else []


class _Fit(NamedTuple):
    """A record of the same work; `order` sorts the surest first."""

    order: tuple[bool, bool, float, int]
    record: Record
    form: Form

    @property
    def is_sure(self) -> bool:
        """Say whether an identifier says so."""
        return not self.order[0]
