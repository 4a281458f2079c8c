"""Formatted references: the writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

from litconv.csl.items.to_item import to_item
from litconv.csl.library.localetags import AUTO
from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Record, Span
from litconv.options import Markup, Order, WriteOptions
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
