"""The program `litconv`: finds the command, runs it, ends with its exit code.

A command is a module of this folder, named in `COMMANDS`; it is imported when it is run, so that
`litconv --version` loads nothing that only conversions need.
"""

from __future__ import annotations

import difflib
import importlib
import sys
from collections.abc import Sequence
from typing import Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup

from litconv import __version__
from litconv.cli import console, ending, helptext
from litconv.cli.report import Reporter
from litconv.cli.signals import die_by
from litconv.diagnostics import ExitCode, UsageError

COMMANDS = {
    "convert": "Convert record pages and bibliographies to another format.",
    "merge": "Merge bibliographies: one record for each work, complete from all of them.",
    "enrich": "Look up what records lack at Crossref, DataCite and doi.org.",
    "check": "Say what records lack for their type, and where it could come from.",
    "cite": "Print citations for the text, such as (Davidson et al., 1999) or [1].",
    "show": "Show the records of a page for reading in a terminal.",
    "formats": "List the formats that can be read and written.",
    "styles": "Find a citation style by its name, title or field.",
    "explain": "Explain a diagnostic: what it means and what to do.",
}
"""Each command with the first line of its help."""

HELP_NAMES = {"help_option_names": ["-h", "--help"]}

EPILOG = """
Examples:
  litconv convert page.txt --to bibtex
  litconv convert page.txt -o refs.bib
  litconv convert pages/ --include all --to ris > all.ris
  litconv merge a.bib b.ris --to bibtex -o all.bib
  litconv enrich refs.bib -o whole.bib --mailto you@example.org
  litconv check refs.bib
  litconv cite davidson1999 refs.bib --style apa
  litconv show page.txt

Each command has more: litconv merge --help. Data goes to stdout, messages go to stderr.

Exit codes: 0 converted; 1 a record was lost or there was nothing to write; 2 wrong usage; 3 an
input could not be read; 4 the output could not be written; 70 a mistake of litconv itself.
"""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - typer's signature
        """Give the names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002 - the same
        """Import the module of the same name and give its one command."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: object, args: list[str]
    ) -> tuple[str | None, TyperCommand | None, list[str]]:
        """Find the command, or name the nearest one."""
        name = args[0]
        if name not in COMMANDS:
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            msg = f"there is no command {name!r}" + (f"; did you mean {near[0]}?" if near else "")
            hint = f"Commands: {', '.join(COMMANDS)}."
            if name == "help":
                hint += f" Say litconv {' '.join([*args[1:2], '--help'])}."
            raise UsageError(msg, hint=hint)
        return name, self.get_command(ctx, name), args[1:]

    def invoke(self, ctx: object) -> object:
        """Run the command; every error becomes a message and an exit code."""
        with ending.reporting(Reporter()):
            return super().invoke(cast("typer.Context", ctx))

    def format_help(self, ctx: object, formatter: object) -> None:
        """Write the page that `litconv --help` shows."""
        width = console.width()
        options = cast("list[helptext.Option]", self.get_params(cast("typer.Context", ctx)))
        text = helptext.page("litconv [OPTIONS] COMMAND ...", self.help or "", options, "")
        commands = "Commands:\n" + helptext.table(list(COMMANDS.items()), width)
        epilog = helptext.wrapped(EPILOG, width)
        page = f"{text}\n{commands}\n\n{epilog}\n"
        formatter.write(page)  # type: ignore[attr-defined]  # click's, which typer hides


app = typer.Typer(
    name="litconv",
    cls=LazyGroup,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP_NAMES,
)


def command_app() -> typer.Typer:
    """Make the app that holds one command; each command module has one."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=HELP_NAMES,
    )


def load_command(name: str) -> TyperCommand:
    """Import the module of a command and give the command."""
    module = importlib.import_module(f"litconv.cli.{name}")
    command = cast("TyperCommand", typer.main.get_command(module.app))
    command.name = name
    return command


def _version(*, value: bool) -> None:
    if value:
        typer.echo(f"litconv {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - typer calls `_version`
        bool,
        typer.Option(
            "--version", "-V", help="Print the version.", is_eager=True, callback=_version
        ),
    ] = False,
) -> None:
    """Turn record pages of scholarly sites into BibTeX, RIS, CSL-JSON and references."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main(args: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code; `args` are those of the process if left out."""
    code, signal_name = _run(args)
    if signal_name:  # here no traceback holds an open file back from being cleaned up
        return die_by(signal_name)
    if code != ExitCode.OK:
        ending.flush_or_drop_stdout()
    return code


def _run(args: Sequence[str] | None) -> tuple[int, str]:
    """Run the program; gives its exit code, or the name of the signal it should end by."""
    try:
        command = typer.main.get_command(app)
        result = command.main(args, prog_name="litconv", standalone_mode=False)
        code = result if isinstance(result, int) else ExitCode.OK
        if sys.stdout is not None:
            sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort, BrokenPipeError) as error:
        return 0, "SIGPIPE" if isinstance(error, BrokenPipeError) else "SIGINT"
    except ending.InterruptedRunError as error:
        return 0, error.signal_name
    except SystemExit as error:  # typer ends shell completion and some closed pipes in this way
        return (error.code if isinstance(error.code, int) else ExitCode.USAGE), ""
    except OSError as error:
        return ending.output_lost(error), ""
    except Exception as error:  # noqa: BLE001 - the last place where an error can get a message
        return ending.command_line_error(error, _command_in(args)), ""
    return int(code), "SIGINT" if code == _TYPERS_CTRL_C else ""


def _command_in(args: Sequence[str] | None) -> str:
    """Name the command that a command line is about, for a hint at its help."""
    given = sys.argv[1:] if args is None else args
    return " ".join(["litconv", *(one for one in given[:1] if one in COMMANDS)])


_TYPERS_CTRL_C = 130
