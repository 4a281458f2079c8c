"""Editions as numbers: `第2版`, `2nd ed.`, `Second edition`, `2. Aufl.` and `2e éd.` are all `2`.

Only what says the number and nothing else is one; `3., erweiterte Auflage`, `Rev. ed.`, `修订版`
and years (`2020版`) stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.text.width import fold, tidy

_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "first erste 一",
            "second zweite 二",
            "third dritte 三",
            "fourth vierte 四",
            "fifth fünfte 五",
            "sixth sechste 六",
            "seventh siebte 七",
            "eighth achte 八",
            "ninth neunte 九",
            "tenth zehnte 十",
            "eleventh elfte 十一",
            "twelfth zwölfte 十二",
        ),
        1,
    )
    for word in words.split()
}
_EDITION: Final = re.compile(
    r"(?:第 ?)?(?P<chinese>\d{1,2}|[一二三四五六七八九十]{1,2}) ?版"
    r"|(?P<number>\d{1,2})(?: ?(?:st|nd|rd|th|\.|-?[eè]|ème|ª|º|a(?= ?ed)|-е|-ое))?"
    r"(?: ?(?:ed|edn|éd|edition|édition|ausgabe|aufl|auflage|ed(?:izione|ición|ição)"
    r"|изд|издание)\.?)?"
    r"|(?P<word>[^\W\d_]{4,8})(?: (?:ed|edn|edition|aufl|auflage|ausgabe)\.?)?",
    re.IGNORECASE,
)
_LONGEST: Final = 24


def edition_number(text: str) -> str:
    """Give the bare number of an edition where that is certain, otherwise the text."""
    if len(text) > _LONGEST or (text.isdecimal() and text.isascii() and text[0] != "0"):
        return text
    match = _EDITION.fullmatch(fold(tidy(text)).strip())
    if match is None:
        return text
    said = match["chinese"] or match["number"] or match["word"].casefold()
    number = int(said) if said.isdecimal() else _ORDINALS.get(said, 0)
    return str(number) if number else text
