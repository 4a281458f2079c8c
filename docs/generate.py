# ruff: noqa: INP001 - a script, not a package
"""Writes the pages that come out of the program itself: `python docs/generate.py`.

`cli.md` is the help of every command, `diagnostics.md` the list of diagnostics, `formats.md` and
`matrix.csv` say what becomes of which fact from which format in which other one, as the tests
find out (`tests/matrix.py`). A test compares the pages with what this script would write.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from litconv import registry
from litconv.cli.app import COMMANDS, app, load_command
from litconv.diagnostics import CODES, ExitCode, Severity

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from matrix import (
    READERS,
    WRITERS,
    Outcome,
    kinds,
    kinds_of_reader,
    outcomes,
)

FOLDER = Path(__file__).resolve().parent
_NOTE = "<!-- Written by docs/generate.py; change the program, not this page. -->"
_INTRODUCTION = """\
A message names its place, how bad it is, and a code: `page.txt:7:12: warning[title-recased]: …`.
`litconv explain CODE` prints what stands here."""
_SEVERITIES = {
    Severity.ERROR: "Errors: a record was lost, or the run could not go on",
    Severity.WARNING: "Warnings: a value was guessed, changed or dropped",
    Severity.INFO: "Notes: a choice was made",
}
_ENDINGS = {
    ExitCode.OK: "everything was converted",
    ExitCode.LOST: "a record was lost, there was nothing to write, or `--strict` met a warning",
    ExitCode.USAGE: "the command line was wrong; nothing was done",
    ExitCode.INPUT: "an input could not be read or has no known format; the others were converted",
    ExitCode.OUTPUT: "the output could not be written",
    ExitCode.INTERNAL: "litconv made a mistake of its own",
}


def cli_page() -> str:
    """Give the page with the help of every command."""
    parts = [_NOTE, "# The command line"]
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    parts += [_help_block(name) for name in ("", *COMMANDS)]
    os.environ.pop("COLUMNS")
    if before is not None:
        os.environ["COLUMNS"] = before
    return "\n\n".join(parts) + "\n"


def _help_block(name: str) -> str:
    command = load_command(name) if name else typer.main.get_command(app)
    title = f"litconv {name}".strip()
    context = command.make_context(title, [], resilient_parsing=True)
    return f"## {title}\n\n```text\n{command.get_help(context).rstrip()}\n```"


def diagnostics_page() -> str:
    """Give the page with all diagnostics and exit codes."""
    parts = [
        _NOTE,
        "# Diagnostics",
        _INTRODUCTION,
    ]
    for severity, title in _SEVERITIES.items():
        parts.append(f"## {title}")
        parts += [
            f"### {name}\n\n{code.meaning}\n\n*What to do:* {code.remedy}"
            for name, code in CODES.items()
            if code.severity is severity
        ]
    rows = "\n".join(f"| {int(code)} | {text} |" for code, text in _ENDINGS.items())
    parts.append(f"## Exit codes\n\n| code | meaning |\n|---|---|\n{rows}")
    parts.append(
        "Ctrl-C ends the program by SIGINT (a shell shows 130), a closed pipe by SIGPIPE (141)."
    )
    return "\n\n".join(parts) + "\n"


_SIGNS = {Outcome.ARRIVES: "●", Outcome.NEARLY: "◐", Outcome.BY_TYPE: "◌", Outcome.LOST: "·"}
_FORMATS = """\
Each format is one module of `litconv.formats`; its docstring names the specification, the programs
that the odd rows come from, and the known gaps."""
_WRITTEN = """\
● arrives: reading the output again gives the same value · ◐ nearly: it is there in another form ·
◌ for some types of work only · · has no place: the run says `field-not-written` or
`extra-not-written`, and `--extras` writes it as a note where the format has notes.

Facts are named as in the model; `issued.day` is the day of the date, `issn.more` a second ISSN."""
_READ = """\
● a case in `tests/cases` shows that the format can give this fact. What else stands in a file is
kept as an extra field (`extra`)."""
_PAIRS = """\
[matrix.csv](matrix.csv) has a line for each pair of formats: which facts arrive, which nearly,
which for some types of work, which are lost."""


def formats_page() -> str:
    """Give the page with all formats and what becomes of which fact."""
    known = dict.fromkeys(one.name for one in registry.formats().values())
    rows = [
        f"| [`{name}`]({one.spec_url}) | {one.title} | {'yes' if one.reader else '–'} "
        f"| {'yes' if one.writer else '–'} "
        f"| {' '.join((*one.extensions, *one.shared_extensions)) or '–'} |"
        for name in known
        if (one := registry.formats()[name]) and one.spec_url
    ]
    head = "| name | format | read | write | endings |\n| --- | --- | --- | --- | --- |"
    written = {name: {k: _SIGNS[one] for k, one in outcomes(name).items()} for name in WRITERS}
    read = {name: dict.fromkeys(kinds_of_reader(name), "●") for name in READERS}
    parts = [_NOTE, "# Formats", _FORMATS, "\n".join([head, *rows])]
    parts += ["## What is written", _WRITTEN, _table(written)]
    parts += ["## What is read", _READ, _table(read), "## From one to another", _PAIRS]
    return "\n\n".join(parts) + "\n"


def _table(columns: dict[str, dict[str, str]]) -> str:
    head = f"| fact | {' | '.join(columns)} |\n| --- |{' --- |' * len(columns)}"
    rows = (
        f"| {kind} | {' | '.join(signs.get(kind, ' ') for signs in columns.values())} |"
        for kind in kinds()
    )
    return "\n".join([head, *rows])


def matrix_table() -> str:
    """Give a line of CSV for each pair of formats."""
    lines = ["from,to,arrives,nearly,by type,lost"]
    for reader in READERS:
        for writer in WRITERS:
            found = outcomes(writer)
            cells = (
                " ".join(kind for kind in kinds_of_reader(reader) if found[kind] is one)
                for one in Outcome
            )
            lines.append(",".join([reader, writer, *cells]))
    return "\n".join(lines) + "\n"


PAGES = {
    "cli.md": cli_page,
    "diagnostics.md": diagnostics_page,
    "formats.md": formats_page,
    "matrix.csv": matrix_table,
}


def main() -> None:
    """Write all pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
