"""The options that `convert`, `merge` and `enrich` share: each means the same in all three."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run, RunLitconv

ONE = "@article{a, author={Alder, A.}, title={One oak}, journal={Trees}, year=2001}\n"
COMMANDS = (["convert"], ["merge"], ["enrich", "--offline", "--cache", "answers"])
SHARED = (
    "--to --output --key-pattern --ascii --extras --provenance --markup --order --locale --drop "
    "--only --from --include --encoding --library --keep-case --title-case --no-derive --clean "
    "--journals --strict --rejects --diagnostics --quiet"
).split()


@pytest.fixture(params=COMMANDS, ids=lambda command: command[0])
def command(request: pytest.FixtureRequest) -> list[str]:
    found: list[str] = request.param
    return found


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    file = tmp_path / "refs.bib"
    file.write_text(ONE, encoding="utf-8")
    return file


def said(run: Run) -> str:
    """Give the message of the one error."""
    (line,) = [line for line in run.err.splitlines() if "error[" in line]
    return line.partition("]: ")[2]


def test_the_help_names_them_all(command: list[str], run_litconv: RunLitconv) -> None:
    words = run_litconv(command[0], "--help").out.replace(",", " ").split()
    assert [option for option in SHARED if option not in words] == []


def test_references_get_the_markup_of_the_file(
    command: list[str], refs: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv(*command, refs.name, "--to", "apa", "-o", "refs.html", "-q")
    assert (run.code, run.out, run.err) == (0, "", "")
    page = (tmp_path / "refs.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Alder, A. (2001). One oak. <i>Trees</i>." in page


def test_records_are_refined_and_written_as_asked(
    command: list[str], refs: Path, run_litconv: RunLitconv
) -> None:
    options = ["--key-pattern", "auth.lower + year", "--only", "title,year", "--to", "bibtex"]
    run = run_litconv(*command, refs.name, *options, "-q")
    assert run.code == 0
    assert run.out == "@article{alder2001,\n  title = {One oak},\n  year = {2001},\n}\n"


def test_what_cannot_be_read_is_kept(
    command: list[str], refs: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    lost = '{"litconv":1,"title":3}\n'
    (tmp_path / "bad.jsonl").write_text(lost)
    args = [refs.name, "bad.jsonl", "--to", "ris", "--rejects", "lost.txt"]
    assert run_litconv(*command, *args).code == 1
    assert (tmp_path / "lost.txt").read_text() == lost


@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_a_library_is_an_input_too(
    option: str, command: list[str], refs: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    mine = tmp_path / "mine.bib"
    mine.write_text(ONE)
    run = run_litconv(
        *command, refs.name, "--to", "ris", "--library", "mine.bib", option, "mine.bib"
    )
    assert (run.code, mine.read_text()) == (2, ONE)
    assert said(run) == f"{option} mine.bib would overwrite an input"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--keep-case", "--title-case", "sentence"],
            "--keep-case and --title-case sentence contradict each other",
        ),
        (["--drop", "titel"], "no field is called 'titel'; did you mean title?"),
        (["--encoding", "utf-9"], "there is no encoding 'utf-9'"),
        (["--markup", "html"], "--markup is about formatted references, and ris is none"),
        (["-o", "x", "--rejects", "x"], "-o and --rejects are both x"),
        (["--rejects", "-"], "--rejects needs a file: standard output is for the data"),
    ],
)
def test_what_contradicts_is_refused(
    options: list[str], message: str, command: list[str], refs: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv(*command, refs.name, "--to", "ris", *options)
    assert (run.code, run.out, said(run)) == (2, "", message)


def test_three_outputs_are_three_files(refs: Path, run_litconv: RunLitconv) -> None:
    args = ["merge", refs.name, "--to", "ris", "-o", "x", "--report-file"]
    assert said(run_litconv(*args, "x")) == "-o and --report-file are both x"
    both = run_litconv(*args, "y", "--rejects", "y")
    assert said(both) == "--rejects and --report-file are both y"
