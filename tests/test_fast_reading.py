"""Short cuts of readers for what is usual: they give what the long way gives."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.ris import read_groups
from litconv.formats.ris.titles import is_short_for, set_titles
from litconv.model import Date, Name, Pages, PartialDate
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text import usual_names
from litconv.text.pages import parse_pages
from litconv.text.remembered import Remembered

# ---------------------------------------------------------------------- RIS: dates
YEARS = (
    *("2004", "2004/", "2004//", "2004///", "2004/05", "2004/13", "2004/13/", "2004/00", "0000"),
    *("-044", " 2004", "2004 ", "c2004", "2004a", "05/2004", "2004-05", "n.d.", "in press"),
    *(
        "2004 online",
        "May 2004",
        "2004 May",
        "///x",
        "2004///print",
        "2004///received",
        "99",
        "2004年",
    ),
)
DAYS = (
    *YEARS,
    *("2004/05/06", "2004/05/06/", "2004/02/30", "2004/2/3", "2005/01/01", "2003", "5", "May"),
    *("MAR 15", "15 Mar", "Spring", "03/04/2004", "2004-05-06", "20040506", "2004-5", "5/6"),
    *("2004///circa", "2004///to 05", "2004///May", "2004///x", "Mar-Apr", "Jun 31", "-044/05"),
)


def _draft() -> Draft:
    return Draft("ris", "a.ris", 1, Diagnostics())


def _late(**values: str) -> dict[str, list[Item]]:
    return {tag: [Item(tag, value)] for tag, value in values.items()}


def _long_issued(late: dict[str, list[Item]]) -> Draft:
    draft = _draft()
    read_groups._set_issued(draft, late)  # noqa: SLF001 - the long way
    return draft


def test_where_the_date_is_told_at_one_look_the_long_way_says_the_same_and_no_more() -> None:
    for year, day in product(YEARS, DAYS):
        late = _late(PY=year, DA=day)
        quick = read_groups._plain_issued(late)  # noqa: SLF001 - the short cut itself
        if quick is not None:
            draft = _long_issued(late)
            assert (draft.fields, draft.extra) == ({"issued": quick}, []), (year, day)
            assert draft.diagnostics.items == [], (year, day)


@example("2004/13", "2004/05")
@example("2004 online", "May")
@given(st.text("2004/13-ayM ", max_size=8), st.text("2004/13-ayM ", max_size=11))
def test_dates_of_any_text_are_told_at_one_look_as_the_long_way_tells_them(
    year: str, day: str
) -> None:
    quick, long = _draft(), _draft()
    read_groups.set_dates(quick, _late(PY=f"2004{year}", DA=day))
    read_groups._set_issued(long, _late(PY=f"2004{year}", DA=day))  # noqa: SLF001 - the long way
    assert (quick.fields, quick.extra) == (long.fields, long.extra)
    assert quick.diagnostics.items == long.diagnostics.items


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ({"PY": "2004", "DA": "2004/05/06/"}, PartialDate(2004, 5, 6)),
        ({"PY": "2004", "DA": "2004"}, PartialDate(2004)),
        ({"PY": "2004", "DA": "2004/02/30"}, None),  # has to be said
        ({"PY": "2004/13", "DA": "2004/05"}, None),
        ({"PY": "2004", "DA": "2005/01/01"}, None),  # has to be kept
        ({"PY": "2004", "DA": "2004/05/06", "Y1": "2003"}, None),
        ({"PY": "2004"}, None),
    ],
)
def test_dates_that_are_told_at_one_look(tags: dict[str, str], wanted: PartialDate | None) -> None:
    found = read_groups._plain_issued(_late(**tags))  # noqa: SLF001 - the short cut itself
    assert found == (Date(start=wanted) if wanted else None)


# ---------------------------------------------------------------------- RIS: pages and titles
PAGES = (
    *("1", "9", "0", "007", "165", "187", "22", "919", "S9", "15", "e1", "１", "²", " 1", "1-5"),
    *("xii", "", "1" * 197, "1" * 198, "1" * 199),
)


def _assert_pages_are_those_of_the_long_way(first: str, last: str) -> None:
    quick, long = _draft(), _draft()
    read_groups.set_pages(quick, "JOUR", _late(SP=first, EP=last))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_groups, "usual_pages", lambda *_: None)
        read_groups.set_pages(long, "JOUR", _late(SP=first, EP=last))
    assert (quick.pages, quick.extra) == (long.pages, long.extra), (first, last)
    assert quick.diagnostics.items == long.diagnostics.items, (first, last)


def test_first_and_last_pages_of_any_kind() -> None:
    for first, last in product(PAGES, PAGES):
        _assert_pages_are_those_of_the_long_way(first, last)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_usual_first_and_last_pages(first: int, last: int) -> None:
    _assert_pages_are_those_of_the_long_way(str(first), str(last))


def test_pages_beside_an_article_number_or_others_are_not_usual() -> None:
    draft = _draft()
    read_groups.set_pages(draft, "JOUR", _late(SP="1", EP="9", C7="12"))
    assert draft.pages == Pages(raw="1-9", first="1", last="9", article_number="12")
    draft = _draft()
    read_groups.set_pages(draft, "JOUR", _late(SP="1", EP="9") | {"EP": [Item("EP", "9")] * 2})
    assert draft.extra != []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("S9-15", "S15"),  # PubMed leaves the letter out, however many digits follow
        ("S145-52", "S152"),
        ("S9-S15", "S15"),
        ("W5-8", "W8"),
        ("99-105", "105"),
        ("919-22", "922"),
        ("919-907", "907"),
        ("22-19", "19"),
    ],
)
def test_last_pages_are_completed(text: str, last: str) -> None:
    pages = parse_pages(text)
    assert pages
    assert pages.last == last


@pytest.mark.parametrize(
    ("second", "short", "kept"),
    [
        ("Leaf Letters", "", []),  # twice the same is once
        ("LEAF LETTERS", "", []),
        ("  Leaf  Letters", "", []),
        ("Leaf Lett.", "Leaf Lett.", []),
        ("Leaf Letters B", "", ["Leaf Letters B"]),
        ("Bark", "", ["Bark"]),
    ],
)
def test_a_journal_that_stands_there_twice(second: str, short: str, kept: list[str]) -> None:
    draft = _draft()
    set_titles(draft, "JOUR", _late(JF="Leaf Letters", T2=second))
    assert draft.fields.get("container_title_short", "") == short
    assert draft.fields["container_title"] == "Leaf Letters"
    assert [one.value for one in draft.extra] == kept


@given(st.text("Leaf &amp;./", max_size=12))
def test_a_title_twice_says_what_it_says_once(title: str) -> None:
    once, twice = _draft(), _draft()
    set_titles(once, "JOUR", _late(JF=title))
    set_titles(twice, "JOUR", _late(JF=title, JO=title))
    assert twice.fields == once.fields
    assert twice.extra == once.extra == []
    assert not is_short_for(title, title)


# ---------------------------------------------------------------------- names, answers
FAMILIES = (
    *("Alder", "A", "Al", "alder", "ALDER", "Birch-Cedar", "birch-Cedar", "O'Fir", "McFir", "É"),
    *("Élm", "Ölm-Ash", "王", "Ash2", "Ash Oak", "Ash.", "Ῥoa", "ǅo", "Дуб", ""),
)
GIVENS = (
    *("Ann", "A.", "Ann B.", "A.-B.", "Ann-Bea", "ann", "A", "AB", "Ann B. C. D.", "A B. C. D. E."),
    *("Jr", "Ann Jr", "Ann III", "Inc", "Élise", "Ann,", "", " Ann", "Ann  B.", "Al"),
)


def test_usual_names_have_the_form_that_the_long_look_asks_for() -> None:
    for family, one in product(FAMILIES, GIVENS):
        form = usual_names._FAMILY.fullmatch(family)  # noqa: SLF001 - the long way
        usual = usual_names._is_usual(one)  # noqa: SLF001 - the long way
        wanted = Name(family=family, given=one) if form and usual else None
        assert usual_names.usual_name(f"{family}, {one}") == wanted, (family, one)


def test_usual_names_are_the_same_however_often_they_are_asked_for() -> None:
    for _ in range(2):
        assert usual_names.usual_name("Alder, Ann B.") == Name(family="Alder", given="Ann B.")
        assert usual_names.usual_name("Alder, Jnr") is None


@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.integers(1, 4))
def test_remembered_answers_are_those_of_the_function(asked: list[int], most: int) -> None:
    answers = Remembered[int, int](lambda number: number * 2, most)
    for number in asked:
        assert answers[number] == number * 2
        assert len(answers) <= most
    assert asked[-1] in answers


def test_remembered_answers_are_asked_for_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    def answer(question: str) -> int:
        asked.append(question)
        return len(question)

    answers = Remembered(answer, most=2)
    assert [answers[one] for one in ("a", "bb", "a", "bb", "a")] == [1, 2, 1, 2, 1]
    assert asked == ["a", "bb"]
    assert answers["ccc"] == 3
    assert dict(answers) == {"ccc": 3}
    assert answers["a"] == 1
    assert asked == ["a", "bb", "ccc", "a"]


def test_an_answer_that_is_false_is_remembered_too() -> None:
    asked: list[int] = []

    def answer(question: int) -> bool:
        asked.append(question)
        return False

    answers = Remembered(answer)
    assert [answers[1], answers[1]] == [False, False]
    assert asked == [1]
