"""Whatever is in an input, every reader ends and raises nothing; damage costs what it touches.

The test takes every format that can be read and the inputs of its cases; nothing has to be added
for a new one. Record pages, the formats of people's pastes, have more in test_robustness_pages.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv import registry
from litconv.diagnostics import Diagnostics, InputError
from litconv.model import Record
from litconv.registry import Format
from litconv.source import decode

CASES = Path(__file__).parent / "cases"
FORMATS = registry.readable()
ONE_ANSWER = frozenset({"crossref"})
"""Formats whose text is the answer of a service: nobody has two of them in one file."""

FEW, MANY = 6, 200
LONGEST = 20_000  # characters; a longer sample is no better one


class Sample(NamedTuple):
    """The text of a case's input."""

    name: str
    text: str


@cache
def samples(format_: str) -> tuple[Sample, ...]:
    found: list[Sample] = []
    for path in sorted(CASES.glob(f"{format_.replace('-', '_')}/*/input.*")):
        try:
            text = decode(path.read_bytes(), path.name, Diagnostics()).text
        except InputError:
            continue
        if len(text) <= LONGEST:
            found.append(Sample(path.parent.name, text))
    return tuple(found)


def read(
    format_: Format, data: str | bytes, *, block: int = 1 << 20, named: bool = True
) -> list[Record]:
    """Give the records; bytes that are no text give none. A text is UTF-8, which `named` says."""
    encoding = "utf-8" if named and isinstance(data, str) else None
    raw = data.encode() if isinstance(data, str) else data
    said = Diagnostics()
    assert format_.reader is not None
    try:
        source = decode(raw, "input", said, encoding=encoding, block=block)
        format_.reader.sniff(source.head)
        return list(format_.reader.read(source, said))
    except InputError:
        return []


def spread(count: int, most: int) -> Iterator[int]:
    """Give `most` of the numbers below `count`, the first and the last among them."""
    step = max(count / most, 1)
    yield from sorted({int(number * step) for number in range(min(count, most))} | {count - 1})


each_format = pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.name)


@each_format
def test_every_format_has_a_sample(format_: Format) -> None:
    assert samples(format_.name)


@each_format
@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_gives_nothing(format_: Format, data: bytes) -> None:
    source = decode(data, "input", said := Diagnostics())
    assert source.head == ""  # so that the pipeline asks no reader at all
    assert format_.reader is not None
    assert not format_.reader.sniff(source.head)
    list(format_.reader.read(source, said))


@each_format
def test_newlines_marks_and_blocks_change_nothing(format_: Format) -> None:
    for sample in samples(format_.name)[:FEW]:
        wanted = read(format_, sample.text)
        for newline in ("\r\n", "\r", "\u2028"):
            assert read(format_, sample.text.replace("\n", newline)) == wanted, sample.name
        assert read(format_, "\ufeff" + sample.text) == wanted, sample.name
        for block in (1, 64, 1000):
            assert read(format_, sample.text, block=block) == wanted, sample.name
        for encoding in ("utf-16-le", "utf-16-be"):
            marked = ("\ufeff" + sample.text).encode(encoding)
            assert read(format_, marked) == wanted, sample.name


def cut(format_: Format, most: int) -> None:
    for sample in samples(format_.name)[:most]:
        for end in spread(len(sample.text), most):
            read(format_, sample.text[:end])
            read(format_, sample.text[end:])


@each_format
def test_inputs_cut_anywhere(format_: Format) -> None:
    cut(format_, FEW)


@pytest.mark.slow
@each_format
def test_inputs_cut_everywhere(format_: Format) -> None:
    cut(format_, MANY)


def damaged(sample: Sample, most: int) -> Iterator[str]:
    """Yield the text with one line gone, twice, or with something odd put into it."""
    lines = sample.text.split("\n")
    for place in spread(len(lines), most):
        before, line, after = lines[:place], lines[place], lines[place + 1 :]
        middle = len(line) // 2
        for put in ([], [line, line], [line[:middle], line[middle:]], [line[::-1]], ["\0" + line]):
            yield "\n".join([*before, *put, *after])


def damage(format_: Format, most: int) -> None:
    for sample in samples(format_.name)[:most]:
        count = len(read(format_, sample.text))
        for text in damaged(sample, most):
            read(format_, text)
        # a second copy behind the first may be lost where a text is one thing, never the first
        glued = len(read(format_, sample.text + "\n" + sample.text))
        assert glued >= count or format_.name in ONE_ANSWER, sample.name


@each_format
def test_lines_lost_doubled_and_broken(format_: Format) -> None:
    damage(format_, FEW)


@pytest.mark.slow
@each_format
def test_every_line_lost_doubled_and_broken(format_: Format) -> None:
    damage(format_, MANY)


SOUP = st.lists(st.sampled_from(FORMATS).flatmap(
    lambda one: st.sampled_from(samples(one.name)[:FEW]).flatmap(
        lambda sample: st.sampled_from(sample.text.split("\n"))
    )
), max_size=25).map("\n".join)  # fmt: skip


@each_format
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=300) | st.text(max_size=200) | SOUP)
def test_anything(format_: Format, data: str | bytes) -> None:
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    read(format_, data)


@pytest.mark.slow
@each_format
def test_time_grows_with_the_length(format_: Format) -> None:
    """Four times the text takes about four times as long: squares would take sixteen."""
    for sample in samples(format_.name)[:FEW]:
        if not sample.text.strip():
            continue
        text = sample.text * (40_000 // len(sample.text) + 1)
        short, long = (seconds(format_, text * times) for times in (1, 4))
        assert long < max(short, 0.3) * 10, sample.name


def seconds(format_: Format, text: str) -> float:
    started = time.process_time()
    read(format_, text)
    return time.process_time() - started


@pytest.mark.slow
@each_format
def test_one_endless_value(format_: Format) -> None:
    sample = next(one for one in samples(format_.name) if one.text.strip())
    lines = sample.text.split("\n")
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    for filler in ("x", "a b ", "(", "<", '"', "\\", "; ", "1-"):
        lines_now = list(lines)
        middle = len(lines[longest]) // 2
        lines_now[longest] = lines[longest][:middle] + filler * 30_000 + lines[longest][middle:]
        assert seconds(format_, "\n".join(lines_now)) < 20, filler
