"""`litconv merge`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import msgspec
import typer

from litconv import merging, pipeline, registry
from litconv.cli import inputs, options, targets
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.merge_report import ReportKind, render
from litconv.cli.output import data_output
from litconv.cli.progress import Progress
from litconv.cli.report import Reporter, Style, write_stderr
from litconv.diagnostics import Diagnostics, ExitCode, UsageError
from litconv.files import load, locate
from litconv.model import Record
from litconv.options import (
    Include,
    Journals,
    Keep,
    MergeOptions,
    ReadOptions,
    TitleCase,
    WriteOptions,
)
from litconv.refine.fields import FieldChoice
from litconv.registry import Format
from litconv.works.report import MergeReport

app = command_app()

EPILOG = """
Examples:
  litconv merge a.bib b.ris pages/ --to bibtex -o all.bib
  litconv merge scopus.ris pubmed.nbib wos.txt --to ris --report html --report-file merge.html
  litconv merge library.xml --dry-run
  litconv merge library.xml --dry-run --report json > groups.json
  litconv merge pages/ --library mine.bib --to csljson
  litconv merge a.bib b.bib --keep best --threshold 1 --to bibtex

Records are of one work when they share a DOI, PMID or the like, or when title, people and place
agree; different DOIs, pages, parts and errata are different works. Every value that came from
another record says so in `--to json`. With --dry-run the report goes to stdout and nothing is
written; otherwise it goes to stderr or into --report-file.
"""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One run of `merge`, checked: everything that the command line said."""

    paths: list[str]
    source_format: Format | None
    encoding: str | None
    target: Format | None
    output: str
    library: list[str] | None
    strict: bool
    report: ReportKind
    report_file: str
    merging: MergeOptions
    reading: ReadOptions
    writing: WriteOptions


@app.command(cls=HelpfulCommand, epilog=EPILOG)
def merge(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    to: options.To = "",
    output: options.Output = "",
    source: inputs.From = "",
    include: inputs.Kind = Include.MAIN,
    encoding: inputs.Encoding = "",
    library: inputs.LibraryFiles = None,
    keep_case: inputs.KeepCase = False,
    title_case: options.TitleCaseOption = TitleCase.KEEP,
    clean: options.Clean = False,
    journals: options.JournalsOption = Journals.KEEP,
    key_pattern: options.KeyPattern = "",
    ascii_only: options.AsciiOnly = False,
    keep: Annotated[
        Keep,
        typer.Option(
            "--keep",
            metavar="WHICH",
            rich_help_panel="Merging",
            help="Whose values win where records disagree: first (the default) or best (the most "
            "complete record).",
        ),
    ] = Keep.FIRST,
    threshold: Annotated[
        float | None,
        typer.Option(
            "--threshold",
            metavar="SHARE",
            rich_help_panel="Merging",
            help="How alike titles must be where no identifier is shared, 0.8 to 1; 0.9 if left "
            "out, 1 for equal titles only.",
        ),
    ] = None,
    report: Annotated[
        ReportKind | None,
        typer.Option(
            "--report",
            metavar="KIND",
            rich_help_panel="Merging",
            help="Report every merged work, its records and their conflicts: text, json or html.",
        ),
    ] = None,
    report_file: Annotated[
        str,
        typer.Option(
            "--report-file",
            metavar="FILE",
            rich_help_panel="Merging",
            help="Write the report to FILE; its ending (.json, .html) may say its kind.",
        ),
    ] = "",
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            rich_help_panel="Merging",
            help="Only report what would be merged, to stdout or --report-file.",
        ),
    ] = False,
    extras: options.Extras = False,
    drop: options.Drop = None,
    only: options.Only = None,
    strict: options.Strict = False,
    diagnostics: options.Diagnostics = Style.TEXT,
    quiet: inputs.Quiet = False,
) -> None:
    """Merge bibliographies: one record for each work, complete from all of them.

    Reads all inputs, in any formats, finds the records of the same work, and writes each work once,
    in the order of first occurrence. Lists on pages complete the records they name.
    """
    reporter = Reporter(diagnostics, quiet=quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)
        target, style = (None, "") if dry_run else targets.output_format(to, output)
        if dry_run and output:
            msg = "--dry-run writes nothing, so -o has no use"
            raise UsageError(msg, hint="Leave one of them out, or say --report-file.")
        job = Job(
            paths=given,
            source_format=inputs.format_to_read(source),
            encoding=inputs.checked_encoding(encoding),
            target=target,
            output=output,
            library=library,
            strict=strict,
            report=_kind(report, report_file, dry_run=dry_run),
            report_file=report_file,
            merging=MergeOptions(keep=keep, threshold=_share(threshold)),
            reading=ReadOptions(
                include=include,
                keep_case=keep_case,
                title_case=title_case,
                clean=clean,
                journals=journals,
                key_pattern=key_pattern,
                ascii_only=ascii_only,
                drop=tuple(drop or ()),
                only=tuple(only or ()),
            ),
            writing=WriteOptions(
                extras=extras,
                ascii_only=ascii_only,
                style=style,
                drop=tuple(drop or ()),
                only=tuple(only or ()),
            ),
        )
        FieldChoice(drop=job.writing.drop, only=job.writing.only)  # a wrong name ends the run here
        code = run(job, reporter)
    raise typer.Exit(code)


