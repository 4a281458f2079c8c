"""`text-case`: citeproc-py lowers words it should leave (`v.`, `mRNA`) and ignores it on labels.

Title case leaves words with inner capitals alone, lowers small words except at the start, at the
end and after `:`, `?`, `!`, and takes hyphenated parts for words. Text marked `nocase`, and any
mark at all, stays untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from litconv.csl.processor.richtext import ALL_MARKS, NO_CASE, SMALL_CAPS, SUB, SUP

SMALL_WORDS = frozenset(
    """a an the and but or nor yet so about above across afore after against al along alongside
    amid amidst among amongst anenst apropos apud around as aside astride at athwart atop barring
    before behind below beneath beside besides between beyond by circa despite d' de down during
    et except for forenenst from given in inside into lest like modulo near next notwithstanding
    of off on onto out over per plus pro qua sans since than through thru throughout thruout till
    to toward towards under underneath until unto up upon versus vs. v. vs v via vis-à-vis with
    within without van von ca ca.""".split()
)

_NO_CASE = re.compile(
    "(" + "|".join(f"{on}[^{off}]*{off}" for on, off in (NO_CASE, SUP, SUB, SMALL_CAPS)) + ")"
)
_KEPT = tuple(pair.on for pair in (NO_CASE, SUP, SUB, SMALL_CAPS))
_NEVER_FIRST = frozenset(("v", "vs"))
_TITLE_WORD = re.compile(rf"[^\s\-–—/.,{ALL_MARKS}]+")
_BREAK = re.compile(r"[:?!]$|\w\w\.$")
_ELIDED = re.compile(r"^[ldjnmtsc]’")
_ENTITY = re.compile(r"&#?\w+;")  # an item may hold HTML; citeproc-js prints it as it is
_LETTER = re.compile(r"[^\W\d_]")


def apply(text: str, case: str, *, english: bool) -> str:
    """Give the text in CSL's `text-case`; `title` changes English text only."""
    if case == "title":
        return title(text) if english else text
    if case == "capitalize-first":
        return capitalize_first(text)
    if case == "sentence":
        return sentence(text)
    if case == "capitalize-all":
        return _outside(text, lambda part: _TITLE_WORD.sub(lambda m: _upper_first(m[0]), part))
    change = str.lower if case == "lowercase" else str.upper if case == "uppercase" else None
    return _outside(text, change) if change else text


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Change the parts that are not marked `nocase`."""
    parts = _NO_CASE.split(text)
    return "".join(part if part.startswith(NO_CASE.on) else change(part) for part in parts)


def _upper_first(word: str) -> str:
    """Raise the first letter, but only where it stands at the start of a word of lower case."""
    match = _LETTER.search(word)
    if match is None or any(char.isdigit() for char in word[: match.start()]):
        return word
    return word[: match.start()] + match[0].upper() + word[match.end() :]


def capitalize_first(text: str) -> str:
    """Raise the first letter of the first word when that word is in lower case."""
    start = 0
    while start < len(text) and not text[start].isalnum():
        if text[start] == NO_CASE.on:
            return text
        start += 1
    if start == len(text) or not text[start].islower():
        return text
    word = _TITLE_WORD.match(text, start)
    if word and word[0][1:].lower() != word[0][1:]:
        return text
    return text[:start] + text[start].upper() + text[start + 1 :]


def sentence(text: str) -> str:
    """Lower a text in capitals altogether; otherwise only see to its first letter."""
    if text.isupper():
        text = _outside(text, str.lower)
    return capitalize_first(text)


def title(text: str) -> str:
    """Give English title case."""
    parts = _NO_CASE.split(text)
    words = [
        (index, match)
        for index, part in enumerate(parts)
        if not part.startswith(_KEPT)
        for match in _TITLE_WORD.finditer(part)
    ]
    out = [list(part) for part in parts]
    for number, (index, match) in enumerate(words):
        word = match[0]
        before = parts[index][: match.start()].rstrip(ALL_MARKS)
        ended = before[-1:].isspace() and bool(_BREAK.search(before.rstrip(" " + ALL_MARKS)))
        first = (number == 0 and index == 0) or ended
        last = number == len(words) - 1 and index == len(parts) - 1
        after = parts[index][match.end() : match.end() + 1]
        head = after == "-" and before[-1:] != "-" and word.isascii() and len(word) == 1
        new = _title_word(word, start=first, edge=first or last or head)
        if len(new) == len(word):
            out[index][match.start() : match.end()] = new
    return "".join("".join(part) for part in out)


def _title_word(word: str, *, start: bool, edge: bool) -> str:
    if word[0] in "#@$" or _ENTITY.fullmatch(word) or (start and word.lower() in _NEVER_FIRST):
        return word
    core = word.strip(".,;:!?()[]{}\"'“”‘’«»…")
    bare = core.lower()
    if (bare in SMALL_WORDS or word.lower() in SMALL_WORDS) and not edge:
        return word
    if (
        core[1:] != core[1:].lower()
        or (_ELIDED.match(core) and not start)
        or (len(core) == 1 and not edge)
    ):
        return word
    return _upper_first(word)
