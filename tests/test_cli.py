"""`litconv convert`, `formats`, `explain` and the program as a whole, run as a person runs them."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from unittest.mock import ANY

import msgspec
import pytest

from conftest import RunLitconv
from litconv import __version__
from litconv.cli.report import Reporter
from litconv.diagnostics import CODES, Diagnostic, Severity

PAGE = """An invented study of examples

被引:4
作者
Alder, QZ [1 ]
机构
[1] Xx Univ, Some Town, ST 00000 USA
D O I
10.9999/abcdef/1.2.345
页码:100 / 122
页数:23
相关论文
共 50 条
  • [7] Invented related title
    Cedar, Ann B.
    Invented Journal, 2015, 38 (04) : 336 - 341
"""
LIST = "共 50 条\n" + PAGE.split("共 50 条\n")[1]
RECORD = '{"litconv":1,"id":"a","type":"webpage","title":"One","url":"https://example.org/"}\n'


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def titles(output: str) -> list[str]:
    return [json.loads(line)["title"] for line in output.splitlines()]


def test_file_to_stdout(page: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page.name, "--to", "json")
    assert run.code == 0
    assert titles(run.out) == ["An invented study of examples"]
    assert run.out.endswith("}\n")


def test_stdin_is_read_when_it_is_a_pipe_and_where_the_dash_says(run_litconv: RunLitconv) -> None:
    without = run_litconv("convert", "--to", "json", stdin=PAGE.encode())
    dash = run_litconv("convert", "-", "-t", "json", stdin=PAGE.encode())
    assert titles(without.out) == titles(dash.out) == ["An invented study of examples"]
    assert "standard input" not in dash.out


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        ("main", ["An invented study of examples"]),
        ("related", ["Invented related title"]),
        ("all", ["An invented study of examples", "Invented related title"]),
    ],
)
def test_include_chooses_the_works(
    include: str, expected: list[str], page: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", page.name, "--to", "json", "--include", include)
    assert (run.code, titles(run.out)) == (0, expected)


def test_list_only_page_writes_nothing_and_says_what_would(
    tmp_path: Path, run_litconv: RunLitconv
) -> None:
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    kept = tmp_path / "kept.json"
    kept.write_text("before")
    run = run_litconv("convert", "list.txt", "--to", "json")
    assert (run.code, run.out) == (1, "")
    assert "list.txt:1:1: error[selection-empty]: " in run.err
    assert "hint: say --include related" in run.err
    assert run_litconv("convert", "list.txt", "-t", "json", "-o", "new.json").code == 1
    assert run_litconv("convert", "list.txt", "-t", "json", "-o", "kept.json").code == 1
    assert not (tmp_path / "new.json").exists()
    assert kept.read_text() == "before"


def test_output_file_names_its_format(page: Path, tmp_path: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page.name, "-o", "refs.ris")
    assert (run.code, run.out) == (0, "")
    assert (tmp_path / "refs.ris").read_text(encoding="utf-8").startswith("TY  - JOUR\n")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("refs.json", '[\n  {\n    "id": "alder"'),  # CSL-JSON, as other programs take it
        ("refs.jsonl", '{"id": "alder"'),
        ("refs.yaml", "---\nreferences:\n"),
        ("refs.csv", "id,type,"),
        ("refs.xml", "<?xml"),
    ],
)
def test_endings_mean_the_usual_format(
    name: str, start: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", "-o", name, "-q", stdin=b"@book{alder, title={One}}")
    assert (run.code, run.err) == (0, "")
    text = (tmp_path / name).read_text("utf-8")
    assert text[: len(start)] == start


def test_an_ending_of_several_formats_names_them(page: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page.name, "-o", "refs.txt")
    assert run.code == 2
    assert run.err.splitlines() == [
        "litconv: error[usage-error]: several formats end in .txt",
        "    hint: Say --to nbib or noteexpress or refworks or wos.",
    ]


def test_folder_is_searched_in_depth_in_order_of_names(
    tmp_path: Path, run_litconv: RunLitconv
) -> None:
    for name in ("b/two.txt", "a/one.txt", "a/.hidden.txt", ".git/no.txt", "a/picture.png"):
        file = tmp_path / "pages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.replace("study", file.stem), encoding="utf-8")
    run = run_litconv("convert", "pages", "--to", "json")
    assert titles(run.out) == ["An invented one of examples", "An invented two of examples"]


def test_other_inputs_are_converted_around_a_bad_one(page: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page.name, "missing.txt", page.name, "--to", "json")
    assert run.code == 3
    assert len(titles(run.out)) == 2


def test_rejected_records_are_kept(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "in.json").write_text(RECORD + '{"litconv":1,"title":3}\n' + RECORD)
    args = ["convert", "in.json", "--from", "json", "--to", "json", "--rejects", "bad.txt"]
    run = run_litconv(*args)
    assert run.code == 1
    assert titles(run.out) == ["One", "One"]
    assert (tmp_path / "bad.txt").read_text() == '{"litconv":1,"title":3}\n'
    (tmp_path / "in.json").write_text(RECORD)
    assert run_litconv(*args).code == 0
    assert (tmp_path / "bad.txt").read_text() == ""


def test_strict_makes_a_warning_count(page: Path, run_litconv: RunLitconv) -> None:
    assert run_litconv("convert", page.name, "--to", "json").code == 0
    run = run_litconv("convert", page.name, "--to", "json", "--strict")
    assert (run.code, "warning[missing-field]" in run.err) == (1, True)


def test_strict_makes_a_loss_count(tmp_path: Path, run_litconv: RunLitconv) -> None:
    cited = RECORD.replace('"id":"a"', '"id":"a","times_cited":3')
    (tmp_path / "in.json").write_text(cited)
    args = ["convert", "in.json", "--to", "csljson"]
    assert run_litconv(*args).code == 0
    run = run_litconv(*args, "--strict")
    assert (run.code, "info[extra-not-written]" in run.err) == (1, True)
    assert "litconv: error[strict-failed]: --strict met 1 loss\n" in run.err
    assert run_litconv(*args, "--strict", "--extras") == (0, ANY, "")
    assert run_litconv(*args, "--strict", "--drop", "times-cited").code == 0


def test_strict_says_why_even_where_warnings_are_hidden(run_litconv: RunLitconv) -> None:
    work = b"@book{a, title={One}, year=2001}"
    for quiet in ("--quiet", "-q"):
        run = run_litconv("convert", "--to", "ris", "--strict", quiet, stdin=work + work)
        assert run.code == 1
        assert run.out.startswith("TY  - BOOK\n")
        assert run.err.splitlines() == [
            "litconv: error[strict-failed]: --strict met 2 warnings",
            "    hint: Look at the messages; run without --quiet if it hid them.",
        ]
    missing = run_litconv("convert", "no.bib", "-", "--to", "ris", "--strict", "-q", stdin=work)
    assert missing.code == 3
    assert "strict-failed" not in missing.err


def test_drop_and_only(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "in.json").write_text(RECORD)
    args = ["convert", "in.json", "--to", "csljson"]
    (item,) = json.loads(run_litconv(*args, "--drop", "url", "--drop", "title,abstract").out)
    assert item == {"id": "a", "type": "webpage"}
    (item,) = json.loads(run_litconv(*args, "--only", "title").out)
    assert item == {"id": "a", "type": "webpage", "title": "One"}
    run = run_litconv(*args, "--drop", "titel")
    assert (run.code, run.out) == (2, "")
    assert "did you mean title" in run.err


def test_a_compressed_input(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "in.json.gz").write_bytes(gzip.compress(RECORD.encode()))
    assert titles(run_litconv("convert", "in.json.gz", "--to", "json").out) == ["One"]


def test_diagnostics_as_text_name_place_code_and_hint(page: Path, run_litconv: RunLitconv) -> None:
    lines = run_litconv("convert", page.name, "--to", "json").err.splitlines()
    assert lines[0].startswith("page.txt:1:1: warning[missing-field]: ")
    assert lines[1] == f"    hint: {CODES['missing-field'].remedy}"


def test_a_hint_is_printed_once(page: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", *[page.name] * 30, "--to", "json")
    assert run.err.count("warning[missing-field]") == 30
    assert run.err.count(f"hint: {CODES['missing-field'].remedy}") == 1


def test_diagnostics_as_json_lines(page: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page.name, "no.txt", "--to", "json", "--diagnostics", "json")
    found = [json.loads(line) for line in run.err.splitlines()]
    assert {"warning", "error"} <= {one["severity"] for one in found}
    first = next(one for one in found if one["code"] == "missing-field")
    assert first["span"] == {"file": "page.txt"}
    fatal = run_litconv("convert", page.name, "--to", "nonsense", "--diagnostics", "json")
    assert json.loads(fatal.err)["code"] == "usage-error"


def test_quiet_shows_errors_only_and_none_shows_nothing(
    page: Path, run_litconv: RunLitconv
) -> None:
    quiet = run_litconv("convert", page.name, "no.txt", "--to", "json", "--quiet")
    assert "error[input-unreadable]" in quiet.err
    assert "warning" not in quiet.err
    none = run_litconv("convert", page.name, "no.txt", "--to", "json", "--diagnostics", "none")
    assert (none.code, none.err) == (3, "")


def test_formats_lists_every_format_and_what_it_can(run_litconv: RunLitconv) -> None:
    lines = [json.loads(line) for line in run_litconv("formats", "--json").out.splitlines()]
    known = {one["name"]: (one["read"], one["write"]) for one in lines}
    assert known["record-page"] == (True, False)
    assert known["json"] == (True, True)
    table = run_litconv("formats").out
    assert all(f"\n{name}" in table for name in known)


def test_explain_tells_meaning_and_remedy(run_litconv: RunLitconv) -> None:
    run = run_litconv("explain", "title-recased", env={"COLUMNS": "200"})
    assert run.out.startswith("title-recased (warning)\n\nA title in capitals")
    assert "    Check the proper nouns" in run.out
    assert run_litconv("explain", "warning[title-recased]:").out.startswith("title-recased")
    wrong = run_litconv("explain", "title-recasd")
    assert (wrong.code, "did you mean title-recased" in wrong.err) == (2, True)
    assert all(f"  {code}" in run_litconv("explain").out for code in list(CODES)[:3])


def test_version_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom litconv.cli.app import main\nmain(['--version'])\n"
        "heavy = {'citeproc', 'lxml', 'bibtexparser', 'rich', 'pylatexenc', 'pypinyin'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode() == f"litconv {__version__}\n[]\n"


def test_importing_the_library_loads_nothing() -> None:
    script = (
        "import sys, litconv; print([one for one in sys.modules if one.startswith('litconv.')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode() == "[]\n"


@pytest.mark.parametrize("args", [["-h"], ["--help"], []])
def test_help_of_the_program(args: list[str], run_litconv: RunLitconv) -> None:
    run = run_litconv(*args)
    assert (run.code, run.err) == (0, "")
    assert "  convert  Convert record pages" in run.out
    for command in ("convert", "merge", "enrich", "check", "cite", "show"):
        assert f"\n  litconv {command} " in run.out.partition("\nExamples:\n")[2]


def test_terminal_sees_few_of_many_equal_warnings_and_all_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("litconv.cli.console.is_terminal", lambda _: True)
    monkeypatch.setenv("NO_COLOR", "1")
    printed: list[str] = []
    reporter = Reporter(emit=printed.append)
    warning = Diagnostic(code="title-recased", severity=Severity.WARNING, message="m")
    error = Diagnostic(code="record-invalid", severity=Severity.ERROR, message="e")
    for _ in range(50):
        reporter(warning)
        reporter(msgspec.structs.replace(warning, code="key-changed", severity=Severity.INFO))
        reporter(error)
    reporter.close()
    text = "\n".join(printed)
    assert text.count("warning[title-recased]") == 10
    assert text.count("info[key-changed]") == 3
    assert text.count("error[record-invalid]") == 50
    assert "40 × title-recased" in printed[-1]
    assert "47 × key-changed" in printed[-1]
