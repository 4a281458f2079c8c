"""BibTeX reader: types, texts, people. Whole entries are in the cases."""

from __future__ import annotations

import pytest

from bibtex_reading import one, read
from litconv.formats.bibtex.from_types import TYPES, language_of
from litconv.formats.bibtex.types import MEANS
from litconv.model import ItemType, Role
from made_records import extra_of

# -------------------------------------------------------------------------------- types and texts


def test_what_the_writer_says_by_an_entry_type_is_read_back() -> None:
    assert {word: TYPES[word] for word in MEANS} == MEANS


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("ARTICLE", ItemType.ARTICLE_JOURNAL),
        ("Conference", ItemType.PAPER_CONFERENCE),
        ("proceedings", ItemType.BOOK),
        ("masterthesis", ItemType.THESIS),
        ("techreport", ItemType.REPORT),
        ("electronic", ItemType.WEBPAGE),
        ("misc", ItemType.DOCUMENT),
        ("moss", ItemType.DOCUMENT),
    ],
)
def test_types(word: str, type_: ItemType) -> None:
    assert one("title = {x}", word).type is type_


def test_an_unknown_entry_type_is_kept() -> None:
    assert [(it.tag, it.value) for it in one("title = {x}", "Moss").extra] == [
        ("entrytype", "moss")
    ]


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("newspaper", ItemType.ARTICLE_NEWSPAPER),
        ("review-book", ItemType.REVIEW_BOOK),
        ("legal_case", ItemType.LEGAL_CASE),
        ("nothing", ItemType.ARTICLE_JOURNAL),
    ],
)
def test_subtypes(word: str, type_: ItemType) -> None:
    record = one(f"entrysubtype = {{{word}}}")
    assert record.type is type_
    assert [it.tag for it in record.extra] == ["entrysubtype"] * (word == "nothing")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title = {A?}, subtitle = {B}", {"title": "A? B"}),
        ("title = {A \\& B}", {"title": "A & B"}),
        ("title = {A\n   B}", {"title": "A B"}),
        ("maintitle = {M}, title = {T}", {"title": "T"}),
        ("journal = {\\apj}", {"container_title": "The Astrophysical Journal"}),
        ("journal = cacm", {"container_title": "Communications of the ACM"}),
        ("fjournal = {Full}, journal = {F.}", {"container_title": "Full"}),
        ("volume = {08}, number = {S1}", {"volume": "8", "issue": "S1"}),
        ("number = 3, issue = {Spring}", {"issue": "3"}),
        ("publisher = {A}, organization = {B}", {"publisher": "A"}),
        ("address = {A}, location = {A}", {"publisher_place": "A"}),
        ("edition = {3rd}", {"edition": "3"}),
        ("edition = {Second}", {"edition": "2"}),
        ("edition = {Revised}", {"edition": "Revised"}),
        ("howpublished = {In print}", {"publisher": "In print"}),
        ('howpublished = "\\url{https://e.org/~x}"', {"url": "https://e.org/~x"}),
        ("title = {\\href{https://e.org}{E}}", {"title": "E", "url": "https://e.org"}),
        ("language = {English}", {"language": "en"}),
        ("langid = {american}", {"language": "en-US"}),
        ("note = {Seen \\emph{once}}", {"note": "Seen <i>once</i>"}),
        ("abstract = {10\\% of {DNA}}", {"abstract": "10% of DNA"}),
        ("keywords = {a, b; c, d}", {"keywords": ("a, b", "c, d")}),
        ("keywords = {a, {b, c}, d}", {"keywords": ("a", "b, c", "d")}),
        ("timescited = 7", {"times_cited": 7}),
        ("affiliation = {A, B; C}", {"affiliations": ("A, B", "C")}),
    ],
)
def test_fields(fields: str, expected: dict[str, object]) -> None:
    record = one(fields)
    assert {name: getattr(record, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("word", "fields", "publisher", "kept"),
    [
        ("phdthesis", "publisher = {P}, school = {S}", "S", [("publisher", "P")]),
        ("techreport", "institution = {I}", "I", []),
        ("book", "publisher = {P}, organization = {O}", "P", [("organization", "O")]),
        ("manual", "organization = {O}", "O", []),
    ],
)
def test_publishers(word: str, fields: str, publisher: str, kept: list[tuple[str, str]]) -> None:
    record = one(fields, word)
    assert record.publisher == publisher
    assert extra_of(record) == kept


def test_a_second_value_of_a_field_is_kept() -> None:
    record = one("note = {a}, note = {b}, note = {a}")
    assert record.note == "a"
    assert extra_of(record) == [("note", "b")]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ngerman", "de"),
        ("langfrench", "fr"),
        ("brazilian", "pt-BR"),
        ("chi", "zh"),
        ("moss", "moss"),
    ],
)
def test_languages(name: str, tag: str) -> None:
    assert language_of(name) == tag


# ----------------------------------------------------------------------------------------- people


def test_roles_and_kinds() -> None:
    record = one(
        "editor = {A, B}, editortype = {compiler}, editora = {C, D}, editoratype = {moss},"
        "translator = {E, F}, bookauthor = {G, H}, director = {I, J}",
        "inbook",
    )
    assert [(it.role, it.name.family) for it in record.contributors] == [
        (Role.COMPILER, "A"),
        (Role.EDITOR, "C"),
        (Role.TRANSLATOR, "E"),
        (Role.CONTAINER_AUTHOR, "G"),
        (Role.DIRECTOR, "I"),
    ]
    assert extra_of(record) == [("editoratype", "moss")]


def test_a_bad_name_costs_no_entry() -> None:
    records, diagnostics = read("@misc{k, author = {Alder, Ann and {} and = and Birch}, title={x}}")
    assert [it.family or it.literal for it in records[0].authors] == ["Alder", "=", "Birch"]
    assert records[0].title == "x"
    assert diagnostics.items == []
