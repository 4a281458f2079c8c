"""Fields that identify the work or its source, and those that databases add."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.bibtex.from_types import ARXIV
from litconv.formats.bibtex.reading import Entry, unknown_field
from litconv.model import Subject
from litconv.reading.tagged import Item
from litconv.text.width import tidy

Handler = Callable[[Entry, Item], None]

_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dXx]")
_URL: Final = re.compile(r"https?://\S+")
_DOI: Final = re.compile(r"10\.\d{4,9}/[A-Za-z0-9./_()-]*[A-Za-z0-9]")
_DOI_URL: Final = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\S+")
_PMID: Final = re.compile(r"\d{1,9}")
_LONGEST_COUNT: Final = 9


def read_doi(entry: Entry, item: Item) -> None:
    """Read `doi`, bare or as an address."""
    value = item.value.strip()
    if _DOI.fullmatch(value) and "doi" not in entry.draft.ids:
        entry.draft.ids["doi"] = value
    elif not entry.draft.doi(item):
        entry.draft.odd(item, "identifiers")


def read_url(entry: Entry, item: Item) -> None:
    """Read `url`, which may hold the DOI."""
    several = tidy(item.value).replace(", http", " http").replace(" http", "\n http")
    value, *others = several.split("\n ")  # Mendeley
    entry.draft.text("url", item, value)
    for one in others:
        entry.draft.text("url", item, one)
    if _DOI_URL.fullmatch(value) and not entry.value("doi"):
        entry.draft.doi(item)


def read_electronic(entry: Entry, item: Item) -> None:
    """Read `ee` (DBLP): the DOI as an address, or another one."""
    value = tidy(item.value)
    if _DOI_URL.fullmatch(value):
        entry.draft.doi(item)
    elif not entry.value("url"):
        entry.draft.text("url", item, value)
    elif value != tidy(entry.value("url")):
        entry.draft.keep(item)


def read_serial(entry: Entry, item: Item) -> None:
    """Read ISBN and ISSN."""
    value = item.value.strip()
    draft = entry.draft
    if _ISSN.fullmatch(value):
        number = value.upper()
        draft.issn += [number] if number not in draft.issn else []
    elif _URL.fullmatch(value):  # an address where a number should be
        if entry.value("url"):
            draft.keep(item)
        else:
            draft.text("url", item, value)
    else:
        draft.serial(item)


def identifier_of(kind: str) -> Handler:
    """Give the function that reads an identifier of its own."""

    def read(entry: Entry, item: Item) -> None:
        value = tidy(item.value)
        if kind == "pmcid" and value.isdecimal():
            value = f"PMC{value}"
        if kind == "pmid" and not _PMID.fullmatch(value):
            entry.draft.odd(item, "identifiers")
        elif kind == "arxiv":
            number = ARXIV.fullmatch(value)
            entry.draft.identifier(kind, number[1] if number else value, item)
        elif value:
            entry.draft.identifier(kind, value, item)

    return read


def read_unique_id(entry: Entry, item: Item) -> None:
    """Read `unique-id` (Web of Science): `WOS:000123`, `ISI:000123`, `MEDLINE:1234`."""
    scheme, colon, value = item.value.strip().strip("{}").partition(":")
    if colon and scheme.upper() in {"WOS", "ISI"}:
        entry.draft.other_identifier("WOS", value)
    else:
        unknown_field(entry, item)


def read_times_cited(entry: Entry, item: Item) -> None:
    """Read how often the work was cited."""
    value = item.value.strip()
    if value.isdecimal() and len(value) <= _LONGEST_COUNT:
        entry.draft.fields["times_cited"] = int(value)
    else:
        unknown_field(entry, item)


def read_affiliation(entry: Entry, item: Item) -> None:
    """Read the bodies of the authors, joined by semicolons."""
    for one in re.split(r"\s*[;\n]\s*", item.value.strip()):
        text = tidy(one)
        if text and text not in entry.draft.affiliations:
            entry.draft.affiliations.append(text)


def subject_of(scheme: str) -> Handler:
    """Give the function that reads the classes of a classification."""

    def read(entry: Entry, item: Item) -> None:
        for one in item.value.split(";"):
            code, _, label = tidy(one).partition(" ")
            if code:
                entry.draft.subjects.append(Subject(scheme=scheme, code=code, label=label))

    return read
