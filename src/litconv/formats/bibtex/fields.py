"""The fields of one entry while it is filled, and what found no place among them."""

from __future__ import annotations

import re
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.extras import EXTRA_FIELDS, field_of
from litconv.formats.bibtex.own_fields import OTHERS
from litconv.formats.bibtex.types import FIELDS, entry_type
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.text.bibtex.titles import title_to_latex
from litconv.text.latex.encode import to_ascii_latex, to_latex
from litconv.writing.losses import report_losses

SAMPLE: Final = 20
_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)


class Fields:
    """One entry as it is filled, and what found no place.

    `fields` holds each field's whole line by its name, as it stands in the file.
    """

    __slots__ = (
        "_allowed",
        "_tex",
        "biblatex",
        "cut",
        "extras",
        "fields",
        "lost",
        "lost_extras",
        "options",
        "record",
        "type",
        "unnamed",
    )

    def __init__(self, record: Record, options: WriteOptions, *, biblatex: bool) -> None:
        self.record = record
        self.options = options
        self.biblatex = biblatex
        self.type = entry_type(record, biblatex=biblatex)
        self.fields: dict[str, str] = {}
        self.lost: list[str] = []
        self.lost_extras: list[str] = ["relations"] if record.relations else []
        self.extras: dict[str, list[str]] = {}
        self.unnamed: list[str] = []
        self.cut = _cut_lists(record) if record.extra else set()
        self._tex = to_ascii_latex if options.ascii_only else to_latex
        self._allowed = FIELDS[self.type] if biblatex else None

    def report(self, diagnostics: Diagnostics) -> None:
        """Say what was not written."""
        record, title = self.record, "biblatex" if self.biblatex else "BibTeX"
        if self.lost:
            report_losses(record, self.lost, diagnostics, format_title=title, extra_facts=())
        if lost := self.lost_extras:
            report_losses(record, lost, diagnostics, format_title=title, extra_facts=lost)
        if not self.options.ascii_only:
            return
        left = {char for value in self.fields.values() for char in value if not char.isascii()}
        if left:
            diagnostics.report(
                "not-ascii",
                f"no LaTeX form for {_sample(left)}; written as they are",
                span=record.span,
                record=record.id,
            )

    # ------------------------------------------------------------------ putting values in
    def _put(self, name: str, value: str, field: str) -> None:
        """Put a finished value; `field` of the record is lost where `name` has no place."""
        if not value:
            return
        if name in self.fields or (self._allowed is not None and name not in self._allowed):
            self.lost.append(field)
        else:
            self.fields[name] = f"  {name} = {{{value}}},\n"

    def _text(self, name: str, text: str, field: str) -> None:
        """Put plain text as `_put` does a value."""
        value = self._tex(text)
        if not value:
            return
        if name in self.fields or (self._allowed is not None and name not in self._allowed):
            self.lost.append(field)
        else:
            self.fields[name] = f"  {name} = {{{value}}},\n"

    def _list(self, name: str, text: str, field: str) -> None:
        """Put a value of a field that is a list joined by `and`: one of one item."""
        value = self._tex(text)
        several = "nd" in text.lower() and _AND.search(text)
        self._put(name, f"{{{value}}}" if several else value, field)

    def _title(self, name: str, text: str, field: str) -> None:
        self._put(name, title_to_latex(text, self._tex), field)

    def _extra(self, fact: str, text: str) -> None:
        """Put an extra fact, if they are wanted; several in one field are joined by `; `."""
        value = self._tex(text)
        if value and self.options.extras:
            self.extras.setdefault(EXTRA_FIELDS[fact][self.biblatex], []).append(value)
        elif value:
            self.lost_extras.append(field_of(fact))


def _cut_lists(record: Record) -> set[str]:
    """Give the tags that say that a list of names is cut: `author-others`."""
    return {raw.tag for raw in record.extra if raw.tag.endswith(OTHERS)}


def _sample(letters: set[str]) -> str:
    """Give the letters, no more than fit a line."""
    text = "".join(sorted(letters))
    return text if len(text) <= SAMPLE else f"{text[:SAMPLE]}…"
