"""RIS, damaged but beyond doubt: blanks lost around hyphens, tags in small letters."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv.diagnostics import Diagnostics
from litconv.formats.ris.sniff import sniff
from litconv.model import Record
from made_records import extra_of

read = partial(made_records.read, "ris", file="x.ris")


def one(*lines: str) -> tuple[Record, Diagnostics]:
    (record,), said = read("\n".join(("TY  - JOUR", "TI  - Moss", *lines, "ER  - ", "")))
    return record, said


def places(said: Diagnostics, code: str = "syntax-repaired") -> list[tuple[int, int]]:
    spans = [item.span for item in said.items if item.code == code]
    return [(span.line, span.column) for span in spans if span]


@pytest.mark.parametrize("line", ["SP  -7", "SP -7", "SP-7", "SP- 7", "SP\t-7"])
@pytest.mark.parametrize("above", ["AU  - Alder, Ann", "AB  - Moss grows"])
def test_a_tag_without_its_blanks_is_one(line: str, above: str) -> None:
    record, said = one(above, line, "EP  - 9")
    assert record.pages.text == "7-9"
    assert places(said) == [(4, 1)]
    assert record.extra == ()


def test_keywords_without_their_blanks() -> None:
    record, said = one("KW  -fern", "KW  -moss", "KW  - wet")
    assert record.keywords == ("fern", "moss", "wet")
    assert places(said) == [(3, 1), (4, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "CA-125 was low",
        "ER-positive it was",
        "TY-1 elements",
        "A1 -type",
        "A1-receptors",
        "AN-2, of which",
        "IS-7 mosses",
        "ER-",
    ],
)
def test_a_line_of_a_text_is_none(line: str) -> None:
    record, said = one("AB  - Where", line, "and so on", "KW  - fern")
    assert record.abstract == f"Where {line} and so on"
    assert record.keywords == ("fern",)
    assert said.items == []


def test_an_indented_line_of_a_text_is_none() -> None:
    assert one("AB  - Where", "   SP-7")[0].abstract == "Where SP-7"
    assert extra_of(one("VL  - 7", "   SP-7")[0]) == [("line", "SP-7")]


def test_unknown_tags_need_their_blanks() -> None:
    record, said = one("VL  - 7", "QX-7", "QX  -7")
    assert extra_of(record) == [("line", "QX-7"), ("line", "QX  -7")]
    assert places(said) == []


def test_what_stands_below_such_a_value_goes_on_with_it() -> None:
    record, _ = one("VL  - 7", "AB-Moss", "grows")
    assert record.abstract == "Moss grows"


def test_a_type_without_its_blanks_starts_a_record() -> None:
    text = (
        "TY-BOOK\nTI-Moss\nAU-Alder, Ann\nAB-Wet\nER  - \nTY  -JOUR\nTI  -Fern\nTY -JOUR\nTI -Oak\n"
    )
    assert sniff(text)
    records, said = read(text)
    assert [(one.type, one.title) for one in records] == [
        ("book", "Moss"),
        ("article-journal", "Fern"),
        ("article-journal", "Oak"),
    ]
    assert records[0].abstract == "Wet"
    assert {(line, 1) for line in (1, 2, 3, 4, 6, 7, 8, 9)} <= set(places(said))


@pytest.mark.parametrize(
    ("head", "is_ris"),
    [
        ("ty  - jour\nti  - moss\n", True),
        ("Ty - JOUR\n", True),
        ("TY  -JOUR\n", True),
        ("TY-JOUR\n", True),
        ("TY-1 elements\n", False),
        ("quali-\nty - the one\n", False),
        ("dir\nty - \n", False),
    ],
)
def test_what_is_told(head: str, *, is_ris: bool) -> None:
    assert sniff(head) is is_ris


def test_small_letters_are_read_as_capitals_and_said_once() -> None:
    text = (
        "\nty  - jour\nti  - Moss\nau  - Alder, Ann\nab  - Moss\nqq  - grows\nis  - 7\ner  - \n"
        "ty  - book\nTi  - Fern\nER  - \n"
    )
    moss, fern = read(text)[0]
    assert (moss.type, moss.title, moss.issue) == ("article-journal", "Moss", "7")
    assert moss.contributors[0].name.family == "Alder"
    assert moss.abstract == "Moss qq - grows"
    assert (fern.type, fern.title) == ("book", "Fern")
    assert places(read(text)[1]) == [(2, 1)]


def test_small_letters_are_text_where_the_file_has_capitals() -> None:
    record, said = one("AB  - Moss", "ti  - and so on", "ty  - jour")
    assert record.abstract == "Moss ti - and so on ty - jour"
    assert said.items == []
