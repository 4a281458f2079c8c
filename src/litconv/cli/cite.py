"""`litconv cite`."""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from litconv import pipeline, registry
from litconv.cli import console, inputs
from litconv.cli.app import command_app
from litconv.cli.ending import ending_code, reporting
from litconv.cli.helptext import HelpfulCommand
from litconv.cli.output import data_output
from litconv.cli.panels import output_option
from litconv.cli.report import Reporter
from litconv.csl.items.to_item import to_item
from litconv.csl.library.localetags import AUTO, checked_locale
from litconv.csl.library.style import load_style
from litconv.csl.processor.citing import Cites
from litconv.csl.processor.repeats import NOWHERE, Locator
from litconv.diagnostics import CODES, Diagnostics, Severity, UsageError
from litconv.files import STDIN, load, locate
from litconv.options import Markup
from litconv.text import markup as marks

if TYPE_CHECKING:
    from litconv.text.markup import Rich

app = command_app()

EPILOG = """
Examples:
  litconv cite davidson1999 refs.json
  litconv cite davidson1999 smith2020 refs.json --style chicago-author-date
  litconv cite davidson1999 refs.json --narrative
  litconv cite davidson1999 refs.json --locator "p. 12"
  litconv convert refs.json --to csljson | litconv cite davidson1999 --style ieee

Keys are those that `litconv convert` writes. What is a file or a folder, or `-`, is an input, and
everything else is a key; without an input a pipe is read. Numbers and letters (2020a) are those of
the references that `litconv convert` makes of the same inputs.
"""

_WRITERS: Final = {
    Markup.TEXT: marks.to_text,
    Markup.HTML: marks.to_html,
    Markup.MARKDOWN: marks.to_markdown,
    Markup.RST: marks.to_rst,
    Markup.TERMINAL: marks.to_terminal,
}
_LABELS: Final = {
    "ch": "chapter", "chap": "chapter", "chapter": "chapter", "fig": "figure", "figure": "figure",
    "p": "page", "page": "page", "pages": "page", "pp": "page", "para": "paragraph",
    "sec": "section", "section": "section", "table": "table", "vol": "volume", "volume": "volume",
}  # fmt: skip
_LOCATOR: Final = re.compile(r"([A-Za-z]+)\.?\s+(.+)")

# What converting the same input says at length does not matter to a citation.
_HIDDEN: Final = frozenset({"missing-field", "title-recased", "journal-recased"}) | {
    code for code, one in CODES.items() if one.severity is Severity.INFO
}


@app.command(cls=HelpfulCommand, epilog=EPILOG)
def cite(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY|FILE|-", help="Keys and inputs.", show_default=False),
    ] = None,
    *,
    style: Annotated[
        str,
        output_option(
            "--style",
            "-s",
            metavar="STYLE",
            help="The citation style: apa (the default), any name that `litconv styles` finds, or "
            "the path of a style.",
        ),
    ] = "apa",
    narrative: Annotated[
        bool,
        output_option(
            "--narrative",
            help="Put the names before the brackets: Davidson et al. (1999).",
        ),
    ] = False,
    locator: Annotated[
        str,
        output_option(
            "--locator",
            metavar="PLACE",
            help="The place in the (last) work: 12, `pp. 12-15`, `ch. 3`.",
        ),
    ] = "",
    markup: Annotated[
        Markup,
        output_option(
            "--markup",
            metavar="KIND",
            help="How the citation is marked up: text (the default), html, markdown, rst, "
            "terminal or jsonl.",
        ),
    ] = Markup.TEXT,
    locale: inputs.Locale = AUTO,
    source: inputs.From = "",
    encoding: inputs.Encoding = "",
    quiet: inputs.Quiet = False,
) -> None:
    """Print citations for the text, such as (Davidson et al., 1999) or [1].

    All KEYs make one citation, in the order of the style; same authors and runs of numbers are
    drawn together as the style says.
    """
    reporter = Reporter(quiet=quiet, hidden=_HIDDEN)
    with reporting(reporter):
        keys, paths = _sorted_out(given or [], ctx)
        _checked(markup)
        chosen = load_style(style, locale=checked_locale(locale))
        diagnostics = Diagnostics(reporter)
        names = locate(paths, registry.input_extensions(), diagnostics)
        records = pipeline.read(
            load(names, diagnostics),
            diagnostics,
            format_=inputs.format_to_read(source),
            encoding=inputs.checked_encoding(encoding),
        )
        items = [to_item(record, extras=False) for record in records]
        if items:
            _known(keys, [str(item["id"]) for item in items])
            cites = Cites(chosen, items)
            runs = cites.cluster(keys, narrative=narrative, locator=_located(locator))
            if not runs:
                what = f"{chosen.name} prints no citation for {', '.join(keys)}"
                diagnostics.report("reference-fallback", what, record=keys[0])
                runs = (marks.Run(f"[{', '.join(keys)}]"),)
            with data_output(raw=markup is Markup.TERMINAL) as out:
                out.write(_written(keys, runs, markup) + "\n")
        reporter.close()
        code = ending_code(len(items), names, diagnostics)
    raise typer.Exit(code)


