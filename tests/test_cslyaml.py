"""CSL-YAML: Markdown in strings, what is refused, what the writer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

import made_records
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson import FORMATS
from litconv.formats.csljson.yaml_list import _Rest, yaml_items
from litconv.model import ItemType, Record
from litconv.reading.yaml_text import YamlMap, load_yaml
from litconv.source import Source
from litconv.text.pandoc_text import from_pandoc, to_pandoc

YAML = next(one for one in FORMATS if one.name == "cslyaml")
written = partial(made_records.written, "cslyaml")


def test_the_output_is_a_list_of_references() -> None:
    record = Record(id="a", type=ItemType.BOOK, title="On <i>Quercus</i> * 5", volume="no")
    (document,) = [one for one in yaml.safe_load_all(written(record)) if one]
    assert document == {
        "references": [{"id": "a", "type": "book", "title": r"On *Quercus* \* 5", "volume": "no"}]
    }


def test_no_record_is_an_empty_list() -> None:
    assert next(yaml.safe_load_all(written())) == {"references": []}


@pytest.mark.parametrize(
    ("markdown", "rich"),
    [
        ("*a* **b** _c_", "<i>a</i> <b>b</b> <i>c</i>"),
        ("x^2^ H~2~O", "x<sup>2</sup> H<sub>2</sub>O"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("snake_case_name", "snake_case_name"),
        (r"\*a\*", "*a*"),
        ("[Abc]{.smallcaps}", '<span style="font-variant:small-caps;">Abc</span>'),
        ("[pH]{.nocase}", '<span class="nocase">pH</span>'),
        ("a [1] b", "a [1] b"),
    ],
)
def test_markdown_is_rich_text(markdown: str, rich: str) -> None:
    assert from_pandoc(markdown) == rich


@given(st.text(st.sampled_from("ab *_^~[]\\<>i/{}."), max_size=20))
def test_any_text_comes_back_from_markdown(text: str) -> None:
    plain = text.replace("<", "(").replace(">", ")")
    assert from_pandoc(to_pandoc(plain)) == plain


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1\nb: *x", "aliases (*name) are not read"),
        ("[" * 5000, "nested too deeply"),
        ("a: [1", "expected ',' or ']', but got '<stream end>'"),
    ],
)
def test_what_is_no_bibliography_is_refused(text: str, message: str) -> None:
    value, fault = load_yaml(text)
    assert value is None
    assert fault is not None
    assert fault.message == message


@given(st.text(max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    load_yaml(text)


def documents() -> st.SearchStrategy[str]:
    """Give pieces of documents in any order, sound and damaged."""
    lines = (
        "---|references:|- id: a|  type: book|  title: A|  - id: b|    title: 'B|    type: book'"
        "|    - x|- plain|title: Meta|  title: |-|    - no item|  # said|# said|...|- id: c #|"
        '  title: "c|- d"|  issued: {year: 2001}|- [x|- &x {id: f}|- *x|\tid: g|- - id: h|'
        "references: []|? - x|: y|- id: i: j|-|  author:|  - family: K|- !t {id: l, m: [n, o]}"
    )
    return st.lists(st.sampled_from(lines.split("|")), max_size=9).map("\n".join)


@given(documents())
def test_the_library_in_c_reads_the_same(text: str) -> None:
    quick = load_yaml(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        slow = load_yaml(text)
    if slow[1] is None:  # what it reads beyond that does no harm
        assert quick == slow
        assert list(map(places, quick[:1])) == list(map(places, slow[:1]))


def places(value: object) -> object:
    """Give where the maps in a value are."""
    if isinstance(value, YamlMap):
        return value.line, value.column, [places(one) for one in value.values()]
    return [places(one) for one in value] if isinstance(value, list) else None


@given(documents())
def test_items_are_those_of_the_whole_document(text: str) -> None:
    assume(text.count("references") < 2)  # of several keys of one name a whole has the last
    assume(not re.search(r"\n(?:---|\.\.\.)", text.lstrip()))  # of several documents, the first
    source, said = Source("x.yaml", text), Diagnostics()
    found = list(yaml_items(source, said))
    whole_said = Diagnostics()
    whole = list(_Rest("x.yaml", [], text.split("\n"), 0).items(whole_said))
    assert list(map(places, found)) == list(map(places, whole))
    assert found == whole
    assert said.items == whole_said.items
    assert said.rejects == whole_said.rejects


def test_items_are_read_one_by_one() -> None:
    taken = []

    def pieces() -> Iterator[str]:
        for number in range(99):
            taken.append(number)
            yield f"- id: a{number}\n  title: T\n"

    items = yaml_items(Source("x.yaml", "---\nreferences:\n", pieces()), Diagnostics())
    assert [next(items)["id"] for _ in range(3)] == ["a0", "a1", "a2"]
    assert len(taken) < 9


@pytest.mark.parametrize(
    "text",
    [
        "---\nreferences:\n- id: a\n---\n---\nreferences:\n- id: b\n---\n",
        "references:\n- id: a\n...\n\n---\n- id: b\n",
        "references: [{id: a}]\n--- # more\nreferences: [{id: b}]\n",
        "---\ntitle: Oaks\n---\nText: a\n\n---\nreferences:\n- id: a\n- id: b\n...\n- text\n",
        "references:\n- id: a\nnocite: x\nreferences:\n- id: b\n",
    ],
)
def test_every_list_of_references_counts(text: str) -> None:
    said = Diagnostics()
    found = list(yaml_items(Source("x.yaml", text), said))
    assert found == [{"id": "a"}, {"id": "b"}]
    lines = text.split("\n")
    assert [lines[one.line - 1][one.column - 1 :].lstrip("{")[:5] for one in found] == [
        "id: a",
        "id: b",
    ]
    assert said.items == []


def test_damage_costs_one_document_nothing_of_the_next() -> None:
    text = '---\nreferences:\n- id: "a\n---\nreferences:\n- id: b\n'
    said = Diagnostics()
    assert list(yaml_items(Source("x.yaml", text), said)) == [{"id": "b"}]
    assert [one.code for one in said.items] == ["record-invalid"]
    assert said.rejects == ['- id: "a\n']


@pytest.mark.parametrize("withheld", ["__with_libyaml__", "__author__"])
def test_a_key_that_is_there_twice_is_said(withheld: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, withheld, False, raising=False)
    (record,), said = made_records.read(
        "cslyaml", "- id: a\n  type: book\n  title: Oaks\n  title: Elms\n"
    )
    assert record.title == "Elms"
    assert [one.message for one in said.items] == [
        "the key 'title' is there twice; its last value counts"
    ]


@pytest.mark.parametrize(
    ("text", "places", "rejects"),
    [
        (
            "- id: a\n  type: book\n- only words\n- id: b\n  type: book\n",
            [(3, "this is no item")],
            ["- only words\n"],
        ),
        (
            "references:\n- id: a\n  type: book\n- 17\n- id: b\n  type: book\n",
            [(4, "this is no item")],
            ["- 17\n"],
        ),
        (
            "references: [{id: a, type: book}, 17, {id: b, type: book}]\n",
            [(1, "this is no item: '17'")],
            ["- 17\n"],
        ),
    ],
    ids=["list", "references", "in one line"],
)
def test_what_is_no_item_is_said(
    text: str, places: list[tuple[int, str]], rejects: list[str]
) -> None:
    said = Diagnostics()
    found = list(yaml_items(Source("x.yaml", text), said))
    assert [one["id"] for one in found] == ["a", "b"]
    assert [(one.span and one.span.line, one.message) for one in said.items] == [
        (line, f"no valid YAML: {message}") for line, message in places
    ]
    assert said.rejects == rejects
