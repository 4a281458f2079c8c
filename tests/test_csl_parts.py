"""The concerns of `litconv.csl` one by one; each test names a fault of citeproc-py 0.11.1."""

from __future__ import annotations

import pytest

from litconv.csl.processor import textcase
from litconv.csl.processor.datevalues import DateValue, Day, read_date
from litconv.csl.processor.numbers import format_number, is_numeric, is_plural, roman, shorten
from litconv.csl.processor.people import Person, initialize, people
from litconv.csl.processor.punctuation import Gluer
from litconv.csl.processor.richtext import ITALIC, QUOTE, Quotes, parse, to_runs
from litconv.csl.processor.work import Work, with_note
from litconv.text.markup import Mark, Run, to_text

AMERICAN = Gluer(in_quote=True)
BRITISH = Gluer(in_quote=False)


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("Jr.", ".", "Jr."),
        ("Why?", ". Then", "Why? Then"),
        ("Stop!", ", then", "Stop!, then"),
        ("Part:", "?", "Part?"),
        ("blank ", " blank", "blank blank"),
        ("et al.", ", eds.", "et al., eds."),
        ("", "alone", "alone"),
        ("alone", "", "alone"),
        (f"{ITALIC.on}Why?{ITALIC.off}", ".", f"{ITALIC.on}Why?{ITALIC.off}"),
    ],
)
def test_seam(left: str, right: str, joined: str) -> None:
    assert AMERICAN.glue(left, right) == joined


def test_a_stop_goes_inside_quotation_marks_where_the_locale_says_so() -> None:
    quoted = f"{QUOTE.on}title{QUOTE.off}"
    assert AMERICAN.glue(quoted, ", ") == f"{QUOTE.on}title,{QUOTE.off} "
    assert BRITISH.glue(quoted, ", ") == f"{QUOTE.on}title{QUOTE.off}, "
    assert AMERICAN.glue(quoted, "; ") == f"{QUOTE.on}title{QUOTE.off}; "


def test_a_stop_inside_nested_quotation_marks_goes_innermost() -> None:
    nested = f"{QUOTE.on}A {QUOTE.on}b{QUOTE.off}{QUOTE.off}"
    assert AMERICAN.glue(nested, ".") == f"{QUOTE.on}A {QUOTE.on}b.{QUOTE.off}{QUOTE.off}"


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("the origin of v. smith", "The Origin of v. Smith"),
        ("mRNA in e-learning: a view", "mRNA in E-Learning: A View"),
        ("what to look for", "What to Look For"),
        ("PLOS ONE", "PLOS ONE"),
        ("Journal Of Things", "Journal Of Things"),
        ('<span class="nocase">iPhone von x</span> at home', "iPhone von x at Home"),
    ],
)
def test_title_case(text: str, cased: str) -> None:
    assert to_text(to_runs(textcase.title(parse(text)), Quotes())) == cased


def test_title_case_leaves_entities_as_they_are() -> None:
    text = textcase.apply("leaf &amp; tree &eacute; &#233;", "title", english=True)
    assert text == "Leaf &amp; Tree &eacute; &#233;"


def test_title_case_is_for_english_only() -> None:
    assert textcase.apply("über den wald", "title", english=False) == "über den wald"
    assert textcase.apply("über den wald", "title", english=True) == "Über Den Wald"


def test_capitalize_first_leaves_mixed_words_alone() -> None:
    assert textcase.capitalize_first("advance online") == "Advance online"
    assert textcase.capitalize_first("mRNA first") == "mRNA first"
    assert textcase.capitalize_first("“quoted” word") == "“Quoted” word"


@pytest.mark.parametrize(
    ("value", "numeric", "plural", "printed"),
    [
        ("12", True, False, "12"),
        ("12-15", True, True, "12–15"),
        ("1, 3", True, True, "1, 3"),
        (r"18\-2424", True, False, "18-2424"),
        ("2.0", False, False, "2.0"),
        ("9,367,592", False, False, "9,367,592"),
        ("10, Issue 260", True, True, "10, Issue 260"),
        ("12 and 13", True, True, "12 and 13"),
        ("8351/17", True, False, "8351/17"),
        ("1-2-3", True, True, "1-2–3"),
        ("225--240", True, True, "225--240"),
        ("US4405829A1", False, False, "US4405829A1"),
        ("TR06-067", True, True, "TR06-067"),
        ("Summer 2019 ed.", False, False, "Summer 2019 ed."),
        ("iv-ix", True, True, "iv–ix"),
        ("III", False, False, "III"),
    ],
)
def test_numbers(value: str, *, numeric: bool, plural: bool, printed: str) -> None:
    assert is_numeric(value) is numeric
    assert is_plural("number", value) is plural
    assert format_number(value) == printed


def test_every_number_of_a_range_becomes_an_ordinal() -> None:
    assert format_number("1-2", each=lambda number: f"{number}.") == "1.–2."


