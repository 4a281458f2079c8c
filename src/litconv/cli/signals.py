"""How a run ends by a signal; imports nothing but the standard library, so it is there at once."""

from __future__ import annotations

import contextlib
import os
import signal
import sys


def die_by(signal_name: str) -> int:
    """End as the signal would have ended the program, so that shells and loops notice.

    Where there are no such signals, gives the number a shell would show: 130 for Ctrl-C.
    """
    drop_stdout()
    number = getattr(signal, signal_name, None)
    if number is None:
        return 0
    if os.name == "posix":
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    return 128 + int(number)


def drop_stdout() -> None:
    """Let nothing be written any more: what is left in the buffer has nowhere to go."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
