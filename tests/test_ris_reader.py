"""RIS, read: what the case folders do not show, and what comes back when RIS is written again."""

from __future__ import annotations

import io

import pytest

from litconv.diagnostics import Diagnostics
from litconv.formats.ris.dates import date_from_ris, date_to_ris
from litconv.formats.ris.reader import RisReader
from litconv.formats.ris.tables import type_tag
from litconv.formats.ris.titles import is_short_for
from litconv.formats.ris.writer import RisWriter
from litconv.model import Date, PartialDate, Record
from litconv.options import WriteOptions
from litconv.source import Source


def read(*lines: str, type_: str = "JOUR") -> Record:
    text = "\n".join((f"TY  - {type_}", *lines, "ER  - ", ""))
    (record,) = RisReader().read(Source("x.ris", text), Diagnostics())
    return record


@pytest.mark.parametrize(
    ("head", "is_ris"),
    [
        ("TY  - JOUR\n", True),
        ("TY - JOUR\n", True),
        ("<script>\n1. TY  - JOUR\n", True),
        ("1.\nTY  -\n", True),
        ("TY JOUR\n", False),
        ("PMID- 1\nTI  - A\n", False),
        ("see TY  - JOUR\n", False),
    ],
)
def test_sniffing(head: str, *, is_ris: bool) -> None:
    assert RisReader().sniff(head) is is_ris


@pytest.mark.parametrize(
    "date",
    [
        Date(start=PartialDate(1999, 6, 2)),
        Date(start=PartialDate(1999), season=1),
        Date(start=PartialDate(-44, 3)),
        Date(start=PartialDate(1999, 6), end=PartialDate(2000, 1), circa=True),
        Date(start=PartialDate(1999), literal="in press"),
        Date(literal="in press"),
    ],
)
def test_dates_come_back(date: Date) -> None:
    assert date_from_ris(date_to_ris(date)) == date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004///Mar 15", Date(start=PartialDate(2004, 3, 15))),
        ("2017/04/07/online", Date(start=PartialDate(2017, 4, 7))),
        ("2001/00/00/", Date(start=PartialDate(2001))),
        ("MAR", Date(start=PartialDate(2010, 3))),
        ("///", None),
        ("0000", None),
    ],
)
def test_dates_of_other_programs(text: str, expected: Date | None) -> None:
    assert date_from_ris(text, 2010) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Journ", "JOUR"),
        ("intv", "INTV"),
        ("POD", "POD"),
        ("Chap", "CHAP"),
        ("journal article", "JOUR"),
        ("WHAT", ""),
        ("", ""),
    ],
)
def test_types_as_people_write_them(text: str, tag: str) -> None:
    assert type_tag(text) == tag


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("J. Chem. Phys.", "The Journal of Chemical Physics", True),
        ("PNAS", "Proceedings of the National Academy of Sciences", True),
        ("Moss", "Journal of Moss", False),
        ("Small Things", "Special issue on moss", False),
        ("", "Moss", False),
        ("Moss", "Moss", False),
    ],
)
def test_abbreviations_are_told_by_their_letters(short: str, full: str, *, expected: bool) -> None:
    assert is_short_for(short, full) is expected


def test_unknown_tags_come_back_and_notes_keep_their_lines() -> None:
    lines = ["JP  - CRISPR", "L1  - https://example.org/a.pdf", "N1  - One", "N1  - Two"]
    record = read("TI  - A", *lines)
    assert record.note == "One\nTwo"
    out = io.StringIO()
    RisWriter().write([record], out, Diagnostics(), WriteOptions())
    assert set(lines) <= set(out.getvalue().split("\n"))


@pytest.mark.parametrize("tag", ["AB", "N1"])
def test_a_line_of_a_text_is_a_field_where_it_can_be_one(tag: str) -> None:
    assert read(f"{tag}  - A sentence.", "QQ  - driven").extra[0].tag == "QQ"
    assert read(f"{tag}  - A sentence", "QQ  - Driven").extra[0].tag == "QQ"
    assert read(f"{tag}  - A sentence", "KW  - driven").keywords == ("driven",)


def test_the_longer_abstract_stays() -> None:
    assert read("N2  - All of", "AB  - All of it").abstract == "All of it"
    record = read("N2  - One", "AB  - Two")
    assert (record.abstract, record.extra[0].value) == ("One", "Two")


def test_several_urls_and_a_doi_among_them() -> None:
    record = read("UR  - https://example.org/a; https://doi.org/10.5555/b")
    assert record.url == "https://example.org/a"
    assert record.identifiers.doi == "10.5555/b"
    assert record.extra[0].value == "https://doi.org/10.5555/b"


def test_accession_numbers_belong_to_their_database() -> None:
    assert read("AN  - 123").identifiers.pmid == "123"
    assert read("AN  - 123", "DB  - MEDLINE").identifiers.pmid == "123"
    assert read("AN  - 123", "DB  - Somewhere").identifiers.pmid == ""


