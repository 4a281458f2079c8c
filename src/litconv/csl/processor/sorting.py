"""Sort keys.

citeproc-py's `sort()` crashes on a `season`. Here texts compare as `collation` says, dates by time;
an item that lacks a key goes to the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litconv.csl.processor.collation import collate
from litconv.csl.processor.nodes import Node
from litconv.csl.processor.numbers import NUMERIC_VARIABLES
from litconv.csl.processor.richtext import plain
from litconv.csl.processor.work import DATE_VARIABLES, NAME_VARIABLES

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work


class KeyNode(Node):
    """`cs:key`: what a work is sorted by."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.descending = self.get("sort", "") == "descending"
        self.variable = self.get("variable", "")
        self.macro: Node | None = sheet.macros.get(self.get("macro", ""))
        self.options: dict[str, Any] = {"sort_order": "all"}
        for attribute, option in (("names-min", "et_al_min"), ("names-use-first", "et_al_first")):
            if value := self.get(attribute, ""):
                self.options[option] = int(value)
        if value := self.get("names-use-last", ""):
            self.options["et_al_last"] = value == "true"

    def key(self, work: Work) -> str | None:
        """Give the key of a work, None when it has none."""
        work.reset()
        work.sorting = True
        work.sort_options = self.options
        try:
            text = self._text(work)
        finally:
            work.reset()
        text = plain(text).strip()
        return collate(text, pinyin=self.sheet.pinyin) or None if text else None

    def _text(self, work: Work) -> str:
        name = self.variable
        if not name:
            return self.macro.render(work) if self.macro is not None else ""
        if name in DATE_VARIABLES:
            date = work.date(name)
            return date.sort_key if date else ""
        if name in NAME_VARIABLES:
            return "; ".join(f"{one.family} {one.given} {one.suffix}" for one in work.people(name))
        if name in NUMERIC_VARIABLES:
            return work.raw(name)
        return work.text(name)
