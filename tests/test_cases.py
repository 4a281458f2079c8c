"""Every folder of tests/cases/<format>/<case>/ is a test; its expectations are written by hand.

`input.*` is read; `records.json` and `diagnostics.json` say what must come out, `NOTE.md` what the
case is about, `out.<format>` what a writer makes of the records, byte for byte. A file that is
missing fails the test; none is ever made by it.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TypeAlias

import msgspec
import pytest

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import Include, ReadOptions, WriteOptions

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path for path in CASES.glob("*/*") if path.is_dir())
OUTPUTS = sorted(CASES.glob("*/*/out.*"))

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

NOT_FACTS = frozenset({"id", "origin", "provenance", "raw", "original", "span"})
"""Keys that hold no fact about the work but where and how it was printed: compared where stated."""


def name_of(path: Path) -> str:
    return "/".join(path.relative_to(CASES).parts)


def format_name(folder: Path) -> str:
    return folder.parent.name.replace("_", "-")


def stated(folder: Path, name: str) -> list[Json]:
    path = folder / name
    assert path.is_file(), f"{name_of(path)} is missing: write it by hand, from the input"
    value = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(value, list), f"{name_of(path)} holds no list"
    return value


def only_file(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    assert len(found) == 1, f"{name_of(folder)} needs exactly one {pattern}, has {len(found)}"
    return found[0]


def which(expected: list[Json]) -> Include:
    """Ask for everything when the expectation has listed works at its top, else for main records.

    With everything asked for, lists come out flat behind their main record.
    """
    listed = any(isinstance(record, dict) and "listing" in record for record in expected)
    return Include.ALL if listed else Include.MAIN


def read(folder: Path) -> tuple[list[Record], Diagnostics]:
    diagnostics = Diagnostics()
    path = only_file(folder, "input.*")
    options = ReadOptions(include=which(stated(folder, "records.json")))
    records = pipeline.read(
        [Input(path.name, path.read_bytes())],
        diagnostics,
        format_=registry.find(format_name(folder), to=False)[0],
        options=options,
    )
    return list(records), diagnostics


def differences(expected: Json, got: Json, place: str = "") -> list[str]:
    """Say where `got` is not what is expected; nothing may be there that is not expected."""
    if isinstance(expected, dict) and isinstance(got, dict):
        found = [f"{place}: not expected: {key} = {got[key]!r}" for key in surplus(expected, got)]
        for key, value in expected.items():
            if key in got:
                found += differences(value, got[key], f"{place}.{key}".lstrip("."))
            else:
                found.append(f"{place}: missing: {key} = {value!r}")
        return found
    if isinstance(expected, list) and isinstance(got, list):
        found = []
        if len(expected) != len(got):
            found.append(f"{place}: {len(expected)} expected, got {len(got)}: {got!r}")
        for number, (one, other) in enumerate(zip(expected, got, strict=False)):
            found += differences(one, other, f"{place}[{number}]")
        return found
    if type(expected) is not type(got) or expected != got:
        return [f"{place}: expected {expected!r}, got {got!r}"]
    return []


def surplus(expected: dict[str, Json], got: dict[str, Json]) -> list[str]:
    return [key for key in got if key not in expected and key not in NOT_FACTS]


def place(diagnostic: dict[str, Json]) -> str:
    return f"{diagnostic['line']}:{diagnostic['column']} {diagnostic['code']}"


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_records_are_what_the_case_says(folder: Path) -> None:
    records, _ = read(folder)
    got = msgspec.json.decode(msgspec.json.encode(records))
    found = differences(stated(folder, "records.json"), got)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_diagnostics_are_what_the_case_says(folder: Path) -> None:
    _, diagnostics = read(folder)
    expected = [place(one) for one in stated(folder, "diagnostics.json") if isinstance(one, dict)]
    got = [
        f"{one.span.line}:{one.span.column} {one.code}" if one.span else f"nowhere {one.code}"
        for one in diagnostics.items
    ]
    assert got == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_case_says_what_it_is_about(folder: Path) -> None:
    note = only_file(folder, "NOTE.md").read_text(encoding="utf-8")
    assert 1 <= len(note.strip().splitlines()) <= 3


@pytest.mark.parametrize("path", OUTPUTS, ids=name_of)
def test_output_is_what_the_case_says(path: Path) -> None:
    records, diagnostics = read(path.parent)
    out = io.StringIO()
    format_, style = registry.find(path.suffix.removeprefix("."), to=True)
    pipeline.write(records, out, format_, diagnostics, WriteOptions(style=style))
    assert out.getvalue() == path.read_bytes().decode()


@pytest.mark.parametrize("wrapping", ["hover_card", "colon_split", "navigation"])
def test_one_paper_in_another_wrapping_is_the_same_record(wrapping: str) -> None:
    flat, other = (
        msgspec.to_builtins(read(CASES / "record_page" / f"same_paper_{name}")[0][0])
        for name in ("flat", wrapping)
    )
    for record in (flat, other):
        record["relations"] = [one["title"] for one in record.get("relations", ())]
    lacking = {"hover_card": {"keywords", "subjects", "identifiers", "container_title", "issued"}}
    lacking["hover_card"] |= {"volume", "issue", "pages", "relations", "provenance"}
    lacking["colon_split"] = {"pages", "relations"}
    same = flat.keys() - {"id", "origin"} - lacking.get(wrapping, set())
    assert {key: other.get(key) for key in same} == {key: flat[key] for key in same}


def test_every_readable_format_has_a_case() -> None:
    names = {format_name(folder) for folder in FOLDERS}
    assert [one.name for one in registry.readable() if one.name not in names] == []


def test_every_case_belongs_to_a_readable_format() -> None:
    readable = {one.name for one in registry.readable()}
    assert [name_of(one) for one in FOLDERS if format_name(one) not in readable] == []


# ------------------------------------------------------- the comparison itself must be able to fail


@pytest.mark.parametrize(
    ("expected", "got", "complaints"),
    [
        ([{"title": "A"}], [{"title": "A", "id": "a"}], 0),
        ([{"title": "A", "id": "b"}], [{"title": "A", "id": "a"}], 1),
        ([{"title": "A"}], [{"title": "A", "volume": "1"}], 1),
        ([{"title": "A", "volume": "1"}], [{"title": "A"}], 1),
        ([{"pages": {"first": "1"}}], [{"pages": {"first": "1", "raw": "1-"}}], 0),
        ([{"pages": {"first": "1"}}], [{"pages": {"first": "1", "last": "2"}}], 1),
        ([{"keywords": ["a", "b"]}], [{"keywords": ["a"]}], 1),
        ([{"keywords": ["a", "b"]}], [{"keywords": ["b", "a"]}], 2),
        ([{"times_cited": 1}], [{"times_cited": True}], 1),
        ([], [{"title": "A"}], 1),
    ],
)
def test_comparison_finds_differences(expected: Json, got: Json, complaints: int) -> None:
    assert len(differences(expected, got)) == complaints
