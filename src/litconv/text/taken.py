"""Keys that are given out once each in a run, however many records it has."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from litconv.text.hashset import HashSet

_WIDE: Final = 64
_FEW: Final = 4096 if sys.hash_info.width >= _WIDE else sys.maxsize  # narrow hashes would meet
_MANY_TRIED: Final = 8


class TakenKeys:
    """Gives out keys, each once; those that differ in case only are the same key.

    An `exact` key is another one wherever it differs, but stands in the way of those that are not.
    The first thousands of keys are kept as they are, which is fastest; once there are more, in 11
    bytes each, 22 where they have large letters (see `HashSet`). One that is taken for another by
    then, in one run of millions, gets a suffix that it would not need.
    """

    def __init__(self) -> None:
        """Start with no key taken."""
        self._exact: set[str] = set()
        self._small: set[str] = set()
        self._hashes: HashSet | None = None
        self._has_marks = False
        self._tried: dict[Hashable, int] = {}

    def give(self, key: str, suffix: Callable[[int], str], *, exact: bool = False) -> str:
        """Take the key, or else the first of `key + suffix(1)`, `key + suffix(2)` … that is free.

        Gives what was taken.
        """
        if self.take(key, exact=exact):
            return key
        base: Hashable = (key,) if exact else key.casefold()
        tried = self._tried.get(base, 0) + 1
        while not self.take(unique := key + suffix(tried), exact=exact):
            tried += 1
        if tried >= _MANY_TRIED:  # then each search would take longer than the last one
            self._tried[base] = tried
        return unique

    def take(self, key: str, *, exact: bool = False) -> bool:
        """Take a key if it is free, and say whether it was."""
        small = key.casefold()
        if self._hashes is not None:
            return self._take(self._hashes, key, small, exact=exact)
        if key in self._exact if exact else small in self._small:
            return False
        self._exact.add(key)
        self._small.add(key if small == key else small)  # one text for both
        if len(self._exact) > _FEW:
            self._let_go()
        return True

    def _let_go(self) -> None:
        """Keep hashes from now on."""
        from litconv.text.hashset import HashSet  # noqa: PLC0415 - for long runs only

        self._hashes = HashSet()
        for key in self._exact:
            self._take(self._hashes, key, key.casefold(), exact=True)
        self._exact.clear()
        self._small.clear()

    def _take(self, hashes: HashSet, key: str, small: str, *, exact: bool) -> bool:
        """Take a key if it is free.

        One in small letters is kept alone, another one with its small form, which is marked by a
        tuple because as an exact key it is still free.
        """
        if key == small:
            free = exact or not self._has_marks or (small,) not in hashes
            return free and hashes.add(key)
        self._has_marks = True
        if exact:
            hashes.add((small,))
        elif small in hashes or not hashes.add((small,)):
            return False
        return hashes.add(key)
