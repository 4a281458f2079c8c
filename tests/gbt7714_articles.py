"""References of articles by GB/T 7714—2025, with what is the same for all kinds of works."""

from __future__ import annotations

from typing import Any

from csl_items import ADA, LI, PAUL, SEEN, WANG, ZHANG, ZHAO, date, item, person

ARTICLES: dict[str, tuple[dict[str, Any], str]] = {
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
}  # fmt: skip
