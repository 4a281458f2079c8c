"""What litconv has to say about its input: codes, places, severities, exit codes.

A diagnostic is like a good compiler's: `page.txt:7:12: warning[unlinked-affiliation]: message`,
with a hint that says what to do. The codes stand in `litconv.codes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import IntEnum

import msgspec

from litconv.codes import CODES, Severity
from litconv.model import Span

__all__ = [
    "CODES",
    "Diagnostic",
    "Diagnostics",
    "ExitCode",
    "InputError",
    "LitconvError",
    "OutputError",
    "Severity",
    "UsageError",
]


class ExitCode(IntEnum):
    """What the program ends with."""

    OK = 0
    """Everything was converted."""
    LOST = 1
    """A record was lost, nothing was written, or under --strict there was a warning or a loss."""
    USAGE = 2
    """The command line was wrong."""
    INPUT = 3
    """An input could not be read or its format is unknown."""
    OUTPUT = 4
    """The output could not be written."""
    INTERNAL = 70
    """A mistake of litconv itself (EX_SOFTWARE of sysexits.h)."""


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to say; `record` is a citation key or title, `field` a field of `Record`."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span | None = None
    record: str = ""
    field: str = ""

    def __str__(self) -> str:
        """One line, as editors and terminals expect it."""
        place = f"{self.span}: " if self.span else ""
        return f"{place}{self.severity}[{self.code}]: {self.message}"


class Diagnostics:
    """Takes diagnostics as they come up, counts them, and hands each to `sink` at once.

    With no `sink` they are collected in `items`: the library's way. The program passes a sink
    that prints, so that memory stays flat however many there are. The same goes for the texts of
    records that could not be read: `reject` takes them; without it they are collected in `rejects`
    where the diagnostics are collected, and dropped otherwise.
    """

    def __init__(
        self,
        sink: Callable[[Diagnostic], None] | None = None,
        *,
        reject: Callable[[str], None] | None = None,
    ) -> None:
        self.items: list[Diagnostic] = []
        self.counts: Counter[Severity] = Counter()
        self.codes: Counter[str] = Counter()
        self.rejects: list[str] = []
        self.main_only = False
        self._sink = sink or self.items.append
        self._reject = reject or (_drop if sink else self.rejects.append)

    def report(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        span: Span | None = None,
        record: str = "",
        field: str = "",
        listed: bool = False,
    ) -> None:
        """Say one thing; the severity belongs to the code. Raises KeyError for an unknown code.

        `listed` marks what concerns a work in a page's list; it is dropped while `main_only` is
        set, which is when such works are not asked for.
        """
        severity = CODES[code].severity
        if listed and self.main_only:
            return
        self.counts[severity] += 1
        self.codes[code] += 1
        self._sink(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                hint=hint,
                span=span,
                record=record,
                field=field,
            )
        )

    def reject(self, raw: str) -> None:
        """Take the raw text of a record that could not be read, for `--rejects FILE`."""
        self._reject(raw)

    @property
    def losses(self) -> int:
        """Give the number of records whose extra facts were not all written."""
        return self.codes["extra-not-written"]

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """Give what a run that ended normally should exit with.

        With `strict`, warnings and everything that was not written count as lost.
        """
        if self.codes["input-unreadable"] or self.codes["format-unknown"]:
            return ExitCode.INPUT
        lost = self.counts[Severity.WARNING] or self.losses
        if self.counts[Severity.ERROR] or (strict and lost):
            return ExitCode.LOST
        return ExitCode.OK


def _drop(_text: str) -> None:
    """Take a text that nobody asked for."""


class LitconvError(Exception):
    """The run cannot go on; `exit_code` and `hint` say how it ends and what to do."""

    exit_code: ExitCode = ExitCode.INPUT

    def __init__(self, message: str, *, hint: str = "", exit_code: ExitCode | None = None) -> None:
        super().__init__(message)
        self.hint = hint
        if exit_code is not None:
            self.exit_code = exit_code


class UsageError(LitconvError):
    """A format, option or style that does not exist."""

    exit_code = ExitCode.USAGE


class InputError(LitconvError):
    """An input that cannot be read at all."""

    exit_code = ExitCode.INPUT


class OutputError(LitconvError):
    """An output that cannot be written."""

    exit_code = ExitCode.OUTPUT
