"""The lexer of all formats with one tag a line: RIS, Refer, MEDLINE, Web of Science, NoteExpress.

They differ in what a tag looks like, in what starts and ends a record, and in how a long value
goes on in the next line: a `Grammar` says it. The lexer knows no tag's meaning; it gives each
record as a `Block` of `Item`s, in order, with every line that belongs to no tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count, islice, repeat
from operator import itemgetter
from typing import Any, Final

import msgspec


class Item(msgspec.Struct, gc=False):
    """One value as a source has it: its tag, its text, and where it starts (counted from 1).

    A value that went over several lines has them joined by newlines, bare of their indent.
    """

    tag: str
    value: str
    line: int = 1
    column: int = 1


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """How the lines of one format are told.

    `field` matches a line that starts a value; its groups are `tag` and `value`. `begins` are the
    tags that start a record, `ends` those that end one (`ER`); with `blank_ends` a blank line
    ends it too. `goes_on` matches a line that continues the value before it, its group `value`
    being the text; None takes any line that is no field. `width` is how many characters stand
    before the value in usual lines, where they alone tell the tag; 0 if it takes more to tell.
    `comment` matches lines that are neither.
    """

    field: re.Pattern[str]
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    blank_ends: bool = False
    width: int = 0
    goes_on: re.Pattern[str] | None = None
    comment: re.Pattern[str] | None = None


class Block(msgspec.Struct, kw_only=True):
    """One record's lines, taken apart.

    `line` is that of its first item; `closed` says whether an end tag or a blank line ended it,
    rather than the next record or the end of the file. `loose` are lines that belong to no tag,
    as items without one; `raw` is the text of the whole record. `usual` says that every line
    starts a value in the format's usual way, so that there is nothing to repair.
    """

    line: int
    items: list[Item]
    loose: list[Item]
    lines: list[str]
    closed: bool = False
    usual: bool = False

    @property
    def raw(self) -> str:
        """The record's text as it stood."""
        return "\n".join(self.lines) + "\n"


def lex(lines: Iterable[str], grammar: Grammar) -> Iterator[Block]:
    """Yield the records of a file, one block at a time.

    What stands before the first field of a record (a banner, `<script>` rubbish, the number that
    Ovid writes before a record) is in `loose` of the block it precedes; a rest without any field
    comes as a block without items.
    """
    return _Lexer(grammar).blocks(lines)


class _Tags(dict[str, str]):
    """The beginnings of usual lines with their tags; no more of them than a format can have.

    That of an empty line has an empty tag.
    """

    def __init__(self, grammar: Grammar) -> None:
        super().__init__({"": ""})
        self._field, self._width = grammar.field.match, grammar.width

    def of(self, beginnings: list[str]) -> list[Any]:
        """Give the tag of each beginning, None where it takes a second look."""
        tags = list(map(self.get, beginnings))
        if None in tags and self._learn(set(beginnings).difference(self)):
            return list(map(self.get, beginnings))
        return tags

    def _learn(self, beginnings: Iterable[str]) -> bool:
        """Add those that are a tag with all that stands between it and its value.

        They have to be it with a value behind them: a tag may end in a blank or with its line.
        """
        before = len(self)
        for one in beginnings:
            match = self._field(f"{one}.")
            if match and match.start("value") == self._width and len(self) < _MOST_BEGINNINGS:
                self[one] = match["tag"]
        return len(self) > before


_MOST_BEGINNINGS: Final = 1000
_PAGE_END: Final = re.compile(r"(?<!\s)\s*+(?:</(?:pre|body|html)>\s*+)++\Z", re.IGNORECASE)
_LINES_AT_ONCE: Final = 1024


