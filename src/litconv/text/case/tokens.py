"""Takes a title apart into words and what stands between them, and puts it together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from litconv.text.case.vocabulary import Phrase, phrases
from litconv.text.patterns import late

_TOKEN = re.compile(
    r'(?P<fixed><span class="nocase">.*?</span>|</?[A-Za-z][^<>]*>)'  # CSL's rich text
    r"|[A-Z][A-Z0-9]*\d-X[A-Z0-9]+"  # a mixed crystal in capitals: GA1-XALXAS
    r"|[^\W_]+(?:['’][^\W_]+)*"
)
_QUOTE = r"[\"'“”‘’«»()\[\]{}*]*"
_SENTENCE_END = late(
    rf"{_QUOTE}[?!]{_QUOTE}\s+{_QUOTE}"
    r"|[\])}\"”’']*\.[\])}\"”’']*\s+[\"'“‘«]*|\s*(?:\.{3}|…)\s+"
)
_SUBTITLE = re.compile(rf"{_QUOTE}(?::\s+|\s+:\s*|\s+[-–—]+\s+|\s*(?:—|--)\s*){_QUOTE}")
_NO_SENTENCE_AFTER = frozenset(
    "vs no nos vol st dr mr mrs ms cf al ed eds jr sr approx sp spp "
    "ssp var ca fig figs pp pt ch cv mt prof inc ltd co rev".split()
)
_LOW_PREFIX = re.compile(r"[b-df-z]")  # p-type, c-axis … but E-mail at a title's start


@dataclass(slots=True)
class Word:
    """One word: as found, as it shall be, and what stands before and after it, markup left out.

    `opens` marks the first word of the title or of a sentence in it, `subtitle` that of a subtitle.
    """

    text: str
    start: int
    before: str
    out: str = ""
    after: str = ""
    opens: bool = False
    subtitle: bool = False
    fixed: bool = False

    @property
    def key(self) -> str:
        """The form the tables are looked up by."""
        return self.text.casefold().replace("’", "'")


def split_words(title: str) -> list[Word]:
    """Give the words of a title in order; `out` of each is its text as it stands."""
    words: list[Word] = []
    gap, end = "", 0
    for match in _TOKEN.finditer(title):
        gap += title[end : match.start()]
        end = match.end()
        fixed = match["fixed"] is not None
        if fixed and not match[0].endswith("</span>"):
            continue
        if fixed and match[0] == "</span>":
            continue
        words.append(Word(match[0], match.start(), gap, out=match[0], fixed=fixed))
        gap = ""
    _link(words, gap + title[end:])
    return words


def _link(words: list[Word], tail: str) -> None:
    for number, word in enumerate(words):
        word.after = words[number + 1].before if number + 1 < len(words) else tail
        previous = words[number - 1] if number else None
        if previous is None:
            word.opens = True
        elif _SENTENCE_END.fullmatch(word.before):
            word.opens = _ends_sentence(previous)
        elif _SUBTITLE.fullmatch(word.before):
            word.subtitle = True


def _ends_sentence(previous: Word) -> bool:
    """Tell whether the full stop after this word ends a sentence: not in `vs. ` or `J. `."""
    if not previous.after.startswith("."):
        return True
    part_number = previous.before.endswith(" .")  # Web of Science: `TITLE .A. THIRD PART`
    single = len(previous.text) == 1 and previous.text.isalpha()
    return part_number or not (single or previous.key in _NO_SENTENCE_AFTER)


def join_words(title: str, words: list[Word]) -> str:
    """Put the words' new forms into their places in the title."""
    parts: list[str] = []
    end = 0
    for word in words:
        parts += (title[end : word.start], word.out)
        end = word.start + len(word.text)
    return "".join(parts) + title[end:]


def open_with_capitals(words: list[Word], *, subtitles: bool) -> None:
    """Give the first word of title, sentence and (where asked) subtitle its capital."""
    for word in words:
        if not (word.opens or (word.subtitle and subtitles)) or not word.out.islower():
            continue
        low_prefix = word.after.startswith("-") and _LOW_PREFIX.fullmatch(word.out)
        if not low_prefix and word.out.replace("'", "").replace("’", "").isalpha():
            word.out = word.out[:1].upper() + word.out[1:]


def apply_phrases(words: list[Word], *, capitals: bool) -> None:
    """Spell word groups as the table has them; `capitals`: acronyms in them count as well."""
    number = 0
    while number < len(words):
        phrase = _phrase_at(words, number)
        if phrase is None:
            number += 1
            continue
        for word, spelling in zip(words[number:], phrase.spelling, strict=False):
            mixed = not word.text.isupper() and not word.text[1:].islower()
            if capitals or not (mixed or (len(spelling) > 1 and spelling.isupper())):
                word.out = spelling
        number += len(phrase.keys)


def _phrase_at(words: list[Word], number: int) -> Phrase | None:
    first = words[number].key
    for phrase in phrases().get(first, phrases().get(first.removesuffix("'s"), ())):
        group = words[number : number + len(phrase.keys)]
        if tuple(word.key for word in group) == phrase.keys and all(
            _same_gap(word.before, gap) for word, gap in zip(group[1:], phrase.gaps, strict=True)
        ):
            return phrase
    return None


def _same_gap(found: str, wanted: str) -> bool:
    found = found.replace("–", "-")
    return found == wanted or (wanted == " " and found == "-")
