"""EndNote tagged and RefWorks tagged there and back: one set of promises for both writers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv.model import ItemType, Record
from made_records import facts_only, records_of, write
from strategies import records

CASES = Path(__file__).parent / "cases"
SAMPLES = [
    pytest.param(format_, path, id=f"{format_}-{path.parent.name}")
    for format_ in ("enw", "refworks")
    for path in sorted((CASES / format_).glob("*/input.*"))
]
NOTES = {"enw": "%Z ", "refworks": "NO "}
LATER_TITLES = {"enw": "%T end\n", "refworks": "T1 end\n"}
WORDS = st.lists(st.sampled_from("ash elm fir oak yew".split()), min_size=1, max_size=3).map(
    " ".join
)
slowly = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
each_format = pytest.mark.parametrize("format_", ["enw", "refworks"])


def test_there_are_samples_of_both() -> None:
    assert {"enw", "refworks"} == {one.values[0] for one in SAMPLES}


@pytest.mark.parametrize(("format_", "path"), SAMPLES)
def test_what_was_read_is_written_and_read_again(format_: str, path: Path) -> None:
    first = records_of(format_, path.read_text("utf-8"))
    once, _ = write(format_, *first)
    second = records_of(format_, once)
    assert write(format_, *second)[0] == once
    for before, after in zip(first, second, strict=True):
        assert facts_only(after) == facts_only(before)


@each_format
def test_extras_are_notes(format_: str) -> None:
    record = Record(type=ItemType.SPEECH, title="A", times_cited=7)
    assert "times_cited" in str([one.field for one in write(format_, record)[1].items])
    text, diagnostics = write(format_, record, extras=True)
    assert diagnostics.items == []
    assert f"{NOTES[format_]}Type: speech\n" in text
    assert f"{NOTES[format_]}Times cited: 7\n" in text


@each_format
@slowly
@given(record=records(WORDS))
def test_writing_what_was_read_from_it_changes_nothing(format_: str, record: Record) -> None:
    once, _ = write(format_, record)
    again, _ = write(format_, *records_of(format_, once))
    third, _ = write(format_, *records_of(format_, again))
    assert third == again


@each_format
@slowly
@given(record=records())
def test_any_record_is_written_as_one(format_: str, record: Record) -> None:
    text, _ = write(format_, record, extras=True)
    assert len(records_of(format_, text + LATER_TITLES[format_])) == 1
