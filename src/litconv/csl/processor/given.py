"""Which people share a family name: how much of the given name a citation has to show.

Rule: CSL's `disambiguate-add-givenname` with `givenname-disambiguation-rule`, which is about all
works of a list at once (`by-cite` is not: `disambiguate` tries it for single citations).
"""

from __future__ import annotations

from typing import Final

from litconv.csl.processor.people import Person, initialize

NONE, INITIALS, FULL = range(3)
BY_CITE: Final = "by-cite"


class GivenNames:
    """Everybody in the citations of a list."""

    def __init__(self, rule: str, *, with_particle: bool, hyphen: bool = True) -> None:
        """Take the rule (all-names, primary-name-with-initials …)."""
        self._primary = rule.startswith("primary-name")
        self._initials_only = rule.endswith("-with-initials")
        self._with_particle = with_particle
        self._hyphen = hyphen
        self._found: dict[str, dict[str, set[str]]] = {}

    def add(self, persons: tuple[Person, ...]) -> None:
        """Enter the names of one work."""
        for person in persons[:1] if self._primary else persons:
            if not person.body:
                initials = self._found.setdefault(self._family(person), {})
                initials.setdefault(self._initials(person), set()).add(_bare(person.given))

    def level(self, person: Person, index: int, *, marked: bool) -> int:
        """Say what the name at `index` shows: NONE, INITIALS or FULL.

        `marked` says that the style makes initials at all (`initialize-with`).
        """
        if person.body or (self._primary and index):
            return NONE
        initials = self._found.get(self._family(person), {})
        several = len(initials) > 1
        if self._initials_only:
            return INITIALS if several else NONE
        alike = len(initials.get(self._initials(person), ())) > 1
        if alike or (several and not marked):
            return FULL
        return INITIALS if several else NONE

    def _family(self, person: Person) -> str:
        family = f"{person.family} {person.particle}" if self._with_particle else person.family
        return _bare(family)

    def _initials(self, person: Person) -> str:
        return initialize(_bare(person.given), "", hyphen=self._hyphen)


def _bare(text: str) -> str:
    return " ".join(text.replace(".", " ").split())
