"""Web of Science: dates and pages, each of which several tags tell."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.model import Pages
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date
from litconv.text.pages import parse_pages
from litconv.text.width import tidy

_YEAR: Final = re.compile(r"(?:1[4-9]|20|21)\d\d")
# `ARTN 123456`, and `UNSP 123` where the publisher gives no other place.
_ARTICLE: Final = re.compile(r"(?:ARTN?|UNSP)\s+(?=\S)")
# Derwent prints number, day, class and week of each publication of a patent in one line.
_DERWENT: Final = re.compile(r"(?<=\s)\d\d [A-Z][a-z]{2} \d{4}(?=\s)")
# `1674-3466(2015)50:2<12:…>2.0.TX;2-1`: the SICI of a contribution, no number of an article.
_SICI: Final = re.compile(r"\d{4}-\d{3}[\dXx]\(\d{4}.*<.*>.*")
COUNT: Final = re.compile(r"\d{1,9}")
_RANGE: Final = re.compile(r"\d+-\d+")


def read_dates(values: dict[str, Item], draft: Draft) -> None:
    """Read `PY 2006` with `PD JUN 14`; `EA JAN 2020` (early access) for want of both."""
    year, day, early = (values.get(tag) for tag in ("PY", "PD", "EA"))
    if day is not None:
        number = int(match[0]) if year and (match := _YEAR.search(year.value)) else None
        derwent = _DERWENT.search(day.value)
        found = parse_date(derwent[0] if derwent else day.value, year=number)
        if found is None:
            draft.keep(day)  # `1ST QUARTER`
        else:
            set_date(draft, "issued", day, found, year=number)
    if year is not None:
        set_date(draft, "issued", year)
    if early is not None:
        if "issued" not in draft.fields:
            set_date(draft, "issued", early)
        draft.keep(early)


def read_pages(values: dict[str, Item], draft: Draft) -> None:
    """Read `BP` and `EP`, or the range in `PS` (INSPEC, MEDLINE); `AR` is the article's number."""
    first, last, whole, article = (values.get(tag) for tag in ("BP", "EP", "PS", "AR"))
    if (sponsor := values.get("SP")) is not None:
        if first is None and sponsor.value.strip().isdecimal():
            first = sponsor  # INSPEC; a conference has its sponsors here
        else:
            draft.keep(sponsor)
    number = _ARTICLE.sub("", tidy(article.value)) if article else ""
    if whole is None and first is None and _RANGE.fullmatch(number):
        whole, article = article, None
    if whole is not None and (first is None or parse_pages(whole.value) is not None):
        _range(whole, (first, last), draft)
    else:
        draft.first_and_last_page(first, last)
        if whole is not None:
            draft.keep(whole)
    if article is not None and _RANGE.fullmatch(number):
        draft.page_range(article)
    elif article is not None and _SICI.fullmatch(number):
        draft.keep(article)
    elif article is not None:
        draft.article_number(article, number)
    if (count := values.get("PG")) is not None:
        _count(count, draft)


def _count(item: Item, draft: Draft) -> None:
    if COUNT.fullmatch(item.value.strip()):
        draft.pages = msgspec.structs.replace(draft.pages or Pages(), count=int(item.value))
    else:
        draft.keep(item)


def _range(whole: Item, ends: tuple[Item | None, ...], draft: Draft) -> None:
    """Read a range; first and last page are kept only where they say something else."""
    draft.page_range(whole)
    known = (draft.pages.first, draft.pages.last) if draft.pages else ()
    for item in ends:
        if item is not None and tidy(item.value) not in known:
            draft.keep(item)
