"""The items of CSL-YAML one after the other, so that memory stays flat.

A text may hold several documents, as `cat a.yaml b.yaml` makes of two, and Markdown has some
between its paragraphs: those behind the first count where they are bibliographies.

A list in blocks is divided at its dashes, which stand below each other: nothing else can begin a
line there but the text of a quoted value. From the first item that cannot be read by itself on the
rest is read as a whole, as are documents of any other shape (`references: [{…}]`); and where the
whole is damaged, each of its items by itself again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.yaml_text import YamlFault, YamlMap, load_yaml
from litconv.source import Source

_ITEM: Final = re.compile(r"(?:  )?- ")
_LIST: Final = re.compile(r"references:[ \t]*(?:#.*)?|(?:---[ \t]*)?")
_REFERENCES: Final = re.compile(r"references:")
_FIRST_KEY: Final = re.compile(r" *- +(?:id|type|title|author|issued|citation-key) *:")
_END: Final = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_BESIDE: Final = re.compile(r" *(?:#.*)?")


def yaml_items(source: Source, diagnostics: Diagnostics) -> Iterator[YamlMap]:
    """Yield the items; one that breaks its document is set aside, the others count."""
    documents = _Documents(source.stream())
    lines = documents.take()
    yield from _items(source.name, 0, *_head(lines), lines, diagnostics)
    while not documents.ended:
        before, lines = documents.lines_taken, documents.take()
        head, first = _head(lines)
        if any(_REFERENCES.match(line) for line in head) or _FIRST_KEY.match(first or ""):
            yield from _items(source.name, before, head, first, lines, diagnostics)
        for _ in lines:  # of Markdown
            pass


class _Documents:
    """Divides lines where documents end."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.ended = False
        self.lines_taken = 0
        self._lines = iter(lines)
        self._next: list[str] = []  # the line that begins the next one

    def take(self) -> Iterator[str]:
        """Yield the lines of the next document, each of which has to be taken."""
        begun = False
        for line in chain(self._next, self._lines):
            self.lines_taken += 1
            if begun and line[:3] in ("---", "...") and _END.match(line):
                self._next = [line] if line[0] == "-" else []
                self.lines_taken -= len(self._next)
                return
            begun = begun or bool(line.strip() and line[0] not in "#%")
            yield line
        self.ended = True


def _items(
    name: str,
    before: int,
    head: list[str],
    first: str | None,
    lines: Iterator[str],
    diagnostics: Diagnostics,
) -> Iterator[YamlMap]:
    """Yield the items of one document, of which `head` and the `first` line of one are known.

    `before` is the number of lines of the file before it.
    """
    value, fault = load_yaml("\n".join(head))
    wrapped = isinstance(value, dict) and value.get("references") == ""
    if first is None or fault or (value and not wrapped):
        rest = head if first is None else [*head, first, *lines]
        yield from _Rest(name, [], rest, before).items(diagnostics)
        return
    dash = first[: first.index("-") + 2]
    part, number = [first], before + len(head)
    while part:
        line = _take_part(lines, dash, part)
        goes_on = line is not None and line.startswith(dash)
        listed, fault = load_yaml("\n".join(part), line=number)
        behind = [] if line is None else [line]
        items = list(_maps(listed)) if fault is None else []
        sound = bool(items)
        if sound and line and not goes_on:
            behind += lines
            more, fault = load_yaml("\n".join(behind), line=number + len(part))
            sound = wrapped and line[0] != " " and fault is None and isinstance(more, dict)
            items += _maps(more)  # of another `references`
        if not sound:
            rest = [*part, *behind, *lines]
            yield from _Rest(name, head, rest, number).items(diagnostics)
            return
        yield from items
        number += len(part)
        part = behind if goes_on else []


def _head(lines: Iterator[str]) -> tuple[list[str], str | None]:
    """Give the lines before the first item, and that item's first line; None without one."""
    head: list[str] = []
    key = ""
    for line in lines:
        if _ITEM.match(line) and _LIST.fullmatch(key):
            return head, line
        if line[:1].strip() and line[0] not in "#%":
            key = line
        head.append(line)
    return head, None


def _take_part(lines: Iterator[str], dash: str, part: list[str]) -> str | None:
    """Add the lines that belong to an item; give the one behind it, None at the end."""
    inner = " " * (len(dash) - 1)
    for line in lines:
        if not line.startswith(inner) and not _BESIDE.fullmatch(line):
            return line
        part.append(line)
    return None


def _maps(value: object) -> Iterator[YamlMap]:
    return (item for item in _listed(value) if isinstance(item, YamlMap))


def _listed(value: object) -> list[Any]:
    """Give the list that a document is or has under `references`; an empty one without it."""
    listed = value.get("references", []) if isinstance(value, dict) else value
    return listed if isinstance(listed, list) else []


class _Rest:
    """The items of a document from some line on, behind its `head`; all are held."""

    def __init__(self, name: str, head: list[str], lines: list[str], number: int) -> None:
        self.name = name
        self._head = head
        self._lines = lines
        self._number = number  # of the lines of the file before

    def items(self, diagnostics: Diagnostics) -> Iterator[YamlMap]:
        """Yield the items."""
        head = self._head
        text = "\n".join([*head, *self._lines])
        value, fault = load_yaml(text, line=self._number - len(head))
        odd = [] if fault else [one for one in _listed(value) if not isinstance(one, YamlMap)]
        said = fault
        if odd:
            said = YamlFault(f"this is no item: {odd[0]!r:.60}", self._number + 1, 1)
        if said and (fault or _starts(self._lines)):
            yield from self._one_by_one(said, diagnostics)
            return
        yield from _maps(value)
        if said:
            self._report(said, diagnostics)
            diagnostics.reject("".join(f"- {one}\n" for one in odd))

    def _one_by_one(self, fault: YamlFault, diagnostics: Diagnostics) -> Iterator[YamlMap]:
        """Yield the items of a damaged document; each begins where a line does as the first does.

        A part that is no item by itself is set aside, and said; so is the fault of the whole,
        where each part can be read.
        """
        lines = self._lines
        starts = _starts(lines)
        said = False
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
            part = lines[start:end]
            while part and (not part[-1].strip() or part[-1] in ("---", "...")):
                part.pop()
            value, own = load_yaml("\n".join(part), line=self._number + start)
            items = list(_maps(value)) if own is None else []
            if not items:
                said = True
                nothing = YamlFault("this is no item", self._number + start + 1, 1)
                self._report(own or nothing, diagnostics)
                diagnostics.reject("\n".join(part) + "\n")
            yield from items
        if not said:
            self._report(fault, diagnostics)
            if not starts:
                diagnostics.reject("\n".join(lines))

    def _report(self, fault: YamlFault, diagnostics: Diagnostics) -> None:
        span = Span(self.name, fault.line, fault.column)
        diagnostics.report("record-invalid", f"no valid YAML: {fault.message}", span=span)


def _starts(lines: list[str]) -> list[int]:
    """Give the numbers, from 0, of the lines that begin an item."""
    first = next((line for line in lines if _ITEM.match(line)), "")
    begin = first[: first.find("-") + 2]
    return [at for at, line in enumerate(lines) if first and line.startswith(begin)]
