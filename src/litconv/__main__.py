"""The entry point: `litconv` and `python -m litconv`."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys


def main() -> None:
    """Run the command line and exit; Ctrl-C is quiet even while modules are loading."""
    code = 128 + signal.SIGINT
    with contextlib.suppress(KeyboardInterrupt):
        code = importlib.import_module("litconv.cli.app").main()
    if code == 128 + signal.SIGINT and os.name == "posix":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(code)


if __name__ == "__main__":
    main()
