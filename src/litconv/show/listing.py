"""The list below a page: a table, or paragraphs where the terminal is too narrow for one."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from litconv.model import Record
from litconv.show import words

_TABLE_FROM = 72
_AUTHORS_SHOWN = 3


def list_view(records: list[Record], console: Console) -> RenderableType:
    """Give the list for the width of this console; without line drawing when it is no terminal."""
    return _table(records, console) if console.width >= _TABLE_FROM else _paragraphs(records)


def _table(records: list[Record], console: Console) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD if console.is_terminal else None,
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold" if console.is_terminal else "",
        expand=True,
    )
    table.add_column("No.", justify="right", no_wrap=True)
    table.add_column("Authors", ratio=4, overflow="fold")
    table.add_column("Title", ratio=7, overflow="fold")
    table.add_column("Source", ratio=4, overflow="fold")
    table.add_column("Year", no_wrap=True)
    for record in records:
        table.add_row(
            Text(_number(record)),
            Text(_authors(record)),
            Text(words.plain(record.title)),
            Text(_source(record)),
            Text(words.year(record)),
        )
    return table


def _paragraphs(records: list[Record]) -> Group:
    parts: list[RenderableType] = []
    for record in records:
        number = _number(record)
        head = f"[{number}] {words.plain(record.title)}" if number else words.plain(record.title)
        parts.append(Text(head.strip() or "(no title)"))
        parts += [
            Padding(Text(line, style="dim"), (0, 0, 0, 2))
            for line in (_authors(record), words.source(record))
            if line
        ]
    return Group(*parts)


def _number(record: Record) -> str:
    return words.plain(record.listing.number) if record.listing else ""


def _source(record: Record) -> str:
    """Give the journal with its place; the year has a column of its own."""
    journal = words.plain(record.container_title) or words.plain(record.publisher)
    return ", ".join(part for part in (journal, words.place(record)) if part)


def _authors(record: Record) -> str:
    names = [words.person(name) for name in record.authors]
    if len(names) > _AUTHORS_SHOWN:
        return "; ".join(names[:_AUTHORS_SHOWN]) + " et al."
    return "; ".join(names)
