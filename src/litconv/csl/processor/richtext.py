"""Rich text inside the processor: plain strings in which noncharacters stand for markup.

citeproc-py mixes markup into its text as HTML, so it cannot escape what a title holds, and prints
an italic title inside italics as `<i><i>`. Here every mark is one of Unicode's noncharacters
(U+FDD0–U+FDEF, never part of real text), so joining is string concatenation, seams are found by
looking at characters, and escaping happens once, at the end. CSL's own rich text (`<i> <b> <sup>
<sub> <span style="font-variant: small-caps"> <span class="nocase">`) is turned into such marks;
any other tag stays text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from litconv.text.markup.runs import Mark, Run


class Pair(NamedTuple):
    """The noncharacters that open and close one kind of markup."""

    on: str
    off: str


ITALIC = Pair("\ufdd0", "\ufdd1")
BOLD = Pair("\ufdd2", "\ufdd3")
SUP = Pair("\ufdd4", "\ufdd5")
SUB = Pair("\ufdd6", "\ufdd7")
SMALL_CAPS = Pair("\ufdd8", "\ufdd9")
UNDERLINE = Pair("\ufdda", "\ufddb")
UPRIGHT = Pair("\ufddc", "\ufddd")
NO_CASE = Pair("\ufdde", "\ufddf")
QUOTE = Pair("\ufde0", "\ufde1")
INNER_QUOTE = Pair("\ufde2", "\ufde3")
MARGIN_END = "\ufde4"  # what is before it stands in the margin; becomes a tab in the runs

NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
ALL_MARKS = "".join(chr(code) for code in range(0xFDD0, 0xFDF0))
QUOTE_MARKS = QUOTE.on + QUOTE.off + INNER_QUOTE.on + INNER_QUOTE.off
TAG_MARKS = "".join(mark for mark in ALL_MARKS if mark not in QUOTE_MARKS)

_RAISED = re.compile("[²³¹⁰⁴-⁹⁺⁻⁼⁽⁾ⁿ]+")
_LOWERED = str.maketrans("²³¹⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "2310456789+−=()n")
_SPECIAL = re.compile("[²³¹⁰⁴-⁹⁺⁻⁼⁽⁾ⁿ<\"'“”‘’«»\ufdd0-\ufdef\x00-\x1f\x7f-\x9f]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]")
_TAG = re.compile(
    r"<(?P<close>/)?(?:(?P<name>i|em|b|strong|sup|sub|sc)\s*|span(?P<attrs>\s[^<>]*)?)>",
    re.IGNORECASE,
)
_NAMED = {
    "i": ITALIC,
    "em": ITALIC,
    "b": BOLD,
    "strong": BOLD,
    "sup": SUP,
    "sub": SUB,
    "sc": SMALL_CAPS,
}
_OPENING_BEFORE = " \u00a0([{-–—/“‘\"'«" + ALL_MARKS


@lru_cache(maxsize=4096)
def parse(text: str) -> str:
    """Give a field's text with its markup and quotation marks as noncharacters."""
    if not _SPECIAL.search(text):
        return text
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "<" in text:
        text = _parse_tags(text)
    text = _RAISED.sub(lambda match: f"{SUP.on}{match[0].translate(_LOWERED)}{SUP.off}", text)
    return parse_quotes(text)


def clean(text: str) -> str:
    """Give text without control and noncharacters and without rich text: for URLs and the like."""
    return _CONTROLS.sub("", text)


def plain(text: str) -> str:
    """Give the text without any marks (quotation marks included)."""
    return NONCHARACTERS.sub("", text)


def _parse_tags(text: str) -> str:
    out: list[str] = []
    open_tags: list[tuple[str, Pair | None, int]] = []
    position = 0
    for match in _TAG.finditer(text):
        out.append(text[position : match.start()])
        position = match.end()
        name = (match["name"] or "span").lower()
        if match["close"]:
            _close(name, match.group(), open_tags, out)
            continue
        pair = _NAMED.get(name) if match["name"] else _span(match["attrs"] or "")
        open_tags.append((name, pair, len(out)))
        out.append(pair.on if pair else match.group())
    out.append(text[position:])
    for _name, pair, index in open_tags:
        if pair:  # never closed: no markup, and nothing is printed for it
            out[index] = ""
    return "".join(out)


def _close(
    name: str, raw: str, open_tags: list[tuple[str, Pair | None, int]], out: list[str]
) -> None:
    if not open_tags or open_tags[-1][0] != name:
        out.append(raw if name == "span" else "")
        return
    pair = open_tags.pop()[1]
    out.append(pair.off if pair else raw)


def _span(attributes: str) -> Pair | None:
    lowered = attributes.lower().replace(" ", "")
    if "nocase" in lowered:
        return NO_CASE
    if "small-caps" in lowered:
        return SMALL_CAPS
    return UPRIGHT if "font-style:normal" in lowered else None


