"""A set of values in about 11 bytes each, so that a run can remember something of every record.

A value is only a number, the hash of 64 bits that Python has for it, in sorted arrays of which the
last bits choose one; a set of texts takes some 150 bytes a value. So a value can be taken for
another one, which a user of this set has to bear: among n values that happens with odds of n² in
2⁶⁵, for a million of them in one run of 37 million.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Hashable
from typing import Final

_LAST_BITS: Final = 0x3FF


class HashSet:
    """The hashes of the values that were added; it takes 100 KB from the start."""

    __slots__ = ("_parts",)

    def __init__(self) -> None:
        """Start with none."""
        self._parts = [array("q") for _ in range(_LAST_BITS + 1)]

    def __contains__(self, value: Hashable) -> bool:
        """Say whether a value was added, or, hardly ever, one of the same hash."""
        number = hash(value)
        part = self._parts[number & _LAST_BITS]
        place = bisect_left(part, number)
        return place < len(part) and part[place] == number

    def add(self, value: Hashable) -> bool:
        """Add a value; say whether it is new."""
        number = hash(value)
        part = self._parts[number & _LAST_BITS]
        place = bisect_left(part, number)
        if place < len(part) and part[place] == number:
            return False
        part.insert(place, number)
        return True
