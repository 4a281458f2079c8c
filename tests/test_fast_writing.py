"""Short cuts of writers for what is usual: they give what the long way gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from litconv.csl.items import to_item
from litconv.formats.bibtex.extras import extra_facts, has_extra_facts
from litconv.formats.bibtex.types import entry_type
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    OtherIdentifier,
    Pages,
    PartialDate,
    Provenance,
    RawField,
    Record,
    Role,
    Subject,
    TranslatedTitle,
)
from litconv.text.bibtex import titles
from litconv.text.bibtex.format_names import name_to_bibtex, names_to_bibtex
from litconv.text.latex import encode
from litconv.text.latex.encode import to_ascii_latex, to_latex

NEVER = re.compile(r"(?!)")
ASCII = st.text(st.characters(max_codepoint=127), max_size=12)


# ---------------------------------------------------------------------- LaTeX
def _long_escaped(text: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encode, "_PLAIN", NEVER)
        return encode._escaped(text)  # noqa: SLF001 - the long way


def test_each_character_of_ascii_is_escaped_as_the_long_way_escapes_it() -> None:
    for text in [form.format(chr(code)) for code in range(128) for form in ("a{}b", "{}", "{} ")]:
        assert encode._escaped(text) == _long_escaped(text), repr(text)  # noqa: SLF001 - itself


@pytest.mark.parametrize("char", encode.ESCAPES)
def test_what_has_to_be_escaped_is_not_plain(char: str) -> None:
    assert to_latex(f"a{char}b") != f"a{char}b"
    assert to_latex(char + "b" * 80) != char + "b" * 80


@example("a  b", 0)
@given(ASCII | st.text("a é  &{\\", max_size=8), st.sampled_from((0, 60, 61)))
def test_plain_texts_are_escaped_as_others_are(text: str, longer: int) -> None:
    text += "x" * longer
    wanted = _long_escaped(text)
    assert encode._escaped(text) == wanted  # noqa: SLF001 - the short cut itself
    assert [to_latex(text), to_latex(text)] == [wanted, wanted]  # the second one is remembered


# ---------------------------------------------------------------------- titles
_WORDS = st.sampled_from(
    (
        *("A", "An", "The", "leaf", "Leaf", "DNA", "pH", "X", "a", "I", "leaf's", "Leaf's", "-"),
        *(":", "?", "of", "2", "H2O", "(in", "water)", "'leaf", '"Oak', "<i>oak</i>", "a<b", "a>b"),
        *("R&D", "50%", "x_1", "été", "王", "a|b", "`oak", "[oak]", "McFir", "oak-Elm", "Oak:"),
    )
)
_TITLES = st.builds(
    lambda words, blank, ends: ends[0] + blank.join(words) + ends[1],
    st.lists(_WORDS, max_size=5),
    st.sampled_from((" ", " ", " ", "", "  ", "\n")),
    st.tuples(st.sampled_from(("", "", " ")), st.sampled_from(("", "", " ", "."))),
)


@given(_TITLES | ASCII, st.sampled_from((to_latex, to_ascii_latex)))
@example("A'b", to_latex)
@example("Leaf2 of oak", to_latex)
@example("Leaf_a", to_latex)
@example("Leaves  of oak", to_latex)
@example("I like oak", to_latex)
@example("Leaves of oak ", to_latex)
@example("Leaves of oak\n", to_latex)
@example("Leaves <i>of</i> oak", to_latex)
def test_titles_that_are_sentences_are_written_as_others_are(
    title: str, escape: Callable[[str], str]
) -> None:
    quick = titles.title_to_latex(title, escape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(titles, "_SENTENCE", NEVER)
        assert titles.title_to_latex(title, escape) == quick


@pytest.mark.parametrize(
    ("title", "usual"),
    [
        ("Leaves of the forest: a study (2004)", True),
        ("A leaf", True),
        ("Leaves of New York", False),
        ("I like oak", False),
        ("Leaves & bark", False),
        ("DNA of oak", False),
    ],
)
def test_titles_that_are_sentences(title: str, usual: bool) -> None:  # noqa: FBT001 (from the table)
    asked: list[str] = []

    def escape(text: str) -> str:
        asked.append(text)
        return text

    titles.title_to_latex(title, escape)
    assert bool(asked) is not usual


# ---------------------------------------------------------------------- names
_PARTS = st.sampled_from(("", "Alder", "Ann B.", "and", "others", "Éva", "王", "A, B", "{A", " "))
_NAMES = st.builds(Name, family=_PARTS, given=_PARTS, suffix=_PARTS) | st.builds(
    Name, literal=_PARTS
)


@given(st.lists(_NAMES, max_size=4), st.booleans())
def test_names_are_joined_without_those_that_have_no_part(
    names: list[Name],
    safe: bool,  # noqa: FBT001 (drawn)
) -> None:
    texts = [name_to_bibtex(name, to_latex, safe_initials=safe) for name in names]
    joined = names_to_bibtex(names, to_latex, safe_initials=safe)
    assert joined == " and ".join(filter(None, texts))


# ---------------------------------------------------------------------- facts, types, identifiers
_NAME = Name(
    family="Alder",
    given="Ann",
    particle="van",
    dropping_particle="de",
    suffix="Jr.",
    literal="Leaf Group",
    original="ALDER",
    affiliations=("Oak Institute",),
    orcid="0000-0000-0000-0000",
)
_KNOWN = Identifiers(
    doi="10.5555/a",
    isbn=("1",),
    issn=("2",),
    pmid="3",
    pmcid="PMC4",
    arxiv="5",
    other=(OtherIdentifier("CNKI", "6"),),
)
_SPECIAL: dict[str, Any] = {
    "type": ItemType.BOOK,
    "translated_titles": (TranslatedTitle(title="叶"),),
    "contributors": (Contributor(role=Role.AUTHOR, name=_NAME),),
    "affiliations": ("Oak Institute",),
    **dict.fromkeys(("issued", "accessed", "event_date"), Date(start=PartialDate(2004))),
    "pages": Pages(first="1"),
    "identifiers": _KNOWN,
    "keywords": ("leaf",),
    "subjects": (Subject(scheme="clc", code="Q1"),),
    "times_cited": 0,
    "listing": Listing(ListKind.RELATED),
    "relations": (Record(title="Bark"),),
    "extra": (RawField(tag="XX", value="y"),),
    "provenance": (Provenance(field="title", how="changed", rule="x"),),
    "origin": Origin(format="ris"),
}


def _singles() -> dict[str, Record]:
    """Give a record for each field of the model that says this one thing alone."""
    fields = {field: _SPECIAL.get(field, "text") for field in Record.__struct_fields__}
    found = {field: Record(**{field: value}) for field, value in fields.items()}
    for field in Identifiers.__struct_fields__:
        found[f"identifiers.{field}"] = Record(
            identifiers=Identifiers(**{field: getattr(_KNOWN, field)})
        )
    for field in Name.__struct_fields__:
        one = Contributor(role=Role.EDITOR, name=Name(**{field: getattr(_NAME, field)}))
        others = (Contributor(role=Role.AUTHOR, name=Name(family="Birch")), one)
        found[f"name.{field}"] = Record(contributors=others)
    return found


def test_records_without_extra_facts_are_told_quickly() -> None:
    told = set[str]()
    for field, record in _singles().items():
        facts = [*extra_facts(record, biblatex=False), *extra_facts(record, biblatex=True)]
        assert has_extra_facts(record) or not facts, field
        told.update([field] if facts else [])
    assert told == {
        *("translated_titles", "contributors", "affiliations", "identifiers", "subjects"),
        *("times_cited", "listing", "identifiers.pmcid", "identifiers.other"),
        *("name.affiliations", "name.orcid"),
    }
    assert not has_extra_facts(Record(title="Leaves"))
    both = Record(identifiers=Identifiers(pmid="1", arxiv="2"))
    assert has_extra_facts(both)
    assert list(extra_facts(both, biblatex=True)) == [("identifiers", "PMID: 1")]


@pytest.mark.parametrize(
    ("field", "variable"),
    [("doi", "DOI"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("isbn", "ISBN"), ("issn", "ISSN")],
)
def test_identifiers_of_any_kind_reach_the_item(field: str, variable: str) -> None:
    value = getattr(_KNOWN, field)
    item = to_item.to_item(Record(identifiers=Identifiers(**{field: value})), extras=False)
    assert item[variable] == (value if isinstance(value, str) else value[0])
    assert variable not in to_item.to_item(Record(identifiers=Identifiers()), extras=False)


_BOOK = {"container_title": "Trees"}
_EDITED = {**_BOOK, "contributors": (Contributor(role=Role.EDITOR, name=Name(family="Alder")),)}


@pytest.mark.parametrize(
    ("type_", "fields", "bibtex", "biblatex"),
    [
        (ItemType.ARTICLE_JOURNAL, {}, "article", "article"),
        (ItemType.ARTICLE_MAGAZINE, {}, "article", "article"),
        (ItemType.REVIEW, {}, "misc", "misc"),
        (ItemType.REVIEW_BOOK, {}, "misc", "misc"),
        (ItemType.REVIEW, _BOOK, "article", "article"),
        (ItemType.REVIEW_BOOK, _BOOK, "article", "article"),
        (ItemType.CHAPTER, {}, "incollection", "inbook"),
        (ItemType.ENTRY, {}, "misc", "misc"),
        (ItemType.ENTRY_DICTIONARY, _BOOK, "incollection", "inbook"),
        (ItemType.ENTRY, _EDITED, "incollection", "inreference"),
        (ItemType.MANUSCRIPT, {}, "misc", "unpublished"),
        (ItemType.MANUSCRIPT, {"note": "Draft"}, "unpublished", "unpublished"),
        (ItemType.SPEECH, {}, "misc", "unpublished"),
        (ItemType.PATENT, {}, "misc", "misc"),
        (ItemType.PATENT, {"number": "US 1"}, "misc", "patent"),
        (ItemType.WEBPAGE, {}, "misc", "misc"),
        (ItemType.WEBPAGE, {"url": "https://example.org"}, "misc", "online"),
        (ItemType.ARTICLE, {"identifiers": Identifiers(doi="10.5555/a")}, "misc", "online"),
        (ItemType.ARTICLE, {"identifiers": Identifiers(arxiv="1")}, "misc", "online"),
        (ItemType.POST, {"identifiers": Identifiers(pmid="1")}, "misc", "online"),
        (ItemType.POST, {"identifiers": Identifiers(pmcid="PMC1")}, "misc", "misc"),
        (ItemType.BOOK, {}, "book", "book"),
        (ItemType.DATASET, {}, "misc", "dataset"),
        (ItemType.PAPER_CONFERENCE, {}, "inproceedings", "inproceedings"),
        (ItemType.THESIS, {}, "phdthesis", "thesis"),
    ],
)
def test_types_that_need_what_a_record_lacks(
    type_: ItemType, fields: dict[str, Any], bibtex: str, biblatex: str
) -> None:
    record = msgspec.structs.replace(Record(type=type_), **fields)
    assert entry_type(record, biblatex=False) == bibtex
    assert entry_type(record, biblatex=True) == biblatex
