"""Single values as BibTeX and biblatex want them: languages, editions, theses, ISBN and ISSN."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Name, Record
from litconv.text.ascii import HAN, to_ascii
from litconv.text.languages import language_tag
from litconv.text.remembered import Remembered

# BCP 47 → the name that babel, and so biblatex's `langid`, has for the language.
_BABEL = (
    "ar=arabic bg=bulgarian ca=catalan cs=czech da=danish de=ngerman el=greek en-gb=british "
    "en-us=american en=english es=spanish et=estonian eu=basque fa=persian fi=finnish "
    "fr=french he=hebrew hi=hindi hr=croatian hu=magyar id=indonesian is=icelandic it=italian "
    "ja=japanese ko=korean la=latin lt=lithuanian lv=latvian ms=malay nb=norsk nl=dutch "
    "nn=nynorsk no=norsk pl=polish pt-br=brazilian pt=portuguese ro=romanian ru=russian "
    "sk=slovak sl=slovene sr=serbian sv=swedish th=thai tr=turkish uk=ukrainian vi=vietnamese "
    "zh=chinese"
)
BABEL: Final = dict(pair.split("=") for pair in _BABEL.split())


_PHD: Final = re.compile(r"\bph\.?\s?d|doctor|\bdphil|博士", re.IGNORECASE)
_MASTER: Final = re.compile(r"master|\bm\.?\s?(?:a|sc|s|phil)\b|硕士", re.IGNORECASE)


def is_masters(genre: str) -> bool:
    """Whether the genre of a thesis is a master's: `Master's thesis`, `M.A.`, `硕士学位论文`."""
    return bool(_MASTER.search(genre)) and not _PHD.search(genre)


def babel_name(language: str) -> str:
    """Give babel's name of a language, or "": `zh-CN` → `chinese`, `eng` → `english`."""
    return _BABEL_NAMES[language]


def _babel_name(language: str) -> str:
    tag = language_tag(language).lower().replace("_", "-")
    return BABEL.get(tag) or BABEL.get(tag.split("-", maxsplit=1)[0], "")


_BABEL_NAMES: Final = Remembered(_babel_name, 512)


def is_chinese(name: Name) -> bool:
    """Whether a name is written in Chinese characters."""
    text = name.literal or name.family
    return not text.isascii() and HAN.match(text) is not None


def in_chinese(record: Record) -> bool:
    """Whether a record says that its language is Chinese."""
    return record.language != "" and _BABEL_NAMES[record.language] == "chinese"


def pinyin_key(name: Name) -> str:
    """Give what sorts a Chinese name among others: `li ming`."""
    if name.literal:
        return to_ascii(name.literal, surname=True)
    return f"{to_ascii(name.family, surname=True)} {to_ascii(name.given)}".strip()


def hyphened(issn: str) -> str:
    """Give an ISSN of eight signs its hyphen: `03787788` → `0378-7788`."""
    return f"{issn[:4]}-{issn[4:]}" if len(issn) == _ISSN_SIGNS and "-" not in issn else issn


_ISSN_SIGNS: Final = 8


_EDITION_WORD: Final = re.compile(r"(?:(?<!\s)\s+)?\b(?:ed\.?|edn\.?|edition)\s*$", re.IGNORECASE)


def edition_text(edition: str, *, biblatex: bool) -> str:
    """Give biblatex a bare number, BibTeX's styles, which add "edition", an ordinal: `2nd`."""
    bare = _EDITION_WORD.sub("", edition.strip())
    match = re.fullmatch(r"([1-9][0-9]{0,2})(?:st|nd|rd|th)?", bare)
    if not match:
        return bare or edition
    number = match[1]
    if biblatex:
        return number
    teen = number[-2:] in {"11", "12", "13"}
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


# What the styles print by themselves; other words (`Doctoral dissertation`) are kept as `type`.
_PLAIN: Final = re.compile(r"(?:ph\.?\s?d\.?|master['’]?s?) thesis", re.IGNORECASE)


def is_plain_thesis(genre: str) -> bool:
    """Whether the genre says no more than the entry type does."""
    return bool(_PLAIN.fullmatch(genre.strip()))


def thesis_key(genre: str) -> str:
    """Give biblatex's key, which it prints in the document's language, or the genre itself."""
    if not is_plain_thesis(genre):
        return genre or "Thesis"
    return "mathesis" if is_masters(genre) else "phdthesis"
