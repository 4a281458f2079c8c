"""What a record is said to lack."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, ItemType, Name, Record, Role
from litconv.refine.complete import REQUIRED, missing_fields, report_missing, words_for
from litconv.refine.fields import FieldChoice


@pytest.mark.parametrize(
    ("type_", "role", "lacking"),
    [
        (ItemType.THESIS, Role.AUTHOR, None),
        (ItemType.THESIS, Role.EDITOR, "author"),
        (ItemType.BOOK, Role.EDITOR, None),
        (ItemType.BOOK, Role.AUTHOR, None),
        (ItemType.BOOK, Role.TRANSLATOR, "author or editor"),
    ],
)
def test_only_authors_are_authors(type_: ItemType, role: Role, lacking: str | None) -> None:
    person = Contributor(role=role, name=Name(family="Berg"))
    missing = missing_fields(Record(type=type_, contributors=(person,)))
    assert [one for one in missing if one.startswith("author")] == ([lacking] if lacking else [])


def test_every_required_field_has_its_words() -> None:
    assert words_for("author or editor") == "authors or editors"
    assert all(words_for(field) for fields in REQUIRED.values() for field in fields)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({}, ["authors or editors and title and publisher or institution and year"]),
        ({"drop": ["title", "year"]}, ["authors or editors and publisher or institution"]),
        ({"drop": ["author"], "only": ["author", "editor"]}, ["authors or editors"]),
        ({"only": ["title"]}, ["title"]),
        ({"only": ["abstract", "doi"]}, []),
    ],
)
def test_what_is_not_asked_for_is_not_missed(choice: dict[str, list[str]], said: list[str]) -> None:
    diagnostics = Diagnostics()
    report_missing(Record(type=ItemType.BOOK), diagnostics, FieldChoice(**choice))
    assert [one.message for one in diagnostics.items] == [
        f"the source does not state: {words}" for words in said
    ]
