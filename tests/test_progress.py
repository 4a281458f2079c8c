"""How far a run is said to be: by what was handed to the writer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from litconv.cli.measure import Measure, State
from litconv.files import Input
from litconv.model import Origin, Record, Span


def record(file: Path | str, line: int) -> Record:
    return Record(title="Moss", origin=Origin(format="ris", span=Span(str(file), line)))


def made(folder: Path, name: str, lines: int) -> Path:
    """Make a file of lines of ten bytes."""
    path = folder / name
    path.write_bytes(b"012345678\n" * lines)
    return path


def passing(measure: Measure, *records: Record) -> Iterator[Record]:
    return measure.counted(iter(records))


def test_lines_tell_how_far_the_records_are(tmp_path: Path) -> None:
    one, two = made(tmp_path, "1.ris", 100), made(tmp_path, "2.ris", 50)
    measure = Measure([str(one), str(two)])
    measure.count_lines()
    everything = iter([Input(str(one), b"", position=lambda: 1000)])
    list(measure.inputs(everything))
    assert measure.state() == State("reading", 1000, 1500)
    out = passing(measure, record(one, 1), record(one, 50), record(two, 25))
    next(out)
    assert measure.state() == State("1 record", 10, 1500)
    next(out)
    assert measure.state() == State("2 records", 500, 1500)
    next(out)
    assert measure.state() == State("3 records", 1250, 1500)
    assert list(out) == []
    assert measure.state() == State("writing 3 records", 0, None)


def test_what_is_written_when_all_records_are_there_is_counted(tmp_path: Path) -> None:
    path = made(tmp_path, "1.ris", 30)
    written = [1]
    measure = Measure([str(path)])
    measure.written = lambda: len(written)
    list(passing(measure, *(record(path, line) for line in (1, 9, 20, 25))))
    assert measure.state() == State("writing 4 records", 0, None)
    written += [2, 3, 4]
    assert measure.state() == State("writing 4 records", 3, 4)


def test_bytes_tell_it_where_lines_do_not(tmp_path: Path) -> None:
    path = made(tmp_path, "1.json", 10)
    stream = io.BytesIO()
    measure = Measure([str(path)])
    measure.count_lines()
    inputs = measure.inputs([Input(str(path), stream, position=stream.tell)])
    next(inputs)
    stream.write(b"0" * 40)
    assert measure.state() == State("reading", 40, 100)
    out = passing(measure, record(path, 1), record(path, 1))
    next(out)
    assert measure.state() == State("1 record", 40, 100)
    stream.write(b"0" * 60)
    next(out)
    assert measure.state() == State("2 records", 100, None), "read, but not written"


@pytest.mark.parametrize("name", ["-", "nowhere.ris", "\0"])
def test_what_has_no_size_has_no_total(name: str) -> None:
    measure = Measure([name])
    measure.count_lines()
    assert measure.state() == State("reading", 0, None)
    next(passing(measure, record(name, 7)))
    assert measure.state() == State("1 record", 0, None)


@pytest.mark.parametrize("name", ["1.ris.gz", "1.ris.zst", "1.zip"])
def test_lines_of_compressed_files_are_not_known(tmp_path: Path, name: str) -> None:
    path = made(tmp_path, name, 100)
    measure = Measure([str(path)])
    measure.count_lines()
    next(passing(measure, record(path, 50)))
    assert measure.state() == State("1 record", 0, 1000)


def test_records_without_a_place() -> None:
    measure = Measure([])
    measure.count_lines()
    next(passing(measure, Record(title="Moss")))
    assert measure.state() == State("1 record", 0, None)
