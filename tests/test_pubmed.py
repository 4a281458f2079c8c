"""PubMed XML: what is told from other XML, dates, locations, people."""

from __future__ import annotations

from functools import partial

import pytest

import made_records
from litconv.formats.pubmed.reader import PubmedReader
from litconv.model import Date, ItemType, Name, OtherIdentifier, PartialDate, Record
from made_records import dated, extra_of, only

read_all = partial(made_records.read, "pubmed", file="f.xml")


def read(article: str) -> Record:
    """Give the record that has this inside its Article; nothing may be said about it."""
    text = f"<PubmedArticle><MedlineCitation><Article>{article}</Article></MedlineCitation>"
    return only("pubmed", f"{text}</PubmedArticle>")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (
            '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "a" "b">\n<PubmedArticleSet>',
            True,
        ),
        ("<!-- from PubMed -->\n<PubmedArticle>", True),
        ("<PubmedBookArticle><BookDocument>", True),
        ("<MedlineCitationSet><MedlineCitation Owner='NLM'>", True),
        ("<eSearchResult><IdList>", False),
        ("<article><front><journal-meta>", False),
        ("<xml><records><record><ref-type", False),
        ("PMID- 1\nTI  - <PubmedArticle>", False),
    ],
)
def test_it_is_told_by_its_own_elements(head: str, known: bool) -> None:  # noqa: FBT001 (a table)
    assert PubmedReader().sniff(head) is known


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<Year>2004</Year>", dated(2004)),
        ("<Year>2004</Year><Month>Sep</Month>", dated(2004, 9)),
        ("<Year>2004</Year><Month>09</Month><Day>7</Day>", dated(2004, 9, 7)),
        ("<Year>2004</Year><Season>Summer</Season>", Date(start=PartialDate(2004), season=2)),
        (
            "<MedlineDate>2004 Sep-Oct</MedlineDate>",
            Date(start=PartialDate(2004, 9), end=PartialDate(2004, 10)),
        ),
        (
            "<MedlineDate>2004-2005</MedlineDate>",
            Date(start=PartialDate(2004), end=PartialDate(2005)),
        ),
    ],
)
def test_dates(inner: str, expected: Date) -> None:
    text = f"<Journal><JournalIssue><PubDate>{inner}</PubDate></JournalIssue></Journal>"
    assert read(text).issued == expected


def test_the_date_ahead_of_print_stands_in_for_a_missing_one() -> None:
    early = "<ArticleDate><Year>2020</Year><Month>01</Month><Day>02</Day></ArticleDate>"
    record = read(early)
    assert record.issued == dated(2020, 1, 2)
    assert extra_of(record) == [("available-date", '{"date-parts":[[2020,1,2]]}')]


def test_pages_and_article_numbers() -> None:
    pii = '<ELocationID EIdType="pii">e105</ELocationID>'
    assert read(pii).pages.article_number == "e105"
    both = read(f"<Pagination><MedlinePgn>12-5</MedlinePgn></Pagination>{pii}")
    assert (both.pages.text, both.pages.article_number) == ("12-15", "")
    split = "<Pagination><StartPage>12</StartPage><EndPage>15</EndPage></Pagination>"
    assert read(split).pages.text == "12-15"
    odd = read('<ELocationID EIdType="pii">S0140-6736(20)1</ELocationID>')
    assert odd.pages.article_number == ""
    assert odd.identifiers.other == (OtherIdentifier("pii", "S0140-6736(20)1"),)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["Journal Article", "Review"], ItemType.ARTICLE_JOURNAL),
        (["Preprint", "Journal Article"], ItemType.ARTICLE),
        (["Editorial"], ItemType.ARTICLE_JOURNAL),
        (["Congress"], ItemType.PAPER_CONFERENCE),
        (["Congress", "Journal Article"], ItemType.ARTICLE_JOURNAL),
        ([], ItemType.ARTICLE_JOURNAL),
    ],
)
def test_types(types: list[str], expected: ItemType) -> None:
    names = "".join(f"<PublicationType>{one}</PublicationType>" for one in types)
    assert read(f"<PublicationTypeList>{names}</PublicationTypeList>").type is expected


