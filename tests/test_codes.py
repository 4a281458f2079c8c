"""Codes of messages: all that are reported are explained, and provoked by a test."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from litconv.diagnostics import CODES
from source_tree import TESTS, layer, parse, short, sources, strings


def reported(path: Path) -> Iterator[str]:
    """Give the codes that a file reports, as far as they stand in the call itself."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name == "report" and node.args:
                yield from strings(node.args[0])
            elif name == "Diagnostic":
                yield from (
                    text
                    for key in node.keywords
                    if key.arg == "code"
                    for text in strings(key.value)
                )


def test_every_code_that_is_reported_is_explained() -> None:
    found = {code: short(path) for path in sources() for code in reported(path)}
    assert "missing-field" in found
    assert {code: place for code, place in found.items() if code not in CODES} == {}


def test_every_code_that_is_explained_is_reported() -> None:
    used = set[str]().union(*(strings(parse(path)) for path in sources() if layer(path) != "codes"))
    assert sorted(set(CODES) - used) == []


def test_every_code_is_provoked_by_a_test() -> None:
    expected = {
        one["code"]
        for path in TESTS.glob("cases/*/*/diagnostics.json")
        for one in json.loads(path.read_text("utf-8"))
    }
    named = set[str]().union(
        *(strings(parse(path)) for path in TESTS.glob("*.py") if path != Path(__file__))
    )
    shown = "\n".join(path.read_text("utf-8") for path in TESTS.glob("transcripts/*.md"))
    missing = [
        code
        for code in CODES
        if code not in expected | named and not re.search(rf"\[{re.escape(code)}\]", shown)
    ]
    assert not missing, ", ".join(missing)
