"""What is said about each kind of diagnostic."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from litconv.model.members import plain_members


@plain_members
class Severity(StrEnum):
    """error: a record was lost; warning: a value was guessed, changed or dropped; info: a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """A kind of diagnostic: how bad it is, what it means, what the user can do."""

    severity: Severity
    meaning: str
    remedy: str


ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
INFO: Final = Severity.INFO
