"""Memory stays flat: what a conversion holds does not grow with the records that passed through."""

from __future__ import annotations

import gc
import io
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from typing import TextIO, cast

import pytest

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostic, Diagnostics
from litconv.model import ItemType, Record
from litconv.options import ReadOptions, WriteOptions
from litconv.source import Source
from made_records import dated, person

BEFORE = 4_200
"""Records that pass before anything is measured: from the 4,097th on keys are kept as hashes."""

MEASURED = 2_000
AT_ONCE = 50
MOST_BYTES = 200
"""Bytes a record: two keys of eleven (the run's and the output's), which count three times since
their arrays are moved while they grow, and what the length of a piece and the thousand lines
taken at once vary. Keys as texts take more than 300."""


def made(number: int) -> Record:
    title = ("Moss on old stones", "The lamp", "Rivers without bridges")[number % 3]
    return Record(
        id=f"key{number}",
        type=ItemType.ARTICLE_JOURNAL,
        title=title,
        contributors=(person("Alder", f"A{number % 7}"),),
        container_title="Invented Journal",
        issued=dated(1990 + number % 9),
    )


def texts(name: str) -> Iterator[str]:
    """Yield the records as the format's writer writes them, some at once."""
    for start in range(0, BEFORE + MEASURED + AT_ONCE, AT_ONCE):
        out = io.StringIO()
        records = [made(number) for number in range(start, start + AT_ONCE)]
        pipeline.write(records, out, registry.find(name, to=True)[0], Diagnostics())
        yield out.getvalue()


class Nowhere(io.TextIOBase):
    def write(self, text: str, /) -> int:
        return len(text)


def ignore(_said: Diagnostic) -> None: ...


def growth(source: str, target: str) -> float:
    """Give the bytes that each record of a conversion leaves behind."""
    reader = registry.find("csljson" if source == "csljsonl" else source, to=False)[0].reader
    assert reader is not None
    said = Diagnostics(ignore)
    plain_keys = target == "bibtex"
    refiner = pipeline.Refiner(ReadOptions(plain_keys=plain_keys), said)
    pieces = texts(source)
    read = reader.read(Source("x", next(pieces), pieces), said)
    held = []

    def passing() -> Iterator[Record]:
        for record in islice(read, BEFORE):
            yield refiner.refine(record)
        gc.collect()
        tracemalloc.start()
        held.append(tracemalloc.get_traced_memory()[0])
        for record in islice(read, MEASURED):
            yield refiner.refine(record)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()

    out = cast("TextIO", Nowhere())
    to = registry.find(target, to=True)[0]
    pipeline.write(passing(), out, to, said, WriteOptions(keyed=plain_keys))
    assert len(held) == 2
    return (held[1] - held[0]) / MEASURED


def test_ris_to_bibtex_holds_a_hash_of_each_record() -> None:
    assert growth("ris", "bibtex") < MOST_BYTES


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "ris",
        "nbib",
        "wos",
        "enw",
        "refworks",
        "noteexpress",
        "endnotexml",
        "csljsonl",
        "json",
        "bibtex",
    ],
)
def test_what_streams_leaves_next_to_nothing_behind(source: str) -> None:
    assert growth(source, "csljsonl") < MOST_BYTES
