"""Bytes to text block by block: the same text, the same places, in flat memory."""

from __future__ import annotations

import io
import tracemalloc
from typing import BinaryIO, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics, InputError
from litconv.source import decode

SIGNS = st.sampled_from(
    ["a", "é", "王", "\n", "\r\n", "\r", "\u2028", "\x0b", "\x1b[31m", "x" * 9, "\ufeff"]
)


def stream(data: bytes, block: int, encoding: str | None = None) -> tuple[list[str], list[str]]:
    """Give the lines, read in blocks of some bytes, and what was said with its place."""
    said = Diagnostics()
    lines = list(decode(data, "x.txt", said, encoding=encoding, block=block).stream())
    return lines, [f"{one.code} {one.span} {one.message}" for one in said.items]


@example("\n\ufeff", "utf-16-le", b"\0", 1)
@given(
    st.lists(SIGNS, max_size=40).map("".join),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16-le"]),
    st.binary(max_size=2),
    st.integers(1, 20),
)
def test_the_size_of_the_blocks_changes_nothing(
    text: str, encoding: str, damage: bytes, block: int
) -> None:
    data = text.encode(encoding) + damage + "\nlast".encode(encoding)
    try:
        whole = stream(data, 1 << 20, encoding)
    except InputError:
        return
    try:
        assert stream(data, block, encoding) == whole
    except InputError:  # the beginning alone looks binary
        assert "\x1b" in text or len(damage) == 2


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [("utf-8", []), ("gb18030", ["encoding-guessed"]), ("cp1252", ["encoding-guessed"])],
)
def test_the_first_block_beyond_ascii_decides(encoding: str, remark: list[str]) -> None:
    word = "é" if encoding == "cp1252" else "王小明的桦树"
    text = "plain words only\n" * 99 + f"{word} and more\n" + "plain\n" * 99 + f"{word} end"
    said = Diagnostics()
    lines = decode(text.encode(encoding), "x", said, block=64).stream()
    assert next(lines) == "plain words only"
    assert said.items == []
    assert list(lines) == text.split("\n")[1:]
    assert list(said.codes) == remark


def test_places_are_those_of_the_whole_file() -> None:
    data = b"line\n" * 50 + b"a\x00b\n" + b"line\n" * 50 + "é".encode() + b"\xff\nz\x1b[0m\n"
    _, said = stream(data, 16, "utf-8")
    assert [one.partition(" byte")[0][:45] for one in said] == [
        "undecodable-bytes x.txt:102:2",
        "control-character-removed x.txt:51:2 2 contro",
    ]


def test_a_long_source_is_read_once_or_kept() -> None:
    data = b"line\n" * 99
    source = decode(data, "x", Diagnostics(), block=16)
    assert source.text == data.decode()
    assert list(source.stream()) == source.lines == ["line"] * 99 + [""]
    assert list(source.stream()) == source.lines
    once = decode(data, "x", Diagnostics(), block=16)
    assert len(list(once.stream())) == 100
    with pytest.raises(RuntimeError, match="streamed once"):
        list(once.stream())


def test_blank_blocks_before_the_text_are_no_empty_input() -> None:
    source = decode(b"\n" * 99 + b"text\n", "x", Diagnostics(), block=8)
    assert source.head == "text\n"
    assert source.text.endswith("\ntext\n")


def test_memory_stays_flat() -> None:
    class Endless(io.RawIOBase):
        left = 40_000_000

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return b"A line of forty signs, one after other.\n" * (size // 40)

        def readline(self, size: int | None = -1) -> bytes:
            del size
            return b""

    tracemalloc.start()
    source = decode(cast("BinaryIO", Endless()), "x", Diagnostics(), block=80_000)
    count = sum(1 for _ in source.stream())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1_000_001
    assert peak < 2_000_000
