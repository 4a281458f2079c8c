"""The parts of a record that is being read: where they are gathered, kept and put together."""

from __future__ import annotations

from typing import Any, Final

from litconv.diagnostics import Diagnostics
from litconv.model import (
    Contributor,
    Identifiers,
    ItemType,
    Origin,
    OtherIdentifier,
    Pages,
    RawField,
    Record,
    Span,
    Subject,
    TranslatedTitle,
)
from litconv.reading.name_order import in_one_order
from litconv.reading.tagged import Item
from litconv.text.width import tidy

_SHOWN: Final = 60


class DraftParts:
    """What is known of one record so far; `record` gives it when all values are in.

    `fields` holds finished values of `Record`'s plain fields by name: a reader may look at them
    and set them, as long as a value that it replaces is kept.
    """

    __slots__ = (
        "affiliations",
        "column",
        "diagnostics",
        "extra",
        "fields",
        "file",
        "format",
        "ids",
        "isbn",
        "issn",
        "keywords",
        "line",
        "notes",
        "other_ids",
        "pages",
        "people",
        "subjects",
        "translated",
        "type",
    )

    def __init__(
        self, format_: str, file: str, line: int, diagnostics: Diagnostics, *, column: int = 1
    ) -> None:
        self.format = format_
        self.file = file
        self.line = line
        self.column = column
        self.diagnostics = diagnostics
        self.type = ItemType.DOCUMENT
        self.fields: dict[str, Any] = {}
        self.people: list[Contributor] = []
        self.affiliations: list[str] = []
        self.keywords: dict[str, None] = {}  # each once, in order
        self.notes: dict[str, None] = {}
        self.subjects: list[Subject] = []
        self.translated: list[TranslatedTitle] = []
        self.ids: dict[str, Any] = {}
        self.isbn: list[str] = []
        self.issn: list[str] = []
        self.other_ids: list[OtherIdentifier] = []
        self.pages: Pages | None = None
        self.extra: list[RawField] = []

    # ------------------------------------------------------------------ places and messages
    def span(self, item: Item) -> Span:
        """Give the place of a value."""
        return Span(self.file, item.line, item.column)

    def report(self, code: str, message: str, item: Item, *, field: str = "") -> None:
        """Say something about a value, at its place."""
        record = self.fields.get("id") or self.fields.get("title", "")
        self.diagnostics.report(code, message, span=self.span(item), record=record, field=field)

    def keep(self, item: Item, *, tag: str = "", value: str | None = None) -> None:
        """Keep what no field holds; `tag` is the CSL variable that means it, if there is one."""
        text = item.value if value is None else value
        if text.strip():
            self.extra.append(RawField(tag=tag or item.tag, value=text, span=self.span(item)))

    def odd(self, item: Item, field: str) -> None:
        """Keep a value that does not have the form its field needs, and say so."""
        shown = tidy(item.value)
        shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        self.report("value-not-understood", f"{item.tag}: {shown!r}", item, field=field)
        self.keep(item)

    # ------------------------------------------------------------------ the end
    def record(self) -> Record:
        """Give the record."""
        fields = self.fields
        if self.notes:
            fields["note"] = "\n".join(self.notes)
        if self.people:
            fields["contributors"] = tuple(in_one_order(self.people))
        if self.pages:
            fields["pages"] = self.pages
        if self.affiliations:
            fields["affiliations"] = tuple(self.affiliations)
        if self.keywords:
            fields["keywords"] = tuple(self.keywords)
        if self.subjects:
            fields["subjects"] = tuple(self.subjects)
        if self.translated:
            fields["translated_titles"] = tuple(self.translated)
        if self.extra:
            fields["extra"] = tuple(self.extra)
        if self.ids or self.isbn or self.issn or self.other_ids:
            fields["identifiers"] = Identifiers(
                isbn=tuple(self.isbn),
                issn=tuple(self.issn),
                other=tuple(self.other_ids),
                **self.ids,
            )
        origin = Origin(format=self.format, span=Span(self.file, self.line, self.column))
        return Record(type=self.type, origin=origin, **fields)
