"""PubMed's MEDLINE format, read: what a file is told by, single lines, and damage."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.nbib import tables
from litconv.formats.nbib.read_groups import without_stop
from litconv.formats.nbib.reader import NbibReader
from litconv.model import ItemType, Name, Pages, TranslatedTitle
from litconv.source import Source
from made_records import codes, dated, extra_of
from nbib_records import SAMPLES, one, read

# ------------------------------------------------------------------------------------- what it is


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


# ------------------------------------------------------------------------------------ single tags


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
    assert record.issued == dated(2001)


def test_a_second_abbreviation_of_the_journal_is_kept() -> None:
    record = one("JT  - Rows of trees\nTA  - Rows\nTA  - RT")
    assert extra_of(record) == [("TA", "RT")]


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
    assert extra_of(records[0]) == [("line", "stray")]
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


# -------------------------------------------------------------------------------------- bad input


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


@pytest.mark.parametrize("tag", ["T", "TI", "LID", "LID ", "PHST", "TI  -", "TI  - ", "PHST-"])
def test_a_file_that_is_cut_inside_a_tag_is_said(tag: str) -> None:
    records, said = read(f"PMID- 90000001\nTI  - Moss\nAB  - Moss grows\n      in mud.\n{tag}")
    assert (records[0].title, records[0].abstract) == ("Moss", "Moss grows in mud.")
    spans = [one.span for one in said.items if one.code == "syntax-repaired"]
    assert [(span.line, span.column) for span in spans if span] == [(5, 1)]
    kept = [] if "-" in tag else [("line", tag.strip())]
    assert extra_of(records[0])[:1] == kept


@pytest.mark.parametrize("end", ["      DNA", "and so on", "A last word"])
def test_the_end_of_a_text_is_no_cut_tag(end: str) -> None:
    records, said = read(f"PMID- 90000001\nTI  - Moss\nAB  - Moss grows\n{end}\n")
    assert records[0].abstract == f"Moss grows {end.strip()}"
    assert "syntax-repaired" not in codes(said)
