"""What citation keys are made of: names, years and title words, as lists of words.

A value is a tuple of words with punctuation taken out and Latin accents folded, so that keys can
be typed anywhere: `O'Brien` → `OBrien`, `Moreno-Küstner` → `MorenoKustner`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litconv.model import Name, Record, Role
from litconv.text.ascii import HAN, fold_latin, to_ascii
from litconv.text.bibtex.titles import plain_title

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
    if text.isalnum() and text.isascii():  # one word that needs nothing done to it
        return (text,)
    found = _WORD.findall(text)
    spelled = (to_ascii(word, surname=surname) if ascii_only else word for word in found)
    bare = (_INNER.sub("", fold_latin(word)) for word in spelled)
    return tuple(word for word in bare if word)


def author_words(record: Record, *, ascii_only: bool) -> list[Words]:
    """Give the words of each author's family name; of the editors where there is no author.

    Where there is neither, whoever else is named stands for them.
    """
    return list(_author_words(record, ascii_only=ascii_only))


def first_author_words(record: Record, *, ascii_only: bool) -> Words:
    """Give the first of `author_words`, or nothing."""
    return next(_author_words(record, ascii_only=ascii_only), ())


def _author_words(record: Record, *, ascii_only: bool) -> Iterator[Words]:
    names = record.authors or record.names(Role.EDITOR)
    if not names:
        names = tuple(person.name for person in record.contributors)
    for name in names:
        if words := family_words(name, ascii_only=ascii_only):
            yield words


def family_words(name: Name, *, ascii_only: bool) -> Words:
    """Give the family name with its particle as one word; of a body its first weighty word."""
    if name.literal or not name.family:
        text = name.literal or name.given
        words = words_of(text, surname=True, ascii_only=ascii_only)
        return next(((word,) for word in words if word.lower() not in SKIPPED), words[:1])
    text = name.family
    if name.dropping_particle or name.particle:
        text = f"{name.dropping_particle} {name.particle} {text}"
    return ("".join(words_of(text, surname=True, ascii_only=ascii_only)),)


def title_words(record: Record, *, ascii_only: bool) -> Words:
    """Give the title's words without function words and bare numbers, unless nothing is left.

    Chinese and Japanese titles have no words: they end where such a stretch begins.
    """
    found = tuple(_title_words(record, ascii_only=ascii_only))
    return tuple(filter(_is_weighty, found)) or found


def first_title_word(record: Record, *, ascii_only: bool) -> Words:
    """Give the first of `title_words`, or nothing."""
    first: Words = ()
    for word in _title_words(record, ascii_only=ascii_only):
        if _is_weighty(word):
            return (word,)
        first = first or (word,)
    return first


def _title_words(record: Record, *, ascii_only: bool) -> Iterator[str]:
    for match in _WORD.finditer(plain_title(record.title)):
        word = match[0]
        if not word.isascii() and HAN.search(word):
            break
        yield from words_of(word, ascii_only=ascii_only)


def _is_weighty(word: str) -> bool:
    return word.lower() not in SKIPPED and not word.isdecimal()


def title_start(record: Record, *, ascii_only: bool) -> Words:
    """Give what can stand for an author: the first title word, or the first Chinese letters."""
    words = first_title_word(record, ascii_only=ascii_only)
    if words:
        return words
    words = words_of(plain_title(record.title)[: _HAN_TITLE * 2], ascii_only=False)[:1]
    return words_of(words[0][:_HAN_TITLE], ascii_only=ascii_only) if words else ()


def year_words(record: Record) -> Words:
    """Give the year, `nd` where there is none; years before the common era end in `bc`."""
    year = record.issued.year if record.issued else None
    if year is None:
        return (NO_YEAR,)
    return (f"{-year}bc" if year < 0 else str(year),)
