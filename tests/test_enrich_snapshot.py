"""A local copy of Crossref instead of the network: forms of files, the index, what may go wrong."""

from __future__ import annotations

import gzip
import json
import os
import socket
import stat
from pathlib import Path
from typing import Any

import pytest

from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching import Enricher, index
from litconv.enriching.snapshot import Snapshot
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from made_records import person
from services import crossref


def work(number: int, **fields: object) -> dict[str, Any]:
    made = crossref(
        DOI=f"10.5555/Leaf.{number}",
        title=f"Invented leaves of the old tree {number}",
        volume=str(number),
        author=[{"family": "Alder", "given": "Quinn"}],
        reference=[{"key": "1", "unstructured": "left out"}],
        **fields,
    )["message"]
    assert isinstance(made, dict)
    return made


def packed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


def lines(*works: dict[str, Any]) -> str:
    return "".join(json.dumps(one) + "\n" for one in works)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a snapshot of seven works in five forms of files."""
    root = tmp_path / "snapshot"
    (root / "inner").mkdir(parents=True)
    packed(root / "0.json.gz", json.dumps({"items": [work(0), work(1)]}, indent=1))
    packed(root / "1.jsonl.gz", lines(work(2)))
    (root / "2.jsonl").write_text(lines(work(3)) + "damaged {\n\n" + lines(work(4)))
    (root / "inner" / "3.json").write_text(json.dumps([work(5)]))
    (root / "4.json").write_text(json.dumps(work(6, subtitle="A survey")))
    (root / "readme.txt").write_text("no works")
    return root


def volume(snapshot: Snapshot, doi: str) -> str:
    found = snapshot.by_doi(doi)
    return found.record.volume if found else ""


def test_every_form_of_file_is_indexed(folder: Path, tmp_path: Path) -> None:
    snapshot = Snapshot(str(folder), tmp_path / "cache")
    assert snapshot.works == 7
    assert [volume(snapshot, f"10.5555/leaf.{n}") for n in range(8)] == [*"0123456", ""]
    assert volume(snapshot, "10.5555/LEAF.3") == "3"
    found = snapshot.by_doi("10.5555/leaf.1")
    assert found is not None
    assert found.record.relations == (), "references are not kept"
    assert [
        one.volume
        for one in (hit.record for hit in snapshot.search("INVENTED LEAVES of the old tree 5"))
    ] == ["5"]
    assert snapshot.search("Invented leaves") == []
    (hit,) = snapshot.search("Invented leaves of the old tree 6: a survey")
    assert hit.record.volume == "6"
    snapshot.close()
    assert (folder / "litconv-index.sqlite").is_file()
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("name", ["0.json.gz", "1.jsonl.gz", "2.jsonl", "4.json"])
def test_one_file_is_a_snapshot(folder: Path, tmp_path: Path, name: str) -> None:
    snapshot = Snapshot(str(folder / name), tmp_path / "cache")
    assert snapshot.works > 0
    snapshot.close()
    assert (folder / f"{name}.litconv-index.sqlite").is_file()


def test_the_index_is_built_once_and_again_when_files_change(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = 0
    real = index.build

    def counting(*given: Any) -> int:  # noqa: ANN401 - passed on
        nonlocal built
        built += 1
        return real(*given)

    monkeypatch.setattr("litconv.enriching.snapshot.build", counting)
    for _ in range(2):
        Snapshot(str(folder), tmp_path).close()
    assert built == 1
    (folder / "2.jsonl").write_text(lines(work(3), work(7)))
    snapshot = Snapshot(str(folder), tmp_path)
    assert (built, volume(snapshot, "10.5555/leaf.7")) == (2, "7")
    snapshot.close()
    status = (folder / "4.json").stat()
    os.utime(folder / "4.json", ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))
    Snapshot(str(folder), tmp_path).close()
    assert built == 3
    (folder / "4.json").unlink()
    snapshot = Snapshot(str(folder), tmp_path)
    assert (built, snapshot.works) == (4, 6)
    snapshot.close()


def test_an_interrupted_build_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(folder.iterdir())

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Snapshot(str(folder), tmp_path / "cache")
    assert sorted(folder.iterdir()) == before


def test_a_folder_that_cannot_be_written_has_its_index_in_the_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    def guarded(path: Any, *rest: Any, **named: Any) -> int:  # noqa: ANN401 - root may write anywhere
        if Path(os.fspath(path)).parent == folder and rest and rest[0] & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **named)

    monkeypatch.setattr(os, "open", guarded)
    cache = tmp_path / "cache"
    try:
        snapshot = Snapshot(str(folder), cache)
        assert volume(snapshot, "10.5555/leaf.1") == "1"
        snapshot.close()
    finally:
        folder.chmod(stat.S_IRWXU)
    assert [one.suffix for one in cache.iterdir()] == [".sqlite"]
    assert not (folder / "litconv-index.sqlite").exists()


def test_a_damaged_index_is_built_again(folder: Path, tmp_path: Path) -> None:
    (folder / "litconv-index.sqlite").write_text("no database" * 99)
    snapshot = Snapshot(str(folder), tmp_path)
    assert snapshot.works == 7
    snapshot.close()


@pytest.mark.parametrize("end", [10, 60, 100])
def test_a_file_that_was_cut_off_costs_only_its_rest(
    folder: Path, tmp_path: Path, end: int
) -> None:
    data = gzip.compress(lines(*[work(n) for n in range(100, 130)]).encode(), 0)
    (folder / "9.jsonl.gz").write_bytes(data[: len(data) * end // 100])
    (folder / "8.json.gz").write_bytes(b"no gzip at all")
    snapshot = Snapshot(str(folder), tmp_path)
    assert snapshot.works >= 7
    assert volume(snapshot, "10.5555/leaf.6") == "6"
    assert volume(snapshot, "10.5555/leaf.100") == "100"
    assert bool(volume(snapshot, "10.5555/leaf.129")) is (end == 100)
    snapshot.close()


def test_there_must_be_a_snapshot(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("x")
    for path in (tmp_path / "nowhere", tmp_path, tmp_path / "readme.txt"):
        with pytest.raises(UsageError, match="cannot use the snapshot"):
            Snapshot(str(path), tmp_path / "cache")


def test_records_are_enriched_without_the_network(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object) -> None:
        pytest.fail("the network was used")

    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(socket, "create_connection", no_network)
    alder = (person("Alder", "Q."),)
    records = [
        Record(identifiers=Identifiers(doi="10.5555/leaf.3")),
        Record(identifiers=Identifiers(doi="10.5555/nobody")),
        Record(title="Invented leaves of the old tree 5", contributors=alder),
        Record(identifiers=Identifiers(doi="10.5555/leaf.4"), title="Methods of measuring soil"),
    ]
    said = Diagnostics()
    options = EnrichOptions(snapshot=str(folder), cache=str(tmp_path), search=True)
    with Enricher(options, said) as enricher:
        done = list(enricher.enrich(records))
    assert [one.volume for one in done] == ["3", "", "5", ""]
    assert [one.code for one in said.items] == [
        "enriched", "enrich-not-found", "enriched", "enrich-mismatch",
    ]  # fmt: skip
    (step,) = (one for one in done[0].provenance if one.field == "volume")
    assert (step.how, step.rule, step.source) == ("enriched", "Crossref snapshot", str(folder))
    assert step.when.endswith("Z")
