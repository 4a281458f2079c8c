"""Which of the works that a source names are converted: `--include`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import ListKind, Record, Span
from litconv.options import Include


def select(
    records: Iterable[Record],
    include: Include,
    name: str,
    diagnostics: Diagnostics,
    *,
    empty: str = "selection-empty",
) -> Iterator[Record]:
    """Yield what `include` asks for; lists nested in a main record come out flat after it.

    With `main` a record keeps its lists nested, for the writers that can hold them. When an input
    has records but none of that kind, the diagnostic `empty` says which kind it has; without one
    nothing is said.
    """
    kept, left_out = 0, set[Include]()
    with_main = include in {Include.MAIN, Include.ALL}
    for record in records:
        if with_main and record.listing is None and not record.relations:
            kept += 1
            yield record  # nearly every one
            continue
        for one in _flat(record, include):
            if _kind(one) is include or include is Include.ALL:
                kept += 1
                yield one
            else:
                left_out.add(_kind(one))
        left_out.update(_kind(one) for one in record.relations)
    if left_out and not kept and empty:
        kinds = " or ".join(sorted(left_out))
        diagnostics.report(
            empty,
            f"the input holds no {_WORDS[include]}, only {_names(left_out)}",
            hint=f"say --include {kinds}",
            span=Span(name),
        )


_WORDS = {
    Include.MAIN: "main record",
    Include.RELATED: "list of related papers",
    Include.REFERENCES: "list of references",
    Include.ALL: "record",
}


def _names(kinds: set[Include]) -> str:
    words = {
        Include.MAIN: "a main record",
        Include.RELATED: "a list of related papers",
        Include.REFERENCES: "a list of references",
    }
    return " and ".join(words[kind] for kind in sorted(kinds))


def _flat(record: Record, include: Include) -> Iterator[Record]:
    if include is Include.MAIN:
        yield record
        return
    yield msgspec.structs.replace(record, relations=())
    yield from record.relations


def _kind(record: Record) -> Include:
    if record.listing is None:
        return Include.MAIN
    return Include.RELATED if record.listing.kind is ListKind.RELATED else Include.REFERENCES
