"""The locale of each entry by its own language: `et al.` for English works, `等` for Chinese ones.

CSL 1.0.2 knows one locale per style. Users of Chinese lists want each entry's own: the language
says which, and where the item states none, Chinese characters in the title do. This is what
`auto` means for styles whose own locale is Chinese; in all others every entry has the locale of
the style, as their manuals and the reference processor have it (APA prints a Chinese work with
`&`, `Eds.` and `et al.`). `--locale zh-CN` makes all entries Chinese, in any style.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from litconv.csl.processor.compile import Sheet
from litconv.csl.processor.disambiguate import PLAIN, Shown
from litconv.csl.processor.engine import Style
from litconv.csl.processor.people import Person
from litconv.csl.processor.repeats import NOWHERE, Author, Locator, Repeats
from litconv.text.markup import Rich, Shape

_HAN = re.compile("[\u4e00-\u9fff]")
_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_LATIN = re.compile("[A-Za-z]")
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def entry_locale(item: Mapping[str, Any]) -> str | None:
    """Give the locale an item asks for; None leaves it to the style.

    Chinese and English are told apart; other languages keep the style's locale, because their
    readers expect one language in the terms of a list.
    """
    language = str(item.get("language") or "").strip().lower().replace("_", "-")
    if language.startswith(("zh", "chi")):
        return "zh-TW" if language.startswith(_TRADITIONAL) else "zh-CN"
    if language.startswith("en"):
        return "en-US"
    title = str(item.get("title") or "")
    if language or _KANA_OR_HANGUL.search(title):
        return None
    if _HAN.search(title):
        return "zh-CN"
    return "en-US" if _LATIN.search(title) else None


class ByLanguage(Style):
    """A style that formats each item in the locale of the item's language."""

    def __init__(self, base: Style, load: Callable[[str], Style]) -> None:
        """Take the style in its own locale, and what loads it for another."""
        self.name = base.name
        self.locale = "auto"
        self._base = base
        self._load = load

    def _style(self, item: Mapping[str, Any]) -> Style:
        wanted = entry_locale(item)
        return self._load(wanted) if wanted else self._base

    @property
    def has_bibliography(self) -> bool:
        """Say whether the style has a reference list at all."""
        return self._base.has_bibliography

    @property
    def shape(self) -> Shape:
        """Say how the style sets its list."""
        return self._base.shape

    @property
    def sheet(self) -> Sheet:
        """Give the compiled style in its own locale: one list has one set of options."""
        return self._base.sheet

    def of(self, item: Mapping[str, Any]) -> Style:
        """Give the style in the locale of an item."""
        return self._style(item)

    def render(
        self,
        item: Mapping[str, Any],
        *,
        number: int = 0,
        shown: Shown = PLAIN,
        repeats: Repeats | None = None,
    ) -> Rich:
        """Give the reference of an item in the locale of its language."""
        return self._style(item).render(item, number=number, shown=shown, repeats=repeats)

    def repeats(self) -> Repeats | None:
        """Give what a list keeps from entry to entry."""
        return self._base.repeats()

    def told_apart(self, items: Sequence[Mapping[str, Any]], order: Iterable[int]) -> list[Shown]:
        """Give what tells the citations of the items apart."""
        return self._base.told_apart(items, order)

    def cite_text(
        self,
        item: Mapping[str, Any],
        shown: Shown = PLAIN,
        *,
        number: int = 0,
        author: Author | None = None,
        locator: Locator = NOWHERE,
    ) -> str:
        """Give one cite in the locale of its language."""
        style = self._style(item)
        return style.cite_text(item, shown, number=number, author=author, locator=locator)

    def cited_names(self, item: Mapping[str, Any]) -> list[tuple[Person, ...]]:
        """Give the lists of names that a cite of the item is about."""
        return self._base.cited_names(item)

    def cite_keys(self, item: Mapping[str, Any], number: int) -> list[str | None]:
        """Give what a cite is sorted by among those of its cluster."""
        return self._base.cite_keys(item, number)

    def sorted(self, rows: Sequence[Sequence[str | None]], area: str) -> list[int]:
        """Give the order of rows of keys, as the style sorts in an area."""
        return self._base.sorted(rows, area)

    def order(self, items: Iterable[Mapping[str, Any]]) -> list[int]:
        """Give the order of the style in its own locale: one list has one order."""
        return self._base.order(items)
