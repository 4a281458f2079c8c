"""Answers from a local copy of Crossref, such as its yearly snapshot, through an index.

Read are files of `{"items": […]}` (`.json`, `.json.gz`: the snapshot's) and of one work a line
(`.jsonl`, `.jsonl.gz`), alone or in a folder. Packed files cannot be entered in the middle, so the
index, one SQLite file, holds the works themselves, packed in groups: a look-up finds the group by a
number made of the DOI (or of the title), unpacks it and takes the work out.

The index lies beside the snapshot, or in the cache folder where that cannot be written. It is
built under another name and put in place when it is whole; it is built again when a file of the
snapshot has another size or time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import msgspec
from zstandard import ZstdDecompressor

from litconv.diagnostics import UsageError
from litconv.enriching.accept import letters
from litconv.enriching.index import build, doi_number, title_number
from litconv.enriching.services import ROWS, Found, read_answer
from litconv.text.doi import clean_doi

VERSION: Final = "1"
ENDINGS: Final = (".json", ".json.gz", ".jsonl", ".jsonl.gz")


class Snapshot:
    """A snapshot ready to be asked; the index is built first, if there is none that fits."""

    def __init__(self, path: str, cache: Path, notice: Callable[[str], None] | None = None) -> None:
        """Open; raises UsageError when there is no snapshot or no place for an index."""
        self._root = Path(path)
        files = _files(self._root)
        state = _state(files)
        places = [_beside(self._root), _in_cache(self._root, cache)]
        found = next((one for one in places if _fits(one, state)), None)
        if found is None:
            if notice:
                notice(f"indexing {path}, once; a whole snapshot takes hours, a part minutes")
            found = _build(files, places, state)
        self._path = found
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._db.execute("PRAGMA cache_size=-16384")  # the inner pages of a whole snapshot's index
        self._unpack = ZstdDecompressor()
        self._time = max((one.stat().st_mtime for one in files), default=0.0)
        self._group: tuple[int, list[msgspec.Raw]] = (-1, [])

    @property
    def works(self) -> int:
        """How many works the index holds."""
        return int(_facts(self._db).get("works", "0"))

    def by_doi(self, doi: str) -> Found | None:
        """Give the work with a DOI."""
        wanted = doi.lower()
        for found in self._works("SELECT place FROM dois WHERE number=?", doi_number(wanted)):
            if found.record.identifiers.doi.lower() in {wanted, clean_doi(wanted)}:
                return found
        return None

    def search(self, title: str) -> list[Found]:
        """Give works whose titles have the same letters and digits."""
        key = letters(title)
        return self._works("SELECT place FROM titles WHERE number=? LIMIT 20", title_number(key))[
            :ROWS
        ]

    def close(self) -> None:
        """Close the index."""
        self._db.close()

    def _works(self, query: str, number: int) -> list[Found]:
        found = []
        for (place,) in self._db.execute(query, (number,)).fetchall():
            raw = self._raw(place)
            records = read_answer(bytes(raw), "crossref", str(self._root))
            found += [Found(one, str(self._root), self._time) for one in records]
        return found

    def _raw(self, place: int) -> msgspec.Raw:
        """Give a work by its place: the group's number and the number in the group."""
        group, at = divmod(place, 1 << 16)
        if self._group[0] != group:
            row = self._db.execute("SELECT works FROM groups WHERE id=?", (group,)).fetchone()
            self._group = (group, msgspec.json.decode(self._unpack.decompress(row[0]), type=_RAWS))
        return self._group[1][at]


_RAWS: Any = list[msgspec.Raw]


def _files(root: Path) -> list[Path]:
    """Give the files of a snapshot in their order; raises UsageError when there is none."""
    try:
        found = sorted(root.rglob("*")) if root.is_dir() else [root]
        files = [one for one in found if one.name.lower().endswith(ENDINGS) and one.is_file()]
    except OSError as error:
        files = []
        reason = str(error)
    else:
        reason = f"no file of Crossref works is there ({', '.join(ENDINGS)})"
    if not files:
        msg = f"cannot use the snapshot {root}: {reason}"
        raise UsageError(msg, hint="Name a file or folder of Crossref's snapshot.")
    return files


def _state(files: Iterable[Path]) -> str:
    """Give what changes when any file of the snapshot does."""
    digest = hashlib.sha256(VERSION.encode())
    for one in files:
        status = one.stat()
        digest.update(f"\0{one}\0{status.st_size}\0{status.st_mtime_ns}".encode("utf-8", "replace"))
    return digest.hexdigest()


def _beside(root: Path) -> Path:
    return root / "litconv-index.sqlite" if root.is_dir() else Path(f"{root}.litconv-index.sqlite")


def _in_cache(root: Path, cache: Path) -> Path:
    name = hashlib.sha256(str(root.absolute()).encode("utf-8", "replace")).hexdigest()[:16]
    return cache / f"snapshot-{name}.sqlite"


def _fits(path: Path, state: str) -> bool:
    """Say whether there is a whole index of just these files."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as db:
            return _facts(db).get("state") == state
    except sqlite3.Error:
        return False


def _facts(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT key, value FROM facts").fetchall())


def _build(files: list[Path], places: list[Path], state: str) -> Path:
    problem: Exception | None = None
    for place in places:
        try:
            _build_at(place, files, state)
        except (OSError, sqlite3.Error) as error:
            problem = error
        else:
            return place
    msg = f"cannot build an index of the snapshot: {problem}"
    raise UsageError(msg, hint="Free some space, or name another cache folder with --cache.")


def _build_at(place: Path, files: list[Path], state: str) -> None:
    """Build under another name in the same folder, and put it in place when it is whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".litconv-index-", suffix=".part", dir=place.parent)
    os.close(handle)
    part = Path(name)
    try:
        build(files, part, state)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
