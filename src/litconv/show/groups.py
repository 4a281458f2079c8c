"""Puts the works of a page together: the main record and what is listed below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from litconv.model import ListKind, Record


class Group(msgspec.Struct, frozen=True):
    """One page: its main record, None for a page that is only a list, and its listed works."""

    main: Record | None
    listed: tuple[Record, ...] = ()

    def of_kind(self, kind: ListKind) -> list[Record]:
        """Give the listed works of one kind."""
        return [one for one in self.listed if one.listing and one.listing.kind is kind]


def group(records: Iterable[Record]) -> Iterator[Group]:
    """Yield the groups of a flat run of records: a main record starts a group, a list follows it.

    Works that a main record still holds in `relations` count as listed below it. A list from
    another file does not belong to the page before it.
    """
    main: Record | None = None
    listed: list[Record] = []
    for record in records:
        starts = record.listing is None or _file(record) != _file(main or record)
        if starts and (main or listed):
            yield Group(main, tuple(listed))
            main, listed = None, []
        if record.listing is None:
            main, listed = record, list(record.relations)
        else:
            if listed and _file(listed[-1]) != _file(record):
                yield Group(main, tuple(listed))
                main, listed = None, []
            listed.append(record)
    if main or listed:
        yield Group(main, tuple(listed))


def _file(record: Record) -> str:
    return record.origin.span.file if record.origin and record.origin.span else ""
