"""Which format and markup the output gets, and that no output takes the place of an input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from litconv import registry
from litconv.cli import console
from litconv.diagnostics import UsageError
from litconv.files import STDIN
from litconv.options import Markup
from litconv.registry import Format

MARKUP_OF_ENDING = {
    ".docx": Markup.DOCX,
    ".htm": Markup.HTML,
    ".html": Markup.HTML,
    ".markdown": Markup.MARKDOWN,
    ".md": Markup.MARKDOWN,
    ".rst": Markup.RST,
    ".rtf": Markup.RTF,
}
"""Endings that belong to formatted references, whatever their style."""


def output_format(name: str, output: str) -> tuple[Format, str]:
    """Give the format and style of the output: from --to, else from the ending of -o.

    Raises UsageError when there is no such format or style, or none or several formats have that
    ending.
    """
    if name:
        format_, style = registry.find(name, to=True)
        if format_.takes_style and style:
            from litconv.csl.library.style import load_style  # noqa: PLC0415 - takes time

            load_style(style)  # what is wrong with it is said before anything is read
        return format_, style
    ending = Path(output).suffix.lower()
    writable = registry.writable() if ending else []
    fitting = [one for one in writable if ending in one.written_as] or [
        one for one in writable if ending in (*one.extensions, *one.shared_extensions)
    ]
    if len(fitting) == 1:
        return fitting[0], fitting[0].preset
    if fitting:
        names = " or ".join(one.name for one in fitting)
        msg = f"several formats end in {ending}"
        raise UsageError(msg, hint=f"Say --to {names}.")
    if ending in MARKUP_OF_ENDING:
        msg = f"{output} can hold references of any style, and none is named"
        raise UsageError(msg, hint=f"Say for example --to apa -o {output}.")
    msg = f"no format is known for the ending {ending}" if ending else "--to FORMAT is missing"
    names = registry.names_of(registry.writable())
    raise UsageError(msg, hint=f"Say --to with one of: {names}.")


def markup_of(asked: Markup | None, target: Format, output: str) -> Markup:
    """Give the markup of references: what --markup says, else the ending of -o, else text.

    Raises UsageError when the format has no markup, or when it would be bytes on a terminal.
    """
    references = target.takes_style or bool(target.preset)
    if asked is not None and not references:
        msg = f"--markup is about formatted references, and {target.name} is none"
        raise UsageError(msg, hint="Leave it out, or say for example --to apa.")
    implied = MARKUP_OF_ENDING.get(Path(output).suffix.lower()) if references else None
    markup = asked or implied or Markup.TEXT
    if markup.is_binary and output in {"", STDIN} and console.is_terminal(sys.stdout):
        msg = f"{markup} is no text, so it is not written to a terminal"
        raise UsageError(msg, hint=f"Say -o refs.{markup}.")
    return markup


def is_file_of(markup: Markup, output: str) -> bool:
    """Say whether -o names a file with an ending of that markup."""
    return MARKUP_OF_ENDING.get(Path(output).suffix.lower()) is markup


def refuse_overwriting(inputs: Iterable[str], written: Mapping[str, str]) -> None:
    """Raise UsageError when an output is an input, or another output too.

    `written` are the places by their options; only -o may be stdout, empty or `-`.
    """
    for option, place in written.items():
        if place == STDIN and option != "-o":
            msg = f"{option} needs a file: standard output is for the data"
            raise UsageError(msg, hint=f"Say for example {option} out.txt.")
    places = {option: place for option, place in written.items() if place not in {"", STDIN}}
    for (one, first), (other, second) in combinations(places.items(), 2):
        if _same(first, second):
            msg = f"{one} and {other} are both {first}"
            raise UsageError(msg, hint="Give them different files.")
    for read in inputs:
        for option, place in places.items():
            if read != STDIN and _same(read, place):
                msg = f"{option} {place} would overwrite an input"
                raise UsageError(msg, hint="Input files are never changed; name another file.")


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other) and Path(one).is_file()
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)
