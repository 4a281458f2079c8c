"""`litconv show`."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from litconv import pipeline, registry
from litconv.cli import console, inputs
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.output import data_output
from litconv.cli.panels import input_option, output_option
from litconv.cli.progress import Progress
from litconv.cli.report import Reporter
from litconv.diagnostics import CODES, Diagnostics, Severity
from litconv.files import load, locate
from litconv.model import Record
from litconv.options import Include, ReadOptions
from litconv.show import group, render

app = command_app()

EPILOG = """
Examples:
  litconv show page.txt
  litconv show page.txt --include references
  litconv show page.txt --explain
  pbpaste | litconv show | less
"""

# What the view itself says, under Changed and Missing, needs no message beside it.
_IN_VIEW = frozenset({"missing-field", "title-recased", "journal-recased"})
_HIDDEN = _IN_VIEW | {code for code, one in CODES.items() if one.severity is Severity.INFO}


@app.command(cls=HelpfulCommand, epilog=EPILOG)
def show(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    include: Annotated[
        Include,
        input_option(
            "--include",
            metavar="KIND",
            help="Which works to show: all (the page with its list, the default), main, related "
            "or references.",
        ),
    ] = Include.ALL,
    source: inputs.From = "",
    encoding: inputs.Encoding = "",
    keep_case: inputs.KeepCase = False,
    no_derive: inputs.NoDerive = False,
    explain: Annotated[
        bool,
        output_option(
            "--explain",
            help="Show how each field is known: read, changed, derived, merged or enriched.",
        ),
    ] = False,
    quiet: inputs.Quiet = False,
) -> None:
    """Show the records of a page for reading in a terminal.

    Title, authors with affiliations, source, identifiers, subjects, abstract and list; what was
    changed while reading, and what a reference needs but the page does not state. Plain text when
    piped.
    """
    reporter = Reporter(quiet=quiet, hidden=_HIDDEN)
    with reporting(reporter):
        source_format = inputs.format_to_read(source)
        known_encoding = inputs.checked_encoding(encoding)
        given = inputs.given_or_stdin(paths, ctx)
        diagnostics = Diagnostics(reporter)
        names = locate(given, registry.input_extensions(), diagnostics)
        progress = Progress(names)
        reporter.emit = progress.emit
        try:
            records = pipeline.read(
                progress.inputs(load(names, diagnostics)),
                diagnostics,
                format_=source_format,
                encoding=known_encoding,
                options=ReadOptions(include=include, keep_case=keep_case, derive=not no_derive),
            )
            kept = [_alone(one) if include is Include.MAIN else one for one in records]
        finally:
            progress.close()
        _print(kept, explain=explain)
        reporter.close()
        code = ending_code(len(kept), names, diagnostics)
    raise typer.Exit(code)


def _alone(record: Record) -> Record:
    """Give the record without its list: `--include main` asks for the paper only."""
    return msgspec.structs.replace(record, relations=())


def _print(records: list[Record], *, explain: bool) -> None:
    terminal = console.is_terminal(sys.stdout)
    with data_output(raw=True) as out:
        screen = Console(
            file=out,
            width=console.width(),
            force_terminal=terminal,
            color_system="auto" if console.has_colour(sys.stdout) else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
        for number, page in enumerate(group(records)):
            if number:
                screen.print()
            for line in screen.render_lines(render(page, screen, explain=explain), pad=False):
                text = Text.assemble(*((part.text, part.style or "") for part in line))
                text.rstrip()
                screen.print(text, soft_wrap=True)
