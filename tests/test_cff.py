"""CITATION.cff: what its keys mean, each written out by hand."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record
from litconv.source import Source

HEAD = "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Leafcounter\n"


def read(text: str) -> Record:
    reader = registry.formats()["cff"].reader
    assert reader is not None
    (record,) = reader.read(Source("CITATION.cff", HEAD + text), Diagnostics())
    return record


@pytest.mark.parametrize(
    ("key", "variable"),
    [
        ("version", "version"),
        ("section", "section"),
        ("number-volumes", "number-of-volumes"),
        ("medium", "medium"),
        ("database", "source"),
        ("year-original", "original-date"),
    ],
)
def test_keys_that_are_variables_of_csl(key: str, variable: str) -> None:
    assert ("12", variable) in [(raw.value, raw.tag) for raw in read(f"{key}: '12'\n").extra]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("abbreviation", "title_short"),
        ("journal", "container_title"),
        ("collection-title", "container_title"),
        ("edition", "edition"),
        ("number", "number"),
        ("thesis-type", "genre"),
        ("data-type", "genre"),
        ("status", "status"),
        ("notes", "note"),
        ("abstract", "abstract"),
    ],
)
def test_keys_that_are_texts(key: str, field: str) -> None:
    assert getattr(read(f"{key}: Leaves\n"), field) == "Leaves"


def test_without_a_type_it_is_software() -> None:
    assert read("").type is ItemType.SOFTWARE


def test_a_publisher_that_is_a_bare_name() -> None:
    assert read("publisher: Larch Press\n").publisher == "Larch Press"


def test_what_else_is_said_of_a_person_is_kept() -> None:
    record = read(
        "authors:\n- family-names: Alder\n  alias: quinn\n  email: a@a.example\n- alias: fern\n"
    )
    assert [(name.family, name.literal) for name in record.authors] == [("Alder", ""), ("", "fern")]
    kept = [(raw.tag, raw.value) for raw in record.extra]
    assert kept[:2] == [("alias", "quinn"), ("email", "a@a.example")]
