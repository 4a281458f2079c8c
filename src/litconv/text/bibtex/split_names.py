"""Lists of names as one text → the text of each; `parse_names` takes them apart."""

from __future__ import annotations

import re
from typing import Final

from litconv.text.names import is_body
from litconv.text.script import has_han

EXTENDED: Final = re.compile(
    r"\s*\"?(family|given|prefix|suffix|useprefix|id)(?:-i)?\s*=\s*", re.IGNORECASE
)
_AND: Final = re.compile(r"(?<!\s)\s+and\s+", re.IGNORECASE)
_LAST_AND: Final = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)
_MANY: Final = 4
_PARTS: Final = 2
_SEMICOLON: Final = re.compile(r"(?:(?<!\s)\s+)?[;；]\s*")
_COMMA: Final = re.compile(r"(?:(?<!\s)\s+)?,\s*")
_HAN_COMMA: Final = re.compile(r"(?:(?<!\s)\s+)?[,，、]\s*")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.-?)+")
_BRACE: Final = re.compile(r"[{}]")


def divide_names(value: str) -> tuple[list[str], bool]:
    """Give the names, and whether they were not joined by `and`."""
    braces = "{" in value
    parts = split_outside_braces(value, _AND) if braces else _AND.split(value)
    if EXTENDED.match(value):
        return parts, False
    if len(parts) > 1:
        # A list that ends `…, and X`: the last comma belongs to the `and`.
        parts = [part.rstrip().removesuffix(",") for part in parts]
        if not any(part.count(",") > _PARTS for part in parts):
            return parts, False
        divided = [_by_commas(part) for part in parts]
        return [one for names, _ in divided for one in names], any(two for _, two in divided)
    if ";" in value or "；" in value:
        pieces = split_outside_braces(value, _SEMICOLON)
        if len(pieces) > 1:
            return [_LAST_AND.sub("", one.strip()) for one in pieces if one.strip()], True
    if value.count(",") >= _PARTS or value.endswith(".") or "、" in value or "，" in value:
        return _by_commas(value)
    return parts, False


def _by_commas(value: str) -> tuple[list[str], bool]:
    """Divide `Alder, Ann, Birch, Bob` into pairs and `Ann Alder, Bob Birch, …` at each comma."""
    if has_han(value):
        return split_outside_braces(value, _HAN_COMMA), True
    pieces = [piece for piece in split_outside_braces(value, _COMMA) if piece.strip()]
    if len(pieces) > _PARTS and all(
        " " in piece.strip() and not is_body(piece) for piece in pieces
    ):
        return pieces, True
    if len(pieces) == _PARTS and all(map(_ends_in_initials, pieces)):
        return pieces, True
    if len(pieces) >= _MANY and len(pieces) % 2 == 0:
        pairs = zip(pieces[::2], pieces[1::2], strict=True)
        return [f"{family}, {_LAST_AND.sub('', given)}" for family, given in pairs], True
    return [value], False


def _ends_in_initials(piece: str) -> bool:
    """Say whether a name is Scopus's `Alder A.B.`."""
    family, _, given = piece.strip().rpartition(" ")
    return bool(family and _INITIALS.fullmatch(given)) and not _INITIALS.fullmatch(
        family.partition(" ")[0]
    )


def split_outside_braces(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split where no brace is open."""
    if "{" not in text:
        return separator.split(text)
    depth = 0
    changes: list[tuple[int, int]] = []
    for match in _BRACE.finditer(text):
        depth = max(depth + (1 if match[0] == "{" else -1), 0)
        changes.append((match.start(), depth))
    found: list[str] = []
    start = at = now = 0
    for match in separator.finditer(text):
        while at < len(changes) and changes[at][0] < match.start():
            now = changes[at][1]
            at += 1
        if now == 0:
            found.append(text[start : match.start()])
            start = match.end()
    found.append(text[start:])
    return found
