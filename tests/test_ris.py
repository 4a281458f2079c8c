"""RIS, written: what goes under which tag, and what is said of the rest."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings

import made_records
from litconv.formats.ris.dates import date_to_ris
from litconv.formats.ris.people import name_to_ris
from litconv.formats.ris.tables import ALSO_READ, ORDER, ROLES, ROLES_OF_TYPE, TEXTS, TYPE_OF, TYPES
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
    Span,
    Subject,
    TranslatedTitle,
)
from strategies import records

write = partial(made_records.write, "ris")


def lines(type_: ItemType, *, extras: bool = False, **fields: Any) -> list[str]:  # noqa: ANN401 - any field
    """Give the lines between TY and ER."""
    text, _ = write(Record(type=type_, **fields), extras=extras)
    return text.splitlines()[1:-1]


def by(role: Role, family: str = "Berg") -> Contributor:
    return Contributor(role=role, name=Name(family=family, given="A."))


ARTICLE = Record(
    id="davidson1999peer",
    type=ItemType.ARTICLE_JOURNAL,
    title="Peer support",
    contributors=(
        Contributor(name=Name(family="Davidson", given="L.", affiliations=("Yale Univ",))),
        Contributor(name=Name(family="Tebes", given="J. K.", affiliations=("Yale Univ",))),
    ),
    affiliations=("Yale Univ",),
    container_title="Clinical Psychology",
    container_title_short="Clin. Psychol.",
    issued=Date(start=PartialDate(1999, 6)),
    volume="6",
    issue="2",
    pages=Pages(raw="165 / 187", first="165", last="187", count=23),
    identifiers=Identifiers(
        doi="10.1093/clipsy/6.2.165", issn=("0969-5893",), pmid="1", pmcid="PMC2"
    ),
    url="https://example.org/165",
    language="en",
    abstract="A summary.",
    keywords=("peer support", "schizophrenia"),
    subjects=(Subject(scheme="clc", code="B849", label="应用心理学"),),
    times_cited=353,
    note="Read twice.",
    extra=(RawField(tag="基金", value="42"),),
    relations=(Record(title="Listed"),),
    origin=Origin(format="record-page", span=Span("page.txt", 1)),
)


def counted(text: str) -> RawField:
    """How many pages CSL says a work has, in other words than a number."""
    return RawField(tag="number-of-pages", value=text)


ARXIV = Identifiers(arxiv="2101.00001")
ARTICLE_LINES = """\
TY  - JOUR
ID  - davidson1999peer
AU  - Davidson, L.
AU  - Tebes, J. K.
AD  - Yale Univ
TI  - Peer support
T2  - Clinical Psychology
JF  - Clinical Psychology
J2  - Clin. Psychol.
PY  - 1999
DA  - 1999/06//
VL  - 6
IS  - 2
SP  - 165
EP  - 187
SN  - 0969-5893
DO  - 10.1093/clipsy/6.2.165
UR  - https://example.org/165
AN  - 1
C2  - PMC2
KW  - peer support
KW  - schizophrenia
AB  - A summary.
LA  - en
N1  - Read twice.
ER  -\x20
"""


def test_an_article() -> None:
    text, diagnostics = write(ARTICLE)
    assert text == ARTICLE_LINES
    assert [(one.code, one.field, one.record, one.span) for one in diagnostics.items] == [
        (
            "extra-not-written",
            "subjects,times_cited,relations,extra",
            "davidson1999peer",
            Span("page.txt", 1),
        )
    ]


def test_extras_are_notes_and_listed_works_are_reported() -> None:
    text, diagnostics = write(ARTICLE, extras=True)
    notes = "N1  - Subject clc: B849 应用心理学\nN1  - Times cited: 353\nN1  - 基金: 42\n"
    assert text == ARTICLE_LINES.replace("ER  - ", notes + "ER  - ")
    assert [(one.code, one.field) for one in diagnostics.items] == [
        ("extra-not-written", "relations")
    ]
    assert "--include" in diagnostics.items[0].hint


def test_a_blank_line_stands_between_records() -> None:
    assert write(Record(), Record(title="B"))[0] == (
        "TY  - GEN\nER  - \n\nTY  - GEN\nTI  - B\nER  - \n"
    )


def test_no_record_is_no_text() -> None:
    assert write()[0] == ""


def test_a_line_break_inside_a_value_cannot_forge_a_tag() -> None:
    text, _ = write(Record(title="Real\r\nER  - \nTY  - BOOK", abstract="a\u2028AU  - Forger, A."))
    assert text.splitlines() == [
        "TY  - GEN",
        "TI  - Real ER  - TY  - BOOK",
        "AB  - a AU  - Forger, A.",
        "ER  - ",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Berg", given="Ann"), "Berg, Ann"),
        (Name(family="Berg", given="Jan", particle="van der"), "van der Berg, Jan"),
        (Name(family="Musset", given="A.", dropping_particle="de"), "Musset, A. de"),
        (Name(family="Berg", given="Jan", suffix="Jr."), "Berg, Jan, Jr."),
        (Name(family="王", given="小明"), "王, 小明"),
        (Name(family="Aristotle"), "Aristotle"),
        (Name(family="García Márquez"), "García Márquez,"),
        (Name(family="Berg", suffix="Jr."), "Berg Jr.,"),
        (Name(given="Madonna"), "Madonna"),
        (Name(literal="World Health Organization"), "World Health Organization,"),
        (Name(literal="中国科学院"), "中国科学院,"),
    ],
)
def test_names(name: Name, expected: str) -> None:
    assert name_to_ris(name) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(start=PartialDate(1999)), ""),
        (Date(start=PartialDate(1999, 6)), "1999/06//"),
        (Date(start=PartialDate(1999, 6, 2)), "1999/06/02/"),
        (Date(start=PartialDate(1999), season=1), "1999///Spring"),
        (
            Date(start=PartialDate(1999, 6, 2), end=PartialDate(1999, 6, 5), circa=True),
            "1999/06/02/to 1999-06-05, circa",
        ),
        (Date(literal="in press"), "///in press"),
        (Date(), ""),
    ],
)
def test_dates(date: Date, expected: str) -> None:
    assert date_to_ris(date) == expected


def test_a_year_alone_is_enough_for_a_date_of_access() -> None:
    accessed, issued = Date(start=PartialDate(2020)), Date(start=PartialDate(99))
    assert lines(ItemType.WEBPAGE, accessed=accessed, issued=issued) == [
        "PY  - 0099",
        "Y2  - 2020///",
    ]


@pytest.mark.parametrize(
    ("type_", "role", "tag"),
    [
        (ItemType.CHAPTER, Role.EDITOR, "A2"),
        (ItemType.ARTICLE_JOURNAL, Role.EDITOR, "ED"),
        (ItemType.CHAPTER, Role.CONTAINER_AUTHOR, "C2"),
        (ItemType.SONG, Role.COMPOSER, "AU"),
        (ItemType.MOTION_PICTURE, Role.AUTHOR, "AU"),
        (ItemType.CHAPTER, Role.COLLECTION_EDITOR, "A3"),
        (ItemType.CHAPTER, Role.TRANSLATOR, "A4"),
        (ItemType.BOOK, Role.EDITOR, "ED"),
        (ItemType.BOOK, Role.TRANSLATOR, "A4"),
        (ItemType.MOTION_PICTURE, Role.DIRECTOR, "AU"),
        (ItemType.PERSONAL_COMMUNICATION, Role.RECIPIENT, "A2"),
    ],
)
def test_roles_have_the_tags_of_their_type(type_: ItemType, role: Role, tag: str) -> None:
    assert lines(type_, contributors=(by(role),)) == [f"{tag}  - Berg, A."]


def test_a_series_editor_is_written_where_it_can_be_told_from_an_editor() -> None:
    editor = by(Role.COLLECTION_EDITOR)
    series = lines(ItemType.BOOK, contributors=(editor,), collection_title="Series")
    assert series == ["A2  - Berg, A.", "T2  - Series"]
    assert lines(ItemType.BOOK, contributors=(by(Role.EDITOR), editor)) == [
        "ED  - Berg, A.",
        "A2  - Berg, A.",
    ]
    _, diagnostics = write(Record(type=ItemType.BOOK, contributors=(editor,)))
    assert [one.field for one in diagnostics.items] == ["contributors"]


def test_the_author_of_a_film_stands_beside_its_director() -> None:
    people = (by(Role.DIRECTOR, "Alder"), by(Role.AUTHOR))
    assert lines(ItemType.MOTION_PICTURE, contributors=people) == [
        "AU  - Alder, A.",
        "A2  - Berg, A.",
    ]


def test_a_role_without_a_tag_is_reported_or_noted() -> None:
    record = Record(type=ItemType.BOOK, contributors=(by(Role.ILLUSTRATOR),))
    text, diagnostics = write(record)
    assert "Berg" not in text
    assert [(one.code, one.field) for one in diagnostics.items] == [
        ("field-not-written", "contributors")
    ]
    assert lines(ItemType.BOOK, contributors=record.contributors, extras=True) == [
        "N1  - illustrator: Berg, A."
    ]


@pytest.mark.parametrize(
    ("type_", "fields", "expected"),
    [
        (
            ItemType.CHAPTER,
            {"container_title": "Book", "collection_title": "Series"},
            ["T2  - Book", "JF  - Book", "T3  - Series"],
        ),
        (ItemType.BOOK, {"collection_title": "Series"}, ["T2  - Series"]),
        (
            ItemType.PAPER_CONFERENCE,
            {"container_title": "Proc", "event_title": "Conf", "event_place": "Rome",
             "publisher_place": "Bonn"},
            ["BT  - Proc", "T2  - Conf", "C3  - Proc", "CY  - Rome", "C1  - Bonn"],
        ),
        (ItemType.PAPER_CONFERENCE, {"container_title": "Proc"}, ["T2  - Proc", "JF  - Proc"]),
        (ItemType.PAPER_CONFERENCE, {"event_title": "Conf"}, ["T2  - Conf", "JF  - Conf"]),
        (ItemType.BOOK, {"pages": Pages(count=300)}, ["SP  - 300"]),
        (
            ItemType.ARTICLE_JOURNAL,
            {"pages": Pages(article_number="e0120513")},
            ["SP  - e0120513", "C7  - e0120513"],
        ),
        (
            ItemType.ARTICLE_JOURNAL,
            {"pages": Pages(first="1", last="9", article_number="e1")},
            ["SP  - 1", "EP  - 9", "C7  - e1"],
        ),
        (
            ItemType.ARTICLE_JOURNAL,
            {"pages": Pages(first="187", ranges="187-188, 195")},
            ["SP  - 187-188, 195"],
        ),
        (ItemType.THESIS, {"extra": (counted("xii, 440"),)}, ["SP  - xii, 440"]),
        (ItemType.THESIS, {"extra": (counted("one leaf"),)}, []),
        (ItemType.REPORT, {"extra": (counted("xii, 440"),)}, []),  # SP is where it begins
        (ItemType.BOOK, {"extra": (counted("xii, 440"),), "pages": Pages(first="3")}, ["SP  - 3"]),
        (ItemType.REPORT, {"number": "TR-7"}, ["SN  - TR-7"]),
        (ItemType.DOCUMENT, {"number": "7"}, ["M1  - 7"]),
        (ItemType.ARTICLE, {"identifiers": ARXIV}, ["M1  - arXiv:2101.00001"]),
        (ItemType.ARTICLE, {"identifiers": ARXIV, "number": "7"}, ["M1  - 7"]),
        (ItemType.ARTICLE_JOURNAL, {"identifiers": ARXIV}, []),  # M1 of articles may be anything
        (ItemType.BOOK, {"identifiers": ARXIV}, []),  # the number in the series
        (ItemType.ARTICLE, {"identifiers": Identifiers(arxiv="of last May")}, []),
        (
            ItemType.REPORT,
            {"number": "TR-7", "identifiers": Identifiers(isbn=("978-3-16-148410-0",))},
            ["M1  - TR-7", "SN  - 978-3-16-148410-0"],
        ),
        (ItemType.THESIS, {"genre": "PhD thesis"}, ["M3  - PhD thesis"]),
        (
            ItemType.DOCUMENT,
            {"translated_titles": (TranslatedTitle(title="题"),)},
            ["TT  - 题"],
        ),
    ],
)  # fmt: skip
def test_what_a_tag_means_depends_on_the_type(
    type_: ItemType, fields: dict[str, Any], expected: list[str]
) -> None:
    assert lines(type_, **fields) == expected


@pytest.mark.parametrize(
    ("record", "reported"),
    [
        (Record(type=ItemType.DATASET, identifiers=ARXIV), []),
        (Record(type=ItemType.DATASET, identifiers=ARXIV, number="7"), ["identifiers"]),
        (Record(type=ItemType.ARTICLE_JOURNAL, identifiers=ARXIV), ["identifiers"]),
    ],
)
def test_arxiv_numbers_without_a_place_are_reported(record: Record, reported: list[str]) -> None:
    _, diagnostics = write(record)
    assert [one.field for one in diagnostics.items] == reported


@pytest.mark.parametrize(("text", "reported"), [("xii, 440", []), ("one leaf", ["extra"])])
def test_a_number_of_pages_in_other_words_is_written_or_reported(
    text: str, reported: list[str]
) -> None:
    _, diagnostics = write(Record(type=ItemType.BOOK, extra=(counted(text),)))
    assert [one.field for one in diagnostics.items] == reported


def test_a_court_not_a_publisher_brought_a_case_out() -> None:
    court = RawField(tag="authority", value="Court of Mud")
    assert lines(ItemType.LEGAL_CASE, extra=(court,)) == ["PB  - Court of Mud"]
    assert lines(ItemType.BILL, extra=(court,)) == []
    _, diagnostics = write(Record(type=ItemType.LEGAL_CASE, extra=(court,), publisher="Salt"))
    assert [one.field for one in diagnostics.items] == ["publisher"]


def test_the_listing_is_a_note() -> None:
    listed = Listing(ListKind.RELATED, "21")
    assert lines(ItemType.DOCUMENT, listing=listed, extras=True) == ["N1  - Listed as: related 21"]


def test_links_to_one_of_several_affiliations_are_noted() -> None:
    one = Contributor(name=Name(family="Berg", given="A.", affiliations=("X Univ",)))
    bodies = ("X Univ", "Y Inst")
    assert lines(ItemType.DOCUMENT, extras=True, contributors=(one,), affiliations=bodies) == [
        "AU  - Berg, A.",
        "AD  - X Univ; Y Inst",
        "N1  - Affiliation of Berg, A.: X Univ",
    ]


def test_all_types_have_a_tag_and_every_tag_reads_back() -> None:
    assert set(TYPES) == set(ItemType)
    assert set(TYPE_OF) == set(TYPES.values()) | set(ALSO_READ)
    assert all(TYPES[TYPE_OF[tag]] == tag for tag in TYPES.values() if tag not in ALSO_READ)
    assert (TYPE_OF["JOUR"], TYPE_OF["GEN"], TYPE_OF["LEGAL"]) == (
        ItemType.ARTICLE_JOURNAL,
        ItemType.DOCUMENT,
        ItemType.REGULATION,
    )


def test_tables_are_two_way_and_ordered() -> None:
    assert len(set(TEXTS.values())) == len(TEXTS)
    assert len(set(ORDER)) == len(ORDER)
    assert set(TEXTS.values()) | set(ROLES.values()) <= set(ORDER)
    assert {tag for roles in ROLES_OF_TYPE.values() for tag in roles.values()} <= set(ORDER)
    assert set(ROLES_OF_TYPE) <= set(TYPE_OF)


@settings(max_examples=80, deadline=None)
@given(record=records())
def test_any_record_is_well_formed(record: Record) -> None:
    text, _ = write(record, record, extras=True)
    blocks = text.split("\n\n")
    assert len(blocks) == 2
    for block in blocks:
        first, *middle, last = block.rstrip("\n").split("\n")
        assert re.fullmatch(r"TY  - [A-Z]+", first)
        assert last == "ER  - "
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x7f-\x9f]*\S.*", one)
                   for one in middle)  # fmt: skip
        assert not any(line.startswith(("TY", "ER")) for line in middle)
