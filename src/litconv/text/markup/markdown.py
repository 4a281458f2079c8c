"""CommonMark 0.31: emphasis as stars where its rules allow that, as HTML elements elsewhere.

A star opens emphasis only beside the right kind of letter ("flanking"), and stars next to each
other count as one run; there, and for what CommonMark has no sign for, the element stands instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import Entry, Mark, Rich, Shape, Token, cleaned, tokens

_SPECIAL = re.compile(r"([\\`*_\[\]<>~^#|&$@])")
_BLOCK_START = re.compile(r"^( ?)(?:(\d+)(?=[.)])|(?=[-+=:%]))")
_SIMPLE_ADDRESS = re.compile(r"[A-Za-z0-9/:._~()?=,;!'*+-]+")
_STARS = {Mark.ITALIC: "*", Mark.BOLD: "**"}
_SMALL_CAPS = '<span style="font-variant:small-caps;">'


def to_markdown(runs: Rich) -> str:
    """Give one line of CommonMark that shows the text literally, with its marks and links."""
    steps = _tightened(list(tokens(cleaned(runs))))
    starred = _starred(steps)
    out = [_written(token, starred=index in starred) for index, token in enumerate(steps)]
    return _BLOCK_START.sub(_escaped_start, re.sub(r"^ +", " ", "".join(out)))


def _written(token: Token, *, starred: bool) -> str:
    if token.mark is None:
        return "".join(_piece(*one) for one in split_links(token.text))
    if starred:
        return _STARS[token.mark]
    if token.opens and token.mark is Mark.SMALL_CAPS:
        return _SMALL_CAPS
    return f"<{token.mark}>" if token.opens else f"</{token.mark}>"


def _piece(text: str, address: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    if not address:
        return escaped
    if text == address and _SIMPLE_ADDRESS.fullmatch(address) and "//xn--" not in address:
        return f"<{address}>"
    return f"[{escaped}](<{address.replace('&', '&amp;')}>)"


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2] or ''}\\"


def _tightened(steps: list[Token]) -> list[Token]:
    """Give the tokens with blanks outside the marks, and without marks around nothing."""
    index = 0
    while index < len(steps) - 1:
        new = _swapped(*steps[index : index + 2])
        if new is None:
            index += 1
        else:
            steps[index : index + 2] = new
            index = max(0, index - 1)
    return steps


def _swapped(one: Token, other: Token) -> list[Token] | None:
    if one.mark and one.opens:
        if other.mark is one.mark and not other.opens:
            return []
        bare = other.text.lstrip()
        if not other.mark and bare != other.text:
            blanks = other.text[: len(other.text) - len(bare)]
            return [Token(blanks), one, *([Token(bare)] if bare else [])]
    if other.mark and not other.opens and not one.mark:
        bare = one.text.rstrip()
        if bare != one.text:
            return [*([Token(bare)] if bare else []), other, Token(one.text[len(bare) :])]
    return None


def _starred(steps: list[Token]) -> set[int]:
    """Give the places of the marks that stars can stand for."""
    found: set[int] = set()
    opened: list[int] = []
    for index, token in enumerate(steps):
        if token.mark is None:
            continue
        if token.opens:
            opened.append(index)
            continue
        start = opened.pop()
        if not opened and token.mark in _STARS and _can_star(steps, start, index):
            found |= {start, index}
    return found


def _can_star(steps: list[Token], start: int, end: int) -> bool:
    """Say whether stars at `start` and `end` open and close emphasis, whatever else is there."""
    if start and steps[start - 1].mark:
        return False  # another mark ends here: two runs of stars would be one
    before, after = _edge(steps, start - 1, -1), _edge(steps, end + 1, 0)
    first, last = _edge(steps, start + 1, 0), _edge(steps, end - 1, -1)
    opens = not _is_sign(first) or _is_separate(before)
    closes = not _is_sign(last) or _is_separate(after)
    return opens and closes


def _edge(steps: list[Token], index: int, at: int) -> str:
    """Give the letter at the edge of what a neighbour is written as; a blank if there is none."""
    if not 0 <= index < len(steps):
        return " "
    return _written(steps[index], starred=False)[at : at + 1 or None] or " "


def _is_sign(char: str) -> bool:
    """Say whether any edition of CommonMark takes the letter for punctuation."""
    return unicodedata.category(char)[0] in "PSZ" or char.isspace()


def _is_separate(char: str) -> bool:
    """Say whether all editions take the letter for a blank or punctuation."""
    return char.isspace() or unicodedata.category(char)[0] == "P" or char in "$+<=>^`|~"


def markdown_list(entries: Iterable[Entry], _shape: Shape) -> Iterator[str]:
    """Yield a paragraph for each entry."""
    between = ""
    for _, runs in entries:
        if runs:
            yield f"{between}{to_markdown(runs)}\n"
            between = "\n"
