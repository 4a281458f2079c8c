"""`litconv formats`."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from litconv import registry
from litconv.cli import console, helptext
from litconv.cli.app import command_app
from litconv.cli.output import data_output
from litconv.registry import Format

app = command_app()

EPILOG = """
Examples:
  litconv formats
  litconv formats --json
"""


@app.command(cls=helptext.HelpfulCommand, epilog=EPILOG)
def formats(
    *,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Write one JSON object a line, for programs."),
    ] = False,
) -> None:
    """List the formats that can be read and written.

    A name can be given to --from if the format is read and to --to if it is written. The ending of
    a file name decides where it belongs to one format only.
    """
    known = [one for name, one in registry.formats().items() if name == one.name]
    with data_output() as out:
        if as_json:
            out.writelines(f"{_as_json(one)}\n" for one in known)
        else:
            out.write(_as_table(known, console.width()))


def _as_json(one: Format) -> str:
    facts = {
        "name": one.name,
        "title": one.title,
        "read": one.reader is not None,
        "write": one.writer is not None,
        "extensions": (*one.extensions, *one.shared_extensions),
        "aliases": one.aliases,
        "spec": one.spec_url,
    }
    return msgspec.json.encode(facts).decode()


def _as_table(known: list[Format], width: int) -> str:
    head = ("name", "read", "write", "endings")
    rows = [
        (
            one.name + (":STYLE" if one.takes_style else ""),
            "yes" if one.reader else "-",
            "yes" if one.writer else "-",
            " ".join((*one.extensions, *one.shared_extensions)) or "-",
        )
        for one in known
    ]
    sizes = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    details = ["", *(_detail(one) for one in known)]
    used = sum(sizes) + 2 * len(sizes)
    inline = used + max(len(text) for text in details) <= width
    lines = []
    for row, detail in zip([head, *rows], details, strict=True):
        cells = "  ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True))
        lines.append(f"{cells}  {detail if inline else ''}".rstrip())
        if detail and not inline:
            lines.append(helptext.indented(detail, width, 4))
    return "\n".join(lines) + "\n"


def _detail(one: Format) -> str:
    also = f" (also: {', '.join(one.aliases)})" if one.aliases else ""
    return one.title + also
