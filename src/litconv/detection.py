"""Which format an input is: what its text shows, else the ending of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv import registry
from litconv.diagnostics import Diagnostics, InputError
from litconv.files import STDIN, Input
from litconv.model import Span
from litconv.registry import Format
from litconv.source import Source


class EmptyInputError(InputError):
    """An input without any text."""


class UnknownFormatError(InputError):
    """No format, or more than one, claims an input."""


_WEB_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WEB_ENDINGS: Final = frozenset({".htm", ".html", ".mht", ".mhtml", ".xhtml"})


def format_of(
    one: Input, source: Source, diagnostics: Diagnostics, asked: Format | None = None
) -> Format:
    """Give the format to read an input as: the one `asked` for, else what its text is.

    Raises EmptyInputError where there is nothing to read, and UnknownFormatError.
    """
    if not source.head:
        msg = "the input is empty"
        raise EmptyInputError(msg, hint=_empty_hint(one))
    if asked:
        return asked
    if one.promised and not any(_sniffed(source.head)):
        msg = f"despite its ending, this is no {one.promised}, and in no format that litconv knows"
        raise UnknownFormatError(msg, hint="Download or pack it again; or say --from FORMAT.")
    chosen = detect(source, one.extension)
    if one.promised:
        message = f"despite its ending, this is no {one.promised}, but plain {chosen.title}"
        diagnostics.report("format-by-content", message, span=Span(one.name))
    else:
        _report_other_ending(one, chosen, diagnostics)
    return chosen


def _empty_hint(one: Input) -> str:
    """Say how to get the text of an input."""
    if one.name == STDIN:
        return "Look at what comes before the pipe: it printed nothing."
    if one.extension in {"", ".txt"}:
        return "Copy the page again, with the title and the labels."
    return "Save or export it again from the program or site that it comes from."


def _sniffed(head: str) -> Iterator[Format]:
    """Yield the formats that recognise a text."""
    return (one for one in registry.readable() if one.reader and one.reader.sniff(head))


def detect(source: Source, extension: str) -> Format:
    """Give the format of an input: the one that sniffs it, or that alone has its extension.

    Raises UnknownFormatError when none or several formats claim the input, naming the several.
    """
    readable = registry.readable()
    head = source.head
    for one in readable:  # where its own ending agrees, no other format's claim would count
        if extension in one.extensions and one.reader and one.reader.sniff(head):
            return one
    claims = list(_sniffed(head))
    if len(claims) == 1:
        return claims[0]
    named = [one for one in claims or readable if extension in one.extensions]
    if len(named) == 1:
        return named[0]
    if claims:
        names = ", ".join(one.name for one in claims)
        msg = "the format is unclear: several formats claim the text"
        raise UnknownFormatError(msg, hint=f"Say --from with one of: {names}.")
    if extension in _WEB_ENDINGS or _WEB_PAGE.search(head):
        msg = "this is the code of a web page (HTML); litconv reads the text that a browser shows"
        hint = "Open it in a browser, select and copy all, and save that as .txt or pipe it in."
        raise UnknownFormatError(msg, hint=hint)
    msg = "the input is in no format that litconv knows"
    raise UnknownFormatError(msg)


def _report_other_ending(one: Input, chosen: Format, diagnostics: Diagnostics) -> None:
    """Say that an input is not what its ending says, where that ending is one format's own."""
    ending = one.extension
    if not ending or ending in (*chosen.extensions, *chosen.shared_extensions):
        return
    others = [other.title for other in registry.readable() if ending in other.extensions]
    if others:
        diagnostics.report(
            "format-by-content",
            f"the ending is {ending}, but the text is {chosen.title}",
            span=Span(one.name),
        )
