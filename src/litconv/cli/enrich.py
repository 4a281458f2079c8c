"""`litconv enrich`."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import typer

from litconv.cli import convert, enriching, inputs, jobs
from litconv.cli.app import command_app
from litconv.cli.ending import reporting
from litconv.cli.groups import grouped
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.options import Messages, Reading, Writing
from litconv.cli.report import Reporter
from litconv.diagnostics import UsageError
from litconv.registry import Format, input_extensions, writable

app = command_app()

EPILOG = """
Examples:
  litconv enrich refs.bib -o whole.bib --mailto you@example.org
  litconv enrich refs.ris > whole.ris
  litconv enrich pages/ --to csljson --search
  litconv enrich refs.bib --offline
  litconv enrich refs.bib --snapshot crossref/ -o whole.bib
  litconv enrich refs.bib --base-url http://127.0.0.1:8000

Sent are DOIs, with --search titles and first authors, and the address of --mailto; nothing else.
Empty fields are filled, and values that say the same but less; where record and service disagree
the record's value stays. `--to json` shows where and when each value was looked up. Answers are
kept, so that a second run asks nothing.
"""


@app.command(cls=HelpfulCommand, epilog=EPILOG)
@grouped
def enrich(
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    writing: Writing,
    reading: Reading,
    complete: inputs.Complete = False,
    services: enriching.Services,
    messages: Messages,
) -> None:
    """Look up what records lack at Crossref, DataCite and doi.org.

    Writes the records in the format of the input, unless --to or -o names another. A service that
    fails costs completeness, never the run.
    """
    reporter = Reporter(messages.diagnostics, quiet=messages.quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)
        to = writing.to or _same_format(given, reading.source, writing.output)
        writing = dataclasses.replace(writing, to=to)
        job = jobs.checked(given, reading, writing, messages, complete=complete)
        code = convert.run(job, enriching.wanted(services, enrich=True), reporter)
    raise typer.Exit(code)


def _same_format(given: list[str], source: str, output: str) -> str:
    """Give the name of the input's format, or "" where -o names one; raises UsageError."""
    if Path(output).suffix:
        return ""
    if source:
        names = [one.name for one in writable() if one is inputs.format_to_read(source)]
    else:
        endings = {Path(one).suffix.lower() for one in given}
        names = [one.name for one in writable() if endings and endings <= set(_own_endings(one))]
    if len(names) == 1:
        return names[0]
    msg = "--to FORMAT is missing: the input does not tell what to write"
    raise UsageError(msg, hint="Say for example --to bibtex.")


def _own_endings(one: Format) -> tuple[str, ...]:
    return tuple(ending for ending in one.extensions if ending in input_extensions())
