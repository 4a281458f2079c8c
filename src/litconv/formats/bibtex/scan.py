r"""BibTeX text → blocks: entries with their fields, `@string`, `@preamble`, `@comment`.

The rules are those of BibTeX and biber: everything between two blocks is a comment, braces nest
and count with or without a backslash, `(…)` delimits a block as `{…}` does, values are pieces
joined by `#`. `%` starts a comment between fields, as in biber.

bibtexparser's splitter, which knows more odd forms, takes 0.14 to 0.2 ms an entry of eleven
fields, this one less than a seventh of it. So what is well formed is divided here, by regular
expressions that never go back, and only a block that they cannot divide is handed on (`recover`,
which begins with bibtexparser). A block ends at the latest where the next one starts (`@word{` at
the start of a line or behind a closing brace), so damage costs one entry at most, and time stays
linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from litconv.reading.tagged import Item

Field = Item
"""Name in small letters, value without its delimiters, and in place of a line the name's offset."""


class Expression(Field, gc=False):
    """A field whose value, a macro or pieces joined by `#`, is as it stands in the file."""


class Block(msgspec.Struct, gc=False):
    """One `@…{…}`: its word in small letters, the key, the fields, and where it stands.

    `fields` is None where the block could not be divided.
    """

    word: str
    key: str
    fields: list[Field] | None
    start: int
    end: int


_NESTED = r"[^{}]*+"
for _ in range(4):
    _NESTED = rf"[^{{}}]*+(?:\{{{_NESTED}\}}[^{{}}]*+)*+"
_SKIP: Final = r"[\s,]*+(?:%[^\n]*+[\s,]*+)*+"
_BLANK: Final = r"\s*+(?:%[^\n]*+\s*+)*+"
NAME: Final = r"[^\s=,{}\"#%()@]++"
_NAMES: Final = rf"{NAME}(?:[ \xa0]{NAME})*+"  # Scopus: `funding_text 1`, with either blank
BARE: Final = r"[^\s,{}\"#=%()]*+"
_BRACED: Final = rf"\{{({_NESTED})\}}"
_QUOTED: Final = rf"\"([^\"{{}}]*+(?:\{{{_NESTED}\}}[^\"{{}}]*+)*+)\""
# What most fields are, and one brace that may close the entry behind them; it always matches.
_USUAL: Final = re.compile(
    r"\s*+([A-Za-z0-9_+:-]++)\s*+=\s*+(?:\{([^}]*+)\}|\"([^\"{}]*+)\"|(\w++))\s*+(?:,|(?=\}))"
    r"|(?:\s*+(\}))?"
)
FIELD: Final = re.compile(
    rf"{_SKIP}({_NAMES})\s*+=\s*+(?:{_BRACED}|{_QUOTED}|({BARE})){_BLANK}(?:,|([)}}])|(\#))"
)
PIECE: Final = re.compile(rf"{_BRACED}|{_QUOTED}|({BARE})")
_PIECE: Final = rf"(?:\{{{_NESTED}\}}|\"[^\"{{}}]*+(?:\{{{_NESTED}\}}[^\"{{}}]*+)*+\"|{BARE})"
_EXPRESSION: Final = re.compile(
    rf"{_SKIP}({NAME})\s*+=\s*+({_PIECE}(?:{_BLANK}\#{_BLANK}{_PIECE})*+){_BLANK}(?:,|([)}}]))"
)
_HEAD: Final = re.compile(r"@[ \t]*+([^\W\d]\w*+)\s*+[{(]\s*+(?:([^,={}\"\n]*+)(?:,|(?=[}\n])))?")
# `{k1 title={…}`, `{k1⏎ title={…}`: the second is met behind the key.
KEY_WITHOUT_COMMA: Final = re.compile(
    rf"((?:[^\s,;={{}}\"]++[^\S\n]++(?!{NAME}\s*+=))*+[^\s,;={{}}\"]++)?+\s++(?={NAME}\s*+=)"
)
_END: Final = re.compile(rf"{_SKIP}[)}}]")
_GOES_ON: Final = re.compile(rf"\s*+,\s*+{NAME}\s*+=\s*+[{{\"\w]")
_COMMENT_OR_BRACE: Final = re.compile(r"@[ \t]*+comment\s*+[{(]|[{}]", re.IGNORECASE)
_BRACE: Final = re.compile(r"[{}]")
_START: Final = re.compile(r"@[ \t]*+([^\W\d]\w*+)\s*+(?:([{(])|[^\s,{}=@]++\s*+,\s)")
_LOOKS_LIKE_ENTRY: Final = re.compile(
    rf"@[ \t]*+\w++\s*+[{{(]\s*+[^\s,{{}}=\"]*+\s*+,\s*+(?:{NAME}\s*+=|[}})])"
)
_COMMENT: Final = re.compile(r"@[ \t]*+comment", re.IGNORECASE)
NOT_ENTRIES: Final = frozenset(("string", "preamble", "comment"))
_WORDS: Final = NOT_ENTRIES | frozenset(
    """article book booklet conference electronic inbook incollection inproceedings manual
    mastersthesis misc online patent periodical phdthesis proceedings report software techreport
    thesis unpublished www collection dataset xdata""".split()
)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a file in order; the text between them is a comment to BibTeX."""
    start = _next_start(text, 0)
    comments = _Comments(text)
    while start >= 0:
        following = _next_start(text, start + 1)
        block = _block(text, start, following if following >= 0 else len(text), comments)
        while 0 <= following < block.end:  # JabRef's comments hold whole entries
            following = _next_start(text, following + 1)
        yield block
        start = following


def last_start(text: str) -> int:
    """Give where the last block starts, up to where `blocks` gives the same whatever follows.

    That is 0 where nothing stands before it, and there is none. A comment that does not end, which
    may hold all that follows, counts as the last.
    """
    if _COMMENT.search(text):
        start = 0
        for block in blocks(text):
            start = block.start
            if block.word == "comment" and balanced_end(text, start, len(text)) < 0:
                break
        return start
    position = len(text)
    while (position := text.rfind("@", 0, position)) > 0:
        if (match := _START.match(text, position)) and _starts_block(text, position, match):
            return position
    return 0


def _next_start(text: str, position: int) -> int:
    """Give the place of the next block, at a line's start or behind a brace; -1 for none."""
    while (position := text.find("@", position)) >= 0:
        if (match := _START.match(text, position)) and _starts_block(text, position, match):
            return position
        position += 1
    return -1


