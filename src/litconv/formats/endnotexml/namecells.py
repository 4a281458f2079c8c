"""EndNote XML: how a name is written in an `<author>`."""

from __future__ import annotations

from litconv.model import Name
from litconv.text.oneline import one_line


def name_cell(name: Name) -> str:
    """Give `Family, Given, Suffix`; a body ends in a comma, which keeps it whole."""
    if literal := one_line(name.literal):
        return f"{literal},"
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.full_family and given:
        parts = (name.full_family, given, name.suffix)
        return one_line(", ".join(part for part in parts if part))
    whole = one_line(f"{name.full_family or given} {name.suffix}")
    return f"{whole}," if " " in whole else whole
