"""The language of `--key-pattern`: what citation keys are made of, in one line.

A pattern is terms joined by `+`; a term is a field or a quoted text, with filters behind dots:

    auth.lower + year + shorttitle(1).lower       the keys that are made without a pattern
    authors(2) + "_" + journal.abbr + volume      DavidsonStayner_CP6

Fields, close to those of Better BibTeX's formulas:

    auth            family name of the first author, particle included; auth(3) its first letters
    authors(n)      family names of the first n authors; all without (n)
    year            the year, nd without one; shortyear its last two digits
    title           all words of the title; shorttitle(n) the first n (3) that are no function
                    words; veryshorttitle the first
    journal volume issue firstpage lastpage doi isbn publisher type language
    id              the key that the record came with

Filters: lower, upper, capitalize (each word), abbr (first letters of the words), fold (ASCII).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple, NoReturn

from litconv.diagnostics import UsageError
from litconv.model import Record
from litconv.refine.key_fields import (
    Words,
    author_words,
    first_author_words,
    first_title_word,
    title_start,
    title_words,
    words_of,
    year_words,
)
from litconv.text.ascii import to_ascii

_SHORT_TITLE = 3
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<name>[A-Za-z]+)(?:\(\s*(?P<number>[0-9]{1,3})\s*\))?
      | (?P<quote>"[^"]*"|'[^']*')
      | (?P<sign>[+.])
    )""",
    re.VERBOSE,
)


class _Term(NamedTuple):
    """One term: its field or its literal text, its number, its filters."""

    field: str
    number: int | None
    literal: str
    filters: tuple[str, ...]


def _auth(record: Record, number: int | None, *, ascii_only: bool) -> Words:
    first = "".join(first_author_words(record, ascii_only=ascii_only))
    return (first[:number],) if first else ()


def _authors(record: Record, number: int | None, *, ascii_only: bool) -> Words:
    families = author_words(record, ascii_only=ascii_only)[:number]
    return tuple("".join(family) for family in families)


def _short_title(record: Record, number: int | None, *, ascii_only: bool) -> Words:
    words = title_words(record, ascii_only=ascii_only)[: _SHORT_TITLE if number is None else number]
    return tuple(word[:1].upper() + word[1:] for word in words)


def _very_short_title(record: Record, _number: int | None, *, ascii_only: bool) -> Words:
    return _short_title(record, 1, ascii_only=ascii_only)


def _year(record: Record, _number: int | None, *, ascii_only: bool) -> Words:
    del ascii_only
    return year_words(record)


def _short_year(record: Record, _number: int | None, *, ascii_only: bool) -> Words:
    del ascii_only
    return tuple(word[-2:] for word in year_words(record))


def _text_field(read: Callable[[Record], str]) -> _Field:
    def words(record: Record, _number: int | None, *, ascii_only: bool) -> Words:
        return words_of(read(record), ascii_only=ascii_only)

    return words


_Field = Callable[..., Words]
FIELDS: Final[dict[str, _Field]] = {
    "auth": _auth,
    "authors": _authors,
    "year": _year,
    "shortyear": _short_year,
    "shorttitle": _short_title,
    "veryshorttitle": _very_short_title,
    "title": _text_field(lambda record: record.title),
    "journal": _text_field(lambda record: record.container_title),
    "volume": _text_field(lambda record: record.volume),
    "issue": _text_field(lambda record: record.issue),
    "firstpage": _text_field(lambda record: record.pages.first or record.pages.article_number),
    "lastpage": _text_field(lambda record: record.pages.last),
    "doi": lambda record, _number, **_: (record.identifiers.doi,),
    "isbn": _text_field(lambda record: "".join(record.identifiers.isbn[:1])),
    "publisher": _text_field(lambda record: record.publisher),
    "type": _text_field(lambda record: record.type.value),
    "language": _text_field(lambda record: record.language),
    "id": lambda record, _number, **_: (record.id,),
}
NUMBERED: Final = frozenset({"auth", "authors", "shorttitle"})
FILTERS: Final[dict[str, Callable[[Words], Words]]] = {
    "lower": lambda words: tuple(word.lower() for word in words),
    "upper": lambda words: tuple(word.upper() for word in words),
    "capitalize": lambda words: tuple(word[:1].upper() + word[1:] for word in words),
    "abbr": lambda words: tuple(word[:1] for word in words),
    "fold": lambda words: tuple(to_ascii(word) for word in words),
}


