"""`litconv merge` and what `convert` takes from other records, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litconv
from conftest import RunLitconv
from litconv import merging
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import Include, Keep, MergeOptions, ReadOptions

BIB = """@article{alder2001,
  author = {Alder, Q. Z. and Birch, Mina},
  title = {Invented growth of moss on northern roofs},
  journal = {J Invent Res},
  year = {2001},
  volume = {7},
  pages = {11},
  keywords = {moss, roofs},
}

@article{cedar2002,
  author = {Cedar, Una},
  title = {Another invented study of lichens},
  journal = {Annals of Invented Things},
  year = {2002},
}
"""
RIS = """TY  - JOUR
AU  - Alder, Quentin Z.
AU  - Birch, Mina
TI  - INVENTED GROWTH OF MOSS ON NORTHERN ROOFS
JO  - Journal of Invented Research
PY  - 2001/05/03
VL  - 7
IS  - 2
SP  - 11
EP  - 19
DO  - 10.5555/inv.77
KW  - Moss
KW  - growth
ER  -

TY  - JOUR
AU  - Cedar, Una
TI  - Erratum: Another invented study of lichens
JO  - Annals of Invented Things
PY  - 2002
ER  -
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "b.ris").write_text(RIS)
    return tmp_path


def merged(*texts: tuple[str, str], options: MergeOptions | None = None) -> list[Record]:
    inputs = [Input(name, text.encode()) for name, text in texts]
    return list(merging.merge(inputs, Diagnostics(), merging=options))


def test_two_formats_become_one_record_that_says_more_than_either() -> None:
    records = merged(("a.bib", BIB), ("b.ris", RIS))
    assert [one.id for one in records] == ["alder2001", "cedar2002", "cedar2002erratum"]
    one = records[0]
    assert one.title == "Invented growth of moss on northern roofs"
    assert [name.given for name in one.authors] == ["Quentin Z.", "Mina"]
    assert one.container_title == "Journal of Invented Research"
    assert one.issued is not None
    assert one.issued.start is not None
    assert one.issued.start.iso == "2001-05-03"
    assert (one.volume, one.issue, one.pages.text) == ("7", "2", "11-19")
    assert one.identifiers.doi == "10.5555/inv.77"
    assert one.keywords == ("moss", "roofs", "growth")
    steps = {step.field: step for step in one.provenance if step.how == "merged"}
    assert {"contributors", "container_title", "issued", "issue", "pages", "identifiers"} <= set(
        steps
    )
    assert steps["issue"].source == "b.ris:1"
    assert steps["container_title"].before == "J Invent Res"
    assert "title" not in steps
    assert "volume" not in steps


def test_an_erratum_is_a_work_of_its_own() -> None:
    titles = [one.title for one in merged(("a.bib", BIB), ("b.ris", RIS))]
    assert titles[1:] == [
        "Another invented study of lichens",
        "Erratum: Another invented study of lichens",
    ]


CONFLICT = BIB.replace("year = {2001}", "year = {2002}").replace("alder2001", "other")


def test_a_conflict_is_said_and_the_first_value_kept() -> None:
    diagnostics = Diagnostics()
    inputs = [Input("a.bib", BIB.encode()), Input("c.bib", CONFLICT.encode())]
    record = next(iter(merging.merge(inputs, diagnostics)))
    assert record.issued is not None
    assert record.issued.year == 2001
    (said,) = [one for one in diagnostics.items if one.code == "merge-conflict"]
    assert said.message == "date: '2001' kept, c.bib:1 says '2002'"
    assert str(said.span) == "a.bib:1:1"
    joined = [one.message for one in diagnostics.items if one.code == "records-merged"]
    assert joined[0].startswith("merged with c.bib:1 (by title")


def test_keep_best_takes_the_most_complete_record_as_base() -> None:
    bare = "@article{k, title={Invented growth of moss on northern roofs}, year={2002}, volume={7},"
    bare += " author={Alder, Q.}, pages={11}}"
    first = merged(("k.bib", bare), ("b.ris", RIS))[0]
    best = merged(("k.bib", bare), ("b.ris", RIS), options=MergeOptions(keep=Keep.BEST))[0]
    assert first.issued is not None
    assert best.issued is not None
    assert (first.issued.year, best.issued.year) == (2002, 2001)


# ---------------------------------------------------------------------------- the command


