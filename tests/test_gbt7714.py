"""GB/T 7714—2025 references of invented and well-known works, expectations by the standard."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import citeproc
import pytest
from lxml import etree

import litconv.csl
from litconv.csl.library.style import load_style, style_names
from litconv.csl.processor.gbt7714 import locale_of, prepared, script
from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, PartialDate, Record
from litconv.options import WriteOptions
from litconv.registry import find
from litconv.text.markup import to_text

NUMERIC = "gbt7714-2025-numeric"
AUTHOR_DATE = "gbt7714-2025-author-date"
OLD = "china-national-standard-gb-t-7714-2015-numeric"


def person(family: str, given: str, **more: str) -> dict[str, str]:
    return {"family": family, "given": given, **more}


def body(name: str) -> dict[str, str]:
    return {"literal": name}


def date(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


def item(type_: str, title: str, /, **fields: object) -> dict[str, Any]:
    """Give an item; `container_title` stands for `container-title`, and so on."""
    named = {
        key if key == "archive_location" else key.replace("_", "-"): value
        for key, value in fields.items()
    }
    return {"id": "one", "type": type_, "title": title, **named}


ADA = person("Example", "Ann B.")
PAUL = person("Sample", "Jean-Paul")
ZHANG, LI, WANG, ZHAO = (body(name) for name in ("张三", "李四", "王五", "赵六"))
SEEN = date(2024, 1, 9)

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "Chinese article": (
        item(
            "article-journal", "虚构的研究", author=[ZHANG, LI], container_title="虚构学报",
            issued=date(2020, 5, 7), volume="12", issue="3", page="165-187", language="zh-CN",
        ),
        "张三，李四. 虚构的研究[J]. 虚构学报，2020，12（3）：165-187.",
    ),
    "pages that do not follow one another": (
        item(
            "article-journal", "虚构的研究", author=[ZHANG], container_title="虚构学报",
            issued=date(2020), volume="12", page="1-2, 15",
        ),
        "张三. 虚构的研究[J]. 虚构学报，2020，12：1-2，15.",
    ),
    "a paper of no known meeting": (
        item("paper-conference", "虚构的报告", author=[ZHANG], issued=date(2011), page="4"),
        "张三. 虚构的报告[C]. 2011：4.",
    ),
    "Western article: full-width marks, half-width colon in the title, hyphen of the given name": (
        item(
            "article-journal", "Invented findings: a study", author=[ADA, PAUL], volume="12",
            container_title="Journal of Inventions", issued=date(2020, 5), page="165–187",
        ),
        (
            "Example A B，Sample J-P. Invented findings: a study[J]. "
            "Journal of Inventions，2020，12：165-187."
        ),
    ),
    "four Chinese authors": (
        item("book", "虚构的书", author=[ZHANG, LI, WANG, ZHAO], issued=date(2001)),
        "张三，李四，王五，等. 虚构的书[M]. 2001.",
    ),
    "four Western authors": (
        item("book", "An invented book", author=[ADA, PAUL, ADA, PAUL], issued=date(2001)),
        "Example A B，Sample J-P，Example A B，et al. An invented book[M]. 2001.",
    ),
    "three authors are all named": (
        item("book", "An invented book", author=[ADA, PAUL, ADA], issued=date(2001)),
        "Example A B，Sample J-P，Example A B. An invented book[M]. 2001.",
    ),
    "four authors of a work in Portuguese": (
        item("book", "Um livro", author=[ADA, PAUL, ADA, PAUL], language="pt"),
        "Example A B，Sample J-P，Example A B，et al. Um livro[M].",
    ),
    "Chinese names in two parts, a Western name in a Chinese work": (
        item(
            "book", "虚构的书", author=[person("张", "三"), ADA], language="zh",
            issued=date(2001),
        ),
        "张三，Example A B. 虚构的书[M]. 2001.",
    ),
    "suffix and particle": (
        item(
            "book", "An invented book", issued=date(2001),
            author=[person("Example", "Ann", suffix="Jr."), person("van der Sample", "Max")],
        ),
        "Example A Jr，van der Sample M. An invented book[M]. 2001.",
    ),
    "article number": (
        item(
            "article-journal", "An invented study", author=[ADA], issued=date(2020),
            container_title="Journal of Inventions", volume="9", issue="2", number="e0120513",
        ),
        "Example A B. An invented study[J]. Journal of Inventions，2020，9（2）：e0120513.",
    ),
    "article first published online: the day": (
        item(
            "article-journal", "虚构的研究", container_title="虚构学报", URL="https://example.org/a",
            author=[ZHANG], issued=date(2024, 5, 9), accessed=SEEN,
        ),
        "张三. 虚构的研究[J/OL]. 虚构学报，2024-05-09. https://example.org/a.",
    ),
    "DOI alone makes it online": (
        item(
            "article-journal", "An invented study", container_title="Inventions", volume="1",
            issued=date(2020), DOI="10.1000/invented.1",
        ),
        "An invented study[J/OL]. Inventions，2020，1. DOI:10.1000/invented.1.",
    ),
    "URL and DOI": (
        item(
            "article-journal", "An invented study", container_title="Inventions", volume="1",
            issued=date(2020), DOI="10.1000/invented.1", URL="https://example.org/a", page="7",
        ),
        (
            "An invented study[J/OL]. Inventions，2020，1：7. https://example.org/a. "
            "DOI:10.1000/invented.1."
        ),
    ),
    "a URL that holds the DOI": (
        item(
            "article-journal", "An invented study", container_title="Inventions", volume="1",
            issued=date(2020), DOI="10.1000/ABC", URL="https://doi.org/10.1000%2Fabc",
        ),
        "An invented study[J/OL]. Inventions，2020，1. https://doi.org/10.1000%2Fabc.",
    ),
    "translated article": (
        item(
            "article-journal", "虚构的研究", author=[ADA], translator=[LI], issue="1",
            container_title="虚构学报", issued=date(2009), page="85-92",
        ),
        "Example A B. 虚构的研究[J]. 李四，译. 虚构学报，2009（1）：85-92.",
    ),
    "newspaper": (
        item(
            "article-newspaper", "虚构的消息", author=[ZHANG], container_title="虚构日报",
            issued=date(2000, 11, 2), page="15",
        ),
        "张三. 虚构的消息[N]. 虚构日报，2000-11-02（15）.",
    ),
    "Chinese book with volume, translator, edition and pages": (
        item(
            "book", "物种起源", author=[body("达尔文")], translator=[ZHANG], edition="2",
            volume="1", publisher="虚构出版社", publisher_place="北京", issued=date(1995, 3),
            page="12-15",
        ),
        "达尔文. 物种起源：第1卷[M]. 张三，译. 2 版. 北京：虚构出版社，1995：12-15.",
    ),
    "Western book with volume, translator, edition": (
        item(
            "book", "An invented book", author=[ADA], translator=[PAUL], edition="3", volume="2",
            publisher="Invented Press, Inc.", publisher_place="Cambridge, Mass.",
            issued=date(1995),
        ),
        (
            "Example A B. An invented book：v.2[M]. Sample J-P，trans. 3rd ed. "
            "Cambridge, Mass.：Invented Press, Inc.，1995."
        ),
    ),
    "first edition is not named": (
        item("book", "On the Origin of Species", edition="1st ed.", issued=date(1859)),
        "On the Origin of Species[M]. 1859.",
    ),
    "an edition in words": (
        item("book", "虚构的书", edition="修订版", publisher="虚构出版社", issued=date(1999)),
        "虚构的书[M]. 修订版. 虚构出版社，1999.",
    ),
    "editors of a book, no access date": (
        item(
            "book", "An invented book", editor=[ADA], publisher="Invented Press",
            issued=date(2011), URL="https://example.org/b", accessed=SEEN,
        ),
        "Example A B. An invented book[M/OL]. Invented Press，2011. https://example.org/b.",
    ),
    "no date: the year of access in brackets": (
        item("map", "虚构地图", URL="https://example.org/m", accessed=SEEN, scale="1:25000"),
        "虚构地图. 1:25000[CM/OL]. [2024]. https://example.org/m.",
    ),
    "uncertain date": (
        item("book", "虚构的书", issued={**date(1850), "circa": True}),
        "虚构的书[M]. [1850].",
    ),
    "chapter": (
        item(
            "chapter", "虚构的一章", author=[ZHANG], editor=[LI], container_title="虚构的书",
            volume="35", publisher="虚构出版社", publisher_place="北京", issued=date(2013),
            page="302",
        ),
        "张三. 虚构的一章[M]//李四. 虚构的书：第35卷. 北京：虚构出版社，2013：302.",
    ),
    "conference paper in proceedings": (
        item(
            "paper-conference", "An invented paper", author=[ADA], editor=[PAUL], page="1-8",
            container_title="Proceedings of Inventions", publisher="ACME", issued=date(2020),
            publisher_place="New York", DOI="10.1000/invented.2",
        ),
        (
            "Example A B. An invented paper[C/OL]//Sample J-P. Proceedings of Inventions. "
            "New York：ACME，2020：1-8. DOI:10.1000/invented.2."
        ),
    ),
    "conference paper known by its meeting": (
        item(
            "paper-conference", "虚构的报告", author=[ZHANG], event_title="第1次虚构年会",
            issued=date(2022, 6), page="2",
        ),
        "张三. 虚构的报告[C]//第1次虚构年会，2022：2.",
    ),
    "thesis": (
        item(
            "thesis", "虚构的论文", author=[ZHANG], genre="博士学位论文", publisher="虚构大学",
            publisher_place="武汉", issued=date(2022, 6, 1),
        ),
        "张三. 虚构的论文[D]. 武汉：虚构大学，2022.",
    ),
    "report with number, by a body": (
        item(
            "report", "An invented report", author=[body("Department of Inventions")],
            number="INV-1", issued=date(2012, 1, 6), URL="https://example.org/r", accessed=SEEN,
        ),
        (
            "Department of Inventions. An invented report：INV-1[R/OL]. 2012-01-06. "
            "https://example.org/r."
        ),
    ),
    "standard: number and title only": (
        item(
            "standard", "Quality management systems: requirements", number="ISO 9001:2015",
            author=[body("ISO")], publisher="ISO", issued=date(2015, 9),
        ),
        "ISO 9001:2015\u2003Quality management systems: requirements[S].",
    ),
    "patent: the number of the application, the day": (
        item(
            "patent", "虚构的装置", author=[ZHANG], number="CN000000001A",
            call_number="CN000000000000.1", issued=date(2008, 1, 6), page="8-9",
        ),
        "张三. 虚构的装置：CN000000000000.1[P]. 2008-01-06：8-9.",
    ),
    "patent with one number": (
        item("patent", "An invented device", author=[ADA], number="US0000001A1", issued=date(2001)),
        "Example A B. An invented device：US0000001A1[P]. 2001.",
    ),
    "webpage": (
        item(
            "webpage", "虚构的网页", author=[body("虚构中心")], issued=date(2021, 4, 2),
            URL="https://example.org/", accessed=SEEN,
        ),
        "虚构中心. 虚构的网页[EB/OL]. （2021-04-02）[2024-01-09]. https://example.org/.",
    ),
    "webpage without date": (
        item("webpage", "Invented page", URL="https://example.org/", accessed=SEEN),
        "Invented page[EB/OL]. [2024-01-09]. https://example.org/.",
    ),
    "film on a disc": (
        item("motion_picture", "虚构的影片", director=[LI], medium="DVD", issued=date(1999)),
        "李四. 虚构的影片[Z/CD]. 1999.",
    ),
    "film on the web": (
        item(
            "motion_picture", "Invented film", director=[ADA], URL="https://example.org/v",
            issued=date(2022, 10, 6), accessed=SEEN,
        ),
        (
            "Example A B. Invented film[EB/OL]. （2022-10-06）[2024-01-09]. "
            "https://example.org/v."
        ),
    ),
    "dataset with version": (
        item(
            "dataset", "虚构的数据集", author=[ZHANG], version="v1.0", publisher="虚构中心",
            issued=date(2024, 7, 9), URL="https://example.org/d", accessed=SEEN,
            DOI="10.1000/invented.3",
        ),
        (
            "张三. 虚构的数据集[DS/OL]. V1.0. 虚构中心（2024-07-09）[2024-01-09]. "
            "https://example.org/d. DOI:10.1000/invented.3."
        ),
    ),
    "preprint with CSTR in the note": (
        item(
            "article", "虚构的预印本", author=[ZHANG], number="ChinaXiv:000000.00001",
            issued=date(2023, 3, 3), URL="https://example.org/p", note="CSTR: 00000.00.Invented.1",
        ),
        (
            "张三. 虚构的预印本[PP/OL]. ChinaXiv（2023-03-03）. https://example.org/p. "
            "CSTR:00000.00.Invented.1."
        ),
    ),
    "archive": (
        item(
            "manuscript", "虚构的奏折", author=[ZHANG], archive="虚构档案馆", archive_place="北京",
            archive_location="00-01", issued=date(1887),
        ),
        "张三. 虚构的奏折：00-01[A]. 北京：虚构档案馆，1887.",
    ),
    "periodical as a whole": (
        item(
            "periodical", "虚构学报", editor=[body("虚构学会")], volume="1957（1）—1990（4）",
            publisher="虚构出版社", publisher_place="北京",
            issued={"date-parts": [[1957], [1990]]},
        ),
        "虚构学会. 虚构学报[J]. 1957（1）—1990（4）. 北京：虚构出版社，1957—1990.",
    ),
    "software, no access date": (
        item(
            "software", "Invented program", author=[ADA], version="2.1", issued=date(2024, 2, 3),
            URL="https://example.org/s", accessed=SEEN,
        ),
        "Example A B. Invented program[CP/OL]. V2.1. 2024-02-03. https://example.org/s.",
    ),
    "map in an atlas": (
        item(
            "map", "虚构地图", author=[ZHANG], container_title="虚构地图集", editor=[LI],
            volume="2", publisher="虚构出版社", publisher_place="北京", issued=date(1982), page="6",
        ),
        "张三. 虚构地图[CM]//李四. 虚构地图集：第2卷. 北京：虚构出版社，1982：6.",
    ),
    "case in a law report": (
        item(
            "legal_case", "Brown v. Board of Education", container_title="U.S.", volume="347",
            issued=date(1954), page="483",
        ),
        "Brown v. Board of Education[A]//U.S.：v.347. 1954：483.",
    ),
    "nothing else known": (item("document", "Invented leaflet"), "Invented leaflet[Z]."),
}  # fmt: skip

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
    record = Record(
        id="one", type=ItemType.BOOK, title="虚构的书", issued=Date(start=PartialDate(year=2001))
    )
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
