"""How alike two titles are: the same, the same but for misprints, cut, or only similar."""

from __future__ import annotations

from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from litconv.works.forms import Form


class Likeness(IntEnum):
    """How alike two titles are, from nothing in common to the same letters."""

    UNKNOWN = 0
    """One of them is missing."""
    OTHER = 1
    """Two titles."""
    SIMILAR = 2
    """Many words in common, as a translation or another work of the same people has."""
    CUT = 3
    """One is the beginning or the end of the other: a subtitle dropped, a title cut off."""
    NEAR = 4
    """The same but for misprints and spelling."""
    SAME = 5
    """The same letters and digits."""


SIMILAR_FROM = 0.5
"""Share of letters in order from which two titles may be one title translated twice. It only
counts together with volume, both pages, year and first author."""
SHORTEST_CUT = 25
"""Letters a cut title needs; shorter beginnings (`A review of`) are those of many titles."""
SHORTEST_CUT_CJK = 9
_MISPRINT_WORD = 0.85
"""A word with more than one letter changed must share this much with its twin and begin alike:
`prednisone` and `prednisolone` (0.83), `northern` and `southern` are two words."""
_SHORTEST_MISPRINT = 5
_MOST_MISPRINTS = 3
_OPPOSITES = tuple(
    "hyper hypo in un non anti pre post intra inter fe wo micro macro over under mono bi poly endo "
    "exo a".split()
)
_SMALL_WORDS = frozenset(
    "a an and as at by das de der des die du et for from in is la le les of on or the to und "
    "with".split()
)


def likeness(one: Form, other: Form, bar: float) -> Likeness:
    """Compare two titles; `bar` is the share of letters in order that near titles need."""
    if not one.compact or not other.compact:
        return Likeness.UNKNOWN
    if one.compact == other.compact:
        return Likeness.SAME
    if _cut(one, other) or _subtitle_dropped(one, other):
        return Likeness.CUT
    share = fuzz.ratio(one.compact, other.compact, score_cutoff=100 * SIMILAR_FROM) / 100
    if share >= bar and one.numbers == other.numbers and _only_misprints(one, other):
        return Likeness.NEAR
    if share or _translated(one, other):
        return Likeness.SIMILAR
    words = fuzz.token_set_ratio(one.title, other.title) / 100
    return Likeness.SIMILAR if words >= _WORDS_IN_COMMON else Likeness.OTHER


_WORDS_IN_COMMON = 0.75


def _translated(one: Form, other: Form) -> bool:
    return one.cjk is not other.cjk


def _cut(one: Form, other: Form) -> bool:
    short, long = sorted((one.compact, other.compact), key=len)
    if len(short) < (SHORTEST_CUT_CJK if one.cjk else SHORTEST_CUT):
        return False
    return long.startswith(short) or long.endswith(short)


_SHORTEST_MAIN = 12


def _subtitle_dropped(one: Form, other: Form) -> bool:
    """Tell whether one is the main title of the other, however short."""
    short, long = (one, other) if len(one.compact) < len(other.compact) else (other, one)
    return long.main == short.compact and len(short.compact) >= _SHORTEST_MAIN


def _only_misprints(one: Form, other: Form) -> bool:
    """Tell whether the words that differ are each one word in two spellings."""
    if one.cjk or other.cjk:
        return Levenshtein.distance(one.compact, other.compact, score_cutoff=2) <= 1
    mine, yours = one.title.split(), other.title.split()
    left = [word for word in mine if word not in set(yours)]
    right = [word for word in yours if word not in set(mine)]
    left = [word for word in left if word not in _SMALL_WORDS]
    right = [word for word in right if word not in _SMALL_WORDS]
    if "".join(left) == "".join(right):  # `health care` and `healthcare`
        return True
    if Levenshtein.distance(one.compact, other.compact, score_cutoff=2) <= 1:
        return len(left) != 1 or len(right) != 1 or _same_but_a_letter(left[0], right[0])
    if len(left) != len(right):
        return _glued(left, right)
    return len(left) <= _MOST_MISPRINTS and all(map(_misprint, left, right))


def _glued(left: list[str], right: list[str]) -> bool:
    """Tell `trial s` and `trials`: blanks that went astray, with a misprint at most."""
    one, other = "".join(left), "".join(right)
    return bool(left and right) and Levenshtein.distance(one, other, score_cutoff=2) <= 1


def _misprint(one: str, other: str) -> bool:
    """Tell two spellings of a word from two words.

    `_OPPOSITES` keeps `hypertension` and `hypotension`, `men` and `women` apart.
    """
    if min(len(one), len(other)) < _SHORTEST_MISPRINT or any(map(str.isdigit, one + other)):
        return False
    if _american(one) == _american(other):
        return True
    if not _same_but_a_letter(one, other):
        return False
    if OSA.distance(one, other, score_cutoff=2) <= 1:
        return True
    return Levenshtein.normalized_similarity(one, other) >= _MISPRINT_WORD


def _same_but_a_letter(one: str, other: str) -> bool:
    """Tell a letter lost or changed from `maternal` and `paternal`, `typical` and `atypical`."""
    return one[0] == other[0] and _stems(one).isdisjoint(_stems(other))


def _american(word: str) -> str:
    return word.replace("ae", "e").replace("oe", "e")


def _stems(word: str) -> set[str]:
    """Give the word, and it without each prefix that makes another word of it."""
    return {word, *(word[len(one) :] for one in _OPPOSITES if word.startswith(one))} - {""}
