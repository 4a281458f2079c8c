"""`litconv convert`."""

from __future__ import annotations

import typer

from litconv import pipeline
from litconv.cli import enriching, inputs, jobs
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.groups import grouped
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.options import Messages, Reading, Writing
from litconv.cli.report import Reporter
from litconv.diagnostics import ExitCode
from litconv.options import EnrichOptions

app = command_app()

EPILOG = """
Examples:
  litconv convert page.txt --to bibtex
  litconv convert page.txt -o refs.bib
  litconv convert page.txt --to apa -o refs.docx
  pbpaste | litconv convert --to apa
  litconv convert pages/ --include all --to ris --rejects bad.txt > all.ris
  litconv convert pages/ --complete --library mine.bib --to bibtex -o refs.bib
  litconv convert pages/ --enrich --mailto you@example.org --to bibtex -o refs.bib
  litconv convert page.txt --to json | litconv convert --from json --to csljson
  litconv convert page.txt --to bibtex --diagnostics json 2> messages.jsonl

With no FILE, a pipe is read; `-` reads it among files. A FOLDER stands for the files in it that
have a known ending. `litconv formats` lists the formats, `litconv explain CODE` explains messages.
"""


@app.command(cls=HelpfulCommand, epilog=EPILOG)
@grouped
def convert(  # noqa: PLR0913 - the groups of options
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    writing: Writing,
    reading: Reading,
    complete: inputs.Complete = False,
    enrich: enriching.Enrich = False,
    services: enriching.Services,
    messages: Messages,
) -> None:
    """Convert record pages and bibliographies to another format.

    Reads all inputs, writes one output. What was changed, guessed or could not be kept is said on
    stderr with its place; nothing is made up.
    """
    reporter = Reporter(messages.diagnostics, quiet=messages.quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)
        job = jobs.checked(given, reading, writing, messages, complete=complete)
        code = run(job, enriching.wanted(services, enrich=enrich), reporter)
    raise typer.Exit(code)


def run(job: jobs.Job, services: EnrichOptions | None, reporter: Reporter) -> ExitCode:
    """Do the conversion and give its exit code; raises LitconvError when it cannot go on."""
    with (
        jobs.begun(job, reporter) as begun,
        enriching.enricher(services, begun.diagnostics, reporter) as enrich,
    ):
        records = pipeline.read(
            begun.inputs,
            begun.diagnostics,
            format_=job.source_format,
            encoding=job.encoding,
            options=job.reading,
            library=inputs.library_from(job.library, begun.diagnostics),
            enrich=enrich,
        )
        count = jobs.write(records, job, begun)
        if count and job.output:
            reporter.summary(f"{count} record{'s' * (count != 1)} written to {job.output}")
        return ending_code(count, begun.names, begun.diagnostics, strict=job.strict)
