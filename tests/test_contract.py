"""No silent loss: what a record holds is in the output, or a diagnostic names its field.

The test takes every format that can be written; nothing has to be added for a new one. Formats
that print references by a style choose what a reference shows and are left out.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from litconv.model import Identifiers, ItemType, Name, Pages, Record
from litconv.writing.losses import BOOKKEEPING
from made_records import dated, person, write
from matrix import WRITERS, says_not_written
from probes import PROBES, TYPES


def test_every_field_of_the_model_is_probed() -> None:
    probed = {field for _, fields, _ in PROBES for field in fields}
    assert set(Record.__struct_fields__) == probed | BOOKKEEPING | {"type"}


def test_every_part_of_an_identifier_page_and_name_is_probed() -> None:
    parts: dict[type, set[str]] = {Identifiers: set(), Pages: {"raw"}, Name: {"original"}}
    for _, fields, _ in PROBES:
        values = [*fields.values(), *(one.name for one in fields.get("contributors", ()))]
        for value in values:
            if type(value) in parts:
                parts[type(value)] |= set(msgspec.to_builtins(value))  # defaults left out
    for model, seen in parts.items():
        assert seen == set(model.__struct_fields__)  # type: ignore[attr-defined]  # all are Structs


@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
@pytest.mark.parametrize("probe", PROBES, ids=[name for name, _, _ in PROBES])
@pytest.mark.parametrize("name", WRITERS)
def test_a_fact_is_written_or_its_loss_is_reported(
    name: str, probe: tuple[str, dict[str, Any], str], *, extras: bool
) -> None:
    what, fields, token = probe
    parts = {"linked affiliation": "affiliations", "orcid": "orcid"}
    part = "page_count" if what.startswith("page count") else parts.get(what, "")
    names = {*fields, part}
    silent = []
    for type_ in TYPES:
        bare, _ = write(name, Record(type=type_), extras=extras)
        text, diagnostics = write(name, Record(type=type_, **fields), extras=extras)
        there = text.lower().count(token) > bare.lower().count(token)
        if not there and not any(says_not_written(diagnostics, field) for field in names):
            silent.append(type_.value)
    assert silent == []


@pytest.mark.parametrize("name", WRITERS)
def test_types_differ_in_the_output_or_the_loss_is_reported(name: str) -> None:
    seen: dict[str, ItemType] = {}
    for type_ in ItemType:
        text, diagnostics = write(name, Record(type=type_, title="Same"), extras=False)
        if not says_not_written(diagnostics, "type"):
            assert text not in seen, f"{type_.value} is written as {seen[text].value}"
            seen[text] = type_


@pytest.mark.parametrize("name", WRITERS)
def test_a_record_of_plain_facts_is_written_without_a_word(name: str) -> None:
    record = Record(
        id="berg2001",
        type=ItemType.ARTICLE_JOURNAL,
        title="On Nothing",
        contributors=(person("Berg", "Ann"),),
        container_title="Journal of Nothing",
        issued=dated(2001),
        volume="6",
        issue="2",
        pages=Pages(raw="165 / 187", first="165", last="187", count=23),
        identifiers=Identifiers(doi="10.5555/zqx.1"),
        keywords=("nothing",),
        abstract="Nothing happened.",
    )
    assert write(name, record, extras=False)[1].items == []
