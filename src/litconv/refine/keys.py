"""Citation keys: made once, valid in BibTeX, unique without regard to case.

A key that a record came with is kept, unless a pattern asks for new ones; only characters that
BibTeX, biber, pandoc or TeX cannot have in a key are taken out. See `refine.key_pattern` for the
patterns.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.refine.key_pattern import KeyPattern, default_key
from litconv.text.ascii import to_ascii
from litconv.text.taken import TakenKeys

# Letters and digits of any script and the signs that all readers take: BibTeX ends a key at a
# comma, blank or brace, biber refuses more, pandoc gives up the whole file at `<` or `|`.
_INVALID = re.compile(r"[^\w.:/+!?;\[\]-]")
_PLAIN = re.compile(r"[A-Za-z0-9_.:/+!?;\[\]-]+")
_FALSE_TO_BIBER = "0"
_LETTERS = 26


class KeyMaker:
    """Gives records citation keys that are unique without regard to case within one run.

    `pattern` is the language of `--key-pattern`; an empty one keeps existing keys and makes
    others like `davidson1999peer`. Raises UsageError naming the column when a pattern is wrong.
    """

    def __init__(self, pattern: str = "", *, ascii_only: bool = False) -> None:
        self.pattern = pattern
        self.ascii_only = ascii_only
        self._formula = KeyPattern(pattern) if pattern.strip() else None
        self._taken = TakenKeys()

    def assign(self, record: Record, diagnostics: Diagnostics, *, exact: bool = False) -> Record:
        """Give a copy of the record with its key as `id`.

        Reports `key-changed` when a key had to be changed to be valid or unique. With `exact` a
        key that the record came with stays as it is, unless another record has that very key;
        writers of formats that allow less make their own.
        """
        key = record.id
        if exact and key and self._formula is None and self._taken.take(key, exact=True):
            return record
        plain = self._formula is None and _is_plain(key)
        if plain and self._taken.take(key):
            return record
        key = key if plain else self._make(record)
        unique = self._taken.give(key, _letters)
        if record.id and self._formula is None and key != record.id:
            _report(
                record, f"the key {record.id!r} cannot be written; it became {unique}", diagnostics
            )
        elif unique != key:
            _report(record, f"the key {key} is taken; this record became {unique}", diagnostics)
        return record if unique == record.id else msgspec.structs.replace(record, id=unique)

    def _make(self, record: Record) -> str:
        if self._formula is not None:
            key = self._formula.fill(record, ascii_only=self.ascii_only)
        else:
            key = record.id
        return self._valid(key) or self._valid(default_key(record, ascii_only=self.ascii_only))

    def _valid(self, key: str) -> str:
        """Give what is left of a key without the characters that some reader refuses."""
        if _is_plain(key):
            return key
        composed = to_ascii(key) if self.ascii_only else unicodedata.normalize("NFC", key)
        valid = _INVALID.sub("", composed)
        return "" if valid == _FALSE_TO_BIBER else valid


def _is_plain(key: str) -> bool:
    """Say whether a key is as it may be, of ASCII letters and the usual signs."""
    return _PLAIN.fullmatch(key) is not None and key != _FALSE_TO_BIBER


def _letters(number: int) -> str:
    """Give 1 → a … 26 → z, 27 → aa."""
    text = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + rest) + text
    return text


def _report(record: Record, message: str, diagnostics: Diagnostics) -> None:
    diagnostics.report(
        "key-changed",
        message,
        span=record.span,
        record=record.title,
        field="id",
    )
