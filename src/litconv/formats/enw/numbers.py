"""EndNote tagged: numbers, dates, pages and identifiers of a record."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.enw.context import Context
from litconv.formats.enw.tables import (
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    OWN_NUMBER_IN_AT,
    VERSIONED_TYPES,
    WHOLE_TYPES,
)
from litconv.model import Date, ItemType, Pages
from litconv.reading.chinese import add_call_number, add_page_count, add_pages, is_page_count
from litconv.reading.days import add_day
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import bare_number
from litconv.text.dates import parse_date
from litconv.text.doi import names_doi
from litconv.text.pages import strip_zeros
from litconv.text.serials import split_serials
from litconv.text.width import fold_letters, tidy

_ARTICLE: Final = re.compile(r"(?:Artn?|Article|ARTN)\.?\s+(\w*\d\S*)")
_PMID: Final = re.compile(r"(?:PMID:?\s*)?(\d{1,8})")
_WOS: Final = re.compile(r"(?:WOS|ISI|BCI|CCC|KJD|MEDLINE):\S+")
_PUBMED: Final = re.compile(r"\b(?:nlm|pubmed|medline)\b", re.IGNORECASE)
_ARXIV: Final = re.compile(r"arxiv:\s*((?:\d{4}\.\d{4,5}|[\w.-]+/\d{7})(?:v\d+)?)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_STATUS: Final = re.compile(
    r"(?:in press|forthcoming|accepted|submitted|in preparation|to appear)", re.IGNORECASE
)
_FRONT: Final = re.compile(
    r"\s*[ivxlcdmIVXLCDM]+, ?(\d{1,5})(?: ?(?:[pS]\.?|pages|Seiten|页))?\s*$"
)
_WITH_ISSUE: Final = re.compile(r"(\w{1,6}) ?\(([\w./-]{1,12})\)")
_PMCID: Final = re.compile(r"PMC\d+", re.IGNORECASE)


def volume(draft: Draft, item: Item, context: Context) -> None:
    """Take %V: the volume, a thesis's degree, the year in which a web page was seen."""
    if draft.type is ItemType.THESIS and not any(char.isdigit() for char in item.value):
        draft.text("genre", item)  # EndNote: the degree
    elif draft.type is ItemType.WEBPAGE and item.value.strip().isdecimal():
        # EndNote: year and day of access
        day = context.first.get("N", "")
        draft.date(
            "accessed", item, parse_date(day, year=int(item.value)) or parse_date(item.value)
        )
    else:
        match = _WITH_ISSUE.fullmatch(fold_letters(tidy(item.value)))
        if match and "N" not in context.first:  # `12(3)`
            draft.number("volume", item, match[1])
            draft.number("issue", item, match[2])
        else:
            draft.number("volume", item, bare_number(item.value))


def number(draft: Draft, item: Item, context: Context) -> None:
    """Take %N: the issue, the work's own number, the number in a series."""
    type_ = draft.type
    if type_ is ItemType.WEBPAGE and context.first.get("V", "").strip().isdecimal():
        return
    if type_ in NUMBERED_TYPES:
        if type_ in OWN_NUMBER_IN_AT and own_number(context.first.get("@", "")):
            draft.keep(item)  # the application number of a patent
        else:
            draft.text("number", item)
    elif type_ in WHOLE_TYPES or type_ is ItemType.CHAPTER:
        draft.keep(item, tag="collection-number")
    elif type_ is ItemType.ARTICLE_NEWSPAPER and context.cnki and "P" not in context.first:
        draft.page_range(item, strip_zeros(item.value))  # the sheet
    else:
        draft.number("issue", item, bare_number(item.value))


def is_status(text: str) -> bool:
    """Say whether a text in place of the year is the stage of publication: `in press`."""
    return _STATUS.fullmatch(text) is not None


def own_number(text: str) -> str:
    """Give the text of %@ if it is no ISBN or ISSN."""
    return text if text.strip() and split_serials(text).rest else ""


def serial(draft: Draft, item: Item, context: Context) -> None:
    """Take %@: ISSN or ISBN; the number of a patent, report or standard."""
    del context
    if draft.type in OWN_NUMBER_IN_AT and (
        draft.type is not ItemType.REPORT or own_number(item.value)
    ):
        draft.text("number", item, fold_letters(tidy(item.value)))
    else:
        draft.serial(item)


def year_of_issue(draft: Draft, item: Item, context: Context) -> None:
    """Take %D: a year or a whole date; `in press` is the status."""
    del context
    date = parse_date(item.value)
    text = tidy(item.value)
    if date is None and _STATUS.fullmatch(text):
        draft.text("status", item)
    elif date is None and text.strip("-/.0 ") and not draft.fields.get("issued"):
        draft.report("value-not-understood", f"D: {text[:60]!r}", item, field="issued")
        draft.fields["issued"] = Date(literal=text)
    else:
        draft.date("issued", item, date)


def date(draft: Draft, item: Item, context: Context) -> None:
    """Take %8: the day of issue, mostly without its year; another year is the conference's."""
    other = add_day(draft, item, context.year)
    if other is None:
        return
    if draft.type is ItemType.PAPER_CONFERENCE and not draft.fields.get("event_date"):
        draft.fields["event_date"] = other
    else:
        draft.keep(item)


