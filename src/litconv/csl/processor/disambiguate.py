"""Which citations of a list look the same, and how they are told apart.

Specification: CSL 1.0.2, "Disambiguation": given names (`given`), more names before et al., then
year suffixes (2020a, 2020b) in the order of the list, or `disambiguate="true"` where a style has
no suffixes. citeproc-py has none of it. The reference processor tries the steps one after another
and keeps those that made a group of equal citations smaller; so does this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, NamedTuple

from litconv.csl.processor.given import BY_CITE, FULL, GivenNames

if TYPE_CHECKING:
    from litconv.csl.processor.engine import Style

_MOST_NAMES = 50  # nobody is told apart by the name after that


class Shown(NamedTuple):
    """What the citations of a work show beyond what all show."""

    names: int = 0
    """At least so many names before et al."""
    givens: tuple[int, ...] = ()
    """By place: how much of the given name (see `given`)."""
    extra: bool = False
    """The branches of `disambiguate="true"` print."""
    suffix: str = ""
    """The letter after the year."""
    register: GivenNames | None = None
    """Everybody in the list."""


PLAIN = Shown()


def suffix_letters(index: int) -> str:
    """Give `a` for 0, `z` for 25, `aa` for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(ascii_lowercase))
        letters = ascii_lowercase[rest] + letters
    return letters


def disambiguate(
    style: Style, items: Sequence[Mapping[str, Any]], order: Iterable[int]
) -> list[Shown]:
    """Give what each citation shows; `order` are the indexes in the order of the list."""
    options = style.sheet.areas["citation"]
    wanted = {key for key in options if key.startswith("disambiguate-")}
    if not any(options[key] == "true" for key in wanted) and not style.sheet.tells_apart:
        return [PLAIN] * len(items)
    return _Resolver(style, items, order).resolve()


class _Resolver:
    """The work of `disambiguate` for one list."""

    def __init__(
        self, style: Style, items: Sequence[Mapping[str, Any]], order: Iterable[int]
    ) -> None:
        self.style = style
        self.items = items
        self.place = {index: place for place, index in enumerate(order)}
        options = style.sheet.areas["citation"]
        rule = options.get("givenname-disambiguation-rule", "all-names")
        given = options.get("disambiguate-add-givenname") == "true"
        self.by_cite = given and rule == BY_CITE
        self.add_names = options.get("disambiguate-add-names") == "true"
        self.add_years = options.get("disambiguate-add-year-suffix") == "true"
        self.base = PLAIN
        if given and not self.by_cite:
            never = options.get("demote-non-dropping-particle") == "never"
            self.base = Shown(register=GivenNames(rule, with_particle=never))

    def resolve(self) -> list[Shown]:
        """Give what each citation shows."""
        if self.base.register is not None:
            for item in self.items:
                for persons in self.style.cited_names(item):
                    self.base.register.add(persons)
        shown = [self.base] * len(self.items)
        for pool in self._alike(range(len(self.items)), shown):
            self._tell_apart(pool, shown)
        return shown

    def _text(self, index: int, shown: Shown) -> str:
        return self.style.cite_text(self.items[index], shown)

    def _alike(self, indexes: Iterable[int], shown: list[Shown]) -> list[list[int]]:
        pools: defaultdict[str, list[int]] = defaultdict(list)
        for index in indexes:
            pools[self._text(index, shown[index])].append(index)
        return [pool for text, pool in pools.items() if len(pool) > 1 and text]

    def _tell_apart(self, pool: list[int], shown: list[Shown]) -> None:
        if self.add_names or self.by_cite:
            self._more_names(pool, shown)
        for alike in self._alike(pool, shown):
            if self.add_years:
                ordered = sorted(alike, key=lambda index: self.place.get(index, index))
                for number, index in enumerate(ordered):
                    shown[index] = shown[index]._replace(suffix=suffix_letters(number))
            elif self.style.sheet.tells_apart:
                self._extra_text(alike, shown)

    def _extra_text(self, alike: list[int], shown: list[Shown]) -> None:
        more = {index: shown[index]._replace(extra=True) for index in alike}
        if len({self._text(index, one) for index, one in more.items()}) > 1:
            for index, one in more.items():
                shown[index] = one

    def _more_names(self, pool: list[int], shown: list[Shown]) -> None:
        """Take step after step; a step stays with those whose group it has made smaller."""
        groups = [pool]
        for step in self._steps(pool):
            groups = [part for group in groups for part in self._step(step, group, shown)]
            if not groups:
                return

    def _steps(self, pool: list[int]) -> list[tuple[int, int]]:
        """Give the steps as (place of a name, how much of its given name)."""
        most = max(
            (
                len(persons)
                for index in pool
                for persons in self.style.cited_names(self.items[index])
            ),
            default=0,
        )
        levels = range(FULL + 1) if self.by_cite else range(1)
        places = range(min(most, _MOST_NAMES) if self.add_names else 1)
        return [(place, level) for place in places for level in levels]

    def _step(self, step: tuple[int, int], group: list[int], shown: list[Shown]) -> list[list[int]]:
        place, level = step
        tried = {index: _stepped(shown[index], place, level) for index in group}
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for index, one in tried.items():
            parts[self._text(index, one)].append(index)
        if len(parts) == 1:
            return [group]
        for index, one in tried.items():
            shown[index] = one
        return [part for part in parts.values() if len(part) > 1]


def _stepped(shown: Shown, place: int, level: int) -> Shown:
    """Show the name at `place`, with as much of its given name as `level` says."""
    if not level:
        return shown._replace(names=place + 1)
    givens = (*shown.givens, *[0] * (place + 1 - len(shown.givens)))
    return shown._replace(
        names=max(shown.names, place + 1), givens=(*givens[:place], level, *givens[place + 1 :])
    )
