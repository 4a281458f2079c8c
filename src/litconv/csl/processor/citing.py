"""Citations in the text: `(Davidson et al., 1999)`, `Davidson et al. (1999)`, `[1–3]`.

Specification: CSL 1.0.2, `cs:citation`: the cites of a cluster are sorted, and neighbours
collapsed, as the style says. citeproc-py sorts and joins only. Numbers and year suffixes are
those of the list of references that the style makes of the same items.

Known gaps: every cite is a first one (no ibid., no et-al-subsequent-min).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from litconv.csl.processor.repeats import NOWHERE, Author, Locator
from litconv.csl.processor.richtext import plain, to_runs
from litconv.csl.processor.work import Work

if TYPE_CHECKING:
    from litconv.csl.processor.disambiguate import Shown
    from litconv.csl.processor.engine import Style
    from litconv.text.markup import Rich

_SHORTEST_RANGE = 3  # [1, 2] but [1–3]
_MOST_NAMED = 2


class _Cite(NamedTuple):
    """One cite of a cluster: its place in the items, its text, its names, left out or not."""

    item: int
    text: str
    names: str = ""
    collapsed: bool = False


class Cites:
    """The citations of a list of CSL-JSON items in one style."""

    def __init__(self, style: Style, items: Sequence[Mapping[str, Any]]) -> None:
        """Take all items of the list: they are numbered and told apart once."""
        self.style = style
        self.items = items
        order = style.order(items)
        self._numbers = {index: number for number, index in enumerate(order, start=1)}
        self._shown: list[Shown] = style.told_apart(items, order)
        self._places = {str(item.get("id", "")): index for index, item in enumerate(items)}

    def cluster(
        self, keys: Sequence[str], *, narrative: bool = False, locator: Locator = NOWHERE
    ) -> Rich:
        """Give the citation of the items with these ids; KeyError for one that is not there.

        No runs at all mean that the style has nothing to print for any of them. `narrative` puts
        the names before the brackets, and such citations one after another; the locator belongs
        to the last item.
        """
        indexes = [self._places[key] for key in keys]
        if narrative:
            texts = [
                self._narrative(one, locator if one == indexes[-1] else NOWHERE) for one in indexes
            ]
            return to_runs("; ".join(filter(None, texts)), self.style.sheet.terms.quotes)
        cites = self._cites(indexes, locator)
        if not cites:
            return ()
        return to_runs(self._bracketed(self._joined(cites)), self.style.sheet.terms.quotes)

    def _cites(self, indexes: Sequence[int], locator: Locator) -> list[_Cite]:
        """Give the cites in the style's order; without the names that the one before has too."""
        last = indexes[-1]
        if self.style.sheet.sorts.get("citation"):  # a before b, where all else is equal
            indexes = sorted(
                indexes, key=lambda one: (len(self._shown[one].suffix), self._shown[one].suffix)
            )
        rows = [self.style.cite_keys(self.items[one], self._numbers[one]) for one in indexes]
        cites: list[_Cite] = []
        for place in self.style.sorted(rows, "citation"):
            one = indexes[place]
            skip = cites[-1].names if cites and self._collapses else ""
            author = Author(skip=skip)
            if text := self._text(one, author, locator if one == last else NOWHERE):
                cites.append(_Cite(one, text, author.text, author.hidden))
        return cites

    @property
    def _option(self) -> Mapping[str, str]:
        return self.style.sheet.areas["citation"]

    @property
    def _collapses(self) -> bool:
        return self._option.get("collapse", "").startswith("year")

    def _text(self, index: int, author: Author | None, locator: Locator = NOWHERE) -> str:
        return self.style.cite_text(
            self.items[index],
            self._shown[index],
            number=self._numbers[index],
            author=author,
            locator=locator,
        )

    def _joined(self, cites: list[_Cite]) -> str:
        """Give the cites with what stands between them."""
        glue = self.style.sheet.gluer.glue
        pieces = list(self._numbered(cites))
        if self._option.get("collapse", "").startswith("year-suffix"):
            pieces = list(self._suffixed(cites))
        text = ""
        for between, piece in pieces:
            text = glue(glue(text, between), piece) if text else piece
        return text

    @property
    def _delimiter(self) -> str:
        return str(self.style.sheet.layouts["citation"].get("delimiter", ""))

    def _between(self, left: _Cite, right: _Cite) -> str:
        same = bool(left.names) and left.names == right.names
        if same and "cite-group-delimiter" in self._option:
            return self._option["cite-group-delimiter"]
        after = self._option.get("after-collapse-delimiter")
        if right.collapsed:
            return ", " if after is None else self._delimiter
        if after is None or (not left.collapsed and self._option.get("collapse") == "year-suffix"):
            return self._delimiter
        return after

    def _numbered(self, cites: list[_Cite]) -> Iterator[tuple[str, str]]:
        """Yield (what stands before it, cite); runs of numbers as ranges where the style does."""
        ranges = self._option.get("collapse") == "citation-number"
        position = 0
        while position < len(cites):
            one = cites[position]
            between = self._between(cites[position - 1], one) if position else ""
            end = self._end_of_run(cites, position) if ranges else position
            yield between, one.text
            if end - position + 1 >= _SHORTEST_RANGE:
                yield "–", cites[end].text
                position = end
            position += 1

    def _end_of_run(self, cites: list[_Cite], start: int) -> int:
        end = start
        while end + 1 < len(cites):
            following = self._numbers[cites[end].item] + 1
            cite = cites[end + 1]
            bare = plain(cite.text).strip("[]() ") == str(following)  # no locator
            if self._numbers[cite.item] != following or not bare:
                break
            end += 1
        return end

    def _suffixed(self, cites: list[_Cite]) -> Iterator[tuple[str, str]]:
        """Yield (what stands before it, cite): `2020a`, `b`, or `2020a`, `–`, `c`."""
        between = self._option.get("year-suffix-delimiter", self._delimiter)
        ranged = self._option.get("collapse") == "year-suffix-ranged"
        for run in self._years(cites):
            first = cites.index(run[0])
            yield (self._between(cites[first - 1], run[0]) if first else ""), run[0].text
            letters = [self._shown[one.item].suffix for one in run[1:]]
            if ranged and len(run) >= _SHORTEST_RANGE:
                yield "–", letters[-1]
            else:
                yield from ((between, letter) for letter in letters)

    def _years(self, cites: list[_Cite]) -> Iterator[list[_Cite]]:
        """Yield runs of cites that differ in the letter after the year only, in its order."""
        run: list[_Cite] = []
        for cite in cites:
            if run and not self._follows(run[-1], cite):
                yield run
                run = []
            run.append(cite)
        if run:
            yield run

    def _follows(self, left: _Cite, right: _Cite) -> bool:
        one, other = self._shown[left.item].suffix, self._shown[right.item].suffix
        if not (one and other and left.names == right.names):
            return False
        bare = self.style.cite_text
        return bare(self.items[left.item]) == bare(self.items[right.item])

    def _bracketed(self, text: str) -> str:
        """Put the affixes of the layout around the cites."""
        layout = self.style.sheet.layouts["citation"]
        return str(layout.glue.wrap(layout.before, f"{layout.on}{text}{layout.off}", layout.after))

    def _narrative(self, index: int, locator: Locator) -> str:
        """Give the names and after them, in brackets, the rest."""
        author = Author(hide=True, narrative=True)
        rest = self._text(index, author, locator)
        names = author.text or self._plain_names(index)
        if not (names and rest):  # no names in the style and the item: as in brackets
            text = self._text(index, None, locator)
            return self._bracketed(text) if text else ""
        return f"{names} {self._bracketed(rest)}"

    def _plain_names(self, index: int) -> str:
        """Give the names for styles that cite by number: one, two, or the first and et al."""
        style = self.style.of(self.items[index])
        work = Work(self.items[index])
        people = next((found for role in ("author", "editor") if (found := work.people(role))), ())
        texts = [f"{one.particle} {one.family}".strip() for one in people]
        terms = style.sheet.terms
        if len(texts) > _MOST_NAMED:
            return f"{texts[0]} {terms.get('et-al') or 'et al.'}"
        return f" {terms.get('and') or '&'} ".join(texts)
