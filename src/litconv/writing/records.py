"""How records of one tag a line are written, whatever their tags: EndNote's and RefWorks'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TextIO

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record
from litconv.writing.facts import kept_value
from litconv.writing.tagged import Lines


class TaggedForm(NamedTuple):
    """A format of one tag a line.

    `name` is the format's, `title` what people call it; `types` gives the name of each type and
    `type_of` what a name, in small letters, is read as. `order` gives the place of each tag, and
    `prefix` stands before it.
    """

    name: str
    title: str
    type_tag: str
    note_tag: str
    types: Mapping[ItemType, str]
    type_of: Mapping[str, ItemType]
    order: dict[str, int]
    prefix: str = ""


def write_records(
    form: TaggedForm,
    fill: Callable[[Lines, Record], None],
    records: Iterable[Record],
    out: TextIO,
    diagnostics: Diagnostics,
    *,
    extras: bool,
) -> None:
    """Write the records, set apart by blank lines, and report what `fill` wrote no line for."""
    between = ""
    for record in records:
        lines = Lines(record)
        name, tag = form.types[record.type], form.type_tag
        lines.add(tag, kept_value(record, form.name, tag) or name, f"extra.{tag}")
        fill(lines, record)
        lines.write(
            (name, form.type_of[name.lower()]),
            form.note_tag,
            diagnostics,
            title=form.title,
            extras=extras,
        )
        out.write(between + lines.text(form.order, form.prefix))
        between = "\n"
