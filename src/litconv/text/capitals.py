"""Gives the words of a title in capitals the letter case they have inside a sentence.

All case is gone, so everything rests on what is known: acronyms, proper nouns, formulae, and the
few places where the neighbours decide (`US`, `MAY`, `A`). An unknown word becomes lower-case.
"""

from __future__ import annotations

import re

from litconv.text.formulas import (
    ELEMENTS,
    LONE_ELEMENTS,
    is_isotope,
    spell_elements,
    spell_formula,
    spell_unit,
    spell_with_digits,
)
from litconv.text.proper import is_capital_a, is_month, spell_possessive
from litconv.text.tokens import Word
from litconv.text.vocabulary import acronyms, looks_like_acronym, names, word_set

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
    "about all among around between both bring brings gave give gives help helps inform keep let "
    "made make makes show shows take takes teach teaches tell tells told lead remind".split()
)
_US_AFTER = frozenset("a about and all can how in that the to what when where why".split())
_US_PREPOSITION = frozenset("of for to with from by on".split())
_SMALL = frozenset("a an and as at by for from in of on or the to with via".split())
_YEAR_LENGTHS = (2, 4)
_NOT_DATED = frozenset(
    "in may march until since to from part about circa vol year before after".split()
)
_ACRONYM_LENGTH = range(2, 8)


def spell_capitals(words: list[Word]) -> None:
    """Set `out` of every word in capitals; words that hold small letters stay as they are."""
    defined = _defined_acronyms(words)
    for number, word in enumerate(words):
        if word.text.isupper() and not word.fixed:
            word.out = word.text if word.text in defined else _spell(words, number)
    _spell_compounds(words)


def _spell(words: list[Word], number: int) -> str:
    word = words[number]
    text, key = word.text, word.key
    known = acronyms().get(key) or names().get(key)
    if ion := _spell_ion(word):
        return ion
    if not text.isalpha() and any(char.isdigit() for char in text):
        return known or spell_with_digits(text)
    if text in _PREFIXES and _is_prefix(words, number):
        return text.lower()
    if surface := _spell_surface(words, number):
        return surface
    if len(text) == 1:
        return _spell_letter(words, number)
    if number and words[number - 1].text.isdigit() and (unit := spell_unit(text)):
        return unit
    return known or _spell_unknown(words, number)


def _spell_unknown(words: list[Word], number: int) -> str:
    text, key = words[number].text, words[number].key
    if text == "NO" and words[number].after.startswith(".") and number + 1 < len(words):
        return "No" if words[number + 1].text[0].isdigit() else "no"
    if key == "us":
        return "us" if _is_pronoun(words, number) else "US"
    if is_month(words, number):
        return text.capitalize()
    if match := _OF_NAMES.fullmatch(text):
        return match[1] + match[2] + match[3].capitalize()
    if match := _SCOTTISH.fullmatch(text):
        return f"Mc{match[1].capitalize()}"
    if (possessive := spell_possessive(text)) is not None:
        return possessive
    if _ROMAN.fullmatch(text) and text not in _NOT_ROMAN:
        return text
    if text in LONE_ELEMENTS:
        return ELEMENTS[text]
    if (plural := _PLURAL.fullmatch(text)) and acronyms().get(plural[1].casefold()) == plural[1]:
        return f"{plural[1]}s"
    return text if looks_like_acronym(text) else text.lower()


def _is_prefix(words: list[Word], number: int) -> bool:
    if words[number].after != "-" or number + 1 >= len(words):
        return False
    stem = words[number + 1].text
    return stem.isalpha() and len(stem) >= _SHORTEST_STEM and stem.casefold() not in acronyms()


def _spell_surface(words: list[Word], number: int) -> str | None:
    """Spell the crystal in `NI(100)`; a year stands behind a blank."""
    word = words[number]
    if word.after != "(" or number + 1 >= len(words):
        return None
    behind = words[number + 1]
    if len(word.text) == 1 and _RECONSTRUCTION.fullmatch(behind.text):
        return word.text.lower()
    if not (_SURFACE.fullmatch(behind.text) and behind.after.startswith(")")):
        return None
    if word.text not in ELEMENTS and word.key in acronyms():
        return acronyms()[word.key]
    return spell_formula(word.text, least=1)


