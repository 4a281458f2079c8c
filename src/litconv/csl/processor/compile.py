"""From a parsed style to nodes that know all they need: done once per style and locale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from litconv.csl.processor.nodes import Node
from litconv.csl.processor.punctuation import Gluer
from litconv.csl.processor.terms import Terms

AREAS = ("bibliography", "citation")


class Sheet:
    """A compiled style: its terms, macros, options, and the layout and sort keys of each area.

    `nodes` keeps every node alive; lxml would forget what was worked out for them otherwise.
    """

    def __init__(
        self,
        root: Any,  # noqa: ANN401 (lxml)
        locales: Iterable[Any],
        *,
        english: bool,
        pinyin: bool = False,
    ) -> None:
        self.english = english
        self.pinyin = pinyin
        self.terms = Terms(locales)
        self.gluer = Gluer(in_quote=self.terms.options["punctuation-in-quote"] == "true")
        self.page_format = root.get("page-range-format", "")
        self.nodes = [node for node in root.iter() if isinstance(node, Node)]
        self.macros: Mapping[str, Node] = {
            node.get("name", ""): node for node in self.nodes if node.tag.endswith("}macro")
        }
        found = {kid.tag.rpartition("}")[2]: kid for kid in root.iterchildren("{*}*")}
        self.areas: dict[str, dict[str, str]] = {
            area: {**root.attrib, **(found[area].attrib if area in found else {})} for area in AREAS
        }
        self.flush = bool(self.areas["bibliography"].get("second-field-align"))
        self.layouts: dict[str, Any] = {}
        self.sorts: dict[str, tuple[Any, ...]] = {}
        for area in AREAS:
            if area in found:
                self.layouts[area] = found[area].find("{*}layout")
                sort = found[area].find("{*}sort")
                self.sorts[area] = tuple(sort.findall("{*}key")) if sort is not None else ()
        variables = {node.get("variable", "") for node in self.nodes}
        self.places_suffix = "year-suffix" in variables
        self.tells_apart = any(node.get("disambiguate", "") == "true" for node in self.nodes)
        layout = self.layouts.get("citation")
        within = layout.iter() if layout is not None else ()
        self.numeric = any(node.get("variable", "") == "citation-number" for node in within)
        for node in self.nodes:
            node.prepare(self)
