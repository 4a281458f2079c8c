"""What files say: exceptions with reasons, nothing unfinished, no place of one machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from source_tree import ROOT

# ------------------------------------------------------------------------------------- exceptions

UNEXPLAINED = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?)\s*$"
)


def test_exceptions_to_the_rules_say_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("src", "tests", "benchmarks", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNEXPLAINED.search(line)
    ]
    assert found == []
    assert UNEXPLAINED.search("x = 1  # no" + "qa: A001")


# --------------------------------------------------------------------------------- what files say

WRITTEN_HERE = ("src", "tests", "examples", "benchmarks", "docs")
OTHERS_TEXT = frozenset({"node_modules", "__pycache__", ".hypothesis"})
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
ABSOLUTE = re.compile(r"(?<![\w./:~$}*-])/(?:home|root|tmp|work|Users|mnt|opt|var)/\w")


def written() -> Iterator[tuple[Path, int, str]]:
    files = [path for path in ROOT.glob("*") if path.is_file() and not path.name.startswith(".")]
    for folder in WRITTEN_HERE:
        files += [
            path
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and OTHERS_TEXT.isdisjoint(path.parts)
        ]
    for path in files:
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            yield path.relative_to(ROOT), number, line


@pytest.mark.parametrize("pattern", [UNFINISHED, ABSOLUTE], ids=["unfinished", "absolute path"])
def test_text_is_finished_and_at_home_anywhere(pattern: re.Pattern[str]) -> None:
    wrong = [f"{path}:{number}: {line}" for path, number, line in written() if pattern.search(line)]
    assert wrong == []


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        (UNFINISHED, "# TO" + "DO: later", True),
        (UNFINISHED, "method", False),
        (ABSOLUTE, "cd /" + "home/someone", True),
        (ABSOLUTE, "https://example.org/home/page", False),
        (ABSOLUTE, "/dev/stdout", False),
    ],
)
def test_patterns_find_what_they_should(
    pattern: re.Pattern[str],
    line: str,
    found: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert bool(pattern.search(line)) is found