def _starts_block(text: str, place: int, match: re.Match[str]) -> bool:
    while place and text[place - 1] in " \t\ufeff":  # the last where files were joined
        place -= 1
    before = text[place - 1] if place else "\n"
    if before not in "\n})":
        # Some programs join their entries by commas: `}, @misc{…`.
        joined = before == "," and text[place - 2 : place - 1] == "}"
        return joined and _LOOKS_LIKE_ENTRY.match(text, match.start()) is not None
    known = match[1].lower() in _WORDS and bool(match[2] or before == "\n")
    return known or _LOOKS_LIKE_ENTRY.match(text, match.start()) is not None


class _Comments:
    """Finds where comments end, which may hold entries and end anywhere.

    Once one does not end, all others are looked up together: each could be looked for in vain up
    to the end of the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[int, int] | None = None

    def end(self, opening: int) -> int:
        """Give the offset behind the comment whose brace is at `opening`; -1 if it has no end."""
        if self._ends is not None:
            return self._ends.get(opening, -1)
        end = balanced_end(self._text, opening, len(self._text))
        if end < 0:
            self._ends = self._all_ends(opening + 1)
        return end

    def _all_ends(self, start: int) -> dict[int, int]:
        ends: dict[int, int] = {}
        open_: list[list[int]] = []  # the comments that each open brace is the first of
        begun: list[int] = []  # those in parentheses before their first brace
        for match in _COMMENT_OR_BRACE.finditer(self._text, start):
            if match[0][-1] == "(":
                begun.append(match.end() - 1)
            elif match[0] != "}":
                open_.append([*begun, match.end() - 1] if match[0] != "{" else begun)
                begun = []
            else:
                ends |= dict.fromkeys([*begun, *(open_.pop() if open_ else ())], match.end())
                begun = []
        return ends


def _block(text: str, start: int, limit: int, comments: _Comments) -> Block:
    head = _HEAD.match(text, start, limit)
    if head is None:
        return Block("", "", None, start, limit)
    word = head[1].lower()
    if word in NOT_ENTRIES:
        return _definition(text, word, start, limit, comments)
    key = (head[2] or "").strip()
    position = head.end()
    if text[position - 1] != "," and KEY_WITHOUT_COMMA.match(text, position, limit):
        return Block(word, key, None, start, limit)
    fields, position, closed = _fields(text, position, limit)
    if closed:
        return _checked(Block(word, key, fields, start, position), text, limit)
    if end := _END.match(text, position, limit):
        return _checked(Block(word, key, fields, start, end.end()), text, limit)
    return Block(word, key, None, start, limit)


def _fields(text: str, position: int, limit: int) -> tuple[list[Field], int, bool]:
    """Give the fields from here on, where they end, and whether the entry is closed there."""
    fields: list[Field] = []
    position, closed = _take_usual(text, position, limit, fields)
    while not closed and (match := FIELD.match(text, position, limit)):
        name, braced, quoted, bare, close, joined = match.groups()
        if joined:
            match = _EXPRESSION.match(text, position, limit)
            if match is None:
                break
            bare, close = match[2], match[3]
            braced = quoted = None
        value = quoted if braced is None else braced
        fields.append(_field(name.lower(), value, bare, match.start(1)))
        position, closed = match.end(), bool(close)
        if not closed:
            position, closed = _take_usual(text, position, limit, fields)
    return fields, position, closed


def _take_usual(text: str, position: int, limit: int, fields: list[Field]) -> tuple[int, bool]:
    """Add the fields from here on that are usual; say where they end, and whether the entry does.

    Those that are not usual have braces in their values, macros or comments.
    """
    for match in _USUAL.finditer(text, position, limit):
        name, braced, quoted, word, close = match.groups()
        if name is None:
            return (match.end(), True) if close else (position, False)
        if braced is not None:
            if "{" in braced:
                break
            fields.append(Field(name.lower(), braced, match.start(1)))
        else:
            fields.append(_field(name.lower(), quoted, word, match.start(1)))
        position = match.end()
    return position, False


def _field(name: str, text: str | None, bare: str, place: int) -> Field:
    """Give a field with its text, or else with what stands there without delimiters."""
    if text is not None:
        return Field(name, text, place)
    return Field(name, bare, place) if bare.isdecimal() else Expression(name, bare, place)


def _checked(block: Block, text: str, limit: int) -> Block:
    """Give the entry, unless its fields go on behind what closed it: a brace too many."""
    if block.end < limit and _GOES_ON.match(text, block.end, limit):
        return Block(block.word, block.key, None, block.start, limit)
    return block


def _definition(text: str, word: str, start: int, limit: int, comments: _Comments) -> Block:
    opening = start + 1
    while opening < limit and text[opening] not in "{(":
        opening += 1
    if word == "string" and (match := _EXPRESSION.match(text, opening + 1, limit)):
        fields: list[Field] = [Expression(match[1].lower(), match[2], match.start(1))]
        return Block(word, "", fields, start, match.end())
    if word == "string":
        return Block(word, "", None, start, limit)
    if text.startswith("(", opening):
        end = text.find(")", opening, limit) + 1
    else:
        end = comments.end(opening) if word == "comment" else balanced_end(text, opening, limit)
    return Block(word, "", [], start, end if end > 0 else _line_end(text, start))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def balanced_end(text: str, opening: int, limit: int) -> int:
    """Give the offset behind the brace that closes the one at `opening`; -1 if none does."""
    depth = 0
    for match in _BRACE.finditer(text, opening, limit):
        depth += 1 if match[0] == "{" else -1
        if depth <= 0:
            return match.end()
    return -1
