"""Diagnostics on stderr: lines for people, JSON lines for programs, or nothing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from enum import StrEnum

import msgspec

from litconv.cli import console
from litconv.cli.loss_lines import CODE as LOSS
from litconv.cli.loss_lines import LossLines
from litconv.diagnostics import CODES, Diagnostic, ExitCode, LitconvError, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

# How many of one code a terminal shows; a pipe or a file gets all of them. Errors always show.
_SHOWN = {Severity.WARNING: 10, Severity.INFO: 3}


class Style(StrEnum):
    """How `--diagnostics` writes."""

    TEXT = "text"
    JSON = "json"
    NONE = "none"


class Reporter:
    """Prints diagnostics as they come; `quiet` leaves only errors.

    A hint is printed with the first diagnostic it belongs to and not again. On a terminal, a code
    that comes up very often is cut short, and `close` says how many were left out. Facts that were
    not written are told at the end, one line for all records that lack the same.
    """

    def __init__(
        self,
        style: Style = Style.TEXT,
        *,
        quiet: bool = False,
        hidden: frozenset[str] = frozenset(),
        emit: Callable[[str], None] | None = None,
    ) -> None:
        """Choose the form; `hidden` codes are not printed as text, `emit` prints a line."""
        self.style = style
        self.quiet = quiet
        self.hidden = hidden
        self.left_out: Counter[str] = Counter()
        self.emit = emit or write_stderr
        self._colour = console.has_colour(sys.stderr)
        self._terminal = console.is_terminal(sys.stderr)
        self._seen: Counter[str] = Counter()
        self._hints: set[str] = set()
        self._losses = LossLines()

    def __call__(self, one: Diagnostic) -> None:
        """Print one diagnostic, or count it as left out."""
        if self.style is Style.NONE or (self.quiet and one.severity is not Severity.ERROR):
            return
        if self.style is Style.JSON:
            self.emit(as_json(one))
            return
        if one.code in self.hidden and one.severity is not Severity.ERROR:
            return
        if one.code == LOSS:
            self._losses.add(one)
            return
        if one.code == "strict-failed":  # it sums up what was said
            self.tell_losses()
        self._seen[one.code] += 1
        if self._terminal and self._seen[one.code] > _SHOWN.get(one.severity, sys.maxsize):
            self.left_out[one.code] += 1
            return
        self.emit(self._as_text(one))

    def error(self, error: LitconvError) -> None:
        """Print why the run cannot go on; it has no place in a file."""
        codes = {ExitCode.USAGE: "usage-error", ExitCode.OUTPUT: "output-unwritable"}
        code = codes.get(error.exit_code, "input-unreadable")
        self(
            Diagnostic(code=code, severity=Severity.ERROR, message=str(error), hint=error.hint),
        )

    def summary(self, text: str) -> None:
        """Print a closing line, for people at a terminal only."""
        if self._terminal and self.style is Style.TEXT and not self.quiet:
            self.emit(console.styled(console.printable(text), "dim", colour=self._colour))

    def close(self) -> None:
        """Say which facts were not written, and what a terminal was not shown."""
        self.tell_losses()
        if self.left_out:
            parts = ", ".join(f"{count} × {code}" for code, count in self.left_out.items())
            note = f"… not shown: {parts} (2>FILE or --diagnostics json gives all)"
            self.emit(console.styled(note, "dim", colour=self._colour))

    def tell_losses(self) -> None:
        """Say which facts were not written until now."""
        for one in self._losses.take():
            self.emit(self._as_text(one))

    def _as_text(self, one: Diagnostic) -> str:
        place = console.printable(str(one.span) if one.span else "litconv")
        label = f"{one.severity}[{one.code}]"
        line = (
            f"{console.styled(place + ':', 'bold', colour=self._colour)} "
            f"{console.styled(label + ':', _COLOURS[one.severity], colour=self._colour)} "
            f"{console.printable(one.message)}"
        )
        hint = self._new_hint(one)
        if hint:
            line += f"\n    {console.styled('hint:', 'cyan', colour=self._colour)} {hint}"
        return line

    def _new_hint(self, one: Diagnostic) -> str:
        """Give the hint if it was not printed yet; a note without one of its own needs none."""
        standard = "" if one.severity is Severity.INFO else CODES[one.code].remedy
        hint = console.printable(one.hint or standard)
        if hint in self._hints:
            return ""
        self._hints.add(hint)
        return hint


def as_json(one: Diagnostic) -> str:
    """Give one line of JSON in which no control character is left unescaped."""
    try:
        text = msgspec.json.encode(one).decode("utf-8")
    except UnicodeEncodeError:  # an argument of the command line that is no UTF-8
        plain = msgspec.structs.replace(one, message=console.printable(one.message))
        text = msgspec.json.encode(plain).decode("utf-8")
    return "".join(f"\\u{ord(char):04x}" if "\x7f" <= char <= "\x9f" else char for char in text)


def write_stderr(text: str) -> None:
    """Write a line to stderr; where there is none, or nobody reads it, the run goes on."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError):  # a full disk behind 2>FILE must not stop the conversion
        return
