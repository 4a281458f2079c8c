"""The entry point: `litconv` and `python -m litconv`."""

from __future__ import annotations

import importlib
import sys

from litconv.cli.signals import die_by


def main() -> None:
    """Run the command line and exit; Ctrl-C is quiet even while modules are loading."""
    try:
        code = importlib.import_module("litconv.cli.app").main()
    except KeyboardInterrupt:
        code = die_by("SIGINT")
    sys.exit(code)


if __name__ == "__main__":
    main()