class _Lexer:
    """Takes lines by the thousand, and looks at those alone that begin, end or break a record."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._tags = _Tags(grammar)
        self._is_special = frozenset((None, "", *grammar.begins, *grammar.ends)).__contains__
        self._beginning = itemgetter(slice(grammar.width))
        self._value = itemgetter(slice(grammar.width, None))
        self._start(1)

    def _start(self, number: int) -> None:
        self._line = number
        self._items: list[Item] = []
        self._loose: list[Item] = []
        self._lines: list[str] = []
        self._open: list[str] = []  # further lines of the last item

    def blocks(self, lines: Iterable[str]) -> Iterator[Block]:
        take = self._some if self._grammar.width else self._each
        rest, number = iter(lines), 1
        while some := list(islice(rest, _LINES_AT_ONCE)):
            yield from take(some, number)
            number += len(some)
        self._drop_page_end()
        if self._items or self._loose:
            yield self._finish(number, closed=False)

    def _some(self, lines: list[str], number: int) -> Iterator[Block]:
        """Take lines of which the first is `number`; usual ones between two others at once."""
        grammar = self._grammar
        begins, ends, column = grammar.begins, grammar.ends, repeat(grammar.width + 1)
        tags = self._tags.of(list(map(self._beginning, lines)))
        items = list(map(Item, tags, map(self._value, lines), count(number), column))
        done = 0
        for at in compress(range(len(tags)), map(self._is_special, tags)):
            tag = tags[at]
            if at == done and not (self._items or self._loose or self._open):
                if tag == "":
                    done += 1
                    continue
                if tag in begins:
                    continue  # with what follows
            elif tag in ends and not (self._items or self._loose):  # a record as nearly all are
                yield Block(
                    line=number + done,
                    items=items[done : at + 1],
                    loose=[],
                    lines=lines[done : at + 1],
                    closed=True,
                    usual=True,
                )
                done = at + 1
                continue
            if done < at:
                self._usual(lines[done:at], items[done:at])
            done = at + 1
            item = items[at] if tag else self._item(lines[at], number + at)
            if block := self._one(lines[at], item, number + at):
                yield block
        if done < len(lines):
            self._usual(lines[done:], items[done:])

    def _each(self, lines: list[str], number: int) -> Iterator[Block]:
        for at, line in enumerate(lines, number):
            if block := self._one(line, self._item(line, at), at):
                yield block

    def _usual(self, lines: list[str], items: list[Item]) -> None:
        if self._open:
            self._close()
        self._lines += lines
        self._items += items

    def _item(self, line: str, number: int) -> Item | None:
        if not (match := self._grammar.field.match(line)):
            return None
        return Item(match["tag"], match["value"], number, match.start("value") + 1)

    def _one(self, line: str, item: Item | None, number: int) -> Block | None:
        """Take a line of any kind, its item None if it starts no field; give what it finishes."""
        if item is None:
            return self._finish(number + 1, closed=True) if self._ends(line, number) else None
        tag, before = item.tag, None
        if self._items and tag in self._grammar.begins:
            before = self._finish(number, closed=False)
        self._usual([line], [item])
        if tag not in self._grammar.ends:
            return before
        if len(self._items) > 1 or self._loose:
            return self._finish(number + 1, closed=True)
        self._start(number + 1)  # the end of nothing
        return before

    def _ends(self, line: str, number: int) -> bool:
        """Take a line without a field; say whether it ends the record."""
        if line.strip():
            self._other(line, number)
            return False
        return bool(self._items) and self._blank(line)

    def _blank(self, line: str) -> bool:
        """Say whether a blank line ends the record; otherwise it may stand inside a value."""
        if self._grammar.blank_ends:
            self._drop_page_end()
            return True
        self._lines.append(line)
        self._open.append("")
        return False

    def _other(self, line: str, number: int) -> None:
        """Take a line that starts no field: it goes on with the value, or is loose."""
        grammar = self._grammar
        if grammar.comment is not None and grammar.comment.match(line):
            return
        if not self._lines:
            self._line = number
        self._lines.append(line)
        more = grammar.goes_on.match(line) if grammar.goes_on else None
        if self._items and (grammar.goes_on is None or more):
            self._open.append(more["value"] if more else line.strip())
        else:
            column = len(line) - len(line.lstrip()) + 1
            self._loose.append(Item("", line.strip(), number, column))

    def _close(self) -> None:
        """Join the further lines of the last item to it; blank lines at its end are none."""
        if not self._open:
            return
        while self._open and not self._open[-1]:
            self._open.pop()
        if self._open:
            last = self._items[-1]
            last.value = "\n".join([last.value, *self._open])
        self._open = []

    def _drop_page_end(self) -> None:
        """Leave out what closes the page that the file was saved from, behind its last value."""
        while self._loose and _PAGE_END.fullmatch(self._loose[-1].value):
            self._loose.pop()
        while self._open and not (text := _PAGE_END.sub("", self._open[-1])):
            self._open.pop()
        if self._open:
            self._open[-1] = text
        elif self._items and (last := self._items[-1]).value.rstrip()[-1:] == ">":
            last.value = _PAGE_END.sub("", last.value)

    def _finish(self, following: int, *, closed: bool) -> Block:
        self._close()
        block = Block(
            line=self._items[0].line if self._items else self._line,
            items=self._items,
            loose=self._loose,
            lines=self._lines,
            closed=closed,
        )
        self._start(following)
        return block
