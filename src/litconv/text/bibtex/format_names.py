r"""Names as BibTeX reads them: `Family, Given`, `von Family, Jr., Given`, `{Body}`.

BibTeX takes a name apart by its commas, its blanks and the case of its words; whatever it would
take apart wrongly is braced: bodies, commas and `and` inside a part, a small word inside a family
name (`{García y Vega}`).

A Chinese, Japanese or Korean name in its own script is one braced name, family first: `{李明}`.
In two parts it would be printed given name first, and BibTeX's abbreviating styles (apalike) cut
letters beyond ASCII in half; braces keep it whole everywhere. For the same reason `safe_initials`
writes the first letter of a given name with its accent as TeX: `{\'E}lodie`. What has no cure:
the labels of the style alpha, made of the first bytes of family names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from litconv.model import Name
from litconv.text.latex.encode import tex_form
from litconv.text.oneline import one_line
from litconv.text.patterns import late
from litconv.text.remembered import Remembered

# Han, Hiragana, Katakana (with ー and 々), Hangul.
CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CJK_TEXT = late(rf"[{CJK} ]*[{CJK}][{CJK} ]*|[{CJK}][{CJK}\U00020000-\U0003ffff ]*")
_SPLITS = re.compile(r",|(?:^|\s)and(?:\s|$)|(?:^|\s)others(?:\s|$)", re.IGNORECASE)
_INITIAL = re.compile(r"(?<![^\s-])[^\W\d_]")
# What most given names are: ASCII words with a capital each.
_WORD = r"(?!(?i:and|others)\b)[A-Z][A-Za-z0-9'.-]*"
_PLAIN_GIVEN = re.compile(rf"{_WORD}(?: {_WORD})*")
_CONJUNCTIONS = frozenset(("and", "others"))
_LONGEST_CONJUNCTION = len("others")

Escape = Callable[[str], str]


def names_to_bibtex(names: Iterable[Name], escape: Escape, *, safe_initials: bool) -> str:
    """Give names joined by `and`, without those that have no part."""
    texts: list[str] = []
    for name in names:
        family, given = name.family, name.given
        if (
            family.isascii()
            and family.isalpha()
            and _PLAIN_GIVENS[given]
            and not (name.literal or name.suffix or name.particle or name.dropping_particle)
            and (len(family) > _LONGEST_CONJUNCTION or family.lower() not in _CONJUNCTIONS)
        ):
            texts.append(f"{family}, {given}")  # nearly every one
        elif text := _name_to_bibtex(name, escape, safe_initials):
            texts.append(text)
    return " and ".join(texts)


def name_to_bibtex(name: Name, escape: Escape, *, safe_initials: bool) -> str:
    """Give one name as it stands between two `and`s; "" for a name without any part."""
    return names_to_bibtex((name,), escape, safe_initials=safe_initials)


_PLAIN_GIVENS: Final = Remembered[str, bool](
    lambda given: _PLAIN_GIVEN.fullmatch(given) is not None
)


@lru_cache(maxsize=4096)
def _name_to_bibtex(name: Name, escape: Escape, safe_initials: bool) -> str:  # noqa: FBT001 - cached
    given = unicodedata.normalize("NFC", one_line(name.given))
    suffix = one_line(name.suffix)
    if one_line(name.literal) or not one_line(name.family):
        return _whole(name, escape)
    if _is_cjk(f"{name.family}{given}") and not (suffix or _particles(name)):
        return f"{{{escape(f'{one_line(name.family)}{given}')}}}"
    family = _family(name, escape)
    if not given:
        plain = not suffix and " " not in one_line(name.family)
        text = f"{family} {escape(suffix)}".strip(" ")
        return text if plain else f"{{{text}}}"
    parts = [family, _part(suffix, escape), _given(given, escape, safe_initials=safe_initials)]
    return ", ".join(part for part in parts if part)


def _whole(name: Name, escape: Escape) -> str:
    parts = f"{name.given} {_particles(name)} {name.suffix}"
    text = escape(one_line(name.literal) or one_line(parts))
    single = not name.literal and re.fullmatch(r"\w+", text)
    return text if single or not text else f"{{{text}}}"


def _family(name: Name, escape: Escape) -> str:
    particles, family = _particles(name), one_line(name.family)
    words = family.split(" ")
    inner_small = any(word[:1].islower() for word in words[1:]) and not words[0][:1].islower()
    text = f"{{{escape(family)}}}" if inner_small else _part(family, escape)
    if not particles:
        return text
    joint = "" if particles.endswith(("'", "’", "-")) else " "
    return f"{_part(particles, escape)}{joint}{text}"


def _particles(name: Name) -> str:
    return one_line(f"{name.dropping_particle} {name.particle}")


def _part(text: str, escape: Escape) -> str:
    escaped = escape(text)
    return f"{{{escaped}}}" if _SPLITS.search(text) else escaped


def _given(given: str, escape: Escape, *, safe_initials: bool) -> str:
    if _SPLITS.search(given):
        return f"{{{escape(given)}}}"
    if not safe_initials or given.isascii():
        return escape(given)
    pieces, done = [], 0
    for match in _INITIAL.finditer(given):
        latin = unicodedata.name(match[0], "").startswith("LATIN")
        form = tex_form(match[0]) if latin and not match[0].isascii() else ""
        if form.startswith("{"):
            pieces += [_keep_blanks(given[done : match.start()], escape), form]
            done = match.end()
    return "".join([*pieces, _keep_blanks(given[done:], escape)])


def _keep_blanks(text: str, escape: Escape) -> str:
    lead = " " if text.startswith(" ") else ""
    return f"{lead}{escape(text)}{' ' if text.strip(' ') and text.endswith(' ') else ''}"


def _is_cjk(text: str) -> bool:
    return bool(_CJK_TEXT.fullmatch(one_line(text)))
