"""What copying and pasting does to the lines of a page: signs and numbers before them, HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Container

from litconv.text.width import plain_blanks

_PREFIXES = ("•", "|", ">", "-", "*", "#", "·")
_MOST = 0.6
_FEWEST = 4


def unmarked(lines: list[str], labels: Container[str]) -> list[str]:
    """Give the lines with plain blanks, and with blanks for what was put before each of them.

    That is a sign (`>`, `•`, `|`) before most lines, or a number before all. Between a label and
    its value a tab, as tables are copied, becomes a colon. Every line keeps its length.
    """
    lines = [_with_colon(line, labels) if "\t" in line else line for line in lines]
    lines = [plain_blanks(line).translate(_DROP) for line in lines]
    if prefix := _common_prefix(lines, labels):
        return [
            line.replace(prefix, " " * len(prefix), 1) if line.lstrip().startswith(prefix) else line
            for line in lines
        ]
    return _without_numbers(lines)


def _with_colon(line: str, labels: Container[str]) -> str:
    found = _TABBED.match(line)
    known = found and re.sub(r"\s", "", found[2]).upper() in labels
    return f"{found[1]}:{line[found.end() :]}" if found and known else line


def _without_numbers(lines: list[str]) -> list[str]:
    """Take out line numbers: one before every line that has anything, each one more than before.

    The last line may be cut off inside its number.
    """
    bare = list(lines)
    filled = [n for n, line in enumerate(lines) if line.strip()]
    first = _NUMBER.match(lines[filled[0]]) if len(filled) > _FEWEST else None
    for number, n in enumerate(filled, int(first[1]) if first else 0):
        found = _NUMBER.match(lines[n])
        if found is None or int(found[1]) != number:
            return bare if first and n == filled[-1] else lines
        bare[n] = " " * found.end() + lines[n][found.end() :]
    return bare


def _common_prefix(lines: list[str], labels: Container[str]) -> str:
    """Give the sign that stands before most lines, labels among them: a quotation or a list."""
    filled = [line.lstrip() for line in lines if line.strip()]
    for prefix in _PREFIXES:
        begun = [line for line in filled if line.startswith(prefix)]
        if len(begun) > _MOST * len(filled):
            bare = {line.lstrip(f"{prefix} ").rstrip(" :：") for line in begun}
            if sum(one.replace(" ", "").upper() in labels for one in bare) > 1:
                return prefix
    return ""


# Zero-width and direction signs: no part of any value, invisible to who pasted them.
_DROP = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
)
_QUOTED = re.compile(r"\s*>(?:\s*>)*(?:\s|$)")
# `12. `, `12: `, `12` and a tab: what editors, mail programs and `nl` put before each line.
_NUMBER = re.compile(r"\s*(\d{1,5})(?:[.):、]|(?=\s|$))\s?")
_TABBED = re.compile(r"(\s*+([^\t:：]{2,8}?) *+)\t(?=\s*\S)")
_LAYOUT = re.compile(
    r"</?(?:a|article|br|button|dd|div|dl|dt|h[1-6]|hr|img|label|li|ol|p|section|span|table|tbody|td"
    r"|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)


def without_html(line: str) -> list[tuple[int, str]]:
    """Give the parts of a line between layout tags, each with its column from 1."""
    quoted = _QUOTED.match(line)
    start = quoted.end() if quoted else 0
    if "<" not in line and "&" not in line:
        return [(start + 1, line[start:])]
    parts = []
    for tag in _LAYOUT.finditer(line, start):
        parts.append((start + 1, line[start : tag.start()]))
        start = tag.end()
    parts.append((start + 1, line[start:]))
    return [
        (column, plain_blanks(html.unescape(text)) if _REFERENCE.search(text) else text)
        for column, text in parts
    ]
