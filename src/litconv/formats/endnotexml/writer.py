"""EndNote XML: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.endnotexml.cells import Cells
from litconv.formats.endnotexml.runs import runs
from litconv.formats.endnotexml.tables import EDITED, ORDER, TYPE_OF_NAME, TYPES
from litconv.model import ItemType, Record, Role
from litconv.options import WriteOptions
from litconv.writing.facts import Fact, unheld
from litconv.writing.losses import notes_of

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
_TAIL: Final = "</records></xml>\n"


class EndNoteXmlWriter:
    """Writes one record a line, as EndNote does but for the line breaks."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records one by one."""
        out.write(_HEAD)
        for record in records:
            cells = Cells(record)
            missing = unheld(record, cells.holds)
            number, name = _type(record)
            if TYPE_OF_NAME[name.casefold()] is not record.type:
                missing.append(Fact("type", "type", f"Type: {record.type}"))
            cells.notes += notes_of(
                record, missing, diagnostics, extras=options.extras, format_title="EndNote XML"
            )
            kind = f'<ref-type name="{name}">{number}</ref-type>'
            out.write(f"<record>{''.join(_elements(cells, kind))}</record>\n")
        out.write(_TAIL)


def _type(record: Record) -> tuple[int, str]:
    """Give number and name; a book that only editors made is an "Edited Book"."""
    edited = record.type is ItemType.BOOK and record.names(Role.EDITOR) and not record.authors
    return EDITED if edited else TYPES[record.type]


def _elements(cells: Cells, kind: str) -> Iterator[str]:
    found = cells.elements()
    for tag in ORDER:
        if tag == "ref-type":
            yield kind
        elif tag == "titles":
            yield _title_cells(cells)
        elif text := found.pop(tag, ""):
            yield text
    yield from found.values()


def _title_cells(cells: Cells) -> str:
    """Give the `titles` element."""
    order = ("title", "secondary-title", "tertiary-title", "alt-title", "short-title")
    texts = [(tag, cells.titles.get(tag, "")) for tag in (*order, "translated-title")]
    inner = "".join(f"<{tag}>{runs(text)}</{tag}>" for tag, text in texts if text.strip())
    return f"<titles>{inner}</titles>" if inner else ""
