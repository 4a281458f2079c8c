"""MEDLINE: names as `FAU` and `AU` print them."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Name
from litconv.text.oneline import one_line
from litconv.text.script import has_han

_INITIAL: Final = re.compile(r"[^\W\d_]")


def full_name(name: Name) -> str:
    """Give `Alder, Barbara Jr`, `van der Birch, Carl`; a Chinese name has no comma."""
    if name.literal:
        return one_line(name.literal)
    family, given = one_line(name.full_family), one_line(f"{name.given} {name.dropping_particle}")
    suffix = one_line(name.suffix)
    if family and given and has_han(family):
        return _han(family, given)
    if family and given:
        return f"{family}, {given} {suffix}".rstrip()
    return f"{family or given} {suffix}".strip()


def _han(family: str, given: str) -> str:
    """Give `李明`; a blank parts compound family names."""
    return f"{family} {given}" if len(family) > 1 else f"{family}{given}"


def short_name(name: Name) -> str:
    """Give `Alder BC Jr`: initials without stops, one for each part of the given name."""
    if name.literal or not name.full_family or has_han(name.full_family):
        return ""
    words = re.split(r"[\s.\-‐]+", name.given)
    initials = "".join(match[0].upper() for word in words if (match := _INITIAL.match(word)))
    parts = (name.full_family, initials, name.suffix.replace(".", ""))
    return one_line(" ".join(part for part in parts if part))
