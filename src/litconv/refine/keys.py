"""Citation keys."""

from __future__ import annotations

from litconv.diagnostics import Diagnostics
from litconv.model import Record


class KeyMaker:
    """Gives records citation keys that are unique without regard to case within one run."""

    def __init__(self, pattern: str = "", *, ascii_only: bool = False) -> None:
        self.pattern = pattern
        self.ascii_only = ascii_only

    def assign(self, record: Record, diagnostics: Diagnostics) -> Record:
        """Give a copy of the record with its key as `id`."""
        return record
