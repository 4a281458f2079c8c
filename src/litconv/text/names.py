"""Names as bibliographic sources print them, taken apart into family and given.

Forms: `Family, Given` · `FAMILY, AB` (initials run together) · `Family AB` (Web of Science's cited
references, no comma) · `Given Family` · Chinese `王小明`, `欧阳小明` · bodies, which stay whole.
Letter case is never changed here.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from litconv.model import Name
from litconv.text.chinese.names import HAN, divide, names_body
from litconv.text.chinese.pinyin import is_family_first, is_family_last
from litconv.text.chinese.surnames import ROMANIZED_SURNAMES
from litconv.text.patterns import late
from litconv.text.usual_names import BODY, SHORT, usual_name
from litconv.text.width import fold_letters, tidy

_ANY_HAN = late(rf"[{HAN}]")
# Words that end a body's abbreviated name and would pass for initials: `WORLD HEALTH ORG`.
_BODY_ENDS = frozenset("ORG UNIV INST COMM ASS SOC NATL LAB COLL ACAD DEPT MIN BUR CORP".split())
# Library catalogues: `Oak, Peter, 1950-`.
_LIFE_AT_END = re.compile(r"(?<=\S)(?:, \(?| \()(?:b\. ?)?1\d{3}-(?:[12]\d{3})?\)?\.?$")
_ENDS_OF_LIFE = frozenset("-0123456789).")
_SUFFIX = re.compile(r"(?:jr|sr|jnr|snr|2nd|3rd|4th|ii|iii|iv)\.?", re.IGNORECASE)
_NOBODY = re.compile(r"\[?\s*(?:anonymous|anon\.?|佚名|无名氏|no author)\s*\]?", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:et\.? al\.?|(?:and )?others|等)\s*", re.IGNORECASE)
_JOINED = late(r"\S (?:and|&) \S")
_OTHERS_AT_END = ("et al.", "et al", "and others", "等")
_PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le les ter ten zu zum zur af av el al "
    "bin ibn ben of 't op in auf y e".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.? ?-? ?){1,5}")
_RUN_TOGETHER = 3
_RUN_IF_NO_VOWEL = 5
_VOWEL = re.compile(r"[AEIOUY]")
MAX_GIVEN_WORDS = 5
_SHORTEST_SURE_FAMILY = 3
_PARTS_WITH_SUFFIX = 3
_TWO_WORDS = 2


def is_nobody(text: str) -> bool:
    """Say whether the text stands for no person: `[Anonymous]`, `et al`, `等`, nothing."""
    text = text.strip(" .,;")
    return not text or bool(_NOBODY.fullmatch(text) or _AND_OTHERS.fullmatch(text))


def marks_others(text: str) -> bool:
    """Say whether the text only says that a list of names was cut: `et al.`, `and others`, `等`."""
    return _AND_OTHERS.fullmatch(text.strip(" .,;，；")) is not None


def _without_others(text: str) -> str:
    """Cut what says that a list of names was cut: `Alder, J., et al.`, `王小明 等`."""
    for end in _OTHERS_AT_END:
        before = text[: -len(end)]
        if text.lower().endswith(end) and (end == "等" or before.endswith((" ", ","))):
            return before.rstrip(" ,，、;；") or text
    return text


def is_body(text: str) -> bool:
    """Say whether a word of the text names a body: a university, a society, a group."""
    return bool(names_body(text) or BODY.search(text))


def is_joined(text: str) -> bool:
    """Say whether `and` or `&` stands in a name: two people, or a body; nobody can tell which."""
    return bool(_JOINED.search(text))


def parse_name(text: str, *, cited: bool = False) -> Name | None:
    """Take one name apart; None when the text stands for nobody.

    `cited` means the order of cited-reference strings, family first without a comma (`GUM PJ`).
    A name that cannot be divided with certainty comes back as `literal`.
    """
    text = tidy(text)
    return _parse_short(text, cited) if len(text) <= SHORT else _parse(text, cited)


def _parse(text: str, cited: bool) -> Name | None:  # noqa: FBT001 (positional for the cache)
    if usual := usual_name(text):
        return usual
    text = _without_others(text)
    if is_nobody(text):
        return None
    if not text.isascii() and _ANY_HAN.search(text):
        return _han_name(text)
    text = fold_letters(text).strip(" ;,")
    printed = text
    text = _LIFE_AT_END.sub("", text) if text[-1:] in _ENDS_OF_LIFE else text
    if not text.strip("* "):
        return None
    if text.startswith("*"):  # Web of Science's older mark of a body: `*AM PSYCH ASS`
        name = Name(literal=text.lstrip("* "))
    elif "," in text:
        name = _with_comma(text)
    elif BODY.search(text) or (not cited and is_joined(text)):
        name = Name(literal=text)
    else:
        # nothing but signs such as `，` is no name
        name = _without_comma(text, cited=cited) if text.strip() else Name(literal=text)
    return name if _as_printed(name) == printed else _with_original(name, printed)


_parse_short = lru_cache(maxsize=8192)(_parse)  # the same people write many papers


def _as_printed(name: Name) -> str:
    return name.sort_text if name.literal or "," in name.sort_text else name.family


def _with_original(name: Name, text: str) -> Name:
    return msgspec.structs.replace(name, original=text)


def _han_name(text: str) -> Name:
    found = divide(text)
    if isinstance(found, str):
        return Name(literal=found)
    return Name(family=found[0], given=found[1])


def _with_comma(text: str) -> Name:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 1:
        # RIS and EndNote end the name of a body in a comma: `World Health Organization,`.
        return _body_or_family(parts[0])
    suffix = ""
    if len(parts) == _PARTS_WITH_SUFFIX:
        for place in (2, 1):
            if _SUFFIX.fullmatch(parts[place]):
                suffix = parts.pop(place)
                break
    if len(parts) > 2 or _is_body(parts[0], parts[1]):  # noqa: PLR2004 - family and given
        return Name(literal=text)
    family, given = parts
    if not suffix and _SUFFIX.fullmatch(given) and not given.isupper():
        # `Smith, Jr`; in `YEWDALE, JR` the capitals are initials.
        given, suffix = "", given
    particle, family = _leading_particle(family)
    *first, last = family.split()
    if not suffix and first and _SUFFIX.fullmatch(last):  # `Smith Jr., John`
        family, suffix = " ".join(first), last
    words = given.split()
    if not suffix and len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    dropping: list[str] = []
    while len(words) > 1 and words[-1] in _PARTICLES:
        dropping.insert(0, words.pop())
    return Name(
        family=family,
        given=spell_initials(" ".join(words)),
        particle=particle,
        dropping_particle=" ".join(dropping),
        suffix=suffix,
    )


def _is_body(family: str, given: str) -> bool:
    if _are_initials(given):
        return False
    return len(given.split()) > MAX_GIVEN_WORDS or bool(
        BODY.search(given) or (BODY.search(family) and len(family.split()) > 1)
    )


def _body_or_family(text: str) -> Name:
    return Name(literal=text) if " " in text else Name(family=text)


def _leading_particle(family: str) -> tuple[str, str]:
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count] in _PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _without_comma(text: str, *, cited: bool) -> Name:
    words = text.split()
    suffix = ""
    # `GUMLEY JR` and `von Tansy JR` have initials, `DAVIS SM JR` and `Davis Jr` a suffix.
    before = [word for word in words[:-1] if word not in _PARTICLES]
    if _SUFFIX.fullmatch(words[-1]) and len(before) > (1 if words[-1].isupper() else 0):
        suffix = words.pop()
    if len(words) == 1:
        return _glued_initials(words[0], suffix)
    if len(words) == _TWO_WORDS and not suffix and not cited:
        first, last = words
        if is_family_first(first, last):
            return Name(family=first, given=last)
        if is_family_last(first, last):
            return Name(family=last, given=first)
    if cited or _ends_in_initials(words):
        return _family_first(words, suffix)
    capitals = [word for word in words if _is_capital_family(word)]
    if len(capitals) == 1 and words.index(capitals[0]) in (0, len(words) - 1):
        given = " ".join(word for word in words if word is not capitals[0])
        if any(char.islower() for char in given):
            # `WANG Ya-jun` and `Wenjie JIANG`: Chinese journals mark the family by its capitals.
            return Name(family=capitals[0], given=spell_initials(given), suffix=suffix)
    place = len(words) - 1
    while place > 1 and words[place - 1] in _PARTICLES:
        place -= 1
    particle, family = _leading_particle(" ".join(words[place:]))
    given = spell_initials(" ".join(words[:place]))
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def _glued_initials(word: str, suffix: str) -> Name:
    """Read `IVY.VM`, where a dot stands for the blank, and names of one word."""
    match = re.fullmatch(r"([^\W\d_]{2,})\.((?:[A-Z]\.?){1,4})", word)
    if match:
        return Name(family=match[1], given=spell_initials(match[2]), suffix=suffix)
    return Name(family=word, suffix=suffix)


def _is_capital_family(word: str) -> bool:
    return (
        word.isupper()
        and "." not in word
        and (len(word) >= _SHORTEST_SURE_FAMILY or word in ROMANIZED_SURNAMES)
    )


def _ends_in_initials(words: list[str]) -> bool:
    """Say whether the last words are initials after a family that is none: `van Alder Q Z`."""
    first, last = words[0], words[-1]
    # `GUM PJ`: of two short words in capitals the longer one is the family, if it has a vowel.
    longer = len(last) < len(first) >= _SHORTEST_SURE_FAMILY and bool(_VOWEL.search(first))
    return _are_initials(last) and (not _are_initials(first) or (longer and first.isalpha()))


def _family_first(words: list[str], suffix: str) -> Name:
    if words[-1] in _BODY_ENDS or not _are_initials(words[-1]):
        whole = " ".join([*words, suffix]).strip()
        return Name(literal=whole)
    place = len(words) - 1
    while place > 1 and _are_initials(words[place - 1]) and len(words[place - 1].strip(".")) == 1:
        place -= 1
    particle, family = _leading_particle(" ".join(words[:place]))
    given = spell_initials(" ".join(words[place:]))
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def _are_initials(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    if not letters.isalpha() or not letters.isupper():
        return False
    if "." in word or "-" in word:
        return bool(_INITIALS.fullmatch(word))
    return len(letters) <= _RUN_TOGETHER or (
        len(letters) <= _RUN_IF_NO_VOWEL and not _VOWEL.search(letters)
    )


def spell_initials(given: str) -> str:
    """Write initials with their full stops: `JK` → `J. K.`, `J-R` → `J.-R.`, `Lisa B` → `Lisa B.`.

    A blank parts what stops run together: `Yu.P.` → `Yu. P.`.

    Up to three capitals are initials, up to five when there is no vowel among them; whatever
    else is a name and stays.
    """
    given = given.replace(". -", ".-")  # IEEE Xplore: `J. -P.`
    words = [part for word in given.split() for part in _parted(word)]
    return " ".join(_spell_word(word) if _are_initials(word) else word for word in words)


def _parted(word: str) -> list[str]:
    whole = "." not in word or _are_initials(word)
    return [word] if whole else re.sub(r"\.(?=[^\W\d_])", ". ", word).split()


def _spell_word(word: str) -> str:
    letters = [part for part in re.split(r"([^\W\d_]\W?)", word.replace(".", "")) if part]
    spelled = " ".join(f"{part.rstrip('-')}.{'-' if '-' in part else ''}" for part in letters)
    return spelled.replace("- ", "-")
