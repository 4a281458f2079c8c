"""Which capitals of a title must survive a style that puts titles in lower case.

BibTeX's styles lower every letter of an article's title but the first, and the one after a colon
and a blank, unless it stands in braces. Bracing everything would be safe and useless: no style
could do its work any more. What is braced:

* always: words with a capital after their first letter or beside a digit (`DNA`, `mRNA`,
  `McDonald`, `H2O`), and single capitals other than `A` (`vitamin D`);
* in a title in sentence case: every word with a capital that is not the title's first word or
  the first after a colon: such a capital marks a proper noun (`in New York`) or a new sentence;
* the first word itself where a quotation mark hides it from BibTeX.

**Is a title in sentence case?** A title counts as being in Title Case throughout when at most one
in seven of its content words after the first begins with a small letter; function words, acronyms
and single letters do not count. Its capitals mean nothing and are left to the style. A title that
is all capitals is left alone too, unless it has no more than two words. German titles, with
capitals for all nouns and small letters for verbs and adjectives, count as sentence case, and keep
their nouns.
A short title whose only content words are names (`Depression in New York`) cannot be told from
Title Case and stays without braces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

FUNCTION_WORDS = frozenset(
    "a about above across after against along amid among an and around as at before behind below "
    "beneath beside between beyond but by despite down during for from if in inside into like "
    "near nor of off on onto or out outside over past per since so than that the their through "
    "throughout till to toward towards under underneath until up upon versus via vs when while "
    "with within without yet".split()
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=[^\W\d_]))*")
# A first word that asks for no braces.
_PLAIN_OPENING = re.compile(r"(?:A|[A-Z]?[a-z]+)(?![\w'’])")
_LARGE_FROM_LATIN = 0x250
_TITLE_CASE_SHARE = 7
_FEW_WORDS = 2


def protected_spans(title: str) -> list[tuple[int, int]]:
    """Give start and end of each stretch of a plain title that belongs in braces.

    Words that stand next to each other with one blank between them share a stretch.
    """
    rest = title[1:]
    if rest == rest.lower() and _PLAIN_OPENING.match(title):  # no other capital
        return []
    words = [(match.start(), match[0]) for match in _WORD.finditer(title)]
    texts = [text for _, text in words]
    if _all_capitals(texts):
        return []
    title_case = _is_title_case(texts)
    spans: list[tuple[int, int]] = []
    for start, text in words:
        capital, special, _ = _looks(text)
        if not capital:
            continue
        first = start == words[0][0]
        if not special and not _ordinary_survives(title, start, first=first, title_case=title_case):
            continue
        if spans and title[spans[-1][1] : start] == " ":
            spans[-1] = (spans[-1][0], start + len(text))
        else:
            spans.append((start, start + len(text)))
    return spans


class _Looks(NamedTuple):
    """What the letters of a word say.

    `special` is an acronym, a formula, a name with an inner capital. `content` is -1 for an
    ordinary word in small letters, 1 for one with a capital, 0 for what does not count.
    """

    capital: bool
    special: bool
    content: int


@lru_cache(maxsize=8192)
def _looks(word: str) -> _Looks:
    """Look at a run of letters and digits; hyphens end a word, apostrophes do not."""
    capitals = [
        place
        for place, letter in enumerate(word)
        if letter.isupper() and ord(letter) < _LARGE_FROM_LATIN
    ]
    special = bool(capitals) and (
        capitals[-1] > 0
        or any(letter.isdigit() for letter in word)
        or (len(word) == 1 and word != "A")
    )
    counts = (
        not special and word.lower() not in FUNCTION_WORDS and word[0].isalpha() and len(word) > 1
    )
    return _Looks(bool(capitals), special, (-1 if word[0].islower() else 1) if counts else 0)


def _all_capitals(words: list[str]) -> bool:
    return len(words) > _FEW_WORDS and "".join(words).isupper()


def _is_title_case(words: list[str]) -> bool:
    """Whether ordinary words are capitalised throughout; see the module's text for the rule."""
    content = [_looks(word).content for word in words[1:]]
    small = content.count(-1)
    return small * _TITLE_CASE_SHARE <= small + content.count(1)


def _ordinary_survives(title: str, start: int, *, first: bool, title_case: bool) -> bool:
    if first:
        return bool(title[:start].strip())
    return not title_case and not title.endswith(": ", 0, start)
