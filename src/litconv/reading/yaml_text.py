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
    """A map that knows the line and column it starts at."""

    line = 1
    column = 1


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
            return found

    return Loader
