"""The names that begin an entry, and what the entry before it has to do with them.

citeproc-py knows neither `subsequent-author-substitute` nor cites without their author. Here a list
or a cluster keeps one object from entry to entry: `Repeats` for the lines that stand for names in
a list, `Author` for the names that a cluster leaves out or that stand before the brackets.
"""

from __future__ import annotations

from typing import Final, NamedTuple

_EACH: Final = frozenset(("partial-each", "partial-first"))


class Locator(NamedTuple):
    """A place in a work: `12–15`, with CSL's name for its kind (page, chapter …)."""

    text: str = ""
    label: str = "page"


NOWHERE: Final = Locator()


class Repeats:
    """Puts `subsequent-author-substitute` in the place of names that the entry before had too."""

    def __init__(self, substitute: str, rule: str) -> None:
        """Take the two attributes of `cs:bibliography`."""
        self.substitute = substitute
        self.rule = rule or "complete-all"
        self._last: tuple[str, ...] = ()
        self._open = False

    def begin(self) -> None:
        """Begin an entry: the next names are those it begins with."""
        self._open = True

    def names(self, texts: list[str]) -> list[str] | None:
        """Give the names with those replaced that are; None when the substitute stands for all."""
        if not self._open:
            return texts
        self._open = False
        last, self._last = self._last, tuple(texts)
        if self.rule in _EACH:
            return self._partial(texts, last)
        if last != self._last:
            return texts
        return None if self.rule == "complete-all" else [self.substitute] * len(texts)

    def text(self, text: str) -> str:
        """Give a text that stands for the names: the title of a work without any."""
        return text if self.names([text]) is not None else self.substitute

    def _partial(self, texts: list[str], last: tuple[str, ...]) -> list[str]:
        same = 0
        for one, other in zip(texts, last, strict=False):
            if one != other:
                break
            same += 1
        same = min(same, 1) if self.rule == "partial-first" else same
        return [self.substitute] * same + texts[same:]


class Author:
    """The names that begin one cite: `hide` leaves them out, or those equal to `skip`."""

    def __init__(self, *, hide: bool = False, skip: str = "", narrative: bool = False) -> None:
        """`narrative` spells `&` out: that is for brackets only."""
        self.hide = hide
        self.skip = skip
        self.narrative = narrative
        self.text = ""
        self.hidden = False

    def take(self, text: str) -> str:
        """Remember the first names; give what is printed of them."""
        if self.text:
            return text
        self.text = text
        self.hidden = self.hide or text == self.skip
        return "" if self.hidden else text
