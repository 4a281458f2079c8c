"""One-line citations in all forms that record pages print; what has another form is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import ItemType
from litconv.text.citation import (
    Citation,
    looks_cited,
    looks_dotted,
    parse_cited,
    parse_source,
    split_at_mark,
)


def facts(citation: Citation | None) -> dict[str, Any]:
    """Give what a citation says, pages as text and authors as `Family, Given`."""
    assert citation is not None
    said: dict[str, Any] = {
        "authors": [name.sort_text for name in citation.authors],
        "pages": citation.pages.text,
        "article": citation.pages.article_number,
        **{
            field: getattr(citation, field)
            for field in ("title", "container", "year", "volume", "issue", "doi", "status", "left")
        },
    }
    return {field: value for field, value in said.items() if value}


def source(
    container: str, year: int, volume: str = "", issue: str = "", pages: str = ""
) -> dict[str, Any]:
    named = {"volume": volume, "issue": issue, "pages": pages}
    said: dict[str, Any] = {"container": container, "year": year}
    return said | {field: value for field, value in named.items() if value}


SOURCES = [
    (
        "PSYCHIATRIC REHABILITATION JOURNAL, 2015, 38 (04) : 336 - 341",
        source("PSYCHIATRIC REHABILITATION JOURNAL", 2015, "38", "4", "336-341"),
    ),
    (
        "WORLD PSYCHIATRY, 2016, 15 (01): : 13 - 20",
        source("WORLD PSYCHIATRY", 2016, "15", "1", "13-20"),
    ),
    ("HEALTHCARE, 2024, 12 (02)", source("HEALTHCARE", 2024, "12", "2")),
    ("INVENTED ANNALS, 2010, 82 (16):", source("INVENTED ANNALS", 2010, "82", "16")),
    (
        "Mindfulness, 2025, 16 (5) : 1352 - 1363",
        source("Mindfulness", 2025, "16", "5", "1352-1363"),
    ),
    ("JOURNAL PART C, 1971, 4 (05): : 591 - &", source("JOURNAL PART C", 1971, "4", "5", "591")),
    ("REVIEW, 1972, 30 (01) :134-&", source("REVIEW", 1972, "30", "1", "134")),
    ("REVIEW, 1972, 30 (1-3) : 1-2", source("REVIEW", 1972, "30", "1-3", "1-2")),
    ("REVIEW, 1972, 30 (4A) : 1-2", source("REVIEW", 1972, "30", "4A", "1-2")),
    ("REVIEW, 1972, A 24 : 12-20", source("REVIEW", 1972, "A 24", "", "12-20")),
    ("REVIEW, 1972, 30 : 0653-0663", source("REVIEW", 1972, "30", "", "0653-0663")),
    ("REVIEW, 1972, 30 (01) :-+", source("REVIEW", 1972, "30", "1")),
    ("REVIEW, 1972, 30 : A565 - &", source("REVIEW", 1972, "30", "", "A565")),
    ("REVIEW, 1972, (04) : 1-2", source("REVIEW", 1972, "", "4", "1-2")),
    ("REVIEW, 1972", source("REVIEW", 1972)),
    ("REVIEW, 1972, 30 (S1): S1-S20", source("REVIEW", 1972, "30", "S1", "S1-S20")),
    ("REVIEW, 1972, 30 (Suppl 2)", source("REVIEW", 1972, "30", "Suppl 2")),
    ("REVIEW, 1972, 30 (增刊1)：1-5", source("REVIEW", 1972, "30", "增刊1", "1-5")),
    (
        "ART, LETTERS & CRAFTS, 1999, 4 (2): 3-4",
        source("ART, LETTERS & CRAFTS", 1999, "4", "2", "3-4"),
    ),
    ("A-B JOURNAL & C, 1999, 4 (2): 3-4", source("A-B JOURNAL & C", 1999, "4", "2", "3-4")),
    ("REVIEW 1990, 1991, 4 (2): 3-4", source("REVIEW 1990", 1991, "4", "2", "3-4")),
    ("虚构学报，2015，38（04）：336－341", source("虚构学报", 2015, "38", "4", "336-341")),
    (
        "REVIEW, 1972, 30 (01) : e0123456",
        {**source("REVIEW", 1972, "30", "1"), "article": "e0123456"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES, ids=[text for text, _ in SOURCES])
def test_source_lines(text: str, expected: dict[str, Any]) -> None:
    assert facts(parse_source(text)) == expected
    assert not looks_cited(text)


@pytest.mark.parametrize(
    "text",
    ["", "A title", "1990, 12 (3)", "A study, 1990, of things", "REVIEW, 72, 3 (1)", ", 1972"],
)
def test_lines_that_are_no_source(text: str) -> None:
    assert parse_source(text) is None


def cited(author: str | list[str], **more: str | int) -> dict[str, Any]:
    authors = [author] if isinstance(author, str) else author
    return ({"authors": authors} if author else {}) | more


GUM = "GUM, P. J."
CITED = [
    (
        "GUM PJ, 1972, SURFACE SCI, V30, P134, DOI 10.1016/0039-6028(72)90091-2",
        cited(
            GUM,
            year=1972,
            container="SURFACE SCI",
            volume="30",
            pages="134",
            doi="10.1016/0039-6028(72)90091-2",
        ),
    ),
    (
        "GUM PJ, 1972, REV, V30, P1, DOI DOI 10.1234/x",
        cited(GUM, year=1972, container="REV", volume="30", pages="1", doi="10.1234/x"),
    ),
    (
        "GUM PJ, 1972, REV, V30, P1, DOI [10.1234/x, DOI 10.1234/x]",
        cited(GUM, year=1972, container="REV", volume="30", pages="1", doi="10.1234/x"),
    ),
    ("GUM PJ, 1972, REV, pL339", cited(GUM, year=1972, container="REV", pages="L339")),
    (
        "GUM PJ, 1972, PHYS LETT, VA 23, P1",
        cited(GUM, year=1972, container="PHYS LETT", volume="A 23", pages="1"),
    ),
    (
        "GUM PJ, 1972, REV, V30, ARTN 123",
        cited(GUM, year=1972, container="REV", volume="30", article="123"),
    ),
    ("[Anonymous], 1979", {"year": 1979}),
    ("[Anonymous], 1979, BOOK TITLE", {"year": 1979, "container": "BOOK TITLE"}),
    ("GUM PJ, IN PRESS SURFACE SCI", cited(GUM, container="SURFACE SCI", status="in press")),
    ("GUM PJ, IN PRESS", cited(GUM, status="in press")),
    ("GUM PJ, UNPUB", cited(GUM, status="unpublished")),
    ("GUM PJ, UNPUB REV", cited(GUM, container="REV", status="unpublished")),
    ("GUM PJ, 1972, INVENTED THOUGHTS ON", cited(GUM, year=1972, container="INVENTED THOUGHTS ON")),
    ("GUM PJ, PRIVATE COMMUNICATIO", cited(GUM)),
    (
        "Alder A.M., Birch B.J., Phys. Rev. B, 43, (1991)",
        cited(["Alder, A. M.", "Birch, B. J."], container="Phys. Rev. B", volume="43", year=1991),
    ),
    (
        "Alder A.M., Phys. Rev. B, 43, 120, (1991)",
        cited("Alder, A. M.", container="Phys. Rev. B", volume="43", pages="120", year=1991),
    ),
    ("Alder A M. Title of it . 1971", cited("Alder, A. M.", title="Title of it", year=1971)),
    (
        "Birch B J, Cedar C. On things. 1988.",
        cited(["Birch, B. J.", "Cedar, C."], title="On things", year=1988),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CITED, ids=[text for text, _ in CITED])
def test_cited_references(text: str, expected: dict[str, Any]) -> None:
    assert facts(parse_cited(text)) == expected
    assert parse_source(text) is None or text == "[Anonymous], 1979"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("GUM PJ, 1972, REV, V30, P1", ItemType.ARTICLE_JOURNAL),
        ("GUM PJ, 1972, REV, P1", ItemType.DOCUMENT),
        ("GUM PJ, 1972, REV, DOI 10.1234/x", ItemType.ARTICLE_JOURNAL),
        ("GUM PJ, UNPUB", ItemType.MANUSCRIPT),
        ("GUM PJ, PRIVATE COMMUNICATIO", ItemType.PERSONAL_COMMUNICATION),
        ("Alder A M. Title of it . 1971", ItemType.DOCUMENT),
    ],
)
def test_the_type_is_what_the_string_tells(text: str, type_: ItemType) -> None:
    citation = parse_cited(text)
    assert citation is not None
    assert citation.type is type_


@pytest.mark.parametrize(
    ("text", "is_cited", "is_dotted"),
    [
        ("GUM PJ, 1972, SURFACE SCI, V30, P134", True, False),
        ("GUM PJ, IN PRESS REV", True, False),
        ("GUM PJ, 1972, REV, DOI 10.1234/x", True, False),
        ("Alder A M. Title of it . 1971", False, True),
        ("A title of an article, with a comma", False, False),
        ("ON SURFACES AND THINGS", False, False),
    ],
)
def test_what_an_entry_looks_like(text: str, *, is_cited: bool, is_dotted: bool) -> None:
    assert looks_cited(text) is is_cited
    assert looks_dotted(text) is is_dotted


@pytest.mark.parametrize("text", ["", "A title", "GUM PJ", ", , ,", "1972"])
def test_what_is_no_citation(text: str) -> None:
    assert parse_cited(text) is None


@pytest.mark.parametrize(
    ("text", "title", "type_", "after"),
    [
        ("TITLE [J].", "TITLE", ItemType.ARTICLE_JOURNAL, ""),
        ("A title. [J]. REVIEW, 1990", "A title", ItemType.ARTICLE_JOURNAL, "REVIEW, 1990"),
        ("A [B] title [M]", "A [B] title", ItemType.BOOK, ""),
        ("标题［D］．", "标题", ItemType.THESIS, ""),
        ("A page [EB/OL].", "A page", ItemType.WEBPAGE, ""),
        ("ON SURFACES .2. [J].", "ON SURFACES .2.", ItemType.ARTICLE_JOURNAL, ""),
        ("WHY? [C]", "WHY?", ItemType.PAPER_CONFERENCE, ""),
    ],
)
def test_type_marks(text: str, title: str, type_: ItemType, after: str) -> None:
    assert split_at_mark(text) == (title, type_, after)


@pytest.mark.parametrize("text", ["A title", "A title [X]", "A title [1]", "[JJ]"])
def test_no_type_mark(text: str) -> None:
    assert split_at_mark(text) is None


likely = st.lists(
    st.one_of(
        st.sampled_from(
            ["GUM PJ", ", ", "1972", "(01)", "V30", "P1", "DOI ", "10.1234/x", "[J].", ": ", "- &",
             "IN PRESS", ".", " ", "Alder A.M.", "王小明", "REVIEW", "，", "（", "[Anonymous]"]
        ),
        st.text(max_size=5),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(likely)
def test_any_text_is_a_citation_or_none(text: str) -> None:
    for citation in (parse_source(text), parse_cited(text)):
        assert citation is None or facts(citation)
    looks_cited(text)
    looks_dotted(text)
    split_at_mark(text)


journals = st.text(st.sampled_from("ABCDEFGH &-"), min_size=3, max_size=20).map(
    lambda text: "J" + " ".join(text.split()).strip(" -&") + "X"
)


@given(
    journals, st.integers(1500, 2099), st.integers(1, 400), st.integers(1, 24), st.integers(1, 999)
)
def test_every_source_line_is_read(
    journal: str, year: int, volume: int, issue: int, first: int
) -> None:
    text = f"{journal}, {year}, {volume} ({issue:02d}) : {first} - {first + 9}"
    expected = source(journal, year, str(volume), str(issue), f"{first}-{first + 9}")
    assert facts(parse_source(text)) == expected
