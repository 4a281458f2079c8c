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
from litconv.formats.bibtex.read_groups import groups_of, read_links
from litconv.formats.bibtex.reading import BibDraft, Entry, unknown_field
from litconv.formats.bibtex.scan import Block, Expression, Field
from litconv.formats.bibtex.values import JOURNAL_COMMANDS, TOO_LONG, Macros
from litconv.model import ItemType, Record
from litconv.reading.tagged import Item
from litconv.text.latex.decode import decode_latex
from litconv.text.latex.urls import decode_url, is_marked, needs_decoding
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
    raw = draft.raw(block.start, block.end)
    marked = inheritance is not None or "&" in raw or is_marked(raw)
    entry = Entry(block.word, draft)
    draft.fields["id"] = block.key
    draft.type = TYPES.get(block.word, ItemType.DOCUMENT)
    items = entry.items
    for field in fields:
        item = field
        if type(field) is Expression:
            item = _plain(entry, _expanded(entry, field, macros))
        elif marked or "--" in (value := field.value) or "{" in value or "}" in value:
            item = _plain(entry, field)
        if item.tag not in items:
            items[item.tag] = item
        elif item.value != items[item.tag].value:
            entry.again.append(item)
    if inheritance:
        for one in missing:
            entry.complain(f"{one.tag}: there is no entry {one.value!r}", one)
            draft.keep(one)
        items.pop("crossref", None)
        items.pop("xdata", None)
    if block.word not in TYPES:
        draft.keep(Item("entrytype", block.word, block.start))
    _fill(entry)
    return draft.record()


def _expanded(entry: Entry, field: Expression, macros: Macros) -> Item:
    """Give the text of an expression; a macro that nobody defined stands for itself."""
    value, unknown = macros.value(field.value)
    if macros.is_cut:
        entry.complain(f"{field.tag}: {TOO_LONG}", field)
    for macro in unknown:
        entry.complain(f"{field.tag}: the macro {macro} is not defined", field)
    return Item(field.tag, value, field.line)


def _fill(entry: Entry) -> None:
    items = entry.items
    typed = "type" in items or "document_type" in items
    for group in groups_of(tuple(items)):
        group(entry)
    if entry.links:
        read_links(entry)
    if entry.is_thesis and not typed and entry.word in GENRES:
        entry.draft.fields["genre"] = GENRES[entry.word]
    handlers: dict[str, Callable[[Entry, Item], None]] = FIELDS
    for tag, item in items.items():
        handlers.get(tag, unknown_field)(entry, item)
    for item in entry.again:
        entry.draft.keep(item)


def _plain(entry: Entry, item: Item) -> Item:
    """Give a field without LaTeX, unless its own function reads that."""
    tag, value = item.tag, item.value
    if tag in _RAW or not ("&" in value or needs_decoding(value)):
        return item
    return Item(tag, _decoded(entry, item, value), item.line)


def _decoded(entry: Entry, item: Item, value: str) -> str:
    tag = item.tag
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
        commands = ", ".join(found.unknown)
        entry.complain(f"{tag}: {commands} not known, left as written", item)
    if found.links:
        entry.links += [Item("url", link, item.line) for link in found.links]
    return unescape(found.text)
