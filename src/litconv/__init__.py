"""litconv: bibliographic records in, clean entries and references out.

    import litconv

    for record in litconv.read("page.txt"):
        print(record.title, record.authors, record.identifiers.doi)
    print(litconv.convert("page.txt", to="bibtex"))

`read`, `write`, `convert`, `merge` and `enrich` (which asks Crossref and others) are described in
`litconv.api`, the record in `litconv.model`. They are loaded when they are first used, so that
importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litconv.api import convert, enrich, merge, read, write
    from litconv.diagnostics import Diagnostics, InputError, LitconvError, UsageError
    from litconv.model import Record

__version__ = "0.1.0"

__all__ = [
    "Diagnostics",
    "InputError",
    "LitconvError",
    "Record",
    "UsageError",
    "__version__",
    "convert",
    "enrich",
    "merge",
    "read",
    "write",
]

_HOME = {
    "convert": "litconv.api",
    "enrich": "litconv.api",
    "merge": "litconv.api",
    "read": "litconv.api",
    "write": "litconv.api",
    "Diagnostics": "litconv.diagnostics",
    "InputError": "litconv.diagnostics",
    "LitconvError": "litconv.diagnostics",
    "UsageError": "litconv.diagnostics",
    "Record": "litconv.model",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module it lives in."""
    if name not in _HOME:
        msg = f"module 'litconv' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(importlib.import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """Name the public names, loaded or not."""
    return sorted(__all__)
