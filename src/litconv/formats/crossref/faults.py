"""Crossref: what publishers deposit for want of a value, and marks that slipped into values.

Seen in real answers: pages `n/a-n/a` (Wiley, early view), `no-no`, `NA-NA` and `0-0`; volume or
issue `ahead-of-print` (Emerald), volume `PP` with issue `99` (IEEE, early access); the author
`&NA;` (LWW); footnote marks behind a title (`<sup>*</sup>`) or a family name (`Alder*`).
"""

from __future__ import annotations

import re
from typing import Any, Final

_NONE: Final = r"(?:n/a|no|na|null|0+)"
_NO_PAGE: Final = re.compile(rf"(?:{_NONE}|-*)(?:\s*[-–]\s*{_NONE})?", re.IGNORECASE)
_NO_NUMBER: Final = re.compile(r"n/a|na|null|none|-+", re.IGNORECASE)
_STAGE: Final = re.compile(
    r"ahead[- ]of[- ]print|online[- ]first|early[- ]view|in[- ]press", re.IGNORECASE
)
_EARLY_ACCESS: Final = ("PP", "99")
# Behind a word only: `C<sup>*</sup>` is an algebra, and `A*` a way to search.
_TITLE_MARK: Final = re.compile(r"(?<=[a-z]{3})\s*(?:<sup>\s*[*†‡§¶#]{1,3}\s*</sup>|[†‡§¶])$")
_NAME_MARKS: Final = "*†‡§¶ ,"
NOBODY: Final = frozenset({"&NA;", "NA", "N/A"})


def page(text: str) -> str:
    """Give a page that is none as nothing."""
    return "" if _NO_PAGE.fullmatch(text.strip()) else text


def volume_and_issue(work: dict[str, Any], volume: str, issue: str) -> tuple[str, str, str]:
    """Give volume, issue, and the stage of publication that one of them holds instead."""
    if not issue:
        inner = work.get("journal-issue")
        issue = str(inner.get("issue") or "") if isinstance(inner, dict) else ""
    if (volume, issue) == _EARLY_ACCESS:
        return "", "", "early access"
    stage = ""
    kept = []
    for text in (volume, issue):
        if _STAGE.fullmatch(text.strip()):
            stage = text.strip().replace("-", " ").lower()
        kept.append("" if _STAGE.fullmatch(text.strip()) or _NO_NUMBER.fullmatch(text) else text)
    return kept[0], kept[1], stage


def title(text: str) -> str:
    """Give a title without the mark of a footnote."""
    return _TITLE_MARK.sub("", text)


def family(text: str) -> str:
    """Give a family name without the marks of footnotes."""
    return text.strip(_NAME_MARKS)
