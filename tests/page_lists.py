"""Prints the list under 相关论文 in each of the shapes that were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from page_noise import Noise
from page_truth import Source, Work


def print_list(works: Sequence[Work], noise: Noise, *, count: bool = True) -> Iterator[str]:
    """Give the lines of a list; the number after 共 is as unreliable as on real pages."""
    if count:
        yield f"共 {noise.rng.choice((50, len(works), len(works) + 7))} 条"
    for work in works:
        yield from _WORK_PRINTERS[work.shape](work, noise)


def _related(work: Work, noise: Noise) -> Iterator[str]:
    yield f"  • [{work.number}] {work.title}"
    yield from (f"    {one.printed}" for one in work.authors)
    yield f"    {_spaced_source(work, noise)}"


def _one_line(work: Work, noise: Noise) -> Iterator[str]:
    yield f"- [{work.number}] {work.title} {_spaced_source(work, noise, doubled=True)}"


def _matched(work: Work, noise: Noise) -> Iterator[str]:
    source = work.source
    yield f"[{work.number}]   {work.title} [J]."
    for index, one in enumerate(work.authors):
        yield f"{one.printed} {'.' if index == len(work.authors) - 1 else noise.widen(';')}"
    pages = f" {noise.widen(':')}{source.first}-{source.end}" if source.first else ""
    yield source.journal + noise.widen(f", {_year_volume_issue(source)}") + pages


def _split(work: Work, noise: Noise) -> Iterator[str]:
    source = work.source
    yield from (f"[{work.number}]", work.title, "[J].", source.journal + noise.widen(","))
    yield noise.widen(_year_volume_issue(source))
    if source.first:
        yield noise.widen(f":{source.first}-{source.end}")


def _bullet(work: Work, noise: Noise) -> Iterator[str]:
    yield f"- [{work.number}] {work.title} [J]. {_spaced_source(work, noise, doubled=True)}"


def _spaced_source(work: Work, noise: Noise, *, doubled: bool = False) -> str:
    source = work.source
    rest = f", {_year_volume_issue(source)}"
    two = noise.rng.random() < (0.7 if doubled else 0.2)
    if not source.first:
        return source.journal + noise.widen(rest + noise.rng.choice(("", ":")))
    rest = noise.widen(f"{rest}{':' if two else ''} : ")
    return f"{source.journal}{rest}{source.first} - {source.end}"


def _year_volume_issue(source: Source) -> str:
    """Give `1972, 30 (01)` with as many of its parts as there are."""
    issue = f"({source.issue_printed})" if source.issue_printed else ""
    counted = " ".join(part for part in (source.volume, issue) if part)
    return f"{source.year}, {counted}" if counted else str(source.year)


def _raw_matched(work: Work, _noise: Noise) -> Iterator[str]:
    yield from (f"[{work.number}]  ", work.raw)


def _raw_split(work: Work, _noise: Noise) -> Iterator[str]:
    yield from (f"[{work.number}]", work.raw)


def _raw_bullet(work: Work, _noise: Noise) -> Iterator[str]:
    yield f"- [{work.number}] {work.raw}"


_WORK_PRINTERS = {
    "related": _related,
    "given-first": _related,
    "one-line": _one_line,
    "matched": _matched,
    "split": _split,
    "bullets": _bullet,
    "sentence": _raw_split,
    "raw-matched": _raw_matched,
    "raw-split": _raw_split,
    "raw-bullets": _raw_bullet,
}
