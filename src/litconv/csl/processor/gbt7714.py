"""GB/T 7714—2025: what the standard asks for and CSL 1.0.2 cannot say.

The rules themselves stand in `styles/gbt7714-2025-*.csl`, which work in any CSL processor. Around
them this module adds:

* the terms of each entry by its own language (`等`, `et al`): CSL knows one locale per style;
* identifiers that the URL already shows are not repeated, and a CSTR, for which CSL has no
  variable, stands beside the DOI;
* a first edition is not named, `第2版` and `2nd ed.` are the number 2, a version has one `V`;
* the carrier is one of the standard's codes (`MT DK CD OL`) or left to the style;
* pages that do not follow one another have the comma of the standard: `1-2，15`;
* a preprint without publisher appeared where its number says (`arXiv:1706.03762`);
* in lists by author and year, entries stand together by script: Chinese, Japanese, Western,
  Russian, others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from urllib.parse import unquote

from litconv.csl.processor.bylanguage import ByLanguage
from litconv.csl.processor.disambiguate import PLAIN, Shown
from litconv.csl.processor.engine import Style
from litconv.csl.processor.repeats import Repeats
from litconv.csl.processor.work import with_note
from litconv.text.markup import Rich

AUTHOR_DATE: Final = "gbt7714-2025-author-date"
STYLES: Final = frozenset(("gbt7714-2025-numeric", AUTHOR_DATE))

_CHINESE, _JAPANESE, _WESTERN, _RUSSIAN, _OTHER = range(5)
_SCRIPTS: Final = (
    (_JAPANESE, re.compile("[\u3040-\u30ff]")),
    (_OTHER, re.compile("[\uac00-\ud7af\u0590-\u06ff\u0e00-\u0e7f]")),
    (_CHINESE, re.compile("[\u3400-\u9fff]")),
    (_RUSSIAN, re.compile("[\u0400-\u04ff]")),
    (_WESTERN, re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff]")),
)
_LANGUAGES: Final = {
    **dict.fromkeys(("zh", "chi", "zho", "cn", "chinese"), _CHINESE),
    **dict.fromkeys(("ja", "jpn", "jp", "japanese"), _JAPANESE),
    **dict.fromkeys(("ru", "rus", "russian"), _RUSSIAN),
    **dict.fromkeys(("ko", "kor", "korean", "ar", "fa", "he", "th"), _OTHER),
}
_HANGUL: Final = frozenset(("ko", "kor", "korean"))
_TELLING: Final = ("title", "container-title", "publisher")
_CARRIERS: Final = {
    "mt": "MT", "magnetic tape": "MT",
    "dk": "DK", "disk": "DK", "diskette": "DK",
    "cd": "CD", "cd-rom": "CD", "dvd": "CD", "dvd-rom": "CD",
    "ol": "OL", "online": "OL",
}  # fmt: skip
_EDITION: Final = re.compile(
    r"^(?:第\s*(\d+)\s*版|(\d+)\s*版|(\d+)(?:st|nd|rd|th)?(?:\s+ed(?:\.|n\.?|ition)?)?)$",
    re.IGNORECASE,
)
_FIRST: Final = frozenset(("1", "first", "first edition", "1st", "第一版", "初版"))
_LONGEST_EDITION: Final = 2  # digits: `2020版` is a year, and stays as it is
_LIST_COMMA: Final = re.compile(r"(?<=\w),[ \t]*+(?=\w)")
_PLATFORM: Final = re.compile(r"^([A-Za-z]*(?:Xiv|xiv|XIV)):")


def script(item: Mapping[str, Any]) -> int:
    """Give the place of an item's script in the standard's order of lists (0: Chinese).

    The item's language says it; without one its title does, else where it appeared.
    """
    language = str(item.get("language") or "").strip().lower()
    head = re.split(r"[-_;, ]", language, maxsplit=1)[0]
    if head:
        return _LANGUAGES.get(head, _WESTERN)
    for name in _TELLING:
        text = str(item.get(name) or "")
        for number, letters in _SCRIPTS:
            if letters.search(text):
                return number
    return _CHINESE


def locale_of(item: Mapping[str, Any]) -> str:
    """Give `zh-CN` for entries in Chinese, Japanese and Korean, `en-US` for all others."""
    found = script(item)
    language = str(item.get("language") or item.get("title") or "").lower()
    korean = language[:2] in _HANGUL or re.search("[\uac00-\ud7af]", language)
    return "zh-CN" if found in (_CHINESE, _JAPANESE) or korean else "en-US"


def prepared(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give a copy of a CSL-JSON item as the styles of this module want it (see the module)."""
    data = with_note(item)
    data.pop("note", None)
    _identifiers(data)
    _edition(data)
    _carrier(data)
    if "," in (pages := _text(data, "page")):
        data["page"] = _LIST_COMMA.sub("，", pages)
    if version := _text(data, "version"):
        data["version"] = re.sub(r"^[Vv](?:er(?:sion|\.)?)?\.?\s*(?=\d)", "", version)
    number = _PLATFORM.match(_text(data, "number"))
    if data.get("type") == "article" and number and not _text(data, "publisher"):
        data["publisher"] = number[1]
    return data


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return str(value).strip() if isinstance(value, (str, int)) else ""


def _identifiers(data: dict[str, Any]) -> None:
    """Leave out what the URL shows; the style finds the CSTR in `division`."""
    url = unquote(_text(data, "URL")).lower()
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _text(data, "DOI").lower())
    if doi and doi in url:
        del data["DOI"]
    cstr = re.sub(r"^(?:https?://cstr\.cn/|cstr:\s*)", "", _text(data, "CSTR"), flags=re.IGNORECASE)
    data["division"] = "" if cstr.lower() in url else cstr


def _edition(data: dict[str, Any]) -> None:
    text = _text(data, "edition")
    match = _EDITION.match(text)
    digits = next((one for one in match.groups() if one), "") if match else ""
    if digits and len(digits) <= _LONGEST_EDITION:
        text = data["edition"] = str(int(digits))
    if text.lower() in _FIRST:
        del data["edition"]


def _carrier(data: dict[str, Any]) -> None:
    medium = _text(data, "medium").lower()
    if medium:
        data["medium"] = _CARRIERS.get(medium, "")


class Gbt7714(ByLanguage):
    """A GB/T 7714—2025 style: each entry with the terms of its language, prepared as above."""

    def __init__(self, base: Style, load: Callable[[str], Style], *, locale: str | None) -> None:
        """Take the style, what loads it for another locale, and a locale forced on all entries.

        None and `auto` force none.
        """
        super().__init__(base, load)
        self._forced = None if locale == "auto" else locale
        self.locale = self._forced or "auto"

    def _style(self, item: Mapping[str, Any]) -> Style:
        return self._load(self._forced or locale_of(item))

    def render(
        self,
        item: Mapping[str, Any],
        *,
        number: int = 0,
        shown: Shown = PLAIN,
        repeats: Repeats | None = None,
    ) -> Rich:
        """Give the reference of an item; `number` is its place in a numbered list."""
        return super().render(prepared(item), number=number, shown=shown, repeats=repeats)

    def order(self, items: Iterable[Mapping[str, Any]]) -> list[int]:
        """Give the order of the list: by citation, or by script, author and year."""
        listed = list(items)
        indexes = super().order(listed)
        if self.name != AUTHOR_DATE:
            return indexes
        return sorted(indexes, key=lambda index: script(listed[index]))
