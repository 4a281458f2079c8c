"""Ids of CSL items: texts, never empty, each used once."""

from __future__ import annotations

from typing import Any

from litconv.text.taken import TakenKeys


class UniqueIds:
    """Gives each item of one output an id of its own.

    Ids that differ only in case count as equal, because citeproc-py and BibTeX take them so; but
    those of items that came as CSL-JSON are other ids there, and stay.
    """

    def __init__(self) -> None:
        """Start with no id used."""
        self._taken = TakenKeys()
        self._count = 0

    def assign(self, item: dict[str, Any], *, exact: bool = False) -> bool:
        """Set `item["id"]` in place; say whether an id that was there had to change.

        An empty id is made from the item's position, `item-3`; a used one gets a number. With
        `exact` an id that differs in case from one before is no used one.
        """
        self._count += 1
        wanted = item["id"] or f"item-{self._count}"
        given = self._taken.give(wanted, _number, exact=exact)
        changed = bool(item["id"]) and given != item["id"]
        item["id"] = given
        return changed


def _number(tried: int) -> str:
    """Give 1 → -2, 2 → -3: the first of them has none."""
    return f"-{tried + 1}"