def test_in_legal_items_a_hyphen_is_part_of_the_number() -> None:
    assert is_numeric("2020-2021", legal=True)
    assert not is_plural("number", "2020-2021", legal=True)
    assert format_number("2020-2021", legal=True) == "2020-2021"
    assert not is_numeric("HB20-1084", legal=True)


@pytest.mark.parametrize(
    ("page_format", "start", "end", "short"),
    [
        ("minimal", "1", "10", "10"),
        ("minimal", "321", "328", "8"),
        ("minimal-two", "321", "328", "28"),
        ("expanded", "321", "328", "328"),
        ("chicago-16", "1087", "1089", "89"),
        ("chicago-16", "101", "108", "8"),
        ("chicago-16", "71", "72", "72"),
        ("minimal", "280", "280", "280"),
    ],
)
def test_page_ranges(page_format: str, start: str, end: str, short: str) -> None:
    assert shorten(start, end, page_format) == short


def test_roman_numerals() -> None:
    assert roman(1994) == "mcmxciv"
    assert roman(4000) == "4000"


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Ann Bea", "A. B."),
        ("Jean-Paul", "J.-P."),
        ("J. K.", "J. K."),
        ("J.K.", "J. K."),
        ("Jean-philippe", "J."),
        ("IJsbrand Jan", "Ij. J."),
        ("Анна", "А."),
        ("小明", "小明"),
    ],
)
def test_initials(given: str, initials: str) -> None:
    assert initialize(given, ". ", hyphen=True) == initials


def test_initials_that_are_some_are_put_in_order_without_making_new_ones() -> None:
    assert initialize("John R", ". ", hyphen=True, names=False) == "John R."


def test_names_in_any_shape() -> None:
    assert people([{"given": "Plato"}]) == (Person("Plato"),)
    assert people("Some Body") == (Person("Some Body", body=True),)
    assert people([{"family": "van Example", "given": "Ann"}])[0].particle == "van"
    assert people([{"family": "Example", "given": "Bob, Jr."}])[0].suffix == "Jr."
    assert people([{"family": "王", "given": "小明"}])[0].han
    assert people([{}, None, 3, {"family": None}]) == ()


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [["2020", "5"]]}, DateValue(Day(2020, 5))),
        ({"raw": "2020-05-07"}, DateValue(Day(2020, 5, 7))),
        ({"raw": "May 7, 2020"}, DateValue(Day(2020, 5, 7))),
        ({"raw": "2015/2020"}, DateValue(Day(2015), Day(2020))),
        ("1999", DateValue(Day(1999))),
        (1999, DateValue(Day(1999))),
        ({"raw": "ca. 1999"}, DateValue(Day(1999), circa=True)),
        ({"date-parts": [[2015], [0]]}, DateValue(Day(2015), open_end=True)),
        ({"date-parts": [[2020, 13, 45]]}, DateValue(Day(2020))),
        ({"date-parts": [[2020]], "season": "spring"}, DateValue(Day(2020, season=1))),
        ({"literal": "in the spring"}, DateValue(literal="in the spring")),
        (None, None),
        ({}, None),
        ({"date-parts": [[]]}, None),
    ],
)
def test_dates_in_any_shape(value: object, date: DateValue | None) -> None:
    assert read_date(value) == date


def test_italics_inside_italics_are_upright() -> None:
    text = f"{ITALIC.on}A {ITALIC.on}B{ITALIC.off} C{ITALIC.off}"
    italic = (Mark.ITALIC,)
    assert to_runs(text, Quotes()) == (Run("A ", italic), Run("B"), Run(" C", italic))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('"Apps" don\'t', "“Apps” don’t"),
        ("'77 was hot", "’77 was hot"),
        ("a 'word' here", "a “word” here"),
        ("\"A 'word' here\"", "“A ‘word’ here”"),
        ('5" long', '5" long'),
        ("<i>open", "open"),
        ("a < b > c", "a < b > c"),
        ("<b onclick=x>y</b>", "<b onclick=x>y"),
    ],
)
def test_rich_text_and_quotation_marks(text: str, printed: str) -> None:
    assert to_text(to_runs(parse(text), Quotes())) == printed


def test_the_note_adds_what_the_item_lacks() -> None:
    item = {"title": "kept", "note": "title: lost\npublisher: Invented Press\n\nfree text: kept"}
    made = with_note(item)
    assert made["title"] == "kept"
    assert made["publisher"] == "Invented Press"
    assert "free text" not in made


def test_an_ordinary_note_is_no_variable() -> None:
    made = with_note({"note": "Seen at home.\nA second line\npublisher: No"})
    assert "publisher" not in made


def test_keys_of_any_case_and_form_are_found() -> None:
    work = Work({"journalAbbreviation": "J. Inv.", "page": "12-15", "issued": None})
    assert work.text("container-title-short") == "J. Inv."
    assert work.raw("page-first") == "12"
    assert not work.has("issued")
