"""APA 7 references of invented works, each expectation written by hand after the manual's rules."""

from __future__ import annotations

from typing import Any

import pytest

from csl_items import date, person
from litconv.csl.library.style import load_style
from litconv.text.markup import to_html, to_text

ARTICLE: dict[str, Any] = {
    "id": "Example2020",
    "type": "article-journal",
    "title": "Invented findings on invented peers",
    "author": [person("Example", "Ann B."), person("Sample", "Jean-Paul")],
    "issued": date(2020, 5, 7),
    "container-title": "Journal of Invented Results",
    "volume": "12",
    "issue": "3",
    "page": "165-187",
    "DOI": "10.1000/invented.1",
}


def without(*names: str, **changes: object) -> dict[str, Any]:
    return {**{key: value for key, value in ARTICLE.items() if key not in names}, **changes}


CASES: dict[str, tuple[dict[str, Any], str]] = {
    "article": (
        ARTICLE,
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187. "
            "https://doi.org/10.1000/invented.1"
        ),
    ),
    "no author: the title comes first, and once": (
        without("author"),
        (
            "Invented findings on invented peers. (2020). <i>Journal of Invented Results</i>, "
            "<i>12</i>(3), 165–187. https://doi.org/10.1000/invented.1"
        ),
    ),
    "no date": (
        without("issued", "DOI"),
        (
            "Example, A. B., &amp; Sample, J.-P. (n.d.). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "no journal": (
        without("container-title", "volume", "issue", "page", "DOI"),
        "Example, A. B., &amp; Sample, J.-P. (2020). <i>Invented findings on invented peers</i>.",
    ),
    "a DOI given as an address is not doubled": (
        without("volume", "issue", "page", DOI="https://doi.org/10.1000/invented.1"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>. https://doi.org/10.1000/invented.1"
        ),
    ),
    "article number": (
        without("issue", "page", number="e0120513"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>, Article e0120513. "
            "https://doi.org/10.1000/invented.1"
        ),
    ),
    "question mark swallows the stop": (
        without("DOI", title="Are invented peers real?"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). Are invented peers real? "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "straight quotes become curly, the stop goes inside": (
        without("DOI", title="On the \"real\" peers' 'invention'"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). On the “real” peers’ ‘invention.’ "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "rich text is kept, other tags are escaped": (
        without("DOI", title="<i>Homo fictus</i> and CO<sub>2</sub> <script>alert(1)</script>"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020). <i>Homo fictus</i> and CO<sub>2</sub> "
            "&lt;script&gt;alert(1)&lt;/script&gt;. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "italics in italics are upright": (
        {
            "type": "book",
            "title": "A life of <i>Homo fictus</i> today",
            "author": [person("Example", "Ann")],
            "issued": date(2001),
            "publisher": "Invented Press",
        },
        "Example, A. (2001). <i>A life of </i>Homo fictus<i> today</i>. Invented Press.",
    ),
    "one name only": (
        without("DOI", author=[{"family": "Plato", "given": ""}]),
        (
            "Plato. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "a body": (
        without("DOI", author=[{"literal": "Institute of Invented Studies"}]),
        (
            "Institute of Invented Studies. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "two bodies have no comma between them": (
        without("DOI", author=[{"literal": "Institute A"}, {"literal": "Institute B"}]),
        (
            "Institute A &amp; Institute B. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "particles stay with the family name": (
        without("DOI", author=[person("van der Example", "Ann"), person("de la Sample", "José")]),
        (
            "van der Example, A., &amp; de la Sample, J. (2020). "
            "Invented findings on invented peers. <i>Journal of Invented Results</i>, "
            "<i>12</i>(3), 165–187."
        ),
    ),
    "suffix": (
        without("DOI", author=[person("Example", "Bob", suffix="Jr.")]),
        (
            "Example, B., Jr. (2020). Invented findings on invented peers. "
            "<i>Journal of Invented Results</i>, <i>12</i>(3), 165–187."
        ),
    ),
    "Chinese article": (
        {
            "type": "article-journal",
            "title": "虚构论文的同伴支持",
            "author": [person("王", "小明"), person("欧阳", "虚构")],
            "issued": date(2021),
            "container-title": "虚构学报",
            "volume": "3",
            "issue": "2",
            "page": "1-9",
            "language": "zh-CN",
        },
        "王小明, &amp; 欧阳虚构. (2021). 虚构论文的同伴支持. <i>虚构学报</i>, <i>3</i>(2), 1–9.",
    ),
    "magazine with its full date": (
        without("volume", "issue", "DOI", type="article-magazine", page="30"),
        (
            "Example, A. B., &amp; Sample, J.-P. (2020, May 7). "
            "Invented findings on invented peers. <i>Journal of Invented Results</i>, 30."
        ),
    ),
    "book with edition": (
        {
            "type": "book",
            "title": "The invented book",
            "author": [person("Example", "Ann")],
            "issued": date(1999),
            "publisher": "Invented Press",
            "publisher-place": "Nowhere",
            "edition": "2",
        },
        "Example, A. (1999). <i>The invented book</i> (2nd ed.). Invented Press.",
    ),
    "edited book: the editor stands once": (
        {
            "type": "book",
            "title": "The invented collection",
            "editor": [person("Example", "Ann"), person("Sample", "Bo")],
            "issued": date(1999),
            "publisher": "Invented Press",
        },
        (
            "Example, A., &amp; Sample, B. (Eds.). (1999). <i>The invented collection</i>. "
            "Invented Press."
        ),
    ),
    "chapter": (
        {
            "type": "chapter",
            "title": "An invented chapter",
            "author": [person("Example", "Ann")],
            "editor": [person("Sample", "Bo")],
            "container-title": "The invented collection",
            "issued": date(1999),
            "page": "11-20",
            "publisher": "Invented Press",
        },
        (
            "Example, A. (1999). An invented chapter. In B. Sample (Ed.), "
            "<i>The invented collection</i> (pp. 11–20). Invented Press."
        ),
    ),
    "one page of a chapter": (
        {
            "type": "chapter",
            "title": "An invented chapter",
            "author": [person("Example", "Ann")],
            "container-title": "The invented collection",
            "issued": date(1999),
            "page": "11",
        },
        "Example, A. (1999). An invented chapter. In <i>The invented collection</i> (p. 11).",
    ),
    "unpublished thesis": (
        {
            "type": "thesis",
            "title": "An invented thesis",
            "author": [person("Example", "Ann")],
            "issued": date(2015),
            "genre": "Doctoral dissertation",
            "publisher": "Invented University",
        },
        (
            "Example, A. (2015). <i>An invented thesis</i> [Doctoral dissertation]. "
            "Invented University."
        ),
    ),
    "thesis in a database": (
        {
            "type": "thesis",
            "title": "An invented thesis",
            "author": [person("Example", "Ann")],
            "issued": date(2015),
            "genre": "Doctoral dissertation",
            "publisher": "Invented University",
            "archive": "Invented Dissertations",
            "URL": "https://example.org/thesis",
        },
        (
            "Example, A. (2015). <i>An invented thesis</i> "
            "[Doctoral dissertation, Invented University]. Invented Dissertations. "
            "https://example.org/thesis"
        ),
    ),
    "conference session with a range of days": (
        {
            "type": "paper-conference",
            "title": "An invented talk",
            "author": [person("Example", "Ann")],
            "issued": {"date-parts": [[2017, 7, 12], [2017, 7, 15]]},
            "genre": "Paper presentation",
            "event-title": "Congress of Invented Studies",
            "event-place": "Nowhere",
        },
        (
            "Example, A. (2017, July 12–15). <i>An invented talk</i> [Paper presentation]. "
            "Congress of Invented Studies, Nowhere."
        ),
    ),
    "web page without a date": (
        {
            "type": "webpage",
            "title": "An invented page",
            "container-title": "Invented Site",
            "URL": "https://example.org/page",
            "accessed": date(2024, 2, 1),
        },
        (
            "<i>An invented page</i>. (n.d.). Invented Site. "
            "Retrieved February 1, 2024, from https://example.org/page"
        ),
    ),
    "report with its number": (
        {
            "type": "report",
            "title": "An invented report",
            "author": [{"literal": "Institute of Invented Studies"}],
            "issued": date(2011),
            "number": "18-24",
            "publisher": "Ministry of Invention",
        },
        (
            "Institute of Invented Studies. (2011). <i>An invented report</i> (Nos. 18–24). "
            "Ministry of Invention."
        ),
    ),
    "variables in the note": (
        {
            "type": "book",
            "title": "The invented book",
            "author": [person("Example", "Ann")],
            "issued": date(1999),
            "note": "original-date: 1901\ntranslator: Sample || Bo\nread in May",
        },
        (
            "Example, A. (1999). <i>The invented book</i> (B. Sample, Trans.). "
            "(Original work published 1901)"
        ),
    ),
    "before the common era": (
        {"type": "book", "title": "Invented dialogues", "issued": {"date-parts": [[-380]]}},
        "<i>Invented dialogues</i>. (380 B.C.E.).",
    ),
    "a term that begins the reference has a capital": (
        {"type": "article-journal", "container-title": "Journal of Invented Results"},
        "(N.d.). <i>Journal of Invented Results</i>.",
    ),
    "raised digits are superscript": (
        {"type": "book", "title": "On E = mc²", "issued": date(2001)},
        "<i>On E = mc<sup>2</sup></i>. (2001).",
    ),
    "date in words": (
        {"type": "book", "title": "Invented dialogues", "issued": {"literal": "in the spring"}},
        "<i>Invented dialogues</i>. (in the spring).",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_reference(name: str) -> None:
    item, expected = CASES[name]
    assert to_html(load_style("apa").render(item)) == expected


def test_twenty_authors_are_all_named() -> None:
    authors = [person(f"Author{letter}", letter) for letter in "ABCDEFGHIJKLMNOPQRST"]
    text = to_text(load_style("apa").render(without(author=authors)))
    assert text.startswith("AuthorA, A., AuthorB, B., ")
    assert "AuthorS, S., & AuthorT, T. (2020)." in text
    assert "…" not in text


def test_of_more_than_twenty_authors_nineteen_and_the_last_are_named() -> None:
    authors = [person(f"Author{letter}", letter) for letter in "ABCDEFGHIJKLMNOPQRSTU"]
    text = to_text(load_style("apa").render(without(author=authors)))
    assert "AuthorR, R., AuthorS, S., … AuthorU, U. (2020)." in text
    assert "AuthorT" not in text
    assert "&" not in text


def test_personal_communications_are_not_listed() -> None:
    item = {"type": "personal_communication", "title": "A letter", "issued": date(2020)}
    assert load_style("apa").render(item) == ()
