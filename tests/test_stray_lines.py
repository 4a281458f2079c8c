"""Lines without a tag in tagged files: which go on with the value above, which are kept apart."""

from __future__ import annotations

import time

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from made_records import extra_of, read

AROUND = {
    "ris": ("TY  - JOUR\nTI  - Moss\n", "KW  - fern\nER  - \n"),
    "enw": ("%0 Journal Article\n%T Moss\n", "%K fern\n"),
    "refworks": ("RT Journal Article\nT1 Moss\n", "K1 fern\n"),
    "wos": ("PT J\nTI Moss\n", "DE fern\nER\nEF\n"),
    "nbib": ("PMID- 90000001\nTI  - Moss\n", "OT  - fern\n"),
}
STRAY = "a line that lost its tag"


def between(format_: str, lines: str) -> tuple[Record, Diagnostics]:
    before, after = AROUND[format_]
    (record,), said = read(format_, f"{before}{lines}\n{after}")
    assert (record.title, record.keywords) == ("Moss", ("fern",))
    return record, said


def strays(said: Diagnostics) -> list[tuple[int, int]]:
    found = [one.span for one in said.items if one.code == "line-not-understood"]
    return [(span.line, span.column) for span in found if span]


@pytest.mark.parametrize(
    ("format_", "line", "field", "value"),
    [
        ("ris", "LA  - en", "language", "en"),
        ("ris", "VL  - 7", "volume", "7"),
        ("ris", "IS  - 7", "issue", "7"),
        ("ris", "ID  - moss1", "id", "moss1"),
        ("ris", "CY  - Leaf City", "publisher_place", "Leaf City"),
        ("enw", "%G en", "language", "en"),
        ("enw", "%V 7", "volume", "7"),
        ("enw", "%C Leaf City", "publisher_place", "Leaf City"),
        ("enw", "%F moss1", "id", "moss1"),
        ("refworks", "VO 7", "volume", "7"),
        ("refworks", "PP Leaf City", "publisher_place", "Leaf City"),
        ("wos", "VL 7", "volume", "7"),
        ("wos", "LA English", "language", "en"),
        ("nbib", "VI  - 7", "volume", "7"),
        ("nbib", "LA  - eng", "language", "en"),
    ],
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_value_of_one_line_does_not_go_on(
    format_: str, line: str, field: str, value: str, indent: str
) -> None:
    record, said = between(format_, f"{line}\n{indent}{STRAY}")
    assert getattr(record, field) == value
    assert ("line", STRAY) in extra_of(record)
    assert strays(said) == [(4, len(indent) + 1)]


@pytest.mark.parametrize(
    ("format_", "line"),
    [
        ("ris", "PY  - 2004"),
        ("ris", "DO  - 10.5555/moss"),
        ("ris", "SN  - 1234-5679"),
        ("ris", "SP  - 3"),
        ("ris", "AU  - Alder, Ann"),
        ("enw", "%D 2004"),
        ("enw", "%R 10.5555/moss"),
        ("enw", "%@ 1234-5679"),
        ("enw", "%P 3-9"),
        ("enw", "%A Alder, Ann"),
        ("refworks", "YR 2004"),
        ("refworks", "A1 Alder, Ann"),
        ("wos", "PY 2004"),
        ("wos", "DI 10.5555/moss"),
        ("wos", "SN 1234-5679"),
        ("nbib", "DP  - 2004"),
        ("nbib", "FAU - Alder, Ann"),
    ],
)
def test_the_value_is_what_it_is_without_the_stray_line(format_: str, line: str) -> None:
    whole, unsaid = between(format_, line)
    record, said = between(format_, f"{line}\n{STRAY}\n\nand another one")
    assert strays(unsaid) == []
    assert strays(said) == [(4, 1), (6, 1)]
    assert extra_of(record)[-2:] == [("line", STRAY), ("line", "and another one")]
    for field in ("issued", "identifiers", "pages", "contributors"):
        assert getattr(record, field) == getattr(whole, field)


@pytest.mark.parametrize(
    ("format_", "lines", "field", "value"),
    [
        ("ris", "AB  - Moss grows\nin the shade.", "abstract", "Moss grows in the shade."),
        ("ris", "T2  - Journal of\nMoss", "container_title", "Journal of Moss"),
        ("ris", "N1  - One\nTwo", "note", "One\nTwo"),
        ("ris", "AD  - Leaf University\nBud Hall", "affiliations", ("Leaf University", "Bud Hall")),
        ("enw", "%X Moss grows\nin the shade.", "abstract", "Moss grows in the shade."),
        ("wos", "SO JOURNAL OF\n   MOSS", "container_title", "JOURNAL OF MOSS"),
        ("nbib", "AB  - Moss grows\n      in the shade.", "abstract", "Moss grows in the shade."),
    ],
)
def test_long_values_go_on(format_: str, lines: str, field: str, value: object) -> None:
    record, said = between(format_, lines)
    assert getattr(record, field) == value
    assert strays(said) == []


def test_unknown_tags_go_on_as_nobody_knows() -> None:
    record, said = between("ris", "QQ  - one\ntwo")
    assert extra_of(record) == [("QQ", "one two")]
    assert strays(said) == []


@pytest.mark.parametrize(("format_", "tag"), [("ris", "SN  -"), ("enw", "%@"), ("wos", "SN")])
def test_issns_may_stand_below_each_other(format_: str, tag: str) -> None:
    lines = f"{tag} 1234-5679 (Electronic)\n2049-3630 (Linking)"
    record, said = between(format_, lines)
    assert record.identifiers.issn == ("1234-5679", "2049-3630")
    assert strays(said) == []


@pytest.mark.parametrize(("format_", "tag"), [("ris", "AU  -"), ("enw", "%A")])
@pytest.mark.parametrize("more", ["Birch, Bo", "Birch-Elm, B. C.", "van der Birch, BC"])
def test_names_below_a_name_are_names_and_said(format_: str, tag: str, more: str) -> None:
    record, said = between(format_, f"{tag} Alder, Ann\n{more}")
    families = [one.name.family for one in record.contributors]
    assert families[0] == "Alder"
    assert len(families) == 2
    repaired = [one.span for one in said.items if one.message.endswith("a name without a tag")]
    assert [(span.line, span.column) for span in repaired if span] == [(4, 1)]
    assert strays(said) == []


@pytest.mark.parametrize(("format_", "tag"), [("ris", "AU  -"), ("enw", "%A")])
@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("Consortium for the Study of Wet", "and Dry Mosses"),
        ("Leaf Society", "Bud City, Fern"),  # no person stands above it
        ("Alder, Ann", "Birch"),
        ("Alder, Ann", "Moss, fern and other plants"),
    ],
)
def test_what_is_no_name_for_certain_becomes_no_person(
    format_: str, tag: str, first: str, more: str
) -> None:
    record, said = between(format_, f"{tag} {first}\n{more}")
    assert len(record.contributors) == 1
    assert ("line", more) in extra_of(record)
    assert strays(said) == [(4, 1)]


