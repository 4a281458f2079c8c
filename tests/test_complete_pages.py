"""Pages that cite each other complete each other: all that can be known, and nothing else."""

from __future__ import annotations

import pytest

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import ReadOptions
from page_citing import CitingPage, folder
from page_scoring import read_only
from page_scoring import year as year_read

SEEDS = range(12)
MORE = range(12, 60)


def completed(pages: list[CitingPage], *, complete: bool = True) -> list[Record]:
    inputs = [Input(one.name, one.text.encode()) for one in pages]
    options = ReadOptions(complete=complete)
    return list(pipeline.read(inputs, Diagnostics(), options=options))


def state(record: Record) -> tuple[str, int | None, str, str]:
    """Give what the source and the other pages say; invented DOIs may tell something else."""
    return (
        read_only(record, "container_title"),
        year_read(record),
        read_only(record, "volume"),
        read_only(record, "issue"),
    )


@pytest.mark.parametrize("seed", [*SEEDS, *(pytest.param(n, marks=pytest.mark.slow) for n in MORE)])
def test_every_cited_paper_is_complete_and_no_other_is_touched(seed: int) -> None:
    pages = folder(seed)
    records = completed(pages)
    assert len(records) == len(pages)
    wrong = []
    for page, record in zip(pages, records, strict=True):
        journal, year, volume, issue = state(record)
        truth = page.source
        if page.cited:
            right = (
                journal.casefold() == truth.journal.casefold()
                and year == truth.year
                and volume in {truth.volume, truth.volume.replace("A ", "")}
                and issue in {truth.issue, ""}
            )
        else:
            right = (journal, year, volume, issue) == ("", None, "", "")
        if not right:
            wrong.append((page.name, page.title, page.cited, truth, state(record)))
    assert wrong == []


def test_folders_hold_what_they_are_for() -> None:
    pages = [page for seed in SEEDS for page in folder(seed)]
    cited = sum(page.cited for page in pages)
    assert len(pages) * 0.5 < cited < len(pages) * 0.85
    records = completed(folder(0), complete=False)
    assert {state(record) for record in records} == {("", None, "", "")}


def test_what_was_filled_says_where_it_stood() -> None:
    pages = folder(1)
    texts = {page.name: page.text.splitlines() for page in pages}
    seen = 0
    for page, record in zip(pages, completed(pages), strict=True):
        steps = [step for step in record.provenance if step.how == "merged"]
        assert bool(steps) is page.cited
        for step in steps:
            name, _, line = step.source.rpartition(":")
            assert name != page.name
            assert 0 < int(line) <= len(texts[name])
            seen += 1
        assert page.cited is ("container_title" in {step.field for step in steps})
    assert seen > len(pages)
