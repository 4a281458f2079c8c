"""Records of one input that share a key or are of one work: what `litconv check` says of them."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from litconv.model import Record
from litconv.works.forms import Form
from litconv.works.groups import find_groups
from litconv.works.merge import place_of


class SharedKey(msgspec.Struct, frozen=True):
    """A citation key that several records came with, and where they stand."""

    key: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        """One line."""
        return f"the key {self.key} is that of {len(self.places)} records: {', '.join(self.places)}"


class SameWork(msgspec.Struct, frozen=True):
    """Records of one work: where they stand, by what they were known (`doi`), how sure it is."""

    title: str
    places: tuple[str, ...]
    reasons: tuple[str, ...]
    score: float

    def __str__(self) -> str:
        """One line."""
        sure = f" ({self.score:.2f})" if self.score < 1 else ""
        return f"one work by {' and '.join(self.reasons)}{sure}: {', '.join(self.places)}"


class Doubles:
    """Takes the records of a run as they were read; works of lists are named often, and not meant.

    It keeps no record, only what is compared.
    """

    def __init__(self) -> None:
        self._keys: defaultdict[str, list[str]] = defaultdict(list)
        self._forms: list[Form] = []
        self._named: list[tuple[str, str]] = []

    def add(self, record: Record) -> None:
        """Take a record, with the key that its source has."""
        if record.listing is not None:
            return
        place = place_of(record)
        if record.id:
            self._keys[record.id].append(place)
        self._forms.append(Form(record))
        self._named.append((record.title, place))

    def keys(self) -> list[SharedKey]:
        """Give the keys of more than one record."""
        return [
            SharedKey(key, tuple(places)) for key, places in self._keys.items() if len(places) > 1
        ]

    def works(self) -> list[SameWork]:
        """Give the works of more than one record."""
        return [
            SameWork(
                self._named[group.members[0]][0],
                tuple(self._named[index][1] for index in group.members),
                group.reasons,
                round(group.score, 3),
            )
            for group in find_groups(self._forms)
            if len(group.members) > 1
        ]
