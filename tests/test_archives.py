"""Compressed inputs: told by their bytes, read as they come, harmless whatever is in them."""

from __future__ import annotations

import bz2
import gzip
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import gather
from litconv.files import opened as limits
from litconv.model import Record

JSONL = frozenset({".jsonl"})
TREES = ["Alder", "Birch", "Cedar"]
LINES = "".join(f'{{"litconv":1,"title":"{tree}"}}\n' for tree in TREES).encode()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)


def zipped(members: dict[str, bytes], *, flags: int = 0) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    data = out.getvalue()
    if flags:  # set in the local header and in the directory, as real programs do
        for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.index(start) + place
            data = data[:at] + bytes([data[at] | flags]) + data[at + 1 :]
    return data


def read(path: Path | str) -> tuple[list[Record], list[str]]:
    """Give the records and what was said, with its place."""
    said = Diagnostics()
    records = list(pipeline.read(gather([str(path)], JSONL, said), said))
    return records, [
        f"{one.code} {Path(one.span.file if one.span else '').name}: {one.message}"
        for one in said.items
        if one.code not in {"missing-field", "key-changed"}
    ]


def titles(records: list[Record]) -> list[str]:
    return [one.title for one in records]


@pytest.mark.parametrize("pack", [gzip.compress, zstd, lambda data: gzip.compress(data) * 1])
@pytest.mark.parametrize("name", ["refs.jsonl.gz", "refs.jsonl.zst", "refs.jsonl", "refs"])
def test_the_bytes_tell_not_the_name(tmp_path: Path, name: str, pack: type[bytes]) -> None:
    (tmp_path / name).write_bytes(pack(LINES))
    records, said = read(tmp_path / name)
    assert (titles(records), said) == (TREES, [])


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_parts_one_after_the_other_are_all_read(tmp_path: Path, pack: type[bytes]) -> None:
    (tmp_path / "x.gz").write_bytes(pack(LINES) + pack(LINES))
    assert titles(read(tmp_path / "x.gz")[0]) == TREES * 2


def test_members_of_a_zip_are_inputs_in_their_order(tmp_path: Path) -> None:
    members = {"b.jsonl": LINES, "deep/a.jsonl": LINES, "c.jsonl": b"no format\n"}
    (tmp_path / "x.zip").write_bytes(zipped(members))
    records, said = read(tmp_path / "x.zip")
    assert titles(records) == TREES * 2
    assert [one.span.file for one in records if one.span] == []
    assert [one.partition(":")[2].partition(":")[0] for one in said] == ["c.jsonl"]
    assert said[0].startswith("format-unknown x.zip:c.jsonl")


def test_the_ending_inside_decides_what_the_text_does_not() -> None:
    from litconv.files import Input

    assert Input("a/refs.RIS.gz", b"").extension == ".ris"
    assert Input("refs.zst", b"").extension == ""
    assert Input("x.zip:deep/refs.bib", b"").extension == ".bib"
    assert Input("-:refs.bib", b"").extension == ".bib"


def test_a_folder_gives_compressed_files_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "b.jpg.gz").write_bytes(b"")
    assert titles(read(tmp_path)[0]) == TREES


@pytest.mark.parametrize("pack", [gzip.compress, zstd, lambda data: zipped({"a.jsonl": data})])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, pack: type[bytes]) -> None:
    class Pipe(io.BytesIO):
        def seek(self, *_: object) -> int:
            raise io.UnsupportedOperation

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(pack(LINES))))
    assert titles(read("-")[0]) == TREES


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
@pytest.mark.parametrize("lost", [1, 5, 60])
def test_a_cut_file_gives_what_there_is_and_says_so(
    tmp_path: Path, pack: type[bytes], lost: int
) -> None:
    (tmp_path / "x.gz").write_bytes(pack(LINES * 3000)[:-lost])
    records, said = read(tmp_path / "x.gz")
    *before, last = said
    assert last.startswith("input-unreadable x.gz: cannot be read: ")
    assert "cut off" in last
    assert [one.split()[0] for one in before] in ([], ["record-invalid"])  # a line was cut
    assert set(titles(records)) <= set(TREES)  # as many as the decompressor gave before


@pytest.mark.parametrize("behind", [b"junk\n", gzip.compress(LINES)[:7]])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.jsonl.gz", LINES),
        ("x.bib.gz", b"@book{a, title = {Oaks}}\n@book{b, title = {Elms}}\n"),
        ("x.ris.gz", b"TY  - BOOK\nTI  - Oaks\nER  - \nTY  - BOOK\nTI  - Elms\n"),
    ],
)
def test_what_was_read_before_the_damage_is_converted(
    tmp_path: Path, name: str, text: bytes, behind: bytes
) -> None:
    (tmp_path / name).write_bytes(gzip.compress(text) + behind)
    records, said = read(tmp_path / name)
    assert titles(records) == (TREES if text == LINES else ["Oaks", "Elms"])
    assert said[-1].startswith(f"input-unreadable {name}: cannot be read: ")


