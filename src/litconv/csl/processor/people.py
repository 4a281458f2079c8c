"""Names of an item, made ready: dirty input tidied, particles and suffixes found, script known.

Cures of citeproc-py: an empty given name prints `Aristotle, .`; suffixes inside the given name and
particles inside the family name are not seen; 16 name variables of CSL 1.0.2 crash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from litconv.csl.processor.richtext import clean, parse_quotes

ROMANESQUE = re.compile(
    "[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff"
    "\u1e00-\u1fff]"
)
_STARTS_ROMANESQUE = re.compile(
    "^[&a-zA-Z\u0e01-\u0e5b\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff"
    "\u1e00-\u1fff]"
)
_PARTICLES = re.compile(
    r"^((?:(?:[a-zà-öø-ÿ]{1,4}['’](?=[A-ZÀ-Þ])|[a-zà-öø-ÿ.]+ |al-|el-|ʿ))+)(?=\S*\w)"
)
_DROPPING = re.compile(r"^(.*?\S) ((?:[a-zà-öø-ÿ]+['’]?(?: |$))+)$")
_JOINED_INITIALS = re.compile(r"\b([^\W\d_]\.?)-(?=[^\W\d_]\b)")
_LONGEST_NAME = 200  # nobody looks for particles in a paragraph
_OTHERS = re.compile(r"^et al\.?$", re.IGNORECASE)
_INITIAL = re.compile(r"^([^\W\d_])(.*)$", re.DOTALL)


class Person(NamedTuple):
    """One name. `body` names have no parts; `han` ones are printed family first, unspaced."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    body: bool = False
    han: bool = False


def people(value: object) -> tuple[Person, ...]:
    """Give the names of a CSL-JSON name variable; what has no letters is left out."""
    if isinstance(value, str):
        value = [{"literal": value}]
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, Iterable):
        return ()
    found = (_person(one) for one in value)
    return tuple(one for one in found if one.family or one.given)


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if value is None or isinstance(value, (dict, list, bool)):
        return ""
    return parse_quotes(" ".join(clean(str(value)).split())) if value else ""


def _person(data: object) -> Person:
    if isinstance(data, str):
        data = {"literal": data}
    if not isinstance(data, Mapping):
        return Person()
    literal = _text(data, "literal")
    family, given = _text(data, "family"), _text(data, "given")
    if _OTHERS.match(literal or family) and not given:
        return Person()
    if (literal and not family) or data.get("isInstitution"):
        return Person(family=family or literal, body=True)
    if not family and given:
        family, given = given, ""
    suffix, comma = _text(data, "suffix"), bool(data.get("comma-suffix"))
    if not suffix and "," in given:  # `Martin, Jr.`; `!` asks for a comma before the suffix
        given, _, tail = given.partition(",")
        given, suffix, comma = given.strip(), tail.lstrip("!").strip(), tail.startswith("!")
    return _with_particles(data, Person(family, given, suffix=suffix, comma_suffix=comma))


def _with_particles(data: Mapping[str, Any], person: Person) -> Person:
    """Find the particles inside the family and given name, and the script of the name."""
    family, given = person.family, person.given
    dropping, particle = _text(data, "dropping-particle"), _text(data, "non-dropping-particle")
    if family[:1] == "“" or (len(family) > 1 and family[0] == family[-1] == '"'):
        family = family[1:-1]
    else:
        short = len(family) + len(given) <= _LONGEST_NAME
        if short and not particle and (match := _PARTICLES.match(family)):
            particle, family = match[1].strip(), family[match.end() :]
            if match[1][-1:] in "-'’ʿ":
                particle = match[1]
        if short and not dropping and (match := _DROPPING.match(given)):
            given, dropping = match[1], match[2].strip()
    latin = ROMANESQUE.search(family) or _STARTS_ROMANESQUE.match(given)
    return person._replace(
        family=family, given=given, dropping=dropping, particle=particle, han=not latin
    )


@lru_cache(maxsize=8192)
def initialize(given: str, mark: str, *, hyphen: bool, names: bool = True) -> str:
    """Give the initials of given names: `Jean-Paul` → `J.-P.` with the mark `. `.

    With `names` False only names that are initials already are put in order (CSL's
    `initialize="false"`).
    """
    if not given or not _STARTS_ROMANESQUE.match(given):
        return given
    if not hyphen:
        given = given.replace("-", " ")
    elif not names:  # initials lose their hyphens then, as the reference processor has it
        given = _JOINED_INITIALS.sub(r"\1 ", given)
    else:  # `Jean-philippe` counts as one name
        given = re.sub(r"-(?=[a-zà-öø-ÿ])", "–", given)
    given = re.sub(r"\s*-\s*", "-", given.replace(".", ". ").replace(". -", ".-"))
    out: list[str] = []
    for match in re.finditer(r"([\s-]*)([^\s-]+)", given):
        joint, word = match[1], match[2]
        _initial(word, "-" if "-" in joint else "", mark, out, names=names)
    return re.sub(r"\s+", " ", "".join(out)).strip()


def _initial(word: str, joint: str, mark: str, out: list[str], *, names: bool) -> None:
    if joint and out:
        out[-1] = out[-1].rstrip()
    core = word.rstrip(".")
    match = _INITIAL.match(core.lstrip("'’ʼ\"“”"))
    if match is None:
        space = "" if joint or not out or out[-1].endswith(" ") else " "
        out.append(f"{joint}{space}{word} ")
        return
    first, rest = match[1], match[2]
    if not first.isupper() and first != first.title() and not joint:
        space = "" if not out or out[-1].endswith(" ") else " "
        out.append(f"{space}{word} ")
        return
    if not names and not (rest == "" or (word.endswith(".") and len(core) == 1)):
        space = "" if joint or not out or out[-1].endswith(" ") else " "
        out.append(f"{joint}{space}{word} ")
        return
    out.append(f"{joint}{_letters(first, rest)}{mark}")


def _letters(first: str, rest: str) -> str:
    """Give the initial; capitals that spell one sound together stay so: `IJsbrand` → `Ij`."""
    capitals = len(rest) - len(rest.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if 0 < capitals < len(rest) and rest[capitals].islower():
        return first + rest[:capitals].lower()
    return first.upper()
