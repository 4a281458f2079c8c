"""CSL-JSON through the program: what of curated data stays."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from csljson_reading import A
from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.options import ReadOptions, WriteOptions


def convert(text: str, to: str, name: str = "x.json", **options: Any) -> tuple[str, Diagnostics]:  # noqa: ANN401 - any field
    diagnostics, out = Diagnostics(), io.StringIO()
    format_, style = registry.find(to, to=True)
    records = pipeline.read(
        [Input(name, text.encode())], diagnostics, options=ReadOptions(**options)
    )
    pipeline.write(records, out, format_, diagnostics, WriteOptions(style=style))
    return out.getvalue(), diagnostics


def test_capitals_and_ids_of_curated_data_stay() -> None:
    items = [
        {"id": id_, "type": "document", "title": "THE MOSS OF THE NORTH", "issued": 1999}
        for id_ in ("Moss 1", "moss 1", "http://example.org/#m,1")
    ]
    out, diagnostics = convert(json.dumps(items), "csljson")
    assert [one["id"] for one in json.loads(out)] == [one["id"] for one in items]
    assert {one["title"] for one in json.loads(out)} == {"THE MOSS OF THE NORTH"}
    assert diagnostics.items == []


def test_a_real_duplicate_gets_another_id() -> None:
    out, diagnostics = convert(f"[{A},{A}]", "csljson")
    assert [one["id"] for one in json.loads(out)] == ["a", "aa"]
    assert "key-changed" in [one.code for one in diagnostics.items]


def test_a_key_pattern_makes_new_ids() -> None:
    text = '[{"id": "Moss 1", "type": "document", "title": "Moss", "issued": 1999}]'
    out, _ = convert(text, "csljson", key_pattern="shorttitle(1).lower + year")
    assert json.loads(out)[0]["id"] == "moss1999"


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "-"])
def test_litconvs_own_json_and_csl_json_are_told_apart(name: str) -> None:
    item = '{"id": "a", "type": "document", "title": "Moss"}\n'
    own, _ = convert(item, "json", name)
    assert own.startswith('{"litconv":1')
    back, _ = convert(own, "csljsonl", name)
    assert back == item


def test_variables_without_a_field_are_printed() -> None:
    item = {
        "id": "m",
        "type": "manuscript",
        "title": "Moss",
        "author": [{"family": "Reed", "given": "Io"}],
        "issued": {"date-parts": [[1999]]},
        "archive": "Fernwick Archive",
    }
    out, _ = convert(json.dumps([item]), "apa")
    assert out == "Reed, I. (1999). Moss. Fernwick Archive.\n"
