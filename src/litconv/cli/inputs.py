"""What `convert` and `show` share: their arguments for input, and what stands for no file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from litconv import pipeline, registry
from litconv.cli import console
from litconv.cli.panels import input_option, message_option, output_option
from litconv.diagnostics import Diagnostics, ExitCode, UsageError
from litconv.files import STDIN, gather
from litconv.options import Include
from litconv.refine.fields import FIELD_NAMES
from litconv.registry import Format

if TYPE_CHECKING:
    from litconv.works import Library


def complete_readable(incomplete: str) -> list[str]:
    """Give the format names a shell may complete after --from."""
    return [one.name for one in registry.readable() if one.name.startswith(incomplete)]


def complete_writable(incomplete: str) -> list[str]:
    """Give the format names a shell may complete after --to, and after `csl:` the styles."""
    head, colon, style = incomplete.partition(":")
    if colon and registry.formats().get(head.lower(), _NO_STYLE).takes_style:
        from litconv.csl.library.installed import style_names  # noqa: PLC0415 - for a shell's Tab

        return [f"{head}:{name}" for name in style_names() if name.startswith(style)]
    return [one.name for one in registry.writable() if one.name.startswith(incomplete)]


def complete_field(incomplete: str) -> list[str]:
    """Give the field names a shell may complete after --drop and --only."""
    *before, last = incomplete.split(",")
    start = "".join(f"{one}," for one in before)
    return [start + name for name in FIELD_NAMES if name.startswith(last.lower())]


_NO_STYLE = Format(name="", title="")
Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE|FOLDER|-", help="Inputs.", show_default=False),
]
From = Annotated[
    str,
    input_option(
        "--from",
        "-f",
        metavar="FORMAT",
        autocompletion=complete_readable,
        help="The format of the input; found out from the file name or the text if left out.",
    ),
]
Kind = Annotated[
    Include,
    input_option(
        "--include",
        metavar="KIND",
        help="Which works of a page: main (the page's own paper, the default), related or "
        "references (the list below it), or all.",
    ),
]
Encoding = Annotated[
    str,
    input_option(
        "--encoding",
        metavar="NAME",
        help="The encoding of the input, such as gb18030; found out if left out.",
    ),
]
KeepCase = Annotated[
    bool,
    input_option(
        "--keep-case",
        help="Leave titles, journals and names in capitals as they are.",
    ),
]
NoDerive = Annotated[
    bool,
    input_option(
        "--no-derive",
        help="Leave empty what only the DOI tells: journal, year, volume, issue, first page.",
    ),
]
Locale = Annotated[
    str,
    output_option(
        "--locale",
        metavar="TAG",
        help="The language of et al., ed. and the like in references: auto (in Chinese styles "
        "that of each entry; the default but for csl:STYLE), style (the style's own), or a tag "
        "such as zh-CN for all.",
    ),
]
Complete = Annotated[
    bool,
    input_option(
        "--complete",
        help="Fill what a record lacks (journal, year, pages, DOI) from other records of its work "
        "in the same inputs: lists on other pages above all.",
    ),
]
Quiet = Annotated[
    bool,
    message_option("--quiet", "-q", help="Show errors only."),
]


def given_or_stdin(paths: list[str] | None, ctx: typer.Context) -> list[str]:
    """Give the inputs; none means stdin when it is a pipe or a file, and help at a terminal.

    Raises typer.Exit after the help.
    """
    if paths:
        return paths
    if sys.stdin is not None and not console.is_terminal(sys.stdin):
        return [STDIN]
    typer.echo(ctx.get_help(), err=True)
    typer.echo("\nNo input: name a FILE or a FOLDER, or pipe text into the command.", err=True)
    raise typer.Exit(ExitCode.USAGE)


def library_from(names: list[str] | None, diagnostics: Diagnostics) -> Library | None:
    """Read the bibliographies that --library names; None when there are none."""
    if not names:
        return None
    found = gather(names, registry.input_extensions(), diagnostics)
    return pipeline.read_library(found, diagnostics)


def format_to_read(name: str) -> Format | None:
    """Give the format that --from names, or None; raises UsageError for an unknown name."""
    return registry.find(name, to=False)[0] if name else None


def checked_encoding(name: str) -> str | None:
    """Give the encoding that --encoding names, or None; raises UsageError for an unknown one."""
    if not name:
        return None
    try:
        b"a".decode(name, "replace")  # with text to decode: some codecs are for bytes only
    except (LookupError, ValueError):
        msg = f"there is no encoding {name!r}"
        raise UsageError(msg, hint="Try utf-8, gb18030, big5 or latin-1.") from None
    return name
