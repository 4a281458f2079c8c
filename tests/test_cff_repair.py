"""CITATION.cff that is no valid YAML: each damage costs the value it is in, and is said."""

from __future__ import annotations

import time

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.formats.cff.repair import repair
from litconv.model import Record
from litconv.reading.yaml_text import YamlFault
from litconv.source import Source
from made_records import extra_of

HEAD = "cff-version: 1.2.0\ntitle: Leaves\n"


def read(text: str) -> tuple[list[Record], Diagnostics]:
    reader = registry.formats()["cff"].reader
    assert reader is not None
    diagnostics = Diagnostics()
    return list(reader.read(Source("CITATION.cff", text), diagnostics)), diagnostics


def said(diagnostics: Diagnostics) -> list[str]:
    return [f"{it.span.line}:{it.span.column} {it.code}" for it in diagnostics.items if it.span]


@pytest.mark.parametrize(
    ("line", "value", "column"),
    [
        ("abstract: On oaks: a study", "On oaks: a study", 18),
        ('abstract: "On oaks', "On oaks", 19),
        ("abstract: 'On oaks", "On oaks", 19),
        ("abstract: @oaks", "@oaks", 11),
        ("abstract: `oaks`", "`oaks`", 11),
        ("abstract: *oaks", "*oaks", 11),
        ('abstract: "On oaks" and elms', '"On oaks" and elms', 21),
        ("abstract: On oaks: a\n  study of bark", "On oaks: a study of bark", 18),
    ],
)
def test_a_value_that_is_no_yaml_is_its_text(line: str, value: str, column: int) -> None:
    (record,), diagnostics = read(f"{HEAD}{line}\nversion: 2\n")
    assert (record.title, record.abstract) == ("Leaves", value)
    assert extra_of(record) == [("version", "2")]
    assert said(diagnostics) == [f"3:{column} syntax-repaired"]


def test_people_around_a_damaged_one_are_read() -> None:
    (record,), diagnostics = read(
        f"{HEAD}authors:\n- family-names: Alder\n- family-names: Birch: B\n  given-names: Bo\n"
        "- name: Ferns\n"
    )
    names = [(name.family, name.given, name.literal) for name in record.authors]
    assert names == [("Alder", "", ""), ("Birch: B", "Bo", ""), ("", "", "Ferns")]
    assert said(diagnostics) == ["5:22 syntax-repaired"]


def test_an_indent_that_is_wrong() -> None:
    (record,), diagnostics = read(
        f"{HEAD}authors:\n  - family-names: Alder\n   given-names: Ann\nversion: 2\n"
    )
    assert [(name.family, name.given) for name in record.authors] == [("Alder", "Ann")]
    assert said(diagnostics) == ["5:4 syntax-repaired"]


def test_lines_of_no_key_are_kept_and_said() -> None:
    (record,), diagnostics = read(f"stray\n{HEAD}authors:\n  - name: Ferns\nmore\nversion: 2\n")
    assert [(raw.tag, raw.value, raw.span.line if raw.span else 0) for raw in record.extra] == [
        ("line", "stray", 1),
        ("line", "more", 6),
        ("version", "2", 2),
    ]
    assert [name.literal for name in record.authors] == ["Ferns"]
    assert said(diagnostics)[-2:] == ["1:1 value-not-understood", "6:1 value-not-understood"]


@pytest.mark.parametrize("text", ["{", "a: b: c", "cff-version: 1.2.0\nmessage: a: b", "- a\nb: c"])
def test_what_tells_of_no_work_is_lost(text: str) -> None:
    records, diagnostics = read(text)
    assert records == []
    assert [it.code for it in diagnostics.items] == ["record-invalid"]
    assert diagnostics.rejects == [text]


SAMPLE = """cff-version: 1.2.0
title: "Leaves"  # a comment
authors:
  - family-names: Alder
    affiliation: 'Elm: 1'
keywords: [a, "b"]
abstract: >-
  On oaks
  and elms
references:
  - type: book
    title: |
      Moss
"""


@pytest.mark.parametrize("end", range(len(SAMPLE)))
def test_every_beginning_is_read(end: int) -> None:
    records, _ = read(SAMPLE[:end])
    assert all(one.title in '"Leaves"' for one in records)
    if end > SAMPLE.index("authors"):
        assert [one.title for one in records] == ["Leaves"]


@pytest.mark.parametrize(
    "piece", ["a: b: c\n", "x\n", "- a: b: c\n", "a: [\n", "a:\n", " ", "- ", "a: *b\n", '"\n']
)
def test_time_is_linear(piece: str) -> None:
    times = []
    for count in (300, 1200):
        faults: list[YamlFault] = []
        begun = time.process_time()
        repair(piece * count, faults.append)
        times.append(time.process_time() - begun)
    assert times[1] < 16 * times[0] + 0.5
