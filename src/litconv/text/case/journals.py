"""Title case for journal names in capitals: `JOURNAL OF MENTAL HEALTH` → Journal of Mental Health.

Other languages are re-cased too, as a journal's name is one in any language; their articles and
prepositions stay small (`Zeitschrift fur Physik`). Cut-down words as Web of Science has them
(`SURFACE SCI`) become capitalised words.
"""

from __future__ import annotations

import re
from functools import cache

from litconv.data import table_lines, table_words
from litconv.text.case.capitals import defined_acronyms
from litconv.text.case.formulas import spell_with_digits
from litconv.text.case.names import recase_word
from litconv.text.case.tokens import Word, join_words, split_words
from litconv.text.case.vocabulary import acronyms, lacks_vowel, word_set
from litconv.text.script import has_latin, is_all_caps

_MEETING = re.compile(r"[A-Z]{2,8} ?['’]\d\d")  # ACM's series: `AFIPS '77`
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_ELISION = re.compile(r"([LD])(['’])([^\W\d_].*)")
_PART_START = re.compile(r".*(?::|\s[-–—]|[-–—]\s|\.)\s*[\"'(]*")


@cache
def _whole_names() -> dict[str, str]:
    return {name.casefold(): name for name in table_lines("journal_names")}


@cache
def _own_letters() -> dict[str, str]:
    words = (*table_words("spellings"), *table_words("journals"))
    return {word.casefold(): word for word in words}


_MEETINGS = frozenset("conference congress forum meeting symposium workshop".split())


def title_case_journal(name: str) -> str:
    """Give a journal name in capitals in title case; any other name unchanged."""
    if not name.isupper() and not is_all_caps(name):
        return name
    if _MEETING.fullmatch(name):
        return name
    key = name.casefold()
    if (whole := _whole_names().get(key) or _own_letters().get(key)) is not None:
        return whole
    several = name.isupper() and " " in name.strip()  # `J NUTR`: word by word then
    if not has_latin(name) or not (several or is_all_caps(name)):
        return name
    words = split_words(name)
    defined = defined_acronyms(words)
    for number, word in enumerate(words):
        if word.text.isupper() and word.text not in defined and not _names_meeting(word, words):
            word.out = _spell(word, first=number == 0)
    return join_words(name, words)


def _names_meeting(word: Word, words: list[Word]) -> bool:
    """Tell the acronym of a meeting: `2016 LEAF CONFERENCE (LEAFCON)`."""
    alone = word.before.endswith("(") and word.after.startswith(")")
    return alone and any(one.key in _MEETINGS for one in words)


def _spell(word: Word, *, first: bool) -> str:
    text, key = word.text, word.key
    if len(text) == 1:
        return text
    if key in word_set("small_words") and not first and not _starts_part(word):
        return text.lower()
    if match := _ELISION.fullmatch(text):
        letter = match[1] if first else match[1].lower()
        return letter + match[2] + match[3].capitalize()
    return _spell_known(text, key) or recase_word(text)


def _spell_known(text: str, key: str) -> str | None:
    """Spell acronyms, odd spellings, numbers; None for a plain word."""
    if (known := _own_letters().get(key)) is not None:
        return known
    if not text.isalpha() and any(char.isdigit() for char in text):
        return acronyms().get(key) or spell_with_digits(text)
    return text if _ROMAN.fullmatch(text) or _is_acronym(text, key) else None


def _is_acronym(text: str, key: str) -> bool:
    if len(text) == len("AM") or key in word_set("journal_abbreviations"):
        return False
    return lacks_vowel(text)


def _starts_part(word: Word) -> bool:
    """Tell whether a part of the name begins here: after a colon, or a hyphen that is a dash.

    The small word of `PEER-TO-PEER` has a hyphen on both sides, that of `CA-A CANCER` has not.
    An abbreviation (`CRYST. GROWTH DES.`) and the last word are no small words either.
    """
    if word.after.startswith(".") or not word.after:
        return True
    if word.before.endswith("-") and not word.after.startswith("-"):
        return True
    return _PART_START.fullmatch(word.before) is not None
