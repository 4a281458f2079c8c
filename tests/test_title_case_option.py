"""`--title-case sentence`: which titles are put into sentence case, which stay, what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litconv
from conftest import RunLitconv
from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Listing, ListKind, Provenance, Record, TranslatedTitle
from litconv.options import ReadOptions, TitleCase
from litconv.pipeline import Refiner
from litconv.refine.recase import recase
from litconv.text.case.english import shows_english

TITLE = "The Lamps of France: A History"
CHANGED = "The lamps of France: A history"


def sentence(record: Record, *, curated: bool = False) -> Record:
    return recase(record, Diagnostics(), title_case=TitleCase.SENTENCE, curated=curated)


def test_keep_is_the_default() -> None:
    record = Record(type=ItemType.BOOK, title=TITLE)
    assert ReadOptions().title_case is TitleCase.KEEP
    assert recase(record, Diagnostics()) is record


def test_title_case_and_capitals() -> None:
    assert sentence(Record(title=TITLE)).title == CHANGED
    assert sentence(Record(title=TITLE.upper())).title == CHANGED
    assert sentence(Record(title=TITLE, title_short="The Lamps of France")).title_short == (
        "The lamps of France"
    )


@pytest.mark.parametrize(
    "type_",
    [
        ItemType.ARTICLE_JOURNAL,
        ItemType.BOOK,
        ItemType.CHAPTER,
        ItemType.DATASET,
        ItemType.REPORT,
        ItemType.THESIS,
        ItemType.WEBPAGE,
    ],
)
def test_titles_of_works(type_: ItemType) -> None:
    assert sentence(Record(type=type_, title=TITLE)).title == CHANGED


@pytest.mark.parametrize(
    "type_",
    [
        ItemType.LEGAL_CASE,
        ItemType.LEGISLATION,
        ItemType.PERIODICAL,
        ItemType.SOFTWARE,
        ItemType.TREATY,
    ],
)
def test_titles_that_are_names_stay(type_: ItemType) -> None:
    record = Record(type=type_, title="The Lamps of the Old Road Act")
    assert sentence(record) is record


def test_the_book_of_a_chapter_but_no_journal() -> None:
    container = "Lights and Shades of the North"
    chapter = Record(type=ItemType.CHAPTER, title="One", container_title=container)
    article = Record(type=ItemType.ARTICLE_JOURNAL, title="One", container_title=container)
    assert sentence(chapter).container_title == "Lights and shades of the north"
    assert sentence(article) is article


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Das Licht der Lampen", ""),
        ("Das Licht der Lampen", "de"),
        ("Angewandte Chemie", ""),
        ("Computer Software Marketing", "de-AT"),
        ("La Structure des Lampes", ""),
        ("Madame Bovary", ""),
        ("Madame Bovary", "fr"),
        ("灯的研究", "zh-CN"),
        ("灯的研究 The Lamps of the North", ""),
    ],
)
def test_other_languages_stay(title: str, language: str) -> None:
    record = Record(title=title, language=language)
    assert sentence(record) is record


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "eng", "English", "英文"])
def test_a_stated_language_needs_no_other_sign(language: str) -> None:
    record = Record(title="Semantic Memory", language=language)
    assert sentence(record).title == "Semantic memory"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Semantic Memory", False),
        ("Semantics of Memory", True),
        ("Remembering Madeleines", True),
        ("<i>Remembering</i>", True),
        ("Interpretation", False),
        ("Zeitung", False),
        ('<span class="nocase">Zeit</span>', False),
        ("", False),
    ],
)
def test_signs_of_english(title: str, expected: bool) -> None:  # noqa: FBT001 - of the table
    assert shows_english(title) is expected


def test_a_translated_title_goes_by_its_own_language() -> None:
    titles = (
        TranslatedTitle(title="The Lamps of the North", language="en"),
        TranslatedTitle(title="Les Lampes of the North", language="fr"),
    )
    found = sentence(Record(title="灯", language="zh", translated_titles=titles))
    assert [one.title for one in found.translated_titles] == [
        "The lamps of the north",
        "Les Lampes of the North",
    ]


def test_each_change_is_reported_and_can_be_taken_back() -> None:
    diagnostics = Diagnostics()
    record = Record(
        type=ItemType.CHAPTER, title=TITLE, container_title="Lights and Shades of the North"
    )
    found = recase(record, diagnostics, title_case=TitleCase.SENTENCE)
    assert found.provenance == (
        Provenance(field="title", how="changed", rule="sentence-case", before=TITLE),
        Provenance(
            field="container_title",
            how="changed",
            rule="sentence-case",
            before="Lights and Shades of the North",
        ),
    )
    assert [(one.code, one.field) for one in diagnostics.items] == [
        ("title-recased", "title"),
        ("title-recased", "container_title"),
    ]
    assert diagnostics.items[0].message == f"{TITLE} → {CHANGED}"


def test_listed_works_follow() -> None:
    listed = Record(title=TITLE, listing=Listing(ListKind.REFERENCES, "1"))
    assert sentence(Record(title="Lamps", relations=(listed,))).relations[0].title == CHANGED


def test_of_curated_records_only_titles_change() -> None:
    record = Record(title=TITLE, container_title="JOURNAL OF LAMPS")
    found = sentence(record, curated=True)
    assert (found.title, found.container_title) == (CHANGED, "JOURNAL OF LAMPS")
    assert recase(record, Diagnostics(), curated=True) is record


def test_keep_case_wins_in_the_library() -> None:
    options = ReadOptions(keep_case=True, title_case=TitleCase.SENTENCE)
    found = Refiner(options, Diagnostics()).refine(Record(title=TITLE))
    assert found.title == TITLE


def test_the_library_takes_the_option() -> None:
    page = f"{TITLE}\n\n被引:3\n作者\nAlder, QZ\n页码:1 / 9\n"
    assert litconv.read(text=page, title_case="sentence")[0].title == CHANGED
    assert litconv.read(text=page)[0].title == TITLE


@pytest.fixture
def items(tmp_path: Path) -> Path:
    file = tmp_path / "items.json"
    works = [
        {"id": "a", "type": "book", "title": TITLE},
        {"id": "b", "type": "book", "title": "Das Licht der Lampen", "language": "de"},
    ]
    file.write_text(json.dumps(works), encoding="utf-8")
    return file


def test_the_program(items: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", items.name, "--to", "csljson", "--title-case", "sentence")
    assert [one["title"] for one in json.loads(run.out)] == [CHANGED, "Das Licht der Lampen"]
    assert run.err.count("warning[title-recased]") == 1
    kept = run_litconv("convert", items.name, "--to", "csljson")
    assert [one["title"] for one in json.loads(kept.out)] == [TITLE, "Das Licht der Lampen"]
    assert "title-recased" not in kept.err


def test_keeping_and_changing_at_once_is_an_error(items: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv(
        "convert", items.name, "--to", "csljson", "--keep-case", "--title-case", "sentence"
    )
    assert (run.code, run.out) == (2, "")
    assert "contradict each other" in run.err
