"""Repairs values in capitals."""

from __future__ import annotations

from litconv.diagnostics import Diagnostics
from litconv.model import Record


def recase(record: Record, diagnostics: Diagnostics) -> Record:
    """Give a copy with titles, journals and family names out of their capitals."""
    return record
