"""An entry while it is read: its fields by name, and the draft of the record they become."""

from __future__ import annotations

from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.source import Source
from litconv.text.width import tidy

_THESES: Final = frozenset(
    ("thesis", "phdthesis", "mastersthesis", "masterthesis", "bathesis", "bachelorsthesis")
)
_REPORTS: Final = frozenset(("report", "techreport"))


class BibDraft(Draft):
    """A draft whose items know where they stand by their offset: as `line`, until it is needed.

    Most values are never spoken of, and finding the line of each would take longer than the rest.
    """

    def __init__(self, format_: str, source: Source, line: int, diagnostics: Diagnostics) -> None:
        super().__init__(format_, source.name, line, diagnostics)
        self._source = source

    def raw(self, start: int, end: int) -> str:
        """Give the text of the source between two offsets."""
        return self._source.text[start:end]

    def put(self, field: str, item: Item) -> None:
        """Set a text field as `text` does, quickly where nothing is to be said about the value."""
        text = tidy(item.value)
        if text and field not in self.fields and "&" not in text and text[-1] not in "/:,;":
            self.fields[field] = text
        else:
            self.tidied(field, item, text)

    def span(self, item: Item) -> Span:
        """Give the place of a value."""
        return self._source.span(item.line)


class Entry:
    r"""The fields of one entry by their names in small letters.

    `items` are those still to be read, in the order of the source; `again` those that came twice
    with another value; `links` the targets of `\href` in any of them.
    """

    __slots__ = ("again", "draft", "items", "links", "word")

    def __init__(self, word: str, draft: BibDraft) -> None:
        self.word = word
        self.draft = draft
        self.items: dict[str, Item] = {}
        self.again: list[Item] = []
        self.links: list[Item] = []

    def take(self, *names: str) -> Item | None:
        """Take out the first of these fields that is there and not empty."""
        for name in names:
            item = self.items.get(name)
            if item is not None:
                del self.items[name]
                if item.value.strip():
                    return item
        return None

    def value(self, name: str) -> str:
        """Give a field's value, or "", and leave it where it is."""
        item = self.items.get(name)
        return item.value if item is not None else ""

    @property
    def is_thesis(self) -> bool:
        """Whether it is a thesis of any kind."""
        return self.word in _THESES

    @property
    def is_report(self) -> bool:
        """Whether it is a report."""
        return self.word in _REPORTS

    def complain(self, message: str, item: Item) -> None:
        """Say that a value could not be understood as a whole."""
        self.draft.report("value-not-understood", message, item)


def unknown_field(entry: Entry, item: Item) -> None:
    """Keep what has no meaning here under its own name."""
    entry.draft.keep(item, value=item.value.strip())
