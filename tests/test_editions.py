"""Editions: what is a number and nothing else is one, in every format."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.source import Source
from litconv.text.editions import edition_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", "2"),
        ("第2版", "2"),
        ("第 ２ 版", "2"),
        ("第二版", "2"),
        ("十二版", "12"),
        ("2nd", "2"),
        ("2nd ed.", "2"),
        ("2nd edn", "2"),
        ("11TH ED", "11"),
        ("Second", "2"),
        ("Second edition", "2"),
        ("2. Aufl.", "2"),
        ("2. Auflage", "2"),
        ("Zweite Auflage", "2"),
        ("2e éd.", "2"),
        ("2ª ed.", "2"),
        ("02", "2"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert edition_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "2020版", "2020", "修订版", "第2版修订本", "Rev. ed.", "3., erweiterte Auflage", "0"),
        *("2nd rev. ed.", "International", "Sixth-form edition", "版", "ed.", "1.2", "二十五版"),
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert edition_number(text) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ris", "TY  - BOOK\nTI  - Trees\nET  - {}\nER  - \n"),
        ("enw", "%0 Book\n%T Trees\n%7 {}\n"),
        ("refworks", "RT Book, Whole\nT1 Trees\nED {}\n"),
        ("noteexpress", "{{Reference Type}}: Book\n{{Title}}: Trees\n{{Edition}}: {}\n"),
        ("bibtex", "@book{{a, title = {{Trees}}, edition = {{{}}}}}"),
        (
            "endnotexml",
            "<xml><records><record><ref-type name='Book'/><edition>{}</edition></record></records>",
        ),
    ],
)
def test_every_reader_gives_the_number(name: str, text: str) -> None:
    reader = registry.find(name, to=False)[0].reader
    assert reader is not None
    for edition in ("第2版", "2nd ed.", "Second edition", "2. Aufl."):
        (record,) = reader.read(Source("f", text.format(edition)), Diagnostics())
        assert record.edition == "2"
