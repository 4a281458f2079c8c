"""A record put together from values: what each kind of value becomes, and what does not fit."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, PartialDate, RawField, Record, Role, Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date, print_date
from litconv.text.languages import bibliographic_code, english_name, language_tag
from litconv.text.people import split_keywords, split_people
from litconv.text.serials import split_serials
from made_records import dated, extra_of


@pytest.fixture
def draft() -> Draft:
    return Draft("ris", "f.ris", 3, Diagnostics())


def item(value: str, tag: str = "XX") -> Item:
    return Item(tag, value, 7, 7)


def codes(draft: Draft) -> list[str]:
    return [one.code for one in draft.diagnostics.items]


def test_a_second_value_of_a_field_is_kept_under_its_tag(draft: Draft) -> None:
    draft.text("title", item("One", "TI"))
    draft.text("title", item("One", "T1"))
    draft.text("title", item("Two", "T1"))
    record = draft.record()
    assert record.title == "One"
    assert record.extra == (RawField(tag="T1", value="Two", span=Span("f.ris", 7, 7)),)


def test_a_record_knows_where_it_stood(draft: Draft) -> None:
    record = draft.record()
    assert record.origin is not None
    assert (record.origin.format, record.origin.span) == ("ris", Span("f.ris", 3))
    assert record == Record(type=ItemType.DOCUMENT, origin=record.origin)


def test_the_mark_of_a_cut_list_is_no_person(draft: Draft) -> None:
    for name in ("Alder, B.", "[Anonymous]", "et al."):
        draft.person(Role.AUTHOR, item(name, "AU"))
    record = draft.record()
    assert [name.family for name in record.authors] == ["Alder"]
    assert extra_of(record) == [("author-others", "et al.")]
    assert codes(draft) == ["names-cut"]


def test_padded_numbers_lose_their_zeros(draft: Draft) -> None:
    draft.number("volume", item("08"))
    draft.number("issue", item("S1"))
    assert (draft.record().volume, draft.record().issue) == ("8", "S1")


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("674", "682", "674-682"),
        ("674-682", "", "674-682"),
        ("674-682", "682", "674-682"),
        ("919", "22", "919-922"),
        ("674", "", "674"),
    ],
)
def test_pages_come_in_two_fields_or_one(draft: Draft, first: str, last: str, pages: str) -> None:
    draft.first_and_last_page(item(first, "SP"), item(last, "EP"))
    assert draft.record().pages.text == pages
    assert draft.record().extra == ()


def test_a_fuller_date_replaces_one_that_agrees(draft: Draft) -> None:
    draft.date("issued", item("2001", "PY"))
    draft.date("issued", item("2001/05/03/", "DA"))
    draft.date("issued", item("2001", "Y1"))
    assert draft.record().issued == dated(2001, 5, 3)
    assert draft.record().extra == ()


def test_a_date_that_disagrees_is_kept(draft: Draft) -> None:
    draft.date("issued", item("2001", "PY"))
    draft.date("issued", item("1999", "DA"))
    assert [(one.tag, one.value) for one in draft.record().extra] == [("DA", "1999")]


def test_what_is_no_date_is_said_and_kept(draft: Draft) -> None:
    draft.date("issued", item("soon", "PY"))
    draft.date("issued", item("0000", "PY"))
    assert codes(draft) == ["value-not-understood"]
    assert [(one.tag, one.value) for one in draft.record().extra] == [("PY", "soon")]


def test_a_cell_of_serial_numbers_is_divided(draft: Draft) -> None:
    draft.serial(item("1532-1827 (Electronic) 0007-0920 (Linking)", "SN"))
    draft.serial(item("no number", "SN"))
    assert draft.record().identifiers.issn == ("1532-1827", "0007-0920")
    assert codes(draft) == ["value-not-understood"]


def test_a_doi_is_bared_and_another_text_left_alone(draft: Draft) -> None:
    assert draft.doi(item("https://doi.org/10.5555/ABC.1"))
    assert not draft.doi(item("Article"))
    assert draft.record().identifiers.doi == "10.5555/ABC.1"


# ---------------------------------------------------------------------------- the values' parsers


def day(year: int, month: int | None = None, number: int | None = None) -> PartialDate:
    return PartialDate(year, month, number)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1948/07//", Date(start=day(1948, 7))),
        ("2017/04/07/online", Date(start=day(2017, 4, 7))),
        ("2001/00/00/", Date(start=day(2001))),
        ("2010///Spring", Date(start=day(2010), season=1)),
        ("2004 Sep-Oct", Date(start=day(2004, 9), end=day(2004, 10))),
        ("2004 Sep 30-Oct 2", Date(start=day(2004, 9, 30), end=day(2004, 10, 2))),
        ("2004 Dec-2005 Jan", Date(start=day(2004, 12), end=day(2005, 1))),
        ("2015 Mar 3", Date(start=day(2015, 3, 3))),
        ("March 3, 2015", Date(start=day(2015, 3, 3))),
        ("3 März 2015", Date(start=day(2015, 3, 3))),
        ("Spring 2008", Date(start=day(2008), season=1)),
        ("20160512", Date(start=day(2016, 5, 12))),
        ("2016-05-12", Date(start=day(2016, 5, 12))),
        ("2016-05-12 10:30:00", Date(start=day(2016, 5, 12))),
        ("2016年3月5日", Date(start=day(2016, 3, 5))),
        ("1998-1999", Date(start=day(1998), end=day(1999))),
        ("1998-99", Date(start=day(1998), end=day(1999))),
        ("2020-03-30/2020-04-02", Date(start=day(2020, 3, 30), end=day(2020, 4, 2))),
        ("2020-03-30 - 2020-04-02", Date(start=day(2020, 3, 30), end=day(2020, 4, 2))),
        ("2020-03/2020-04", Date(start=day(2020, 3), end=day(2020, 4))),
        ("2020-03/2020-02", Date(start=day(2020))),
        ("2004-06", Date(start=day(2004, 6))),
        ("c. 1850", Date(start=day(1850), circa=True)),
        ("03/25/2015", Date(start=day(2015, 3, 25))),
        ("25/03/2015", Date(start=day(2015, 3, 25))),
        ("03/03/2015", Date(start=day(2015, 3, 3))),
        ("03/04/2015", Date(start=day(2015))),
        ("2015-13-40", Date(start=day(2015))),
        ("0000", None),
        ("///", None),
        ("in press", None),
        ("", None),
    ],
)
def test_dates(text: str, date: Date | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("JAN-FEB", Date(start=day(2001, 1), end=day(2001, 2))),
        ("SPR", Date(start=day(2001), season=1)),
        ("MAR 15", Date(start=day(2001, 3, 15))),
    ],
)
def test_dates_whose_year_stands_elsewhere(text: str, date: Date) -> None:
    assert parse_date(text, year=2001) == date


@pytest.mark.parametrize(
    ("text", "isbn", "issn", "rest"),
    [
        ("0007-0920", (), ("0007-0920",), ""),
        ("00070920", (), ("0007-0920",), ""),
        ("1741-701x", (), ("1741-701X",), ""),
        ("0882-0546 (Print)\r0882-0546 (Linking)", (), ("0882-0546",), ""),
        ("978-3-86680-192-9", ("978-3-86680-192-9",), (), ""),
        ("ISBN 3866801920 (pbk.); 9783866801929", ("3866801920", "9783866801929"), (), ""),
        ("CN 11-1234/G", (), (), "CN 11 1234 G"),
    ],
)
def test_serial_numbers(text: str, isbn: tuple[str, ...], issn: tuple[str, ...], rest: str) -> None:
    assert split_serials(text) == (isbn, issn, rest)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("English", "en"), ("eng", "en"), ("chi", "zh"), ("中文", "zh"), ("zh_CN", "zh-CN"),
        ("en-US", "en-US"), ("Klingon", "Klingon"), ("eng; fre", "eng; fre"),
        ("English; eng", "en"), ("", ""), ("Englisch", "en"), ("anglais", "en"), ("Inglés", "en"),
        ("Französisch", "fr"), ("Deutsch; allemand", "de"), ("Latein; ruso", "Latein; ruso"),
    ],
)  # fmt: skip
def test_languages(text: str, tag: str) -> None:
    assert language_tag(text) == tag


def test_lists_of_names() -> None:
    assert split_people("王小明;李明;") == ["王小明", "李明"]
    assert split_people("王小明，李明") == ["王小明", "李明"]
    assert split_people("Alder, B.; Birch, C.") == ["Alder, B.", "Birch, C."]
    assert split_people("Alder, B.\nBirch, C.") == ["Alder, B.", "Birch, C."]
    assert split_people("Alder and Birch Ltd.") == ["Alder and Birch Ltd."]


def test_lists_of_keywords() -> None:
    assert split_keywords("一;;二；三") == ["一", "二", "三"]
    assert split_keywords("one, two") == ["one", "two"]
    assert split_keywords("schizophrenia, paranoid; relapse") == [
        "schizophrenia, paranoid",
        "relapse",
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2013 06 10", "2013 Jun 10"),
        ("2010   06", "2010 Jun"),
        ("04 2006", "2006 Apr"),
        ("06/2014", "2014 Jun"),
        ("14.03.2015", "2015 Mar 14"),
        ("2004 Sep-Oct", "2004 Sep-Oct"),
        ("2004 Sep 30-Oct 2", "2004 Sep 30-Oct 2"),
        ("2004 Sep 3-5", "2004 Sep 3-5"),
        ("1998 Dec-1999 Jan", "1998 Dec-1999 Jan"),
        ("1998-99", "1998-1999"),
        ("Fall 2004", "2004 Autumn"),
        ("3 déc. 2004", "2004 Dec 3"),
        ("Dec. 2004", "2004 Dec"),
        ("2001", "2001"),
    ],
)
def test_dates_are_printed_as_pubmed_does(text: str, printed: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert print_date(date) == printed
    assert parse_date(printed) == date


def test_a_date_without_a_year_prints_nothing() -> None:
    assert print_date(Date(literal="soon")) == ""


@pytest.mark.parametrize(
    ("tag", "code", "name"),
    [
        ("en", "eng", "English"),
        ("zh", "chi", "Chinese"),
        ("de", "ger", "German"),
        ("lo", "lao", "Lao"),
        ("es", "spa", "Spanish"),
        ("zh-TW", "zh-TW", "zh-TW"),
        ("xx", "xx", "xx"),
    ],
)
def test_languages_have_the_names_of_medline_and_web_of_science(
    tag: str, code: str, name: str
) -> None:
    assert (bibliographic_code(tag), english_name(tag)) == (code, name)
    assert language_tag(code) == language_tag(name) == tag


def test_old_codes_of_medline_are_known() -> None:
    assert (language_tag("scr"), language_tag("scc")) == ("hr", "sr")
