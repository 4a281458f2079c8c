"""A compiled style at work: references, their order, and what stands in when one fails."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

from litconv.csl.compile import Sheet
from litconv.csl.lookup import locales
from litconv.csl.richtext import plain, to_runs
from litconv.csl.sorting import Collated, collate
from litconv.csl.work import Work
from litconv.text.markup import Rich, Run


class Style:
    """A CSL style compiled for one locale."""

    def __init__(self, name: str, root: Any, locale: str) -> None:  # noqa: ANN401 (lxml)
        self.name = name
        self.locale = locale
        self._locales = locales(root, locale)
        self._english = locale.lower().startswith("en")
        self._sheet = Sheet(root, self._locales, english=self._english)

    @property
    def has_bibliography(self) -> bool:
        """Say whether the style has a reference list at all (some have notes only)."""
        return "bibliography" in self._sheet.layouts

    def render(self, item: Mapping[str, Any], *, number: int = 0) -> Rich:
        """Give the reference of a CSL-JSON item as runs; may raise on broken items.

        `number` is its place in the list, which numeric styles print; 0 for one that stands
        alone. No runs at all mean that the style lists no such works: APA cites personal
        communications in the text only.
        """
        work = Work(item, english=self._english)
        work.number = number
        text = self._sheet.layouts["bibliography"].render(work)
        return to_runs(text, self._sheet.terms.quotes)

    def render_safely(
        self, item: Mapping[str, Any], *, number: int = 0
    ) -> tuple[Rich, Exception | None]:
        """Give the reference, or a plain one and the error when the item breaks the style."""
        try:
            return self.render(item, number=number), None
        except Exception as error:  # noqa: BLE001 (one broken item must not end the run)
            return fallback(item), error

    def order(self, items: Iterable[Mapping[str, Any]]) -> list[int]:
        """Give the indexes of the items in the style's order; equal ones keep theirs."""
        keys = self._sheet.sorts.get("bibliography", ())
        rows = [self._row(item, keys) for item in items]
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

    def _row(self, item: Mapping[str, Any], keys: tuple[Any, ...]) -> list[Collated | None]:
        try:
            work = Work(item, english=self._english)
            return [key.key(work) for key in keys]
        except Exception:  # noqa: BLE001 (one broken item must not end the run)
            return [collate(str(item.get("title") or "")), *[None] * (len(keys) - 1)]


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
