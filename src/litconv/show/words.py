"""Record values as short plain texts: names, source lines, labels."""

from __future__ import annotations

import re

from litconv.model import ListKind, Name, Record
from litconv.refine.complete import missing_fields, words_for
from litconv.source import strip_controls

# The marks that reverse the order of what is shown, and what is left of line structure.
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")

LIST_TITLES = {ListKind.RELATED: "Related papers", ListKind.REFERENCES: "References"}
SCHEMES = {"clc": "CLC", "discipline": "Discipline"}
_FIELDS = {"container_title": "journal", "issued": "year", "contributors": "names"}


def plain(text: str) -> str:
    """Give the text as one line without anything that could steer a terminal."""
    return _BLANKS.sub(" ", _STEERING.sub("", strip_controls(text))).strip()


def person(name: Name) -> str:
    """`Davidson, L.`; Chinese names without comma: `王小明`."""
    if name.literal or not name.given:
        return plain(name.literal or name.full_family)
    if not (name.family + name.given).isascii() and _is_han(name.family + name.given):
        return plain(name.family + name.given)
    return plain(name.sort_text)


def _is_han(text: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" or char in "·〇" for char in text)


def year(record: Record) -> str:
    """Give the year, or what the source says in its place."""
    if record.issued is None:
        return ""
    if record.issued.start:
        return str(record.issued.start.year)
    return plain(record.issued.literal)


def pages(record: Record) -> str:
    """Give pages with an en dash, or the article number."""
    text = record.pages.text.replace("-", "–") or record.pages.article_number
    return plain(text)


def place(record: Record) -> str:
    """Give volume, issue and pages: `38(4): 336–341`."""
    volume = plain(record.volume) + (f"({plain(record.issue)})" if record.issue else "")
    return ": ".join(part for part in (volume, pages(record)) if part)


def source(record: Record) -> str:
    """One line: journal or book, publisher, year, volume, issue, pages; what is known of them."""
    publisher = ": ".join(
        part for part in (plain(record.publisher_place), plain(record.publisher)) if part
    )
    parts = [plain(record.container_title), publisher, year(record), place(record)]
    return ", ".join(part for part in parts if part)


def field_label(field: str) -> str:
    """Give the word for a field of `Record`."""
    return _FIELDS.get(field, field.replace("_", " "))


def missing(record: Record) -> str:
    """Give what a reference of the record's type needs and the source does not state."""
    return ", ".join(words_for(field) for field in missing_fields(record))
