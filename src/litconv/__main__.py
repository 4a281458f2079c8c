"""The entry point: `litconv` and `python -m litconv`."""

from __future__ import annotations

import gc
import importlib
import sys

from litconv.cli.signals import die_by

# Records hold no cycles: by default the collector would look for some among them all the time.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line and exit; Ctrl-C is quiet even while modules are loading."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        code = importlib.import_module("litconv.cli.app").main()
    except KeyboardInterrupt:
        code = die_by("SIGINT")
    sys.exit(code)


if __name__ == "__main__":
    main()
