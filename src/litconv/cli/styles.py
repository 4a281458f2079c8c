"""`litconv styles`."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from litconv.cli import helptext
from litconv.cli.app import command_app
from litconv.cli.ending import reporting
from litconv.cli.output import data_output
from litconv.cli.report import Reporter
from litconv.csl.library import catalogue
from litconv.csl.library.catalogue import StyleInfo
from litconv.diagnostics import Diagnostics, ExitCode

app = command_app()

EPILOG = """
Examples:
  litconv styles nature
  litconv styles medicine author-date
  litconv convert page.txt --to csl:nature
  litconv convert page.txt --to csl:./my-style.csl

Titles and fields are those that the styles state. A file with the ending .csl, or anything with a
slash in it, is a style of your own; it is checked before it is used.
"""

_WIDEST_NAME = 40  # columns; the title of a longer name follows after two blanks


@app.command(cls=helptext.HelpfulCommand, epilog=EPILOG)
def styles(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="Words to look for.", show_default=False),
    ] = None,
    *,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Write one JSON object a line, for programs."),
    ] = False,
) -> None:
    """Find a citation style by its name, title or field.

    Prints the name of each style, which goes after `--to csl:`, and its title. All words of QUERY
    must be found, in any order; case and accents do not matter. The best matches come first.
    Without QUERY, all styles are listed. Fields are those of the CSL repository, such as medicine,
    law or chemistry; author-date, numeric and note are found as well.
    """
    wanted = " ".join(query or [])
    diagnostics = Diagnostics(reporter := Reporter())
    with reporting(reporter):
        found = catalogue.search(wanted)
        if not found:
            _report_nothing(wanted, diagnostics)
        else:
            with data_output() as out:
                out.writelines(_as_json(found) if as_json else _as_table(found))
        code = diagnostics.exit_code()
    if code is not ExitCode.OK:
        raise typer.Exit(code)


def _report_nothing(wanted: str, diagnostics: Diagnostics) -> None:
    near = catalogue.near(wanted)
    message = f"no style has all the words of {wanted!r}"
    message += f"; did you mean {', '.join(near)}?" if near else ""
    hint = "Use fewer words, or only the beginning of a word."
    diagnostics.report("nothing-found", message, hint=hint)


def _as_json(found: list[StyleInfo]) -> list[str]:
    return [f"{msgspec.json.encode(style).decode()}\n" for style in found]


def _as_table(found: list[StyleInfo]) -> list[str]:
    widths = [len(style.id) for style in found if len(style.id) <= _WIDEST_NAME]
    width = max(widths, default=0)
    return [f"{style.id.ljust(width)}  {style.title}".rstrip() + "\n" for style in found]
