"""YAML as bibliographic files have it: texts, lists and maps, nothing that could do harm.

Every scalar is read as text (a year, `no`, `1.10` stay as they are written). Aliases are refused:
a few lines of them can stand for gigabytes, and no program writes them into a bibliography.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple

_DEEPEST: Final = 100
_HALF: Final = re.compile("[\ud800-\udfff]")


class YamlMap(dict[Any, Any]):
    """A map that knows the line and column it starts at, and a key that it had more than once."""

    line = 1
    column = 1
    twice = ""


class YamlFault(NamedTuple):
    """What is wrong with a text, and where: line and column from 1."""

    message: str
    line: int
    column: int


def whole_characters(text: str) -> str:
    r"""Join halves of characters, as `"\ud83d\ude00"` has them; one alone becomes `\ufffd`."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def load_yaml(text: str, *, line: int = 0) -> tuple[Any, YamlFault | None]:
    """Give the first document of a text, or None and what is wrong with it; never raises.

    Maps are `YamlMap`s, scalars `str`. `line` is the number of lines before the text in its file.
    """
    import yaml  # noqa: PLC0415 - heavy, and only for YAML

    try:
        return _load_quickly(text, line), None
    except (yaml.YAMLError, UnicodeEncodeError, _Refused):
        pass  # what follows says what is wrong, and where
    try:
        loader = _loader()(text)
        loader.before = line
        try:
            return (loader.get_data() if loader.check_data() else None), None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = (line + mark.line + 1, mark.column + 1) if mark else (line + 1, 1)
        return None, YamlFault(error.problem or "no valid YAML", *where)
    except (yaml.YAMLError, RecursionError) as error:
        return None, YamlFault(f"no valid YAML: {str(error).splitlines()[0]}", line + 1, 1)


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """A text is not what the quick way reads."""


def _load_quickly(text: str, line: int) -> Any:  # noqa: ANN401 - any YAML value
    """Give the first document as the library in C divides it, ten times as fast.

    Raises one of three kinds of error for whatever is not plain; see `load_yaml`.
    """
    import yaml  # noqa: PLC0415 - heavy, and only for YAML

    if not yaml.__with_libyaml__:
        raise _Refused
    parser = yaml.CBaseLoader(text)
    try:
        kinds = yaml.events
        while isinstance(event := parser.get_event(), kinds.StreamStartEvent):
            pass
        if isinstance(event, kinds.StreamEndEvent):
            return None
        found = _Composer(parser.get_event, line).value(parser.get_event(), 0)
        parser.get_event()  # the end of the document, or what is wrong behind the value
    finally:
        parser.dispose()
    return found


class _Composer:
    """Makes maps, lists and texts of the events of a parser."""

    def __init__(self, take: Any, line: int) -> None:  # noqa: ANN401 - PyYAML has no types
        from yaml.events import (  # noqa: PLC0415 - heavy, and only for YAML
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
        )

        self._take = take
        self._line = line
        self._text, self._map, self._list = ScalarEvent, MappingStartEvent, SequenceStartEvent
        self._map_end, self._list_end = MappingEndEvent, SequenceEndEvent

    def value(self, event: Any, depth: int) -> Any:  # noqa: ANN401 - PyYAML has no types
        """Give the value that an event begins; it is `depth` levels deep."""
        kind = type(event)
        if depth == _DEEPEST:
            raise _Refused
        if kind is self._text:
            return whole_characters(event.value)
        take = self._take
        if kind is self._list:
            listed = []
            while type(event := take()) is not self._list_end:
                listed.append(self.value(event, depth + 1))
            return listed
        if kind is not self._map:  # an alias
            raise _Refused
        found, mark = YamlMap(), event.start_mark
        found.line, found.column = self._line + mark.line + 1, mark.column + 1
        while type(event := take()) is not self._map_end:
            if type(event) is not self._text:
                raise _Refused
            if (key := whole_characters(event.value)) in found:
                found.twice = key
            found[key] = self.value(take(), depth + 1)
        return found


@cache
def _loader() -> Any:  # noqa: ANN401 - a class of PyYAML's, which is imported late
    import yaml  # noqa: PLC0415 - heavy, and only for YAML

    class Loader(yaml.BaseLoader):
        depth = 0
        before = 0

        def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401 - PyYAML's types
            if self.check_event(yaml.AliasEvent):
                event = self.peek_event()
                msg = "aliases (*name) are not read"
                raise yaml.composer.ComposerError(None, None, msg, event.start_mark)
            self.depth += 1
            if self.depth > _DEEPEST:
                msg = "nested too deeply"
                raise yaml.composer.ComposerError(None, None, msg, self.peek_event().start_mark)
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

        def construct_scalar(self, node: Any) -> Any:  # noqa: ANN401 - PyYAML's types
            return whole_characters(super().construct_scalar(node))

        def construct_mapping(self, node: Any, deep: bool = False) -> YamlMap:  # noqa: ANN401, FBT001, FBT002 - PyYAML's signature
            found = YamlMap(super().construct_mapping(node, deep=deep))
            mark = node.start_mark
            found.line, found.column = self.before + mark.line + 1, mark.column + 1
            if len(found) < len(node.value):
                keys = [whole_characters(key.value) for key, _ in node.value]
                found.twice = next(one for at, one in enumerate(keys) if one in keys[:at])
            return found

    return Loader
