"""BibTeX and biblatex: variables, identifiers and facts beyond a plain entry, and what is said."""

from __future__ import annotations

import msgspec
import pytest

from bibtex_entries import FACTS, entry, losses, write_and_tell
from litconv.model import (
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Origin,
    RawField,
    Record,
    Subject,
)
from made_records import person

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
        contributors=(person("Müller", "Ø."),),
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
