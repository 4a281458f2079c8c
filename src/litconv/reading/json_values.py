"""Values of JSON that may be missing or of another type than their format promises."""

from __future__ import annotations

from math import isfinite

from litconv.model import PartialDate
from litconv.text.dates import partial_date

_BITS = 4096  # Python prints no number of more than 4,300 digits


def as_text(value: object) -> str:
    """Give a text or a number as text; of a list its first one; "" for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):  # numbers of thousands of digits are no values of a work
        return str(value) if value.bit_length() < _BITS else ""
    if isinstance(value, float):
        whole = isfinite(value) and value == int(value)  # `1e400` is infinite
        return str(int(value)) if whole else str(value)
    return _first_text(value) if isinstance(value, list) else ""


def _first_text(values: list[object]) -> str:
    """Give the first text in a list, and in the lists inside it, however deep they go."""
    open_ = [iter(values)]
    while open_:
        for one in open_[-1]:
            if isinstance(one, list):
                open_.append(iter(one))
                break
            if text := as_text(one):
                return text
        else:
            open_.pop()
    return ""


def as_texts(value: object) -> list[str]:
    """Give the texts of a list, or a lone text as the only one; empty ones are left out."""
    values = value if isinstance(value, list) else [value]
    return [text for one in values if not isinstance(one, list) and (text := as_text(one))]


def day_of(parts: list[object]) -> PartialDate | None:
    """Read one of CSL's `date-parts`, as far as its numbers can be a date."""
    texts = [as_text(part) for part in parts[:3]]
    return partial_date(*texts) if texts else None
