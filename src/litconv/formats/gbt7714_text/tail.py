"""What stands behind the mark of an entry: see `source` for the forms it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.gbt7714_text import source
from litconv.formats.gbt7714_text.names import name_list
from litconv.formats.gbt7714_text.parsed import (
    VOLUME,
    Parsed,
    add_names,
    matched,
    set_date,
)
from litconv.model import ItemType, Role
from litconv.text.chinese.gbt7714 import MARK, TYPES
from litconv.text.chinese.people import ROLE_WORDS
from litconv.text.width import fold

_SEE: Final = re.compile(r"[.\s]*(?://|(?:见|载|In)\s*[:：])\s*")
_SIZE: Final = re.compile(r"[.\s]+(\d+(?: ?cm)?\s*[x×X]\s*\d+ ?cm)$")
_DEGREE: Final = re.compile(r"[\s:.]*\[([^\[\]]*(?:论文|thesis|dissertation|学位)[^\[\]]*)\]")
_SLASHES: Final = re.compile(r"(?:(?<!\s)\s+)?//\s*")
_PROCEEDINGS: Final = re.compile(
    r"文集|论丛|会议|年会|proceedings|conference|symposium", re.IGNORECASE
)


def read_tail(parsed: Parsed, mark: str, tail: str) -> None:
    """Take apart what follows the mark; what has no known form is said in `parsed.whole`."""
    see = _SEE.match(fold(tail)) or _SLASHES.search(fold(tail))
    if see:
        left = _responsible(parsed, source.segments(tail[: see.start()].strip(" .．")))
        parsed.whole = parsed.whole and not left
        _container(parsed, mark, tail[see.end() :])
        return
    if mark == "D" and (degree := _DEGREE.match(fold(tail))):
        parsed.text("genre", degree[1])
        tail = tail[degree.end() :]
    rest = tail.strip(" .,:．，。：")
    if mark == "CM" and (size := _SIZE.search(fold(rest))):
        parsed.draft.keep(parsed.item("reference", size[1]), tag="dimensions")
        rest = rest[: size.start()]
    if mark in {"C", "G"} and re.search(r"[:,]", fold(rest)):
        parsed.draft.type = ItemType.BOOK
    if not rest:
        return
    parts = source.segments(rest)
    parts = _responsible(parsed, parts)
    handler = _FORMS.get(mark, _publication)
    joined = ". ".join(parts)
    if joined and not handler(parsed, joined):
        parsed.whole = False


def _responsible(parsed: Parsed, parts: list[str]) -> list[str]:
    """Take translators, editors and the edition off the begin."""
    while parts:
        match = source.ROLE.fullmatch(fold(parts[0]))
        if match is None and len(parts) > 1:
            match = source.GLUED.fullmatch(fold(parts[0]))
        if len(parts) > 1 and source.EDITION.fullmatch(fold(parts[0])):
            _edition(parsed, parts[0])
        elif match and (names := name_list(parts[0][: match.end("names")])):
            role = ROLE_WORDS.get(match["role"].lstrip("等"), Role.TRANSLATOR)
            if match["role"] in {"ed", "eds"}:
                role = Role.EDITOR
            add_names(parsed, names, role)
        else:
            break
        parts = parts[1:]
    return parts


def _edition(parsed: Parsed, text: str) -> None:
    number = re.fullmatch(r"第?\s?(\d{1,2})\s?版|(\d+)(?:st|nd|rd|th) ed\.?", fold(text))
    version = re.match(r"[Vv](?:er)?\.? ?\d", text)
    if version:
        parsed.draft.keep(parsed.item("reference", text), tag="version")
    else:
        parsed.text("edition", (number[1] or number[2]) if number else text)


def _container(parsed: Parsed, mark: str, text: str) -> None:
    """Read `编者. 书名: 第1册[C]. 版本. 地: 社, 年: 页`."""
    draft = parsed.draft
    draft.type = {
        "C": ItemType.PAPER_CONFERENCE,
        "A": ItemType.PAPER_CONFERENCE,
    }.get(mark, ItemType.CHAPTER)
    if mark in {"J", "N", "D", "EB", "DB"}:
        draft.type = TYPES[mark]
    if second := MARK.search(fold(text)):
        if second[1] in {"M", "G"}:
            draft.type = ItemType.CHAPTER
        before, after = text[: second.start()], text[second.end() :]
        parts = [*source.segments(before), *source.segments(after.strip(" .．"))]
    else:
        parts = source.segments(text)
    if mark == "J" and _serial(parsed, ". ".join(parts)):
        return
    if len(parts) > 1 and _is_names(parts[0]):
        add_names(parsed, name_list(parts[0]) or [], Role.EDITOR)
        parts = parts[1:]
    if len(parts) == 1:
        match = re.fullmatch(r"(.+?)[,.]\s*(\d{4}.*)", fold(parts[0]))
        parts = [parts[0][: match.end(1)], parts[0][match.start(2) :]] if match else parts
    title = parts[0] if parts else ""
    if volume := VOLUME.search(fold(title)):
        parsed.text("volume", volume[1] or volume[2] or volume[3])
        title = title[: volume.start()]
    parsed.text("container_title", title)
    rest = _responsible(parsed, parts[1:])
    if rest and not _publication(parsed, ". ".join(rest)):
        parsed.whole = False


def _is_names(text: str) -> bool:
    names = name_list(text)
    return names is not None and not _PROCEEDINGS.search(text)


def _serial(parsed: Parsed, text: str) -> bool:
    if re.fullmatch(r"\d{4}", text):  # a year and nothing else
        set_date(parsed, text)
        return True
    if re.match(r"\d{4}", text):
        return _whole_journal(parsed, text)
    fields = {"name": "container_title", "volume": "volume", "issue": "issue", "number": "issue"}
    return matched(parsed, source.SERIAL, text, fields) or matched(
        parsed, source.ONLINE, text, {"name": "container_title"}
    )


def _whole_journal(parsed: Parsed, text: str) -> bool:
    """Read `1957（1）—1990（4）. 北京: 北京图书馆, 1957`: the volumes and who published them."""
    parsed.draft.type = ItemType.PERIODICAL
    *volumes, last = source.segments(text)
    for part in volumes:
        parsed.text("volume", part)
    return bool(volumes) and _publication(parsed, last)


def _archive(parsed: Parsed, text: str) -> bool:
    match = source.PUBLICATION.fullmatch(fold(text)) or source.DATED.fullmatch(fold(text))
    if match is None:
        return False
    for group, tag in (("publisher", "archive"), ("place", "archive-place")):
        if value := match.groupdict().get(group):
            at = match.start(group)
            parsed.draft.keep(parsed.item("reference", text[at : at + len(value)]), tag=tag)
    set_date(parsed, match["date"])
    return True


def _news(parsed: Parsed, text: str) -> bool:
    return matched(parsed, source.NEWS, text, {"name": "container_title"})


def _patent(parsed: Parsed, text: str) -> bool:
    fields = {"place": "publisher_place", "number": "number"}
    return matched(parsed, source.PATENT, text, fields)


def _publication(parsed: Parsed, text: str) -> bool:
    fields = {"place": "publisher_place", "publisher": "publisher"}
    return matched(parsed, source.PUBLICATION, text, fields) or matched(
        parsed, source.DATED, text, fields
    )


def _dated(parsed: Parsed, text: str) -> bool:
    own = "container_title" if parsed.draft.type is ItemType.WEBPAGE else "publisher"
    return (
        (":" in fold(text) and _publication(parsed, text))
        or matched(parsed, source.DATED, text, {"publisher": own})
        or matched(parsed, re.compile(r"(?P<publisher>[^\d]+)"), text, {"publisher": own})
    )


_FORMS: Final[dict[str, Callable[[Parsed, str], bool]]] = {
    "J": _serial,
    "N": _news,
    "P": _patent,
    "EB": _dated,
    "DB": _dated,
    "DS": _dated,
    "PP": _dated,
    "A": _archive,
}
