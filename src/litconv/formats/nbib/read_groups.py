"""MEDLINE: what several values of a record say together: title, container, place, type."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.nbib import tables
from litconv.model import ItemType, TranslatedTitle
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date
from litconv.text.doi import clean_doi
from litconv.text.width import tidy

# A location that is the article's number: `e1001`, `105012`. Publisher item identifiers
# (`S0140-6736(20)30183-5`, `ABR-5-67`) have other signs in them.
_NUMBER: Final = re.compile(r"[A-Za-z]{0,4}\d{1,8}")
_SO: Final = re.compile(
    r"(?P<journal>[^.]*(?:\. [^.\d]*)*?)\. (?P<date>(?:1[5-9]|20)\d\d[^;:.]*)"
    r"(?:;(?P<volume>[^:(.;]*)(?:\((?P<issue>[^)]*)\))?(?::(?P<pages>[^.]*))?)?\..*",
    re.DOTALL,
)
_TRANSLATED: Final = re.compile(r"\[(?P<title>.+)\]\.?")


class Parts:
    """The values of one record that have to wait for others."""

    def __init__(self) -> None:
        self.kinds: list[tuple[ItemType, Item]] = []
        self.is_article = False
        self.titles: list[Item] = []
        self.vernacular: list[Item] = []
        self.book_titles: list[Item] = []
        self.later: dict[str, Item] = {}
        self.locations: list[Item] = []
        self.abstracts: list[Item] = []


def put_together(parts: Parts, draft: Draft) -> None:
    """Give the draft what the parts say when all values are in."""
    _title(parts, draft)
    _containers(parts, draft)
    _where_it_stands(parts, draft)
    _abstract(parts, draft)
    draft.type = _type(parts, draft)
    for kind, item in parts.kinds:  # what the type itself does not say
        if kind is not draft.type or tidy(item.value).casefold() != tables.TYPES[kind].casefold():
            draft.keep(item)


def _title(parts: Parts, draft: Draft) -> None:
    if not parts.titles:
        if parts.vernacular:
            first, *others = parts.vernacular
            draft.text("title", first, without_stop(first.value))
            _keep(draft, others)
        return
    first = parts.titles[0]
    title = join_titles([tidy(one.value) for one in parts.titles])
    if not parts.vernacular:
        draft.text("title", first, title)
        return
    own, *others = parts.vernacular
    if match := _TRANSLATED.fullmatch(title):
        draft.text("title", own, without_stop(own.value))
        translated = TranslatedTitle(title=without_stop(match["title"]), language="en")
    else:
        draft.text("title", first, title)
        translated = TranslatedTitle(title=without_stop(own.value))
    draft.translated.append(translated)
    _keep(draft, others)


def _containers(parts: Parts, draft: Draft) -> None:
    """Set the book's title: the container of a chapter and the title of a whole book.

    A whole book may have its title under both tags; a chapter that is called like its book is one.
    """
    fields = draft.fields
    for item in parts.book_titles:
        title = without_stop(item.value)
        if title != fields.get("title") or any(kind is ItemType.CHAPTER for kind, _ in parts.kinds):
            draft.text("container_title" if fields.get("title") else "title", item, title)
    if not fields.get("container_title") and (short := fields.get("container_title_short")):
        fields["container_title"] = short
        del fields["container_title_short"]
    elif fields.get("container_title") == fields.get("container_title_short"):
        fields.pop("container_title_short", None)


def _where_it_stands(parts: Parts, draft: Draft) -> None:
    """Read volume, pages, date from `SO` and the location where their own tags are missing."""
    so = parts.later.get("SO")
    if so is not None:
        if "doi" not in draft.ids and (doi := clean_doi(tidy(so.value))):
            draft.ids["doi"] = doi
        _from_source_line(parts, draft, so)
    early = parts.later.get("DEP")
    if early is not None and not draft.fields.get("issued"):
        set_date(draft, "issued", early)
    if parts.locations and (draft.pages is None or not draft.pages.raw):
        item = parts.locations[0]
        if _NUMBER.fullmatch(item.value):
            draft.article_number(item)


def _from_source_line(parts: Parts, draft: Draft, so: Item) -> None:
    fields = draft.fields
    if fields.get("container_title") and fields.get("issued"):
        return
    match = _SO.fullmatch(tidy(so.value))
    if match is None:
        return
    if not fields.get("container_title") and not parts.book_titles:
        draft.text("container_title", so, match["journal"])
    if not fields.get("issued"):
        draft.date("issued", so, parse_date(match["date"]))
    for field in ("volume", "issue"):
        if not fields.get(field) and match[field]:
            draft.number(field, so, match[field])
    if draft.pages is None and match["pages"]:
        draft.page_range(so, match["pages"])


def _abstract(parts: Parts, draft: Draft) -> None:
    """Several abstracts are one in parts; that of another supplier counts for want of one."""
    own = [one for one in parts.abstracts if one.tag == "AB"]
    others = [one for one in parts.abstracts if one.tag != "AB"]
    if not own:
        own, others = others[:1], others[1:]
    if own:
        draft.fields["abstract"] = "\n".join(tidy(one.value) for one in own)
    _keep(draft, others)


def _type(parts: Parts, draft: Draft) -> ItemType:
    strong = [one for one, _ in parts.kinds if one in tables.STRONG or not parts.is_article]
    if strong:
        return strong[0]
    if parts.is_article or not parts.book_titles:
        return ItemType.ARTICLE_JOURNAL
    return ItemType.CHAPTER if draft.fields.get("container_title") else ItemType.BOOK


def _keep(draft: Draft, items: list[Item]) -> None:
    for item in items:
        draft.keep(item)


def without_stop(title: str) -> str:
    """Give a title without the full stop that the database puts behind it; `…` ends in none."""
    text = tidy(title)
    if text.endswith(".") and not text.endswith(".."):
        return text[:-1].rstrip()
    return text


def join_titles(parts: list[str]) -> str:
    """Put a title in several lines together: a colon joins what no mark ends."""
    whole = ""
    for part in parts:
        between = " " if whole.endswith((".", "?", "!", ":")) else ": "
        whole = f"{whole}{between}{part}" if whole else part
    return without_stop(whole)