def test_what_stands_below_er_goes_to_the_record_above_it() -> None:
    text = (
        "1.\nTY  - JOUR\nT1  - Moss\nJF  - Journal of Small Moss\nER  -\nNL  - J Small Moss\n\n"
        "Link to the Ovid Full Text or citation: https://ovid.example/1\n\n"
        "2.\nTY  - JOUR\nT1  - Fern\nER  -\nNL  - J Fern\n"
    )
    said = Diagnostics()
    moss, fern = RisReader().read(Source("x.ris", text), said)
    assert (moss.title, moss.container_title_short) == ("Moss", "J Small Moss")
    assert [one.value for one in moss.extra] == [
        "Link to the Ovid Full Text or citation: https://ovid.example/1"
    ]
    assert (fern.title, fern.container_title, fern.extra) == ("Fern", "J Fern", ())
    assert not said.items
    (moss,) = RisReader().read(
        Source("x.ris", "TY  - JOUR\nTI  - A\nER  -\nQQ  - a\nER  -\n"), said
    )
    assert [(one.tag, one.value) for one in moss.extra] == [("QQ", "a")]


def test_a_record_without_ty_is_still_one() -> None:
    text = "TY  - JOUR\nTI  - Moss\nER  - \nAU  - Alder, A.\nER  - \nQQ  - a\n"
    moss, other = RisReader().read(Source("x.ris", text), Diagnostics())
    assert (moss.title, other.contributors[0].name.family) == ("Moss", "Alder")
    assert [(one.tag, one.value) for one in other.extra] == [("QQ", "a")]


def test_tags_with_tabs_and_the_pmid_of_psycinfo() -> None:
    record = read("PMID  - 33355555", "ID\t- x1", "A1\t- Alder, Ann", "IS \t- 4")
    assert (record.type, record.id, record.issue) == ("article-journal", "x1", "4")
    assert record.identifiers.pmid == "33355555"
    assert record.contributors[0].name.family == "Alder"


def test_numbers_of_trid_are_no_pmid_and_its_projects_have_a_start() -> None:
    record = read("AN  - 01611111", "PY  - Start date: 20170812")
    assert record.identifiers.pmid == ""
    assert record.issued == Date(start=PartialDate(2017, 8, 12))


def test_embase_has_the_pmid_in_c5() -> None:
    assert read("C5  - 15368318", "DB  - Embase", "DB  - Medline").identifiers.pmid == "15368318"
    assert read("C5  - 15368318", "DB  - Other").identifiers.pmid == ""


def test_one_page_is_no_range() -> None:
    assert read("SP  - 42", "EP  - 42").pages.text == "42"
    assert read("SP  - 42", "EP  - 43").pages.text == "42-43"


def test_the_pmid_in_a_note_of_taylor_and_francis() -> None:
    record = read("N1  - doi: 10.5555/1", "N1  - PMID: 9000001")
    assert (record.identifiers.pmid, record.note) == ("9000001", "PMID: 9000001")
    assert read("N1  - see PMID: 9000001").identifiers.pmid == ""


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Alder A, van der Birch BC, Cédar C", ["Alder/A.", "Birch/B. C.", "Cédar/C."]),
        ("Alder, A, JR", ["Alder/A."]),
        ("Moss, Fern and Oak, Ltd.", ["/"]),
    ],
)
def test_short_names_in_one_value(value: str, names: list[str]) -> None:
    found = [one.name for one in read(f"AU  - {value}").contributors]
    assert [f"{one.family}/{one.given}" for one in found] == names


@pytest.mark.parametrize("type_", ["UNPB", "JOUR", "BOOK"])
def test_a_number_of_arxiv_is_none_of_the_work(type_: str) -> None:
    record = read("M1  - arXiv:2101.00001v2", type_=type_)
    assert (record.identifiers.arxiv, record.number, record.extra) == ("2101.00001v2", "", ())


def test_an_arxiv_number_comes_back() -> None:
    record = read("M1  - ArXiv: math/0309136", type_="UNPB")
    out = io.StringIO()
    RisWriter().write([record], out, Diagnostics(), WriteOptions())
    assert "\nM1  - arXiv:math/0309136\n" in out.getvalue()


def test_who_brought_a_case_out_is_its_court() -> None:
    case = read("PB  - Court of Mud", type_="CASE")
    assert (case.publisher, [(one.tag, one.value) for one in case.extra]) == (
        "",
        [("authority", "Court of Mud")],
    )
    assert read("PB  - Salt", type_="BILL").publisher == "Salt"


@pytest.mark.parametrize(
    ("value", "is_said"),
    [
        ("Smith and Jones", True),  # never `Jones, Smith and`
        ("Alder & Birch", True),
        ("Ann Alder and Bo Birch", True),
        ("Alder, Ann and Birch, Bo", True),
        ("Moss and Fern Society", False),
        ("Centers for Moss Control and Prevention,", False),
        ("Alder & Birch,", False),
    ],
)
def test_names_joined_by_and_are_kept_whole(value: str, *, is_said: bool) -> None:
    said = Diagnostics()
    text = f"TY  - JOUR\nTI  - A\nAU  - {value}\nER  - \n"
    (record,) = RisReader().read(Source("x.ris", text), said)
    assert [one.name.literal for one in record.contributors] == [value.rstrip(",")]
    places = [(one.code, one.span.line, one.span.column) for one in said.items if one.span]
    assert places == ([("name-not-split", 3, 7)] if is_said else [])


@pytest.mark.parametrize("value", ["Sandy Brand", "Alder, A. and", "Ortega y Gasset"])
def test_other_names_are_divided(value: str) -> None:
    assert read(f"AU  - {value}").contributors[0].name.family
