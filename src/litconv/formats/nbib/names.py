"""MEDLINE: names as `FAU` and `AU` print them."""

from __future__ import annotations

from litconv.model import Name
from litconv.text.oneline import one_line
from litconv.text.printed_names import han_name, run_together
from litconv.text.script import has_han


def full_name(name: Name) -> str:
    """Give `Alder, Barbara Jr`, `van der Birch, Carl`; a Chinese name has no comma."""
    if name.literal:
        return one_line(name.literal)
    family, given = one_line(name.full_family), one_line(f"{name.given} {name.dropping_particle}")
    suffix = one_line(name.suffix)
    if family and given and has_han(family):
        return han_name(family, given)
    if family and given:
        return f"{family}, {given} {suffix}".rstrip()
    return f"{family or given} {suffix}".strip()


def short_name(name: Name) -> str:
    """Give `Alder BC Jr`: initials without stops, one for each part of the given name."""
    if name.literal or not name.full_family or has_han(name.full_family):
        return ""
    parts = (name.full_family, run_together(name.given), name.suffix.replace(".", ""))
    return one_line(" ".join(part for part in parts if part))
