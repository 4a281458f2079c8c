"""The authors and affiliations of the main record.

Authors stand one a line, or each in a hover-card: name, counts, own affiliation (with the first
affiliation of the page glued on), the name again. Markers `[1 ,2 ]` link authors to numbered
affiliations; they stand behind the name or on up to three lines below it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from litconv.formats.record_page import lines as page
from litconv.formats.record_page.lines import Line
from litconv.model import Name
from litconv.text.names import parse_name
from litconv.text.width import join_lines, tidy


class Author(NamedTuple):
    """One author as the page gives it: where, the name's text, marker numbers, own affiliation."""

    line: Line
    name: str
    markers: tuple[str, ...]
    own: str


_COUNT = re.compile(r"(?:论文数|論文數|引用数|引用數|h-index)\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_MARKER_PIECE = re.compile(r"[\[\],;\d ]+")
_MARKED = re.compile(r"(?P<name>[^\[\]]*?)\s*\[(?P<numbers>[\d ,;]*)\]?\s*[*#;,]?\s*")
_MARK = re.compile(r"\[(?P<numbers>[\d ,;]*)\]?")
_HAN_LIST = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s*[,;]\s*[\u4e00-\u9fff]{2,4})+[,;]?")


def read_authors(lines: list[Line]) -> list[Author]:
    """Read the lines under 作者."""
    lines = [line for line in lines if not page.is_chrome(line) or _NUMBER.fullmatch(line.folded)]
    authors: list[Author] = []
    n = 0
    while n < len(lines):
        line = lines[n]
        is_count = _COUNT.fullmatch(line.folded)
        if not is_count and n + 1 < len(lines) and _COUNT.fullmatch(lines[n + 1].folded):
            author, n = _read_card(lines, n)
            authors.append(author)
        elif _MARKER_PIECE.fullmatch(line.folded):
            pieces, n = _take_pieces(lines, n)
            if authors:
                numbers = tuple(_NUMBER.findall(pieces))
                authors[-1] = authors[-1]._replace(markers=authors[-1].markers + numbers)
        elif is_count or _is_card_label(line):
            n += 1
        else:
            authors.extend(_read_line(line))
            n += 1
    return authors


def _is_card_label(line: Line) -> bool:
    label = page.read_label(line)
    return label is not None and label.name == page.AFFILIATIONS


def _take_pieces(lines: list[Line], n: int) -> tuple[str, int]:
    """Join the lines of one marker: `[1`, `,2`, `]`."""
    pieces = ""
    while n < len(lines) and _MARKER_PIECE.fullmatch(lines[n].folded):
        pieces += lines[n].folded
        n += 1
        if "]" in lines[n - 1].folded:
            break
    return pieces, n


def _read_card(lines: list[Line], n: int) -> tuple[Author, int]:
    """Read a hover-card from its name to the second printing of the name, or as far as it goes."""
    line = lines[n]
    n += 1
    while n < len(lines) and (
        _COUNT.fullmatch(lines[n].folded) or _NUMBER.fullmatch(lines[n].folded)
    ):
        n += 1
    own: list[str] = []
    if n < len(lines) and _is_card_label(lines[n]):
        end = _end_of_card(lines, n + 1, line.text)
        own = [one.text for one in lines[n + 1 : end]]
        n = end
    if n < len(lines) and _bare_name(lines[n]) == line.text:
        marked = _MARKED.fullmatch(lines[n].folded)
        markers = tuple(_NUMBER.findall(marked["numbers"])) if marked else ()
        n += 1
    else:
        markers = ()
    return Author(line, line.text, markers, join_lines(own)), n


def _end_of_card(lines: list[Line], start: int, name: str) -> int:
    for n in range(start, len(lines)):
        if (
            _bare_name(lines[n]) == name
            or _MARKER_PIECE.fullmatch(lines[n].folded)
            or (n + 1 < len(lines) and _COUNT.fullmatch(lines[n + 1].folded))
        ):
            return n
    return len(lines)


