"""RefWorks tagged: numbers, dates, pages and identifiers of a record."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.refworks.context import Context
from litconv.formats.refworks.tables import NUMBERED_TYPES, WHOLE_TYPES
from litconv.model import Date, ItemType
from litconv.reading.chinese import add_call_number, add_page_count, add_pages, is_page_count
from litconv.reading.days import add_day
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import bare_number
from litconv.text.dates import parse_date
from litconv.text.doi import names_doi
from litconv.text.serials import split_serials
from litconv.text.width import fold_letters, tidy

_WOS: Final = re.compile(r"(?:WOS|ISI|BCI|CCC|MEDLINE):\S+")
# `Alder Publishing Group`: several words and no digit; a lone word could be a season or a month.
_WORDS: Final = re.compile(r"[A-Z][^\W\d]+(?: [^\W\d][^\d;]*)+")
_DIGITS: Final = re.compile(r"\d+")
_PUBMED: Final = re.compile(r"pubmed|medline", re.IGNORECASE)
_PMCID: Final = re.compile(r"(?:PMC)?(\d+)", re.IGNORECASE)


def year_of_issue(draft: Draft, item: Item, context: Context) -> None:
    """Take YR: a year, or words that are none."""
    date, text = parse_date(item.value), tidy(item.value)
    if date is not None or not text.strip("-/.0 "):
        draft.date("issued", item, date)
    elif "FD" in context.first or draft.fields.get("issued"):
        draft.odd(item, "issued")
    else:
        draft.report("value-not-understood", f"YR: {text[:60]!r}", item, field="issued")
        draft.fields["issued"] = Date(literal=text)


def date(draft: Draft, item: Item, context: Context) -> None:
    """Take FD: the day of issue, mostly without its year; the publisher in HighWire's exports."""
    words = _WORDS.fullmatch(tidy(item.value)) and parse_date(item.value, year=context.year) is None
    if words and "PB" not in context.first:
        draft.text("publisher", item)
    elif add_day(draft, item, context.year):
        draft.keep(item)


def accessed(draft: Draft, item: Item, context: Context) -> None:
    """Take RD: the day of access."""
    del context
    draft.date("accessed", item)


def volume(draft: Draft, item: Item, context: Context) -> None:
    """Take VO."""
    del context
    draft.number("volume", item, bare_number(item.value))


def issue(draft: Draft, item: Item, context: Context) -> None:
    """Take IS: the issue, the work's own number, the number in a series."""
    del context
    if draft.type in NUMBERED_TYPES:
        draft.text("number", item)
    elif draft.type in WHOLE_TYPES or draft.type is ItemType.CHAPTER:
        draft.keep(item, tag="collection-number")
    else:
        draft.number("issue", item, bare_number(item.value))


def pages(draft: Draft, item: Item, context: Context) -> None:
    """Take SP and OP together at the first of them; CNKI has the whole range in OP."""
    first, last = context.first.get("SP"), context.first.get("OP")
    if item is not (first if first and item.tag == "SP" else last):
        draft.keep(item)  # a second one
    elif first and last:
        if item is first:
            draft.first_and_last_page(first, last)
    elif draft.type in WHOLE_TYPES and is_page_count(item.value):
        add_page_count(draft, item)
    else:
        add_pages(draft, item)


def serial(draft: Draft, item: Item, context: Context) -> None:
    """Take SN: ISSN or ISBN; the number of a patent, report or standard."""
    del context
    if draft.type in {ItemType.PATENT, ItemType.STANDARD} or (
        draft.type is ItemType.REPORT and split_serials(item.value).rest
    ):
        draft.text("number", item, fold_letters(tidy(item.value)))
    else:
        draft.serial(item)


def doi(draft: Draft, item: Item, context: Context) -> None:
    """Take DO."""
    del context
    if not draft.doi(item):
        draft.odd(item, "identifiers")


def url(draft: Draft, item: Item, context: Context) -> None:
    """Take UL, LK or AV: the first is the work's address, the others stand in for it."""
    for text in item.value.split("\n"):
        if not text.strip():
            continue
        address = text.strip().startswith(("http:", "https:", "ftp:", "www."))
        if item.tag == "UL" or (address and "UL" not in context.first):
            draft.text("url", item, text)
        else:
            draft.keep(item, value=text)
        if "DO" not in context.first and names_doi(text):
            draft.doi(item, text)


def accession(draft: Draft, item: Item, context: Context) -> None:
    """Take AN: the number of the record in a database."""
    text = tidy(item.value)
    if _WOS.fullmatch(text):
        draft.other_identifier("WOS", text)
    elif text.startswith(("PMID", "pmid")) and (match := _DIGITS.search(text)):
        draft.identifier("pmid", match[0], item)
    elif _DIGITS.fullmatch(text) and re.search(
        r"pubmed|medline", context.text("DB"), re.IGNORECASE
    ):
        draft.identifier("pmid", text, item)
    else:
        draft.other_identifier("accession", text)


def pmid(draft: Draft, item: Item, context: Context) -> None:
    """Take PMID."""
    del context
    if match := _DIGITS.fullmatch(tidy(item.value)):
        draft.identifier("pmid", match[0], item)
    else:
        draft.odd(item, "identifiers")


def pmcid(draft: Draft, item: Item, context: Context) -> None:
    """Take PMCID, with or without its letters."""
    del context
    if match := _PMCID.fullmatch(tidy(item.value)):
        draft.identifier("pmcid", f"PMC{match[1]}", item)
    else:
        draft.odd(item, "identifiers")


def call_number(draft: Draft, item: Item, context: Context) -> None:
    """Take CN: a shelf mark, or the 国内统一刊号 of a Chinese journal."""
    del context
    add_call_number(draft, item)
