"""Builds the index of a snapshot: every work once, found by its DOI and by its title.

Works are not decoded: only DOI and title are, the rest is passed on as it is, without what Crossref
counts and what a record page never shows (`reference`: half of a snapshot). Groups of 8 works are
packed together, which packs much better than one by one; most groups fit into one page of the file.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import msgspec
from zstandard import ZstdCompressor

from litconv.enriching.accept import letters

GROUP: Final = 8
PAGE: Final = 8192
ROWS: Final = 20_000
"""Works whose numbers are kept in memory until they are written."""
_MASK: Final = (1 << 63) - 1
_LEFT_OUT: Final = frozenset(
    "reference indexed deposited created score member content-domain relation assertion link "
    "license funder update-policy".split()
)
_TABLES: Final = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE groups (id INTEGER PRIMARY KEY, works BLOB);
CREATE TABLE new_dois (number INTEGER, place INTEGER);
CREATE TABLE new_titles (number INTEGER, place INTEGER);
"""
_SORTED: Final = """
CREATE TABLE dois (number INTEGER, place INTEGER, PRIMARY KEY (number, place)) WITHOUT ROWID;
CREATE TABLE titles (number INTEGER, place INTEGER, PRIMARY KEY (number, place)) WITHOUT ROWID;
INSERT INTO dois SELECT number, place FROM new_dois ORDER BY number, place;
INSERT INTO titles SELECT number, place FROM new_titles ORDER BY number, place;
DROP TABLE new_dois;
DROP TABLE new_titles;
"""


def doi_number(doi: str) -> int:
    """Give 63 bits of a DOI in small letters; equal numbers are told apart by the work itself."""
    return _number(doi.lower())


def title_number(key: str) -> int:
    """Give 63 bits of the letters of a title."""
    return _number(key)


def _number(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") & _MASK


def build(files: Iterable[Path], path: Path, state: str) -> int:
    """Write the index of all files to `path` and give the number of works."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size={PAGE}")
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-65536"):
            db.execute(f"PRAGMA {pragma}")  # nothing is lost: a part that is not whole is removed
        db.executescript(_TABLES)
        db.execute("BEGIN")
        count = _fill(db, files)
        db.execute("COMMIT")
        db.executescript(_SORTED)
        facts = {"state": state, "works": str(count)}
        db.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
    return count


def _fill(db: sqlite3.Connection, files: Iterable[Path]) -> int:
    packer = ZstdCompressor(level=3)
    encoder = msgspec.json.Encoder()
    group: list[dict[str, msgspec.Raw]] = []
    dois: list[tuple[int, int]] = []
    titles: list[tuple[int, int]] = []
    count = number = 0
    for work in _works(files):
        doi, title = _text(work.get("DOI")), _text(work.get("title"))
        if not doi:
            continue
        place = (number << 16) + len(group)
        dois.append((_number(doi.lower()), place))
        key, rest = letters(title), letters(_text(work.get("subtitle")))
        titles += [(_number(one), place) for one in {key, key + rest} if one]
        group.append({name: raw for name, raw in work.items() if name not in _LEFT_OUT})
        count += 1
        if len(group) == GROUP:
            db.execute("INSERT INTO groups VALUES (?,?)", (number, _packed(packer, encoder, group)))
            group, number = [], number + 1
        if len(dois) >= ROWS:
            _write(db, dois, titles)
    if group:
        db.execute("INSERT INTO groups VALUES (?,?)", (number, _packed(packer, encoder, group)))
    _write(db, dois, titles)
    return count


def _packed(
    packer: ZstdCompressor, encoder: msgspec.json.Encoder, group: list[dict[str, msgspec.Raw]]
) -> bytes:
    return packer.compress(encoder.encode(group))


def _write(
    db: sqlite3.Connection, dois: list[tuple[int, int]], titles: list[tuple[int, int]]
) -> None:
    db.executemany("INSERT INTO new_dois VALUES (?,?)", dois)
    db.executemany("INSERT INTO new_titles VALUES (?,?)", titles)
    dois.clear()
    titles.clear()


# ---------------------------------------------------------------------------- reading files
_Work = dict[str, msgspec.Raw]
_WORK: Final = msgspec.json.Decoder(_Work)


class _Items(msgspec.Struct):
    items: list[_Work]


_ITEMS: Final = msgspec.json.Decoder(_Items)
_LIST: Final = msgspec.json.Decoder(list[_Work])
_ANY: Final = msgspec.json.Decoder()
_WRAPPED: Final = re.compile(rb'\s*\{\s*"items"\s*:')


def _works(files: Iterable[Path]) -> Iterator[_Work]:
    """Yield the works of all files; what is damaged is left out, the rest is of use."""
    for path in files:
        try:
            if path.name.lower().removesuffix(".gz").endswith(".jsonl"):
                yield from _lines(path)
            else:
                yield from _whole(path)
        except (EOFError, zlib.error, gzip.BadGzipFile):  # a download that was cut off
            continue


def _open(path: Path) -> Any:  # noqa: ANN401 - two kinds of binary file
    return gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")


def _lines(path: Path) -> Iterator[_Work]:
    with _open(path) as file:
        for line in file:
            if line.strip():
                try:
                    yield _WORK.decode(line)
                except (msgspec.MsgspecError, RecursionError):
                    continue


def _whole(path: Path) -> Iterator[_Work]:
    with _open(path) as file:
        data = file.read()
    try:
        if _WRAPPED.match(data):
            yield from _ITEMS.decode(data).items
        elif data.lstrip()[:1] == b"[":
            yield from _LIST.decode(data)
        else:
            yield _WORK.decode(data)
    except (msgspec.MsgspecError, RecursionError):
        yield from _lines(path)


def _text(raw: msgspec.Raw | None) -> str:
    if raw is None:
        return ""
    value = _ANY.decode(raw)
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) else ""
