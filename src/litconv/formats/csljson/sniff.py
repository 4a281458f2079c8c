"""Whether a text is CSL-JSON, told by its first 4 KB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv.csl.items.variables import TYPES

_TOKEN: Final = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*+")|(?P<open>[\[{])|(?P<close>[\]}])|(?P<colon>:)|[^\s,"\[\]{}:]+'
)
_NO_ITEMS: Final = re.compile(r"\[\s*\]\s*")
_LITCONV: Final = '"litconv"'
_OTHERS: Final = re.compile(
    r'"(?:title|container-title)"\s*:\s*\[|"id"\s*:\s*"https?://openalex\.org/W'
)
_WRAPPERS: Final = ('"items"', '"references"')
# Keys that no other JSON has at the top of its objects: they tell an item whose type comes later.
_HYPHENATED: Final = frozenset(
    f'"{key}"'
    for key in (
        "citation-key collection-title container-title container-title-short event-place "
        "number-of-pages publisher-place title-short"
    ).split()
)
_TYPES: Final = frozenset(f'"{name}"' for name in TYPES if name != "other") | frozenset(
    f'"{one.value}"' for one in TYPES.values()
)

# Of CSL-YAML.
_TYPE: Final = re.compile(r"^[ -]*type: *[\"']?([\w-]+)", re.MULTILINE)
_REFERENCES: Final = re.compile(r"^references: *$", re.MULTILINE)
_CFF: Final = re.compile(r"^cff-version:", re.MULTILINE)  # it has `references` too
_LIST: Final = re.compile(r"\A(?:---\s*)?- +\w[\w-]*:")


def is_csl_json(head: str) -> bool:
    """Say whether the first object of a list, or the text's only one, is an item.

    An item has a `type` that CSL or Crossref knows, or, before any type is seen, a variable whose
    name only CSL writes so. litconv's own JSON has its marker first and is none; where titles are
    lists of texts it is Crossref's own JSON, and works with OpenAlex's numbers are OpenAlex's.
    """
    if _NO_ITEMS.fullmatch(head):  # `[]` is what programs export that have nothing to export
        return True
    if head[:1] not in ("[", "{") or _OTHERS.search(head):
        return False
    for key, value in _first_pairs(head):
        if key == _LITCONV:
            return False
        if key == '"type"':
            return value in _TYPES
        if key in _HYPHENATED:
            return True
    return False


def _first_pairs(head: str) -> Iterator[tuple[str, str]]:
    """Yield (key, value or its opening bracket) at the top of the first object, as raw JSON."""
    level = 0  # where the first object's keys are
    depth = 0
    key = before = ""
    for match in _TOKEN.finditer(head):
        sign = match[0]
        if match["close"]:
            if depth == level > 0:
                return
            depth -= 1
        elif match["colon"]:
            key, before = (before, "") if depth == level else ("", "")
            continue
        elif key:
            yield key, sign
            if key in _WRAPPERS and sign == "[":
                level = 0
            key = ""
        if match["open"]:
            depth += 1
            if sign == "{" and not level:
                level = depth
        before = sign if match["text"] else ""


def is_csl_yaml(head: str) -> bool:
    """Say whether there is a list `references`, or a list of items, with a type of CSL."""
    if _CFF.search(head) or not (_REFERENCES.search(head) or _LIST.match(head)):
        return False
    return any(name in TYPES for name in _TYPE.findall(head))
