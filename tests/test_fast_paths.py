"""Short cuts for what is usual: they give what the long way gives."""

from __future__ import annotations

import io
import json
import re
import string

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from litconv.csl.items import to_item
from litconv.csl.items.names import name_to_csl
from litconv.csl.items.to_item import unmapped
from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex import scan as bibtex_scan
from litconv.formats.csljson.writer import CslJsonWriter
from litconv.model import Name, Record
from litconv.options import WriteOptions
from litconv.refine.key_fields import (
    author_words,
    first_author_words,
    first_title_word,
    title_words,
    words_of,
)
from litconv.text import doi as dois
from litconv.text import names as people
from litconv.text import pages, usual_names
from litconv.text.ascii import fold_latin, to_ascii
from litconv.text.bibtex import format_names
from litconv.text.bibtex import parse_names as bibtex_people
from litconv.text.bibtex.format_names import name_to_bibtex
from litconv.text.case import names as name_case
from litconv.text.latex.encode import to_latex
from litconv.text.oneline import one_line
from litconv.text.width import tidy
from litconv.writing.json_text import as_json
from strategies import records

USUAL = st.builds(
    "{}, {}".format,
    st.from_regex(usual_names._FAMILY, fullmatch=True),  # noqa: SLF001 - the short cut itself
    st.from_regex(usual_names._GIVEN, fullmatch=True),  # noqa: SLF001 - the short cut itself
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@example(value=["\x7f"], indent=0, ascii_only=True)
@given(VALUES, st.sampled_from([0, 2]), st.booleans())
def test_json_is_that_of_python(value: object, indent: int, ascii_only: bool) -> None:  # noqa: FBT001 (drawn)
    wanted = json.dumps(value, indent=indent or None, ensure_ascii=ascii_only)
    assert as_json(value, indent=indent, ascii_only=ascii_only) == wanted


def test_json_of_half_a_character_and_of_odd_floats() -> None:
    assert as_json("\ud800", ascii_only=True) == '"\\ud800"'
    assert as_json([1e22, float("nan")]) == "[1e+22, NaN]"
    assert (
        as_json({"a": "\U0001f600\x7fé"}, ascii_only=True)
        == '{"a": "\\ud83d\\ude00\\u007f\\u00e9"}'
    )


@settings(deadline=None)  # the tables of pinyin are loaded once
@given(records(), st.booleans())
def test_first_words_are_the_first_of_all(record: Record, ascii_only: bool) -> None:  # noqa: FBT001 (drawn)
    titles = title_words(record, ascii_only=ascii_only)
    assert first_title_word(record, ascii_only=ascii_only) == titles[:1]
    authors = author_words(record, ascii_only=ascii_only)
    assert first_author_words(record, ascii_only=ascii_only) == next(iter(authors), ())


@pytest.mark.parametrize(
    ("title", "word"), [("The A of", "The"), ("Of 12 birches", "birches"), ("桦树 and fir", "")]
)
def test_first_title_word(title: str, word: str) -> None:
    assert "".join(first_title_word(Record(title=title), ascii_only=False)) == word


@given(st.text(string.ascii_letters + string.digits, min_size=1))
def test_ascii_is_its_own_spelling(word: str) -> None:
    assert fold_latin(word) == to_ascii(word) == word
    assert words_of(word) == (word,)


LETTERS = st.text("AbC É-'’.王", max_size=6)


@given(LETTERS, LETTERS)
def test_a_name_in_mixed_case_is_told_at_once(family: str, given_name: str) -> None:
    name = Name(family=family, given=given_name)
    quick = name_case.recase_name(name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(name_case, "is_mixed", lambda _: False)
        assert name_case.recase_name(name) == quick


def test_the_short_cut_for_names_is_taken() -> None:
    assert name_case.is_mixed(Name(family="Smith", given="John A."))
    assert not name_case.is_mixed(Name(family="SMITH", given="John A."))
    assert not name_case.is_mixed(Name(family="Smith", given="JOHN"))


NEVER = re.compile(r"(?!)")
FAMILIES = st.sampled_from(
    "Smith Müller Al Jr Group Anonymous SMITH D'Arcy Li-Wang O 王 World".split()
)
GIVENS = st.sampled_from(
    "John A. Ann-Mary J.-P. Jr Jnr III Iii Et Al al. Others Group Inc ß van JA Team 等".split()
)


@given(st.lists(FAMILIES, min_size=1, max_size=2), st.lists(GIVENS, max_size=6), st.booleans())
def test_usual_names_are_read_as_others_are(
    family: list[str],
    given_names: list[str],
    cited: bool,  # noqa: FBT001 (drawn)
) -> None:
    text = f"{' '.join(family)}, {' '.join(given_names)}"
    quick = people._parse(text, cited)  # noqa: SLF001 - the short cut itself
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "usual_name", lambda _: None)
        assert people._parse(text, cited) == quick  # noqa: SLF001 - the short cut itself


@given(st.text("10./-_a;,() ", max_size=9).map(lambda end: f"10.1000/{end}"))
def test_plain_dois_are_what_the_long_way_finds(text: str) -> None:
    quick = dois.clean_doi(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dois, "_PLAIN", NEVER)
        assert dois.clean_doi(text) == quick


@given(USUAL)
@example("Anonymous, A.")
@example("Others, A.-Berta C.")
def test_usual_names(text: str) -> None:
    usual = usual_names.usual_name(text)
    assume(usual)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "usual_name", lambda _: None)
        assert people._parse(text, False) == usual  # noqa: SLF001, FBT003 - the short cut itself
    assert not people.is_nobody(text)
    assert not people.marks_others(text)
    assert tidy(text) == text


