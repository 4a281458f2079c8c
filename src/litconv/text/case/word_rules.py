"""The rules by which one word in capitals gets its letter case, in the order they are tried.

A rule takes the title's words and a word's number and gives the word's spelling, or None if it
has nothing to say. Known words come late: `CO` in `CO-OPERATION` and `NI` in `NI(100)` are known
acronyms and elements, but their neighbours say more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from litconv.text.case.formulas import (
    ELEMENTS,
    LONE_ELEMENTS,
    spell_formula,
    spell_unit,
    spell_with_digits,
)
from litconv.text.case.proper import is_capital_a, is_month, is_taxon, spell_possessive
from litconv.text.case.tokens import Word
from litconv.text.case.vocabulary import acronyms, looks_like_acronym, names

_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})[AB]?")
_NOT_ROMAN = frozenset({"VIA", "XIB"})
_ION = re.compile(r"([A-Z]{1,2})(\d?)")
_SURFACE = re.compile(r"\d{3,4}")
_RECONSTRUCTION = re.compile(r"\d+X\d+")
_PREFIXES = frozenset({"CO", "RE", "DE", "PRE", "BI", "EX", "EN", "UN", "AB"})
_SHORTEST_STEM = 4
_PLURAL = re.compile(r"(?!DOES)([A-Z]{2,}[A-RT-Z])S")
_SCOTTISH = re.compile(r"MC([^\W\d_]{3,})")
_OF_NAMES = re.compile(r"([OD])(['’])([^\W\d_]{3,})")
_US_BEFORE = frozenset(
    "bring brings gave give gives help helps inform keep let "
    "made make makes show shows take takes teach teaches tell tells told lead remind".split()
)
_US_AFTER = frozenset("a about and all can how in that the to what without when where why".split())
_US_PREPOSITION = frozenset(
    "of for to with from by on without about all among around between both".split()
)

Rule = Callable[[list[Word], int], "str | None"]


def spell_word(words: list[Word], number: int) -> str:
    """Give a word in capitals the case it has inside a sentence."""
    for rule in RULES:
        if (spelled := rule(words, number)) is not None:
            return spelled
    text = words[number].text
    return text if looks_like_acronym(text) else text.lower()


def _behind(words: list[Word], number: int) -> Word | None:
    return words[number + 1] if number + 1 < len(words) else None


def _known(words: list[Word], number: int) -> str | None:
    key = words[number].key
    return acronyms().get(key) or names().get(key)


def _ion(words: list[Word], number: int) -> str | None:
    """`AR+`, `CA2+`."""
    word = words[number]
    match = _ION.fullmatch(word.text) if word.after.startswith("+") else None
    if match is None or match[1] not in ELEMENTS:
        return None
    return ELEMENTS[match[1]] + match[2]


def _with_digits(words: list[Word], number: int) -> str | None:
    """`SIO2`, `19TH`, `7X7`, `CD4`."""
    text = words[number].text
    if text.isalpha() or not any(char.isdigit() for char in text):
        return None
    return _known(words, number) or spell_with_digits(text)


def _prefix(words: list[Word], number: int) -> str | None:
    """`CO-OPERATION`, but `CO-CR` and `RE-DOPED` stay for later rules."""
    word, behind = words[number], _behind(words, number)
    if word.text not in _PREFIXES or word.after != "-" or behind is None:
        return None
    stem = behind.text.isalpha() and len(behind.text) >= _SHORTEST_STEM
    return word.text.lower() if stem and behind.key not in acronyms() else None


def _surface(words: list[Word], number: int) -> str | None:
    """Spell the crystal in `NI(100)` and the cell in `C(2X2)`; a year stands behind a blank."""
    word, behind = words[number], _behind(words, number)
    if word.after != "(" or behind is None:
        return None
    if len(word.text) == 1 and _RECONSTRUCTION.fullmatch(behind.text):
        return word.text.lower()
    if not (_SURFACE.fullmatch(behind.text) and behind.after.startswith(")")):
        return None
    if word.text not in ELEMENTS and word.key in acronyms():
        return acronyms()[word.key]
    return spell_formula(word.text, least=1)


def _letter(words: list[Word], number: int) -> str | None:
    """One letter: the article, the amount x of `YBA2CU3O7-X`, or a capital as in `X-RAY`."""
    word = words[number]
    if len(word.text) != 1:
        return None
    if word.text == "A":
        return "A" if is_capital_a(words, number) else "a"
    after_formula = number > 0 and any(char.isdigit() for char in words[number - 1].text)
    return "x" if word.text == "X" and word.before == "-" and after_formula else word.text


def _unit(words: list[Word], number: int) -> str | None:
    """`5 KEV`."""
    return spell_unit(words[number].text) if number and words[number - 1].text.isdigit() else None


def _number_sign(words: list[Word], number: int) -> str | None:
    """`NO. 7`."""
    word, behind = words[number], _behind(words, number)
    numbered = word.text == "NO" and word.after.startswith(".")
    return "No" if numbered and behind is not None and behind.text[0].isdigit() else None


def _country_or_pronoun(words: list[Word], number: int) -> str | None:
    """`US ADULTS`, but `TELL US`."""
    if words[number].key != "us":
        return None
    before = words[number - 1].key if number else ""
    behind = _behind(words, number)
    closes = behind is None or words[number].after.strip(" ") != "" or behind.key in _US_AFTER
    pronoun = before in _US_BEFORE or (before in _US_PREPOSITION and closes)
    return "us" if pronoun else "US"


def _month(words: list[Word], number: int) -> str | None:
    """`MAY 1968`."""
    return words[number].text.capitalize() if is_month(words, number) else None


def _family(words: list[Word], number: int) -> str | None:
    """`O'NEILL`, `MCCARTHY`."""
    text = words[number].text
    if match := _OF_NAMES.fullmatch(text):
        return match[1] + match[2] + match[3].capitalize()
    if match := _SCOTTISH.fullmatch(text):
        return f"Mc{match[1].capitalize()}"
    return None


def _taxon(words: list[Word], number: int) -> str | None:
    """`DROSOPHILIDAE`."""
    return words[number].text.capitalize() if is_taxon(words[number]) else None


def _possessive(words: list[Word], number: int) -> str | None:
    """`PARKINSON'S`, `PATIENT'S`."""
    return spell_possessive(words[number].text)


def _roman(words: list[Word], number: int) -> str | None:
    """`TYPE II`."""
    text = words[number].text
    return text if _ROMAN.fullmatch(text) and text not in _NOT_ROMAN else None


def _element(words: list[Word], number: int) -> str | None:
    """`CU`, `SI`."""
    text = words[number].text
    return ELEMENTS[text] if text in LONE_ELEMENTS else None


def _plural(words: list[Word], number: int) -> str | None:
    """`MOSFETS`."""
    match = _PLURAL.fullmatch(words[number].text)
    known = match is not None and acronyms().get(match[1].casefold()) == match[1]
    return f"{match[1]}s" if match is not None and known else None


RULES: tuple[Rule, ...] = (
    _ion,
    _with_digits,
    _prefix,
    _surface,
    _letter,
    _unit,
    _known,
    _number_sign,
    _country_or_pronoun,
    _month,
    _family,
    _taxon,
    _possessive,
    _roman,
    _element,
    _plural,
)
