"""Members of enumerations as plain attributes of their class.

Python 3.11 finds `Role.AUTHOR` through a descriptor that is written in Python, at the price of
half a function for each look; from 3.12 on members are plain attributes.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

Class = TypeVar("Class", bound=type[Enum])


def plain_members(enumeration: Class) -> Class:
    """Decorate an enumeration whose members are asked for again and again for every record."""
    for name, member in enumeration.__members__.items():
        type.__setattr__(enumeration, name, member)  # the enumeration's own refuses it
    return enumeration
