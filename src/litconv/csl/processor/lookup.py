"""Plugs our nodes into citeproc-py's own element look-up, and loads styles and locales with it.

Each mix-in of the table below stands before the node of citeproc-py that it corrects; a cure is
dropped by dropping its row. citeproc-py's loaders are subclassed only as far as needed to pass
that look-up on, and to leave out its warning-only schema check (17 ms a style).
"""

from __future__ import annotations

import types
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from litconv.csl.processor.dates import DateNode
from litconv.csl.processor.groups import (
    ChooseNode,
    GroupNode,
    IfNode,
    LayoutNode,
    SubstituteNode,
    TransparentNode,
)
from litconv.csl.processor.names import EtAlNode, NameNode, NamePartNode, NamesNode
from litconv.csl.processor.sorting import KeyNode
from litconv.csl.processor.texts import LabelNode, NumberNode, TextNode

if TYPE_CHECKING:
    from litconv.csl.processor.nodes import Node

NODES: dict[str, type[Node]] = {
    "choose": ChooseNode,
    "date": DateNode,
    "else": TransparentNode,
    "else-if": IfNode,
    "et-al": EtAlNode,
    "group": GroupNode,
    "if": IfNode,
    "key": KeyNode,
    "label": LabelNode,
    "layout": LayoutNode,
    "macro": TransparentNode,
    "name": NameNode,
    "name-part": NamePartNode,
    "names": NamesNode,
    "number": NumberNode,
    "substitute": SubstituteNode,
    "text": TextNode,
}
NAMESPACE = "http://purl.org/net/xbiblio/csl"


@cache
def _classes() -> dict[str, Any]:
    from citeproc import model  # noqa: PLC0415 (heavy: only when a style is used)

    base = model.CitationStylesElement
    upstream = {one.__name__.replace("_", "-").lower(): one for one in base.__subclasses__()}
    ours = {
        tag: types.new_class(f"Litconv{mixin.__name__}", (mixin, upstream[tag]))
        for tag, mixin in NODES.items()
    }
    return {**upstream, **ours}


def parser() -> Any:  # noqa: ANN401 (lxml has no types)
    """Give an XML parser that makes our nodes; it resolves no entities and loads nothing."""
    from citeproc import model  # noqa: PLC0415 (heavy: only when a style is used)
    from lxml import etree  # noqa: PLC0415 (heavy: only when a style is used)

    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(NAMESPACE)
    namespace[None] = model.CitationStylesElement
    namespace.update(_classes())
    made = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
    )
    made.set_element_class_lookup(lookup)
    return made


def parse_style(data: bytes) -> Any:  # noqa: ANN401 (lxml has no types)
    """Give the root element of a style. Raises lxml's XMLSyntaxError."""
    from lxml import etree  # noqa: PLC0415 (heavy: only when a style is used)

    return etree.fromstring(data, parser())


def locales(root: Any, locale: str) -> list[Any]:  # noqa: ANN401 (lxml has no types)
    """Give the locale elements for `locale`, most specific first, as CSL orders them.

    The style's own for the dialect, the language, and any; then the locale files of citeproc-py
    for the dialect, the language's main dialect, and en-US.
    """
    from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS  # noqa: PLC0415 (heavy: only when a style is used)
    from lxml import etree  # noqa: PLC0415 (heavy: only when a style is used)

    language = locale.split("-", maxsplit=1)[0]
    attribute = "{http://www.w3.org/XML/1998/namespace}lang"
    inside = {one.get(attribute): one for one in root.findall(f"{{{NAMESPACE}}}locale")}
    found = [inside[key] for key in dict.fromkeys((locale, language, None)) if key in inside]
    names = [locale if locale in LANGUAGE_NAMES else "", PRIMARY_DIALECTS.get(language, "")]
    for name in dict.fromkeys([*names, "en-US"]):
        file = Path(LOCALES_PATH) / f"locales-{name}.xml"
        if name and file.is_file():
            with file.open("rb") as opened:
                found.append(etree.parse(opened, parser()).getroot())
    return found
