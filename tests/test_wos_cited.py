"""Web of Science, read: cited works, borders of records, and damage."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv.formats.wos.cited import cited_text, cited_texts
from litconv.formats.wos.reader import WosReader
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Pages,
    PartialDate,
    Record,
)
from wos_records import SAMPLES, read, write

# ------------------------------------------------------------------------------------ cited works


def test_cited_references_are_divided() -> None:
    one_line = "Gum P, 1972, ROWS, V1; Ivy Q, 1973, ELMS; A, V2"
    assert [text for _, text in cited_texts(one_line)] == [
        "Gum P, 1972, ROWS, V1",
        "Ivy Q, 1973, ELMS; A, V2",
    ]
    broken = "A B, 1972, ROWS,\n  V1\nC D, 1973, DOI [10.5555/1,\n10.5555/2]\nE F, 1974, X"
    assert list(cited_texts(broken)) == [
        (0, "A B, 1972, ROWS, V1"),
        (2, "C D, 1973, DOI [10.5555/1, 10.5555/2]"),
        (4, "E F, 1974, X"),
    ]


def test_each_cited_reference_has_its_place() -> None:
    (record,), _ = read("PT J\nCR Gum P, 1972, ROWS\n   Ivy Q, 1973, ELMS\nTI T\nER\n")
    assert [str(it.span) for it in record.relations] == ["f.ciw:2:4", "f.ciw:3:4"]


def test_works_of_other_formats_are_cited_in_the_databases_way() -> None:
    cited = Record(
        type=ItemType.ARTICLE_JOURNAL,
        title="On Elms",
        contributors=(Contributor(name=Name(family="Alder", given="Barbara C.")),),
        container_title="Journal of Elms",
        container_title_short="J. Elms",
        issued=Date(start=PartialDate(1999)),
        volume="12",
        pages=Pages(first="34", last="40"),
        identifiers=Identifiers(doi="10.5555/elm"),
        listing=Listing(ListKind.REFERENCES),
    )
    expected = "Alder BC, 1999, J. ELMS, V12, P34, DOI 10.5555/elm"
    assert cited_text(cited) == expected
    text, diagnostics = write(Record(type=ItemType.BOOK, title="T", relations=(cited,)))
    assert f"CR {expected}\n" in text
    assert diagnostics.items == []


def test_related_works_are_reported_as_not_written() -> None:
    related = Record(title="Other", listing=Listing(ListKind.RELATED))
    _, diagnostics = write(Record(type=ItemType.BOOK, relations=(related,)))
    assert [it.field for it in diagnostics.items] == ["relations"]


# ---------------------------------------------------------------------------------------- borders


def test_records_end_where_others_begin() -> None:
    text = "FN X\nVR 1\nPT J\nTI One\nPT J\nTI Two\n\n   goes on\nER\nDT Letter\nPT J\nTI Three\n"
    records, diagnostics = read(text)
    assert [(it.title, it.genre) for it in records] == [
        ("One", ""),
        ("Two goes on", ""),
        ("Three", "Letter"),
    ]
    assert [(it.code, str(it.span)) for it in diagnostics.items] == [
        ("syntax-repaired", "f.ciw:4:4"),
        ("syntax-repaired", "f.ciw:12:4"),
    ]


def test_an_empty_record_and_a_stray_line_are_said() -> None:
    records, diagnostics = read("what\nPT J\nER\n\nPT J\nTI T\nER\nEF\n")
    assert [it.title for it in records] == ["T"]
    assert [(it.code, str(it.span)) for it in diagnostics.items] == [
        ("record-invalid", "f.ciw:2:4"),
        ("line-not-understood", "f.ciw:1:1"),
    ]
    assert diagnostics.rejects == ["what\nPT J\nER\n"]


def test_a_file_without_records_has_none() -> None:
    for text in ("", "FN X\nVR 1.0\nEF\n"):
        records, diagnostics = read(text)
        assert (records, diagnostics.items) == ([], [])


# -------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_beginning_of_a_file_is_read(path: Path) -> None:
    text = path.read_text("utf-8")
    for end in range(len(text)):
        read(text[:end])


@settings(deadline=None)
@given(st.text(st.sampled_from("PTAUCREF J1\n\x00[];,/中"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    read(text)
    WosReader().sniff(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "PT J\nAB " + "word " * size,
        lambda size: "PT J\nC1 " + "[" * size,
        lambda size: "PT J\nC1 [" + "A; " * size + "] B",
        lambda size: "PT J\nCR " + "A B, 1999, X; " * (size // 20),
        lambda size: "PT J\nCR " + "[,\n" * size,
        lambda size: "PT J\nOI " + "a/" * size,
        lambda size: "PT J\nAU " + "A, B\n   " * (size // 10),
        lambda size: "PT J\n" * size,
        lambda size: "TI a\n\nPT J\n" * (size // 10),
    ],
    ids="text brackets names cited open-brackets orcids authors empty glued".split(),
)
def test_time_grows_with_the_input_only(make: Callable[[int], str]) -> None:
    start = time.perf_counter()
    read(make(20_000))
    assert time.perf_counter() - start < 3
