"""Who made a work, by GB/T 7714: `王明, 李红, 等`, `SMITH A B, DOE C, et al`, a body."""

from __future__ import annotations

import re
from typing import Final

from litconv.text.names import is_body, marks_others
from litconv.text.script import has_han
from litconv.text.width import fold

_STOP: Final = re.compile(
    r"\.(?=\s|$|[\u3400-\u9fff《“‘\[\"])|(?<=[\u3400-\u9fff])\.|(?<=al)\."
    # CNKI leaves the blank out: `Alder A,Birch C.A study`, `Li Ming.Mosses`.
    r"|(?<=[ ,][A-Z])\.(?=[A-Z](?:[a-z]{2}|[a-z]? ))|(?<=[a-z]{2})\.(?=[A-Z][a-z]{2})"
)
_SEPARATOR: Final = re.compile(r"(?:(?<!\s)\s+)?[,;]\s*(?:(?:and|&)\s+)?")
_AND: Final = re.compile(r"(?<!\s)\s+(?:and|&)\s+")
_INITIAL_LAST: Final = re.compile(r"[ .-][A-Z]\.?$")
_HAN_NAME: Final = re.compile(
    r"(?:[\[(]\w{1,6}[\])]\s*)?[\u3400-\u9fff]{1,4}(?: [\u3400-\u9fff]{1,3})?(?: ?等)?"
    r"|[\u3400-\u9fff·•‧]{1,12}(?:,? [A-Z]\.?){1,3}"  # 史密斯 A B
    r"|(?:[\[(]\w{1,6}[\])]\s*)?[\u3400-\u9fffA-Za-z. ·•‧]*[·•‧.][\u3400-\u9fff·•‧]+"
)
_INITIAL: Final = r"(?:[A-Z]\.?-?){1,4}"
_LATIN_NAME: Final = re.compile(
    rf"(?:[a-z'’]+ ){{0,3}}[^\W\d_a-z][\w'’.\- ]{{0,40}}?(?:,? {_INITIAL}){{1,4}}"
    r"(?:,? (?:Jr|Sr|II|III|IV|JR|SR)\.?)?"
    r"(?: (?:van|von|de|der|den|la|del|di|da|dos|du|le|ter|ten))*"
)
_ROLE: Final = re.compile(r"[编译著校注辑撰]|主编|编著|编译|编辑|总主编|翻译|等")
# One run of Chinese characters before the title is whoever made the work: `保障系统`.
_PLAIN_HAN: Final = re.compile(r"[\u3400-\u9fff]{5,25}")
_FEW_WORDS: Final = 4
_LONG_BODY: Final = 120


def author_end(text: str) -> tuple[int, int] | None:
    """Give where the names at the begin of an entry end and what follows starts; None for none.

    The standard puts a full stop behind the names. A stop behind an initial (`Smith A. B. Title`)
    and inside of an abbreviation (`U.S. Department`) is none.
    """
    folded = fold(text)
    for match in _STOP.finditer(folded):
        end = match.start()
        if _goes_on(folded, end):
            continue
        after = match.end()
        while after < len(folded) and folded[after] == " ":
            after += 1
        return (end, after) if after < len(folded) else None
    return None


def _goes_on(folded: str, end: int) -> bool:
    before, after = folded[:end], folded[end + 1 :].lstrip()
    if re.search(r"(?:^|[.\s])[A-Z]$", before) and re.match(r"-?[A-Z]\.(?!\w{2})|,", after):
        return True
    return re.search(r"(?:^|\.)[A-Z]$", before) is not None or before.endswith((" Inc", " St"))


def name_list(text: str) -> list[str] | None:
    """Divide a list of names; None where a part can be no name, so that it is no such list."""
    folded = fold(text)
    if has_han(text) and (_is_one_body(text) or _PLAIN_HAN.fullmatch(text)):
        return [text]
    parts: list[str] = []
    start = 0
    for match in [*_SEPARATOR.finditer(folded), None]:
        parts.append(text[start : match.start() if match else len(text)].strip(" ,，;；"))
        start = match.end() if match else start
    parts = _rejoined([piece for part in parts if part for piece in _without_and(part)])
    return parts if all(_is_name(part) for part in parts) else None


def _without_and(text: str) -> list[str]:
    """Divide `Alder A and Birch B`; `and` may also stand in the name of a body."""
    pieces = _AND.split(text)
    return pieces if all(_LATIN_NAME.fullmatch(fold(piece)) for piece in pieces) else [text]


def _is_one_body(text: str) -> bool:
    return is_body(text) and not re.search(r"[,，;；]", text)


def _rejoined(parts: list[str]) -> list[str]:
    """Put `Smith, A. B.` together again, whose comma is no separator."""
    joined: list[str] = []
    for part in parts:
        bare = re.fullmatch(rf"{_INITIAL}(?: {_INITIAL}){{0,3}}", part)
        if (
            bare
            and joined
            and not _INITIAL_LAST.search(joined[-1])
            and re.fullmatch(r"[^\W\d_][\w'’\- ]*[^\W\d_]", joined[-1])
        ):
            joined[-1] = f"{joined[-1]}, {part}"
        elif re.fullmatch(r"(?:Jr|Sr)\.?", part) and joined:
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _is_name(text: str) -> bool:
    folded = fold(text)
    if marks_others(text) or _ROLE.fullmatch(text):
        return True
    if has_han(text):
        return bool(_HAN_NAME.fullmatch(folded)) or is_body(text)
    return (
        bool(_LATIN_NAME.fullmatch(folded)) or is_body(text) or len(folded.split()) <= _FEW_WORDS
    ) and len(text) < _LONG_BODY
