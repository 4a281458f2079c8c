"""Web of Science: names as `AU` and `AF` print them."""

from __future__ import annotations

from litconv.model import Name
from litconv.text.oneline import one_line
from litconv.text.printed_names import han_name, run_together
from litconv.text.script import has_han


def full_name(name: Name) -> str:
    """Give `Alder, Barbara C., Jr.`; a Chinese name has no comma, a body is as it is."""
    if name.literal:
        return one_line(name.literal)
    family, given = one_line(name.full_family), one_line(f"{name.given} {name.dropping_particle}")
    suffix = one_line(name.suffix)
    if family and given and has_han(family):
        return han_name(family, given)
    if family and given:
        return ", ".join(part for part in (family, given, suffix) if part)
    return f"{family or given} {suffix}".strip()


def short_name(name: Name) -> str:
    """Give `Alder, BC Jr`: initials without stops, one for each part of the given name."""
    family, given = one_line(name.full_family), one_line(name.given)
    if name.literal or not (family and given) or has_han(family):
        return full_name(name)
    short = f"{run_together(given)} {one_line(name.suffix).replace('.', '')}".strip()
    return f"{family}, {short}" if short else family
