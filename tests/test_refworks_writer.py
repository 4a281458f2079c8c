"""RefWorks tagged, written: what goes under which tag, and what is read again."""

from __future__ import annotations

import msgspec

from litconv.model import ItemType, Pages, Record
from made_records import ARTICLE, facts_only, records_of, write


def test_an_article() -> None:
    text, diagnostics = write("refworks", ARTICLE)
    assert [one.field for one in diagnostics.items] == ["pages"]
    assert text == (
        "RT Journal Article\n"
        "ID alder2004\n"
        "A1 van den Berg, Ann, Jr.\n"
        "A1 Birch Leaf Society,\n"
        "A1 欧阳青\n"
        "T1 A study of leaves\n"
        "JF Journal of Invented Botany\n"
        "JO J Invent Bot\n"
        "YR 2004\n"
        "FD 2004 Sep 30-Oct 2\n"
        "VO 12\n"
        "IS 3\n"
        "SP 919\n"
        "OP 922\n"
        "K1 Trees, tall;\n"
        "NO One\n"
        "NO Two\n"
        "A2 Elder, El\n"
        "SN 1234-5679\n"
        "LA en\n"
        "DO 10.5555/leaf.1\n"
        "PMID 15000001\n"
    )
    pages = Pages(first="919", last="922")
    assert facts_only(records_of("refworks", text)[0]) == msgspec.structs.replace(
        ARTICLE, pages=pages
    )


def test_records_are_set_apart_by_a_blank_line() -> None:
    text, _ = write("refworks", Record(title="A"), Record(title="B"))
    assert text == "RT Generic\nT1 A\n\nRT Generic\nT1 B\n"


def test_a_thesis_has_its_supervisor_and_degree() -> None:
    record = Record(
        type=ItemType.THESIS,
        title="A",
        genre="博士",
        note="导师: 钱枫",
        publisher="桦树大学",
        pages=Pages(count=85),
    )
    text, diagnostics = write("refworks", record)
    assert diagnostics.items == []
    assert text == "RT Dissertation/Thesis\nT1 A\nSP 85\nPB 桦树大学\nA3 钱枫\nCL 博士\n"
    assert facts_only(records_of("refworks", text)[0]) == record
