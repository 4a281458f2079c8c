"""People's names in capitals: `MORENO-KUSTNER` → Moreno-Kustner, `VAN DER BERG` → van der + Berg.

Particles: Dutch, German, Spanish, Portuguese and French ones that are written small in front of
a family name become the name's particle. `Le`, `La`, `Di`, `Du`, `Della`, `El`, `Al`, `Ben`, `St`
are mostly written with a capital and stay in the family (Le Guin, Di Stefano, Du Bois, Ben Ari).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from litconv.data import table_words
from litconv.model import Contributor, Name
from litconv.text.case.vocabulary import is_acronym

_PARTICLES = frozenset(
    "VAN VON DER DEN DE DES DEL TEN TER TE ZU ZUR ZUM VOM AF AV DA DAS DO DOS 'T ’T 'S OP IN HET "
    "VANDER? VD".replace("VANDER? ", "").split()
)
_ALONE = frozenset({"IN", "OP", "HET", "DO", "AV"})  # particles only after another one
_AFTER_PARTICLE = frozenset({"LA", "LAS", "LOS", "L'"})  # `de la Cruz`, but `La Porta`
_CONNECTORS = frozenset({"Y", "E", "I", "VON", "VAN", "DER", "DEN", "DE", "DA", "DAS", "DO", "DOS"})
_SUFFIXES = {"JR": "Jr.", "JR.": "Jr.", "SR": "Sr.", "SR.": "Sr."}
_NUMERALS = frozenset({"II", "III", "IV"})
_WORD = re.compile(r"[^\W\d_]+(?:['’´`][^\W\d_]+)*")
_MC = re.compile(r"MC([^\W\d_]{2,})")
_ELIDED = re.compile(r"([^\W\d_]{1,2})(['’´`])([^\W\d_].*)")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_GIVEN_LENGTH = 3


@cache
def _inner_capitals() -> dict[str, str]:
    return {word.upper(): word for word in table_words("mac_surnames")}


def recase_word(word: str) -> str:
    """Give one word of a name in mixed case: `MCDONALD` → McDonald, `O'BRIEN` → O'Brien."""
    if word in _inner_capitals():
        return _inner_capitals()[word]
    if match := _ELIDED.fullmatch(word):
        return match[1].capitalize() + match[2] + recase_word(match[3])
    if match := _MC.fullmatch(word):
        return f"Mc{match[1].capitalize()}"
    return word.capitalize()


def recase_family(name: str) -> str:
    """Give a family name in capitals in mixed case, particles small; any other name unchanged.

    One letter is no word: `X` stays. `VAN` alone is a family, `VAN DUYNE` begins with a particle.
    """
    if not name.isupper():
        return name
    words = name.split()
    count = _count_particles(words)
    small = [word.lower() for word in words[:count]]
    rest = [_recase_part(word, inner=number > 0) for number, word in enumerate(words[count:])]
    return " ".join([*small, *rest])


def recase_name(name: Name) -> Name:
    """Give a copy of a name with family, given name and suffix out of capitals.

    Leading particles of a family in capitals move to `Name.particle`, a generation (`JR`, `III`)
    at its end to `Name.suffix`. Literal names (bodies) and initials are left alone.
    """
    if name.literal or is_mixed(name) or _is_body(name):
        return name
    family, particle, suffix = name.family, name.particle, name.suffix
    if family.isupper():
        words = family.split()
        if len(words) > 1 and not suffix and words[-1] in (_SUFFIXES.keys() | _NUMERALS):
            suffix = words.pop()
        count = _count_particles(words)
        small = [particle, *words[:count]] if count else [particle]
        particle = " ".join(small).strip().lower() if count else particle
        family = recase_family(" ".join(words[count:]))
    if particle.isupper():
        particle = particle.lower()
    given = " ".join(map(_recase_given, name.given.split(" "))) if name.given else ""
    suffix = _SUFFIXES.get(suffix, suffix)
    if (family, given, particle, suffix) == (name.family, name.given, name.particle, name.suffix):
        return name
    return msgspec.structs.replace(
        name, family=family, given=given, particle=particle, suffix=suffix
    )


def _is_body(name: Name) -> bool:
    """Tell a body that a source put among the people: `IEEE`."""
    return not (name.given or name.suffix or name.particle) and is_acronym(name.family)


def is_mixed(name: Name) -> bool:
    """Tell quickly that a name is in mixed case, as nearly all are: `Smith`, `John A.`."""
    given = name.given
    return (
        not (name.family.isupper() or name.particle.isupper() or name.suffix)
        # no two capitals in a row, so no word in capitals but initials
        and (not given or (given.isascii() and given.istitle()))
    )


def are_mixed(people: Iterable[Contributor]) -> bool:
    """Tell quickly that all names are bodies or in mixed case, as `is_mixed` says of one."""
    for person in people:  # one loop without a call for each: it goes over every name there is
        name = person.name
        if name.literal:
            continue
        given = name.given
        if name.family.isupper() or name.particle or name.suffix:
            if not is_mixed(name):
                return False
        elif given and not (given.isascii() and given.istitle()):
            return False
    return True


def _count_particles(words: list[str]) -> int:
    """Count the leading words that are particles; the last word is always the family."""
    count = 0
    for word in words[:-1]:
        after = count > 0 and word in (_ALONE | _AFTER_PARTICLE)
        if not after and (word not in _PARTICLES or word in _ALONE):
            break
        count += 1
    return count


def _recase_part(word: str, *, inner: bool) -> str:
    if inner and word in _CONNECTORS:
        return word.lower()
    if word in _NUMERALS:
        return word
    if len(word.strip(".")) == 1:
        return word
    return _WORD.sub(lambda match: recase_word(match[0]), word)


def _recase_given(word: str) -> str:
    """Re-case `MARY` and `XIAO-MING`; initials (`J.`, `JK`, `J.-P.`) stay."""
    if not word.isupper() or "." in word:
        return word
    letters = [part for part in _WORD.findall(word) if len(part) >= _GIVEN_LENGTH]
    if not any(_VOWEL.search(part) for part in letters):
        return word
    return _WORD.sub(lambda match: recase_word(match[0]), word)
