"""PubMed's MEDLINE format: what single lines mean, what is written, and that nothing breaks it."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.nbib import tables
from litconv.formats.nbib.names import full_name, short_name
from litconv.formats.nbib.read_groups import without_stop
from litconv.formats.nbib.reader import NbibReader
from litconv.formats.nbib.writer import NbibWriter
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    OtherIdentifier,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
    TranslatedTitle,
)
from litconv.options import WriteOptions
from litconv.source import Source

SAMPLES = sorted((Path(__file__).parent / "cases" / "nbib").glob("*/input.*"))


def read(text: str) -> tuple[list[Record], Diagnostics]:
    diagnostics = Diagnostics()
    return list(NbibReader().read(Source("f.nbib", text), diagnostics)), diagnostics


def one(text: str) -> Record:
    (record,) = read(f"PMID- 1\n{text}\n")[0]
    return record


def write(*records: Record, extras: bool = False) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    NbibWriter().write(records, out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def lines(record: Record) -> list[str]:
    return write(record)[0].splitlines()


def codes(diagnostics: Diagnostics) -> list[str]:
    return [it.code for it in diagnostics.items]


# ------------------------------------------------------------------------------- what it is
@pytest.mark.parametrize(
    "head",
    [
        "PMID- 12345678\nOWN - NLM\n",
        "PMID-12345678\n",
        "<script>x</script>\n\nPMID- 1\n",
        "PMC - PMC123\nPMID- 1\nTI  - T\n",
        "PMID- \nTI  - Written without a number\n",
        "\ufeffPMID- 1\n",
    ],
)
def test_it_is_told_by_its_first_tag(head: str) -> None:
    assert NbibReader().sniff(head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "TY  - JOUR\nAN  - 1\nPMID- 12345678\n",
        "VN  - Ovid Technologies\nPMID- 12345678\n",
        "See PMID- 12345678",
        "PMC - PMC123\n",
        "PMID- \n",
        "<?xml version='1.0'?>\nPMID- 1\n",
    ],
)
def test_it_claims_no_other_file(head: str) -> None:
    assert not NbibReader().sniff(head)


# ------------------------------------------------------------------------------- single tags
def test_each_type_reads_back_from_what_is_written() -> None:
    for type_, tag in tables.TYPES.items():
        assert one(f"PT  - {tag}").type is type_, tag


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["Journal Article", "Review"], ItemType.ARTICLE_JOURNAL),
        (["Congress", "Journal Article"], ItemType.ARTICLE_JOURNAL),
        (["Dataset", "Journal Article"], ItemType.ARTICLE_JOURNAL),
        (["Journal Article", "Preprint"], ItemType.ARTICLE),
        (["Clinical Conference"], ItemType.PAPER_CONFERENCE),
        (["technical report"], ItemType.REPORT),
        (["Letter"], ItemType.ARTICLE_JOURNAL),
        ([], ItemType.ARTICLE_JOURNAL),
    ],
)
def test_the_type_comes_from_all_publication_types(types: list[str], expected: ItemType) -> None:
    assert one("\n".join(f"PT  - {name}" for name in types)).type is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hedges.", "Hedges"),
        ("Hedges?", "Hedges?"),
        ("Hedges...", "Hedges..."),
        ("Hedges", "Hedges"),
        (".", ""),
        ("", ""),
    ],
)
def test_the_stop_behind_a_title_is_the_databases(title: str, expected: str) -> None:
    assert without_stop(title) == expected


def test_a_title_in_its_own_language_beside_the_english_one_without_brackets() -> None:
    record = one("TI  - Hedges.\nTT  - Hecken.")
    assert record.title == "Hedges"
    assert record.translated_titles == (TranslatedTitle(title="Hecken"),)
    assert one("TT  - Hecken.").title == "Hecken"


def test_a_short_name_counts_only_for_want_of_a_full_one() -> None:
    after = one("FAU - Alder, Ann\nFAU - Birch, Bo\nAU  - Alder A\nAU  - Birch B\nAU  - Cedar C")
    assert [name.family for name in after.authors] == ["Alder", "Birch", "Cedar"]
    accents = one("FAU - Müller, Jörg\nAU  - Mueller J")
    assert [name.family for name in accents.authors] == ["Müller"]


def test_what_follows_nobody_belongs_to_nobody() -> None:
    record = one("AD  - Elmtown.\nAUID- ORCID: 0000-0002-1825-0097\nFAU - Alder, Ann")
    assert record.affiliations == ("Elmtown.",)
    assert record.authors == (Name(family="Alder", given="Ann"),)
    assert [it.tag for it in record.extra] == ["AUID"]


@pytest.mark.parametrize(
    "value",
    ["0000-0002-1825-0097", "ORCID: 0000000218250097", "https://orcid.org/0000-0002-1825-0097"],
)
def test_an_orcid_is_told_in_each_of_its_forms(value: str) -> None:
    assert one(f"FAU - Alder, A\nAUID- {value}").authors[0].orcid == "0000-0002-1825-0097"


def test_an_isni_is_no_orcid() -> None:
    record = one("FAU - Alder, A\nAUID- ISNI: 0000000218250097")
    assert (record.authors[0].orcid, record.extra[0].tag) == ("", "AUID")


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("LID - 10.5555/a [doi]", "10.5555/a"),
        ("AID - doi:10.5555/a", "10.5555/a"),
        ("SO  - Rows. 2001;1:1. doi: 10.5555/a. Epub 2001.", "10.5555/a"),
    ],
)
def test_a_doi_is_found_where_records_have_it(value: str, doi: str) -> None:
    assert one(value).identifiers.doi == doi


def test_an_item_identifier_of_a_publisher_is_no_article_number() -> None:
    assert one("LID - S0140-6736(20)30183-5 [pii]").pages == Pages()
    assert one("PG  - 7\nLID - e12 [pii]").pages.article_number == ""


def test_fields_are_not_read_again_from_the_source_line() -> None:
    record = one("TA  - Rows\nDP  - 2001\nSO  - Others. 1999 May;9(8):7.")
    assert (record.container_title, record.volume, record.pages) == ("Rows", "", Pages())
    assert record.issued == Date(start=PartialDate(2001))


def test_a_second_abbreviation_of_the_journal_is_kept() -> None:
    record = one("JT  - Rows of trees\nTA  - Rows\nTA  - RT")
    assert [(it.tag, it.value) for it in record.extra] == [("TA", "RT")]


def test_lines_without_a_tag_go_on_with_the_value_before_them() -> None:
    assert one("AB  - DNA\nDNA-binding and\nSARS-CoV-2 too").abstract == (
        "DNA DNA-binding and SARS-CoV-2 too"
    )


def test_fields_with_blank_lines_between_all_of_them_are_one_record() -> None:
    records, _ = read("PMID- 1\n\nTI  - Hedges.\n\nPMC - PMC2\n\nAU  - Alder A\n\nPMID- 2\n")
    assert [it.identifiers.pmid for it in records] == ["1", "2"]
    assert (records[0].title, records[0].identifiers.pmcid) == ("Hedges", "PMC2")


def test_records_without_a_number_are_told_by_their_titles() -> None:
    records, _ = read("TI  - One.\nAU  - Alder A\n\nTI  - Two.\n\nVI  - 3\n")
    assert [(it.title, it.volume) for it in records] == [("One", ""), ("Two", "3")]


def test_a_line_that_belongs_nowhere_is_said_at_its_place() -> None:
    records, diagnostics = read("PMID- 1\nTI  - T\n\n  stray\n")
    assert [(it.tag, it.value) for it in records[0].extra] == [("line", "stray")]
    (only,) = diagnostics.items
    assert (only.code, str(only.span)) == ("line-not-understood", "f.nbib:4:3")


def test_an_empty_record_is_set_aside() -> None:
    records, diagnostics = read("PMID- 1\n\nPMID- \nTI  - \n\nPMID- 2\n")
    assert [it.identifiers.pmid for it in records] == ["1", "2"]
    assert codes(diagnostics) == ["record-invalid"]
    assert diagnostics.rejects == ["PMID- \nTI  - \n"]


def test_a_number_that_is_none_is_reported() -> None:
    records, diagnostics = read("PMID- none\nTI  - T\n")
    assert records[0].identifiers.pmid == ""
    assert codes(diagnostics) == ["value-not-understood"]


# ------------------------------------------------------------------------------- writing
@pytest.mark.parametrize(
    ("name", "full", "short"),
    [
        (Name(family="Alder", given="Barbara C."), "Alder, Barbara C.", "Alder BC"),
        (Name(family="Alder", given="Jean-Paul"), "Alder, Jean-Paul", "Alder JP"),
        (Name(family="Alder", given="B.-C."), "Alder, B.-C.", "Alder BC"),
        (Name(family="Berg", given="Ann", particle="van"), "van Berg, Ann", "van Berg A"),
        (Name(family="Alder", given="Bo", suffix="Jr."), "Alder, Bo Jr.", "Alder B Jr"),
        (Name(family="Thuja"), "Thuja", "Thuja"),
        (Name(given="Thuja"), "Thuja", ""),
        (Name(family="李", given="明"), "李明", ""),
        (Name(family="欧阳", given="明"), "欧阳 明", ""),
        (Name(literal="Elm Society"), "Elm Society", ""),
    ],
)
def test_names_are_written_in_full_and_in_short(name: Name, full: str, short: str) -> None:
    assert (full_name(name), short_name(name)) == (full, short)


def test_a_body_among_the_authors_is_a_group() -> None:
    record = Record(contributors=(Contributor(name=Name(literal="Elm Society")),))
    assert "CN  - Elm Society" in lines(record)


def test_a_translation_into_english_stands_in_brackets() -> None:
    english = TranslatedTitle(title="Hedges", language="en")
    written = lines(Record(title="Hecken?", translated_titles=(english,)))
    assert written == ["PMID- ", "TI  - [Hedges].", "TT  - Hecken?"]


def test_a_chapter_has_its_book_and_series() -> None:
    record = Record(
        type=ItemType.CHAPTER, title="Yews", container_title="Trees", collection_title="Elm Books"
    )
    assert lines(record) == [
        "PMID- ",
        "BTI - Trees",
        "CTI - Elm Books",
        "TI  - Yews.",
        "PT  - Book Chapter",
    ]


def test_a_genre_that_would_change_the_type_is_reported_instead() -> None:
    text, diagnostics = write(Record(type=ItemType.THESIS, genre="Preprint"))
    assert "Preprint" not in text
    assert [it.field for it in diagnostics.items] == ["genre"]


def test_tags_of_other_formats_are_not_written_as_ours() -> None:
    record = Record(type=ItemType.BOOK, extra=(RawField(tag="TI", value="Other"),))
    text, diagnostics = write(record)
    assert "Other" not in text
    assert codes(diagnostics) == ["extra-not-written"]


def test_what_has_no_tag_is_a_note_with_extras() -> None:
    record = Record(
        type=ItemType.BOOK,
        number="7",
        identifiers=Identifiers(other=(OtherIdentifier("pii", "P1"), OtherIdentifier("WOS", "2"))),
    )
    text, diagnostics = write(record, extras=True)
    assert text == "PMID- \nPT  - Book\nGN  - Number: 7\nGN  - WOS: 2\nAID - P1 [pii]\n"
    assert diagnostics.items == []


def test_no_value_can_pass_for_a_tag() -> None:
    assert lines(Record(title="A\nPMID- 9\r\n\nTI  - B")) == ["PMID- ", "TI  - A PMID- 9 TI  - B."]


# ------------------------------------------------------------------------------- there and back
words = st.from_regex(r"[A-Z][a-z]{1,8}(?: [a-z]{2,8}){0,2}", fullmatch=True)
family_names = st.from_regex(r"[BDFGK][a-z]{3,8}", fullmatch=True)
dates = st.builds(
    Date,
    start=st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
    | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
) | st.builds(Date, start=st.builds(PartialDate, st.integers(1900, 2100)), season=st.integers(1, 4))
people = st.builds(
    Contributor,
    role=st.sampled_from([Role.AUTHOR, Role.EDITOR]),
    name=st.builds(
        Name,
        family=family_names,
        given=st.from_regex(r"[A-Z][a-z]{2,6}( [A-Z]\.)?", fullmatch=True),
        affiliations=st.lists(words, max_size=2, unique=True).map(tuple),
    ),
)


@st.composite
def plain_records(draw: st.DrawFn) -> Record:
    contributors = tuple(draw(st.lists(people, max_size=3)))
    linked = [body for it in contributors for body in it.name.affiliations]
    return Record(
        id=draw(st.from_regex(r"[a-z]{3,6}\d{4}", fullmatch=True)),
        type=draw(st.sampled_from(list(tables.TYPES))),
        title=draw(words),
        contributors=contributors,
        affiliations=tuple(dict.fromkeys(linked)),
        container_title=draw(words),
        publisher=draw(st.just("") | words),
        publisher_place=draw(st.just("") | words),
        issued=draw(st.none() | dates),
        volume=draw(st.just("") | st.integers(1, 999).map(str)),
        issue=draw(st.just("") | st.integers(1, 999).map(str)),
        edition=draw(st.just("") | words),
        identifiers=draw(
            st.builds(
                Identifiers,
                doi=st.sampled_from(["", "10.5555/a.1"]),
                pmid=st.integers(1, 10**8).map(str),
            )
        ),
        language=draw(st.sampled_from(["", "en", "zh", "de", "zh-TW"])),
        abstract=draw(st.just("") | words),
        keywords=tuple(draw(st.lists(words, max_size=3, unique=True))),
        note=draw(st.just("") | words),
    )


@settings(max_examples=150, deadline=None)
@given(plain_records())
def test_what_is_written_is_read_again(record: Record) -> None:
    (again,), diagnostics = read(write(record)[0])
    assert diagnostics.items == []
    names = [
        msgspec.structs.replace(it, name=msgspec.structs.replace(it.name, original=""))
        for it in again.contributors
    ]
    assert msgspec.structs.replace(again, origin=None, contributors=tuple(names)) == record


@settings(max_examples=50, deadline=None)
@given(plain_records())
def test_writing_again_changes_nothing(record: Record) -> None:
    first = write(record)[0]
    assert write(*read(first)[0])[0] == first


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_files_are_the_same_after_a_second_time(path: Path) -> None:
    first = write(*read(path.read_text("utf-8"))[0])[0]
    assert write(*read(first)[0])[0] == first


# ------------------------------------------------------------------------------- bad input
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_beginning_of_a_file_is_read(path: Path) -> None:
    text = path.read_text("utf-8")
    for end in range(len(text)):
        read(text[:end])


@settings(deadline=None)
@given(st.text(st.sampled_from("PMIDTAUF- 1\n\x00.[];中"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    read(text)
    NbibReader().sniff(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "PMID- 1\nAB  - " + "word " * size,
        lambda size: "PMID- 1\nTI  - " + "[" * size,
        lambda size: "PMID- 1\nSO  - " + "a. b" * size,
        lambda size: "PMID- 1\nLID - " + "1 [" * size,
        lambda size: "PMID- 1\n" + "FAU - Alder, B\nAU  - Alder B\n" * (size // 20),
        lambda size: "\n" * size + "PMID- 1",
    ],
    ids=["text", "brackets", "source", "location", "people", "blank"],
)
def test_time_grows_with_the_input_only(make: Callable[[int], str]) -> None:
    start = time.perf_counter()
    read(make(20_000))
    assert time.perf_counter() - start < 2


def test_edition_of_a_book() -> None:
    assert one("BTI - Leaves\nEN  - Second").edition == "2"


def test_the_lines_of_eric() -> None:
    text = (
        "OWN - ERIC\nTI  - Moss in schools\nAU  - Alder, Ann\nOID - EJ0000001\nVI  - 10\n"
        "LID - http://eric.example/?id=EJ0000001\nAB  - We teach moss.\n"
        "ISSN - ISSN-1234-5679\nISSN - EISSN-2049-3630\nPT  - Journal Articles\n"
    )
    (record,) = NbibReader().read(Source("x.nbib", text), Diagnostics())
    assert record.abstract == "We teach moss."
    assert record.identifiers.issn == ("1234-5679", "2049-3630")
    assert record.url == "http://eric.example/?id=EJ0000001"
