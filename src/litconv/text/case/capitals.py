"""Gives the words of a title in capitals the letter case they have inside a sentence.

All case is gone, so everything rests on what is known: acronyms, proper nouns, formulae
(`word_rules`), what the title itself spells out, and hyphenated groups. An unknown word becomes
lower-case.
"""

from __future__ import annotations

from litconv.text.case.formulas import ELEMENTS, is_isotope, spell_elements
from litconv.text.case.tokens import Word
from litconv.text.case.vocabulary import acronyms, names, word_set
from litconv.text.case.word_rules import spell_word

_SMALL = frozenset("a an and as at by for from in of on or the to with via".split())
_ACRONYM_LENGTH = range(2, 8)
_YEAR_LENGTHS = (2, 4)
_NOT_DATED = frozenset(
    "in may march until since to from part about circa vol year before after".split()
)
_DOPED = frozenset({"Si", "Ge", "GaAs", "InP", "GaN", "GaP", "InSb"})


def spell_capitals(words: list[Word]) -> None:
    """Set `out` of every word in capitals; words that hold small letters stay as they are."""
    defined = defined_acronyms(words)
    for number, word in enumerate(words):
        if word.text.isupper() and not word.fixed:
            if word.text in defined:
                word.out = acronyms().get(word.key, word.text)
            else:
                word.out = spell_word(words, number)
    _spell_compounds(words)


def defined_acronyms(words: list[Word]) -> frozenset[str]:
    """Find acronyms the title spells out: `PEER REVIEW TEAMS (PRT)`, `PRT: PEER REVIEW TEAMS`."""
    found: set[str] = set()
    for number, word in enumerate(words):
        if not word.text.isalpha() or len(word.text) not in _ACRONYM_LENGTH:
            continue
        in_brackets = word.before.endswith("(")
        if in_brackets and word.after.startswith(")"):
            known = _spells_out(words[:number], word.text, at_end=True)
        elif in_brackets:
            known = _is_dated(words, number)
        else:
            heading = word.opens and word.after[:2] in {": ", " (", " -", " –", "—"}
            known = heading and _spells_out(words[number + 1 :], word.text, at_end=False)
        if known:
            found.add(word.text)
    return frozenset(found)


def _is_dated(words: list[Word], number: int) -> bool:
    """Tell whether a meeting's year follows, as in `(ABCD 2000)` or `(ABCD-07)`."""
    word = words[number]
    behind = words[number + 1].text if number + 1 < len(words) else ""
    dated = behind.isdigit() and len(behind) in _YEAR_LENGTHS and word.after in {" ", "-", "'"}
    return dated and word.key not in names() and word.key not in _NOT_DATED


def _spells_out(words: list[Word], acronym: str, *, at_end: bool) -> bool:
    """Tell whether the words' initials, with or without small words, give the acronym."""
    every = "".join(word.text[0].upper() for word in words)
    main = "".join(word.text[0].upper() for word in words if word.key not in _SMALL)
    return any(
        len(letters) > 1
        and (initials.endswith(letters) if at_end else initials.startswith(letters))
        for letters in (acronym, acronym.removesuffix("S"))
        for initials in (every, main)
    )


def _spell_compounds(words: list[Word]) -> None:
    """Spell what only the hyphen or slash makes clear: `HE-NE`, `CS-137`, `N-GAAS`."""
    number = 0
    while number < len(words):
        end = number + 1
        while end < len(words) and words[end].before in {"-", "/", "–"}:
            end += 1
        if end > number + 1:
            _spell_group(words[number:end])
        number = end


def _spell_group(group: list[Word]) -> None:
    first, second = group[0], group[1]
    if spelled := spell_elements([word.text for word in group]):
        for word, out in zip(group, spelled, strict=True):
            word.out = out
    elif is_isotope(first.text, second.text) and first.key not in word_set("small_words"):
        first.out = ELEMENTS[first.text]
        second.out = second.text.lower()
    if first.text in {"N", "P"} and second.out in _DOPED:
        first.out = first.text.lower()
