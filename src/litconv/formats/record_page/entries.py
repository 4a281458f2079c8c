"""One entry of a page's list: which of its forms it has, and what it says.

* related: title, one author a line, source line — or title and journal on one line, unmarked;
* matched reference: `TITLE [J].`, authors ending in `;` and ` .`, source line — whole or split;
* raw reference: a cited-reference string of Web of Science.
"""

from __future__ import annotations

import re
from enum import Enum

import msgspec

from litconv.formats.record_page.lines import Line, is_chrome
from litconv.model import ItemType, Name
from litconv.text.citation import (
    Citation,
    looks_cited,
    looks_dotted,
    parse_cited,
    parse_source,
    split_at_mark,
)
from litconv.text.names import parse_name
from litconv.text.width import fold, join_lines, tidy


class Form(Enum):
    """The form of an entry; a list is of references when any entry is MATCHED or RAW."""

    RELATED = "related"
    ONE_LINE = "one line"
    MATCHED = "matched"
    RAW = "raw"
    UNKNOWN = "unknown"


class RawEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one entry; `texts[0]` is what stands behind its number."""

    line: Line
    number: str
    bullet: bool
    texts: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What tells that an entry is there twice."""
        return self.number, self.texts[0]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry says. `title_holds_journal`: both on one line with no mark between them."""

    raw: RawEntry
    form: Form
    citation: Citation
    title_holds_journal: bool = False
    strays: tuple[str, ...] = ()


def read_entry(raw: RawEntry) -> Entry:
    """Read one entry in whichever form it has; lines behind a complete entry are strays."""
    first, *rest = raw.texts
    if marked := _split_marked(raw.texts):
        return _read_matched(raw, *marked)
    if rest and (related := _read_related(raw)):
        return related
    end = _end_of_cited(raw.texts)
    cited = join_lines(list(raw.texts[:end]))
    if (looks_cited(cited) or looks_dotted(cited)) and (citation := parse_cited(cited)):
        return Entry(raw=raw, form=Form.RAW, citation=citation, strays=raw.texts[end:])
    if citation := parse_source(cited):
        return _read_one_line(raw, citation, raw.texts[end:])
    if not rest and (citation := parse_cited(cited)):
        return Entry(raw=raw, form=Form.RAW, citation=citation)
    authors, strays = _authors(rest)
    form = Form.RELATED if authors else Form.UNKNOWN
    citation = Citation(type=ItemType.DOCUMENT, title=tidy(first), authors=authors)
    return Entry(raw=raw, form=form, citation=citation, strays=strays)


_GOES_ON = re.compile(r"[:(\d&+]|-\s*[&+\d]|DOI\b|[VvPp][A-Za-z]{0,2} ?\d")


def _end_of_cited(texts: tuple[str, ...]) -> int:
    """Count the lines of a cited reference: one, and those that plainly go on with it."""
    end = 1
    while end < len(texts) and (
        _GOES_ON.match(fold(texts[end])) or fold(texts[end - 1]).endswith(",")
    ):
        end += 1
    return end


def _split_marked(texts: tuple[str, ...]) -> tuple[str, ItemType, list[str]] | None:
    """Divide at `[J].`, which ends a line, stands in one, or has a line of its own."""
    for n, text in enumerate(texts[:3]):
        if split := split_at_mark(text):
            before, type_, after = split
            title = join_lines([*texts[:n], before])
            return title, type_, [one for one in [after, *texts[n + 1 :]] if one]
    return None


def _read_matched(raw: RawEntry, title: str, type_: ItemType, rest: list[str]) -> Entry:
    count = 0
    while count < len(rest) and _AUTHOR_LINE.fullmatch(fold(rest[count])):
        count += 1
    authors, not_names = _authors([_AUTHOR_END.sub("", text) for text in rest[:count]])
    citation, strays = _source_at_end(rest[count:])
    if citation is None:
        citation, strays = _title_and_year(rest[count:])
    return Entry(
        raw=raw,
        form=Form.MATCHED,
        citation=msgspec.structs.replace(
            citation, type=type_, title=tidy(title), authors=authors + citation.authors
        ),
        strays=(*not_names, *strays),
    )


# `ELM, SH ;` and at the end `FIR, AL .`: letters, no digits.
_AUTHOR_LINE = re.compile(r"[^\d]{1,80}?(?: ?;| \.|(?<=[A-Z])\.)")
_AUTHOR_END = re.compile(r"\s*[;；]\s*$|\s+\.\s*$|(?<=[A-Z])\.$")


def _title_and_year(rest: list[str]) -> tuple[Citation, tuple[str, ...]]:
    """Save the year of a source that has no known form: `….1982,21:`."""
    text = join_lines(rest)
    year = re.search(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?=[,.:(]|$)", fold(text))
    return Citation(year=int(year[1]) if year else None), (text,) if text else ()


def _source_at_end(texts: list[str]) -> tuple[Citation | None, tuple[str, ...]]:
    """Read the source that the lines begin with; lines behind it are strays."""
    for end in range(1, min(len(texts), _MOST_SOURCE_LINES) + 1):
        goes_on = end < len(texts) and _GOES_ON.match(fold(texts[end]))
        if not goes_on and (citation := parse_source(join_lines(texts[:end]))):
            return citation, tuple(texts[end:])
    return None, ()


_MOST_SOURCE_LINES = 6


def _read_related(raw: RawEntry) -> Entry | None:
    """Read title, authors and source, each on lines of their own."""
    title, *rest = raw.texts
    for start, text in enumerate(rest):
        window = rest[start : start + 2]
        if parse_source(text) or _is_split_source(window):
            citation, strays = _source_at_end(rest[start:])
            if citation is None:
                continue
            wrapped = _wrapped_title(title, rest[:start])
            title = join_lines([title, *rest[:wrapped]])
            authors, not_names = _authors(rest[wrapped:start])
            citation = msgspec.structs.replace(citation, title=tidy(title), authors=authors)
            return Entry(
                raw=raw, form=Form.RELATED, citation=citation, strays=(*not_names, *strays)
            )
    return None


_FAMILY_GIVEN = re.compile(r"\S+(?: \S+){0,3}, ?[^\W\d_a-z]\S*(?: \S+){0,4}")
_UNFINISHED = re.compile(r"(?:[,:\-–]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))$")


def _wrapped_title(title: str, rest: list[str]) -> int:
    """Count the lines that go on with a title: those that no name could be.

    A name begins with a capital or has the form `al-Larch, Frieda`, `van der Berg, Jan`.
    """
    count = 0
    for text in rest:
        goes_on = _UNFINISHED.search(title) or text[0].islower()
        if not goes_on or _FAMILY_GIVEN.fullmatch(fold(text[:_TOO_LONG_FOR_A_NAME])):
            break
        title = text
        count += 1
    return count


def _is_split_source(texts: list[str]) -> bool:
    """Say whether a source begins here and goes on below: `INVENTED REVIEW,` / `1947, 71 (10)`."""
    return len(texts) > 1 and bool(
        re.match(r"(?:1[5-9]|20)\d\d\b", fold(texts[1])) and parse_source(join_lines(texts[:2]))
    )


_TOO_LONG_FOR_A_NAME = 100


def _authors(texts: list[str]) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    names, strays = [], []
    for text in texts:
        words = len(text.split())
        if len(text) > _TOO_LONG_FOR_A_NAME or any(char.isdigit() for char in text) or words > 10:  # noqa: PLR2004 - no name has more words
            strays.append(text)
        elif name := parse_name(text):
            names.append(name)
    return tuple(names), tuple(strays)


# A run of words in capitals behind a title that has small letters is the journal, when its first
# word is too long to be an acronym that ends the title.
_JOURNAL_IN_CAPITALS = re.compile(
    r"(?P<title>.*[a-z].*?)\s+(?P<journal>[A-Z]{6,}(?:[ ,\-][A-Z&][A-Z&\-,]*)*)"
)


def _read_one_line(raw: RawEntry, citation: Citation, strays: tuple[str, ...]) -> Entry:
    """Read `TITLE JOURNAL, 1971, 4 (05): : 591 - &`; the two are divided only where it is sure."""
    match = _JOURNAL_IN_CAPITALS.fullmatch(citation.container)
    if match:
        citation = msgspec.structs.replace(
            citation, title=match["title"], container=match["journal"]
        )
        return Entry(raw=raw, form=Form.ONE_LINE, citation=citation, strays=strays)
    citation = msgspec.structs.replace(citation, title=citation.container, container="")
    return Entry(
        raw=raw,
        form=Form.ONE_LINE,
        citation=citation,
        title_holds_journal=True,
        strays=strays,
    )


def drop_footers(lines: list[Line]) -> list[Line]:
    """Drop navigation, pagers and footers from the lines of a list."""
    return [line for line in lines if not is_chrome(line)]
