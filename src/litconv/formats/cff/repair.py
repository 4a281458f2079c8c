"""What can be read of a CITATION.cff that is no valid YAML.

Each key of a block map, and each item of a block list, is read by itself; so damage costs the value
it is in and no other. A value on one line that is no valid YAML is taken as the text that it is:
`title: Leaf: a counter`, `title: "Leaf` and `version: @next` are what people write. Lines that
belong to no key are given back as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from litconv.reading.yaml_text import YamlFault, YamlMap, load_yaml

_KEY: Final = re.compile(
    r"""([ \t]*+)(?:(["'])([\w -]{1,60})\2|([\w-]{1,60}+))[ \t]*+:(?:[ \t]++|$)"""
)
_ITEM: Final = re.compile(r"[ \t]*+-(?:[ \t]++|$)")
_SILENT: Final = re.compile(r"[ \t]*+(?:#.*)?|---.*|\.\.\.[ \t]*")
_DEEPEST: Final = 8
_QUOTES: Final = "\"' \t"


class Line(NamedTuple):
    """A line and its number, from 1."""

    text: str
    number: int


class Repaired(NamedTuple):
    """What could be read, and the lines that belong to nothing."""

    value: YamlMap
    lost: list[Line]


def repair(text: str, report: Callable[[YamlFault], None]) -> Repaired:
    """Read what can be read, and report each value that is no valid YAML."""
    lines = [Line(one, at) for at, one in enumerate(text.split("\n"), 1)]
    repairing = _Repairing(report)
    value = repairing.map(lines, 0)
    return Repaired(value, repairing.lost)


class _Repairing:
    def __init__(self, report: Callable[[YamlFault], None]) -> None:
        self._report = report
        self.lost: list[Line] = []

    def map(self, lines: list[Line], depth: int) -> YamlMap:
        """Read the lines of a block map."""
        found = YamlMap()
        groups = _groups(lines, _KEY)
        self.lost += [line for line in lines if _says(line)] if not groups else groups.pop(0)
        for group in groups:
            value, fault = self._load_without_strays(group)
            if fault is None and isinstance(value, YamlMap):
                found.update(value)
                continue
            match = _KEY.match(group[0].text)
            key = (match[3] or match[4]) if match else ""
            start = match.end() if match else 0
            found[key] = self._value(group, start, fault, depth)
        if groups:
            first = groups[0][0]
            found.line, found.column = first.number, _indent(first) + 1
        return found

    def _load_without_strays(self, group: list[Line]) -> tuple[Any, YamlFault | None]:
        """Read a key and its value, without the lines that are indented too little for it."""
        value, fault = _load(group)
        strays = {line for line in group[1:] if _says(line) and _is_stray(line, group[0])}
        if fault is None or not strays:
            return value, fault
        self.lost += sorted(strays, key=lambda line: line.number)
        group[:] = [line for line in group if line not in strays]
        return _load(group)

    def _value(self, group: list[Line], start: int, fault: YamlFault | None, depth: int) -> Any:  # noqa: ANN401 - any YAML value
        """Read the value of a key, or of an item, which begins in the first line."""
        first, *rest = group
        text = first.text[start:].strip()
        body = [line for line in rest if _says(line)]
        if text or not body or depth >= _DEEPEST:
            if fault is not None:
                self._report(fault)
            return _as_text(" ".join([text, *(line.text.strip() for line in body)]))
        if _ITEM.match(body[0].text):
            return self._list(rest, depth + 1)
        return self.map(rest, depth + 1)

    def _list(self, lines: list[Line], depth: int) -> list[Any]:
        """Read the lines of a block list."""
        found: list[Any] = []
        groups = _groups(lines, _ITEM)
        self.lost += groups.pop(0)
        for group in groups:
            value, fault = _load(group)
            if fault is None and isinstance(value, list):
                found += value
                continue
            first = group[0]
            bare = Line(first.text.replace("-", " ", 1), first.number)
            if _KEY.match(bare.text):
                found.append(self.map([bare, *group[1:]], depth))
            else:
                found.append(self._value([bare, *group[1:]], 0, fault, depth))
        return found


def _groups(lines: list[Line], beginning: re.Pattern[str]) -> list[list[Line]]:
    """Divide lines at those that begin as the first one does; what comes before is the first group.

    A line that is indented less begins a group too: the indent was mistaken.
    """
    groups: list[list[Line]] = [[]]
    indent = -1
    for line in lines:
        begins = beginning.match(line.text) is not None
        if begins and indent < 0:
            indent = _indent(line)
        if begins and _indent(line) <= indent:
            groups.append([line])
        elif len(groups) > 1 or _says(line):
            groups[-1].append(line)
    return groups


def _load(group: list[Line]) -> tuple[Any, YamlFault | None]:
    return load_yaml("\n".join(line.text for line in group), line=group[0].number - 1)


def _is_stray(line: Line, key: Line) -> bool:
    return _indent(line) <= _indent(key) and _ITEM.match(line.text) is None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _says(line: Line) -> bool:
    return _SILENT.fullmatch(line.text) is None


def _as_text(text: str) -> str | list[str]:
    """Give the text of a value without its quotes; a list in brackets is one."""
    bare = text.strip()
    if bare.startswith("["):
        return [part.strip(_QUOTES) for part in bare.strip("[]").split(",")]
    quote = bare[:1]
    if quote in ('"', "'") and (bare.endswith(quote) or bare.count(quote) == 1):
        bare = bare.removeprefix(quote).removesuffix(quote)
    return bare.strip()