def test_what_stands_below_a_stray_line_is_one_too() -> None:
    record, _ = between("ris", f"AU  - Alder, Ann\nBirch, Bo\n{STRAY}\nCedar, Cy")
    assert [one.name.family for one in record.contributors] == ["Alder", "Birch"]
    assert extra_of(record) == [("line", STRAY), ("line", "Cedar, Cy")]


def test_an_empty_tag_takes_no_line() -> None:
    record, said = between("ris", f"LA  - \n{STRAY}")
    assert record.language == ""
    assert strays(said) == [(4, 1)]


def test_a_type_is_known_with_a_line_below_it() -> None:
    (record,), said = read("ris", f"TY  - BOOK\n{STRAY}\nTI  - Moss\nER  - \n")
    assert record.type == "book"
    assert strays(said) == [(2, 1)]


def test_the_number_of_the_next_record_is_no_line() -> None:
    text = "TY  - JOUR\nTI  - Moss\nSP  - 3\n\n2.\nTY  - JOUR\nTI  - Fern\nER  - \n"
    records, said = read("ris", text)
    assert [one.title for one in records] == ["Moss", "Fern"]
    assert strays(said) == []
    assert [one.extra for one in records] == [(), ()]


def test_many_stray_lines_take_linear_time() -> None:
    begin = time.process_time()
    record, _ = between("ris", "VL  - 7\n" + "stray\nlines\n" * 50_000)
    assert time.process_time() - begin < 10
    assert len(record.extra) == 100_000
