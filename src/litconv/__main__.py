"""The entry point: `litconv` and `python -m litconv`."""

from __future__ import annotations

import importlib
import os
import signal
import sys


def main() -> None:
    """Run the command line and exit; Ctrl-C is quiet even while modules are loading."""
    try:
        code = importlib.import_module("litconv.cli.app").main()
    except KeyboardInterrupt:
        if os.name == "posix":
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)
        code = 128 + signal.SIGINT
    sys.exit(code)


if __name__ == "__main__":
    main()