@pytest.mark.parametrize(
    "text", ["Alder, Univ", "Alder, Jr", "Alder, Working Party", "Alder, Et Al", "ALDER, A."]
)
def test_names_that_are_not_usual(text: str) -> None:
    assert usual_names.usual_name(text) is None


@given(USUAL)
def test_usual_names_of_bibtex(text: str) -> None:
    assume(usual_names.usual_name(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_people, "usual_name", lambda _: None)
        assert bibtex_people.parse_people(text).names == [usual_names.usual_name(text)]


@given(records())
def test_most_records_have_nothing_without_a_variable(record: Record) -> None:
    short = unmapped(record)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(to_item, "_has_nothing_extra", lambda _: False)
        assert unmapped(record) == short


@given(st.text(max_size=5), st.text(max_size=5))
def test_usual_names_of_items(family: str, given_name: str) -> None:
    texts = {"family": one_line(family), "given": one_line(given_name)}
    parts = {key: text for key, text in texts.items() if text}
    found = name_to_csl(Name(family=family, given=given_name))
    assert found == (parts if "family" in parts or not parts else {"literal": parts["given"]})
    assert list(found) == [key for key in ("literal", "family", "given") if key in found]


@example(begin=919, end=22)
@example(begin=0, end=0)
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_usual_pages(begin: int, end: int) -> None:
    text = f"{begin}-{end}"
    assert pages.parse_pages(text) == pages._parse_any(text)  # noqa: SLF001 - the long way


@example(family="And", given_name="Bob")
@example(family="OTHERS", given_name="C.")
@example(family="aNd", given_name="D.")
@example(family="Alder", given_name="and Birch")
@given(st.from_regex(r"[A-Za-z]{1,8}", fullmatch=True), st.text("ABCabcdnos .-", max_size=8))
def test_usual_names_for_bibtex(family: str, given_name: str) -> None:
    name = Name(family=family, given=given_name)
    short = name_to_bibtex(name, to_latex, safe_initials=True)
    assert short == format_names._name_to_bibtex(name, to_latex, True)  # noqa: SLF001, FBT003 - the long way


FIELDS = st.lists(
    st.sampled_from(
        "title = {A b},|title={A {B} c},|title = {A},|year = 2001,|year = {2001}|month = jan,|a=,|,"
        '|note = {a} # jan,|volume = 2}|X-y = "a",|x = "{a}"|% a\n|}|)|b c = {d},|url = {a%},| '
        "|pages = {1--2},|title = {A {B c},|title = {$x$ \\& y},|x = {}".split("|")
    )
)


@given(FIELDS)
def test_usual_fields_are_divided_as_others_are(fields: list[str]) -> None:
    text = "@misc{a,\n" + "\n".join(fields) + "\n}\n"
    quick = list(bibtex_scan.blocks(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_scan, "_USUAL", NEVER)
        assert list(bibtex_scan.blocks(text)) == quick


PARTICLES = st.sampled_from(["", "van ", "von der ", "d' ", "VAN ", "and ", "de-la "])


@given(st.lists(st.builds("{}{}".format, PARTICLES, USUAL), min_size=1, max_size=3))
def test_usual_names_with_particles(names: list[str]) -> None:
    text = " and ".join(names)
    quick = bibtex_people.parse_people(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_people, "usual_name", lambda _: None)
        assert bibtex_people.parse_people(text) == quick


@given(records())
def test_items_are_indented_as_a_list_is(record: Record) -> None:
    item = to_item.to_item(record, extras=True)
    out = io.StringIO()
    CslJsonWriter().write([record], out, Diagnostics(), WriteOptions(extras=True))
    item["id"] = item["id"] or "item-1"
    assert out.getvalue() == json.dumps([item], indent=2, ensure_ascii=False) + "\n"