def _spell_ion(word: Word) -> str | None:
    """Spell the element in `AR+`, `CA2+`."""
    match = _ION.fullmatch(word.text) if word.after.startswith("+") else None
    if match is None or match[1] not in ELEMENTS:
        return None
    return ELEMENTS[match[1]] + match[2]


def _spell_letter(words: list[Word], number: int) -> str:
    word = words[number]
    if word.text == "A":
        return "A" if is_capital_a(words, number) else "a"
    after_formula = number > 0 and any(char.isdigit() for char in words[number - 1].text)
    if word.text == "X" and word.before in {"-", " "} and after_formula:
        return "x"
    return word.text


def _is_pronoun(words: list[Word], number: int) -> bool:
    before = words[number - 1].key if number else ""
    if before in _US_BEFORE:
        return True
    behind = words[number + 1].key if number + 1 < len(words) else ""
    closes = not words[number].after.strip(" ") == "" or not behind
    return before in _US_PREPOSITION and (closes or behind in _US_AFTER)


def _defined_acronyms(words: list[Word]) -> frozenset[str]:
    """Find acronyms that the title itself spells out: `PEER REVIEW TEAMS (PRT)`, `PRT: PEER …`."""
    found: set[str] = set()
    for number, word in enumerate(words):
        if not word.text.isalpha() or len(word.text) not in _ACRONYM_LENGTH:
            continue
        in_brackets = word.before.endswith("(")
        if in_brackets and word.after.startswith(")"):
            group = words[:number]
        elif in_brackets and _is_dated(words, number):
            found.add(word.text)
            continue
        elif word.opens and word.after[:2] in {": ", " (", " -", " –", "—"}:
            group = words[number + 1 :]
        else:
            continue
        if _spells_out(group, word.text, at_end=in_brackets):
            found.add(word.text)
    return frozenset(found)


def _is_dated(words: list[Word], number: int) -> bool:
    """Tell whether a meeting's year follows, as in `(ABCD 2000)` or `(ABCD-07)`."""
    word = words[number]
    behind = words[number + 1].text if number + 1 < len(words) else ""
    dated = behind.isdigit() and len(behind) in _YEAR_LENGTHS and word.after in {" ", "-", "'"}
    return dated and word.key not in names() and word.key not in _NOT_DATED


def _spells_out(words: list[Word], acronym: str, *, at_end: bool) -> bool:
    every = "".join(word.text[0].upper() for word in words)
    main = "".join(word.text[0].upper() for word in words if word.key not in _SMALL)
    for letters in {acronym, acronym.removesuffix("S")}:
        for initials in (every, main):
            if initials.endswith(letters) if at_end else initials.startswith(letters):
                return len(letters) > 1
    return False


def _spell_compounds(words: list[Word]) -> None:
    """Spell what only the hyphen or slash makes clear: `HE-NE`, `CS-137`, `N-GAAS`."""
    number = 0
    while number < len(words):
        end = number + 1
        while end < len(words) and words[end].before in {"-", "/", "–"}:
            end += 1
        group = words[number:end]
        if len(group) > 1:
            _spell_group(group)
        number = end


def _spell_group(group: list[Word]) -> None:
    first, second = group[0], group[1]
    if spelled := spell_elements([word.text for word in group]):
        for word, out in zip(group, spelled, strict=True):
            word.out = out
    elif is_isotope(first.text, second.text) and first.key not in word_set("small_words"):
        first.out = ELEMENTS[first.text]
        second.out = second.text.lower()
    if first.text in {"N", "P"} and second.out in {"Si", "Ge", "GaAs", "InP", "GaN", "GaP", "InSb"}:
        first.out = first.text.lower()
