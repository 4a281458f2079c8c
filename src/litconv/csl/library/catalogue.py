"""Finds styles by name, title, and field, from the first lines of their files.

A style says what it is in `cs:info`, which comes first and is shorter than 8 KB in all 10,844
styles. Reading that much of every file and searching it as text takes 0.1 s; parsing them would
take 20 s, and an index kept somewhere could be out of date.
"""

from __future__ import annotations

import difflib
import html
import os
import re
from collections.abc import Iterator

import msgspec

from litconv.csl.library.installed import ENDING, file_names, folders, local_name, style_names
from litconv.text.ascii import fold_latin

_HEAD = 8192  # bytes
_INFO = re.compile(
    r"<title(?:\s[^>]*)?>([^<]*)"
    r"|<title-short(?:\s[^>]*)?>([^<]*)"
    r'|<category\s+field="([^"]*)"'
    r'|<category\s+citation-format="([^"]*)"'
    r"|<link\s([^>]*independent-parent[^>]*)>"
)
_HREF = re.compile(r'href="([^"]*)"')
_WORD = re.compile(r"[^\W_]+")
_LONGEST_QUERY = 200  # characters; longer ones name no style and would take long to compare
_NEAR = 0.7


class StyleInfo(msgspec.Struct, frozen=True):
    """What a style says of itself.

    `fields` are the categories of the CSL repository (`medicine`, `generic-base` …),
    `citation_format` is `author-date`, `numeric`, `note`, `author` or `label`; `parent` is the
    style that a dependent one stands for, else empty.
    """

    id: str
    title: str
    short_title: str
    fields: tuple[str, ...]
    citation_format: str
    parent: str


def _heads() -> Iterator[tuple[str, bytes]]:
    """Yield name and head of each style; by file numbers, which is twice as fast as by paths."""
    seen: set[str] = set()
    for folder in folders():
        names = [file for file in file_names(folder) if file not in seen]
        seen.update(names)
        for file in names:
            number = os.open(f"{folder}{os.sep}{file}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                head = os.read(number, _HEAD)
            finally:
                os.close(number)
            yield file.removesuffix(ENDING), head.partition(b"</info>")[0]


def _may_match(name: str, head: bytes, words: list[bytes]) -> bool:
    """Say whether a closer look is worth while; one in fifty is, and this takes half the time."""
    if not head.isascii() or b"&#" in head:  # accents: folded in the closer look
        return True
    text = name.encode() + head.lower()
    return all(word in text for word in words)


def _info(name: str, head: str) -> StyleInfo:
    title = short = kind = parent = ""
    fields: list[str] = []
    for match in _INFO.finditer(head):
        title = title or match[1] or ""
        short = short or match[2] or ""
        kind = kind or match[4] or ""
        if match[3]:
            fields.append(match[3])
        if match[5] and (address := _HREF.search(match[5])):
            parent = local_name(address[1])
    return StyleInfo(name, _text(title), _text(short), tuple(fields), kind, parent)


def _text(value: str) -> str:
    return " ".join(html.unescape(value).split())


def search(query: str) -> list[StyleInfo]:
    """Give the styles that have every word of the query in name, title, field or format.

    Case and accents do not matter, and a part of a word is enough. The style of exactly that name
    comes first, then names that begin so, then titles with these words at the beginning of words,
    then all others; independent styles before dependent ones. No query at all finds every style.
    """
    words = _words(query[:_LONGEST_QUERY])
    raw_words = [word.encode() for word in words]
    styles = (
        _info(name, head.decode("utf-8", "replace"))
        for name, head in _heads()
        if _may_match(name, head, raw_words)
    )
    slug = "-".join(words)
    rows = [(*_rank(one, words, slug), one.id, one) for one in styles if _matches(one, words)]
    return [row[-1] for row in sorted(rows, key=lambda row: row[:-1])]


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    return (text if text.isascii() else fold_latin(text)).casefold()


def _matches(style: StyleInfo, words: list[str]) -> bool:
    text = _folded(
        f"{style.id} {style.title} {style.short_title} {' '.join(style.fields)} "
        f"{style.citation_format}"
    )
    return all(word in text for word in words)


def _rank(style: StyleInfo, words: list[str], slug: str) -> tuple[int, bool]:
    if not words or style.id == slug:
        return 0, False
    if style.id.startswith(slug):
        return 1, bool(style.parent)
    starts = _words(f"{style.id} {style.title} {style.short_title}")
    at_starts = all(any(one.startswith(word) for one in starts) for word in words)
    return 2 if at_starts else 3, bool(style.parent)


def near(name: str, *, count: int = 3) -> list[str]:
    """Give the names of the styles that were perhaps meant by a name or title.

    First those that have all its words, mistyped ones set right; then those whose whole name is
    alike.
    """
    words = _words(local_name(name)[:_LONGEST_QUERY])
    slug = "-".join(words)
    known = {word for style in style_names() for word in style.split("-")}
    meant = [_known_word(word, known) for word in words]
    found = [style.id for style in search(" ".join(meant))[:count]] if words and all(meant) else []
    if words and len(found) < count:
        found += difflib.get_close_matches(slug, style_names(), n=count, cutoff=_NEAR)
    return list(dict.fromkeys(found))[:count]


def _known_word(word: str, known: set[str]) -> str:
    if word in known:
        return word
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=_NEAR)), "")
