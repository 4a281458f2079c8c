"""What EndNote's, RefWorks' and NoteExpress' tags have in common, with what Chinese databases do.

Their tags are those of the programs' own columns: what a value is depends on the type of the work
and on the other tags of the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from litconv.model import Date, ItemType, Role
from litconv.reading.chinese import (
    add_abstract,
    add_affiliations,
    add_call_number,
    add_classes,
    add_keywords,
    add_page_count,
    add_pages,
    add_people,
    add_supervisors,
    is_page_count,
    title_text,
)
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.reading.values import Values
from litconv.text.chinese.databases import bare_number, is_degree, type_of_word
from litconv.text.dates import parse_date
from litconv.text.people import split_people
from litconv.text.script import has_han
from litconv.text.serials import split_serials
from litconv.text.width import fold_letters, tidy

_YEAR: Final = re.compile(r"(?<!\d)(1[4-9]|20|21)\d\d(?!\d)")
OWN_NUMBER_IN_SERIAL: Final = frozenset({ItemType.PATENT, ItemType.REPORT, ItemType.STANDARD})
"""Their number stands where ISBN and ISSN do: EndNote's reports and patents, CNKI's standards."""


class TaggedRecord(Values):
    """One record being read whose tags look at one another, and at its type.

    `first` and `last` have the first and the last value of each tag; `chinese` says that a Chinese
    database wrote the record.
    """

    __slots__ = ("chinese", "first", "last")

    numbered: ClassVar[frozenset[ItemType]] = frozenset()
    """Types whose issue is the work's own number."""
    whole: ClassVar[frozenset[ItemType]] = frozenset()
    """Types whose issue is the number in a series, and a lone number of pages the length."""

    def __init__(self, draft: Draft, items: Sequence[Item]) -> None:
        super().__init__(draft)
        tags = [item.tag for item in items]
        self.first = dict(zip(reversed(tags), reversed(items), strict=True))
        self.last = dict(zip(tags, items, strict=True))
        self.chinese = False

    def value(self, tag: str) -> str:
        """Give the first value of a tag, or ""."""
        return self.first[tag].value if tag in self.first else ""

    # ------------------------------------------------------------------ type, title, people
    def set_type(self, item: Item, types: Mapping[str, ItemType]) -> bool:
        """Set the type that a value names, in English or Chinese; say whether it is known."""
        draft, name = self.draft, tidy(item.value).lower()
        found = types.get(name) or type_of_word(name)
        if found is None:
            draft.odd(item, "type")
            return False
        draft.type = found
        if is_degree(name):
            draft.text("genre", item)
        return True

    def stated(self, item: Item) -> None:
        """Take a type: the first was set before all other values, a second one is kept."""
        if item is not self.first[item.tag]:
            self.draft.keep(item)

    def title(self, item: Item) -> None:
        """Take the title."""
        self.draft.text("title", item, title_text(item.value) if self.chinese else None)

    def names(self, role: Role, item: Item) -> None:
        """Add people; a Chinese list may hold them all, elsewhere a line has one."""
        value = item.value
        if self.chinese or has_han(value):
            add_people(self.draft, role, item)
            return
        # The comma that EndNote and RefWorks end a body with is what keeps it whole.
        comma = "," if value.rstrip().endswith(",") else ""
        for name in split_people(value):
            self.draft.person(role, item, name + comma)

    def supervisors(self, item: Item) -> None:
        """Take who supervised a thesis."""
        add_supervisors(self.draft, item)

    def addresses(self, item: Item) -> None:
        """Take the addresses of authors."""
        add_affiliations(self.draft, item)

    # ------------------------------------------------------------------ numbers
    def volume(self, item: Item) -> None:
        """Take the volume."""
        self.draft.number("volume", item, bare_number(item.value))

    def issue(self, item: Item) -> None:
        """Take the issue, the work's own number, or the number in a series."""
        draft = self.draft
        if draft.type in self.numbered:
            draft.text("number", item)
        elif draft.type in self.whole or draft.type is ItemType.CHAPTER:
            draft.keep(item, tag="collection-number")
        else:
            draft.number("issue", item, bare_number(item.value))

    def pages(self, item: Item) -> None:
        """Take pages, or the length of a whole work."""
        if self.draft.type in self.whole and is_page_count(item.value):
            add_page_count(self.draft, item)
        else:
            add_pages(self.draft, item)

    def page_count(self, item: Item) -> None:
        """Take the number of pages."""
        add_page_count(self.draft, item)

    def serial(self, item: Item) -> None:
        """Take ISSN or ISBN; the number of a patent, report or standard."""
        type_ = self.draft.type
        if type_ in OWN_NUMBER_IN_SERIAL and (
            type_ is not ItemType.REPORT or is_own_number(item.value)
        ):
            self.draft.text("number", item, fold_letters(tidy(item.value)))
        else:
            self.draft.serial(item)

    def call_number(self, item: Item) -> None:
        """Take a shelf mark, or the 国内统一刊号 of a Chinese journal."""
        add_call_number(self.draft, item)

    # ------------------------------------------------------------------ dates
    def year(self, item: Item) -> None:
        """Take the year of issue, or a whole date."""
        found = parse_date(item.value)
        if found is None and (words := tidy(item.value)).strip("-/.0 "):
            self.no_year(item, words)
        else:
            set_date(self.draft, "issued", item, found)

    def no_year(self, item: Item, words: str) -> None:
        """Take words in place of the year."""
        draft = self.draft
        if draft.fields.get("issued"):
            draft.odd(item, "issued")
        else:
            message = f"{item.tag}: {words[:60]!r}"
            draft.report("value-not-understood", message, item, field="issued")
            draft.fields["issued"] = Date(literal=words)

    def known_year(self, tag: str) -> int | None:
        """Give the year that stands in the value of a tag."""
        match = _YEAR.search(self.value(tag))
        return int(match[0]) if match else None

    # ------------------------------------------------------------------ contents
    def keywords(self, item: Item) -> None:
        """Take keywords, one or all of them."""
        alone = self.first[item.tag] is self.last[item.tag]
        add_keywords(self.draft, item, alone=alone)

    def classes(self, item: Item) -> None:
        """Take classes of the Chinese Library Classification."""
        add_classes(self.draft, item)

    def abstract(self, item: Item) -> None:
        """Take the abstract."""
        add_abstract(self.draft, item, chinese=self.chinese)


def is_own_number(value: str) -> bool:
    """Say whether a value is neither ISBN nor ISSN."""
    return bool(value.strip() and split_serials(value).rest)
