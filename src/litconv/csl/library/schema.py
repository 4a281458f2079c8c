"""Holds a style against the CSL schema, and says in words what is wrong and in which line.

The schema is the RELAX NG of CSL 1.0.2 in citeproc-py; where an installation lacks it, styles go
unchecked. libxml2 tells right from wrong, but its messages are about grammar states; so unknown
names, stray text and known patterns of its log are put into plain words first.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from litconv.csl.processor.lookup import NAMESPACE

_RELAX_NG: Final = "{http://relaxng.org/ns/structure/1.0}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_AREAS: Final = ("macro", "citation", "bibliography")
_WORDS: Final = (
    (re.compile(r"Invalid attribute (\S+) for element (\S+)"), "<{1}> cannot have this {0}=…"),
    (
        re.compile(r"Element (\S+) failed to validate attributes"),
        "an attribute of <{0}> is missing or has a value that CSL does not know",
    ),
    (re.compile(r"Did not expect element (\S+) there"), "<{0}> may not stand here"),
    (re.compile(r"Element (?!style|macro)(\S+) failed to validate content"),
     "what is in <{0}> may not stand there, or something is missing"),
    (
        re.compile(r"Extra element (citation|bibliography|locale) in interleave"),
        "something in <{0}> does not follow the rules of CSL",
    ),
)  # fmt: skip


def schema_fault(root: Any) -> tuple[int, str] | None:  # noqa: ANN401 (lxml has no types)
    """Give line and words for the first thing that is not CSL 1.0.2, or None."""
    schema = _schema()
    if schema is None:
        return None
    root.set("version", "1.0")  # as the schema wants it; people also write 1.0.1 and 1.0.2
    validator, elements, attributes = schema
    if validator.validate(root):
        return None
    log = [(entry.line, entry.message) for entry in validator.error_log]
    return _odd_name(root, elements, attributes) or _from_log(root, log)


@cache
def _schema() -> tuple[Any, frozenset[str], frozenset[str]] | None:
    """Give the compiled schema, and the names of its elements and attributes."""
    from citeproc import SCHEMA_PATH  # noqa: PLC0415 (heavy: only when a style is used)
    from lxml import etree  # noqa: PLC0415 (heavy: only when a style is used)

    if not Path(SCHEMA_PATH).is_file():
        return None
    grammar = etree.parse(SCHEMA_PATH)
    return etree.RelaxNG(grammar), _names(grammar, "element"), _names(grammar, "attribute")


def _names(grammar: Any, kind: str) -> frozenset[str]:  # noqa: ANN401 (lxml has no types)
    found = set()
    for node in grammar.iter(f"{_RELAX_NG}{kind}"):
        inner = [one.text for one in node.iterfind(f"{_RELAX_NG}name")]
        inner += [one.text for one in node.iterfind(f"{_RELAX_NG}choice/{_RELAX_NG}name")]
        found |= {name.rpartition(":")[2] for name in (*inner, node.get("name")) if name}
    return frozenset(found)


def _odd_name(
    root: Any,  # noqa: ANN401 (lxml has no types)
    elements: frozenset[str],
    attributes: frozenset[str],
) -> tuple[int, str] | None:
    for node in root.iter("{*}*"):
        space, _, local = node.tag[1:].partition("}")
        if space != NAMESPACE:
            return node.sourceline, f"<{local}> is no element of CSL but of {space}"
        if local not in elements:
            return node.sourceline, f"CSL has no element <{local}>{_meant(local, elements)}"
        for name in node.attrib:
            bare = name.removeprefix(_XML)
            if bare not in attributes:
                return node.sourceline, f"CSL has no attribute {bare}=…{_meant(bare, attributes)}"
    for area in root.iterchildren(*(f"{{{NAMESPACE}}}{name}" for name in _AREAS)):
        for node in area.iter():
            for text in (node.text, node.tail):
                if text and text.strip():
                    return node.sourceline, f"text may not stand here: {text.strip()[:40]!r}"
    return None


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _from_log(
    root: Any,  # noqa: ANN401 (lxml has no types)
    log: list[tuple[int, str]],
) -> tuple[int, str]:
    for line, message in log:
        for pattern, words in _WORDS:
            if match := pattern.search(message):
                found = root.find(f"{{{NAMESPACE}}}{match[1]}")
                where = line or (found.sourceline if found is not None else 0)
                return where, words.format(*match.groups())
    line = next((line for line, _ in log if line), root.sourceline)
    return line, "this does not follow the rules of CSL"
