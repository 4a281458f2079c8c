"""What citation keys are made of: names, years and title words, as lists of words.

A value is a tuple of words with punctuation taken out and Latin accents folded, so that keys can
be typed anywhere: `O'Brien` → `OBrien`, `Moreno-Küstner` → `MorenoKustner`.
"""

from __future__ import annotations

import re

from litconv.model import Name, Record, Role
from litconv.text.ascii import HAN, fold_latin, to_ascii
from litconv.text.bibtex_title import plain_title

Words = tuple[str, ...]

NO_YEAR = "nd"
_HAN_TITLE = 4
# Words that a key would not be told apart by. "on" and the like are too short to be searched for.
SKIPPED = frozenset(
    "a an the and or nor but of on in at by for from to with without into onto over under about "
    "among amongst between through during after before against within upon its their "
    "as is are was were be been do does did can how what when where which who why der die das ein "
    "eine und le la les un une des du de et el los las una y il lo gli i e o os".split()
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’‘‐‑-](?=[^\W_]))*")
_INNER = re.compile(r"[^\w]|_")


def words_of(text: str, *, surname: bool = False, ascii_only: bool = False) -> Words:
    """Give the words of a text, bare of punctuation; in ASCII if asked for."""
    found = _WORD.findall(text)
    spelled = (to_ascii(word, surname=surname) if ascii_only else word for word in found)
    bare = (_INNER.sub("", fold_latin(word)) for word in spelled)
    return tuple(word for word in bare if word)


def author_words(record: Record, *, ascii_only: bool) -> list[Words]:
    """Give the words of each author's family name; of the editors where there is no author.

    Where there is neither, whoever else is named stands for them.
    """
    names = record.authors or record.names(Role.EDITOR)
    if not names:
        names = tuple(person.name for person in record.contributors)
    found = (family_words(name, ascii_only=ascii_only) for name in names)
    return [words for words in found if words]


def family_words(name: Name, *, ascii_only: bool) -> Words:
    """Give the family name with its particle as one word; of a body its first weighty word."""
    if name.literal or not name.family:
        text = name.literal or name.given
        words = words_of(text, surname=True, ascii_only=ascii_only)
        return next(((word,) for word in words if word.lower() not in SKIPPED), words[:1])
    text = f"{name.dropping_particle} {name.particle} {name.family}"
    return ("".join(words_of(text, surname=True, ascii_only=ascii_only)),)


def title_words(record: Record, *, ascii_only: bool) -> Words:
    """Give the title's words without function words and bare numbers, unless nothing is left.

    Chinese and Japanese titles have no words: they end where such a stretch begins.
    """
    found: list[str] = []
    for word in _WORD.findall(plain_title(record.title)):
        if HAN.search(word):
            break
        found += words_of(word, ascii_only=ascii_only)
    weighty = [word for word in found if word.lower() not in SKIPPED and not word.isdecimal()]
    return tuple(weighty or found)


def title_start(record: Record, *, ascii_only: bool) -> Words:
    """Give what can stand for an author: the first title word, or the first Chinese letters."""
    words = title_words(record, ascii_only=ascii_only)
    if words:
        return words[:1]
    words = words_of(plain_title(record.title)[: _HAN_TITLE * 2], ascii_only=False)[:1]
    return words_of(words[0][:_HAN_TITLE], ascii_only=ascii_only) if words else ()


def year_words(record: Record) -> Words:
    """Give the year, `nd` where there is none; years before the common era end in `bc`."""
    year = record.issued.year if record.issued else None
    if year is None:
        return (NO_YEAR,)
    return (f"{-year}bc" if year < 0 else str(year),)
