"""BibTeX and biblatex: entries, fields, what is lost and said, and that nothing breaks out."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from typing import Any

import msgspec
import pytest
from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.writer import BibtexFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostic, Diagnostics
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    OtherIdentifier,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
    Subject,
    TranslatedTitle,
)
from litconv.options import WriteOptions
from litconv.registry import find
from litconv.source import decode
from strategies import records

CLASSIC_TYPES = {
    *("article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings"),
    *("manual", "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished"),
}


def write(*items: Record, to: str = "bibtex", **options: bool) -> str:
    return write_and_tell(*items, to=to, **options)[0]


def write_and_tell(
    *items: Record, to: str = "bibtex", **options: bool
) -> tuple[str, list[Diagnostic]]:
    writer = find(to, to=True)[0].writer
    assert writer
    out, said = io.StringIO(), Diagnostics()
    writer.write(items, out, said, msgspec.structs.replace(WriteOptions(), **options))
    return out.getvalue(), said.items


def entry(record: Record, *, to: str = "bibtex", **options: bool) -> dict[str, str]:
    """Fields of the one entry as they stand in the file, without the outer braces."""
    text = write(record, to=to, **options)
    lines = re.findall(r"^  ([a-z]+) = (.*),$", text, flags=re.MULTILINE)
    return {
        "@": text[1 : text.index("{")],
        **{name: value[1:-1] if value.startswith("{") else value for name, value in lines},
    }


def losses(record: Record, *, to: str = "bibtex", **options: bool) -> list[tuple[str, str]]:
    _, said = write_and_tell(record, to=to, **options)
    return [(one.code, one.field) for one in said]


def reread(record: Record, *, to: str) -> Record:
    """What our own reader makes of the record as it is written."""
    reader = find(to, to=False)[0].reader
    assert reader
    source = decode(write(record, to=to).encode(), "works.bib", Diagnostics())
    (back,) = reader.read(source, Diagnostics())
    return back


def author(family: str, given: str = "A.", **parts: str) -> Contributor:
    return Contributor(name=msgspec.structs.replace(Name(family=family, given=given), **parts))


ARTICLE = Record(
    id="davidson1999peer",
    type=ItemType.ARTICLE_JOURNAL,
    title="Peer support & recovery in New Haven: A review",
    contributors=(author("Davidson", "Larry"), author("Berg", "Jan", particle="van der")),
    container_title="Clinical Psychology",
    issued=Date(start=PartialDate(1999, 6, 2)),
    volume="6",
    issue="2",
    pages=Pages(first="165", last="187", count=23),
    identifiers=Identifiers(doi="10.1093/clipsy/6.2.165", issn=("0028-0836",), pmid="77"),
    url="https://example.org/a_b?c=1&d=%20",
    language="en",
    keywords=("peer support", "illness, severe"),
    abstract="Two\nlines.",
)


def test_an_article_in_bibtex() -> None:
    assert write(ARTICLE) == (
        "@article{davidson1999peer,\n"
        "  author = {Davidson, Larry and van der Berg, Jan},\n"
        "  title = {Peer support \\& recovery in {New Haven}: A review},\n"
        "  journal = {Clinical Psychology},\n"
        "  year = {1999},\n"
        "  month = jun,\n"
        "  day = {2},\n"
        "  volume = {6},\n"
        "  number = {2},\n"
        "  pages = {165--187},\n"
        "  langid = {english},\n"
        "  language = {en},\n"
        "  doi = {10.1093/clipsy/6.2.165},\n"
        "  url = {https://example.org/a_b?c=1&d=%20},\n"
        "  issn = {0028-0836},\n"
        "  pmid = {77},\n"
        "  keywords = {peer support, {illness, severe}},\n"
        "  abstract = {Two lines.},\n"
        "}\n"
    )


def test_an_article_in_biblatex() -> None:
    fields = entry(ARTICLE, to="biblatex")
    assert fields["@"] == "article"
    assert fields["journaltitle"] == "Clinical Psychology"
    assert fields["date"] == "1999-06-02"
    assert fields["langid"] == "english"
    assert (fields["eprint"], fields["eprinttype"]) == ("77", "pubmed")
    assert not fields.keys() & {"journal", "year", "month", "day", "language", "pmid"}
    assert losses(ARTICLE, to="biblatex") == []


def test_entries_are_set_apart_by_one_blank_line() -> None:
    text = write(Record(id="a", note="One"), Record(id="b", note="Two"))
    assert text == "@misc{a,\n  note = {One},\n}\n\n@misc{b,\n  note = {Two},\n}\n"


def test_records_are_written_one_by_one() -> None:
    writer = find("bibtex", to=True)[0].writer
    assert writer
    out = io.StringIO()
    seen = []

    def source() -> Any:  # noqa: ANN401 - a generator that looks at the output
        for number in range(3):
            seen.append(out.getvalue().count("@"))
            yield Record(id=f"k{number}")

    writer.write(source(), out, Diagnostics(), WriteOptions())
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(
    ("type_", "parts", "bibtex", "biblatex"),
    [
        (ItemType.BOOK, {}, "book", "book"),
        (ItemType.BOOK, {"editors": True}, "book", "collection"),
        (ItemType.CHAPTER, {}, "incollection", "inbook"),
        (ItemType.ENTRY, {"container_title": "Lexicon"}, "incollection", "inbook"),
        (ItemType.ENTRY, {}, "misc", "misc"),
        (ItemType.PAPER_CONFERENCE, {}, "inproceedings", "inproceedings"),
        (ItemType.THESIS, {"genre": "PhD thesis"}, "phdthesis", "thesis"),
        (ItemType.THESIS, {"genre": "M.Sc. thesis"}, "mastersthesis", "thesis"),
        (ItemType.THESIS, {"genre": "硕士学位论文"}, "mastersthesis", "thesis"),
        (ItemType.REPORT, {}, "techreport", "report"),
        (ItemType.WEBPAGE, {"url": "https://example.org"}, "misc", "online"),
        (ItemType.WEBPAGE, {}, "misc", "misc"),
        (ItemType.DATASET, {}, "misc", "dataset"),
        (ItemType.SOFTWARE, {}, "misc", "software"),
        (ItemType.PATENT, {"number": "US 1"}, "misc", "patent"),
        (ItemType.PATENT, {}, "misc", "misc"),
        (ItemType.MANUSCRIPT, {"note": "n"}, "unpublished", "unpublished"),
        (ItemType.MANUSCRIPT, {}, "misc", "unpublished"),
        (ItemType.PAMPHLET, {}, "booklet", "booklet"),
        (ItemType.REVIEW_BOOK, {"container_title": "J"}, "article", "article"),
        (ItemType.REVIEW_BOOK, {}, "misc", "misc"),
        (ItemType.ARTICLE_JOURNAL, {}, "article", "article"),  # even without a journal
    ],
)
def test_entry_types(type_: ItemType, parts: dict[str, Any], bibtex: str, biblatex: str) -> None:
    fields = dict(parts)
    if fields.pop("editors", False):
        fields["contributors"] = (Contributor(role=Role.EDITOR, name=Name(family="Redder")),)
    record = msgspec.structs.replace(Record(type=type_), **fields)
    assert entry(record)["@"] == bibtex
    assert entry(record, to="biblatex")["@"] == biblatex


@pytest.mark.parametrize("type_", list(ItemType))
def test_bibtex_keeps_to_its_fourteen_types(type_: ItemType) -> None:
    assert entry(Record(type=type_, title="x"))["@"] in CLASSIC_TYPES


def test_the_csl_type_is_kept_where_the_entry_type_does_not_say_it() -> None:
    assert entry(Record(type=ItemType.MAP))["entrysubtype"] == "map"
    assert entry(Record(type=ItemType.LEGAL_CASE))["entrysubtype"] == r"legal\_case"
    assert entry(Record(type=ItemType.ARTICLE_MAGAZINE))["entrysubtype"] == "magazine"
    assert "entrysubtype" not in entry(Record(type=ItemType.ARTICLE_JOURNAL))
    assert "entrysubtype" not in entry(Record(type=ItemType.DATASET), to="biblatex")


@pytest.mark.parametrize(
    ("type_", "genre", "bibtex", "biblatex"),
    [
        (ItemType.THESIS, "PhD thesis", None, "phdthesis"),
        (ItemType.THESIS, "Master's thesis", None, "mathesis"),
        (ItemType.THESIS, "Doctoral dissertation", "Doctoral dissertation",
         "Doctoral dissertation"),
        (ItemType.THESIS, "", "Thesis", "Thesis"),
        (ItemType.THESIS, "博士学位论文", "博士学位论文", "博士学位论文"),
        (ItemType.REPORT, "", None, "Report"),
        (ItemType.REPORT, "White paper", "White paper", "White paper"),
    ],
)  # fmt: skip
def test_genres(type_: ItemType, genre: str, bibtex: str | None, biblatex: str) -> None:
    record = Record(type=type_, genre=genre)
    assert entry(record).get("type") == bibtex
    assert entry(record, to="biblatex").get("type") == biblatex


@pytest.mark.parametrize(
    ("type_", "bibtex", "biblatex"),
    [
        (ItemType.BOOK, "publisher", "publisher"),
        (ItemType.THESIS, "school", "institution"),
        (ItemType.REPORT, "institution", "institution"),
        (ItemType.PAMPHLET, "howpublished", "howpublished"),
        (ItemType.DOCUMENT, "publisher", "organization"),
    ],
)
def test_publishers(type_: ItemType, bibtex: str, biblatex: str) -> None:
    record = Record(type=type_, publisher="Salt and Sons", publisher_place="Middelburg")
    assert entry(record)[bibtex] == "{Salt and Sons}"  # braced: "and" parts a list in two
    assert entry(record)["address"] == "Middelburg"
    assert entry(record, to="biblatex")[biblatex] == "{Salt and Sons}"
    assert entry(record, to="biblatex")["location"] == "Middelburg"


@pytest.mark.parametrize(
    ("type_", "bibtex", "biblatex"),
    [
        (ItemType.ARTICLE_JOURNAL, "journal", "journaltitle"),
        (ItemType.CHAPTER, "booktitle", "booktitle"),
        (ItemType.PAPER_CONFERENCE, "booktitle", "booktitle"),
        (ItemType.MAP, "journal", "howpublished"),
    ],
)
def test_containers(type_: ItemType, bibtex: str, biblatex: str) -> None:
    record = Record(type=type_, container_title="Mud")
    assert entry(record)[bibtex] == "Mud"
    assert entry(record, to="biblatex")[biblatex] == "Mud"


def test_a_site_is_the_organization_of_its_page() -> None:
    page = Record(type=ItemType.WEBPAGE, url="https://example.org", container_title="Mud News")
    assert entry(page, to="biblatex")["organization"] == "Mud News"
    both = msgspec.structs.replace(page, publisher="Mud Inc")
    assert entry(both, to="biblatex")["organization"] == "Mud Inc"
    assert losses(both, to="biblatex") == [("field-not-written", "container_title")]


@pytest.mark.parametrize(
    ("pages", "bibtex", "biblatex"),
    [
        (Pages(first="165", last="187"), {"pages": "165--187"}, {"pages": "165--187"}),
        (Pages(first="A-12"), {"pages": "A-12"}, {"pages": "A-12"}),
        (Pages(first="1", ranges="1-2, 9–11"), {"pages": "1--2, 9--11"}, {"pages": "1--2, 9--11"}),
        (Pages(raw="iv"), {"pages": "iv"}, {"pages": "iv"}),
        (Pages(article_number="e7"), {"pages": "e7"}, {"eid": "e7"}),
        (Pages(first="1", article_number="e7"), {"pages": "1", "eid": "e7"},
         {"pages": "1", "eid": "e7"}),
        (Pages(first="1", last="9", count=9), {"pages": "1--9"}, {"pages": "1--9"}),
        (Pages(first="1", count=9), {"pages": "1", "pagetotal": "9"}, {"pages": "1"}),
    ],
)  # fmt: skip
def test_pages(pages: Pages, bibtex: dict[str, str], biblatex: dict[str, str]) -> None:
    record = Record(type=ItemType.ARTICLE_JOURNAL, pages=pages)
    names = {"pages", "eid", "pagetotal"}
    for to, expected in (("bibtex", bibtex), ("biblatex", biblatex)):
        fields = entry(record, to=to)
        assert {name: fields[name] for name in names & fields.keys()} == expected


@pytest.mark.parametrize(
    ("date", "bibtex", "biblatex"),
    [
        (Date(start=PartialDate(1999)), {"year": "1999"}, {"date": "1999"}),
        (Date(start=PartialDate(1999, 12)), {"year": "1999", "month": "dec"}, {"date": "1999-12"}),
        (Date(start=PartialDate(1999), season=3), {"year": "1999", "month": "Autumn"},
         {"date": "1999-23"}),
        (Date(start=PartialDate(1999, 13)), {"year": "1999"}, {"date": "1999"}),
        (Date(literal="in press"), {"year": "in press"}, {"year": "in press"}),
        (Date(start=PartialDate(12000)), {"year": "12000"}, {"year": "12000"}),
    ],
)  # fmt: skip
def test_dates(date: Date, bibtex: dict[str, str], biblatex: dict[str, str]) -> None:
    for to, expected in (("bibtex", bibtex), ("biblatex", biblatex)):
        fields = entry(Record(issued=date), to=to)
        del fields["@"]
        fields.pop("key", None)
        assert fields == expected


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "date",
    [
        Date(start=PartialDate(1999, 13)),
        Date(start=PartialDate(1999, 2, 77)),
        Date(start=PartialDate(1999), season=9),
        Date(end=PartialDate(1999)),
        Date(season=2),
        Date(start=PartialDate(1999), literal="more or less"),
    ],
)
def test_a_date_that_is_not_written_whole_is_reported(date: Date, to: str) -> None:
    assert losses(Record(issued=date), to=to) == [("field-not-written", "issued")]


@pytest.mark.parametrize(
    "date",
    [
        Date(start=PartialDate(1999), end=PartialDate(2001)),
        Date(start=PartialDate(1999), circa=True),
    ],
)
def test_bibtex_has_neither_ranges_nor_about(date: Date) -> None:
    assert losses(Record(issued=date)) == [("field-not-written", "issued")]
    assert losses(Record(issued=date), to="biblatex") == []


def test_months_are_macros_without_braces() -> None:
    assert "  month = jun,\n" in write(ARTICLE)


@pytest.mark.parametrize(
    ("edition", "bibtex", "biblatex"),
    [("2", "2nd", "2"), ("3rd ed.", "3rd", "3"), ("11", "11th", "11"), ("21", "21st", "21"),
     ("Second edition", "Second", "Second"), ("第2版", "第2版", "第2版")],
)  # fmt: skip
def test_editions(edition: str, bibtex: str, biblatex: str) -> None:
    record = Record(type=ItemType.BOOK, edition=edition)
    assert entry(record)["edition"] == bibtex
    assert entry(record, to="biblatex")["edition"] == biblatex


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", "british"), ("zh-CN", "chinese"), ("de", "ngerman"), ("pt_BR", "brazilian")],
)
def test_languages_have_their_babel_names(language: str, expected: str) -> None:
    assert entry(Record(language=language), to="biblatex")["langid"] == expected


def test_bibtex_has_the_language_twice() -> None:
    fields = entry(Record(language="zh-CN"))
    assert fields["language"] == "zh-CN"  # citation-js, Zotero, bibutils
    assert fields["langid"] == "chinese"  # pandoc, gbt7714


@pytest.mark.parametrize("language", ["eng", "English", "英文"])
def test_languages_may_have_any_name(language: str) -> None:
    assert entry(Record(language=language), to="biblatex")["langid"] == "english"


def test_a_language_that_babel_does_not_know_is_written_as_it_is() -> None:
    fields = entry(Record(language="tlh"), to="biblatex")
    assert fields["language"] == "tlh"
    assert "langid" not in fields
    patent = Record(type=ItemType.PATENT, number="7", language="tlh")
    assert losses(patent, to="biblatex") == [("field-not-written", "language")]


def test_issue_and_number() -> None:
    journal = Record(type=ItemType.ARTICLE_JOURNAL, issue="3")
    assert entry(journal)["number"] == "3"
    report = Record(type=ItemType.REPORT, number="17")
    assert entry(report)["number"] == "17"
    assert losses(msgspec.structs.replace(journal, number="8")) == [("field-not-written", "number")]


def test_roles() -> None:
    people = [
        Contributor(role=role, name=Name(family=role.value.title().replace("-", "")))
        for role in (Role.EDITOR, Role.TRANSLATOR, Role.DIRECTOR, Role.CONTAINER_AUTHOR)
    ]
    record = Record(type=ItemType.CHAPTER, contributors=(*people, author("Writer", "")))
    fields = entry(record)
    assert fields["author"] == "Writer"
    assert fields["editor"] == "Editor"
    assert fields["translator"] == "Translator"
    assert fields["director"] == "Director"
    assert fields["bookauthor"] == "ContainerAuthor"
    assert losses(record, to="biblatex") == [("field-not-written", "contributors")]


def test_a_film_without_author_is_its_directors() -> None:
    director = Contributor(role=Role.DIRECTOR, name=Name(family="Filmer", given="A."))
    film = Record(type=ItemType.MOTION_PICTURE, title="Mud", contributors=(director,))
    for to in ("bibtex", "biblatex"):
        fields = entry(film, to=to)
        assert fields["author"] == "Filmer, A."
        assert fields["authortype"] == "director"
        assert losses(film, to=to) == []


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.PRODUCER])
def test_who_stands_as_author_is_read_back_in_his_role(role: Role, to: str) -> None:
    maker = Contributor(role=role, name=Name(family="Filmer", given="A."))
    film = Record(id="film", title="Mud", contributors=(maker,))
    assert reread(film, to=to).contributors == (maker,)


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_what_is_kept_without_a_field_of_its_own_comes_back(to: str) -> None:
    extra = tuple(
        RawField(tag=tag, value=value)
        for tag, value in (
            ("author-others", "et al."),
            ("call-number", "QA 76_9"),
            ("number-of-volumes", "3"),
            ("collection-number", "12"),
        )
    )
    book = Record(
        type=ItemType.BOOK,
        title="Mud",
        collection_title="Mud Studies",
        contributors=(author("Roe"),),
        extra=extra,
    )
    back = {one.tag: one.value for one in reread(book, to=to).extra}
    assert back == {one.tag: one.value for one in extra}


def test_a_cut_list_of_names_ends_in_others() -> None:
    cut = RawField(tag="author-others", value="et al.")
    record = Record(contributors=(author("Roe"), author("李", "明")), extra=(cut,))
    assert entry(record)["author"] == "Roe, A. and {李明} and others"
    assert losses(record) == []
    nobody = Record(extra=(cut,))
    assert losses(nobody) == [("extra-not-written", "extra")]


def test_bibtex_gets_something_to_sort_by() -> None:
    assert entry(Record(title="A long <i>history</i> of mud & more"))["key"] == "A long history of"
    assert "key" not in entry(ARTICLE)
    assert "key" not in entry(Record(title="x"), to="biblatex")


@pytest.mark.parametrize(
    ("person", "key"),
    [
        (Name(family="单", given="明"), "shan ming"),
        (Name(family="欧阳", given="小芳"), "ouyang xiaofang"),
        (Name(literal="李明"), "liming"),
        (Name(family="Roe", given="明"), None),
    ],
)
def test_chinese_entries_are_sorted_by_pinyin(person: Name, key: str | None) -> None:
    record = Record(title="x", contributors=(Contributor(name=person),))
    assert entry(record).get("key") == key


def test_chinese_books_are_sorted_by_their_editors() -> None:
    editor = Contributor(role=Role.EDITOR, name=Name(family="李", given="明"))
    assert entry(Record(type=ItemType.BOOK, contributors=(editor,)))["key"] == "li ming"


def test_a_chinese_entry_has_a_sort_key_whoever_its_author_is() -> None:
    translated = Record(type=ItemType.BOOK, language="zh", contributors=(author("Berg", "Jan"),))
    assert entry(translated)["key"] == "Berg Jan"
    assert entry(Record(title="潮汐论", language="zh"))["key"] == "chaoxilun"


@pytest.mark.parametrize(
    ("type_", "mark"),
    [(ItemType.PATENT, "P"), (ItemType.STANDARD, "S"), (ItemType.MAP, "CM"),
     (ItemType.SOFTWARE, "CP"), (ItemType.DATASET, "DS"), (ItemType.WEBPAGE, None),
     (ItemType.BOOK, None)],
)  # fmt: skip
def test_chinese_entries_have_the_mark_that_gbt7714_cannot_know(
    type_: ItemType, mark: str | None
) -> None:
    record = Record(type=type_, title="x", language="zh-CN")
    assert entry(record).get("mark") == mark
    assert "mark" not in entry(record, to="biblatex")
    assert "mark" not in entry(msgspec.structs.replace(record, language="en"))
    again = (RawField(tag="mark", value="P"),)
    patent = Record(
        type=ItemType.PATENT, language="zh", extra=again, origin=Origin(format="bibtex")
    )
    assert losses(patent) == []


def test_chinese_standards_are_books_to_biblatex() -> None:
    standard = Record(type=ItemType.STANDARD, language="zh", number="GB/T 0000")
    fields = entry(standard, to="biblatex")
    assert (fields["@"], fields["entrysubtype"]) == ("book", "standard")
    english = msgspec.structs.replace(standard, language="en")
    assert entry(english, to="biblatex")["@"] == "manual"


CSL_EXTRA = {
    "annote": "a & b",
    "call-number": "QA 76_9",
    "chapter-number": "4",
    "number-of-pages": "xii, 300",
    "number-of-volumes": "3",
    "original-date": '{"date-parts":[[1923,5]]}',
    "original-publisher": "Salt Press",
    "original-publisher-place": "Veere",
    "original-title": "Slijk",
}


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_csl_variables_have_the_fields_that_readers_know(to: str) -> None:
    extra = tuple(RawField(tag=tag, value=value) for tag, value in CSL_EXTRA.items())
    book = Record(type=ItemType.BOOK, extra=extra)
    fields = entry(book, to=to)
    assert fields["annote" if to == "bibtex" else "annotation"] == r"a \& b"
    assert fields["library"] == r"QA 76\_9"
    assert (fields["chapter"], fields["volumes"]) == ("4", "3")
    assert fields["pagetotal"] == "xii, 300"
    assert (fields["origdate"], fields["origtitle"]) == ("1923-05", "Slijk")
    assert (fields["origpublisher"], fields["origlocation"]) == ("Salt Press", "Veere")
    assert losses(book, to=to) == []


def test_biblatex_has_extra_variables_only_where_its_data_model_has_them() -> None:
    extra = (RawField(tag="version", value="2"), RawField(tag="archive", value="Box"))
    data = Record(type=ItemType.DATASET, extra=extra)
    assert entry(data, to="biblatex")["version"] == "2"
    assert entry(data, to="biblatex", extras=True)["userf"] == "archive: Box"
    assert losses(data, to="biblatex") == [("extra-not-written", "extra")]
    assert losses(msgspec.structs.replace(data, type=ItemType.BOOK)) == []  # BibTeX has them all


def test_the_number_in_a_series() -> None:
    extra = (RawField(tag="collection-number", value="12"),)
    book = Record(type=ItemType.BOOK, collection_title="Mud Studies", extra=extra)
    for to in ("bibtex", "biblatex"):
        assert entry(book, to=to)["number"] == "12"
        assert losses(book, to=to) == []
    numbered = msgspec.structs.replace(book, number="7")
    assert entry(numbered)["number"] == "7"
    assert losses(numbered) == [("extra-not-written", "extra")]
    loose = msgspec.structs.replace(book, collection_title="")
    assert losses(loose) == [("extra-not-written", "extra")]


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_fields_of_its_own_come_back(to: str) -> None:
    extra = (
        RawField(tag="file", value=r":C\:\\a_b.pdf:PDF"),
        RawField(tag="owner", value="a & b"),
        RawField(tag="title", value="Twice"),
        RawField(tag="bad tag", value="x"),
    )
    read = Record(title="Mud", extra=extra, origin=Origin(format="bibtex"))
    fields = entry(read, to=to)
    assert fields["file"] == r":C\:\\a_b.pdf:PDF"
    assert fields["owner"] == r"a \& b"
    assert fields["title"] == "Mud"
    assert losses(read, to=to) == [("extra-not-written", "extra")]
    elsewhere = msgspec.structs.replace(read, origin=Origin(format="ris"))
    assert "owner" not in entry(elsewhere, to=to)


def test_a_path_that_would_break_its_field_is_escaped() -> None:
    extra = (RawField(tag="file", value="a}b"),)
    assert entry(Record(extra=extra, origin=Origin(format="bibtex")))["file"] == (
        r"a{\textbraceright}b"
    )


def test_an_issn_without_hyphen_gets_it_in_biblatex() -> None:
    record = Record(type=ItemType.ARTICLE_JOURNAL, identifiers=Identifiers(issn=("2434561X",)))
    assert entry(record, to="biblatex")["issn"] == "2434-561X"


def test_identifiers() -> None:
    known = Identifiers(arxiv="1706.03762", pmid="12", pmcid="PMC3", isbn=("9783161484100", "12"))
    record = Record(type=ItemType.BOOK, identifiers=known)
    fields = entry(record)
    assert (fields["eprint"], fields["archiveprefix"]) == ("1706.03762", "arXiv")
    assert (fields["pmid"], fields["pmcid"]) == ("12", "PMC3")
    assert fields["isbn"] == "9783161484100, 12"
    fields = entry(record, to="biblatex", extras=True)
    assert (fields["eprint"], fields["eprinttype"]) == ("1706.03762", "arxiv")
    assert fields["usere"] == "PMID: 12; PMCID: PMC3"
    assert fields["isbn"] == "9783161484100"  # biber refuses one with a wrong check digit
    assert losses(record, to="biblatex") == [
        ("field-not-written", "identifiers"),
        ("extra-not-written", "identifiers"),
    ]


@pytest.mark.parametrize(
    ("identifiers", "kept"),
    [
        (Identifiers(isbn=("0-306-40615-2",)), True),
        (Identifiers(isbn=("0-306-40615-3",)), False),
        (Identifiers(isbn=("080442957X",)), True),
        (Identifiers(isbn=("978-3-16-148410-1",)), False),
    ],
)
def test_biblatex_takes_only_valid_isbns(identifiers: Identifiers, *, kept: bool) -> None:
    record = Record(type=ItemType.BOOK, identifiers=identifiers)
    assert ("isbn" in entry(record, to="biblatex")) is kept


@pytest.mark.parametrize(("issn", "kept"), [("2434-561X", True), ("2434-5618", False)])
def test_biblatex_takes_only_valid_issns(issn: str, *, kept: bool) -> None:
    record = Record(type=ItemType.ARTICLE_JOURNAL, identifiers=Identifiers(issn=(issn,)))
    assert ("issn" in entry(record, to="biblatex")) is kept


FACTS = Record(
    title="Mud",
    contributors=(author("Roe", orcid="0000-0002-1825-0097"),),
    affiliations=("Univ A & B",),
    subjects=(
        Subject(scheme="clc", code="B849", label="应用心理学"),
        Subject(scheme="clc", code="R395"),
        Subject(scheme="discipline", code="040203"),
        Subject(scheme="msc", code="00A05"),
    ),
    times_cited=353,
    identifiers=Identifiers(other=(OtherIdentifier("CNKI", "X1"),)),
    translated_titles=(TranslatedTitle(title="泥", language="zh"),),
    extra=(RawField(tag="基金", value="No. 5"),),
    listing=Listing(ListKind.REFERENCES, "3"),
)


def test_extras_are_fields_that_bibtex_ignores() -> None:
    fields = entry(FACTS, extras=True)
    assert fields["clc"] == "B849 应用心理学; R395"
    assert fields["discipline"] == "040203"
    assert fields["subjects"] == "msc: 00A05"
    assert fields["timescited"] == "353"
    assert fields["affiliation"] == r"Univ A \& B"
    assert fields["orcid"] == "Roe, A.: 0000-0002-1825-0097"
    assert fields["otherids"] == "CNKI: X1"
    assert fields["extra"] == "基金: No. 5"
    assert fields["listing"] == "references 3"
    assert fields["titletranslation"] == "泥"
    assert losses(FACTS, extras=True) == []


def test_biblatex_has_user_fields_for_extras() -> None:
    fields = entry(FACTS, to="biblatex", extras=True)
    assert fields["usera"] == "B849 应用心理学; R395"
    assert fields["userb"] == "040203"
    assert fields["userc"] == "353"
    assert fields["userd"] == r"Univ A \& B"
    assert fields["usere"] == "Roe, A.: 0000-0002-1825-0097; CNKI: X1"
    assert fields["userf"] == "msc: 00A05; 泥; references 3; 基金: No. 5"
    assert losses(FACTS, to="biblatex", extras=True) == []


def test_without_extras_one_note_names_them() -> None:
    _, said = write_and_tell(FACTS)
    assert [one.code for one in said] == ["extra-not-written"]
    assert said[0].field == "subjects,times_cited,affiliations,orcid,identifiers,extra"
    assert "ORCID iDs" in said[0].message
    assert said[0].hint == "say --extras to write extra facts"


def test_listed_works_and_extra_facts_are_reached_by_two_options() -> None:
    listed = Record(title="Listed", listing=Listing(ListKind.REFERENCES, "1"))
    _, said = write_and_tell(Record(title="Mud", times_cited=3, relations=(listed,)))
    assert said[0].hint == (
        "say --extras to write extra facts, and --include all to convert the listed works too"
    )


def test_ascii_mode() -> None:
    record = Record(
        title="Über α in 北京",
        contributors=(author("Müller", "Ø."),),
        subjects=(Subject(scheme="clc", code="B8", label="心"),),  # not written, so not reported
    )
    text, said = write_and_tell(record, ascii_only=True)
    assert text == (
        "@misc{mullernduber,\n"
        '  author = {M{\\"u}ller, {\\O}.},\n'
        '  title = {{\\"U}ber $\\alpha$ in 北京},\n'
        "}\n"
    )
    assert [(one.code, one.message) for one in said][1:] == [
        ("not-ascii", "no LaTeX form for 京北; written as they are")
    ]


def test_keys_are_unique_in_one_output() -> None:
    text = write(Record(id="Same"), Record(id="same"), Record())
    assert re.findall(r"@misc\{([^,]*),", text) == ["Same", "samea", "anonnd"]


ATTACKS = [
    "}, note = {forged",
    "x},\n@misc{forged,\n title={y}}",
    '", note = "forged',
    "\\}, note = {forged\\",
    "% comment\n}",
    "a } { b",
    "@article{forged, }",
    " and and and , , , ",
]


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", ATTACKS)
def test_no_value_breaks_out_of_its_field(text: str, to: str) -> None:
    record = Record(
        id=f"key{text}",
        title=text,
        contributors=(author(text, text, suffix=text, particle=text), author("Roe")),
        publisher=text,
        keywords=(text, text),
        url=text,
        identifiers=Identifiers(doi=text, arxiv=text),
        note=text,
        issued=Date(literal=text),
    )
    check_parses(record, to=to, extras=True)


def check_parses(record: Record, *, to: str, **options: bool) -> None:
    """Every entry comes back with the fields that were written, and braces are balanced."""
    text = write(record, to=to, **options)
    names = re.findall(r"^  ([a-z]+) = ", text, flags=re.MULTILINE)
    assert text.count("\n") == len(names) + 2  # a line for each field, the head and the end
    depths = [0]
    for brace in re.findall(r"[{}]", text):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert depths[-1] == 0
    assert min(depths[1:-1]) > 0
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    (parsed,) = library.entries
    assert parsed.entry_type == text[1 : text.index("{")]
    assert parsed.key == text[text.index("{") + 1 : text.index(",")]
    assert [field.key for field in parsed.fields] == names


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    record=records(),
    to=st.sampled_from(["bibtex", "biblatex"]),
    extras=st.booleans(),
    ascii_only=st.booleans(),
)
def test_any_record_parses_back_to_one_entry(
    *, record: Record, to: str, extras: bool, ascii_only: bool
) -> None:
    check_parses(record, to=to, extras=extras, ascii_only=ascii_only)


def test_the_layout_is_that_of_bibtexparser() -> None:
    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # published without types
    layout.indent = "  "
    layout.trailing_comma = True
    layout.block_separator = "\n"
    text = write(ARTICLE, FACTS, extras=True)
    entries = parse_string(text, parse_stack=[])
    assert write_string(entries, unparse_stack=[], bibtex_format=layout) == text


def test_the_writer_loads_no_heavy_package() -> None:
    code = (
        "import sys, litconv.formats.bibtex; "
        "print([m for m in ('bibtexparser', 'pylatexenc', 'pypinyin') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
