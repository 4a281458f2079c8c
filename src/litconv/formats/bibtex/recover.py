r"""Blocks that are no well-formed BibTeX: what bibtexparser's splitter makes of them, then repair.

bibtexparser knows `\{` as a brace that does not count, quotes inside quotes and values without
delimiters. What it gives up, or divides into something that still holds other fields, is repaired:

* a comma missing between two fields, or behind the key;
* a brace or quote missing behind a value: it ends where the next usual field begins;
* a brace too many behind a value, or none at the end of the entry;
* an entry cut off by the end of the file.

Each repair is reported at its place. An entry without a single field is lost.
"""

from __future__ import annotations

import logging
import re
from typing import Final, NamedTuple

from litconv.formats.bibtex.scan import (
    BARE,
    FIELD,
    KEY_WITHOUT_COMMA,
    NAME,
    Block,
    Expression,
    Field,
    balanced_end,
)

Fault = tuple[int, str]
"""Offset and what is wrong there."""


class Recovered(NamedTuple):
    """What could be read of a damaged block; without fields it is lost."""

    word: str
    key: str
    fields: list[Field]
    faults: list[Fault]


_USUAL: Final = (
    "abstract address archiveprefix author booktitle chapter date day doi edition editor eprint "
    "howpublished institution isbn issn issue journal journaltitle keywords langid language "
    "location month note number organization pages pmid primaryclass publisher school series "
    "shorttitle subtitle title translator type url urldate volume year"
).replace(" ", "|")
_NEXT_FIELD: Final = re.compile(
    rf"(?:(?:[,}}\"]\s*+|\n[^\S\n]*+)(?:{_USUAL})|\n[^\S\n]*+[a-z][\w+-]*+)\s*+=\s*+[{{\"\d]",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"@[ \t]*+(\w++)\s*+[{(]?\s*+(?:([^,={}\"\n;]*+)[,;\n])?")
_HEAD_WITHOUT_COMMA: Final = re.compile(rf"@[ \t]*+\w++\s*+[{{(]\s*+{KEY_WITHOUT_COMMA.pattern}")
_FIELD_NAME: Final = re.compile(rf"[\s,;{{}}]*+({NAME})\s*+=\s*+|[\s,;]*+({NAME})\s*+(?=\{{)")
_CLOSING_QUOTE: Final = re.compile(rf"\"(?=\s*+(?:,|[}})]|\n|$)|\s*+{NAME}\s*+=)")
_TAIL: Final = re.compile(r"\s*+(?:(,)|([)}]))?")
_BARE: Final = re.compile(BARE)
_LONGEST_FOR_SPLITTER: Final = 200_000


def recover(text: str, block: Block) -> Recovered:
    """Read what can be read of `text[block.start:block.end]`."""
    head = _HEAD.match(text, block.start, block.end)
    if head is None:
        return Recovered(block.word, block.key, [], [])
    word, key = head[1].lower(), (head[2] or "").strip()
    if joined := _HEAD_WITHOUT_COMMA.match(text, block.start, block.end):
        repair = _Repair(text, block.end)
        repair.faults.append((joined.end(1), "no comma behind the key"))
        return repair.read(word, joined[1], joined.end())
    fields = _by_bibtexparser(text, block)
    if fields:
        return Recovered(word, key, fields, [])
    return _Repair(text, block.end).read(word, key, head.end())


def _by_bibtexparser(text: str, block: Block) -> list[Field]:
    """Give the fields as bibtexparser divides them; none where it fails or leaves a rest."""
    from bibtexparser.model import Entry  # noqa: PLC0415 - heavy, and rarely needed
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 - the same

    raw = text[block.start : block.end]
    if len(raw) > _LONGEST_FOR_SPLITTER:
        return []
    logging.getLogger("bibtexparser.splitter").disabled = True  # what it says is said here
    found = Splitter(raw).split().blocks
    if len(found) != 1 or type(found[0]) is not Entry:
        return []
    fields: list[Field] = []
    position = block.start
    for one in found[0].fields:
        value = str(one.value)
        place = re.compile(rf"{re.escape(one.key)}\s*=").search(text, position, block.end)
        if place is None or _NEXT_FIELD.search(value) or not _is_one_piece(value):
            return []
        position = place.end()
        name = one.key.lower()
        if value[:1] in '{"':
            fields.append(Field(name, value[1:-1], place.start()))
        else:
            form = Field if " " in value or value.isdecimal() else Expression
            fields.append(form(name, value, place.start()))
    return fields


def _is_one_piece(value: str) -> bool:
    """Say whether a value is delimited on both sides, or has no delimiter in it."""
    if value[:1] == "{":
        return value.endswith("}") and _balances(value)
    if value[:1] == '"':
        return len(value) > 1 and value.endswith('"') and "\n" not in value
    return not re.search(r'[{}"=#\n]', value)


def _balances(value: str) -> bool:
    """Say whether the first brace is closed by the last one, escaped ones not counted."""
    depth = 0
    for match in re.finditer(r"(?<!\\)[{}]", value):
        depth += 1 if match[0] == "{" else -1
        if depth <= 0:
            return depth == 0 and match.end() == len(value)
    return False


