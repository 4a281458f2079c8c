"""Collation: what texts are compared by, the same on every machine.

citeproc-py compares code points, so `Ökonom` comes after `Zebra`. The reference processor compares
base letters only (no accents, no case), leaves punctuation out, puts blanks before everything
else and takes digits for numbers; what is equal then is decided by the next sort key, and in the
end by the order of input. In Chinese styles ideographs come first, by their pinyin. The order of
other scripts is that of the Unicode Collation Algorithm's default table, which follows their code
points closely (exceptions below); its tables are not loaded, they would cost more than a whole
bibliography.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Final

# Letters that Unicode does not decompose, and what they are compared as.
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "þ": "z\u02ff",
     "ı": "i\u02ff", "ŋ": "n\u02ff", "ə": "e\u02ff"}
)  # fmt: skip
_IGNORED: Final = frozenset("PZCM")  # punctuation, separators, controls, combining marks
_BLANK: Final = "\x01"
_BEFORE_DIGITS: Final = "\x02"
_BEFORE_LETTERS: Final = "`"  # after digits; the sign itself counts as a symbol
_WIDTH: Final = 12


@lru_cache(maxsize=8192)
def collate(text: str, *, pinyin: bool = False) -> str:
    """Give what to compare `text` by; with `pinyin` ideographs by their reading, before letters."""
    folded = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    if folded.isascii() and folded.isalpha():
        return folded
    kept = [one for one in folded if one == " " or unicodedata.category(one)[0] not in _IGNORED]
    out: list[str] = []
    for digits, run in groupby(kept, str.isdecimal):
        if digits:
            out.append("".join(run).zfill(_WIDTH))
        else:
            out += (_letter(char, pinyin=pinyin) for char in run)
    return "".join(out)


def _letter(char: str, *, pinyin: bool) -> str:
    if char == " ":
        return _BLANK
    if char.isascii():
        return char if char.isalpha() else f"{_BEFORE_DIGITS}{char}"
    if pinyin and "\u3400" <= char <= "\u9fff":
        return f"{_BEFORE_LETTERS}{_reading(char)}{char}"
    return f"{_BEFORE_DIGITS}{char}" if unicodedata.category(char)[0] == "S" else char


@lru_cache(maxsize=4096)
def _reading(char: str) -> str:
    """Give the syllable with its tone as a digit, `zhang1`, and what ends it before all letters."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (heavy: only for Chinese lists)

    found = lazy_pinyin(char, style=Style.TONE3, neutral_tone_with_five=True)[0]
    return f"{found}\x00" if found[-1:].isdigit() else f"{found}5\x00"
