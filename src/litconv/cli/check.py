"""`litconv check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from litconv import pipeline, registry
from litconv.cli import inputs
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.output import data_output
from litconv.cli.panels import output_option
from litconv.cli.report import Reporter
from litconv.diagnostics import Diagnostic, Diagnostics, ExitCode, Severity
from litconv.files import load, locate
from litconv.options import Include, ReadOptions
from litconv.refine.findings import Finding, findings
from litconv.works.doubles import Doubles, SameWork, SharedKey

app = command_app()

EPILOG = """
Examples:
  litconv check refs.bib
  litconv check pages/ --include all
  litconv check refs.bib --format json | jq '.missing'

Exit codes: 0 nothing is missing or wrong; 1 something is; 2 wrong usage; 3 an input could not be
read. `litconv merge` makes one record of those that are of one work.
"""


class Form(StrEnum):
    """How the result is printed."""

    TEXT = "text"
    JSON = "json"


class Result(msgspec.Struct, kw_only=True):
    """What came out: counts, and the records that something is to be said about."""

    records: int = 0
    complete: int = 0
    missing: dict[str, int] = {}
    duplicate_keys: list[SharedKey] = []
    duplicates: list[SameWork] = []
    findings: list[Finding] = []

    def is_clean(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not (self.findings or self.duplicate_keys or self.duplicates)


@app.command(cls=HelpfulCommand, epilog=EPILOG)
def check(
    ctx: typer.Context,
    paths: inputs.Paths = None,
    *,
    source: inputs.From = "",
    include: inputs.Kind = Include.MAIN,
    encoding: inputs.Encoding = "",
    form: Annotated[
        Form,
        output_option(
            "--format",
            metavar="FORM",
            help="How the result is printed: text (the default) or json (one object).",
        ),
    ] = Form.TEXT,
    quiet: inputs.Quiet = False,
) -> None:
    """Say what records lack for their type, and where it could come from.

    Also: DOIs, ISBNs and ISSNs that cannot be right, DOIs that tell otherwise than the record, and
    keys that two records share, and records that are of one work. Nothing is changed.
    """
    reporter = Reporter(quiet=quiet)
    with reporting(reporter):
        given = inputs.given_or_stdin(paths, ctx)

        def sink(one: Diagnostic) -> None:
            # What was not read is not checked; what else reading has to say belongs to `convert`.
            if one.severity is Severity.ERROR:
                reporter(one)

        diagnostics = Diagnostics(sink)
        options = ReadOptions(include=include, keep_case=True)
        names = locate(given, registry.input_extensions(), diagnostics)
        result = _check(
            pipeline.read_raw(
                load(names, diagnostics),
                diagnostics,
                format_=inputs.format_to_read(source),
                encoding=inputs.checked_encoding(encoding),
                options=options,
            ),
            pipeline.Refiner(options, diagnostics),
        )
        code = ending_code(result.records, names, diagnostics)
        _print(result, form)
        reporter.close()
    raise typer.Exit(code or (ExitCode.OK if result.is_clean() else ExitCode.LOST))


def _check(raw: Iterable[pipeline.Raw], refiner: pipeline.Refiner) -> Result:
    result = Result()
    counts: Counter[str] = Counter()
    doubles = Doubles()
    for one in raw:
        result.records += 1
        record = refiner.refine(one.record, curated=one.curated)
        doubles.add(msgspec.structs.replace(record, id=one.record.id))
        found = findings(record)
        result.complete += not found.missing
        counts.update(lack.words for lack in found.missing)
        if found:
            result.findings.append(found)
    result.missing = dict(counts.most_common())
    result.duplicate_keys, result.duplicates = doubles.keys(), doubles.works()
    return result


def _print(result: Result, form: Form) -> None:
    with data_output() as out:
        if form is Form.JSON:
            out.write(msgspec.json.encode(result).decode() + "\n")
            return
        for found in result.findings:
            out.write(f"{found.place or found.id}: {found.title or '(no title)'}\n")
            for source in dict.fromkeys(lack.source for lack in found.missing):
                fields = [lack.words for lack in found.missing if lack.source == source]
                out.write(f"  missing {', '.join(fields)}; could come from {source}\n")
            out.writelines(f"  {problem}\n" for problem in found.problems)
        out.writelines(f"{one}\n" for one in (*result.duplicate_keys, *result.duplicates))
        out.write(_summary(result))


def _summary(result: Result) -> str:
    missing = ", ".join(f"{words} {count}" for words, count in result.missing.items())
    told = f"; missing: {missing}" if missing else ""
    word = "record" if result.records == 1 else "records"
    again = sum(len(one.places) - 1 for one in result.duplicates)
    told += f"; duplicates: {again}" if again else ""
    return f"{result.records} {word}, {result.complete} complete{told}\n"
