"""Proper nouns that no table can list: what neighbours and endings tell about a word."""

from __future__ import annotations

import re
from itertools import pairwise

from litconv.text.case.formulas import ELEMENTS
from litconv.text.case.tokens import Word
from litconv.text.case.vocabulary import names, word_set

_POSSESSIVE = re.compile(r"(.{2,})(['’])[sS]")
_COMMON_ENDING = re.compile(r".{2,}(?:er|or|ist|man|men|woman|women|ian|ent|ant|ee|people|child)")
_TAXON = re.compile(r"[a-z]{3,}(?:idae|aceae)")
_BEFORE_DATE = frozenset(
    "in on of since until till from by during early late mid after before".split()
)
_A_AFTER = frozenset(
    "vitamin hepatitis influenza part group type class section appendix category series grade "
    "cyclosporin cyclosporine protein coenzyme toxin factor botulinum form phase immunoglobulin "
    "component subunit chain lipid concanavalin bisphenol model case plan version".split()
)
# After a given name these are no family names: `Henry law`, `James Bay`.
_NO_FAMILY = frozenset(
    "and or of in the on for from to with at by as is was a an law laws method methods equation "
    "equations theorem theorems effect effects algorithm model models function functions test "
    "distribution syndrome disease principle transform process virus bay island islands river "
    "type space spaces state states constant problem theory criterion approximation inequality "
    "polynomials number numbers group reaction rule mountains king ii iii iv vi".split()
)
_SHORTEST_NAME = 3
# Symbols that are words of titles in Title Case.
_ENGLISH_SYMBOLS = frozenset("In As No He Be Re Co La At Pa".split())
_JOINTS = frozenset({"-", "/", "(", "–"})


def spell_possessive(text: str) -> str | None:
    """Spell a word that ends in 's, or give None for any other word.

    A known proper noun keeps its form; common nouns become lower-case; what remains is taken for
    a person's name (`ALLEN'S`).
    """
    match = _POSSESSIVE.fullmatch(text)
    if match is None:
        return None
    base = match[1].casefold()
    known = names().get(base)
    if known:
        return f"{known}{match[2]}s"
    if base in word_set("possessives") or _COMMON_ENDING.fullmatch(base):
        return text.lower()
    if len(base) < _SHORTEST_NAME:
        return match[1] + match[2] + "s"
    return f"{match[1].capitalize()}{match[2]}s"


def is_month(words: list[Word], number: int) -> bool:
    """Tell whether `may` or `march` is the month: a number or a preposition of time is near."""
    if words[number].key not in {"may", "march"}:
        return False
    before = words[number - 1].key if number else ""
    behind = words[number + 1].key if number + 1 < len(words) else ""
    if before.isdigit() or behind.isdigit():
        return True
    return before in _BEFORE_DATE and behind not in {"be", "not", "have"}


def is_capital_a(words: list[Word], number: int) -> bool:
    """Tell whether a lone `A` is a letter (vitamin A, A-type, group A) and no article."""
    word = words[number]
    if word.after and word.after[0] in "-,;:)./&" and not word.opens:
        return True
    if number + 1 == len(words):
        return True
    return number > 0 and words[number - 1].key in _A_AFTER


def is_taxon(word: Word) -> bool:
    """Tell whether a word ends as names of families of animals and plants do: -idae, -aceae."""
    return _TAXON.fullmatch(word.key) is not None


def is_element(words: list[Word], number: int) -> bool:
    """Tell whether a capitalised word is an element's symbol: `Si`, and `He` in `He-Ne` only."""
    word = words[number]
    if len(word.text) != len("Si") or ELEMENTS.get(word.text.upper()) != word.text:
        return False
    if word.text not in _ENGLISH_SYMBOLS:
        return True
    near = []
    if word.after in _JOINTS and number + 1 < len(words):
        near.append(words[number + 1].text)
    if word.before in _JOINTS and number:
        near.append(words[number - 1].text)
    return any(text.isdigit() or text in ELEMENTS.values() for text in near)


def _is_second_initial(words: list[Word], word: Word) -> bool:
    """Tell whether a word is the `D.` of `J. D. Duffin`; `E.` of `E. coli` stands alone."""
    if len(word.text) != 1 or word.before not in {". ", "."} or not word.text.isupper():
        return False
    previous = words[words.index(word) - 1]
    return len(previous.text) == 1 and previous.text.isupper()


def follow_names(words: list[Word]) -> None:
    """Capitals for the family after a given name; small letters for the species after a genus."""
    for word, behind in pairwise(words):
        if behind.before == ". " and _is_second_initial(words, word):
            behind.out = behind.text.capitalize() if behind.text.isupper() else behind.text
        if behind.before != " " or not behind.text.isalpha() or behind.fixed:
            continue
        if word.key in word_set("genera") and not (behind.out.isupper() and len(behind.out) > 1):
            behind.out = behind.out.lower()
        elif (
            word.key in word_set("given_names")
            and word.out[:1].isupper()
            and behind.text[0].isupper()
            and len(behind.text) >= _SHORTEST_NAME
            and behind.out.islower()
            and behind.key not in _NO_FAMILY
        ):
            behind.out = behind.out.capitalize()
