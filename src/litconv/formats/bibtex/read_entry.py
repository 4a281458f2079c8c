"""One entry → one record.

Values are LaTeX: titles and abstracts become CSL's rich text, other texts plain. What belongs
together (title and subtitle, year and month, number and series) is read together, everything else
field by field; a field that nothing is known of is kept under its own name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from litconv.formats.bibtex.from_types import GENRES, RICH, ROLES, TYPES, VERBATIM
from litconv.formats.bibtex.inherit import Inheritance
from litconv.formats.bibtex.read_fields import FIELDS
from litconv.formats.bibtex.read_groups import GROUPS, read_links
from litconv.formats.bibtex.reading import BibDraft, Entry, unknown_field
from litconv.formats.bibtex.scan import Block, Field
from litconv.formats.bibtex.values import JOURNAL_COMMANDS, TOO_LONG, Macros
from litconv.model import ItemType, Record
from litconv.reading.tagged import Item
from litconv.text.latex.decode import decode_latex
from litconv.text.latex.urls import decode_url, needs_decoding
from litconv.text.tags import unescape

_RAW: Final = frozenset(
    (*ROLES, "keywords", "keyword", "date", "urldate", "eventdate", "origdate", "pages")
)


def read_entry(
    block: Block, draft: BibDraft, macros: Macros, inheritance: Inheritance | None
) -> Record:
    """Give the record of an entry; `inheritance` is None where no entry refers to another."""
    fields: list[Field] = block.fields or []
    missing: list[Field] = []
    if inheritance:
        fields, missing = inheritance.complete(block.word, fields)
    entry = Entry(block.word, draft)
    draft.fields["id"] = block.key
    draft.type = TYPES.get(block.word, ItemType.DOCUMENT)
    items = entry.items
    for tag, raw, place, expression in fields:
        value = raw
        if expression and not raw.isdecimal():
            value = _joined(entry, tag, raw, place, macros)
        if tag not in _RAW and ("&" in value or needs_decoding(value)):
            value = _decoded(entry, tag, value, place)
        if tag not in items:
            items[tag] = Item(tag, value, place)
        elif value != items[tag].value:
            entry.again.append(Item(tag, value, place))
    if inheritance:
        for tag, key, place, _ in missing:
            entry.complain(f"{tag}: there is no entry {key!r}", place, tag)
            draft.keep(Item(tag, key, place))
        items.pop("crossref", None)
        items.pop("xdata", None)
    if block.word not in TYPES:
        draft.keep(Item("entrytype", block.word, block.start))
    _fill(entry)
    return draft.record()


def _joined(entry: Entry, tag: str, raw: str, place: int, macros: Macros) -> str:
    """Give the text of an expression; a macro that nobody defined stands for itself."""
    value, unknown = macros.value(raw)
    if macros.is_cut:
        entry.complain(f"{tag}: {TOO_LONG}", place, tag)
    for macro in unknown:
        entry.complain(f"{tag}: the macro {macro} is not defined", place, tag)
    return value


def _fill(entry: Entry) -> None:
    items = entry.items
    typed = not items.keys().isdisjoint(("type", "document_type"))
    for names, group in GROUPS:
        if not names.isdisjoint(items):
            group(entry)
    if entry.links:
        read_links(entry)
    if entry.is_thesis and not typed and entry.word in GENRES:
        entry.draft.fields["genre"] = GENRES[entry.word]
    handlers: dict[str, Callable[[Entry, Item], None]] = FIELDS
    for tag, item in entry.items.items():
        handlers.get(tag, unknown_field)(entry, item)
    for item in entry.again:
        entry.draft.keep(item)


def _decoded(entry: Entry, tag: str, value: str, place: int) -> str:
    if not needs_decoding(value):
        return unescape(value)  # ACM: `Queries &amp; Answers`
    if tag in VERBATIM:
        return decode_url(value)
    if tag in ("journal", "journaltitle") and value.startswith("\\"):
        title = JOURNAL_COMMANDS.get(value[1:].strip())  # NASA's ADS: `\apj`
        if title:
            return title
    found = decode_latex(value, rich=tag in RICH)
    if found.unknown:
        entry.unknown_commands(tag, found.unknown, place)
    if found.links:
        entry.links += [Item("url", link, place) for link in found.links]
    return unescape(found.text)
