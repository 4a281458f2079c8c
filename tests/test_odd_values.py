"""Values that no field can take as they are: what says more stays, the rest is kept and said."""

from __future__ import annotations

import pytest

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.text.bibtex.titles import title_to_latex
from litconv.text.latex.encode import to_latex
from made_records import dated, extra_of


def read(text: str, ending: str) -> tuple[list[Record], list[str]]:
    diagnostics = Diagnostics()
    records = list(pipeline.read([Input(f"a{ending}", text.encode())], diagnostics))
    said = [f"{one.code} {one.message}" for one in diagnostics.items]
    return records, [one for one in said if not one.startswith("missing-field")]


def ris(*lines: str) -> tuple[Record, list[str]]:
    (record,), said = read("\n".join(["TY  - JOUR", "TI  - Moss", *lines, "ER  - ", ""]), ".ris")
    return record, said


@pytest.mark.parametrize("nothing", ["/", "///", "////", "//// /"])
def test_a_date_of_slashes_says_nothing(nothing: str) -> None:
    record, said = ris("PY  - 1987", f"DA  - {nothing}")
    assert record.issued == dated(1987)
    assert said == []


def test_a_month_that_there_is_not_is_said_and_kept() -> None:
    record, said = ris("PY  - 2004/13/45/")
    assert record.issued == dated(2004)
    assert extra_of(record) == [("PY", "2004/13/45/")]
    assert said == ["value-not-understood PY: '2004/13/45/'"]


def test_a_day_without_a_month_is_said_and_kept() -> None:
    record, said = ris("PY  - 2004", "DA  - 2004//12/")
    assert record.issued == dated(2004)
    assert extra_of(record) == [("DA", "2004//12/")]
    assert said == ["value-not-understood DA: '2004//12/'"]


def test_a_second_doi_in_one_value_is_kept() -> None:
    record, _ = ris("DO  - 10.5555/moss; 10.5555/fern")
    assert record.identifiers.doi == "10.5555/moss"
    assert extra_of(record) == [("DO", "10.5555/moss; 10.5555/fern")]


def test_one_doi_said_twice_is_one() -> None:
    record, _ = ris("DO  - 10.5555/moss DOI 10.5555/MOSS")
    assert record.identifiers.doi == "10.5555/moss"
    assert extra_of(record) == []


def test_bibtex_takes_the_year_where_the_date_is_words() -> None:
    (record,), said = read("@misc{a, title={Moss}, year=2001, date={in press}}", ".bib")
    assert record.issued == dated(2001)
    assert extra_of(record) == [("date", "in press")]
    assert said == ["value-not-understood date: 'in press'"]


def test_bibtex_says_which_date_there_is_not() -> None:
    (record,), said = read("@misc{a, title={Moss}, date={2001-13-45}}", ".bib")
    assert record.issued == dated(2001)
    assert extra_of(record) == [("date", "2001-13-45")]
    assert said == ["value-not-understood date: '2001-13-45'"]


def test_markup_in_markup_without_end_costs_neither_the_file_nor_the_entry() -> None:
    deep = "\\emph{" * 2000 + "Moss" + "}" * 2000
    records, _ = read(f"@misc{{a, title={{{deep}}}}}\n@misc{{b, title={{Fern}}}}", ".bib")
    assert [one.id for one in records] == ["a", "b"]
    assert "Moss" in records[0].title
    assert records[1].title == "Fern"


def test_deep_markup_is_written() -> None:
    title = "<i>" * 2000 + "Moss" + "</i>" * 2000
    written = title_to_latex(title, to_latex)
    assert "Moss" in written
    assert written.count("{") == written.count("}")


@pytest.mark.parametrize(
    ("text", "ending", "place"),
    [
        ("TY  - JOUR\nTI  - Moss\nPY  - 2001", ".ris", "3:7"),
        ("TY  - JOUR\nTI  - Moss\n\nTY  - JOUR\nTI  - Fern\nER  - \n", ".ris", "2:7"),
        (
            "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Alder, A\nTI Moss",
            ".ciw",
            "5:4",
        ),
    ],
)
def test_a_record_without_its_last_line_may_be_cut(text: str, ending: str, place: str) -> None:
    diagnostics = Diagnostics()
    records = list(pipeline.read([Input(f"a{ending}", text.encode())], diagnostics))
    assert records[0].title == "Moss"
    said = [str(one) for one in diagnostics.items if one.code == "syntax-repaired"]
    assert said == [
        f"a{ending}:{place}: warning[syntax-repaired]: the record has no ER: it may be cut off"
    ]
