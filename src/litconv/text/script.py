"""Which script a text is in, and whether it is written in capitals."""

from __future__ import annotations

import re

from litconv.text.case.vocabulary import is_acronym
from litconv.text.patterns import late

_HAN = late(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = late(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")
_FORMULA = re.compile(r"[^\W_]*\d[^\W_]*|<[^<>]*>")

_SHARE_IN_CAPITALS = 0.85
_SHORTEST_LONG_WORD = 4


def has_han(text: str) -> bool:
    """Tell whether the text holds a Chinese character (also those of Japanese)."""
    return _HAN.search(text) is not None


def has_kana(text: str) -> bool:
    """Tell whether the text holds hiragana or katakana: it is Japanese then."""
    return _KANA.search(text) is not None


def has_hangul(text: str) -> bool:
    """Tell whether the text holds Korean letters."""
    return _HANGUL.search(text) is not None


def has_cjk(text: str) -> bool:
    """Tell whether the text holds Chinese, Japanese or Korean writing, which has no case."""
    return has_han(text) or has_kana(text) or has_hangul(text)


def has_latin(text: str) -> bool:
    """Tell whether the text holds a Latin letter, accented ones included."""
    return _LATIN.search(text) is not None


def is_all_caps(text: str) -> bool:
    """Tell whether a title or a journal name is written in capitals.

    Words with digits, words with capitals inside (`pH`, `GaAs`) and markup do not count, a few
    small letters are allowed, and at least one word must be more than an acronym: `PLOS ONE` is
    no text in capitals as far as its letters can tell, but `NATURE` is. A first word in small
    letters tells at once that it is none; `1st` and `<i>` are no such words.
    """
    if text.islower() or (text[1:3].islower() and text[0].isalpha()):
        return False
    words = _WORD.findall(_FORMULA.sub(" ", text) if not text.isalpha() else text)
    cased = [word for word in words if word.isupper() or word.islower() or word.istitle()]
    letters = sum(map(len, cased))
    capitals = sum(len(word) if word.isupper() else 0 for word in cased)
    if not letters or capitals < letters * _SHARE_IN_CAPITALS:
        return False
    return any(
        word.isupper() and len(word) >= _SHORTEST_LONG_WORD and not is_acronym(word)
        for word in cased
    )
