"""MEDLINE: authors, editors, groups, with the lines that belong to each of them."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from litconv.model import Contributor, Name, Role
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.names import parse_name
from litconv.text.width import tidy

_FULL: Final = {"FAU": Role.AUTHOR, "FED": Role.EDITOR}
_SHORT: Final = {"AU": "FAU", "ED": "FED"}
_SHORT_ROLES: Final = {"AU": Role.AUTHOR, "ED": Role.EDITOR}
# Investigators: people of the study, no authors. Their own affiliation is IRAD.
_OTHERS: Final = frozenset({"FIR", "IR"})
_ORCID: Final = re.compile(r"\d{4}-?\d{4}-?\d{4}-?\d{3}[\dXx]")
# `Alder BC`, `van der Alder B Jr`: the family name first, with no comma.
_FAMILY_FIRST: Final = re.compile(r".* [^\W\d_a-z]{1,4}(?: (?:Jr|Sr|[2-9](?:nd|rd|th)|I{2,3}|IV))?")


TAGS: Final = frozenset((*_FULL, *_SHORT, *_OTHERS, "CN", "AUID", "AD"))
"""The tags of the lines that `People` takes."""


class People:
    """Takes the lines about people in order; `finish` gives their affiliations to the draft."""

    def __init__(self, draft: Draft, items: list[Item]) -> None:
        self._draft = draft
        self._items = items
        self._families: dict[str, frozenset[str]] = {}
        self._paired = ""  # the tag whose short form is still to come
        self._facts: list[tuple[int, dict[str, Any]]] = []
        self._last: dict[str, Any] | None = None

    def take(self, item: Item) -> None:
        """Take a line with one of `TAGS`."""
        tag = item.tag
        if role := _FULL.get(tag):
            self._add(role, item, self._parse(item.value))
            self._paired = tag
        elif full := _SHORT.get(tag):
            if not self._is_known(full, item):
                self._add(_SHORT_ROLES[tag], item, self._parse(item.value))
            self._paired = ""
        elif tag == "CN":
            self._add(Role.AUTHOR, item, Name(literal=tidy(item.value)))
        elif tag == "AUID":
            self._identifier(item)
        elif tag == "AD":
            self._affiliation(item)
        else:
            self._last = None
            self._draft.keep(item)

    def finish(self) -> None:
        """Give each person what was said of them."""
        people = self._draft.people
        for place, facts in self._facts:
            if facts:
                if "affiliations" in facts:
                    facts["affiliations"] = tuple(facts["affiliations"])
                name = msgspec.structs.replace(people[place].name, **facts)
                people[place] = Contributor(role=people[place].role, name=name)

    def _add(self, role: Role, item: Item, name: Name | None) -> None:
        draft = self._draft
        self._last = None
        if name is None:
            draft.person(role, item)  # nobody, or the mark of a cut list
            return
        self._last = {}
        self._facts.append((len(draft.people), self._last))
        draft.named(role, name)

    def _parse(self, value: str) -> Name | None:
        text = tidy(value)
        return parse_name(text, cited="," not in text and bool(_FAMILY_FIRST.fullmatch(text)))

    def _is_known(self, full: str, item: Item) -> bool:
        """Say whether a short name is that of someone named in full."""
        if self._paired == full:
            return True
        if full not in self._families:
            self._families[full] = _families(self._items, full)
        families = self._families[full]
        text = tidy(item.value).casefold()
        return any(text == one or text.startswith(f"{one} ") for one in families)

    def _affiliation(self, item: Item) -> None:
        text = tidy(item.value)
        if text not in self._draft.affiliations:
            self._draft.affiliations.append(text)
        if self._last is not None:
            known = self._last.setdefault("affiliations", [])
            if text not in known:
                known.append(text)

    def _identifier(self, item: Item) -> None:
        match = _ORCID.search(item.value)
        if self._last is None or match is None or "ISNI" in item.value or "orcid" in self._last:
            self._draft.keep(item)
            return
        digits = match[0].replace("-", "").upper()
        self._last["orcid"] = "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def _families(items: list[Item], tag: str) -> frozenset[str]:
    """Give the family names of a record's full names, to know them again in their short form."""
    return frozenset(
        tidy(item.value).partition(",")[0].casefold() for item in items if item.tag == tag
    )
