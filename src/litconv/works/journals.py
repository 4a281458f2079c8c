"""Whether two names mean the same journal: full names, abbreviations, acronyms.

`J Hosp Infect` is `Journal of Hospital Infection`: word by word one is the beginning of the other,
or leaves letters out of it (`Natl`, `Dtsch`). `JAMA` and `BMJ` are the first letters of theirs.
Names that do not fit may still be one journal's (`Zhonghua Yi Xue Za Zhi` is National Medical
Journal of China), so that a difference weighs little against volume and pages.
"""

from __future__ import annotations

from functools import lru_cache

Words = tuple[str, ...]
_ACRONYM = range(3, 9)
_CACHE = 100_000


@lru_cache(maxsize=_CACHE)
def same_journal(one: Words, other: Words) -> bool:
    """Tell whether two names, as words that count, can mean the same journal."""
    if one == other:
        return True
    if not one or not other:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1 and len(long) > 1:
        return _is_acronym(short[0], long) or _glued(short[0], long)
    if not _fits(short[0], long[0]):
        return False
    if len(short) == len(long):
        return all(map(_fits, short, long))
    return _fits_in_order(short, long) or "".join(short) == "".join(long)


def _fits(one: str, other: str) -> bool:
    """Tell whether one word can be the other's abbreviation."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short):
        return True
    if short[0] != long[0] or len(short) < 2:  # noqa: PLR2004 - one letter is no abbreviation
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _fits_in_order(short: Words, long: Words) -> bool:
    """Tell whether an abbreviation leaves out one word at most of the full name.

    Full words with one more are another journal (`Critical Care`, `Critical Care Medicine`).
    """
    if len(long) - len(short) > 1 or all(word in long for word in short):
        return False
    left = iter(long)
    return all(any(_fits(word, other) for other in left) for word in short)


def _is_acronym(word: str, words: Words) -> bool:
    return len(word) in _ACRONYM and word == "".join(one[0] for one in words)[: len(word)]


def _glued(word: str, words: Words) -> bool:
    return word == "".join(words)
