"""Damaged JSON: where the items start in an object around them, and what stands behind them.

APIs answer `{"status": "ok", "message": {"facets": {}, "items": [{…}, …], "query": …}}`. Where one
item is no valid JSON (`NaN`, a line end in a text), the whole is none; what is around the items is
then walked member by member.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Final

_KEY: Final = re.compile(r'[\s,]*("(?:[^"\\]|\\.)*+")\s*:\s*', re.DOTALL)
_CLOSING: Final = re.compile(r"[\s}]*")
_DECODER: Final = json.JSONDecoder(strict=False)
_DEEPEST: Final = 10  # objects around the items


def start_of_items(text: str, at: int, wrappers: Collection[str]) -> tuple[int, bool]:
    """Give where the first item starts, and whether it stands in a list that opens before it.

    Without an object around the items that is `at`, where the text starts.
    """
    for _ in range(_DEEPEST):
        if text.startswith("[", at):
            return at + 1, True
        inner = _wrapped(text, at, wrappers)
        if inner < 0:
            return at, False
        at = inner
    return at, False


def _wrapped(text: str, at: int, wrappers: Collection[str]) -> int:
    """Give the place of the list or object under a wrapping key of an object, or -1."""
    if not text.startswith("{", at):
        return -1
    at += 1
    while (match := _KEY.match(text, at)) is not None:
        key, at = json.loads(match[1], strict=False), match.end()
        if key == "type":  # an item of its own
            return -1
        if key in wrappers and text.startswith(("[", "{"), at):
            return at
        try:
            _, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return -1
    return -1


def end_of_wrapping(text: str, at: int) -> int:
    """Give where to go on behind the list of items, once the object around it ends.

    Further members of that object (`"group_by": []`) are about the answer, not items. Behind it is
    the end or the next answer; where anything else stands, this gives the place behind the list.
    """
    end = at
    while end < len(text):
        closed = _CLOSING.match(text, end)
        end = closed.end() if closed else end
        member = _KEY.match(text, end)
        if member is None:
            break
        try:
            _, end = _DECODER.raw_decode(text, member.end())
        except (ValueError, RecursionError):
            return at
    follows = text.startswith(("{", "["), end) and text[at:end].rstrip().endswith("}")
    return end if follows or end == len(text) else at