def test_command_writes_each_work_once(files: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("merge", str(files), "--to", "bibtex")
    assert run.code == 0
    assert run.out.count("@article{") == 3
    assert run.out.index("moss") < run.out.index("lichens")
    assert "records-merged" in run.err


@pytest.mark.parametrize("kind", ["text", "json", "html"])
def test_report_goes_to_its_file(files: Path, run_litconv: RunLitconv, kind: str) -> None:
    place = files / "report.out"
    run = run_litconv(
        *("merge", str(files / "a.bib"), str(files / "b.ris"), "--to", "ris"),
        *("--report", kind, "--report-file", str(place), "-q"),
    )
    assert run.code == 0
    assert run.err == ""
    text = place.read_text()
    assert "b.ris:1" in text
    if kind == "json":
        data = json.loads(text)
        assert (data["records"], data["works"]) == (4, 3)
        (group,) = data["groups"]
        assert [one["number"] for one in group["members"]] == [1, 3]
        assert {"field": "issue", "source": f"{files / 'b.ris'}:1"} in group["taken"]
    elif kind == "html":
        assert text.startswith("<!DOCTYPE html>")
        assert text.rstrip().endswith("</html>")
    else:
        assert text.startswith("4 records, 3 works: 1 duplicate in 1 group, 0 conflicts\n")


def test_report_without_a_file_goes_to_stderr(files: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("merge", str(files), "--to", "ris", "--report", "text", "-q")
    assert run.err.startswith("4 records, 3 works")
    assert run.out.count("TY  - ") == 3


def test_dry_run_only_reports(files: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("merge", str(files), "--dry-run", "--report", "json", "-q")
    assert run.code == 0
    assert json.loads(run.out)["works"] == 3
    assert sorted(one.name for one in files.iterdir()) == ["a.bib", "b.ris"]


def test_html_report_lets_no_markup_through(tmp_path: Path, run_litconv: RunLitconv) -> None:
    entry = "@article{%s, title={<script>alert(1)</script> and more of the title}, doi={10.5555/x}}"
    (tmp_path / "a.bib").write_text(entry % "a" + "\n" + entry % "b")
    run = run_litconv("merge", str(tmp_path), "--dry-run", "--report", "html", "-q")
    assert "one work by" in run.out.lower()
    assert "<script" not in run.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--threshold", "0.2", "--to", "ris"], "is no share"),
        (["--dry-run", "-o", "x.bib"], "writes nothing"),
        (["--to", "ris", "--keep", "last"], "last"),
        ([], "--to FORMAT is missing"),
    ],
)
def test_wrong_usage_is_said(
    files: Path, run_litconv: RunLitconv, args: list[str], said: str
) -> None:
    run = run_litconv("merge", str(files), *args)
    assert run.code == 2
    assert said in run.err
    assert run.out == ""


def test_report_file_is_no_input(files: Path, run_litconv: RunLitconv) -> None:
    place = str(files / "a.bib")
    run = run_litconv("merge", place, "--to", "ris", "--report-file", place)
    assert run.code == 2
    assert "--report-file" in run.err
    assert (files / "a.bib").read_text() == BIB


# ---------------------------------------------------------------------------- completing

PAGE = """An invented paper without a source

被引:3
作者
Alder, QZ
Birch, M
页码:11 / 19
"""
OTHER = """A page that cites the first

被引:1
作者
Cedar, U
相关论文
共 1 条
[1] An invented paper without a source [J].
Alder, QZ ;
Birch, M .
JOURNAL OF INVENTED RESEARCH, 1999, 12 (03) :11-19
"""


def test_lists_of_pages_complete_main_records_and_are_no_records() -> None:
    first, second = merged(("a.txt", PAGE), ("b.txt", OTHER))
    assert first.container_title == "Journal of Invented Research"
    assert (first.volume, first.issue) == ("12", "3")
    assert {step.source for step in first.provenance if step.how == "merged"} == {"b.txt:8"}
    assert second.title == "A page that cites the first"


def test_with_include_all_the_listed_work_is_merged_into_its_page() -> None:
    inputs = [Input("b.txt", OTHER.encode()), Input("a.txt", PAGE.encode())]
    options = ReadOptions(include=Include.ALL)
    records = list(merging.merge(inputs, Diagnostics(), options=options))
    assert [one.title for one in records] == [
        "A page that cites the first",
        "An invented paper without a source",
    ]
    assert records[1].listing is None
    assert records[1].volume == "12"


def test_library_completes_and_is_not_written(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    library = tmp_path / "mine.bib"
    library.write_text(
        "@article{mine, title={An invented paper without a source}, author={Alder, Quentin and "
        "Birch, Mina}, journal={Journal of Invented Research}, year={1999}, keywords={mine}}\n"
        "@article{not, title={Something else}, year={2000}}\n"
    )
    run = run_litconv(
        *("convert", str(tmp_path / "page.txt"), "--library", str(library), "--to", "json")
    )
    assert run.code == 0
    (record,) = map(json.loads, run.out.splitlines())
    assert record["container_title"] == "Journal of Invented Research"
    assert "record-completed" in run.err
    assert f"taken from {library}:1" in run.err


def test_a_library_that_cannot_be_read_is_an_error(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    run = run_litconv(
        "convert", str(tmp_path / "page.txt"), "--library", str(tmp_path / "no.bib"), "--to", "ris"
    )
    assert run.code == 3
    assert "no.bib" in run.err


def test_two_works_that_fit_and_contradict_each_other_give_nothing() -> None:
    listed = OTHER.replace("Alder, QZ ;\nBirch, M .\n", "")
    other = listed.replace("RESEARCH, 1999, 12 (03) :11-19", "STUDIES, 1980, 4 (01) :90-99")
    page = PAGE.replace("页码:11 / 19\n", "")
    one, *_ = merged(("a.txt", page), ("b.txt", listed))
    assert one.container_title == "Journal of Invented Research"
    one, *_ = merged(("a.txt", page), ("b.txt", listed), ("c.txt", other))
    assert one.container_title == ""


def test_library_reads_the_same_through_the_functions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text(OTHER)
    plain = litconv.read(tmp_path)
    whole = litconv.read(tmp_path, complete=True)
    helped = litconv.read(tmp_path / "a.txt", library=tmp_path / "b.txt")
    assert [one.volume for one in plain] == ["", ""]
    assert [one.volume for one in whole] == ["12", ""]
    assert [one.volume for one in helped] == ["12"]
