"""One list of authors has one order of names: `Wang Yajun; Li Ming` has the family first.

`Li Ming` alone may be either order and is read as given and family name; beside a name that is
for certain a Chinese one with its family first, it is one too.
"""

from __future__ import annotations

from operator import attrgetter

from litconv.model import Contributor, Name
from litconv.text.chinese.pinyin import can_be_family_first, is_family_first

_original = attrgetter("name.original")


def in_one_order(people: list[Contributor]) -> list[Contributor]:
    """Turn the names round that follow the order of a certain one in the same list."""
    if not any(map(_original, people)):
        return people  # nearly always
    sure = {
        one.role
        for one in people
        if one.name.original and is_family_first(one.name.family, one.name.given)
        and one.name.original == f"{one.name.family} {one.name.given}"
    }  # fmt: skip
    if not sure:
        return people
    return [
        Contributor(role=one.role, name=_turned(one.name)) if one.role in sure else one
        for one in people
    ]


def _turned(name: Name) -> Name:
    first, last = name.given, name.family
    if name.original == f"{first} {last}" and can_be_family_first(first, last):
        return Name(family=first, given=last, original=name.original)
    return name
