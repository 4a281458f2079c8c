"""`litconv convert`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec
import typer

from litconv import pipeline, registry
from litconv.cli import enriching, inputs, options, targets
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.output import data_output, rejects_output
from litconv.cli.progress import Progress
from litconv.cli.report import Reporter, Style
from litconv.csl.library.localetags import checked_locale
from litconv.diagnostics import Diagnostics, ExitCode, UsageError
from litconv.files import load, locate
from litconv.model import Record
from litconv.options import (
    EnrichOptions,
    Include,
    Journals,
    Markup,
    Order,
    ReadOptions,
    TitleCase,
    WriteOptions,
)
from litconv.refine.fields import FieldChoice
from litconv.registry import Format

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


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One run of `convert`, checked: everything that the command line said."""

    paths: list[str]
    source_format: Format | None
    encoding: str | None
    target: Format
    output: str
    rejects: str
    strict: bool
    library: list[str] | None
    reading: ReadOptions
    enriching: EnrichOptions | None = None
    writing: WriteOptions


@app.command(cls=HelpfulCommand, epilog=EPILOG)
def convert(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    to: options.To = "",
    output: options.Output = "",
    source: inputs.From = "",
    include: inputs.Kind = Include.MAIN,
    encoding: inputs.Encoding = "",
    complete: inputs.Complete = False,
    library: inputs.LibraryFiles = None,
    keep_case: inputs.KeepCase = False,
    title_case: options.TitleCaseOption = TitleCase.KEEP,
    no_derive: inputs.NoDerive = False,
    clean: options.Clean = False,
    journals: options.JournalsOption = Journals.KEEP,
    key_pattern: options.KeyPattern = "",
    ascii_only: options.AsciiOnly = False,
    extras: options.Extras = False,
    provenance: options.ProvenanceOption = False,
    markup: options.MarkupOption = None,
    order: options.OrderOption = Order.STYLE,
    locale: inputs.Locale = "",
    drop: options.Drop = None,
    only: options.Only = None,
    enrich: enriching.Enrich = False,
    mailto: enriching.MailTo = "",
    offline: enriching.Offline = False,
    base_url: enriching.BaseUrl = "",
    snapshot: enriching.SnapshotPath = "",
    search: enriching.Search = False,
    cache: enriching.CacheFolder = "",
    strict: options.Strict = False,
    rejects: options.Rejects = "",
    diagnostics: options.Diagnostics = Style.TEXT,
    quiet: inputs.Quiet = False,
) -> None:
    """Convert record pages and bibliographies to another format.

    Reads all inputs, writes one output. What was changed, guessed or could not be kept is said on
    stderr with its place; nothing is made up.
    """
    reporter = Reporter(diagnostics, quiet=quiet)
    with reporting(reporter):
        if keep_case and title_case is TitleCase.SENTENCE:
            msg = "--keep-case and --title-case sentence contradict each other"
            raise UsageError(msg, hint="Leave one of them out.")
        locale = checked_locale(locale) if locale else ""
        given = inputs.given_or_stdin(paths, ctx)
        target, style = targets.output_format(to, output)
        if provenance and (target.preset or target.takes_style):
            msg = "--provenance: references have no place for it"
            raise UsageError(msg, hint="Say --to bibtex, ris or json; `litconv show --explain`.")
        marked_up = targets.markup_of(markup, target, output)
        job = Job(
            paths=given,
            source_format=inputs.format_to_read(source),
            encoding=inputs.checked_encoding(encoding),
            target=target,
            output=output,
            rejects=rejects,
            strict=strict,
            library=library,
            reading=ReadOptions(
                include=include,
                keep_case=keep_case,
                title_case=title_case,
                clean=clean,
                derive=not no_derive,
                journals=journals,
                key_pattern=key_pattern,
                ascii_only=ascii_only,
                drop=tuple(drop or ()),
                only=tuple(only or ()),
                complete=complete,
            ),
            enriching=enriching.wanted(
                EnrichOptions(
                    mailto=mailto,
                    offline=offline,
                    base_url=base_url,
                    snapshot=snapshot,
                    search=search,
                    cache=cache,
                ),
                enrich=enrich,
            ),
            writing=WriteOptions(
                extras=extras,
                provenance=provenance,
                ascii_only=ascii_only,
                markup=marked_up,
                standalone=targets.is_file_of(Markup.HTML, output),
                order=order,
                style=style,
                locale=locale,
                drop=tuple(drop or ()),
                only=tuple(only or ()),
            ),
        )
        FieldChoice(drop=job.writing.drop, only=job.writing.only)  # a wrong name ends the run here
        code = run(job, reporter)
    raise typer.Exit(code)


def run(job: Job, reporter: Reporter) -> ExitCode:
    """Do the conversion and give its exit code; raises LitconvError when it cannot go on."""
    with rejects_output(job.rejects) as reject:
        diagnostics = Diagnostics(reporter, reject=reject)
        with enriching.enricher(job.enriching, diagnostics, reporter) as enrich:
            return _run(job, diagnostics, reporter, enrich)


def _run(
    job: Job,
    diagnostics: Diagnostics,
    reporter: Reporter,
    enrich: Callable[[Iterable[Record]], Iterator[Record]] | None,
) -> ExitCode:
    names = locate(job.paths, registry.input_extensions(), diagnostics)
    targets.refuse_overwriting(names, job.output, job.rejects)
    progress = Progress(names)
    reporter.emit = progress.emit
    try:
        records = pipeline.read(
            progress.inputs(load(names, diagnostics)),
            diagnostics,
            format_=job.source_format,
            encoding=job.encoding,
            options=msgspec.structs.replace(job.reading, plain_keys=job.target.plain_keys),
            library=inputs.library_from(job.library, diagnostics),
            enrich=enrich,
        )
        count = _write(progress.counted(records), job, diagnostics, progress)
        if count and job.output:
            reporter.summary(f"{count} record{'s' * (count != 1)} written to {job.output}")
        return ending_code(count, names, diagnostics, strict=job.strict)
    finally:
        progress.close()
        reporter.close()


def _write(
    records: Iterator[Record], job: Job, diagnostics: Diagnostics, progress: Progress
) -> int:
    """Write the records and give their number; without a record no output is touched."""
    first = next(records, None)
    if first is None:
        return 0
    markup = job.writing.markup
    with data_output(
        job.output,
        raw=markup is Markup.TERMINAL,
        binary=markup.is_binary,
        before_first=progress.close_on_terminal,
    ) as out:
        writing = msgspec.structs.replace(job.writing, keyed=job.target.plain_keys)
        pipeline.write(chain([first], records), out, job.target, diagnostics, writing)
    return progress.records
