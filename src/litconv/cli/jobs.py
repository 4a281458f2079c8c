"""What `convert`, `merge` and `enrich` have in common: the checked command line, and its run."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import msgspec

from litconv import pipeline, registry
from litconv.cli import inputs, targets
from litconv.cli.options import Messages, Reading, Writing
from litconv.cli.output import CleanOut, data_output, rejects_output
from litconv.cli.progress import Progress
from litconv.cli.report import Reporter
from litconv.csl.library.localetags import checked_locale
from litconv.diagnostics import Diagnostics, UsageError
from litconv.files import Input, load, locate
from litconv.model import Record
from litconv.options import Markup, ReadOptions, TitleCase, WriteOptions
from litconv.refine.fields import FieldChoice
from litconv.registry import Format


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One run, checked: everything that the command line said. Without a target, none is written.

    `report_file` is a second output that some commands have.
    """

    paths: list[str]
    source_format: Format | None
    encoding: str | None
    library: list[str] | None
    target: Format | None
    output: str
    rejects: str
    report_file: str
    strict: bool
    reading: ReadOptions
    writing: WriteOptions


def checked(
    paths: list[str],
    reading: Reading,
    writing: Writing,
    messages: Messages,
    *,
    complete: bool = False,
    dry_run: bool = False,
    report_file: str = "",
) -> Job:
    """Check the options and give the job; raises UsageError for what cannot be or contradicts."""
    if reading.keep_case and reading.title_case is TitleCase.SENTENCE:
        msg = "--keep-case and --title-case sentence contradict each other"
        raise UsageError(msg, hint="Leave one of them out.")
    target, style = (None, "") if dry_run else targets.output_format(writing.to, writing.output)
    drop, only = tuple(writing.drop or ()), tuple(writing.only or ())
    FieldChoice(drop=drop, only=only)  # a wrong name ends the run here
    return Job(
        paths=paths,
        source_format=inputs.format_to_read(reading.source),
        encoding=inputs.checked_encoding(reading.encoding),
        library=reading.library,
        target=target,
        output=writing.output,
        rejects=messages.rejects,
        report_file=report_file,
        strict=messages.strict,
        reading=ReadOptions(
            include=reading.include,
            keep_case=reading.keep_case,
            title_case=reading.title_case,
            clean=reading.clean,
            derive=not reading.no_derive,
            journals=reading.journals,
            key_pattern=writing.key_pattern,
            ascii_only=writing.ascii_only,
            complete=complete,
            drop=drop,
            only=only,
            plain_keys=target is not None and target.plain_keys,
        ),
        writing=_write_options(writing, target, style),
    )


def _write_options(writing: Writing, target: Format | None, style: str) -> WriteOptions:
    if target and writing.provenance and (target.preset or target.takes_style):
        msg = "--provenance: references have no place for it"
        raise UsageError(msg, hint="Say --to bibtex, ris or json; `litconv show --explain`.")
    return WriteOptions(
        extras=writing.extras,
        provenance=writing.provenance,
        ascii_only=writing.ascii_only,
        markup=targets.markup_of(writing.markup, target, writing.output) if target else Markup.TEXT,
        standalone=targets.is_file_of(Markup.HTML, writing.output),
        order=writing.order,
        style=style,
        locale=checked_locale(writing.locale) if writing.locale else "",
        drop=tuple(writing.drop or ()),
        only=tuple(writing.only or ()),
        keyed=target is not None and target.plain_keys,
    )


class Run(NamedTuple):
    """A job that was begun: what it reads, and what takes what it has to say."""

    names: list[str]
    inputs: Iterator[Input]
    diagnostics: Diagnostics
    progress: Progress
    reporter: Reporter


@contextlib.contextmanager
def begun(job: Job, reporter: Reporter) -> Iterator[Run]:
    """Find the inputs and start the progress bar; raises UsageError before any is overwritten."""
    with rejects_output(job.rejects) as reject:
        diagnostics = Diagnostics(reporter, reject=reject)
        names = locate(job.paths, registry.input_extensions(), diagnostics)
        targets.refuse_overwriting(
            [*names, *(job.library or ())],
            {"-o": job.output, "--rejects": job.rejects, "--report-file": job.report_file},
        )
        progress = Progress(names)
        reporter.emit = progress.emit
        try:
            opened = progress.inputs(load(names, diagnostics))
            yield Run(names, opened, diagnostics, progress, reporter)
        finally:
            progress.close()
            reporter.close()


def write(records: Iterator[Record], job: Job, run: Run) -> int:
    """Write the records and give their number; without a record no output is touched."""
    first = next(records, None)
    if first is None:
        return 0
    counted = run.progress.counted(chain([first], records))
    if job.target is None:
        for _ in counted:
            pass
        return run.progress.records
    markup = job.writing.markup
    with data_output(
        job.output,
        raw=markup is Markup.TERMINAL,
        binary=markup.is_binary,
        before_first=run.progress.close_on_terminal,
    ) as out:
        if isinstance(out, CleanOut):
            run.progress.watch(lambda: out.writes)
        pipeline.write(counted, out, job.target, run.diagnostics, job.writing)
        run.reporter.tell_losses()  # before the end of a short output, which is flushed behind it
    return run.progress.records
