"""JSON that is read without being held whole: it is the same as if it were."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.reading.json_items import json_items
from litconv.source import Source

ITEMS: st.SearchStrategy[list[Any]] = st.lists(
    st.sampled_from(
        [
            {"id": "alder1999", "type": "book", "title": 'On moss, and [more] {"of"} it \\'},
            {"id": "b", "type": "book", "author": [{"family": "Birch"}, {"family": "王"}]},
            {"title": "\x01\ud800", "type": "book"},
            {"DOI": "10.5555/x", "type": "book", "note": float("nan")},
            *([], 3, None, "text", {}),
        ]
    ),
    max_size=6,
)


def in_pieces(text: str, size: int) -> Source:
    found = [text[at : at + size] for at in range(0, len(text), size)]
    return Source("f.json", found[0], iter(found[1:]))


def told(source: Source) -> tuple[list[Any], list[str], list[str]]:
    """Give the items with their places, what was said, and what was set aside."""
    said = Diagnostics()
    items = [(repr(item), str(span)) for item, span in json_items(source, said, ("items",))]
    return items, [f"{one} {one.hint}" for one in said.items], said.rejects


@given(
    ITEMS,
    st.sampled_from([None, 1]),
    st.integers(1, 40),
    st.tuples(
        st.integers(0, 200), st.integers(0, 9), st.sampled_from(["", "", "[", "}", '"', ","])
    ),
    st.sampled_from(["", "\n", " ]", "\n[]", "{}"]),
)
def test_a_list_in_pieces_is_the_list(
    items: list[Any], indent: int | None, size: int, damage: tuple[int, int, str], after: str
) -> None:
    text = json.dumps(items, indent=indent) + after
    at, left_out, put_in = damage
    for one in (text, text[:at] + put_in + text[at + left_out :]):
        if one:
            assert told(in_pieces(one, size)) == told(Source("f.json", one))


@given(
    ITEMS,
    st.sampled_from([None, 1]),
    st.integers(50, 90),
    st.tuples(
        st.integers(0, 200), st.integers(0, 9), st.sampled_from(["", "", "[", "}", '"', ","])
    ),
    st.sampled_from(['{"items":', '\n{"total": [1],\n "x": {"a": 1}, "items": ', '{"y": "z"']),
    st.sampled_from(["}", ', "more": [{"id": "no"}]} ', "]}", "", "}{}"]),
)
def test_a_wrapped_list_in_pieces_is_the_list(
    items: list[Any],
    indent: int | None,
    size: int,
    damage: tuple[int, int, str],
    before: str,
    after: str,
) -> None:
    text = before + json.dumps(items, indent=indent) + after
    at, left_out, put_in = damage
    for one in (text, text[:at] + put_in + text[at + left_out :]):
        assert told(in_pieces(one, size)) == told(Source("f.json", one))


def test_lines_in_pieces_are_the_lines() -> None:
    text = '{"id": "a", "type": "book"}\n\n  {"id": "b"}\n{"id": \n' * 9
    found = told(in_pieces(text, 60))
    assert found == told(Source("f.json", text))
    assert found[0][1] == ("{'id': 'b'}", "f.json:3:3")


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [("[", ",\n", "]"), ("", "\n", "\n"), ('{"items": [', ",\n", '], "next": {}}')],
)
def test_memory_does_not_grow_with_the_items(before: str, between: str, after: str) -> None:
    item = json.dumps({"id": "x", "type": "book", "title": "On moss " * 120})

    def pieces() -> Iterator[str]:
        for _ in range(200):
            yield (item + between) * 20
        yield item + after

    rest = pieces()
    tracemalloc.start()
    said = Diagnostics()
    count = sum(1 for _ in json_items(Source("f", before + next(rest), rest), said, ("items",)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, said.items) == (4001, [])
    assert peak < 500_000  # of 4 MB


def test_an_item_longer_than_many_pieces_costs_in_proportion() -> None:
    item = json.dumps({"id": "x", "type": "book", "author": [{"family": "Alder"}] * 30_000})
    found = told(in_pieces(f"[{item},{item}]", 500))
    assert [place for _, place in found[0]] == ["f.json:1:2", f"f.json:1:{len(item) + 3}"]


def answers(indent: int | None) -> list[str]:
    """Give texts with the items a to f in them, each as services and programs write them."""
    a, b, c, d, e, f = ({"id": one, "type": "book"} for one in "abcdef")
    values: tuple[Any, ...] = (
        {"status": "ok", "items": [a, b], "query": {"id": "no"}},
        [c],
        d,
        {"items": [], "next": None},
        {"items": e},
        [f],
    )
    return [json.dumps(one, indent=indent) for one in values]


@pytest.mark.parametrize("ends", ["\n", "\n\n", " "])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (2, 1, 0, 5, 3, 4), (1, 3, 0, 2, 4, 5)])
@pytest.mark.parametrize("indents", [(None,), (1,), (None, 1), (1, None)])
@pytest.mark.parametrize("size", [7, 1000])
def test_answers_one_behind_the_other_are_all_read(
    size: int, indents: tuple[int | None, ...], order: tuple[int, ...], ends: str
) -> None:
    texts = [answers(indents[at % len(indents)])[which] for at, which in enumerate(order)]
    text = ends.join(texts) + "\n"
    said = Diagnostics()
    found = list(json_items(in_pieces(text, size), said, ("items",)))
    ids = "".join(item["id"] for item, _ in found)
    assert ids == "".join(("ab", "c", "d", "", "e", "f")[which] for which in order)
    assert said.items == []
    lines = text.split("\n")
    for item, span in found:  # the place is that of the item's brace
        rest = "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line :]])
        assert json.JSONDecoder().raw_decode(rest)[0] == item
