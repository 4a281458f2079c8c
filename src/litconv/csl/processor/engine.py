"""A compiled style at work: references, their order, and what stands in when one fails."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from litconv.csl.processor.collation import collate
from litconv.csl.processor.compile import Sheet
from litconv.csl.processor.disambiguate import PLAIN, Shown, disambiguate
from litconv.csl.processor.lookup import locales
from litconv.csl.processor.people import Person
from litconv.csl.processor.repeats import NOWHERE, Author, Locator, Repeats
from litconv.csl.processor.richtext import plain, to_runs
from litconv.csl.processor.work import Work
from litconv.text.markup import Rich, Run, Shape


class Style:
    """A CSL style compiled for one locale."""

    def __init__(self, name: str, root: Any, locale: str) -> None:  # noqa: ANN401 (lxml)
        self.name = name
        self.locale = locale
        self._locales = locales(root, locale)
        self._english = locale.lower().startswith("en")
        self._sheet = Sheet(
            root,
            self._locales,
            english=self._english,
            pinyin=locale.lower().startswith("zh"),
        )

    @property
    def sheet(self) -> Sheet:
        """Give the compiled style."""
        return self._sheet

    def of(self, item: Mapping[str, Any]) -> Style:  # noqa: ARG002 (for styles with many locales)
        """Give the style for one item: itself, or the same in the locale of the item."""
        return self

    @property
    def has_bibliography(self) -> bool:
        """Say whether the style has a reference list at all (some have notes only)."""
        return "bibliography" in self._sheet.layouts

    @property
    def shape(self) -> Shape:
        """Say how the style sets its list."""
        hanging = self._sheet.areas["bibliography"].get("hanging-indent") == "true"
        return Shape(hanging=hanging, margin=self._sheet.flush)

    def render(
        self,
        item: Mapping[str, Any],
        *,
        number: int = 0,
        shown: Shown = PLAIN,
        repeats: Repeats | None = None,
    ) -> Rich:
        """Give the reference of a CSL-JSON item as runs; may raise on broken items.

        `number` is its place in the list, which numeric styles print; 0 for one that stands
        alone. `shown` and `repeats` are what the other entries have to do with it (see
        `told_apart` and `repeats`). No runs at all mean that the style lists no such works: APA
        cites personal communications in the text only.
        """
        work = Work(item, english=self._english)
        work.number, work.shown, work.repeats = number, shown, repeats
        text = self._sheet.layouts["bibliography"].render(work)
        return to_runs(text, self._sheet.terms.quotes)

    def render_safely(
        self,
        item: Mapping[str, Any],
        *,
        number: int = 0,
        shown: Shown = PLAIN,
        repeats: Repeats | None = None,
    ) -> tuple[Rich, Exception | None]:
        """Give the reference, or a plain one and the error when the item breaks the style."""
        if repeats is not None:
            repeats.begin()
        try:
            return self.render(item, number=number, shown=shown, repeats=repeats), None
        except Exception as error:  # noqa: BLE001 (one broken item must not end the run)
            return fallback(item), error

    def repeats(self) -> Repeats | None:
        """Give what a list keeps from entry to entry, if the style says so (3-em dashes)."""
        options = self._sheet.areas["bibliography"]
        substitute = options.get("subsequent-author-substitute")
        rule = options.get("subsequent-author-substitute-rule", "")
        return None if substitute is None else Repeats(substitute, rule)

    def told_apart(self, items: Sequence[Mapping[str, Any]], order: Iterable[int]) -> list[Shown]:
        """Give, for each item, what tells its citations from those of the others (2020a, 2020b)."""
        return disambiguate(self, items, order)

    def cite_text(
        self,
        item: Mapping[str, Any],
        shown: Shown = PLAIN,
        *,
        number: int = 0,
        author: Author | None = None,
        locator: Locator = NOWHERE,
    ) -> str:
        """Give one cite without the brackets around it, as marked-up text; "" for broken items."""
        try:
            work = self._cited(item, locator)
            work.number, work.shown, work.author = number, shown, author
            return self._cite(work)
        except Exception:  # noqa: BLE001 (one broken item must not end the run)
            return ""

    def cited_names(self, item: Mapping[str, Any]) -> list[tuple[Person, ...]]:
        """Give the lists of names that a cite of the item is about."""
        named: list[tuple[Person, ...]] = []
        with contextlib.suppress(Exception):  # one broken item must not end the run
            work = self._cited(item, NOWHERE)
            work.named = named
            self._cite(work)
        return named

    def _cited(self, item: Mapping[str, Any], locator: Locator) -> Work:
        data = {**item, "locator": locator.text} if locator.text else item
        work = Work(data, area="citation", english=self._english)
        work.locator_label = locator.label
        work.positions = ("first",)
        return work

    def _cite(self, work: Work) -> str:
        layout = self._sheet.layouts["citation"]
        text: str = layout.glue.join(layout.collect(work), "")
        return text

    def cite_keys(self, item: Mapping[str, Any], number: int) -> list[str | None]:
        """Give what a cite is sorted by among those of its cluster."""
        keys = self._sheet.sorts.get("citation", ())
        work = Work(item, area="citation", english=self._english)
        work.number = number
        return [key.key(work) for key in keys]

    def order(self, items: Iterable[Mapping[str, Any]]) -> list[int]:
        """Give the indexes of the items in the style's order; equal ones keep theirs."""
        keys = self._sheet.sorts.get("bibliography", ())
        rows = [self._row(item, keys) for item in items]
        return self.sorted(rows, "bibliography")

    def sorted(self, rows: Sequence[Sequence[str | None]], area: str) -> list[int]:
        """Give the order of rows of keys, as the style sorts in an area; equal ones keep theirs."""
        keys = self._sheet.sorts.get(area, ())
        indexes = list(range(len(rows)))
        descending = [key.descending for key in keys]

        def compare(left: int, right: int) -> int:
            for one, other, down in zip(rows[left], rows[right], descending, strict=True):
                if one == other:
                    continue
                if one is None or other is None:
                    return 1 if one is None else -1
                return (1 if one > other else -1) * (-1 if down else 1)
            return 0

        return sorted(indexes, key=functools.cmp_to_key(compare)) if keys else indexes

    def _row(self, item: Mapping[str, Any], keys: tuple[Any, ...]) -> list[str | None]:
        try:
            work = Work(item, english=self._english)
            return [key.key(work) for key in keys]
        except Exception:  # noqa: BLE001 (one broken item must not end the run)
            return [
                collate(str(item.get("title") or ""), pinyin=self._sheet.pinyin),
                *[None] * (len(keys) - 1),
            ]


def fallback(item: Mapping[str, Any]) -> Rich:
    """Give a plain reference of what a broken item has: names, year, title, id at the least."""
    pieces = [
        _names(item.get("author")),
        _year(item.get("issued")),
        *(item.get(key) for key in ("title", "container-title", "DOI", "URL")),
    ]
    texts = [plain(str(one)).strip() for one in pieces if isinstance(one, (str, int)) and one]
    text = ". ".join(one.rstrip(".") for one in texts if one)
    return (Run(f"{text}." if text else f"[{item.get('id', 'untitled')}]"),)


def _names(value: object) -> str:
    if not isinstance(value, list):
        return ""
    people = [one for one in value if isinstance(one, Mapping)]
    texts = [
        " ".join(str(one[key]) for key in ("family", "given", "literal") if one.get(key))
        for one in people
    ]
    return ", ".join(text for text in texts if text)


def _year(value: object) -> str:
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return str(parts) if isinstance(parts, (int, str)) and parts else ""
