"""Full-width and half-width forms, and the many blanks a paste can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from litconv.text.patterns import late

# U+FF01–FF5E are the ASCII signs, each shifted by 0xFEE0; one sign stays one sign, so that
# places in the folded text are places in the text.
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MARKS = {
    ord("【"): "[",
    ord("】"): "]",
    ord("〔"): "[",
    ord("〕"): "]",
    ord("、"): ",",
    ord("。"): ".",
    ord("∶"): ":",
    ord("︰"): ":",
    ord("﹕"): ":",
}
_BLANKS = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD])
_FOLD: dict[int, int | str] = {**_HALF, **_MARKS, **_BLANKS}
_RUNS = re.compile(r" {2,}")


def fold(text: str) -> str:
    """Give the text in half-width signs, of the same length: for looking at structure only."""
    return text if text.isascii() else text.translate(_FOLD)


def fold_letters(text: str) -> str:
    """Fold full-width letters, digits and signs of names, numbers and identifiers.

    Chinese punctuation that has no ASCII twin (、。【】) stays.
    """
    return text if text.isascii() else text.translate(_HALF)


def plain_blanks(text: str) -> str:
    """Turn every kind of blank into a plain one, of the same length."""
    return text if text.isprintable() else text.translate(_BLANKS)


def tidy(text: str) -> str:
    """Give a value on one line: plain single blanks, none at the ends, no invisible signs."""
    if text.isascii():  # nearly every value; written out, because every value comes by here
        if "\n" in text or "\t" in text:
            text = text.replace("\n", " ").replace("\t", " ")
    elif not text.isprintable():  # as odd blanks and invisible signs are: a quick look
        text = plain_blanks(text.translate(_INVISIBLE).replace("\n", " "))
    return (_RUNS.sub(" ", text) if "  " in text else text).strip()


_WIDE = r"\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"
_BETWEEN_WIDE = late(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


def join_lines(lines: list[str]) -> str:
    """Join the lines of one value: by a blank, but by nothing between Chinese characters."""
    if len(lines) == 1:
        return tidy(lines[0])
    return tidy(_BETWEEN_WIDE.sub("", "\n".join(line for line in lines if line)))


# NFC makes other characters of the compatibility ideographs that stand in Chinese names.
_COMPOSED: Final = re.compile(r"[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def composed(text: str) -> str:
    """Give letters and their combining accents as one character each; ideographs stay."""
    return _COMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
