"""Completes a record from others of the same work: lists of other pages, a user's library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from litconv.model import Record
from litconv.works.blocks import SMALL_BLOCK, keys_of
from litconv.works.forms import Form
from litconv.works.merge import Merged, merge_into

_LARGEST_BLOCK = 50 * SMALL_BLOCK
"""A block of more records than this tells nothing; the others of the record decide."""


class Library:
    """An index of records that others are completed from; it is never written."""

    def __init__(self, records: Iterable[Record] = (), threshold: float | None = None) -> None:
        self._records: list[Record] = []
        self._forms: list[Form] = []
        self._blocks: defaultdict[str, list[int]] = defaultdict(list)
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
        fits: list[tuple[bool, float, int]] = []
        for index in self._candidates(form):
            if self._records[index] is record:
                continue
            decision = decide(form, self._forms[index], bar)
            if decision.same:
                fits.append((decision.score < 1, -decision.score, index))
        fits.sort(key=lambda one: (one[0], self._forms[one[2]].listed, one[1], one[2]))
        chosen = [index for *_, index in fits]
        if any(
            objects(self._forms[one], self._forms[other])
            for place, one in enumerate(chosen)
            for other in chosen[place + 1 :]
        ):
            chosen = [index for unsure, _, index in fits if not unsure]
        return [self._records[index] for index in chosen]

    def _candidates(self, form: Form) -> list[int]:
        found: dict[int, None] = {}
        for key in keys_of(form):
            members = self._blocks.get(key, ())
            if len(members) <= _LARGEST_BLOCK:
                found |= dict.fromkeys(members)
        return list(found)
