"""Page ranges, article numbers, volumes and issues as sources print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import Pages
from litconv.text.pages import goes_on, parse_pages, strip_zeros


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("165 / 187", "165", "187"),
        ("165/187", "165", "187"),
        ("336 - 341", "336", "341"),
        ("1345-1352.", "1345", "1352"),
        (": 13 - 20", "13", "20"),
        ("１２－２０", "12", "20"),
        ("12–20", "12", "20"),
        ("12—20", "12", "20"),
        ("12~20", "12", "20"),
        ("12～20", "12", "20"),
        ("12\u00a0-\u200920", "12", "20"),
        ("pp. 1-9", "1", "9"),
        ("p. 7", "7", ""),
        ("165-187页", "165", "187"),
        ("A04版", "A04", ""),
        ("第1-9页", "1", "9"),
        ("0653-0663", "0653", "0663"),
        ("S1-S20", "S1", "S20"),
        ("iv-x", "iv", "x"),
        ("e12-e20", "e12", "e20"),
        ("123", "123", ""),
        ("A565", "A565", ""),
        ("L339", "L339", ""),
        ("004", "004", ""),
        # shortened last pages are completed
        ("919-22", "919", "922"),
        ("1352-63", "1352", "1363"),
        ("1198-201", "1198", "1201"),
        ("S145-52", "S145", "S152"),
        ("e9-12", "e9", "e12"),
        # … but not where that gives no range
        ("187-65", "187", "65"),
    ],
)
def test_ranges(text: str, first: str, last: str) -> None:
    pages = parse_pages(text)
    assert pages is not None
    assert (pages.first, pages.last, pages.ranges, pages.article_number) == (first, last, "", "")
    assert not goes_on(pages)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("397 / &", "397"),
        ("323 / +", "323"),
        ("134-&", "134"),
        ("591 - &", "591"),
        ("A565 - &", "A565"),
        ("397／＆", "397"),
    ],
)
def test_ranges_that_go_on_elsewhere(text: str, first: str) -> None:
    pages = parse_pages(text)
    assert pages is not None
    assert (pages.first, pages.last, pages.text) == (first, "", first)
    assert goes_on(pages)


@pytest.mark.parametrize(
    ("text", "number"),
    [("e0123456", "e0123456"), ("E12", "E12"), ("ARTN 123", "123"), ("Art. 12", "12"),
     ("UNSP 3", "3"), ("ARTN e12", "e12")],
)  # fmt: skip
def test_article_numbers(text: str, number: str) -> None:
    pages = parse_pages(text)
    assert pages == Pages(raw=text, article_number=number)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [("187-188,195", "187-188, 195"), ("187-188, 195", "187-188, 195"), ("35-38+80", "35-38+80")],
)
def test_several_ranges(text: str, ranges: str) -> None:
    assert parse_pages(text) == Pages(raw=text, ranges=ranges)


@pytest.mark.parametrize("text", ["", "-", "-+", "-&", "+", " / "])
def test_pages_that_state_none(text: str) -> None:
    assert parse_pages(text) == Pages(raw=text.strip())


@pytest.mark.parametrize("text", ["abc", "暂无", "in press", "见下", "1" * 1000])
def test_no_pages(text: str) -> None:
    assert parse_pages(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("02", "2"), ("08", "8"), ("04", "4"), ("02-03", "2-3"), ("1-3", "1-3"), ("4A", "4A"),
     ("S1", "S1"), ("Suppl 2", "Suppl 2"), ("增刊1", "增刊1"), ("z1", "z1"), ("A 24", "A 24"),
     ("10", "10"), ("10.05", "10.05"), ("100", "100"), ("0", "0"), ("", ""),
     ("20/02/2015", "20/02/2015"), ("01/02", "1/2")],
)  # fmt: skip
def test_zeros_before_a_number_go(text: str, number: str) -> None:
    assert strip_zeros(text) == number


@given(st.text(st.sampled_from("0123 eAivx-/~+&,.;:()页第　－＆"), max_size=12))
def test_any_text_is_pages_or_none(text: str) -> None:
    pages = parse_pages(text)
    if pages is not None:
        assert not (pages.first and pages.ranges)
        assert not pages.last or pages.first


@given(st.integers(1, 9999), st.integers(0, 400))
def test_every_range_is_read_in_full(first: int, length: int) -> None:
    pages = parse_pages(f"{first} / {first + length}")
    assert pages is not None
    assert (pages.first, pages.last) == (str(first), str(first + length))


@pytest.mark.parametrize("number", ["A01G 3/02", "20/02/2015", "S1/02", "10.05"])
def test_zeros_inside_classes_and_dates_stay(number: str) -> None:
    assert strip_zeros(number) == number
