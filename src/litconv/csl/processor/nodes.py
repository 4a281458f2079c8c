"""The base of all our nodes: what is constant per style is worked out once, in `prepare`.

citeproc-py spends most of its time on questions whose answer never changes: which macro a name
means, which options a name inherits, which variables a subtree calls. Here each node keeps those
answers; the style keeps its nodes alive, because lxml makes a new object for an element that
nobody holds.

The classes are mix-ins without a base: `lookup.py` joins each with the node of citeproc-py whose
place it takes, so that importing this module does not load citeproc-py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from litconv.csl.processor.richtext import (
    BOLD,
    ITALIC,
    QUOTE,
    SMALL_CAPS,
    SUB,
    SUP,
    UNDERLINE,
    UPRIGHT,
)
from litconv.csl.processor.textcase import apply

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work

_FORMATS = {
    ("font-style", "italic"): ITALIC,
    ("font-style", "oblique"): ITALIC,
    ("font-style", "normal"): UPRIGHT,
    ("font-variant", "small-caps"): SMALL_CAPS,
    ("font-weight", "bold"): BOLD,
    ("text-decoration", "underline"): UNDERLINE,
    ("vertical-align", "sup"): SUP,
    ("vertical-align", "sub"): SUB,
}


def _nodes(parent: Node) -> Iterator[Node]:
    return (kid for kid in parent.iterchildren() if isinstance(kid, Node))


class Node:
    """An element of a style. `render` gives marked-up text, "" when there is nothing to print."""

    if TYPE_CHECKING:
        tag: Any
        attrib: Mapping[str, str]

        def get(self, key: str, default: str = "") -> str:
            """Give an attribute (lxml)."""
            raise NotImplementedError

        def iterchildren(self) -> Iterator[object]:
            """Yield the child elements (lxml)."""
            raise NotImplementedError

    sheet: Sheet
    kids: tuple[Node, ...] = ()

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style; called once, parents before children."""
        self.sheet = sheet
        self.glue = sheet.gluer
        self.kids = tuple(_nodes(self))
        self.before = self.get("prefix", "")
        self.after = self.get("suffix", "")
        pairs = [pair for key, pair in _FORMATS.items() if self.get(key[0], "") == key[1]]
        self.on = "".join(pair.on for pair in reversed(pairs))
        self.off = "".join(pair.off for pair in pairs)
        self.case = self.get("text-case", "")
        self.quoted = self.get("quotes", "") == "true"
        self.no_periods = self.get("strip-periods", "") == "true"
        self.plain = not (self.on or self.case or self.quoted or self.no_periods)
        self.affixed = bool(self.before or self.after)

    def render(self, work: Work) -> str:
        """Give what this node prints for the work."""
        return self.glue.join(self.collect(work), "") if self.kids else ""

    def collect(self, work: Work) -> list[str]:
        """Give what the children print, without empty texts."""
        out: list[str] = []
        for kid in self.kids:
            kid.emit(work, out)
        return out

    def collect_group(self, work: Work) -> list[str]:
        """Give the children's pieces if the group that they are prints, else none.

        It prints if a variable in it does, or if it calls none and has a term or value; what
        prints counts as a variable of the group around it.
        """
        outer = work.called, work.printed, work.fixed
        work.called = work.printed = work.fixed = False
        pieces = self.collect(work)
        called, printed = work.called, work.printed or (work.fixed and not work.called)
        work.called, work.printed, work.fixed = outer
        work.called = work.called or called
        if not (pieces and printed):
            return []
        work.printed = True
        return pieces

    def emit(self, work: Work, out: list[str]) -> None:
        """Add what this node prints to the parent's pieces."""
        text = self.render(work)
        if text:
            out.append(text)

    def decorate(self, text: str, work: Work, *, english: bool | None = None) -> str:
        """Apply strip-periods, text-case, formatting, quotes and affixes; "" stays "".

        `english` is about title case: by default as the item is, for terms as the locale is.
        """
        if not text:
            return ""
        if not self.plain:
            if self.no_periods:
                text = text.replace(".", "")
            if self.case:
                text = apply(text, self.case, english=work.english if english is None else english)
            if self.on:
                text = f"{self.on}{text}{self.off}"
            if self.quoted:
                text = f"{QUOTE.on}{text}{QUOTE.off}"
        if self.affixed:
            text = self.glue.wrap(self.before, text, self.after)
        return text
