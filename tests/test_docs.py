"""The pages in `docs/` are what `docs/generate.py` writes, and say what the program says."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from conftest import RunLitconv
from litconv.cli.app import COMMANDS, load_command
from litconv.diagnostics import CODES, ExitCode

DOCS = Path(__file__).resolve().parent.parent / "docs"


def pages() -> dict[str, Callable[[], str]]:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("dict[str, Callable[[], str]]", module.PAGES)


@pytest.mark.parametrize("name", ["cli.md", "diagnostics.md", "formats.md", "matrix.csv"])
def test_page_is_up_to_date(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert text == pages()[name](), "run: python docs/generate.py"


def test_every_code_and_exit_code_has_a_line() -> None:
    text = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"### {code}\n" not in text] == []
    assert [code for code in ExitCode if f"\n| {int(code)} | " not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_summary_of_a_command_is_the_first_line_of_its_help(name: str) -> None:
    help_text = load_command(name).help or ""
    assert help_text.startswith(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_and_explains_every_option(name: str, run_litconv: RunLitconv) -> None:
    run = run_litconv(name, "-h")
    assert run.code == 0
    assert f"\nExamples:\n  litconv {name}" in run.out
    undocumented = [one.name for one in load_command(name).params if not getattr(one, "help", None)]
    assert undocumented == []


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_help_fits_the_terminal(columns: str, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", "--help", env={"COLUMNS": columns})
    lines = [line for line in run.out.splitlines() if not line.startswith("  ")]
    assert max(len(line) for line in lines) <= max(int(columns), 62)
    wrapped = [line for line in run.out.splitlines() if line.startswith("      ")]
    assert max(len(line) for line in wrapped) <= int(columns)
