"""`litconv merge`."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from litconv import merging
from litconv.cli import inputs, jobs
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.groups import grouped
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.merge_report import ReportKind, render
from litconv.cli.options import Messages, Reading, Writing
from litconv.cli.output import data_output
from litconv.cli.panels import merging_option
from litconv.cli.report import Reporter, write_stderr
from litconv.diagnostics import ExitCode, UsageError
from litconv.options import Keep, MergeOptions
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


@app.command(cls=HelpfulCommand, epilog=EPILOG)
@grouped
def merge(  # noqa: PLR0913 - the groups of options, and those that only this command has
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    writing: Writing,
    reading: Reading,
    keep: Annotated[
        Keep,
        merging_option(
            "--keep",
            metavar="WHICH",
            help="Whose values win where records disagree: first (the default) or best (the most "
            "complete record).",
        ),
    ] = Keep.FIRST,
    threshold: Annotated[
        float | None,
        merging_option(
            "--threshold",
            metavar="SHARE",
            help="How alike titles must be where no identifier is shared, 0.8 to 1; 0.9 if left "
            "out, 1 for equal titles only.",
        ),
    ] = None,
    report: Annotated[
        ReportKind | None,
        merging_option(
            "--report",
            metavar="KIND",
            help="Report every merged work, its records and their conflicts: text, json or html.",
        ),
    ] = None,
    report_file: Annotated[
        str,
        merging_option(
            "--report-file",
            metavar="FILE",
            help="Write the report to FILE; its ending (.json, .html) may say its kind.",
        ),
    ] = "",
    dry_run: Annotated[
        bool,
        merging_option(
            "--dry-run",
            help="Only report what would be merged, to stdout or --report-file.",
        ),
    ] = False,
    messages: Messages,
) -> None:
    """Merge bibliographies: one record for each work, complete from all of them.

    Reads all inputs, in any formats, finds the records of the same work, and writes each work once,
    in the order of first occurrence. Lists on pages complete the records they name.
    """
    reporter = Reporter(messages.diagnostics, quiet=messages.quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)
        if dry_run and writing.output:
            msg = "--dry-run writes nothing, so -o has no use"
            raise UsageError(msg, hint="Leave one of them out, or say --report-file.")
        job = jobs.checked(
            given, reading, writing, messages, dry_run=dry_run, report_file=report_file
        )
        options = MergeOptions(keep=keep, threshold=_share(threshold))
        code = run(job, options, _kind(report, report_file, dry_run=dry_run), reporter)
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


def run(job: jobs.Job, options: MergeOptions, kind: ReportKind, reporter: Reporter) -> ExitCode:
    """Do the merge and give its exit code; raises LitconvError when it cannot go on."""
    report = MergeReport()
    gc.disable()  # records hold no cycles, and looking for some among 100,000 takes ten seconds
    try:
        with jobs.begun(job, reporter) as begun:
            records = merging.merge(
                begun.inputs,
                begun.diagnostics,
                format_=job.source_format,
                encoding=job.encoding,
                options=job.reading,
                merging=options,
                library=inputs.library_from(job.library, begun.diagnostics),
                report=report,
            )
            count = jobs.write(records, job, begun)
            _write_report(report, kind, job)
            if count:
                reporter.summary(f"{report.records} records, {report.works} works")
            return ending_code(count, begun.names, begun.diagnostics, strict=job.strict)
    finally:
        gc.enable()


def _write_report(report: MergeReport, kind: ReportKind, job: jobs.Job) -> None:
    if kind is ReportKind.NONE:
        return
    text = render(report, kind)
    if job.report_file or job.target is None:
        with data_output(job.report_file) as out:
            out.write(text)
    elif sys.stderr is not None:
        write_stderr(text.rstrip("\n"))