class KeyPattern:
    """A pattern, parsed; raises UsageError with the column when it is wrong."""

    def __init__(self, text: str) -> None:
        self.terms = _parse(text)

    def fill(self, record: Record, *, ascii_only: bool) -> str:
        """Give the key of a record; "" when none of the fields has a value."""
        values = [(term, _value(term, record, ascii_only=ascii_only)) for term in self.terms]
        if not any(value for term, value in values if term.field):
            return ""
        return "".join(value for _, value in values)


def default_key(record: Record, *, ascii_only: bool) -> str:
    """Give `davidson1999peer`: author, year, first title word; the title alone if nobody is named.

    A Chinese title has no words: `李1999`. Where nothing is known, `anon` and the year.
    """
    year = "".join(year_words(record))
    if first := first_author_words(record, ascii_only=ascii_only):
        title = first_title_word(record, ascii_only=ascii_only)
    else:
        first, title = title_start(record, ascii_only=ascii_only) or ("anon",), ()
    return "".join((*first, year, *title)).lower()


def _value(term: _Term, record: Record, *, ascii_only: bool) -> str:
    if not term.field:
        return term.literal
    words = FIELDS[term.field](record, term.number, ascii_only=ascii_only)
    for name in term.filters:
        words = FILTERS[name](words)
    return "".join(words)


# ---------------------------------------------------------------------- parsing a pattern
def _parse(text: str) -> tuple[_Term, ...]:
    terms: list[_Term] = []
    position = 0
    while True:
        term, position = _parse_term(text, position)
        terms.append(term)
        rest = text[position:].lstrip()
        if not rest:
            return tuple(terms)
        if rest[0] != "+":
            _wrong(text, len(text) - len(rest), f"expected + before {rest[0]!r}")
        position = len(text) - len(rest) + 1


def _parse_term(text: str, position: int) -> tuple[_Term, int]:
    match = _TOKEN.match(text, position)
    if match is None or match["sign"]:
        start = len(text) - len(text[position:].lstrip())
        rest = text[start:]
        unclosed = rest[:1] in {'"', "'"}
        _wrong(text, start, "the quotation mark is not closed" if unclosed else "expected a field")
    field, number, quoted = match["name"] or "", match["number"], match["quote"]
    if field and field not in FIELDS:
        _wrong(text, match.start("name"), f"there is no field {field!r}")
    if number is not None and field not in NUMBERED:
        _wrong(text, match.start("number"), f"{field} takes no number")
    filters, position = _parse_filters(text, match.end())
    literal = quoted[1:-1] if quoted else ""
    return _Term(field, int(number) if number else None, literal, filters), position


def _parse_filters(text: str, position: int) -> tuple[tuple[str, ...], int]:
    filters: list[str] = []
    while (dot := _TOKEN.match(text, position)) and dot["sign"] == ".":
        match = _TOKEN.match(text, dot.end())
        name = match["name"] if match else None
        if match is None or name not in FILTERS or match["number"] is not None:
            _wrong(text, dot.end(), f"expected a filter, one of {', '.join(FILTERS)}")
        filters.append(name)
        position = match.end()
    return tuple(filters), position


def _wrong(text: str, position: int, what: str) -> NoReturn:
    msg = f"the key pattern is wrong at column {position + 1}: {what}: {text!r}"
    hint = f"For example: auth.lower + year + shorttitle(1).lower. Fields: {', '.join(FIELDS)}."
    raise UsageError(msg, hint=hint)
