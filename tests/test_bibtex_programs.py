"""BibTeX reader: what single programs write. Whole entries are in the cases."""

from __future__ import annotations

import pytest

from bibtex_reading import one, read
from litconv.model import ItemType
from made_records import extra_of


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ("title={x}, url={https://elm.example}, urldate={2020-01-02}", ItemType.WEBPAGE),  # Zotero
        ("title={x}, url={https://elm.example}", ItemType.DOCUMENT),
        (
            "title={x}, url={https://elm.example}, urldate={2020}, doi={10.5555/x}",
            ItemType.DOCUMENT,
        ),
        ("title={x}, eprint={2103.01234}, archiveprefix={arXiv}", ItemType.ARTICLE),  # arXiv
        ("title={x}, eprint={12345678}, eprinttype={pubmed}", ItemType.DOCUMENT),
    ],
)
def test_kinds_of_misc(fields: str, type_: ItemType) -> None:
    assert one(fields, "misc").type is type_


def test_namesakes_are_numbered_by_dblp() -> None:
    (name,) = one("author = {Jos{\\'{e}} Alder 0001}").authors
    assert (name.family, name.given) == ("Alder", "José")


def test_entities_are_characters() -> None:
    record = one("title = {Elms &amp; ashes}, journal = {Trees \\& Moss &amp; Fern}")
    assert (record.title, record.container_title) == ("Elms & ashes", "Trees & Moss & Fern")


def test_two_addresses_in_one_field_are_two() -> None:
    record = one("url = {http://elm.example/1 http://dx.doi.org/10.5555/elm}")
    assert record.url == "http://elm.example/1"
    assert extra_of(record) == [("url", "http://dx.doi.org/10.5555/elm")]


def test_crossrefs_place_is_that_of_publication() -> None:
    assert one("place = {Elmtown}", "book").publisher_place == "Elmtown"


def test_scopus_has_names_of_fields_with_blanks_and_plain_kinds() -> None:
    records, said = read(
        "@ARTICLE{k,\nauthor={Alder, A.},\ntitle={Moss},\njournal={J},\nyear={2020},\n"
        "funding_details={A, 1},\nfunding_text 1={We},\nfunding_text\xa02={We thank {Moss}.},\n"
        "source={Scopus},\n"
        "document_type={Article},\n}"
    )
    assert said.items == []
    kept = {it.tag: it.value for it in records[0].extra}
    assert [kept[f"funding_text{blank}"] for blank in (" 1", "\xa02")] == ["We", "We thank Moss."]
    assert (records[0].genre, kept["document_type"]) == ("", "Article")
    assert one("type = {Article}").genre == "Article"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Alder A., Birch B.C., Cedar J.-P.", ["Alder/A.", "Birch/B. C.", "Cedar/J.-P."]),
        ("Alder A., Birch B.C.", ["Alder/A.", "Birch/B. C."]),
        ("Alder A. and de Birch B.", ["Alder/A.", "Birch/B."]),
        ("Alder, Ann B.", ["Alder/Ann B."]),
        ("A. B.", ["B./A."]),
        (r"Dezs\H o Alder", ["Alder/Dezső"]),
        (r"\v Cedar, K\'a\v r", ["Čedar/Kář"]),
    ],
)
def test_initials_behind_the_family_name(value: str, names: list[str]) -> None:
    found = one(f"editor = {{{value}}}").contributors
    assert [f"{it.name.family}/{it.name.given}" for it in found] == names


def test_the_pmid_in_a_note_of_taylor_and_francis() -> None:
    record = one("note ={PMID: 33355555}")
    assert (record.identifiers.pmid, record.note) == ("33355555", "PMID: 33355555")
    assert one("note = {PMID: none}").identifiers.pmid == ""


def test_keys_of_patents_and_their_countries() -> None:
    record = one("type = {patreqfr}, location = {countryfr and countryde}", "patent")
    assert (record.genre, record.publisher_place) == ("French patent request", "France and Germany")
    assert one("type = {patentus}", "patent").genre == "U.S. patent"
    assert one("location = {country house}", "book").publisher_place == "country house"


def test_of_several_languages_langid_says_the_main_one() -> None:
    record = one("language = {langlatin and langgerman}, hyphenation = {german}")
    assert record.language == "de"
    assert [it.value for it in record.extra] == ["langlatin and langgerman"]
    assert one("language = {latin and german}, langid = {french}").language == "latin and german"


def test_journaltitle_goes_before_journal() -> None:
    record = one("journal = {J. Moss}, journaltitle = {Journal of Moss}")
    assert record.container_title == "Journal of Moss"
    assert [it.value for it in record.extra] == ["J. Moss"]
    record = one("journal = {J}, journaltitle = {Moss}, journalsubtitle = {A Journal}")
    assert record.container_title == "Moss: A Journal"


def test_entries_joined_by_commas() -> None:
    names = ("misc{a", "Moss"), ("book{b", "Fern"), ("article{", "Oak")
    text = ", ".join(f"@{head},\n title = {{{title}}}\n}}" for head, title in names)
    records, said = read(text)
    assert [it.title for it in records] == ["Moss", "Fern", "Oak"]
    assert said.items == []
    records, _ = read("@misc{a, note = {of {b}, @c}, title = {Moss {x}, @book{y}}\n}")
    assert [it.title for it in records] == ["Moss x, @booky"]


def test_the_journal_of_an_article_goes_before_its_booktitle() -> None:
    record = one("booktitle = {Collected Moss}, journal = {Hedge}")
    assert record.container_title == "Hedge"
    assert [it.value for it in record.extra] == ["Collected Moss"]
    assert one("booktitle = {Collected Moss}").container_title == "Collected Moss"


def test_the_year_of_the_original() -> None:
    assert [(it.tag, it.value) for it in one("origyear = 1959").extra] == [
        (it.tag, it.value) for it in one("origdate = 1959").extra
    ]
    assert one("origyear = 1959").extra[0].tag == "original-date"
