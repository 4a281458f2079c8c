# ruff: noqa: INP001 - a script, not a package
"""Writes the pages that come out of the program itself: `python docs/generate.py`.

`cli.md` is the help of every command, `diagnostics.md` the list of diagnostics. A test compares
the pages with what this script would write.
"""

from __future__ import annotations

import os
from pathlib import Path

import typer

from litconv.cli.app import COMMANDS, app, load_command
from litconv.diagnostics import CODES, ExitCode, Severity

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


PAGES = {"cli.md": cli_page, "diagnostics.md": diagnostics_page}


def main() -> None:
    """Write all pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
