"""Bare text: a reference a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litconv.text.markup.runs import Entry, Rich, Shape, clean


def to_text(runs: Rich) -> str:
    """Give the bare text of the runs, on one line."""
    return clean("".join(run.text for run in runs))


def text_list(entries: Iterable[Entry], _shape: Shape) -> Iterator[str]:
    """Yield a line for each entry."""
    return (to_text(one.runs) + "\n" for one in entries if one.runs)