class _Repair:
    """Goes through a damaged entry field by field."""

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.faults: list[Fault] = []
        self.closed = False
        self._next: tuple[re.Match[str] | None] | None = None

    def read(self, word: str, key: str, position: int) -> Recovered:
        fields: list[Field] = []
        start = position
        while match := self._field_name(position):
            name = (match[1] or match[2]).lower()
            place = match.start(1) if match[1] else match.start(2)
            if self.closed:
                self.faults.append((place, f"a brace too many before {name}"))
                self.closed = False
            value, position, expression = self._value(name, place, match.end())
            form = Expression if expression and not value.isdecimal() else Field
            fields.append(form(name, value, place))
        if fields and not self.closed and not self.faults:
            self.faults.append((start, "the entry is not closed"))
        return Recovered(word, key, fields, self.faults)

    def _usual_field(self, position: int) -> re.Match[str] | None:
        """Find where the next usual field begins; looked for once, so that time stays linear."""
        if self._next is None or (self._next[0] and self._next[0].start() < position):
            self._next = (_NEXT_FIELD.search(self.text, position, self.limit),)
        return self._next[0]

    def _field_name(self, position: int) -> re.Match[str] | None:
        """Find the next field; what stands before it and is none is passed over, and said."""
        match = _FIELD_NAME.match(self.text, position, self.limit)
        if match:
            return match
        later = self._usual_field(position)
        if later is None:
            rest = self.text[position : self.limit].strip(" \n\t,;{}()")
            if rest:
                self.faults.append((position, f"not understood: {_shown(rest)}"))
            return None
        junk = self.text[position : later.start()].strip(" \n\t,;{}()")
        if junk:
            self.faults.append((position, f"not understood: {_shown(junk)}"))
        return _FIELD_NAME.match(self.text, later.start() + 1, self.limit)

    def _value(self, name: str, place: int, start: int) -> tuple[str, int, bool]:
        cut = self._usual_field(start)
        end = cut.start() + 1 if cut else self.limit
        if whole := FIELD.match(self.text, place, end):
            _, braced, quoted, bare, close, joined = whole.groups()
            value = quoted if braced is None else braced
            value = bare if value is None else value
            if not joined:
                self.closed = bool(close)
                return value, whole.end(), braced is None and quoted is None
        first = self.text[start : start + 1]
        if first == "{":
            return self._braced(name, start)
        if first == '"':
            return self._quoted(name, start)
        match = _BARE.match(self.text, start, self.limit)
        end = match.end() if match else start
        return self.text[start:end], self._after(name, end), True

    def _braced(self, name: str, start: int) -> tuple[str, int, bool]:
        cut = self._usual_field(start)
        end = balanced_end(self.text, start, cut.start() + 1 if cut else self.limit)
        if end > 0:
            value, end = self._with_rest(name, start, end, cut)
            return value, self._after(name, end), False
        if cut:
            return self._cut(name, start, cut)
        self._unclosed(name, start)
        self.closed = True
        return _without_lone_braces(self.text[start + 1 : self.limit]), self.limit, False

    def _with_rest(
        self, name: str, start: int, end: int, cut: re.Match[str] | None
    ) -> tuple[str, int]:
        """Give a braced value and its end; one brace too many in it does not end it.

        It is one where text goes on right behind it that is no field: `{of ~}7 and more}, year=`.
        """
        value = self.text[start + 1 : end - 1]
        if cut is None or not self.text[end : end + 1].isalnum():
            return value, end
        last = self.text.rfind("}", end, cut.start() + 1)
        field = _FIELD_NAME.match(self.text, end, self.limit)
        if last < 0 or (field and (field[1] or field[2].isalpha())):
            return value, end
        self.faults.append((end - 1, f"a brace too many in {name}"))
        return value + self.text[end:last], last + 1

    def _quoted(self, name: str, start: int) -> tuple[str, int, bool]:
        cut = self._usual_field(start)
        end = _CLOSING_QUOTE.search(self.text, start + 1, cut.start() + 1 if cut else self.limit)
        if end:
            value = self.text[start + 1 : end.start()]
            return value, self._after(name, end.end()), False
        if cut:
            return self._cut(name, start, cut)
        self._unclosed(name, start)
        self.closed = True
        return _without_lone_braces(self.text[start + 1 : self.limit]), self.limit, False

    def _cut(self, name: str, start: int, cut: re.Match[str]) -> tuple[str, int, bool]:
        self._unclosed(name, start)
        place = cut.start() + (cut[0][0] in '}"')
        return _without_lone_braces(self.text[start + 1 : place]), place, False

    def _unclosed(self, name: str, start: int) -> None:
        self.faults.append((start, f"the value of {name} is not closed"))

    def _after(self, name: str, end: int) -> int:
        """Go behind the comma or brace that follows a value; say so if there is none."""
        tail = _TAIL.match(self.text, end, self.limit)
        if tail is None or tail.end() >= self.limit:
            self.closed = bool(tail and tail[2])
            return self.limit
        self.closed = bool(tail[2])
        if not (tail[1] or tail[2]):
            self.faults.append((end, f"no comma behind {name}"))
        return tail.end()


def _without_lone_braces(value: str) -> str:
    """Take the delimiters off the end of a value that was cut out, as far as they are too many."""
    value = value.rstrip(' ,\n\t"')
    surplus = value.count("}") - value.count("{")
    while value.endswith("}") and surplus > 0:
        value, surplus = value[:-1].rstrip(' ,\n\t"'), surplus - 1
    if surplus < 0:
        value += "}" * -surplus
    return value


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…")


_SHOWN: Final = 60
