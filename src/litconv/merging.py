"""Read → find records of one work → merge → complete → refine → key: `litconv merge`.

All records are held in memory, because the last one may be the twin of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import MergeOptions, ReadOptions
from litconv.pipeline import Refiner, read_raw
from litconv.registry import Format
from litconv.works import Form, Library, find_groups
from litconv.works.completing import complete
from litconv.works.report import MergeReport, merged_group
from litconv.works.uniting import unite


def merge(  # noqa: PLR0913 - what a run of the program is about
    inputs: Iterable[Input],
    diagnostics: Diagnostics,
    *,
    format_: Format | None = None,
    encoding: str | None = None,
    options: ReadOptions | None = None,
    merging: MergeOptions | None = None,
    library: Library | None = None,
    report: MergeReport | None = None,
) -> Iterator[Record]:
    """Yield one record for each work, in the order of first occurrence, refined and keyed.

    Works that pages list complete the records, and so does the `library`; they are records of
    their own only where `options.include` asks for them. `report` is filled as the records come.
    """
    options, merging = options or ReadOptions(), merging or MergeOptions()
    report = MergeReport() if report is None else report
    known = library or Library()
    raw = list(
        read_raw(
            inputs,
            diagnostics,
            format_=format_,
            encoding=encoding,
            options=options,
            take=known.add_listed,
        )
    )
    groups = find_groups([Form(one.record) for one in raw], merging.threshold)
    report.records, report.works = len(raw), len(groups)
    refiner = Refiner(options, diagnostics)
    for group in groups:
        records = [raw[index].record for index in group.members]
        merged = unite(group, records, merging.keep, diagnostics)
        record = complete(merged.record, known, diagnostics) if len(known) else merged.record
        curated = all(raw[index].curated for index in group.members)
        written = refiner.refine(record, curated=curated)
        if len(group.members) > 1:
            report.groups.append(merged_group(group, records, merged, written))
        yield written
