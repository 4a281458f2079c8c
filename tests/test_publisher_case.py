"""Publishers and places in capitals, as Web of Science prints them."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.refine.recase import recase
from litconv.text.case.publishers import recase_place, recase_publisher


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ELSEVIER SCIENCE BV", "Elsevier Science BV"),
        ("WALTER DE GRUYTER GMBH", "Walter de Gruyter GmbH"),
        ("S KARGER AG", "S Karger AG"),
        ("TAYLOR & FRANCIS LTD", "Taylor & Francis Ltd"),
        ("MIT PRESS", "MIT Press"),
        ("IOS PRESS", "IOS Press"),
        ("IOP PUBLISHING LTD", "IOP Publishing Ltd"),
        ("BIOMED CENTRAL LTD", "BioMed Central Ltd"),
        ("SPRINGER", "Springer"),
        ("PERGAMON-ELSEVIER SCIENCE LTD", "Pergamon-Elsevier Science Ltd"),
        ("IEEE", "IEEE"),
        ("MDPI", "MDPI"),
        ("ELSA", "ELSA"),
        ("Elm Press", "Elm Press"),
        ("ÉDITIONS DU FRÊNE", "ÉDITIONS DU FRÊNE"),
        ("商务印书馆", "商务印书馆"),
        ("", ""),
    ],
)
def test_publishers(text: str, name: str) -> None:
    assert recase_publisher(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NEW YORK", "New York"),
        ("BASEL", "Basel"),
        ("ST LOUIS", "St Louis"),
        ("STOKE ON TRENT", "Stoke on Trent"),
        ("CAMBRIDGE, MA", "Cambridge, MA"),
        ("NEW YORK, NY 10016", "New York, NY 10016"),
        ("WASHINGTON DC", "Washington DC"),
        ("USA", "USA"),
        ("UK", "UK"),
        ("Oakham", "Oakham"),
    ],
)
def test_places(text: str, name: str) -> None:
    assert recase_place(text) == name


def test_the_change_is_said_and_what_was_there_is_kept() -> None:
    diagnostics = Diagnostics()
    record = recase(Record(title="Leaf", publisher="ELM PRESS"), diagnostics)
    assert record.publisher == "Elm Press"
    assert [(one.field, one.before) for one in record.provenance] == [("publisher", "ELM PRESS")]
    assert [(one.code, one.field, one.message) for one in diagnostics.items] == [
        ("name-recased", "publisher", "ELM PRESS → Elm Press")
    ]
