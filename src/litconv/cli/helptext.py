"""The help pages: usage, what a command does, its options in groups, examples, exit codes.

They are laid out here and not by typer, so that they read the same with every version of it and
fit terminals of 40 columns.
"""

from __future__ import annotations

import textwrap
from typing import Protocol, cast

import typer
from typer.core import TyperCommand

from litconv.cli import console

_STACKED_BELOW = 60
_LABEL_WIDTH = 26
_INDENT = "  "


class Option(Protocol):
    """What a help page needs to know about an option."""

    opts: list[str]
    metavar: str | None
    help: str | None
    hidden: bool
    param_type_name: str
    name: str


class _Text(Protocol):
    def write(self, text: str) -> object: ...


class HelpfulCommand(TyperCommand):
    """A command whose docstring and epilog are shown as they are written, wrapped to the width.

    In both, an indented line is an example and is never wrapped.
    """

    def format_help(self, ctx: object, formatter: object) -> None:
        """Write the page."""
        context = cast("typer.Context", ctx)
        usage = f"{context.command_path} [OPTIONS]"
        for param in self.params:
            if param.param_type_name == "argument":
                dots = "..." if getattr(param, "nargs", 1) != 1 else ""
                usage += f" [{getattr(param, 'metavar', None) or param.name}]{dots}"
        options = cast("list[Option]", [*self.get_params(context)])
        text = page(usage, self.help or "", options, self.epilog or "")
        cast("_Text", formatter).write(text)


def page(usage: str, text: str, options: list[Option], epilog: str) -> str:
    """Lay out one help page for the width of the terminal."""
    width = console.width()
    parts = [f"Usage: {usage}", wrapped(text, width)]
    shown = [one for one in options if one.param_type_name == "option" and not one.hidden]
    panels = dict.fromkeys(_panel(one) for one in shown)
    for panel in sorted(panels, key=lambda name: name == "Options"):
        rows = [_row(one) for one in shown if _panel(one) == panel]
        parts.append(f"{panel}:\n" + table(rows, width))
    if epilog:
        parts.append(wrapped(epilog, width))
    return "\n\n".join(parts) + "\n"


def _panel(option: Option) -> str:
    """Give the group an option is shown in; --help is click's own and has none."""
    return str(getattr(option, "rich_help_panel", None) or "Options")


def _row(option: Option) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=lambda opt: (opt.startswith("--"), len(opt))))
    return f"{names} {option.metavar or ''}".rstrip(), option.help or ""


def table(rows: list[tuple[str, str]], width: int) -> str:
    """Set labels and texts in two columns, or one below the other where there is no room."""
    longest = min(max((len(label) for label, _ in rows), default=0), _LABEL_WIDTH)
    return "\n".join(_set_row(label, text, longest, width) for label, text in rows)


def _set_row(label: str, text: str, longest: int, width: int) -> str:
    stacked = width < _STACKED_BELOW or len(label) > longest
    indent = _INDENT * 3 if width < _STACKED_BELOW else " " * (longest + 2 * len(_INDENT))
    body = textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    if stacked:
        return f"{_INDENT}{label}\n{body}".rstrip()
    return f"{_INDENT}{label.ljust(longest)}{_INDENT}{body.lstrip()}".rstrip()


def indented(text: str, width: int, columns: int) -> str:
    """Wrap one paragraph with that many blanks before each line."""
    blanks = " " * columns
    return textwrap.fill(
        text, width, initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False
    )


def wrapped(text: str, width: int) -> str:
    """Wrap paragraphs; indented lines are examples and stay as they are."""
    paragraphs = textwrap.dedent(text).strip().split("\n\n")
    return "\n\n".join(_wrap_paragraph(one, width) for one in paragraphs)


def _wrap_paragraph(text: str, width: int) -> str:
    lines: list[str] = []
    running: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line and not line.startswith(" "):
            running.append(line)
            continue
        lines += textwrap.wrap(" ".join(running), width, break_on_hyphens=False)
        running = []
        if line:
            lines.append(line)
    return "\n".join(lines)