def _bare_name(line: Line) -> str:
    match = _MARKED.fullmatch(line.folded)
    return line.text[: match.end("name")] if match else line.text


def _read_line(line: Line) -> list[Author]:
    """Read a line of one name, mostly; of several when markers, `;` or commas divide them."""
    authors: list[Author] = []
    start = 0
    for mark in _MARK.finditer(line.folded):
        numbers = tuple(_NUMBER.findall(mark["numbers"]))
        names = _names(line, start, mark.start())
        authors += [Author(line, name, (), "") for name in names[:-1]]
        authors += [Author(line, name, numbers, "") for name in names[-1:]]
        start = mark.end()
    authors += [Author(line, name, (), "") for name in _names(line, start, len(line.text))]
    return authors


def _names(line: Line, start: int, end: int) -> list[str]:
    """Divide a stretch of the line into names."""
    text, folded = line.text[start:end], line.folded[start:end]
    separator = r"[,;]" if _HAN_LIST.fullmatch(folded.strip()) else ";"
    parts = _split_at(text, folded, separator)
    return [name for part in parts if (name := _AND.sub("", part).strip(" *#,，"))]


_AND = re.compile(r"^\W*(?:and|&)\s+", re.IGNORECASE)


def _split_at(text: str, folded: str, separator: str) -> list[str]:
    parts, start = [], 0
    for match in re.finditer(separator, folded):
        parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


_NUMBERED = re.compile(r"\[\s*(?P<number>\d+)\s*\]\s*(?P<text>.*)")


def read_affiliations(
    lines: list[Line], *, unlabelled_tail: bool
) -> tuple[dict[str, str], list[Line]]:
    """Read the lines under 机构: affiliations by their number, in order, and the lines left over.

    Unnumbered affiliations get the keys `?1`, `?2` … With `unlabelled_tail`, the first unnumbered
    line after a numbered one begins what follows the list: the abstract that one wrapping prints
    without its label. Otherwise such a line goes on with the affiliation above it.
    """
    found: dict[str, list[str]] = {}
    last, numbered = "", False
    lines = [line for line in lines if not page.is_chrome(line)]
    for n, line in enumerate(lines):
        if match := _NUMBERED.fullmatch(line.folded):
            last, numbered = match["number"], True
            text = line.text[match.start("text") :].strip()
            found.setdefault(last, []).extend([text] if text else [])
        elif numbered and (not found[last] or not unlabelled_tail):
            found[last].append(line.text)
        elif numbered or (unlabelled_tail and _is_prose(line)):
            return _joined(found), lines[n:]
        else:
            last = f"?{len(found) + 1}"
            found[last] = [line.text]
    return _joined(found), []


_PROSE = 200


def _is_prose(line: Line) -> bool:
    return len(line.text) > _PROSE


def _joined(found: dict[str, list[str]]) -> dict[str, str]:
    return {key: join_lines(texts).rstrip(" ;；") for key, texts in found.items() if texts}


def link(author: Author, name: Name, affiliations: dict[str, str]) -> tuple[Name, tuple[str, ...]]:
    """Give the name with the affiliations its markers mean, and the numbers that mean none.

    Without markers, a card's own affiliation links when the page lists the same text.
    """
    linked = tuple(
        affiliations[number] for number in dict.fromkeys(author.markers) if number in affiliations
    )
    unknown = tuple(number for number in author.markers if number not in affiliations)
    if not author.markers and author.own:
        own = tidy(author.own)
        first = next(iter(affiliations.values()), "")
        bare = own.removesuffix(first).strip() if own != first else own
        listed = [text for text in affiliations.values() if text in (own, bare)]
        linked = tuple(listed[:1])
    return (msgspec.structs.replace(name, affiliations=linked) if linked else name), unknown


_MAX_NAME_WORDS = 12
_MAX_NAME_LENGTH = 120


def read_name(text: str) -> Name | None:
    """Parse an author's line; None for one that is too long to be a name, or names nobody."""
    if len(text) > _MAX_NAME_LENGTH or len(text.split()) > _MAX_NAME_WORDS:
        return None
    return parse_name(text)
