"""Formats with one tag a line: what is done with the value of each tag stands in a table.

A format derives its own record from `Values`, or from `TaggedRecord` where values have to look at
other tags, and adds a method for each value that only it has. Its table of actions has for each
tag such a method, one of those here, or what `text`, `number`, `date` and `kept` give; values of
tags without an action are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Self

from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.languages import language_tag
from litconv.text.width import tidy


class Values:
    """One record being read: its draft, and what becomes of values that say all themselves."""

    __slots__ = ("draft",)

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def take(
        self, items: Iterable[Item], actions: Mapping[str, Callable[[Self, Item], None]]
    ) -> None:
        """Do with each value what the table says."""
        for item in items:
            action = actions.get(item.tag)
            if action is None:
                self.draft.keep(item)
            else:
                action(self, item)

    def nothing(self, item: Item) -> None:
        """Leave a value alone that says nothing, or is known by now."""

    def note(self, item: Item) -> None:
        """Take a note."""
        self.draft.note(tidy(item.value))

    def language(self, item: Item) -> None:
        """Take the language, by its name or code."""
        self.draft.text("language", item, language_tag(tidy(item.value)))

    def pages(self, item: Item) -> None:
        """Take pages."""
        self.draft.page_range(item)

    def article_number(self, item: Item) -> None:
        """Take the article number."""
        self.draft.article_number(item)

    def serial(self, item: Item) -> None:
        """Take ISSN or ISBN."""
        self.draft.serial(item)

    def doi(self, item: Item) -> None:
        """Take a DOI; anything else is odd in its place."""
        if not self.draft.doi(item):
            self.draft.odd(item, "identifiers")


Action = Callable[[Values, Item], None]


def text(field: str) -> Action:
    """Give the action that sets a text field."""
    return lambda reading, item: reading.draft.text(field, item)


def number(field: str) -> Action:
    """Give the action that sets volume or issue."""
    return lambda reading, item: reading.draft.number(field, item)


def date(field: str) -> Action:
    """Give the action that sets a date."""
    return lambda reading, item: set_date(reading.draft, field, item)


def kept(variable: str) -> Action:
    """Give the action that keeps a value as a CSL variable."""
    return lambda reading, item: reading.draft.keep(item, tag=variable)
