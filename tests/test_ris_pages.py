"""RIS: pages and years that are none, or not whole: nothing of them is lost without a word."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from made_records import extra_of, read


def one(*lines: str) -> tuple[Record, Diagnostics]:
    text = "\n".join(("TY  - JOUR", "TI  - Moss", *lines, "ER  - ", ""))
    (record,), said = read("ris", text)
    return record, said


def odd(said: Diagnostics) -> list[tuple[int, str]]:
    found = [one for one in said.items if one.code == "value-not-understood"]
    return [(one.span.line, one.message) for one in found if one.span]


def test_a_last_page_alone_is_no_first_page() -> None:
    record, said = one("EP  - 19")
    assert record.pages.text == ""
    assert extra_of(record) == [("EP", "19")]
    assert odd(said) == [(3, "EP: '19'")]


def test_a_range_under_the_last_page_is_one() -> None:
    record, said = one("EP  - 12-19")
    assert (record.pages.first, record.pages.last) == ("12", "19")
    assert odd(said) == []


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("p. 12", "pp. 19", ("12", "19")),
        ("p.12", "19", ("12", "19")),
        ("pp. 912", "p. 19", ("912", "919")),
        ("S12", "S19", ("S12", "S19")),
        ("p. xii", "p. xix", ("xii", "xix")),
    ],
)
def test_words_around_pages(first: str, last: str, expected: tuple[str, str]) -> None:
    record, said = one(f"SP  - {first}", f"EP  - {last}")
    assert (record.pages.first, record.pages.last) == expected
    assert (record.extra, odd(said)) == ((), [])


@pytest.mark.parametrize("value", ["--", "---", "– –"])
def test_a_page_of_dashes_is_kept_and_said(value: str) -> None:
    record, said = one(f"SP  - {value}")
    assert (record.pages.text, extra_of(record)) == ("", [("SP", value)])
    assert odd(said) == [(3, f"SP: '{value}'")]
    record, said = one("SP  - 12", f"EP  - {value}")
    assert (record.pages.text, extra_of(record)) == ("12", [("EP", value)])
    assert odd(said) == [(4, f"EP: '{value}'")]


def test_pages_that_are_not_specified_in_two_tags() -> None:
    record, said = one("SP  - Not", "EP  - Specified")  # Ovid
    assert record.pages.text == ""
    assert extra_of(record) == [("SP", "Not"), ("EP", "Specified")]
    assert odd(said) == [(3, "SP: 'Not'"), (4, "EP: 'Specified'")]


def test_a_last_page_that_is_a_word_is_kept() -> None:
    record, said = one("SP  - 12", "EP  - Specified")
    assert record.pages.text == "12"
    assert extra_of(record) == [("EP", "Specified")]
    assert odd(said) == [(4, "EP: 'Specified'")]


@pytest.mark.parametrize("value", ["0", "00", "0/0/0"])
def test_a_year_zero_is_kept_and_said(value: str) -> None:
    record, said = one(f"PY  - {value}")
    assert (record.issued, extra_of(record)) == (None, [("PY", value)])
    assert odd(said) == [(3, f"PY: '{value}'")]


@pytest.mark.parametrize("value", ["///", "0000", "0000/00/00/"])
def test_an_empty_date_is_none(value: str) -> None:
    record, said = one(f"PY  - {value}")
    assert (record.issued, record.extra, odd(said)) == (None, (), [])


@pytest.mark.parametrize("value", ["-", "–"])
def test_one_dash_is_no_page(value: str) -> None:
    record, said = one(f"SP  - {value}", f"EP  - {value}")
    assert (record.pages.text, record.extra, odd(said)) == ("", (), [])
    record, said = one("SP  - 12", f"EP  - {value}")
    assert (record.pages.text, record.extra, odd(said)) == ("12", (), [])
