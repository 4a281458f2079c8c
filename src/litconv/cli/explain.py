"""`litconv explain`."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from litconv.cli import console, helptext
from litconv.cli.app import command_app
from litconv.cli.output import data_output
from litconv.diagnostics import CODES, UsageError

app = command_app()

EPILOG = """
Examples:
  litconv explain title-recased
  litconv explain
"""


def complete_code(incomplete: str) -> list[str]:
    """Give the codes that a shell may complete."""
    return [code for code in CODES if code.startswith(incomplete)]


@app.command(cls=helptext.HelpfulCommand, epilog=EPILOG)
def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            help="The word in brackets.",
            show_default=False,
            autocompletion=complete_code,
        ),
    ] = "",
) -> None:
    """Explain a diagnostic: what it means and what to do.

    CODE is the word in brackets of a message such as `page.txt:7:12: warning[title-recased]: …`.
    Without CODE, all are listed.
    """
    width = console.width()
    text = _explanation(_known(code), width) if code else _overview(width)
    with data_output() as out:
        out.write(text)


def _known(code: str) -> str:
    name = code.strip().strip("[]:").lower().rpartition("[")[2]
    if name not in CODES:
        near = difflib.get_close_matches(name, CODES, n=2)
        msg = f"there is no diagnostic {code!r}"
        msg += f"; did you mean {' or '.join(near)}?" if near else ""
        raise UsageError(msg, hint="`litconv explain` lists them all.")
    return name


def _explanation(name: str, width: int) -> str:
    severity, meaning, remedy = CODES[name]
    todo = helptext.indented(remedy, width, 4)
    return f"{name} ({severity})\n\n{helptext.wrapped(meaning, width)}\n\nWhat to do:\n{todo}\n"


def _overview(width: int) -> str:
    rows = [(name, f"{one.severity}: {one.meaning}") for name, one in CODES.items()]
    return helptext.table(rows, width) + "\n"
