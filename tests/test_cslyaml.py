"""CSL-YAML: Markdown in strings, what is refused, what the writer gives."""

from __future__ import annotations

from functools import partial

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import made_records
from litconv.formats.csljson import FORMATS
from litconv.model import ItemType, Record
from litconv.reading.yaml_text import load_yaml
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
