"""What litconv knows about words: acronyms, odd spellings, proper nouns, word groups.

The tables are those of `litconv.data`; they are read once, when a text is first re-cased. All
look-ups go by `word.casefold()`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from litconv.data import table_lines, table_words
from litconv.text.patterns import late

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_TABLES = ("given_names", "genera", "eponyms", "peoples", "places", "calendar")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_LONGEST_WITHOUT_VOWEL = 6
_LONGEST_ODD = 5

# What consonants a short English word (or a common name) begins and ends with.
_ONSETS = (
    "b bh bl br c ch chl chr cl cr cz d dh dr dw f fj fl fr g gh gl gn gr gw h j k kh kl kn kr "
    "kw l ll m mc mn n ng p ph phl phr pl pn pr ps pt q qu r rh s sc sch schw scl scr sf sh shr "
    "sk sl sm sn sp sph spl spr squ sq st str sv sw sz t th thr thw tr ts tw tz v vl w wh wr x "
    "z zh zl zw"
)
_CODAS = (
    "b bb bs bt c ch cht chs chm ck cks ct cts d dd dds ds dst dth dz f ff ffs fs ft fth fts g "
    "gg gh ghs ght ghts gm gn gns gs h hl hm hn hns hr j k ks l lb lbs lc lch ld lds lf lfs lg "
    "lk lks ll lls lm lms ln lp lps ls lsh lt lth lts ltz lv lx lz m mb mbs mf mm mn mns mp mph "
    "mps mpt mpts ms n nc nch nct nd nds ng ngs ngst ngth nk nks nn nns ns nst nt nth nths nts "
    "ntz nx nz p ph phs pp pps ps pse pt pth pts q r rb rbs rc rch rcs rd rds rf rfs rg rgh rgs "
    "rk rks rl rld rlds rls rm rms rmth rn rns rnt rph rp rps rr rrh rs rsh rst rsts rt rth "
    "rths rts rtz rv rx rz s sc sch sh sk sks sm sms sp sps ss st sts t tch th thm thms ths ts "
    "tt tts tz v vs w wb wd wds wk wks wl wls wn wns wp ws wt wth x xt xth xts z zz"
)
_PRONOUNCEABLE = late(
    rf"(?:{'|'.join(_ONSETS.split())})?[aeiouyà-öø-ý].*?"
    rf"(?<=[aeiouyà-öø-ý])(?:{'|'.join(_CODAS.split())})?"
)

# Words without a vowel, or of two letters, that are no acronyms.
_SHORT_WORDS = frozenset(
    "am an as at be by do eh go ha he hi hm hmm if in is it lo me my no nth of oh ok on "
    "or ow ox pp re sh so ed eds etc docs specs refs eggs to up us vs we ye th ca cf et "
    "al de la le du el un van von der a".split()
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
        gaps = tuple(WORD.split(line)[1:-1])
        keys = tuple(word.casefold().replace("’", "'") for word in spelling)
        found.setdefault(keys[0], []).append(Phrase(keys, spelling, gaps))
    return {
        key: tuple(sorted(group, key=lambda one: -len(one.keys))) for key, group in found.items()
    }


def looks_like_acronym(word: str) -> bool:
    """Tell whether a word in capitals can only be an acronym: `XPS`, `TV`, `UK`, not `BY`.

    Two letters that are no English word, no vowel, or consonants that no English word begins or
    ends with (`CSLI`, `AISB`).
    """
    if word.casefold() in _SHORT_WORDS or len(word) == 1 or not word.isalpha():
        return False
    if len(word) == len("UK"):
        return True
    if lacks_vowel(word):
        return True
    return len(word) <= _LONGEST_ODD and not _PRONOUNCEABLE.fullmatch(word.casefold())


def lacks_vowel(word: str) -> bool:
    """Tell whether a word in capitals is short and has no vowel, Y counted as one."""
    return len(word) <= _LONGEST_WITHOUT_VOWEL and not _VOWEL.search(word)


def is_acronym(word: str) -> bool:
    """Tell whether a word in capitals is a known acronym or can only be one."""
    key = word.casefold()
    return acronyms().get(key) == word or key in word_set("journals") or looks_like_acronym(word)
