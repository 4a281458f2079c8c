"""References of books, their parts and other works by GB/T 7714—2025."""

from __future__ import annotations

from typing import Any

from csl_items import ADA, LI, PAUL, SEEN, ZHANG, body, date, item

WORKS: dict[str, tuple[dict[str, Any], str]] = {
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
