"""Facts that were not written are told once for a run, a line for those of the same records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import RunLitconv
from litconv.cli.report import Reporter, Style
from litconv.diagnostics import Diagnostic, Severity
from litconv.model import Span

HINT = "say --extras"


def loss(words: str, line: int, beginning: str = "not written to RIS") -> Diagnostic:
    return Diagnostic(
        code="extra-not-written",
        severity=Severity.INFO,
        message=f"{beginning}: {words}",
        hint=HINT,
        span=Span("a.bib", line),
    )


def told(*given: Diagnostic, style: Style = Style.TEXT, quiet: bool = False) -> list[str]:
    lines: list[str] = []
    reporter = Reporter(style, quiet=quiet, emit=lines.append)
    for one in given:
        reporter(one)
    reporter.close()
    return lines


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([("subjects, ORCID iDs", 3)], ["3:1: subjects, ORCID iDs"]),
        (
            [("subjects", 3), ("subjects", 9)],
            ["3:1: subjects (2 records)"],
        ),
        (
            [("subjects, ORCID iDs", 3), ("ORCID iDs", 5), ("subjects, ORCID iDs", 9)],
            ["3:1: subjects (2 records)", "3:1: ORCID iDs (3 records)"],
        ),
        (
            [("subjects, ORCID iDs", 3), ("listed works", 5)],
            ["3:1: subjects, ORCID iDs (1 record)", "5:1: listed works (1 record)"],
        ),
    ],
)
def test_one_line_for_what_the_same_records_have(
    given: list[tuple[str, int]], expected: list[str]
) -> None:
    lines = [line.partition("\n")[0] for line in told(*(loss(*one) for one in given))]
    assert [
        line.replace("info[extra-not-written]: not written to RIS: ", "") for line in lines
    ] == [f"a.bib:{one}" for one in expected]


def test_the_hint_is_printed_once() -> None:
    lines = told(loss("subjects", 3), loss("ORCID iDs", 5))
    assert [HINT in line for line in lines] == [True, False]


def test_they_come_behind_the_other_messages_and_before_the_sum() -> None:
    other = Diagnostic(code="missing-field", severity=Severity.WARNING, message="no year")
    strict = Diagnostic(code="strict-failed", severity=Severity.ERROR, message="--strict met")
    lines = told(loss("subjects", 3), other, strict)
    assert [line.partition("[")[2].partition("]")[0] for line in lines] == [
        "missing-field",
        "extra-not-written",
        "strict-failed",
    ]


def test_programs_get_all_of_them() -> None:
    lines = told(loss("subjects", 3), loss("subjects", 5), style=Style.JSON)
    assert [json.loads(line)["span"]["line"] for line in lines] == [3, 5]


def test_quiet_hides_them() -> None:
    assert told(loss("subjects", 3), quiet=True) == []


def test_a_run_counts_all_of_them(tmp_path: Path, run_litconv: RunLitconv) -> None:
    record = '{"litconv":1,"type":"document","title":"Moss","times_cited":3}\n'
    (tmp_path / "in.json").write_text(record * 4)
    run = run_litconv("convert", "in.json", "--to", "bibtex", "--strict")
    assert run.code == 1
    assert run.err.count("extra-not-written") == 1
    assert "not written to BibTeX: citation count (4 records)\n" in run.err
    assert "--strict met 4 losses" in run.err
