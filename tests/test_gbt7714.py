"""GB/T 7714—2025 references of invented and well-known works, expectations by the standard."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import citeproc
import pytest
from lxml import etree

import litconv.csl
from csl_items import body, date, item, person
from gbt7714_articles import ARTICLES
from gbt7714_works import WORKS
from litconv.csl.library.style import load_style, style_names
from litconv.csl.processor.gbt7714 import locale_of, prepared, script
from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record
from litconv.options import WriteOptions
from litconv.registry import find
from litconv.text.markup import to_text
from made_records import dated

NUMERIC = "gbt7714-2025-numeric"
AUTHOR_DATE = "gbt7714-2025-author-date"
OLD = "china-national-standard-gb-t-7714-2015-numeric"
CASES = ARTICLES | WORKS

BY_YEAR: dict[str, tuple[dict[str, Any], str]] = {
    "article": (
        CASES["Chinese article"][0],
        "张三，李四，2020. 虚构的研究[J]. 虚构学报，12（3）：165-187.",
    ),
    "book without author": (
        CASES["an edition in words"][0],
        "佚名，1999. 虚构的书[M]. 修订版. 虚构出版社.",
    ),
    "Western book without author": (
        CASES["first edition is not named"][0],
        "Anon，1859. On the Origin of Species[M].",
    ),
    "newspaper": (
        CASES["newspaper"][0],
        "张三，2000. 虚构的消息[N]. 虚构日报，2000-11-02（15）.",
    ),
    "standard": (
        CASES["standard: number and title only"][0],
        "ISO，2015. ISO 9001:2015\u2003Quality management systems: requirements[S].",
    ),
    "four authors": (
        CASES["four Western authors"][0],
        "Example A B，Sample J-P，Example A B，et al，2001. An invented book[M].",
    ),
}


def reference(style: str, one: dict[str, Any], **options: str) -> str:
    return to_text(load_style(style, **options).render(one))


@pytest.mark.parametrize("name", CASES)
def test_numeric(name: str) -> None:
    one, wanted = CASES[name]
    assert reference(NUMERIC, one) == wanted


@pytest.mark.parametrize("name", BY_YEAR)
def test_author_date(name: str) -> None:
    one, wanted = BY_YEAR[name]
    assert reference(AUTHOR_DATE, one) == wanted


def test_number_in_the_list() -> None:
    one = CASES["nothing else known"][0]
    assert to_text(load_style(NUMERIC).render(one, number=3)) == "[3] Invented leaflet[Z]."


def test_a_forced_locale_is_for_all_entries() -> None:
    one = CASES["four Western authors"][0]
    assert "Example A B，等. " in reference(NUMERIC, one, locale="zh-CN")
    assert "Example A B，et al. " in reference(NUMERIC, one, locale="auto")
    chinese = CASES["four Chinese authors"][0]
    assert "王五，et al. " in reference(NUMERIC, chinese, locale="en-US")


@pytest.mark.parametrize(
    ("one", "wanted", "locale"),
    [
        ({"language": "zh-TW"}, 0, "zh-CN"),
        ({"language": "ja"}, 1, "zh-CN"),
        ({"language": "de_DE", "title": "中文"}, 2, "en-US"),
        ({"language": "rus"}, 3, "en-US"),
        ({"language": "ko"}, 4, "zh-CN"),
        ({"title": "虚构"}, 0, "zh-CN"),
        ({"title": "虚構の書"}, 1, "zh-CN"),
        ({"title": "An invented 书"}, 0, "zh-CN"),
        ({"title": "Invented"}, 2, "en-US"),
        ({"title": "Книга"}, 3, "en-US"),
        ({"title": "책"}, 4, "zh-CN"),
        ({"title": "1984", "container-title": "Inventions"}, 2, "en-US"),
        ({}, 0, "zh-CN"),
    ],
)
def test_script_and_locale(one: dict[str, Any], wanted: int, locale: str) -> None:
    assert (script(one), locale_of(one)) == (wanted, locale)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("第2版", "2"),
        ("2版", "2"),
        ("2nd edition", "2"),
        ("2nd", "2"),
        ("02", "2"),
        ("1", None),
        ("第一版", None),
        (1, None),
        ("2020版", "2020版"),
        ("Rev. ed.", "Rev. ed."),
    ],
)
def test_editions(given: str | int, wanted: str | None) -> None:
    assert prepared({"edition": given}).get("edition") == wanted


def test_preparation_leaves_the_item_alone() -> None:
    one = {"edition": "1", "URL": "https://cstr.cn/0.1", "CSTR": "0.1", "note": "x"}
    copy = dict(one)
    assert prepared(one)["division"] == ""
    assert one == copy


def test_author_date_sorts_by_script_then_author_then_year() -> None:
    works = [
        item("book", "Книга", author=[body("Абв")], issued=date(2000)),
        item("book", "Two", author=[person("Sample", "A.")], issued=date(2001)),
        item("book", "书", author=[body("甲")], issued=date(2000)),
        item("book", "One", author=[person("Sample", "A.")], issued=date(1999)),
        item("book", "かな", author=[body("かな")], issued=date(2000)),
        item("book", "Zero", author=[person("Example", "A.")], issued=date(2005)),
    ]
    assert load_style(AUTHOR_DATE).order(works) == [2, 4, 5, 3, 1, 0]
    assert load_style(NUMERIC).order(works) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "preset"),
    [("gbt7714", NUMERIC), ("gbt7714-author-date", AUTHOR_DATE), ("gbt7714-2015", OLD)],
)
def test_formats(name: str, preset: str) -> None:
    assert find(name, to=True)[1] == preset
    assert preset in style_names()


def test_the_writer_uses_the_style() -> None:
    record = Record(id="one", type=ItemType.BOOK, title="虚构的书", issued=dated(2001))
    format_, style = find("gbt7714", to=True)
    out = io.StringIO()
    assert format_.writer is not None
    format_.writer.write([record], out, Diagnostics(), WriteOptions(style=style))
    assert out.getvalue() == "[1] 虚构的书[M]. 2001.\n"


def _style_file(name: str) -> Path:
    return Path(litconv.csl.__path__[0]) / "library" / "own" / f"{name}.csl"


@pytest.mark.parametrize("name", [NUMERIC, AUTHOR_DATE])
def test_valid_csl(name: str) -> None:
    rules = Path(citeproc.__file__).parent / "data/schema/schemas/styles/csl.rng"
    schema = etree.RelaxNG(etree.parse(rules))
    schema.assertValid(etree.parse(_style_file(name)))


def test_both_styles_share_their_macros() -> None:
    texts = [
        {
            one.get("name"): " ".join(etree.tostring(one, encoding="unicode").split())
            for one in etree.parse(_style_file(name)).getroot().findall("{*}macro")
        }
        for name in (NUMERIC, AUTHOR_DATE)
    ]
    shared = texts[0].keys() & texts[1].keys()
    own = {"author", "publication-year", "publication-day"}
    assert {name for name in shared if texts[0][name] != texts[1][name]} == own
    assert len(shared) > len(own)
