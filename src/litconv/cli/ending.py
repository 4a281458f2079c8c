"""How a run ends: exit codes for errors; `signals` has the quiet deaths by Ctrl-C and pipes."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import sys
import traceback
from collections.abc import Iterator

import typer

from litconv.cli.report import Reporter
from litconv.cli.signals import drop_stdout
from litconv.diagnostics import (
    Diagnostic,
    Diagnostics,
    ExitCode,
    LitconvError,
    OutputError,
    Severity,
    UsageError,
)
from litconv.files import label

# typer's and click's ways to name an option that was perhaps meant
_POSSIBLE = re.compile(r" \(Possible options: ([^)]*)\)|\.? Did you mean ([^?]*)\?")


class InterruptedRunError(Exception):
    """Carries Ctrl-C or a closed pipe past typer, which would end the run in its own way."""

    def __init__(self, signal_name: str) -> None:
        """Take the name of the signal that stands for the event, such as `SIGPIPE`."""
        super().__init__(signal_name)
        self.signal_name = signal_name


@contextlib.contextmanager
def reporting(reporter: Reporter) -> Iterator[None]:
    """Turn every error of the block into a message and an exit code, none into a traceback."""
    try:
        yield
    except LitconvError as error:
        reporter.error(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        name = "SIGINT"
        raise InterruptedRunError(name) from error
    except BrokenPipeError as error:
        name = "SIGPIPE"
        raise InterruptedRunError(name) from error
    except (typer.Exit, typer.Abort, InterruptedRunError):
        raise
    except Exception as error:
        if not (_from_command_line(error) or _is_stream_error(error)):
            report_internal(error, reporter)
            raise typer.Exit(ExitCode.INTERNAL) from error
        raise


def ending_code(
    count: int, names: list[str], diagnostics: Diagnostics, *, strict: bool = False
) -> ExitCode:
    """Give the exit code of a run that read `names` and found `count` records.

    A run that found nothing has not converted anything, and says so if nobody did before. Under
    `strict`, what ends the run is summed up: with --quiet nothing else would say it.
    """
    if not count and names and diagnostics.exit_code() is ExitCode.OK:
        what = label(names[0]) if len(names) == 1 else f"the {len(names)} inputs"
        diagnostics.report("nothing-found", f"no record found in {what}")
    if strict and diagnostics.exit_code() is ExitCode.OK is not diagnostics.exit_code(strict=True):
        met = {"warning": diagnostics.counts[Severity.WARNING], "loss": diagnostics.losses}
        words = [f"{count} {_plural(what, count)}" for what, count in met.items() if count]
        diagnostics.report("strict-failed", f"--strict met {' and '.join(words)}")
    return diagnostics.exit_code(strict=strict)


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}{'es' if word.endswith('s') else 's'}"


def report_internal(error: Exception, reporter: Reporter) -> None:
    """Say in one line that litconv failed; LITCONV_DEBUG=1 adds the traceback."""
    if os.environ.get("LITCONV_DEBUG"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""  # noqa: PTH119 - a label, not a path that is used
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    reporter(
        Diagnostic(
            code="internal-error", severity=Severity.ERROR, message=f"internal error: {text}{place}"
        )
    )


def _from_command_line(error: Exception) -> bool:
    """Tell the errors of typer and of click, which typer carries inside or needs beside it."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def _is_stream_error(error: Exception) -> bool:
    """Tell a stdout that takes no more, while typer prints a help page; no file is named then."""
    return isinstance(error, OSError) and error.filename is None


def command_line_error(error: Exception, command: str) -> ExitCode:
    """Report what typer says about the arguments of `command`; anything else is our mistake."""
    reporter = Reporter()
    if not _from_command_line(error):
        report_internal(error, reporter)
        return ExitCode.INTERNAL
    if named := getattr(error, "possibilities", None):
        asked = str(getattr(error, "option_name", ""))  # --to is nearer to --too than --mailto is
        nearest = difflib.get_close_matches(asked, named, cutoff=0.7)
        vars(error)["possibilities"] = nearest or named
    text = " ".join(str(getattr(error, "format_message")()).split()).rstrip(".")  # noqa: B009 - two libraries may define it
    text = text.replace("Value error, ", "")  # pydantic's words, in newer versions of typer
    text = _POSSIBLE.sub(r"; did you mean \1\2?", text)
    reporter.error(UsageError(text[:1].lower() + text[1:], hint=f"See `{command} --help`."))
    return ExitCode.USAGE


def output_lost(error: OSError) -> ExitCode:
    """Report that stdout could not take what was printed at the very end."""
    msg = f"cannot write to standard output: {error.strerror or error}"
    Reporter().error(OutputError(msg, hint="Free some space."))
    drop_stdout()
    return ExitCode.OUTPUT


def flush_or_drop_stdout() -> None:
    """Write what stdout still holds; where that fails, the error was reported already."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        drop_stdout()
