r"""Lists of names of BibTeX and biblatex, taken apart; `text.bibtex.format_names` is the way back.

`Family, Given` · `von Family, Jr, Given` · `Given von Family` · `{Body}` · biblatex's
`family=…, given=…` · Chinese `{李明}`, `李, 明`. Names are joined by `and`.

BibTeX's rules: words in small letters before the family name are its particle; what is braced is
one word. Three things are read as people mean them, not as BibTeX does: in `García y Vega, Juan`
only particles at the start are split off; an unbraced `World Health Organization` is a body; and
lists that were not joined by `and` are divided all the same: at semicolons, or where commas can
only stand between names. The last is reported, for it is a guess.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from litconv.model import Name
from litconv.text.bibtex.split_names import EXTENDED, divide_names, split_outside_braces
from litconv.text.latex.decode import latex_to_text
from litconv.text.latex.urls import needs_decoding
from litconv.text.names import is_body, is_nobody, marks_others, parse_name, spell_initials
from litconv.text.script import has_han
from litconv.text.usual_names import usual_name
from litconv.text.width import tidy


class People(msgspec.Struct, gc=False):
    """The names of one value.

    `others` says that the list is cut, `guessed` that it was not divided as BibTeX demands;
    `failed` are the texts that no name could be made of.
    """

    names: list[Name]
    others: bool = False
    guessed: bool = False
    failed: tuple[str, ...] = ()


class _Word(msgspec.Struct, gc=False):
    text: str
    small: bool


_SUFFIX: Final = re.compile(r"(?:jr|sr|jnr|snr|2nd|3rd|ii|iii|iv)\.?", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.-?)+")
_JOINERS: Final = frozenset(("y", "e", "i"))
_ET_AL: Final = re.compile(r"(?<![\s,])[\s,]+et\.?\s+al\.?$", re.IGNORECASE)
_ENDS_OF_CUT_LISTS: Final = ("others", "Others", "OTHERS", "al", "al.", "等", "等.", "AL", "AL.")
_PARTS: Final = 2
_COMMA: Final = re.compile(r"\s*,\s*")
_NUMBER: Final = re.compile(r"\s0\d{3}$")  # DBLP tells namesakes by it: `Jan Alder 0001`
_BRACE: Final = re.compile(r"[{}]")


def parse_people(value: str) -> People:
    """Divide a list of names and take each apart; never raises."""
    names: list[Name] = []
    for part in value.split(" and "):
        usual = usual_name(part) or (part[:1].islower() and _with_particle(part))
        if not usual:
            break
        names.append(usual)
    else:  # nothing of what follows would change them
        return People(names)
    return _parse_odd_people(value)


_PARTICLE: Final = re.compile(r"((?:[a-z]+ )*[a-z]+) (?=[A-Z])")


def _with_particle(text: str) -> Name | None:
    """Give a name that is usual but for its particle, `von der Alder, Ann`; None otherwise."""
    particle = _PARTICLE.match(text)
    if particle is None or (rest := usual_name(text[particle.end() :])) is None:
        return None
    return Name(family=rest.family, given=rest.given, particle=particle[1])


def _parse_odd_people(value: str) -> People:
    parts, guessed = divide_names(value)
    names: list[Name] = []
    failed: list[str] = []
    others = False
    for part in parts:
        if usual := usual_name(part):  # nothing of what follows would change it
            names.append(usual)
            continue
        text = part.strip()
        if text.endswith(_ENDS_OF_CUT_LISTS):
            if _ET_AL.search(text):
                others, text = True, _ET_AL.sub("", text)
            if marks_others(text):
                others = True
                continue
        name = parse_bibtex_name(text)
        if name is not None:
            names.append(name)
        elif text.strip(" ,{}~") and not is_nobody(text.strip("{} ")):
            failed.append(text)
    return People(names, others, guessed, tuple(failed))


@lru_cache(maxsize=20_000)
def parse_bibtex_name(text: str) -> Name | None:
    """Take one name apart; None where there is none."""
    text = text.strip()
    if text[-4:].isdecimal():
        text = _NUMBER.sub("", text)
    if not needs_decoding(text):
        text = text if text.isascii() and "\n" not in text else tidy(text)
        return _plain(text) if text else None
    if _is_one_group(text):
        return _whole(tidy(latex_to_text(text)))
    return _with_braces(text)


def _plain(text: str) -> Name | None:
    if not text.isascii() and has_han(text):
        return _chinese(text)
    if "=" in text and EXTENDED.match(text):
        return _extended(text)
    parts = text.split(",")
    words = [[_Word(word, word[0].islower()) for word in part.split()] for part in parts]
    if len(parts) == 1:
        return Name(literal=text) if is_body(text) and " " in text else _by_words(words[0])
    return _by_parts(words)


def _chinese(text: str) -> Name | None:
    family, comma, given = (part.strip() for part in text.replace("，", ",").partition(","))
    if comma and family and given:
        return Name(family=family, given=given)
    return parse_name(text)


def _whole(text: str) -> Name | None:
    """Read a name that is braced as a whole: a body, or a Chinese name."""
    if not text:
        return None
    if not text.isascii() and has_han(text):
        name = parse_name(text)
        return name if name and name.given else Name(literal=text)
    return Name(literal=text)


def _is_one_group(text: str) -> bool:
    r"""Say whether one pair of braces holds all of it, and is no accent such as `{\'E}`."""
    if not (text.startswith("{") and text.endswith("}")) or text[1:2] == "\\":
        return False
    depth = 0
    for match in _BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end() == len(text)
    return True


def _extended(text: str) -> Name | None:
    """Read biblatex's `family=Alder, given=Ann, prefix=von, useprefix=false`."""
    found: dict[str, str] = {}
    for part in split_outside_braces(text, _COMMA):
        match = EXTENDED.match(part)
        if match is None:
            return Name(literal=tidy(latex_to_text(text)))
        value = tidy(latex_to_text(part[match.end() :])).strip('"')
        found[match[1].lower()] = value
    if not (found.get("family") or found.get("given")):
        return None
    particle = found.get("prefix", "")
    dropping = found.get("useprefix", "").lower() == "false"
    return Name(
        family=found.get("family", ""),
        given=found.get("given", ""),
        particle="" if dropping else particle,
        dropping_particle=particle if dropping else "",
        suffix=found.get("suffix", ""),
    )


