"""BibTeX reader: types, odd fields, names, macros. Whole entries are in the cases."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.from_types import TYPES, language_of
from litconv.formats.bibtex.reader import BibtexReader
from litconv.formats.bibtex.types import MEANS
from litconv.model import Date, ItemType, Pages, PartialDate, Record, Role
from litconv.source import Source


def read(text: str) -> tuple[list[Record], Diagnostics]:
    diagnostics = Diagnostics()
    reader = BibtexReader("bibtex", sniffs=True)
    return list(reader.read(Source("x.bib", text), diagnostics)), diagnostics


def one(fields: str, type_: str = "article") -> Record:
    records, _ = read(f"@{type_}{{k,\n{fields}\n}}")
    assert len(records) == 1
    return records[0]


def places(diagnostics: Diagnostics) -> list[str]:
    return [f"{it.span.line}:{it.span.column} {it.code}" for it in diagnostics.items if it.span]


# ------------------------------------------------------------------ types and texts
def test_what_the_writer_says_by_an_entry_type_is_read_back() -> None:
    assert {word: TYPES[word] for word in MEANS} == MEANS


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("ARTICLE", ItemType.ARTICLE_JOURNAL),
        ("Conference", ItemType.PAPER_CONFERENCE),
        ("proceedings", ItemType.BOOK),
        ("masterthesis", ItemType.THESIS),
        ("techreport", ItemType.REPORT),
        ("electronic", ItemType.WEBPAGE),
        ("misc", ItemType.DOCUMENT),
        ("moss", ItemType.DOCUMENT),
    ],
)
def test_types(word: str, type_: ItemType) -> None:
    assert one("title = {x}", word).type is type_


def test_an_unknown_entry_type_is_kept() -> None:
    assert [(it.tag, it.value) for it in one("title = {x}", "Moss").extra] == [
        ("entrytype", "moss")
    ]


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("newspaper", ItemType.ARTICLE_NEWSPAPER),
        ("review-book", ItemType.REVIEW_BOOK),
        ("legal_case", ItemType.LEGAL_CASE),
        ("nothing", ItemType.ARTICLE_JOURNAL),
    ],
)
def test_subtypes(word: str, type_: ItemType) -> None:
    record = one(f"entrysubtype = {{{word}}}")
    assert record.type is type_
    assert [it.tag for it in record.extra] == ["entrysubtype"] * (word == "nothing")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title = {A?}, subtitle = {B}", {"title": "A? B"}),
        ("title = {A \\& B}", {"title": "A & B"}),
        ("title = {A\n   B}", {"title": "A B"}),
        ("maintitle = {M}, title = {T}", {"title": "T"}),
        ("journal = {\\apj}", {"container_title": "The Astrophysical Journal"}),
        ("journal = cacm", {"container_title": "Communications of the ACM"}),
        ("fjournal = {Full}, journal = {F.}", {"container_title": "Full"}),
        ("volume = {08}, number = {S1}", {"volume": "8", "issue": "S1"}),
        ("number = 3, issue = {Spring}", {"issue": "3"}),
        ("publisher = {A}, organization = {B}", {"publisher": "A"}),
        ("address = {A}, location = {A}", {"publisher_place": "A"}),
        ("edition = {3rd}", {"edition": "3"}),
        ("edition = {Second}", {"edition": "2"}),
        ("edition = {Revised}", {"edition": "Revised"}),
        ("howpublished = {In print}", {"publisher": "In print"}),
        ('howpublished = "\\url{https://e.org/~x}"', {"url": "https://e.org/~x"}),
        ("title = {\\href{https://e.org}{E}}", {"title": "E", "url": "https://e.org"}),
        ("language = {English}", {"language": "en"}),
        ("langid = {american}", {"language": "en-US"}),
        ("note = {Seen \\emph{once}}", {"note": "Seen <i>once</i>"}),
        ("abstract = {10\\% of {DNA}}", {"abstract": "10% of DNA"}),
        ("keywords = {a, b; c, d}", {"keywords": ("a, b", "c, d")}),
        ("keywords = {a, {b, c}, d}", {"keywords": ("a", "b, c", "d")}),
        ("timescited = 7", {"times_cited": 7}),
        ("affiliation = {A, B; C}", {"affiliations": ("A, B", "C")}),
    ],
)
def test_fields(fields: str, expected: dict[str, object]) -> None:
    record = one(fields)
    assert {name: getattr(record, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("word", "fields", "publisher", "kept"),
    [
        ("phdthesis", "publisher = {P}, school = {S}", "S", [("publisher", "P")]),
        ("techreport", "institution = {I}", "I", []),
        ("book", "publisher = {P}, organization = {O}", "P", [("organization", "O")]),
        ("manual", "organization = {O}", "O", []),
    ],
)
def test_publishers(word: str, fields: str, publisher: str, kept: list[tuple[str, str]]) -> None:
    record = one(fields, word)
    assert record.publisher == publisher
    assert [(it.tag, it.value) for it in record.extra] == kept


def test_a_second_value_of_a_field_is_kept() -> None:
    record = one("note = {a}, note = {b}, note = {a}")
    assert record.note == "a"
    assert [(it.tag, it.value) for it in record.extra] == [("note", "b")]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ngerman", "de"),
        ("langfrench", "fr"),
        ("brazilian", "pt-BR"),
        ("chi", "zh"),
        ("moss", "moss"),
    ],
)
def test_languages(name: str, tag: str) -> None:
    assert language_of(name) == tag


# ------------------------------------------------------------------ dates
def day(*parts: int) -> PartialDate:
    return PartialDate(*parts)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2001", Date(start=day(2001))),
        ("year = {2001}, month = {10}", Date(start=day(2001, 10))),
        ("year = 2001, month = sep, day = 3", Date(start=day(2001, 9, 3))),
        ('year = 2001, month = "15~" # jun', Date(start=day(2001, 6, 15))),
        ('year = 2001, month = jun # "/" # jul', Date(start=day(2001, 6), end=day(2001, 7))),
        ("year = 2001, month = {May-June}", Date(start=day(2001, 5), end=day(2001, 6))),
        ("year = 2001, month = {Spring}", Date(start=day(2001), season=1)),
        ("year = {c. 1900}", Date(start=day(1900), circa=True)),
        ("year = {in press}", Date(literal="in press")),
        ("year = {1998--1999}", Date(start=day(1998), end=day(1999))),
        ("year = {-50}", Date(start=day(-50))),
        ("date = {2004-06/2004-08}", Date(start=day(2004, 6), end=day(2004, 8))),
        ("date = {2004~}", Date(start=day(2004), circa=True)),
        ("date = {2004-22}", Date(start=day(2004), season=2)),
        ("date = {2004-06-02T10:00:00}", Date(start=day(2004, 6, 2))),
        ("date = {0000}", Date(start=day(-1))),
        ("date = {199X}", Date(literal="199X")),
        ("date = {2016-12}, year = 2016, month = 12", Date(start=day(2016, 12))),
    ],
)
def test_dates(fields: str, date: Date) -> None:
    record = one(fields)
    assert record.issued == date
    assert record.extra == ()


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ("year = 2001, month = {moss}", "month"),
        ("month = jan", "month"),
        ("date = {2004/..}", "date"),
        ("date = {2004}, year = {2005}", "year"),
        ("year = 2001, month = 2, day = {late}", "day"),
    ],
)
def test_parts_of_dates_that_say_nothing_are_kept(fields: str, tag: str) -> None:
    assert [it.tag for it in one(fields).extra] == [tag]


# ------------------------------------------------------------------ pages and identifiers
@pytest.mark.parametrize(
    ("fields", "pages"),
    [
        ("pages = {493--500}", ("493", "500", "", None, "")),
        ("pages = {493-9}", ("493", "499", "", None, "")),
        ("pages = {1,3--5}", ("", "", "1, 3-5", None, "")),
        ("pages = {e0123}", ("", "", "", None, "e0123")),
        ("pages = 7", ("7", "", "", None, "")),
        ("pages = {4:1--4:10}", ("4:1", "4:10", "", None, "")),
        ("pages = {S12\\,--\\,S15}", ("S12", "S15", "", None, "")),
        ("eid = {17}, pagetotal = {9 pp.}", ("", "", "", 9, "17")),
    ],
)
def test_pages(fields: str, pages: tuple[str, str, str, int | None, str]) -> None:
    found = one(fields).pages
    assert (found.first, found.last, found.ranges, found.count, found.article_number) == pages


def test_pages_of_a_book_may_be_their_number() -> None:
    assert one("pages = {340 pp.}", "book").pages == Pages(count=340)
    assert one("pages = {340}", "book").pages.first == "340"


@pytest.mark.parametrize(
    ("fields", "kind", "value"),
    [
        ("doi = {https://doi.org/10.5555/a\\_b}", "doi", "10.5555/a_b"),
        ("doi = {10.5555/A(1)2}", "doi", "10.5555/A(1)2"),
        ("url = {https://doi.org/10.5555/x}", "doi", "10.5555/x"),
        ("issn = {1234567X}", "issn", ("1234-567X",)),
        (
            "isbn = {978-3-16-148410-0 (pbk), 3161484100}",
            "isbn",
            ("978-3-16-148410-0", "3161484100"),
        ),
        ("pmid = {123}", "pmid", "123"),
        ("pmcid = 123", "pmcid", "PMC123"),
        ("eprint = {2101.00001}", "arxiv", "2101.00001"),
        ("eprint = {arXiv:2101.00001}, archivePrefix = {arXiv}", "arxiv", "2101.00001"),
        ("eprint = {hep-th/9901001}, archiveprefix = {arXiv}", "arxiv", "hep-th/9901001"),
        ("eprint = {123}, eprinttype = {pubmed}", "pmid", "123"),
        ("arxivId = {2101.00001}", "arxiv", "2101.00001"),
    ],
)
def test_identifiers(fields: str, kind: str, value: object) -> None:
    record = one(fields)
    assert getattr(record.identifiers, kind) == value
    assert record.extra == ()


def test_other_archives_are_other_identifiers() -> None:
    found = one("eprint = {4711}, eprinttype = {jstor}").identifiers.other
    assert [(it.scheme, it.value) for it in found] == [("jstor", "4711")]


def test_an_address_as_isbn_is_the_address() -> None:
    record = one("isbn = {https://example.org}")
    assert (record.url, record.identifiers.isbn, record.extra) == ("https://example.org", (), ())


@pytest.mark.parametrize(
    ("fields", "tag"), [("doi = {none at all}", "doi"), ("issn = {2532-64314}", "issn")]
)
def test_what_is_no_identifier_is_kept_and_reported(fields: str, tag: str) -> None:
    records, diagnostics = read(f"@misc{{k, {fields}}}")
    assert [it.tag for it in records[0].extra] == [tag]
    assert places(diagnostics) == ["1:10 value-not-understood"]


# ------------------------------------------------------------------ people
def test_roles_and_kinds() -> None:
    record = one(
        "editor = {A, B}, editortype = {compiler}, editora = {C, D}, editoratype = {moss},"
        "translator = {E, F}, bookauthor = {G, H}, director = {I, J}",
        "inbook",
    )
    assert [(it.role, it.name.family) for it in record.contributors] == [
        (Role.COMPILER, "A"),
        (Role.EDITOR, "C"),
        (Role.TRANSLATOR, "E"),
        (Role.CONTAINER_AUTHOR, "G"),
        (Role.DIRECTOR, "I"),
    ]
    assert [(it.tag, it.value) for it in record.extra] == [("editoratype", "moss")]


def test_a_bad_name_costs_no_entry() -> None:
    records, diagnostics = read("@misc{k, author = {Alder, Ann and {} and = and Birch}, title={x}}")
    assert [it.family or it.literal for it in records[0].authors] == ["Alder", "=", "Birch"]
    assert records[0].title == "x"
    assert diagnostics.items == []


# ------------------------------------------------------------------ macros and inheritance
def test_macros_are_known_before_and_after_their_definition_and_may_change() -> None:
    records, diagnostics = read(
        "@misc{a, note = x}@string{x = {1}}\n@misc{b, note = X # x}\n@string(x = y # {2})\n"
        "@misc{c, note = x}@string{y = {0}}"
    )
    assert [it.note for it in records] == ["1", "11", "02"]
    assert diagnostics.items == []


def test_macros_that_stand_for_too_much_are_left_as_written_and_it_is_said() -> None:
    doubling = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(21))
    text = f"@string{{m0 = {{ab}}}}\n{doubling}@misc{{a, note = {{x}}}}"
    records, diagnostics = read(text)
    assert records[0].note == "x"
    said = [(it.span.line, it.message) for it in diagnostics.items if it.span]
    assert said == [(20, "m19: what the macros stand for is too long; they are left as written")]


def test_a_field_whose_macros_stand_for_too_much_says_so() -> None:
    long = "b" * 1_500_000
    records, diagnostics = read(f"@string{{m = {{{long}}}}}@misc{{a,\n note = m # m # m}}")
    assert records[0].note == "m # m # m"
    assert [it.message.partition(":")[0] for it in diagnostics.items] == ["note"]
    assert places(diagnostics) == ["2:2 value-not-understood"]


def test_a_string_that_cannot_be_read_is_set_aside() -> None:
    records, diagnostics = read("@string{x {1}}\n@misc{a, note = {y}}")
    assert [it.note for it in records] == ["y"]
    assert places(diagnostics) == ["1:1 record-invalid"]
    assert diagnostics.rejects == ["@string{x {1}}\n"]


def test_entries_that_refer_to_each_other_end() -> None:
    records, _ = read("@book{a, crossref = {b}, note={1}}@book{b, crossref = {a}, title={T}}")
    assert [(it.title, it.note) for it in records] == [("T", "1"), ("T", "1")]


def test_a_date_is_not_inherited_beside_a_year() -> None:
    text = "@article{a, year = 2001, crossref = b}@periodical{b, date = {1999-03}, title = {P}}"
    assert read(text)[0][0].issued == Date(start=day(2001))
    assert read(text)[0][0].container_title == "P"


# ------------------------------------------------------------------ what single programs write
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
    assert [(it.tag, it.value) for it in record.extra] == [("url", "http://dx.doi.org/10.5555/elm")]


def test_crossrefs_place_is_that_of_publication() -> None:
    assert one("place = {Elmtown}", "book").publisher_place == "Elmtown"


# ------------------------------------------------------------------ habits of single programs
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
