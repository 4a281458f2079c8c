"""The items of a CSL-YAML document one after the other, so that memory stays flat.

A list in blocks is divided at its dashes, which stand below each other: nothing else can begin a
line there but the text of a quoted value. From the first item that cannot be read by itself on the
rest is read as a whole, as are documents of any other shape (`references: [{…}]`); and where the
whole is damaged, each of its items by itself again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.yaml_text import YamlFault, YamlMap, load_yaml
from litconv.source import Source

_ITEM: Final = re.compile(r"(?:  )?- ")
_LIST: Final = re.compile(r"references:[ \t]*(?:#.*)?|(?:---[ \t]*)?")
_END: Final = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_BESIDE: Final = re.compile(r" *(?:#.*)?")


def yaml_items(source: Source, diagnostics: Diagnostics) -> Iterator[YamlMap]:
    """Yield the items; one that breaks the document is set aside, the others count."""
    lines = iter(source.stream())
    head, first = _head(lines)
    value, fault = load_yaml("\n".join(head))
    wrapped = isinstance(value, dict) and value.get("references") == ""
    if first is None or fault or (value and not wrapped):
        rest = head if first is None else [*head, first, *lines]
        yield from _Rest(source.name, [], rest, 0).items(diagnostics)
        return
    dash = first[: first.index("-") + 2]
    part, number = [first], len(head)
    while part:
        line = _take_part(lines, dash, part)
        goes_on = line is not None and line.startswith(dash)
        listed, fault = load_yaml("\n".join(part), line=number)
        behind = [] if line is None else [line]
        items = list(_maps(listed)) if fault is None else []
        sound = bool(items)
        if sound and line and not goes_on and not _END.match(line):
            behind += lines
            sound = wrapped and line[0] != " " and _is_map(behind)
        if not sound:
            rest = [*part, *behind, *lines]
            yield from _Rest(source.name, head, rest, number).items(diagnostics)
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
            key = "another document" if key and line.startswith("---") else line
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


def _is_map(lines: list[str]) -> bool:
    value, fault = load_yaml("\n".join(lines))
    return fault is None and isinstance(value, dict)


def _maps(value: object) -> Iterator[YamlMap]:
    listed = value.get("references", []) if isinstance(value, dict) else value
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, YamlMap):
            yield item


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
        yield from _maps(value) if fault is None else self._one_by_one(fault, diagnostics)

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
