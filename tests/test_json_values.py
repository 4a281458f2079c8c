"""Values of JSON of the wrong type, and those that go deep."""

from __future__ import annotations

import time

import pytest

from litconv.reading.json_values import as_text, as_texts

DEPTH = 200_000


def nested(inner: list[object], depth: int = DEPTH) -> list[object]:
    value = inner
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([], ""),
        ([{}, [], [None, "a"], "b"], "a"),
        ([[[]], "b"], "b"),
        (3.0, "3"),
        ({"a": "b"}, ""),
    ],
)
def test_the_first_text_counts(value: object, text: str) -> None:
    assert as_text(value) == text


def test_lists_in_lists_are_read_however_deep_they_go() -> None:
    assert as_text(nested(["a"])) == "a"
    assert as_text(nested([])) == ""
    assert as_texts(nested(["a"])) == []


def test_many_empty_values_take_no_time() -> None:
    start = time.process_time()
    assert as_text([{}] * DEPTH) == ""
    assert as_text([[{}]] * DEPTH) == ""
    assert as_texts([{}] * DEPTH) == []
    assert time.process_time() - start < 2
