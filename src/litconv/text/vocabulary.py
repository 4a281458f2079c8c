"""What litconv knows about words: acronyms, odd spellings, proper nouns, word groups.

The tables are those of `litconv.data`; they are read once, when a text is first re-cased. All
look-ups go by `word.casefold()`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from litconv.data import table_lines, table_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_TABLES = ("given_names", "genera", "eponyms", "peoples", "places", "calendar")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_LONGEST_WITHOUT_VOWEL = 6

# Words without a vowel, or of two letters, that are no acronyms.
_SHORT_WORDS = frozenset(
    "am an as at be by do eh go ha he hi hm hmm if in is it lo me my no nth of oh ok on or ow ox "
    "pp re sh so to up us vs we ye th ca cf et al de la le du el un van von der a".split()
)


class Phrase(NamedTuple):
    """A group of words: their keys, their spelling, and what stands between them."""

    keys: tuple[str, ...]
    spelling: tuple[str, ...]
    gaps: tuple[str, ...]


@cache
def acronyms() -> dict[str, str]:
    """Give acronyms and words of odd spelling, by key: what only capitals would hide."""
    words = [*table_words("acronyms"), *table_words("spellings")]
    return {word.casefold(): word for word in words}


@cache
def names() -> dict[str, str]:
    """Give proper nouns by key: places, peoples, eponyms, genera, months, given names."""
    return {word.casefold(): word for table in _NAME_TABLES for word in table_words(table)}


@cache
def word_set(table: str) -> frozenset[str]:
    """Give the keys of one table, for membership only."""
    return frozenset(word.casefold() for word in table_words(table))


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Give the word groups by the key of their first word, the longest group first."""
    found: dict[str, list[Phrase]] = {}
    for line in table_lines("phrases"):
        spelling = tuple(WORD.findall(line))
        gaps = tuple(WORD.sub("\0", line).strip("\0").split("\0"))
        keys = tuple(word.casefold().replace("’", "'") for word in spelling)
        found.setdefault(keys[0], []).append(Phrase(keys, spelling, gaps))
    return {
        key: tuple(sorted(group, key=lambda one: -len(one.keys))) for key, group in found.items()
    }


def looks_like_acronym(word: str) -> bool:
    """Tell whether a word in capitals can only be an acronym: `XPS`, `TV`, `UK`, not `BY`."""
    if word.casefold() in _SHORT_WORDS or len(word) == 1:
        return False
    two_letters = len(word) == len("UK")
    return two_letters or (len(word) <= _LONGEST_WITHOUT_VOWEL and not _VOWEL.search(word))


def is_acronym(word: str) -> bool:
    """Tell whether a word in capitals is a known acronym or can only be one."""
    key = word.casefold()
    return acronyms().get(key) == word or key in word_set("journals") or looks_like_acronym(word)
