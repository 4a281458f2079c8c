"""Answers on disk, so that no service is asked the same thing twice.

A cache after the letter of HTTP (RFC 9111) would ask again after every run, because Crossref's and
DataCite's answers state no lifetime. What they say of a work hardly changes; so an answer counts as
fresh for 30 days, "not found" for 3 days, and longer where `Cache-Control: max-age` says so. After
that it is asked for again with its ETag, and used anyway when the service fails. `no-store` is
obeyed. One SQLite file holds all of it; several runs may use it at once.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from platformdirs import user_cache_path
from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError

from litconv.diagnostics import UsageError

DAY: Final = 86400
FOUND_LASTS: Final = 30 * DAY
NOT_FOUND_LASTS: Final = 3 * DAY
LONGEST: Final = 365 * DAY
_VERSION: Final = 1
_MAX_AGE: Final = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
_NO_STORE: Final = re.compile(r"(?:^|[\s,])no-store(?:$|[\s,])", re.IGNORECASE)
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS answers (
    url TEXT NOT NULL, accept TEXT NOT NULL, status INTEGER NOT NULL, etag TEXT NOT NULL,
    fetched REAL NOT NULL, lasts REAL NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (url, accept)
) WITHOUT ROWID
"""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a service said: 200 with a body, or 404 or 410 without; `fetched` is when."""

    status: int
    body: bytes = b""
    etag: str = ""
    fetched: float = 0.0
    lasts: float = FOUND_LASTS

    @property
    def found(self) -> bool:
        """Say whether the service knows the work."""
        return self.status == 200  # noqa: PLR2004 - OK

    def is_fresh(self, now: float) -> bool:
        """Say whether the answer need not be asked for again."""
        return now - self.fetched < self.lasts


def lifetime(headers: Mapping[str, str], *, found: bool) -> float:
    """Give how long an answer counts as fresh; negative when it must not be kept."""
    control = headers.get("cache-control", "")
    if _NO_STORE.search(control):
        return -1
    stated = _MAX_AGE.search(control)
    least = FOUND_LASTS if found else NOT_FOUND_LASTS
    return min(max(float(stated[1]) if stated else 0, least), LONGEST)


def cache_folder(folder: str = "") -> Path:
    """Give the folder that keeps answers and indexes: the platform's, if none is named."""
    if folder:
        return Path(folder)
    return user_cache_path("litconv", appauthor=False)


class Cache:
    """The answers of one folder; may be used from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the file, or make it; raises UsageError when that cannot be done."""
        self._lock = threading.Lock()
        self._pack, self._unpack = ZstdCompressor(level=3), ZstdDecompressor()
        self.path = folder / f"answers-{_VERSION}.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                self.path, timeout=30, check_same_thread=False, isolation_level=None
            )
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            msg = f"cannot keep answers in {folder}: {error}"
            raise UsageError(msg, hint="Name another folder with --cache.") from error

    def get(self, url: str, accept: str) -> Answer | None:
        """Give the answer that was kept, fresh or not."""
        query = "SELECT status, etag, fetched, lasts, body FROM answers WHERE url=? AND accept=?"
        with self._lock:
            try:
                row = self._db.execute(query, (url, accept)).fetchone()
                body = self._unpack.decompress(row[4]) if row and row[4] else b""
            except (sqlite3.Error, ZstdError):  # damaged: as if it were not there
                return None
        if row is None:
            return None
        return Answer(status=row[0], etag=row[1], fetched=row[2], lasts=row[3], body=body)

    def put(self, url: str, accept: str, answer: Answer) -> None:
        """Keep an answer; a full disk or a locked file costs only that."""
        with self._lock:
            packed = self._pack.compress(answer.body) if answer.body else b""
            row = (url, accept, answer.status, answer.etag, answer.fetched, answer.lasts, packed)
            try:
                self._db.execute("INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?,?,?)", row)
            except sqlite3.Error:
                return

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
