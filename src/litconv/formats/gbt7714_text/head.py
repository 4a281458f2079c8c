"""What stands before the mark of an entry: names, title, number."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.gbt7714_text.parsed import VOLUME, Parsed, people_first
from litconv.model import Role
from litconv.text.width import fold

_STANDARD: Final = (
    r"(?:[A-Z]{1,6}(?:[/ ][A-Z]{1,6}){0,3}|[A-Z]{2,6})[ -]?[A-Z]?\d[\d.]*(?:-\d+)*"
    r"(?:/[A-Z]\d[\d.]*)?(?:[-—–:]\d{4})?(?:\([a-z]{2}\))?"
)
_STANDARD_FIRST: Final = re.compile(rf"({_STANDARD})[\s,.:]+(?=\S)")
_NUMBER_LAST: Final = re.compile(rf"(?:(?<!\s)\s+)?[:,]\s*({_STANDARD}|[\w./ ()-]*\d[\w./ ()-]*)$")
_PATENT_LAST: Final = re.compile(
    r"\s*[:,]\s*(?:(?P<place>[\u3400-\u9fff]{2,8}|[A-Z]{2,6}|[A-Z][a-z]+)\s*,\s*)?"
    r"(?P<number>(?:ZL|[A-Z]{2})?\s?\d[\dA-Z./, ]{4,}|[A-Z]{2}\d+[A-Z]?\d?)$"
)
_DEGREE_LAST: Final = re.compile(r"(?:(?<!\s)\s+)?[\[(]([^\[\]()]*(?:学位论文|士论文))[\])]$")
_SCALE: Final = re.compile(r"(?:(?<!\s)\s+)?\.\s*(1\s*[::]\s*\d[\d ,]*)$")


def read_head(parsed: Parsed, mark: str, head: str, *, contained: bool) -> None:
    """Take names and title apart, and the number that stands behind or before the title.

    `contained` says that the work stands in another, whose volume is told elsewhere.
    """
    if mark == "S" and (first := _STANDARD_FIRST.match(fold(head))):
        parsed.text("number", first[1])
        parsed.text("title", head[first.end() :])
        return
    if mark == "CM" and (scale := _SCALE.search(fold(head))):
        parsed.draft.keep(parsed.item("reference", scale[1]), tag="scale")
        head = head[: scale.start()]
    title = people_first(parsed, head, Role.AUTHOR)
    folded = fold(title)
    if mark == "P" and (match := _PATENT_LAST.search(folded)):
        parsed.text("number", match["number"])
        parsed.text("publisher_place", match["place"])
        title = title[: match.start()]
    elif mark == "D" and (match := _DEGREE_LAST.search(folded)):
        parsed.text("genre", match[1])
        title = title[: match.start()]
    elif mark in {"S", "R"} and (match := _NUMBER_LAST.search(folded)):
        parsed.text("number", match[1])
        title = title[: match.start()]
    elif mark == "A" and (match := _NUMBER_LAST.search(folded)):
        draft = parsed.draft
        draft.keep(parsed.item("reference", match[1]), tag="archive_location")
        title = title[: match.start()]
    elif not contained and mark in {"M", "C", "CM"} and (match := VOLUME.search(folded)):
        parsed.text("volume", match[1] or match[2] or match[3])
        title = title[: match.start()]
    parsed.text("title", title)
