"""`litconv enrich`."""

from __future__ import annotations

from pathlib import Path

import typer

from litconv.cli import convert, enriching, inputs, options, targets
from litconv.cli.app import command_app
from litconv.cli.ending import reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.report import Reporter, Style
from litconv.diagnostics import UsageError
from litconv.options import EnrichOptions, Include, Markup, ReadOptions, WriteOptions
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
def enrich(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    to: options.To = "",
    output: options.Output = "",
    source: inputs.From = "",
    include: inputs.Kind = Include.MAIN,
    encoding: inputs.Encoding = "",
    mailto: enriching.MailTo = "",
    offline: enriching.Offline = False,
    base_url: enriching.BaseUrl = "",
    snapshot: enriching.SnapshotPath = "",
    search: enriching.Search = False,
    cache: enriching.CacheFolder = "",
    complete: inputs.Complete = False,
    library: inputs.LibraryFiles = None,
    keep_case: inputs.KeepCase = False,
    extras: options.Extras = False,
    strict: options.Strict = False,
    rejects: options.Rejects = "",
    diagnostics: options.Diagnostics = Style.TEXT,
    quiet: inputs.Quiet = False,
) -> None:
    """Look up what records lack at Crossref, DataCite and doi.org.

    Writes the records in the format of the input, unless --to or -o names another. A service that
    fails costs completeness, never the run.
    """
    reporter = Reporter(diagnostics, quiet=quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)
        target, style = targets.output_format(to or _same_format(given, source, output), output)
        job = convert.Job(
            paths=given,
            source_format=inputs.format_to_read(source),
            encoding=inputs.checked_encoding(encoding),
            target=target,
            output=output,
            rejects=rejects,
            strict=strict,
            library=library,
            reading=ReadOptions(include=include, keep_case=keep_case, complete=complete),
            enriching=enriching.wanted(
                EnrichOptions(
                    mailto=mailto,
                    offline=offline,
                    base_url=base_url,
                    snapshot=snapshot,
                    search=search,
                    cache=cache,
                ),
                enrich=True,
            ),
            writing=WriteOptions(
                extras=extras,
                style=style,
                markup=targets.markup_of(None, target, output),
                standalone=targets.is_file_of(Markup.HTML, output),
            ),
        )
        code = convert.run(job, reporter)
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
