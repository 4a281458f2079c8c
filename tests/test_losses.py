"""What a writer says of the facts that its format has no place for."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.writing.losses import report_losses


def said(*lost: str) -> list[tuple[str, str, str]]:
    diagnostics = Diagnostics()
    report_losses(Record(title="Leaves"), lost, diagnostics, format_title="RIS")
    return [(one.code, one.message, one.hint) for one in diagnostics.items]


def test_a_field_is_named_and_said_once() -> None:
    assert said("genre", "genre") == [
        ("field-not-written", "RIS has no place for genre", "--to json keeps everything")
    ]


@pytest.mark.parametrize(
    ("lost", "words", "hint"),
    [
        (
            ("affiliations", "times_cited", "orcid"),
            "affiliations, citation count, ORCID iDs",
            "say --extras to write extra facts",
        ),
        (("relations",), "listed works", "say --include all to convert the listed works too"),
        (
            ("subjects", "relations"),
            "subjects, listed works",
            "say --extras to write extra facts, and --include all to convert the listed works too",
        ),
    ],
)
def test_extra_facts_are_said_together(lost: tuple[str, ...], words: str, hint: str) -> None:
    assert said(*lost) == [("extra-not-written", f"not written to RIS: {words}", hint)]
