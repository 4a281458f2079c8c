"""The library: `litconv.read`, `litconv.write`, `litconv.convert`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litconv
from litconv import api
from litconv.model import Identifiers

PAGE = "An invented title\n\n被引:3\n作者\nAlder, QZ\n页码:1 / 9\n"
PUBLIC = [
    "Diagnostics",
    "InputError",
    "LitconvError",
    "Record",
    "UsageError",
    "__version__",
    "convert",
    "enrich",
    "merge",
    "read",
    "write",
]


def test_read_from_files_folders_and_text(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    for records in (litconv.read(file), litconv.read(tmp_path), litconv.read(text=PAGE)):
        (record,) = records
        assert isinstance(record, litconv.Record)
        assert (record.title, record.pages.text) == ("An invented title", "1-9")


def test_write_and_convert_agree() -> None:
    records = litconv.read(text=PAGE)
    text = litconv.write(records, "json")
    assert json.loads(text)["title"] == "An invented title"
    assert litconv.convert(text=PAGE, to="json") == text
    assert litconv.read(text=text, from_="json") == records


def test_what_is_said_goes_to_diagnostics() -> None:
    diagnostics = litconv.Diagnostics()
    litconv.read(text=PAGE, diagnostics=diagnostics)
    assert diagnostics.codes["missing-field"] == 1


def test_unreadable_input_raises_or_is_left_out(tmp_path: Path) -> None:
    with pytest.raises(
        litconv.InputError, match=r"/nowhere\.txt: cannot be read: No such file"
    ) as caught:
        litconv.read(tmp_path / "nowhere.txt")
    assert caught.value.hint
    with pytest.raises(litconv.InputError, match="in no format that litconv knows"):
        litconv.read(text="Dear diary")
    diagnostics = litconv.Diagnostics()
    assert litconv.read(tmp_path / "nowhere.txt", diagnostics=diagnostics) == []
    assert diagnostics.codes["input-unreadable"] == 1


def test_unknown_names_are_usage_errors() -> None:
    with pytest.raises(litconv.UsageError, match="did you mean bibtex"):
        litconv.convert(text=PAGE, to="bibtx")
    with pytest.raises(litconv.UsageError, match="cannot read 'risk'"):
        litconv.read(text=PAGE, from_="risk")
    with pytest.raises(litconv.UsageError, match="'bogus' is no include") as caught:
        litconv.read(text=PAGE, include="bogus")
    assert caught.value.hint == "Say one of: main, related, references, all."


def test_an_encoding_is_for_bytes_only() -> None:
    with pytest.raises(litconv.UsageError, match="decoded already"):
        litconv.read(text=PAGE, encoding="gb18030")


def test_public_names() -> None:
    assert dir(litconv) == PUBLIC
    assert all(hasattr(litconv, name) for name in PUBLIC)
    assert litconv.read is api.read
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        litconv.reed  # noqa: B018 - looking it up is the test


def test_records_of_one_work_are_merged() -> None:
    ris = "TY  - JOUR\nTI  - On leaves\nAU  - Alder, Ann\nDO  - 10.5555/a.1\nVL  - 6\nER  - \n"
    bib = "@article{a, title={On leaves}, doi={10.5555/A.1}, journal={Leaves}, year=2001}"
    records = litconv.read(text=ris) + litconv.read(text=bib)
    (one,) = litconv.merge(records)
    assert (one.volume, one.container_title) == ("6", "Leaves")
    assert [(step.field, step.how) for step in one.provenance if step.how == "merged"] == [
        ("container_title", "merged"),
        ("issued", "merged"),
    ]


def test_merge_says_what_it_merged() -> None:
    twins = [
        litconv.Record(title="Oaks", identifiers=Identifiers(doi="10.5555/oak"), id=key)
        for key in ("oak1", "oak2", "")
    ]
    diagnostics = litconv.Diagnostics()
    (one,) = litconv.merge(twins, diagnostics=diagnostics)
    assert one.id == "oak1"
    assert [one.message for one in diagnostics.items] == [
        "merged with oak2, a record without a key (by doi)"
    ]
