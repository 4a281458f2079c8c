"""Facts that were not written, told once for a run and not once for a record."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from litconv.diagnostics import Diagnostic

CODE = "extra-not-written"


class _Kind(msgspec.Struct):
    """A kind of fact: the first record that has it, and how many have it."""

    first: Diagnostic
    records: int = 0


class LossLines:
    """Counts the `extra-not-written` of a run by the kind of fact.

    The message of each names the kinds behind a colon: `not written to RIS: subjects, ORCID iDs`.
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._records = 0

    def add(self, one: Diagnostic) -> None:
        """Count the facts of one record."""
        self._records += 1
        beginning, _, words = one.message.partition(": ")
        for word in words.split(", "):
            kind = self._kinds.setdefault((beginning, word), _Kind(one))
            kind.records += 1

    def take(self) -> Iterator[Diagnostic]:
        """Give what there is to say: a line for the kinds that the same records have; once."""
        lines: dict[tuple[str, int, int], list[str]] = {}
        firsts: dict[int, Diagnostic] = {}
        for (beginning, word), kind in self._kinds.items():
            firsts[id(kind.first)] = kind.first
            lines.setdefault((beginning, id(kind.first), kind.records), []).append(word)
        for (beginning, first, records), words in lines.items():
            count = f" ({records} record{'s' * (records != 1)})" if self._records > 1 else ""
            message = f"{beginning}: {', '.join(words)}{count}"
            yield msgspec.structs.replace(firsts[first], message=message)
        self._kinds.clear()
        self._records = 0
