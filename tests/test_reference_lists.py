"""References right as a list: order, letters after the year, lines for repeated names, locales."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from litconv.csl.library.localetags import checked_tag
from litconv.csl.library.style import load_style
from litconv.csl.processor.collation import collate
from litconv.csl.processor.disambiguate import suffix_letters
from litconv.csl.processor.repeats import Repeats
from litconv.diagnostics import UsageError
from litconv.text.markup import to_text

Item = dict[str, Any]
THREE_EM = "———"


def item(key: str, names: str, year: int | None = 2020, **more: object) -> Item:
    """Make a book by invented people: `Able, Ann; Baker, Bo`."""
    split = [one.split(", ") for one in names.split("; ") if one]
    people = [{"family": family, "given": given} for family, given in split]
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return {"id": key, "type": "book", "title": key, "author": people, **issued, **more}


def listed(items: Sequence[Item], style: str = "apa", locale: str | None = None) -> list[str]:
    loaded = load_style(style, locale=locale)
    order = loaded.order(items)
    shown = loaded.told_apart(items, order)
    repeats = loaded.repeats()
    entries = [
        loaded.render_safely(items[index], number=number, shown=shown[index], repeats=repeats)
        for number, index in enumerate(order, start=1)
    ]
    assert [error for _, error in entries if error] == []
    return [to_text(runs) for runs, _ in entries]


def test_letters_follow_the_order_of_the_list() -> None:
    items = [
        item("Zebras", "Able, Ann"),
        item("Ants", "Able, Ann"),
        item("Bees", "Able, Ann", 2019),
    ]
    assert listed(items) == [
        "Able, A. (2019). Bees.",
        "Able, A. (2020a). Ants.",
        "Able, A. (2020b). Zebras.",
    ]


def test_works_without_a_year_get_letters_too() -> None:
    items = [item("Ants", "Able, Ann", None), item("Bees", "Able, Ann", None)]
    assert listed(items) == ["Able, A. (n.d.-a). Ants.", "Able, A. (n.d.-b). Bees."]


def test_letters_go_to_the_year_where_the_style_places_none() -> None:
    items = [item("Ants", "Able, Ann"), item("Bees", "Able, Ann")]
    text = listed(items, "harvard-cite-them-right")
    assert ["2020a" in text[0], "2020b" in text[1]] == [True, True]


def test_other_first_names_or_more_names_need_no_letters() -> None:
    items = [item("Ants", "Able, Ann"), item("Bees", "Able, Ben")]
    assert listed(items) == ["Able, A. (2020). Ants.", "Able, B. (2020). Bees."]
    items = [item("Ants", "Able, A; Baker, B; Cole, C"), item("Bees", "Able, A; Dorn, D; Ek, E")]
    assert [text.count("2020)") for text in listed(items)] == [1, 1]


def test_numeric_styles_have_no_letters_and_count() -> None:
    items = [item("Ants", "Able, Ann"), item("Bees", "Able, Ann")]
    assert listed(items, "ieee") == ["[1] A. Able, Ants. 2020.", "[2] A. Able, Bees. 2020."]


@pytest.mark.parametrize(("number", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (52, "ba")])
def test_suffix_letters(number: int, letters: str) -> None:
    assert suffix_letters(number) == letters


@pytest.mark.parametrize(
    ("rule", "second", "third"),
    [
        ("complete-all", None, ["A", "C"]),
        ("complete-each", ["—", "—"], ["A", "C"]),
        ("partial-each", ["—", "—"], ["—", "C"]),
        ("partial-first", ["—", "B"], ["—", "C"]),
    ],
)
def test_repeated_names(rule: str, second: list[str] | None, third: list[str]) -> None:
    repeats = Repeats("—", rule)
    found = []
    for names in (["A", "B"], ["A", "B"], ["A", "C"]):
        repeats.begin()
        found.append(repeats.names(names))
    assert found == [["A", "B"], second, third]


def test_only_the_names_that_begin_an_entry_are_replaced() -> None:
    repeats = Repeats("—", "")
    repeats.begin()
    assert repeats.names(["A"]) == ["A"]
    assert repeats.names(["A"]) == ["A"]


def test_a_title_that_stands_for_the_names_is_replaced_too() -> None:
    repeats = Repeats("—", "")
    repeats.begin()
    assert repeats.text("Ants") == "Ants"
    repeats.begin()
    assert repeats.text("Ants") == "—"


def test_a_list_with_lines_for_names() -> None:
    items = [item("Ants", "Able, Ann"), item("Bees", "Able, Ann"), item("Cats", "Baker, Bo")]
    text = listed(items, "modern-language-association")
    assert [line.startswith((THREE_EM, "---")) for line in text] == [
        False,
        True,
        False,
    ]


def test_sorting_ignores_accents_case_and_punctuation() -> None:
    names = ["Zebra", "Öberg", "O’Brien", "oakley", "Ab-el", "Abe Z", "Abel", "Ørsted", "Øz", "Łaz"]
    assert sorted(names, key=collate) == [
        "Abe Z", "Ab-el", "Abel", "Łaz", "oakley", "Öberg", "O’Brien", "Ørsted", "Øz", "Zebra",
    ]  # fmt: skip


def test_digits_are_numbers_and_other_scripts_come_later() -> None:
    texts = ["王", "Яков", "10", "Zeta", "9", "가", "あ"]
    assert sorted(texts, key=collate) == ["9", "10", "Zeta", "Яков", "가", "あ", "王"]


def test_chinese_is_sorted_by_pinyin_in_chinese_lists() -> None:
    names = ["赵", "Able", "李", "阿", "王", "张"]
    assert sorted(names, key=lambda one: collate(one, pinyin=True)) == [
        "阿", "李", "王", "张", "赵", "Able",
    ]  # fmt: skip


def test_accents_do_not_count_before_the_year() -> None:
    items = [item("Ants", "Müller, Ann", 2021), item("Bees", "Muller, Ann", 2020)]
    assert [text[:18] for text in listed(items)] == ["Muller, A. (2020).", "Müller, A. (2021)."]


def test_labels_do_not_take_part_in_sorting() -> None:
    edited = item("Ants", "", editor=[{"family": "Able", "given": "Ann"}])
    items = [edited, item("Bees", "Able, Ann")]
    assert listed(items) == ["Able, A. (Ed.). (2020a). Ants.", "Able, A. (2020b). Bees."]


MANY = "Able, Ann; Baker, Bo; Cole, Cy; Dorn, Di"
CHINESE_STYLE = "china-national-standard-gb-t-7714-2015-numeric"


@pytest.mark.parametrize(
    ("locale", "english", "chinese"),
    [
        ("auto", "et al", "等"),
        ("style", "等", "等"),
        ("zh-CN", "等", "等"),
        ("en", "et al", "et al"),
    ],
)
def test_locales_in_a_chinese_list(locale: str, english: str, chinese: str) -> None:
    items = [
        item("Ants", MANY, language="en"),
        item("虚构", "王, 一; 李, 二; 张, 三; 赵, 四", language="zh-CN"),
    ]
    texts = listed(items, CHINESE_STYLE, locale)
    assert [english in texts[0], chinese in texts[1]] == [True, True]


def test_auto_leaves_other_lists_in_the_locale_of_the_style() -> None:
    edited = {
        "id": "k",
        "type": "book",
        "title": "虚构",
        "language": "zh-CN",
        "editor": [{"family": "王", "given": "一"}],
        "issued": {"date-parts": [[2020]]},
    }
    assert listed([edited], "apa", "auto") == ["王一 (Ed.). (2020). 虚构."]
    assert "(Ed.)" not in listed([edited], "apa", "zh-CN")[0]


@pytest.mark.parametrize(
    ("text", "tag"), [("zh_cn", "zh-CN"), ("de", "de-DE"), ("EN", "en-US"), ("fr-FR", "fr-FR")]
)
def test_tags(text: str, tag: str) -> None:
    assert checked_tag(text) == tag


def test_unknown_tags_name_near_ones() -> None:
    with pytest.raises(UsageError, match=r"no locale 'de-XX'; did you mean .*de-DE"):
        checked_tag("de-XX")
