"""Lists of names in one value: `a;b;`, `a，b`, `A, B. and C, D.`, one a line."""

from __future__ import annotations

import re
from typing import Final

from litconv.text.chinese.names import family_and_given
from litconv.text.script import has_han
from litconv.text.width import tidy

_SEMICOLON: Final = re.compile(r"(?:(?<!\s)\s+)?[;；]\s*")
_HAN_COMMA: Final = re.compile(r"(?:(?<!\s)\s+)?[,，、]\s*|\s{2,}")


def split_people(text: str) -> list[str]:
    """Divide a value that may hold several names, as databases join them.

    A semicolon always divides, so does a new line; a comma divides Chinese names only, because
    `Family, Given` has one. Nothing else does: `and` stands in names of bodies.
    """
    found: list[str] = []
    for line in text.split("\n"):
        for part in _SEMICOLON.split(line):
            if family_and_given(tidy(part)):  # `王, 小明`
                found.append(part)
            elif has_han(part) and not re.search(r"[A-Za-z]{2}", part):
                found += _HAN_COMMA.split(part)
            else:
                found.append(part)
    return [name for one in found if (name := tidy(one).strip(" ,，"))]


def split_keywords(text: str) -> list[str]:
    """Divide keywords at `;`, `；`, `;;` and new lines; at commas where there is none of these."""
    parts = re.split(r"[;；]+|\n", text)
    if len([part for part in parts if part.strip()]) <= 1:
        parts = re.split(r"[,，、]", text)
    return [word for one in parts if (word := tidy(one))]