def _sorted_out(given: Sequence[str], ctx: typer.Context) -> tuple[list[str], list[str]]:
    """Give (keys, inputs); raises UsageError when there are no keys or nothing to read."""
    paths = [one for one in given if one == STDIN or _exists(one)]
    paths = paths or [one for one in given if _looks_like_a_file(one)]
    keys = list(dict.fromkeys(one for one in given if one not in paths))
    if not given:
        return keys, inputs.given_or_stdin(None, ctx)
    if not keys:
        msg = "no key is named"
        raise UsageError(msg, hint="Say for example: litconv cite davidson1999 refs.json.")
    if not paths and (sys.stdin is None or console.is_terminal(sys.stdin)):
        msg = f"there is no file to read: {', '.join(keys)} would be keys"
        raise UsageError(msg, hint="Name the file that holds the references.")
    return keys, paths or [STDIN]


def _looks_like_a_file(text: str) -> bool:
    """Say whether the text has a slash or ends as files do, which keys can do as well."""
    return "/" in text or Path(text).suffix.lower() in registry.input_extensions()


def _exists(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # too long, or with a NUL
        return False


def _known(keys: Sequence[str], ids: Sequence[str]) -> None:
    """Raise UsageError when a key is in none of the inputs, naming near ones."""
    if not keys:
        msg = "no key is named"
        raise UsageError(msg, hint=f"The first keys are {', '.join(ids[:5])}.")
    for key in keys:
        if key not in ids:
            folded = {one.casefold(): one for one in reversed(ids)}
            near = difflib.get_close_matches(key.casefold(), folded, n=3, cutoff=0.6)
            msg = f"there is no record with the key {key}"
            if near:
                msg += f"; did you mean {', '.join(folded[one] for one in near)}?"
            raise UsageError(msg, hint="`litconv convert FILE --to csljson` shows all keys.")


def _checked(markup: Markup) -> None:
    if markup not in _WRITERS and markup is not Markup.JSONL:
        msg = f"a citation cannot be written as {markup}"
        raise UsageError(msg, hint="Say --markup text, html, markdown, rst, terminal or jsonl.")


def _located(text: str) -> Locator:
    """Give the place that --locator names: `pp. 12-15` are pages, a bare number too."""
    if not text.strip():
        return NOWHERE
    match = _LOCATOR.fullmatch(text.strip())
    label = _LABELS.get(match[1].lower()) if match else None
    return Locator(match[2], label) if match and label else Locator(text.strip())


def _written(keys: Sequence[str], runs: Rich, markup: Markup) -> str:
    if markup is Markup.JSONL:
        row = {"keys": list(keys), "text": marks.to_text(runs), "html": marks.to_html(runs)}
        return json.dumps(row, ensure_ascii=False)
    return _WRITERS[markup](runs)
