"""Text for TeX: escapes, accents, braces, and which capitals are kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import Date, Name, PartialDate
from litconv.text.ascii import fold_latin, to_ascii
from litconv.text.bibtex.format_names import name_to_bibtex
from litconv.text.bibtex.titles import plain_title, title_to_latex
from litconv.text.case.protect import protected_spans
from litconv.text.edtf import date_to_edtf
from litconv.text.latex.encode import to_latex, url_text
from made_records import dated


def balanced(text: str) -> bool:
    """As BibTeX counts: every brace, with or without a backslash."""
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a & b", r"a \& b"),
        ("5% of #4 costs $3", r"5\% of \#4 costs \$3"),
        ("snake_case", r"snake\_case"),
        ("{set}", r"\{set\}"),
        (r"back\slash", r"back{\textbackslash}slash"),
        ("a ~ b ^ c", r"a {\textasciitilde} b {\textasciicircum} c"),
        ("p < 0.05 | x > y", "p < 0.05 | x > y"),
        ("été “α” 李 – …", "été “α” 李 – …"),
        ("open {", r"open {\textbraceleft}"),
        ("} shut", r"{\textbraceright} shut"),
        ("}{a}", r"{\textbraceright}\{a\}"),
        ("two\r\nlines \t here", "two lines here"),
        ("no\ufdd7\U0001fffe characters", "no\ufffd\ufffd characters"),
        ("bell\x07 esc\x1b[31m", "bell esc [31m"),
    ],
)
def test_unicode_is_kept_and_commands_are_escaped(text: str, expected: str) -> None:
    assert to_latex(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("é à ô ñ ü", r"{\'e} {\`a} {\^o} {\~n} {\"u}"),
        ("č ă ű ą ż", r"{\v{c}} {\u{a}} {\H{u}} {\k{a}} {\.z}"),
        ("ç Ş", r"{\c c} {\c S}"),
        ("ï í", r"{\"i} {\'i}"),
        ("ß ø Ł å Å æ ı", r"{\ss} {\o} {\L} {\aa} {\AA} {\ae} {\i}"),
        ("ș đ Þ", r"{\textcommabelow{s}} {\dj} {\TH}"),
        ("ế", r"{\'{{\^e}}}"),
        ("e\u0301", r"{\'e}"),
        ("q\u0301", r"{\'q}"),
        ("1–2 — ‘a’ “b” …", "1--2 --- `a' ``b'' ..."),
        ("α ≤ β", r"$\alpha$ $\leq$ $\beta$"),
        ("a\u00a0b\u200bc", "a bc"),
        ("ﬁne", "fine"),
        ("Иван", r"{\CYRI}{\cyrv}{\cyra}{\cyrn}"),
    ],
)
def test_ascii_mode_writes_tex_forms(text: str, expected: str) -> None:
    assert to_latex(text, ascii_only=True) == expected


def test_letters_without_tex_form_stay() -> None:
    assert to_latex("né 李明", ascii_only=True) == r"n{\'e} 李明"


@given(text=st.text(), ascii_only=st.booleans())
def test_any_text_is_one_balanced_line(*, text: str, ascii_only: bool) -> None:
    for result in (
        to_latex(text, ascii_only=ascii_only),
        title_to_latex(text, lambda part: to_latex(part, ascii_only=ascii_only)),
        url_text(text, ascii_only=ascii_only),
    ):
        assert balanced(result)
        assert len(result.splitlines()) <= 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a_b%20c?d=1&e=~f#g", "https://example.org/a_b%20c?d=1&e=~f#g"),
        ("10.1002/(SICI)1097<1::AID>3.0.CO;2-{", "10.1002/(SICI)1097<1::AID>3.0.CO;2-%7B"),
        (" https://example.org/a b\\ ", "https://example.org/a%20b%5C"),
        ("https://example.org/é", "https://example.org/é"),
    ],
)
def test_urls_are_bare(url: str, expected: str) -> None:
    assert url_text(url) == expected


def test_urls_are_percent_encoded_in_ascii_mode() -> None:
    assert url_text("https://example.org/é", ascii_only=True) == "https://example.org/%C3%A9"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        # sentence case: proper nouns and acronyms
        ("Mud in New York and the role of DNA", "Mud in {New York} and the role of {DNA}"),
        ("Peer support: A review of trials", "Peer support: A review of trials"),
        ("Does it work? A review of trials", "Does it work? {A} review of trials"),
        ("Alzheimer's or Parkinson's disease", "Alzheimer's or {Parkinson's} disease"),
        ("Effects of COVID-19 on pre-Roman sites", "Effects of {COVID}-19 on pre-{Roman} sites"),
        ("mRNA and H2O in vitamin D research", "{mRNA} and {H2O} in vitamin {D} research"),
        ("Why I left", "Why {I} left"),
        ("“Salt” of the earth", "“{Salt}” of the earth"),
        # Title Case throughout: only what is no ordinary word
        ("Peer Support among People with Pain", "Peer Support among People with Pain"),
        ("Order of DNA: A Model for iPhone Users", "Order of {DNA}: A Model for {iPhone} Users"),
        # one small word among seven is still Title Case, one among two is not
        ("Two Odd Big Words by one Mere Gap Now", "Two Odd Big Words by one Mere Gap Now"),
        ("Weather of Zeeland explained", "Weather of {Zeeland} explained"),
        ("Range of β Waves in q Space", "Range of β Waves in q Space"),
        # all capitals say nothing, two such words are an acronym and its friend
        ("PEER SUPPORT AMONG INDIVIDUALS", "PEER SUPPORT AMONG INDIVIDUALS"),
        ("DNA", "{DNA}"),
        ("HIV AIDS", "{HIV AIDS}"),
        # other languages and scripts
        ("Die Lehre vom Wasser und den Deichen", "Die {Lehre} vom {Wasser} und den {Deichen}"),
        ("精神分裂症患者的同伴支持", "精神分裂症患者的同伴支持"),
        ("", ""),
    ],
)  # fmt: skip
def test_capitals_that_must_survive_are_braced(title: str, expected: str) -> None:
    assert title_to_latex(title, to_latex) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("D is a vitamin", "{D} is a vitamin"),
        ("A is a letter", "A is a letter"),
        ("Ab1 in the blood", "{Ab1} in the blood"),
        ("Kant's 2nd book", "Kant's 2nd book"),
        ("Über alles", "Über alles"),
    ],
)
def test_first_words(title: str, expected: str) -> None:
    assert title_to_latex(title, to_latex) == expected


def test_neighbours_share_braces() -> None:
    assert protected_spans("city life in New York") == [(13, 21)]
    assert protected_spans("city life in New, York") == [(13, 16), (18, 22)]


def test_a_title_of_names_cannot_be_told_from_title_case() -> None:
    assert protected_spans("Depression in New York") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("growth of <i>salmo salar</i> eggs", r"growth of {\textit{salmo salar}} eggs"),
        ("growth of <i>Salmo salar</i> eggs", r"growth of {{\textit{Salmo salar}}} eggs"),
        ("a <b>bold</b> <sc>small</sc> word", r"a {\textbf{bold}} {\textsc{small}} word"),
        ("CO<sub>2</sub> and Ca<sup>2+</sup>", r"{CO}$_2$ and {Ca}$^{2+}$"),
        ("x<sub>ab</sub>", r"x{\textsubscript{ab}}"),
        ('the <span class="nocase">von</span> case', "the {von} case"),
        (
            '<span style="font-variant:small-caps;">ad</span> 79',
            r"{\textsc{ad}} 79",
        ),
        ("<i>a <b>b</b></i> c", r"{\textit{a {\textbf{b}}}} c"),
        ("if a <i> b and c </b> d", "if a <i> b and c </b> d"),
        ("5 < 6 <i></i>", "5 < 6"),
    ],
)
def test_rich_text_becomes_commands(title: str, expected: str) -> None:
    if title.startswith("CO"):
        title, expected = f"on {title}", f"on {expected}"
    assert title_to_latex(title, to_latex) == expected


def test_plain_title_has_no_tags() -> None:
    assert plain_title("CO<sub>2</sub> <i>in <b>situ</b></i> <x>") == "CO2 in situ <x>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Davidson", given="L."), "Davidson, L."),
        (Name(family="Berg", given="Jan", particle="van der"), "van der Berg, Jan"),
        (Name(family="Alembert", given="Jean", particle="d'"), "d'Alembert, Jean"),
        (
            Name(family="Beethoven", given="Ludwig", dropping_particle="van"),
            "van Beethoven, Ludwig",
        ),
        (Name(family="King", given="Martin", suffix="Jr."), "King, Jr., Martin"),
        (Name(family="García y Vega", given="Ana"), "{García y Vega}, Ana"),
        (Name(family="Smith Jones", given="Ana"), "Smith Jones, Ana"),
        (Name(family="Smith, Inc", given="A"), "{Smith, Inc}, A"),
        (Name(family="Smith", given="Ann and Bob"), "Smith, {Ann and Bob}"),
        (Name(family="Aristotle"), "Aristotle"),
        (Name(family="Rembrandt", suffix="II"), "{Rembrandt II}"),
        (Name(family="Hari Om"), "{Hari Om}"),
        (Name(given="Björk"), "Björk"),
        (Name(given="Two Words", suffix="Jr."), "{Two Words Jr.}"),
        (Name(literal="World Health Organization"), "{World Health Organization}"),
        (Name(literal="WHO & Co"), r"{WHO \& Co}"),
        (Name(family="Smith", given="And B."), "Smith, {And B.}"),
        (Name(family="Others", given="A."), "{Others}, A."),
        (Name(family="O'Brien-Roe", given="J.-P. K"), "O'Brien-Roe, J.-P. K"),
        (Name(family="Ho y Vega", given="A."), "{Ho y Vega}, A."),
        (Name(family="李", given="明"), "{李明}"),
        (Name(family="欧阳", given="小芳"), "{欧阳小芳}"),
        (Name(family="山田", given="タロウ"), "{山田タロウ}"),
        (Name(family="李", given="Ming"), "李, Ming"),
        (Name(literal="李明"), "{李明}"),
        (Name(family="Roe", given="Élodie-Ève M."), r"Roe, {\'E}lodie-{\`E}ve M."),
        (Name(family="Roe", given="E\u0301lodie"), r"Roe, {\'E}lodie"),
        (Name(family="Roe", given="Anaïs Šárka"), r"Roe, Anaïs {\v{S}}árka"),
        (Name(family="Роу", given="Иван"), "Роу, Иван"),
        (Name(literal=" \x00 "), ""),
    ],
)
def test_names_take_bibtex_forms(name: Name, expected: str) -> None:
    assert name_to_bibtex(name, to_latex, safe_initials=True) == expected


def test_biblatex_needs_no_tex_initials() -> None:
    name = Name(family="Roe", given="Élodie")
    assert name_to_bibtex(name, to_latex, safe_initials=False) == "Roe, Élodie"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (dated(1999), "1999"),
        (dated(1999, 6, 2), "1999-06-02"),
        (Date(start=PartialDate(1999, 6), end=PartialDate(1999, 8)), "1999-06/1999-08"),
        (Date(start=PartialDate(1999), season=1), "1999-21"),
        (Date(start=PartialDate(1723), circa=True), "1723~"),
        (dated(-50), "-0049"),
        (dated(1999, 13, 40), "1999"),
        (dated(12000), ""),
        (Date(literal="in press"), ""),
    ],
)
def test_dates_are_edtf(date: Date, expected: str) -> None:
    assert date_to_edtf(date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Müller", "Muller"), ("Strauß", "Strauss"), ("Ørsted", "Orsted"), ("Łoś", "Los"),
     ("李 Ångström", "李 Angstrom")],
)  # fmt: skip
def test_latin_loses_its_accents(text: str, expected: str) -> None:
    assert fold_latin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("单", "shan"), ("仇", "qiu"), ("曾", "zeng"), ("欧阳", "ouyang"), ("尉迟", "yuchi"),
     ("吕", "lu"), ("王", "wang"), ("單", "shan"), ("Müller", "Muller"), ("김", "gim"),
     ("やまだ", "yamada"), ("Щукин", "shchukin"), ("Иван", "ivan"), ("☃", "")],
)  # fmt: skip
def test_family_names_are_spelled_in_ascii(text: str, expected: str) -> None:
    assert to_ascii(text, surname=True).lower() == expected.lower()


def test_chinese_words_are_no_family_names() -> None:
    assert to_ascii("单位") == "danwei"
