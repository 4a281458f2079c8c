"""`--clean`: what each value becomes, what stays, and what is said about it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

import litconv
from conftest import RunLitconv
from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, Pages, Record
from litconv.refine.clean import clean


def cleaned(**fields: Any) -> tuple[Record, list[str]]:  # noqa: ANN401 - any field
    diagnostics = Diagnostics()
    record = clean(Record(**fields), diagnostics)
    assert {one.code for one in diagnostics.items} <= {"value-cleaned", "identifier-invalid"}
    return record, [f"{one.code}: {one.message}" for one in diagnostics.items]


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("title", "On  <em>Quercus</em>  leaves.", "On <i>Quercus</i> leaves"),
        ("title", "Is it so?", "Is it so?"),
        ("title", "And so on...", "And so on..."),
        ("title", "Trees of the U.S.", "Trees of the U.S."),
        ("title", "Leaves &amp; stems ;", "Leaves & stems"),
        ("container_title", "Journal of Leaves &amp; Stems.", "Journal of Leaves & Stems"),
        ("container_title", "Phys. Rev.", "Phys. Rev."),
        ("container_title_short", "J. Leaves.", "J. Leaves."),
        ("publisher", "Invented Press,", "Invented Press"),
        ("publisher", "Invented Inc.", "Invented Inc."),
        ("abstract", "<jats:p>It  grew.</jats:p>", "It grew."),
        ("volume", "Vol. 08", "8"),
        ("volume", "第8卷", "8"),
        ("issue", "no. 02", "2"),
        ("issue", "Suppl 2", "Suppl 2"),
        ("issue", "S1", "S1"),
    ],
)
def test_texts(field: str, before: str, after: str) -> None:
    record, said = cleaned(**{field: before})
    assert getattr(record, field) == after
    changed = [one.field for one in record.provenance]
    assert changed == ([field] if before != after else [])
    assert len(said) == len(changed)


def test_a_clean_record_is_returned_itself() -> None:
    record = Record(
        title="A title", identifiers=Identifiers(doi="10.5555/a.1", issn=("0378-5955",))
    )
    diagnostics = Diagnostics()
    assert clean(record, diagnostics) is record
    assert diagnostics.items == []


def test_the_value_before_is_kept_in_the_provenance() -> None:
    record, _ = cleaned(title="<b>A</b> title.")
    assert [(one.field, one.how, one.rule, one.before) for one in record.provenance] == [
        ("title", "changed", "clean", "<b>A</b> title.")
    ]


def test_keywords_once_whatever_their_case() -> None:
    record, _ = cleaned(keywords=("Leaves.", "leaves", "<i>Quercus</i>", " ", "U.S."))
    assert record.keywords == ("Leaves", "Quercus", "U.S.")


def test_pages_in_one_text_are_read() -> None:
    record, _ = cleaned(pages=Pages(ranges="pp. 12–15"))
    assert (record.pages.first, record.pages.last, record.pages.raw) == ("12", "15", "pp. 12–15")


def test_serial_numbers_get_their_hyphens() -> None:
    record, said = cleaned(
        identifiers=Identifiers(issn=("03785955",), isbn=("9783161484100", "9783161484109"))
    )
    assert record.identifiers.issn == ("0378-5955",)
    assert record.identifiers.isbn == ("978-3-16-148410-0", "9783161484109")
    assert said[0].startswith("identifier-invalid: ISBN 9783161484109: ")
    assert said[1] == "value-cleaned: cleaned: identifiers"


def test_a_doi_is_bare_and_the_link_that_repeats_it_goes() -> None:
    record, _ = cleaned(
        identifiers=Identifiers(doi="https://doi.org/10.5555/A.1."),
        url="http://dx.doi.org/10.5555/a.1",
    )
    assert (record.identifiers.doi, record.url) == ("10.5555/A.1", "")


def test_a_link_to_another_place_stays() -> None:
    record, _ = cleaned(
        identifiers=Identifiers(doi="10.5555/a.1"), url="https://doi.org/10.5555/b.2"
    )
    assert record.url == "https://doi.org/10.5555/b.2"


def test_the_library_cleans_when_it_is_asked_to() -> None:
    page = "On  <em>Quercus</em>  leaves.\n\n被引:3\n作者\nAlder, QZ\n页码:1 / 9\n"
    assert litconv.read(text=page)[0].title == "On <em>Quercus</em> leaves."
    assert litconv.read(text=page, clean=True)[0].title == "On <i>Quercus</i> leaves"


def test_the_program_cleans_and_abbreviates(run_litconv: RunLitconv, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(
        "TY  - JOUR\nTI  - On leaves.\nJO  - Journal of the American Chemical Society\nER  - \n"
    )
    run = run_litconv("convert", "a.ris", "--to", "csv", "--clean", "--journals", "abbrev", "-q")
    (row,) = csv.DictReader(run.out.splitlines())
    assert (row["title"], row["container_title"]) == ("On leaves", "J. Am. Chem. Soc.")
