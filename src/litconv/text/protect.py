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

FUNCTION_WORDS = frozenset(
    "a about above across after against along amid among an and around as at before behind below "
    "beneath beside between beyond but by despite down during for from if in inside into like "
    "near nor of off on onto or out outside over past per since so than that the their through "
    "throughout till to toward towards under underneath until up upon versus via vs when while "
    "with within without yet".split()
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=[^\W\d_]))*")
_LARGE_FROM_LATIN = 0x250
_TITLE_CASE_SHARE = 7
_FEW_WORDS = 2


def protected_spans(title: str) -> list[tuple[int, int]]:
    """Give start and end of each stretch of a plain title that belongs in braces.

    Words that stand next to each other with one blank between them share a stretch.
    """
    words = [_Word(match) for match in _WORD.finditer(title)]
    if _all_capitals(words):
        return []
    title_case = _is_title_case(words)
    spans: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not _must_survive(word, title, title_case=title_case, first=place == 0):
            continue
        if spans and title[spans[-1][1] : word.start] == " ":
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans


class _Word:
    """A run of letters and digits with its place; hyphens end a word, apostrophes do not."""

    def __init__(self, match: re.Match[str]) -> None:
        self.text = match[0]
        self.start, self.end = match.span()
        self.capitals = [
            place
            for place, letter in enumerate(self.text)
            if letter.isupper() and ord(letter) < _LARGE_FROM_LATIN
        ]

    @property
    def special(self) -> bool:
        """An acronym, a formula, a name with an inner capital: no ordinary capitalised word."""
        inner = any(place > 0 for place in self.capitals)
        beside_digit = bool(self.capitals) and any(letter.isdigit() for letter in self.text)
        single = len(self.text) == 1 and bool(self.capitals) and self.text != "A"
        return inner or beside_digit or single


def _all_capitals(words: list[_Word]) -> bool:
    letters = "".join(word.text for word in words)
    return len(words) > _FEW_WORDS and letters.isupper()


def _is_title_case(words: list[_Word]) -> bool:
    """Whether ordinary words are capitalised throughout; see the module's text for the rule."""
    content = [
        word
        for word in words[1:]
        if not word.special
        and word.text.lower() not in FUNCTION_WORDS
        and word.text[0].isalpha()
        and len(word.text) > 1
    ]
    small = sum(1 for word in content if word.text[0].islower())
    return small * _TITLE_CASE_SHARE <= len(content)


def _must_survive(word: _Word, title: str, *, title_case: bool, first: bool) -> bool:
    if not word.capitals:
        return False
    if word.special:
        return True
    before = title[: word.start]
    if first:
        return bool(before.strip())
    if title_case:
        return False
    return not before.endswith(": ")