def test_a_type_that_does_not_become_the_records_type_is_kept() -> None:
    names = "<PublicationType>Congress</PublicationType><PublicationType>Journal Article"
    record = read(f"<PublicationTypeList>{names}</PublicationType></PublicationTypeList>")
    assert extra_of(record) == [("PublicationType", "Congress")]


@pytest.mark.parametrize(
    ("last", "fore", "expected"),
    [
        ("The Plant Lancet", "", Name(literal="The Plant Lancet")),
        ("Robin Alder", "", Name(literal="Robin Alder")),
        ("Alder H-P", "", Name(family="Alder", given="H.-P.", original="Alder H-P")),
        ("Alder", "", Name(family="Alder")),
        ("Alder", "A B C D E F", Name(family="Alder", given="A B C D E F")),
        (
            "Alder",
            "Anna Paula de Sá Pinto Branca",
            Name(family="Alder", given="Anna Paula de Sá Pinto Branca"),
        ),
    ],
)
def test_pubmed_divides_names_and_litconv_does_not(last: str, fore: str, expected: Name) -> None:
    given = f"<ForeName>{fore}</ForeName>" if fore else ""
    person = f"<Author><LastName>{last}</LastName>{given}</Author>"
    name = read(f"<AuthorList>{person}</AuthorList>").authors[0]
    assert name == expected


def test_labels_of_abstracts() -> None:
    record = read(
        '<Abstract><AbstractText Label="UNLABELLED">Leaves fell.</AbstractText>'
        '<AbstractText Label="AIMS">To count.</AbstractText>'
        '<AbstractText Label="LEVEL OF EVIDENCE: 4"/></Abstract>'
    )
    assert record.abstract == "Leaves fell. AIMS: To count. LEVEL OF EVIDENCE: 4"


def test_a_title_without_its_own_form_keeps_its_brackets() -> None:
    assert read("<ArticleTitle>[Leaves fall].</ArticleTitle>").title == "[Leaves fall]"
    assert read("<VernacularTitle>Feuilles.</VernacularTitle>").title == "Feuilles"


def test_affiliations_of_before_2015_and_identifiers_that_are_none() -> None:
    record = read(
        "<AuthorList><Author><LastName>Elm</LastName><ForeName>F</ForeName>"
        '<Affiliation>Oakham.</Affiliation><Identifier Source="GRID">g.1</Identifier>'
        "<Identifier Source='ORCID'>0000000218250097</Identifier></Author></AuthorList>"
    )
    assert record.authors[0].affiliations == ("Oakham.",)
    assert record.authors[0].orcid == "0000-0002-1825-0097"
    assert extra_of(record) == [("Identifier", "g.1")]


def test_a_set_of_bare_citations_is_read() -> None:
    one = "<MedlineCitation><PMID>{}</PMID><Article/></MedlineCitation>"
    text = f"<MedlineCitationSet>{one.format(1234)}{one.format(5678)}</MedlineCitationSet>"
    assert [record.identifiers.pmid for record in read_all(text)[0]] == ["1234", "5678"]


def test_nothing_unknown_is_lost() -> None:
    assert extra_of(read("<New><A>x</A><B>y <i>z</i></B></New>")) == [("A", "x"), ("B", "y z")]


def test_a_damaged_article_costs_no_other() -> None:
    good = "<PubmedArticle><MedlineCitation><PMID>1234</PMID></MedlineCitation></PubmedArticle>"
    bad = "<PubmedArticle><MedlineCitation><PMID>5</MedlineCitation></PubmedArticle>"
    records, diagnostics = read_all(f"<PubmedArticleSet>\n{good}\n{bad}\n{good}")
    assert [one.identifiers.pmid for one in records] == ["1234", "1234"]
    assert [(one.code, one.span and one.span.line) for one in diagnostics.items] == [
        ("record-invalid", 3)
    ]


def test_a_file_cut_anywhere_is_read_as_far_as_it_goes() -> None:
    good = "<PubmedArticle><MedlineCitation><PMID>1234</PMID></MedlineCitation></PubmedArticle>"
    text = f"<PubmedArticleSet>{good}{good}</PubmedArticleSet>"
    counts = [len(read_all(text[:end])[0]) for end in range(len(text) + 1)]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}