def parse_quotes(text: str) -> str:
    """Give the text with paired quotation marks as marks and other `'` as apostrophes.

    A straight mark opens at the start of a word and closes at its end; without a partner `'` is
    an apostrophe and `"` stays what it is. Straight single marks are inner ones only in a text
    that has double ones. Pairs of curly marks count as
    quotation marks too, so that nesting can turn them and the style's punctuation can go inside.
    """
    chars = list(text)
    stack: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        if char in "\"'":
            before = text[index - 1] if index else " "
            after = text[index + 1] if index + 1 < len(text) else " "
            kind = char
            opened = next((at for at, one in enumerate(stack) if one[0] == kind), -1)
            can_close = not (kind == "'" and after.isalnum())
            if opened >= 0 and can_close and not before.isspace():
                _pair(chars, stack[opened][1], index, single=kind == "'" and '"' in text)
                del stack[opened:]
            elif before in _OPENING_BEFORE and not after.isspace():
                stack.append((kind, index))
        elif char in "“‘":
            stack.append((char, index))
        elif char in "”’":
            kind = "“" if char == "”" else "‘"
            after = text[index + 1] if index + 1 < len(text) else " "
            opened = next((at for at, one in enumerate(stack) if one[0] == kind), -1)
            if opened >= 0 and not (kind == "‘" and after.isalnum()):
                _pair(chars, stack[opened][1], index, single=kind == "‘")
                del stack[opened:]
    return "".join("’" if char == "'" else char for char in chars)


def _pair(chars: list[str], start: int, end: int, *, single: bool) -> None:
    pair = INNER_QUOTE if single else QUOTE
    chars[start], chars[end] = pair


class Quotes(NamedTuple):
    """The quotation marks of a locale."""

    open: str = "“"
    close: str = "”"
    inner_open: str = "‘"
    inner_close: str = "’"


_MARKS = {
    ITALIC.on: (Mark.ITALIC, True),
    ITALIC.off: (Mark.ITALIC, False),
    BOLD.on: (Mark.BOLD, True),
    BOLD.off: (Mark.BOLD, False),
    SUP.on: (Mark.SUP, True),
    SUP.off: (Mark.SUP, False),
    SUB.on: (Mark.SUB, True),
    SUB.off: (Mark.SUB, False),
    SMALL_CAPS.on: (Mark.SMALL_CAPS, True),
    SMALL_CAPS.off: (Mark.SMALL_CAPS, False),
    UNDERLINE.on: (Mark.UNDERLINE, True),
    UNDERLINE.off: (Mark.UNDERLINE, False),
}
_SPLIT = re.compile("([\ufdd0-\ufdef])")
_OPENERS = {QUOTE.on: False, INNER_QUOTE.on: True}
_CLOSERS = QUOTE.off + INNER_QUOTE.off


def to_runs(text: str, quotes: Quotes) -> tuple[Run, ...]:
    """Give the finished text as runs: italics inside italics upright, inner quotes turned."""
    state = _State(quotes)
    for piece in _SPLIT.split(text):
        if piece:
            state.take(piece)
    return tuple(state.runs)


class _State:
    """Walks through the marks; `marks` are those in force, outermost first."""

    def __init__(self, quotes: Quotes) -> None:
        self.runs: list[Run] = []
        self.quotes = quotes
        self.marks: list[Mark] = []
        self.saved: list[tuple[Mark, list[Mark]]] = []
        self.open_quotes: list[bool] = []

    def take(self, piece: str) -> None:
        if piece in _MARKS:
            self._mark(*_MARKS[piece])
        elif piece in _OPENERS:
            inner = not self.open_quotes[-1] if self.open_quotes else _OPENERS[piece]
            self.open_quotes.append(inner)
            self._add(self.quotes.inner_open if inner else self.quotes.open)
        elif piece in _CLOSERS:
            inner = self.open_quotes.pop() if self.open_quotes else False
            self._add(self.quotes.inner_close if inner else self.quotes.close)
        elif piece == UPRIGHT.on:
            self.saved.append((Mark.ITALIC, list(self.marks)))
            self.marks = [mark for mark in self.marks if mark is not Mark.ITALIC]
        elif piece == UPRIGHT.off:
            self._restore()
        elif piece == MARGIN_END:
            self._add("\t")
        elif piece not in ALL_MARKS:
            self._add(piece)

    def _mark(self, mark: Mark, on: bool) -> None:  # noqa: FBT001 (a row of _MARKS)
        if not on:
            self._restore()
            return
        self.saved.append((mark, list(self.marks)))
        flips = mark is Mark.ITALIC or mark is Mark.BOLD
        if mark in self.marks and flips:
            self.marks = [one for one in self.marks if one is not mark]
        else:
            self.marks = [*self.marks, mark]

    def _restore(self) -> None:
        if self.saved:
            self.marks = self.saved.pop()[1]

    def _add(self, text: str) -> None:
        marks = tuple(self.marks)
        if self.runs and self.runs[-1].marks == marks:
            text = self.runs.pop().text + text
        self.runs.append(Run(text, marks))
