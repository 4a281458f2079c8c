"""RIS: people, both ways: several in one value, bodies, the tag of a role."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.ris.tables import BOOK_TYPES, ROLES, ROLES_OF_TYPE, TYPES
from litconv.model import Name, Record, Role
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.surnames import COMPOUND_SURNAMES
from litconv.text.oneline import one_line
from litconv.text.patterns import late
from litconv.text.people import split_people

# `王, 小明` is one person, `王小明, 李红` are two.
_HAN_NAME: Final = late(r"\s*([\u3400-\u9fff]{1,2}), ?([\u3400-\u9fff]{1,3})\s*")
# One of `Alder A, Birch BC, Cedar C`: MEDLINE's short names, all in one value.
_VANCOUVER: Final = late(r"\s*[^\W\d_][\w'’ -]* [A-Z]{1,3}\s*")


def add_people(draft: Draft, role: Role, item: Item) -> None:
    """Add the names of a value: one, or several joined by semicolons (CNKI) or lines."""
    value = item.value
    if value.count(",") > 1 and all(map(_VANCOUVER.fullmatch, value.split(","))):
        for name in value.split(","):
            draft.person(role, item, name.strip())
        return
    if value.isascii() and ";" not in value and "\n" not in value:
        draft.person(role, item)
        return
    for part in re.split(r"[;；\n]", value):
        if (match := _HAN_NAME.fullmatch(part)) and (
            len(match[1]) == 1 or match[1] in COMPOUND_SURNAMES
        ):
            draft.named(role, Name(family=match[1], given=match[2]))
        else:
            for name in split_people(part):
                draft.person(role, item, name)


def roles_of(record: Record, type_: str) -> dict[Role, str]:
    """Give role → tag, as far as a reader can tell the role by the tag again."""
    roles = _ROLES_BY_TYPE[type_]
    if roles.get(Role.DIRECTOR) and not any(
        one.role is Role.DIRECTOR for one in record.contributors
    ):
        return {**roles, Role.AUTHOR: "AU"}
    if type_ in BOOK_TYPES and not (
        record.collection_title or any(one.role is Role.EDITOR for one in record.contributors)
    ):
        # A2 of a book that is in no series is taken for its editor.
        return {role: tag for role, tag in roles.items() if role is not Role.COLLECTION_EDITOR}
    return roles


_ROLES_BY_TYPE: Final = {
    type_: {
        **ROLES,
        **ROLES_OF_TYPE.get(type_, {}),
        **({Role.CONTAINER_AUTHOR: "C2"} if type_ == "CHAP" else {}),
    }
    for type_ in set(TYPES.values())
}


def name_to_ris(name: Name) -> str:
    """Give `Family, Given, Suffix`; what must not be split ends in a comma.

    The particle stands before the family name, the dropping one behind the given name.
    """
    if literal := one_line(name.literal):
        return f"{literal},"
    family, given, suffix = one_line(name.full_family), one_line(name.given), name.suffix
    if name.dropping_particle:
        given = one_line(f"{given} {name.dropping_particle}")
    if not suffix:
        if family and given:
            return f"{family}, {given}"
        whole = family or given
    else:
        suffix = one_line(suffix)
        if family and given:
            return ", ".join(part for part in (family, given, suffix) if part)
        whole = one_line(f"{family or given} {suffix}")
    return f"{whole}," if " " in whole else whole


def affiliations(record: Record) -> list[str]:
    """Give all bodies, those that single people are linked to among them, each once."""
    linked = (one for person in record.contributors for one in person.name.affiliations)
    cleaned = (one_line(one) for one in (*record.affiliations, *linked))
    return [one for one in dict.fromkeys(cleaned) if one]