def test_damage_in_the_middle_is_said(tmp_path: Path) -> None:
    for pack in (gzip.compress, zstd):
        data = bytearray(pack(bytes(f"{LINES!r}", "ascii") + bytes(range(32, 127)) * 50))
        data[len(data) // 2] ^= 0xFF
        (tmp_path / "x.gz").write_bytes(bytes(data))
        assert read(tmp_path / "x.gz")[1][0].startswith(("input-unreadable", "format-unknown"))
    damaged = bytearray(zipped({"a.jsonl": LINES, "b.jsonl": LINES}))
    damaged[45] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(bytes(damaged))
    records, said = read(tmp_path / "x.zip")
    assert titles(records)[-3:] == TREES
    assert said[0].startswith("input-unreadable x.zip:a.jsonl: cannot be read: ")
    (tmp_path / "x.zip").write_bytes(zipped({"a.jsonl": LINES})[:-9])
    assert "damaged" in read(tmp_path / "x.zip")[1][0]


def tar(data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.jsonl")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gzip.compress(gzip.compress(LINES)), "an archive inside an archive"),
        (gzip.compress(zipped({"a": LINES})), "it holds a zip archive again"),
        (zstd(tar(LINES)), "it holds a tar archive"),
        (gzip.compress(bz2.compress(LINES)), "it holds a bzip2 file"),
        (tar(LINES), "it is a tar archive"),
        (bz2.compress(LINES), "it is a bzip2 file"),
        (b"7z\xbc\xaf\x27\x1c" + b"x" * 99, "it is a 7z archive"),
        (zipped({}), "the archive holds no file"),
        (zipped({"__MACOSX/._a.jsonl": b"x", ".DS_Store": b"x"}), "the archive holds no file"),
        (zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "docx"),
        (zipped({"a.jsonl": LINES}, flags=1), "it is encrypted"),
        (zipped({"a.jsonl": zipped({"b": LINES})}), "it holds a zip archive again"),
        (b"PK\x03\x04 and nothing more", "damaged"),
    ],
)
def test_what_is_not_opened_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "x").write_bytes(data)
    records, said = read(tmp_path / "x")
    assert records == []
    (one,) = said
    assert one.startswith("input-unreadable x")
    assert words in one


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/a.jsonl", "etc/a.jsonl"),
        ("/abs/a.jsonl", "abs/a.jsonl"),
        ("C:\\x\\..\\a.jsonl", "x/a.jsonl"),
        ("a\x1b[31m.jsonl", "a[31m.jsonl"),
        ("桦树.jsonl", "桦树.jsonl"),
    ],
)
def test_names_are_shown_clean_and_nothing_is_unpacked(
    tmp_path: Path, name: str, shown: str
) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({name: b"no format\n"}))
    _, said = read(tmp_path / "x.zip")
    inputs = gather([str(tmp_path / "x.zip")], JSONL, Diagnostics())
    assert [one.name for one in inputs] == [f"{tmp_path / 'x.zip'}:{shown}"]
    assert said[0].startswith("format-unknown")
    assert [one.name for one in tmp_path.iterdir()] == ["x.zip"]


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    raw = "桦树.jsonl".encode("gb18030")
    stand_in = "~" * len(raw)
    data = zipped({stand_in: LINES}).replace(stand_in.encode(), raw)
    (tmp_path / "x.zip").write_bytes(data)
    (one,) = [one.name for one in gather([str(tmp_path / "x.zip")], JSONL, Diagnostics())]
    assert one.endswith(":桦树.jsonl")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.jsonl")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.jsonl", LINES)
    records, said = read(tmp_path / "x.zip")
    assert titles(records) == TREES
    assert [one.rpartition(": ")[2] for one in said] == ["it is a link to another file"]


@pytest.mark.parametrize("kind", ["gz", "zst", "zip"])
def test_a_bomb_ends_early(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALWAYS_ALLOWED", 3 << 20)
    bomb = LINES + b"\n" * (20 << 20)
    if kind == "zip":
        packed = zipped({"a.jsonl": bomb})
    else:
        packed = gzip.compress(bomb) if kind == "gz" else zstd(bomb)
    (tmp_path / "x").write_bytes(packed)
    records, said = read(tmp_path / "x")
    assert titles(records) == TREES
    assert len(said) == 1
    assert "it unpacks to more than" in said[0]


def test_the_members_of_a_zip_share_one_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ALWAYS_ALLOWED", 1 << 20)
    monkeypatch.setattr(limits, "MOST_TIMES", 2)
    part = LINES + b"\n" * (1 << 19)
    (tmp_path / "x").write_bytes(zipped({f"{n}.jsonl": part for n in range(9)}))
    said = read(tmp_path / "x")[1]
    assert len(said) == 8
    assert all("unpacks" in one for one in said)


# ------------------------------------------------------------------ endings that promise too much
RIS = b"TY  - BOOK\nTI  - Alder\nER  - \n"
KNOWN = "that litconv knows"


def opened(path: Path) -> list[str]:
    """Give the titles and what was said, beside what a record lacks."""
    said = Diagnostics()
    records = list(pipeline.read(gather([str(path)], JSONL, said), said))
    lines = [f"{one.code}: {one.message}" for one in said.items if one.code != "missing-field"]
    return [*(one.title for one in records), *lines]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("refs.ris.gz", "gzip file"),
        ("refs.gz", "gzip file"),
        ("refs.GZ", "gzip file"),
        ("refs.ris.zst", "zstd file"),
        ("refs.zip", "zip archive"),
    ],
)
def test_what_is_not_packed_as_its_ending_says(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"no archive at all\n")
    assert opened(path) == [
        f"format-unknown: despite its ending, this is no {kind}, and in no format {KNOWN}"
    ]
    path.write_bytes(RIS)
    assert opened(path) == [
        "Alder",
        f"format-by-content: despite its ending, this is no {kind}, but plain RIS",
    ]


def test_what_is_packed_is_not_doubted(tmp_path: Path) -> None:
    for name, data in (
        ("refs.ris.gz", gzip.compress(RIS)),
        ("refs.ris.zst", zstd(RIS)),
        ("refs.zip", zipped({"a.ris": RIS})),
        ("other.gz", zstd(RIS)),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert opened(path) == ["Alder"]