def accessed(draft: Draft, item: Item, context: Context) -> None:
    """Take %[: the day of access."""
    del context
    draft.date("accessed", item)


def pages(draft: Draft, item: Item, context: Context) -> None:
    """Take %P: pages, or the length of a whole work."""
    del context
    whole = draft.type in WHOLE_TYPES or draft.type is ItemType.THESIS
    front = _FRONT.match(item.value) if whole else None
    if front and draft.pages is None:  # `XX, 327 S.`: front matter and the text
        draft.pages = Pages(raw=tidy(item.value), count=int(front[1]))
    elif whole and is_page_count(item.value):
        add_page_count(draft, item)
    else:
        add_pages(draft, item)


def section(draft: Draft, item: Item, context: Context) -> None:
    """Take %&: the first page of an article, a chapter's number, a newspaper's section."""
    if draft.type is ItemType.CHAPTER:
        draft.keep(item, tag="chapter-number")
    elif draft.type in JOURNAL_TYPES and draft.type is not ItemType.ARTICLE_NEWSPAPER:
        pages = context.first.get("P", "").strip()
        if not pages:
            draft.page_range(item)
        elif not pages.startswith(tidy(item.value)):
            draft.keep(item, tag="section")
    else:
        draft.keep(item, tag="section")


def edition(draft: Draft, item: Item, context: Context) -> None:
    """Take %7: the edition; of an article the day it was online."""
    del context
    if draft.type is ItemType.ARTICLE_JOURNAL and parse_date(item.value):
        draft.keep(item, tag="available-date")  # EndNote: the date it was online
    elif draft.type in VERSIONED_TYPES:
        draft.keep(item, tag="version")
    else:
        draft.text("edition", item)


def doi(draft: Draft, item: Item, context: Context) -> None:
    """Take %R: a DOI in EndNote and CNKI, the kind of thesis in Zotero, a report in Refer."""
    del context
    text = tidy(item.value)
    if draft.doi(item):
        return
    if arxiv := _ARXIV.fullmatch(text):
        draft.identifier("arxiv", arxiv[1], item)
    elif text.startswith(("http://", "https://")):
        draft.text("url", item)
    elif draft.type is ItemType.THESIS:
        draft.text("genre", item)
    elif draft.type is ItemType.REPORT:
        draft.text("number", item)
    else:
        draft.keep(item)


def url(draft: Draft, item: Item, context: Context) -> None:
    """Take addresses, one a line; the first one is the work's own."""
    for text in item.value.split("\n"):
        if text.strip():
            draft.text("url", item, text)
            if "R" not in context.first and names_doi(text):
                draft.doi(item, text)


def other(draft: Draft, item: Item, context: Context) -> None:
    """Take %O: the journal's short name in EndNote, anything else in Refer."""
    text = tidy(item.value)
    if article := _ARTICLE.fullmatch(text):
        draft.article_number(item, article[1])
    elif shortens(text, context.first.get("J", "")):
        draft.text("container_title_short", item)
    elif not (text.lower().startswith(("doi", "10.", "http")) and draft.doi(item)):
        draft.note(text)


def shortens(short: str, long: str) -> bool:
    """Say whether each word of `short` begins a word of `long`, in the same order."""
    words = iter(_WORD.findall(long.lower()))
    parts = _WORD.findall(short.lower())
    return (
        bool(parts)
        and short != long
        and all(any(word.startswith(part) for word in words) for part in parts)
    )


def accession(draft: Draft, item: Item, context: Context) -> None:
    """Take %M: the number of a record in the database that `%~` or `%W` name."""
    text = tidy(item.value)
    base = f"{context.first.get('~', '')} {context.first.get('W', '')}"
    pmid = _PMID.fullmatch(text)
    if pmid and (text.startswith("PMID") or _PUBMED.search(base)):
        draft.identifier("pmid", pmid[1], item)
    elif _WOS.fullmatch(text):
        draft.other_identifier("WOS", text)
    elif _PMCID.fullmatch(text):
        draft.identifier("pmcid", text.upper(), item)
    elif not (text.lower().startswith(("doi", "10.", "https://doi")) and draft.doi(item)):
        draft.other_identifier("accession", text)


def call_number(draft: Draft, item: Item, context: Context) -> None:
    """Take a shelf mark, or the 国内统一刊号 of a Chinese journal."""
    del context
    add_call_number(draft, item)


def database(draft: Draft, item: Item, context: Context) -> None:
    """Take %~: a database; in CNKI's exports the kind of a standard or thesis."""
    if context.cnki and "CNKI" in item.value:
        return  # the end mark says so
    if context.cnki and draft.type in {ItemType.STANDARD, ItemType.THESIS, ItemType.PATENT}:
        draft.text("genre", item)
    else:
        draft.keep(item, tag="source")


def provider(draft: Draft, item: Item, context: Context) -> None:
    """Take %W: who provided the database, which is `%~`."""
    draft.keep(item, tag="W" if "~" in context.first else "source")


def article_number(draft: Draft, item: Item, context: Context) -> None:
    """Take %]: the article number of what stands in a journal."""
    del context
    if draft.type in JOURNAL_TYPES or draft.type is ItemType.PAPER_CONFERENCE:
        draft.article_number(item)
    else:
        draft.keep(item)
