"""Web of Science: names in two forms, and what is said of single authors elsewhere.

`AU` has family names with initials, `AF` the same people in full; addresses (`C1`) and ORCID iDs
(`OI`) name them in one of the two forms.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.model import Contributor, Name, Role
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.names import parse_name
from litconv.text.people import split_people
from litconv.text.width import tidy

_ROLES: Final = {"BE": Role.EDITOR, "ED": Role.EDITOR}
_ORCID: Final = re.compile(r"(?P<name>.*?)\s*/\s*(?P<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_ADDRESS: Final = re.compile(r"\[(?P<names>[^\]]*)\]\s*(?P<body>.*)")
_SEVERAL: Final = re.compile(r";\s*(?=\[)")


def read_people(values: dict[str, Item], draft: Draft) -> None:
    """Give the draft all people of a record with what belongs to each; `values` is by tag."""
    places: dict[str, int] = {}
    _pair(values.get("AU"), values.get("AF"), Role.AUTHOR, draft, places)
    _groups(values.get("CA"), draft)
    books = Role.CONTAINER_AUTHOR if draft.people else Role.AUTHOR
    _pair(values.get("BA"), values.get("BF"), books, draft, {})
    for tag, role in _ROLES.items():
        if item := values.get(tag):
            for name in split_people(item.value):
                draft.person(role, item, name)
    _addresses(values.get("C1"), draft, places)
    _orcids(values.get("OI"), draft, places)


def _pair(
    short: Item | None, full: Item | None, role: Role, draft: Draft, places: dict[str, int]
) -> None:
    """Add the people of two lists of the same length; the full one counts where they differ."""
    item = full or short
    if item is None:
        return
    names = split_people(item.value)
    others = split_people(short.value) if full and short else []
    if others and len(others) != len(names) and short is not None:
        draft.keep(short)
        others = []
    for number, name in enumerate(names):
        place = len(draft.people)
        draft.person(role, item, _divided(name, others[number]) if others else name)
        if len(draft.people) > place:
            places.setdefault(_bare(name), place)
            if others:
                places.setdefault(_bare(others[number]), place)


def _divided(name: str, short: str) -> str:
    """Give a full name without a comma the one that its short form shows: `Li Si` of `Li, S`."""
    family, comma, _ = short.partition(",")
    first, blank, given = name.partition(" ")
    if comma and blank and "," not in name and first == family.strip():
        return f"{first}, {given}"
    return name


def _bare(name: str) -> str:
    return tidy(name).casefold().replace(".", "").replace(" ", "")


def _groups(item: Item | None, draft: Draft) -> None:
    for name in split_people(item.value) if item else ():
        draft.named(Role.AUTHOR, Name(literal=name))


def addresses(text: str) -> list[str]:
    """Divide addresses: one a line, but a line that no stop ends goes on in the next."""
    found: list[str] = []
    for line in _SEVERAL.sub("\n", text).split("\n"):
        if found and not line.startswith("[") and not found[-1].endswith("."):
            found[-1] = f"{found[-1]} {line}"
        elif line.strip():
            found.append(line.strip())
    return found


def _addresses(item: Item | None, draft: Draft, places: dict[str, int]) -> None:
    linked: dict[int, list[str]] = {}
    for address in addresses(item.value) if item else ():
        match = _ADDRESS.fullmatch(tidy(address))
        body = tidy(match["body"] if match else address).removesuffix(".").rstrip()
        if not body:
            continue
        if body not in draft.affiliations:
            draft.affiliations.append(body)
        for name in match["names"].split(";") if match else ():
            if (place := _place(name, places, draft)) is not None:
                linked.setdefault(place, []).append(body)
    for place, bodies in linked.items():
        _say(draft, place, affiliations=tuple(dict.fromkeys(bodies)))


def _place(name: str, places: dict[str, int], draft: Draft) -> int | None:
    """Find an author by either form of the name, else by family name where only one has it."""
    if (known := places.get(_bare(name))) is not None:
        return known
    parsed = parse_name(name)
    if parsed is None or not parsed.family:
        return None
    same = [
        number
        for number, person in enumerate(draft.people)
        if person.name.family == parsed.family and person.name.given[:1] == parsed.given[:1]
    ]
    return same[0] if len(same) == 1 else None


def _orcids(item: Item | None, draft: Draft, places: dict[str, int]) -> None:
    if item is None:
        return
    left = []
    for one in tidy(item.value).split(";"):
        match = _ORCID.fullmatch(one.strip())
        place = _place(match["name"], places, draft) if match else None
        if match and place is not None and not draft.people[place].name.orcid:
            _say(draft, place, orcid=match["orcid"])
        elif one.strip():
            left.append(one.strip())
    draft.keep(item, value="; ".join(left))


def _say(draft: Draft, place: int, **facts: object) -> None:
    person = draft.people[place]
    name = msgspec.structs.replace(person.name, **facts)
    draft.people[place] = Contributor(role=person.role, name=name)
