"""Fields that mean something together: titles, dates, who brought it out, numbers, kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from litconv.formats.bibtex.from_types import (
    ARXIV,
    COUNTRIES,
    EPRINTS,
    GENRES,
    SUBTYPE_OF,
    TYPES,
)
from litconv.formats.bibtex.read_dates import read_dates
from litconv.formats.bibtex.reading import Entry
from litconv.model import ItemType
from litconv.reading.tagged import Item
from litconv.text.width import tidy

_ARTICLES: Final = frozenset(("article", "periodical", "suppperiodical", "review"))
_BOOKS: Final = frozenset(
    """book mvbook booklet inbook bookinbook suppbook collection mvcollection incollection
    suppcollection proceedings mvproceedings inproceedings conference reference mvreference
    inreference""".split()
)
_URL: Final = re.compile(r"(?:https?|ftp)://[^\s<>\"{}]+")
_STOPS: Final = (".", "?", "!", ":", "。", "？", "！")


# ------------------------------------------------------------------ titles
def read_titles(entry: Entry) -> None:
    """Read `title: subtitle. titleaddon`, and the same for the titles of what it stands in."""
    if "subtitle" in entry.items or "titleaddon" in entry.items:
        title = _joined(entry, "title", "subtitle", "titleaddon")
    else:
        title = entry.take("title")
    if title is not None:
        entry.draft.put("title", title)


_CONTAINER_TITLES: Final = frozenset(
    """booksubtitle booktitleaddon journaltitle journalsubtitle maintitle mainsubtitle
    maintitleaddon fjournal issuetitle""".split()
)


def read_container_titles(entry: Entry) -> None:
    """Read the titles of what the work stands in, where they have several parts."""
    items = entry.items
    if "booksubtitle" in items or "booktitleaddon" in items:
        _put(entry, _joined(entry, "booktitle", "booksubtitle", "booktitleaddon"))
    _read_journal(entry)
    if "mainsubtitle" in items or "maintitleaddon" in items:
        _put(entry, _joined(entry, "maintitle", "mainsubtitle", "maintitleaddon"))
    if "fjournal" in items and "journal" in items:  # MathSciNet: the name in full beside it
        full, short = entry.take("fjournal"), entry.take("journal")
        if full and short:
            entry.draft.text("container_title", full)
            entry.draft.text("container_title_short", short)
    if "issuetitle" in items:
        issue = _joined(entry, "issuetitle", "issuesubtitle", "issuetitleaddon")
        if issue is not None:
            entry.draft.keep(issue, tag="volume-title")
    if "maintitle" in items and entry.word in {"book", "collection", "proceedings", "reference"}:
        whole = entry.take("maintitle")
        if whole is not None:
            entry.draft.text("container_title", whole)


def _read_journal(entry: Entry) -> None:
    items = entry.items
    name = "journaltitle" if "journaltitle" in items else "journal"
    if "journalsubtitle" in items:
        _put(entry, _joined(entry, name, "journalsubtitle", ""))
    if "journaltitle" in items and "journal" in items:  # biber prefers its own name
        journal = entry.take("journaltitle")
        if journal is not None:
            entry.draft.text("container_title", journal)


def read_booktitle(entry: Entry) -> None:
    """Keep the `booktitle` of an article that has a journal as well."""
    if entry.word == "article" and "journal" in entry.items:
        book = entry.take("booktitle")
        if book is not None:
            entry.draft.keep(book)


def _joined(entry: Entry, name: str, subtitle: str, addition: str) -> Item | None:
    first, second, third = entry.take(name), entry.take(subtitle), entry.take(addition)
    found = first or second or third
    if found is None or (second is None and third is None):
        return found
    text = first.value.strip() if first else ""
    if second is not None:
        text = _join(text, ": ", second.value)
    if third is not None:
        text = _join(text, ". ", third.value)
    return Item(name, text, found.line)


def _join(text: str, mark: str, more: str) -> str:
    if not text:
        return more.strip()
    return f"{text} {more.strip()}" if text.endswith(_STOPS) else f"{text}{mark}{more.strip()}"


def _put(entry: Entry, item: Item | None) -> None:
    if item is not None:
        entry.items[item.tag] = item


# ------------------------------------------------------------------ who and where
_PUBLISHERS: Final = ("publisher", "institution", "school", "organization")
_OF_THESES: Final = ("school", "institution", "publisher", "organization")
_OF_REPORTS: Final = ("institution", "publisher", "school", "organization")
_ONLINE: Final = frozenset(("online", "electronic", "www", "webpage"))
_SITES: Final = frozenset((ItemType.WEBPAGE, ItemType.POST, ItemType.POST_WEBLOG))


def read_publishers(entry: Entry) -> None:
    """Read publisher, school or institution."""
    if entry.word in _ONLINE and "organization" in entry.items:
        sites = entry.draft.type in _SITES and not entry.value("publisher")
        site = entry.take("organization") if sites else None
        if site is not None:
            entry.draft.text("container_title", site)  # Zotero, biblatex: the web site
    names = _OF_THESES if entry.is_thesis else _OF_REPORTS if entry.is_report else _PUBLISHERS
    for name in names:
        if name in entry.items and (item := entry.take(name)):
            _publisher(entry, item)


def read_places(entry: Entry) -> None:
    """Read the place of publication, and that of a conference beside it."""
    address = entry.take("address", "place")  # the latter is Crossref's
    location = entry.take("location") if "location" in entry.items else None
    place = address or location
    if place is not None:
        names = place.value.split(" and ") if "country" in place.value else ()
        if names and all(one.strip() in COUNTRIES for one in names):  # of patents in biblatex
            place = replace(place, value=" and ".join(COUNTRIES[one.strip()] for one in names))
        entry.draft.put("publisher_place", place)
    if address is not None and location is not None:
        # ACM: where it was published, and where the conference was.
        if entry.draft.type is ItemType.PAPER_CONFERENCE:
            entry.draft.text("event_place", location)
        else:
            entry.draft.text("publisher_place", location)


def _publisher(entry: Entry, item: Item) -> None:
    known = entry.draft.fields.get("publisher")
    if known and known != tidy(item.value):
        entry.draft.keep(item)
    else:
        entry.draft.put("publisher", item)


def read_how_published(entry: Entry) -> None:
    """Read `howpublished`: an address, or who brought it out; litconv itself: a container."""
    item = entry.take("howpublished")
    if item is None:
        return
    url = _URL.search(item.value)
    if url is not None:
        address = url[0].rstrip(".,;)")
        if not entry.value("url"):
            entry.draft.text("url", item, address)
        if tidy(item.value) != address:
            entry.draft.keep(item)
    elif "publisher" not in entry.draft.fields and entry.draft.type is TYPES.get(entry.word):
        entry.draft.text("publisher", item)
    elif "container_title" not in entry.draft.fields and "booktitle" not in entry.items:
        entry.draft.text("container_title", item)
    else:
        entry.draft.keep(item)


# ------------------------------------------------------------------ numbers and kinds
def read_numbers(entry: Entry) -> None:
    """Read `number`: of the issue, in the series, or of the report; `issue`."""
    number = entry.take("number")
    issue = entry.take("issue") if "issue" in entry.items else None
    if number is not None:
        if entry.word in _ARTICLES:
            entry.draft.number("issue", number)
        elif entry.word in _BOOKS and entry.value("series"):
            entry.draft.keep(number, tag="collection-number")
        else:
            entry.draft.text("number", number)
    if issue is not None:
        entry.draft.number("issue", issue)


def read_genre(entry: Entry) -> None:
    """Read `type`: what kind of thesis, report or article it is."""
    kind = entry.take("type", "document_type")
    # biblatex demands a type: where there is none, `Thesis` and `Report` say nothing.
    says = {"thesis": entry.is_thesis, "report": entry.is_report}
    if kind is not None and entry.value("source") == "Scopus" and _is_plain(kind.value):
        entry.draft.keep(kind)
    elif kind is not None and not says.get(kind.value.strip().lower()):
        entry.draft.text("genre", kind, GENRES.get(kind.value.strip().lower(), kind.value))


def _is_plain(kind: str) -> bool:
    return kind.strip().lower() in {"article", "review", "book", "book chapter", "conference paper"}


def read_subtype(entry: Entry) -> None:
    """Read `entrysubtype`: the CSL type, where the entry type is too wide."""
    subtype = entry.take("entrysubtype")
    if subtype is not None:
        meant = SUBTYPE_OF.get(subtype.value.strip().lower())
        if meant is None or entry.word not in TYPES:
            entry.draft.keep(subtype)
        else:
            entry.draft.type = meant


def read_site(entry: Entry) -> None:
    """Take a `misc` that says when it was looked at, and no publisher, for a web page (Zotero)."""
    items = entry.items
    plain = entry.draft.type is ItemType.DOCUMENT and entry.word == "misc"
    if plain and "url" in items and _PUBLISHED.isdisjoint(items):
        entry.draft.type = ItemType.WEBPAGE


_PUBLISHED: Final = frozenset(
    """doi publisher howpublished eprint type organization institution school booktitle journal
    isbn issn number volume pages edition entrysubtype editor""".split()
)


# ------------------------------------------------------------------ archives of preprints
def read_eprint(entry: Entry) -> None:
    """Read `eprint` with `archiveprefix` or `eprinttype`: arXiv, PubMed, others."""
    eprint = entry.take("eprint")
    kind = entry.take("eprinttype", "archiveprefix") if eprint else None
    if eprint is None:
        return
    name = kind.value.strip() if kind else ""
    scheme = EPRINTS.get(name.lower().replace(" ", ""), "")
    arxiv = ARXIV.fullmatch(eprint.value.strip())
    if arxiv and scheme in ("", "arxiv"):
        entry.draft.identifier("arxiv", arxiv[1], eprint)
        if entry.word == "misc" and entry.draft.type is ItemType.DOCUMENT:
            entry.draft.type = ItemType.ARTICLE  # arXiv's own export
    elif scheme:
        entry.draft.identifier(scheme, tidy(eprint.value), eprint)
    elif _URL.fullmatch(eprint.value.strip()) and not entry.value("url"):
        entry.draft.text("url", eprint)
    elif name:
        entry.draft.other_identifier(name, eprint.value)
    else:
        entry.draft.keep(eprint)


def read_links(entry: Entry) -> None:
    r"""Give the record the address of an `\href`, where it has none of its own."""
    for link in entry.links:
        if entry.value("url") or entry.draft.fields.get("url"):
            entry.draft.keep(link)
        else:
            entry.draft.text("url", link)


_GROUPS: Final = tuple(
    (frozenset(names.split()), group)
    for names, group in (
        ("urldate", read_site),
        ("entrysubtype", read_subtype),
        ("title subtitle titleaddon", read_titles),
        (" ".join(_CONTAINER_TITLES), read_container_titles),
        ("booktitle", read_booktitle),
        ("date year", read_dates),
        ("publisher institution school organization", read_publishers),
        ("address location place", read_places),
        ("howpublished", read_how_published),
        ("number issue", read_numbers),
        ("type document_type", read_genre),
        ("eprint", read_eprint),
    )
)
"""Each group with the fields of which one at least must be there."""


@lru_cache(maxsize=1024)  # the entries of one program have the same fields in the same order
def groups_of(names: tuple[str, ...]) -> tuple[Callable[[Entry], None], ...]:
    """Give the functions that read what belongs together, for an entry that has these fields."""
    return tuple(group for needed, group in _GROUPS if not needed.isdisjoint(names))