_LEAST = 0.8
"""Below this, titles that are near hold different words than misprints."""


def _share(threshold: float | None) -> float | None:
    if threshold is not None and not _LEAST <= threshold <= 1:
        msg = f"--threshold {threshold} is no share from {_LEAST} to 1"
        raise UsageError(msg, hint="Say for example --threshold 0.95.")
    return threshold


def _kind(asked: ReportKind | None, file: str, *, dry_run: bool) -> ReportKind:
    """Give the kind of report: what --report says, else the ending of --report-file."""
    if asked is not None:
        return asked
    ending = file.rpartition(".")[2].lower()
    named = {"json": ReportKind.JSON, "html": ReportKind.HTML, "htm": ReportKind.HTML}
    return named.get(ending, ReportKind.TEXT if file or dry_run else ReportKind.NONE)


def run(job: Job, reporter: Reporter) -> ExitCode:
    """Do the merge and give its exit code; raises LitconvError when it cannot go on."""
    diagnostics = Diagnostics(reporter)
    names = locate(job.paths, registry.input_extensions(), diagnostics)
    read = [*names, *(job.library or ())]
    targets.refuse_overwriting(read, job.output, job.report_file, "--report-file")
    progress = Progress(names)
    reporter.emit = progress.emit
    report = MergeReport()
    gc.disable()  # records hold no cycles, and looking for some among 100,000 takes ten seconds
    try:
        records = merging.merge(
            progress.inputs(load(names, diagnostics)),
            diagnostics,
            format_=job.source_format,
            encoding=job.encoding,
            options=job.reading,
            merging=job.merging,
            library=inputs.library_from(job.library, diagnostics),
            report=report,
        )
        count = _write(records, job, diagnostics, progress)
        _write_report(report, job)
        if count:
            reporter.summary(f"{report.records} records, {report.works} works")
        return ending_code(count, names, diagnostics, strict=job.strict)
    finally:
        gc.enable()
        progress.close()
        reporter.close()


def _write(
    records: Iterator[Record], job: Job, diagnostics: Diagnostics, progress: Progress
) -> int:
    """Write the records, or only count them; without a record no output is touched."""
    first = next(records, None)
    if first is None:
        return 0
    counted = progress.counted(chain([first], records))
    if job.target is None:
        for _ in counted:
            pass
        return progress.records
    with data_output(job.output, before_first=progress.close_on_terminal) as out:
        pipeline.write(counted, out, job.target, diagnostics, job.writing)
    return progress.records


def _write_report(report: MergeReport, job: Job) -> None:
    if job.report is ReportKind.NONE:
        return
    text = render(report, job.report)
    if job.report_file or job.target is None:
        with data_output(job.report_file) as out:
            out.write(text)
    elif sys.stderr is not None:
        write_stderr(text.rstrip("\n"))