def _with_braces(text: str) -> Name | None:
    if "=" in text and EXTENDED.match(text):
        return _extended(text)
    parts = split_outside_braces(text, _COMMA)
    words = [_words(part) for part in parts]
    if len(parts) == 1:
        plain = tidy(latex_to_text(text))
        if "{" not in text and is_body(plain) and " " in plain:
            return Name(literal=plain)
        return _by_words(words[0])
    return _by_parts(words)


# The blank behind an accent's command belongs to it: `Dezs\H o`.
_BLANK: Final = re.compile(r"(?<!\\[Hbcdkrtuv])(?:\s|(?<!\\)~)+")


def _words(part: str) -> list[_Word]:
    found = []
    for word in split_outside_braces(part.strip(), _BLANK):
        decoded = tidy(latex_to_text(word))
        if decoded:
            braced = word.startswith("{") and word[1:2] != "\\"
            found.append(_Word(decoded, not braced and _is_small(decoded)))
    return found


def _is_small(word: str) -> bool:
    first = next((char for char in word if char.isalpha()), "")
    return first.islower()


def _join(words: list[_Word]) -> str:
    return " ".join(word.text for word in words)


def _by_parts(parts: list[list[_Word]]) -> Name | None:
    """Read `von Family, Given` and `von Family, Jr, Given`."""
    family, *rest = [words for words in parts if words] or [[]]
    if not family:
        return None
    suffix: list[_Word] = []
    given: list[_Word] = []
    if len(rest) == 1:
        given = rest[0]
        if len(given) == 1 and _SUFFIX.fullmatch(given[0].text) and not given[0].text.isupper():
            suffix, given = given, []
    elif rest:
        suffix, given = rest[0], rest[1]
        if len(given) == 1 and _SUFFIX.fullmatch(given[0].text):
            suffix, given = given, suffix
        elif len(rest) > _PARTS:  # too many commas for BibTeX
            return Name(literal=", ".join(_join(words) for words in parts if words))
    count = 0
    while count < len(family) - 1 and family[count].small:
        count += 1
    return Name(
        family=_join(family[count:]),
        given=spell_initials(_join(given)),
        particle=_join(family[:count]),
        suffix=_join(suffix),
    )


def _by_words(words: list[_Word]) -> Name | None:
    """Read `Given von Family`, and `Family` alone."""
    if not words:
        return None
    if _INITIALS.fullmatch(words[-1].text) and not _INITIALS.fullmatch(words[0].text):
        return _by_parts([words[:-1], words[-1:]])  # Scopus: `Alder A.B.`
    suffix = ""
    if len(words) > _PARTS and _SUFFIX.fullmatch(words[-1].text) and not words[-1].text.isupper():
        suffix = words.pop().text
    last = len(words) - 1
    first_small = next((place for place in range(last) if words[place].small), last)
    begin = last
    while begin > first_small and not words[begin - 1].small:
        begin -= 1
    if first_small == last:
        begin = last
    given, particle, family = words[:first_small], words[first_small:begin], words[begin:]
    if len(particle) == 1 and particle[0].text in _JOINERS and len(given) > 1:
        family = [given[-1], *particle, *family]  # Santiago Ramón y Cajal
        given, particle = given[:-1], []
    return Name(
        family=_join(family),
        given=spell_initials(_join(given)),
        particle=_join(particle),
        suffix=suffix,
    )
