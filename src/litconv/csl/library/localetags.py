"""Locales by their tags: what `--locale` takes, and which of them CSL has terms for."""

from __future__ import annotations

import difflib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from litconv.diagnostics import UsageError

AUTO: Final = "auto"
"""Each entry in the locale of its language, where the list is Chinese (see `bylanguage`)."""
STYLE: Final = "style"
"""The locale of the style for all entries, as the reference processor has it."""

_TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}|latn|cyrl|arab))?", re.IGNORECASE)
_PLAIN: Final = {"en": "en-US", "zh": "zh-CN", "pt": "pt-PT"}


@cache
def tags() -> tuple[str, ...]:
    """Give the tags of all locales that are installed, in alphabetical order."""
    spec = find_spec("citeproc")
    places = spec.submodule_search_locations if spec else None
    folder = Path(places[0]) / "data" / "locales" if places else Path()
    return tuple(
        sorted(file.stem.removeprefix("locales-") for file in folder.glob("locales-*.xml"))
    )


def checked_tag(text: str) -> str:
    """Give the tag of an installed locale: `zh_cn` → zh-CN, `de` → de-DE; UsageError for others."""
    match = _TAG.fullmatch(text.strip())
    known = {tag.lower(): tag for tag in tags()}
    if match:
        language, region = match[1].lower(), (match[2] or "").lower()
        if region and (tag := known.get(f"{language}-{region}")):
            return tag
        main = _PLAIN.get(language) or known.get(f"{language}-{language}") or known.get(language)
        if not region and (main or (main := _first(language))):
            return main
    near = difflib.get_close_matches(text, tags(), n=3, cutoff=0.5)
    msg = f"there is no locale {text!r}" + (f"; did you mean {', '.join(near)}?" if near else "")
    raise UsageError(msg, hint="Say auto, style, or a tag such as en-US, zh-CN or de-DE.")


def checked_locale(text: str) -> str:
    """Give what --locale says, auto, style or a tag; raises UsageError for anything else."""
    word = text.strip().lower()
    return word if word in {AUTO, STYLE} else checked_tag(text)


def _first(language: str) -> str:
    return next((tag for tag in tags() if tag.startswith(f"{language}-")), "")
