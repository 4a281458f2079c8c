"""Sentence case: `The Lamps of France` and `THE LAMPS OF FRANCE` → The lamps of France.

Capitals stay on the first word of a title, on proper nouns, acronyms and formulae; English alone is
touched. `subtitles` is APA's rule (Publication Manual, 7th edition, 6.17), which records get here.
"""

from __future__ import annotations

import re

from litconv.text.case.capitals import spell_capitals
from litconv.text.case.english import looks_english
from litconv.text.case.proper import (
    follow_names,
    is_capital_a,
    is_element,
    is_month,
    is_taxon,
    spell_possessive,
)
from litconv.text.case.tokens import (
    Word,
    apply_phrases,
    join_words,
    open_with_capitals,
    split_words,
)
from litconv.text.case.vocabulary import acronyms
from litconv.text.case.vocabulary import names as proper_nouns
from litconv.text.script import has_cjk, has_latin, is_all_caps

_TITLED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]*(?:['’][^\W\d_A-Z]+)*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over per so than the to up upon via "
    "vs with yet about under through between is are be its".split()
)


def sentence_case(title: str, *, subtitles: bool = False, names: bool = True) -> str:
    """Give an English title in capitals or Title Case in sentence case; any other unchanged.

    `subtitles` gives the word after `: `, ` - ` and dashes a capital, as APA wants and Vancouver
    does not. `names=False` is the mechanical form that reference managers produce: every
    capitalised word is lowered, proper nouns and titles already in sentence case included.
    Words with inner capitals, acronyms and `<span class="nocase">` stay as they are.
    """
    if not has_latin(title) or has_cjk(title) or not looks_english(title):
        return title
    words = split_words(title)
    if is_all_caps(title):
        spell_capitals(words)
        apply_phrases(words, capitals=True)
        follow_names(words)
    elif names:
        if not _is_title_case(words):
            return title
        _lower_titled(words)
        apply_phrases(words, capitals=False)
        follow_names(words)
    else:
        _lower_all(words)
    open_with_capitals(words, subtitles=subtitles)
    return join_words(title, words)


def _is_title_case(words: list[Word]) -> bool:
    """Tell whether more words than not begin with a capital, small words and openings apart."""
    counted = [
        word.text[0].isupper()
        for word in words
        if not (word.opens or word.subtitle or word.fixed or word.key in _SMALL)
        and (word.text.islower() or _TITLED.fullmatch(word.text))
        and len(word.text) > 1
    ]
    return sum(counted) * 2 >= len(counted)


def _lower_all(words: list[Word]) -> None:
    for word in words:
        if _TITLED.fullmatch(word.text) and not word.fixed and not _is_kept(word):
            word.out = word.text.lower()


def _is_kept(word: Word) -> bool:
    """Tell whether a capital belongs to the word itself: `I`, `No. 1`, `X-ray`."""
    if word.text == "A":
        return False
    return len(word.text) == 1 or (word.text == "No" and word.after.startswith("."))


def _lower_titled(words: list[Word]) -> None:
    for number, word in enumerate(words):
        if word.fixed or not _TITLED.fullmatch(word.text) or _is_kept(word):
            continue
        known = proper_nouns().get(word.key)
        if acronyms().get(word.key) == word.text:  # Dr, St, Ltd
            continue
        if word.text == "A":
            word.out = "A" if is_capital_a(words, number) else "a"
        elif known:
            word.out = known
        elif (
            word.text.startswith(("I'", "I’"))
            or is_month(words, number)
            or is_taxon(word)
            or is_element(words, number)
        ):
            continue
        else:
            word.out = spell_possessive(word.text) or word.text.lower()
