"""What a title says besides its words: which part it is, and that it is about another work.

Errata, comments, replies and protocols bear the title of the work they are about; parts bear the
title of the whole. Neither is the same work, however alike the titles are.
"""

from __future__ import annotations

import re

_KINDS = {
    "correction": (
        r"\b(?:errat(?:um|a)|corrigend(?:um|a)|corrections?(?= to\b|:| ?\(|\]|$)|addendum"
        r"|publisher'?s? (?:note|correction)|author'?s? correction)\b|更正|勘误|刊误|订正"
    ),
    "retraction": r"\b(?:retract(?:ion|ed)|withdrawn|expression of concern)\b|撤稿|撤回",
    "reply": (
        r"\b(?:repl(?:y|ies)(?= to\b|:|\.|$| by\b| from\b)|authors?'? ?(?:repl(?:y|ies)|response)"
        r"|response to\b|in reply|rebuttal|rejoinder)\b|答复|回复"
    ),
    "comment": (
        r"\b(?:comment(?:ary|s)?(?= on\b|:|\.|$)|letter to the editors?|letters? regarding"
        r"|editorial comment|discussion of|invited commentary)\b|^\W*re(?: ?:|\. )"
        r"|评论|商榷|述评"
    ),
    "protocol": (
        r"\b(?:study protocol|protocol for|trial protocol|protocol of|statistical analysis plan)\b"
        r"|研究方案"
    ),
    "book review": r"\bbook reviews?\b|书评",
    "summary": r"\b(?:plain language summar(?:y|ies)|summar(?:y|ies) for patients)\b",
    "supplement": r"^\W*suppl(?:ement(?:ary|al)?) (?:to|material|data|information)\b",
    "abstract": r"^\W*(?:abstracts?|poster|p\d+|o\d+)\W*[:.]\s|\(abstract\)|\[abstract\]",
}
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _KINDS.items())

_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10", "xi": "11", "xii": "12",
}  # fmt: skip
_HAS_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_HAN_PART = re.compile(
    r"(?:之|第?)[一二三四五六七八九十上中下](?=$|[^\w])|[上中下一二三四五六七八九十]$"
)


_HINTS = frozenset(
    "erratum errata corrigendum corrigenda correction corrections addendum publisher publishers "
    "retraction retracted withdrawn concern reply replies response rebuttal rejoinder comment "
    "comments commentary letter letters editorial discussion re protocol plan book language "
    "summary summaries supplement supplementary supplemental suppl abstract abstracts "
    "poster".split()
)
"""Words without which no pattern fits: looking for a word is much faster than for the patterns."""
_NUMBERED_ABSTRACT = re.compile(r"^\W*[po]\d", re.IGNORECASE)


def kind_of(title: str, words: str) -> str:
    """Name what the title says the work is to another (`correction`, `reply`), or "".

    `words` is the title in the form that compares.
    """
    plain = title.isascii() and _HINTS.isdisjoint(words.split())
    if plain and not _NUMBERED_ABSTRACT.match(title):
        return ""
    return " ".join(name for name, pattern in _PATTERNS if pattern.search(title))


def numbers_in(title: str) -> tuple[str, ...]:
    """Give the numbers in the words of a title, sorted: digits, Roman and Chinese part numbers.

    A lone `i`, `v` or `x` counts too (`Part I`): two titles that differ in it differ.
    """
    found: list[str] = []
    for word in title.split():
        if word in _ROMAN:
            found.append(_ROMAN[word])
        elif _HAS_DIGIT.search(word):
            found += [one.lstrip("0") or "0" for one in _NUMBER.findall(word)]
    if not title.isascii():
        found += _HAN_PART.findall(title)
    return tuple(sorted(found))
