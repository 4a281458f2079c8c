"""Names in every form that sources print, taken apart; what is no person; what stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import Name
from litconv.text.names import is_nobody, parse_name, spell_initials


def parts(name: Name | None) -> dict[str, str]:
    """Give what is set of a name, but not how it was printed."""
    assert name is not None
    fields = ("family", "given", "particle", "dropping_particle", "suffix", "literal")
    return {field: value for field in fields if (value := getattr(name, field))}


def person(family: str, given: str = "", **more: str) -> dict[str, str]:
    return {"family": family, **({"given": given} if given else {}), **more}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Family, Given
        ("Tebes, JK", person("Tebes", "J. K.")),
        ("Davidson, L.", person("Davidson", "L.")),
        ("Davidson, Larry", person("Davidson", "Larry")),
        ("Firmin, Ruth L.", person("Firmin", "Ruth L.")),
        ("Firmin, Ruth L", person("Firmin", "Ruth L.")),
        ("Gum,P.J.", person("Gum", "P. J.")),
        ("Sartre, J-P", person("Sartre", "J.-P.")),
        ("SARTRE, J.-P.", person("SARTRE", "J.-P.")),
        ("Le, VAN", person("Le", "V. A. N.")),
        ("Çelik, ÖŞ", person("Çelik", "Ö. Ş.")),
        ("Østergård, Åse", person("Østergård", "Åse")),
        ("Garcia Marquez, Gabriel", person("Garcia Marquez", "Gabriel")),
        ("Li, Ya-jun", person("Li", "Ya-jun")),
        # all capitals; letter case is never changed here
        ("MORENO-KUSTNER, B", person("MORENO-KUSTNER", "B.")),
        ("O'BRIEN, P", person("O'BRIEN", "P.")),
        ("VAN DER BERG, A", person("VAN DER BERG", "A.")),
        # full-width signs, odd blanks, marks around
        ("Ｔｅｂｅｓ，　ＪＫ", person("Tebes", "J. K.")),
        ("Tebes，JK", person("Tebes", "J. K.")),
        ("Tebes,\u00a0J.\u2009K.", person("Tebes", "J. K.")),
        ("Alder, Q. Z. ;", person("Alder", "Q. Z.")),
        # Given Family
        ("Kevin Ka Shing Chan", person("Chan", "Kevin Ka Shing")),
        ("J. K. Tebes", person("Tebes", "J. K.")),
        ("J.K. Tebes", person("Tebes", "J. K.")),
        ("Y.-J. Wang", person("Wang", "Y.-J.")),
        ("Jean-Paul Sartre", person("Sartre", "Jean-Paul")),
        # family first without a comma
        ("Tebes JK", person("Tebes", "J. K.")),
        ("Tebes J K", person("Tebes", "J. K.")),
        ("Li X", person("Li", "X.")),
        ("GUM PJ", person("GUM", "P. J.")),
        # pinyin: the family is in capitals, in either order
        ("WANG Ya-jun", person("WANG", "Ya-jun")),
        ("Wenjie JIANG", person("JIANG", "Wenjie")),
        ("LI Xiaoming", person("LI", "Xiaoming")),
        # one word
        ("Smith", person("Smith")),
        ("O'Brien", person("O'Brien")),
    ],
)
def test_people(text: str, expected: dict[str, str]) -> None:
    assert parts(parse_name(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("van der Berg, Anna", person("Berg", "Anna", particle="van der")),
        ("de la Cruz, Maria", person("Cruz", "Maria", particle="de la")),
        ("Maria de la Cruz", person("Cruz", "Maria", particle="de la")),
        ("Ludwig van Beethoven", person("Beethoven", "Ludwig", particle="van")),
        ("Beethoven, Ludwig van", person("Beethoven", "Ludwig", dropping_particle="van")),
        ("De Vries, J", person("De Vries", "J.")),
        ("d'Alembert, Jean", person("d'Alembert", "Jean")),
        ("van", person("van")),
    ],
)
def test_particles(text: str, expected: dict[str, str]) -> None:
    assert parts(parse_name(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, John, Jr.", person("Smith", "John", suffix="Jr.")),
        ("Smith, Jr., John", person("Smith", "John", suffix="Jr.")),
        ("Smith Jr., John", person("Smith", "John", suffix="Jr.")),
        ("Smith, John III", person("Smith", "John", suffix="III")),
        ("Smith, J. 3rd", person("Smith", "J.", suffix="3rd")),
        ("John Smith Jr.", person("Smith", "John", suffix="Jr.")),
        ("SMITH, J, III", person("SMITH", "J.", suffix="III")),
        # in capitals and alone, JR are initials
        ("SMITH, JR", person("SMITH", "J. R.")),
        ("Smith, Jr", person("Smith", suffix="Jr")),
    ],
)
def test_suffixes(text: str, expected: dict[str, str]) -> None:
    assert parts(parse_name(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王小明", person("王", "小明")),
        ("王明", person("王", "明")),
        ("欧阳小明", person("欧阳", "小明")),
        ("欧阳修", person("欧阳", "修")),
        ("司马光", person("司马", "光")),
        ("諸葛亮", person("諸葛", "亮")),
        ("王 小明", person("王", "小明")),
        ("王\u3000小明", person("王", "小明")),
        ("王小明，", person("王", "小明")),
        ("王小明（译）", person("王", "小明")),
        ("王小明 等", person("王", "小明")),
        ("王小明等", person("王", "小明")),
        # too long or with signs that no Chinese name has: whole
        ("阿布都热合曼", {"literal": "阿布都热合曼"}),
        ("卡尔·马克思", {"literal": "卡尔·马克思"}),
        # bodies
        ("示例大学", {"literal": "示例大学"}),
        ("某某编写组", {"literal": "某某编写组"}),
        ("编辑部", {"literal": "编辑部"}),
    ],
)
def test_chinese(text: str, expected: dict[str, str]) -> None:
    assert parts(parse_name(text)) == expected


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("World Health Organization", "World Health Organization"),
        ("World Health Organization,", "World Health Organization"),
        ("ALPHA Study Group", "ALPHA Study Group"),
        ("Ministry of Health", "Ministry of Health"),
        ("Xx Univ, Sch Med, Dept Psychiat", "Xx Univ, Sch Med, Dept Psychiat"),
    ],
)
def test_bodies_stay_whole(text: str, literal: str) -> None:
    assert parts(parse_name(text)) == {"literal": literal}


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", "[Anonymous]", "Anonymous", "[ ANONYMOUS ]", "Anon.", "佚名", "et al", "Et al.",
     "等", "and others", ";"],
)  # fmt: skip
def test_nobody(text: str) -> None:
    assert is_nobody(text)
    assert parse_name(text) is None


@pytest.mark.parametrize("end", [" et al", ", et al.", " and others", ", and others"])
def test_a_cut_list_is_no_person_and_no_part_of_one(end: str) -> None:
    assert parts(parse_name(f"Smith, J.{end}")) == person("Smith", "J.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUM PJ", person("GUM", "P. J.")),
        ("GUM P J", person("GUM", "P. J.")),
        ("OBRIEN PJ", person("OBRIEN", "P. J.")),
        ("LI X", person("LI", "X.")),
        ("Alder A.M.", person("Alder", "A. M.")),
        ("VAN DER BERG A", person("VAN DER BERG", "A.")),
        ("van der Berg A", person("Berg", "A.", particle="van der")),
        ("DAVIS SM JR", person("DAVIS", "S. M.", suffix="JR")),
        ("GUMLEY JR", person("GUMLEY", "J. R.")),
        ("IVY.VM", person("IVY", "V. M.")),
        ("SMITH", person("SMITH")),
        ("WORLD HEALTH ORG", {"literal": "WORLD HEALTH ORG"}),
        ("*AM PSYCH ASS", {"literal": "AM PSYCH ASS"}),
    ],
)
def test_names_of_cited_references(text: str, expected: dict[str, str]) -> None:
    assert parts(parse_name(text, cited=True)) == expected


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("Tebes, JK", "Tebes, JK"),
        ("Chan Kevin", "Chan Kevin"),
        ("Tebes, J. K.", ""),
        ("王小明", ""),
    ],
)
def test_the_printed_form_is_kept_where_it_changed(text: str, original: str) -> None:
    name = parse_name(text)
    assert name is not None
    assert name.original == original


@pytest.mark.parametrize(
    ("given", "spelled"),
    [
        ("JK", "J. K."),
        ("J", "J."),
        ("J.K.", "J. K."),
        ("J-R", "J.-R."),
        ("Yu.P.", "Yu. P."),
        ("J.Paul", "J. Paul"),
        ("Lisa B", "Lisa B."),
        ("JKLMN", "J. K. L. M. N."),
        ("ANNA", "ANNA"),
        ("Anna", "Anna"),
        ("ÉJ", "É. J."),
        ("", ""),
    ],
)
def test_initials(given: str, spelled: str) -> None:
    assert spell_initials(given) == spelled
    assert spell_initials(spelled) == spelled


LIKELY = st.text(
    st.one_of(
        st.sampled_from("ABJKXaeinov ,.;-'()[]王小明等欧阳·　，；*"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(LIKELY, st.booleans())
def test_any_text_is_a_name_or_nobody(text: str, cited: bool) -> None:  # noqa: FBT001 - drawn
    name = parse_name(text, cited=cited)
    assert name is None or name.literal or name.family or name.given


words = st.text(st.sampled_from("abcdefgh"), min_size=3, max_size=8).map(str.capitalize)


@given(words, words)
def test_both_orders_mean_the_same_person(family: str, given_name: str) -> None:
    one, other = parse_name(f"{family}, {given_name}"), parse_name(f"{given_name} {family}")
    assert parts(one) == parts(other) == person(family, given_name)


@pytest.mark.parametrize(
    "text", ["Oak, Peter, 1950-", "Oak, Peter, 1901-1977.", "Oak, Peter (1950-)", "Oak, Peter"]
)
def test_years_of_life_are_no_part_of_a_name(text: str) -> None:
    name = parse_name(text)
    assert name is not None
    assert (name.family, name.given) == ("Oak", "Peter")


def test_years_of_a_body_are_part_of_its_name() -> None:
    name = parse_name("Leaf Study 1950-1960")
    assert name is not None
    assert name.literal == "Leaf Study 1950-1960"


def test_initials_of_a_hyphenated_name_are_joined() -> None:
    name = parse_name("J. -P. Cedar")
    assert name is not None
    assert (name.family, name.given) == ("Cedar", "J.-P.")
