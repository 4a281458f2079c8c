"""A whole file: its blocks in order, with the macros and parents that any of them may need.

How a long file is held stands in `parts`, how text is divided in `scan`, what fields mean in
`read_entry` and `from_types`, what entries inherit in `inherit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.inherit import Inheritance, parents_among, referred_keys
from litconv.formats.bibtex.outside import Outside
from litconv.formats.bibtex.parts import Part, Parts
from litconv.formats.bibtex.read_entry import read_entry
from litconv.formats.bibtex.reading import BibDraft
from litconv.formats.bibtex.recover import recover
from litconv.formats.bibtex.scan import NOT_ENTRIES, Block, blocks
from litconv.formats.bibtex.values import TOO_LONG, Macros
from litconv.model import Record
from litconv.source import Source

_DOES_NOT_COUNT: Final = frozenset(("xdata",))


def read_file(source: Source, name: str, diagnostics: Diagnostics) -> Iterator[Record]:
    """Yield the records in the order of the entries; what cannot be read is set aside."""
    macros = Macros()
    outside = Outside(diagnostics)
    with closing(Parts(source)) as parts:
        inheritance = _look_ahead(parts, macros)
        for part in parts:
            outside.enter(part)
            yield from _read_part(part, name, diagnostics, macros, inheritance, outside)
    outside.close()


def _look_ahead(parts: Parts, macros: Macros) -> Inheritance | None:
    """Take the macros and the parents that stand behind what needs them."""
    keys: frozenset[str] = frozenset()
    for part in parts:
        text = part.text
        small = text.lower()
        if "@string" in small or "@ string" in small:
            for block in blocks(text):
                for one in (block.fields or ()) if block.word == "string" else ():
                    macros.foresee(one.tag, one.value)
        if "crossref" in small or "xdata" in small:
            keys |= referred_keys(text)
    if not keys:
        return None
    parts.join()  # inherited values have their place in the text of their entry
    return Inheritance(
        parents_among((block for part in parts for block in blocks(part.text)), keys)
    )


def _read_part(
    part: Part,
    name: str,
    diagnostics: Diagnostics,
    macros: Macros,
    inheritance: Inheritance | None,
    outside: Outside,
) -> Iterator[Record]:
    text = part.text
    line, counted, end = part.line, 0, 0
    for block in blocks(text):
        outside.text(end, block.start)
        end = block.end
        if block.word in NOT_ENTRIES and block.fields is not None:
            _define(macros, block, part, diagnostics)
            outside.block(block)
        elif block.word == "string":
            _reject(part, block, "this @string could not be read", diagnostics)
        elif block.word not in _DOES_NOT_COUNT:
            line += text.count("\n", counted, block.start)
            counted = block.start
            whole = _whole(part, block, diagnostics)
            if whole is not None:
                draft = BibDraft(name, part, line, diagnostics)
                yield read_entry(whole, draft, macros, inheritance)
    outside.text(end, len(text))


def _define(macros: Macros, block: Block, source: Source, diagnostics: Diagnostics) -> None:
    """Take the macros of a `@string`, and say where one cannot be held."""
    for one in block.fields or ():
        macros.define(one.tag, one.value)
        if macros.is_cut:
            span = source.span(one.line)
            diagnostics.report("value-not-understood", f"{one.tag}: {TOO_LONG}", span=span)


def _whole(source: Source, block: Block, diagnostics: Diagnostics) -> Block | None:
    """Give the entry, repaired if it is damaged; None where nothing can be read of it."""
    if block.fields or (block.fields is not None and " " not in block.key):
        return block
    found = recover(source.text, block)
    if not found.fields:
        _reject(source, block, "no field of this entry could be read", diagnostics)
        return None
    for place, message in found.faults:
        diagnostics.report("syntax-repaired", message, span=source.span(place), record=found.key)
    return Block(found.word, found.key, found.fields, block.start, block.end)


def _reject(source: Source, block: Block, message: str, diagnostics: Diagnostics) -> None:
    diagnostics.report("record-invalid", message, span=source.span(block.start), record=block.key)
    diagnostics.reject(source.text[block.start : block.end].rstrip() + "\n")
