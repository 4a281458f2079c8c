"""EndNote tagged: type, numbers, dates, pages and identifiers of a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from litconv.formats.enw.lexer import ENDS
from litconv.formats.enw.read_type import guess_type
from litconv.formats.enw.tables import (
    EDITED,
    GENRES,
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    TYPE_OF,
    VERSIONED_TYPES,
    WHOLE_TYPES,
)
from litconv.model import ItemType, Pages
from litconv.reading.days import add_day
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.reading.tagged_record import OWN_NUMBER_IN_SERIAL, TaggedRecord, is_own_number
from litconv.text.dates import is_impossible, parse_date
from litconv.text.doi import names_doi
from litconv.text.pages import strip_zeros
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
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PMCID: Final = re.compile(r"PMC\d+", re.IGNORECASE)
_WITH_KINDS: Final = frozenset({ItemType.STANDARD, ItemType.THESIS, ItemType.PATENT})


class EnwValues(TaggedRecord):
    """One record being read; `chinese` says that CNKI's end mark closes it.

    `edited` says that its type makes the authors editors.
    """

    __slots__ = ("edited",)
    numbered = NUMBERED_TYPES
    whole = WHOLE_TYPES | {ItemType.THESIS}

    def __init__(self, draft: Draft, items: Sequence[Item], *, end: str) -> None:
        super().__init__(draft, items)
        self.chinese = end in ENDS
        self.edited = False
        if "0" in self.first:
            self.named_type(self.first["0"])
        else:
            draft.type = guess_type(self.first)

    def named_type(self, item: Item) -> None:
        """%0: the type in English or Chinese; the tags tell what an unknown name does not."""
        name = tidy(item.value).lower()
        self.edited = name in EDITED
        if genre := GENRES.get(name):
            self.draft.text("genre", item, genre)
        if not self.set_type(item, TYPE_OF):
            self.draft.type = guess_type(self.first)

    # ------------------------------------------------------------------ numbers
    def volume(self, item: Item) -> None:
        """%V: the volume, a thesis's degree, the year in which a web page was seen."""
        draft = self.draft
        if draft.type is ItemType.THESIS and not any(char.isdigit() for char in item.value):
            draft.text("genre", item)  # EndNote: the degree
        elif draft.type is ItemType.WEBPAGE and self.is_year_of_access(item.value):
            # EndNote: year and day of access
            year, day = int(item.value), self.first.get("N", item)
            draft.date("accessed", item, parse_date(day.value, year=year) or parse_date(item.value))
            if is_impossible(day.value, year=year):
                draft.odd(day, "accessed")
        elif "N" not in self.first and (
            match := _WITH_ISSUE.fullmatch(fold_letters(tidy(item.value)))
        ):  # `12(3)`
            draft.number("volume", item, match[1])
            draft.number("issue", item, match[2])
        else:
            super().volume(item)

    def is_year_of_access(self, value: str) -> bool:
        """Say whether %V of a web page is a year."""
        return _YEAR.fullmatch(value.strip()) is not None

    def issue(self, item: Item) -> None:
        """%N: the issue, the work's own number, the number in a series."""
        draft, type_ = self.draft, self.draft.type
        if type_ is ItemType.WEBPAGE and self.is_year_of_access(self.value("V")):
            return  # the day to the year in %V
        if type_ in OWN_NUMBER_IN_SERIAL and is_own_number(self.value("@")):
            draft.keep(item)  # the application number of a patent
        elif type_ is ItemType.ARTICLE_NEWSPAPER and self.chinese and "P" not in self.first:
            draft.page_range(item, strip_zeros(item.value))  # the sheet
        else:
            super().issue(item)

    def edition(self, item: Item) -> None:
        """%7: the edition; of an article the day it was online."""
        draft = self.draft
        if draft.type is ItemType.ARTICLE_JOURNAL and parse_date(item.value):
            draft.keep(item, tag="available-date")  # EndNote: the date it was online
        elif draft.type in VERSIONED_TYPES:
            draft.keep(item, tag="version")
        else:
            draft.text("edition", item)

    # ------------------------------------------------------------------ dates
    def no_year(self, item: Item, words: str) -> None:
        """%D that is words: `in press` is the status."""
        if is_status(words):
            self.draft.text("status", item)
        else:
            super().no_year(item, words)

    def day(self, item: Item) -> None:
        """%8: the day of issue, mostly without its year; another year is the conference's."""
        draft = self.draft
        other = add_day(draft, item, self.known_year("D"))
        if other is None:
            return
        if draft.type is ItemType.PAPER_CONFERENCE and not draft.fields.get("event_date"):
            draft.fields["event_date"] = other
        else:
            draft.keep(item)

    # ------------------------------------------------------------------ pages
    def pages(self, item: Item) -> None:
        """%P: pages, or the length of a whole work."""
        draft = self.draft
        front = _FRONT.match(item.value) if draft.type in self.whole else None
        if front and draft.pages is None:  # `XX, 327 S.`: front matter and the text
            draft.pages = Pages(raw=tidy(item.value), count=int(front[1]))
        else:
            super().pages(item)

    def section(self, item: Item) -> None:
        """%&: the first page of an article, a chapter's number, a newspaper's section."""
        draft = self.draft
        if draft.type is ItemType.CHAPTER:
            draft.keep(item, tag="chapter-number")
        elif draft.type in JOURNAL_TYPES and draft.type is not ItemType.ARTICLE_NEWSPAPER:
            pages = self.value("P").strip()
            if not pages:
                draft.page_range(item)
            elif not pages.startswith(tidy(item.value)):
                draft.keep(item, tag="section")
        else:
            draft.keep(item, tag="section")

    def article_number(self, item: Item) -> None:
        """%]: the article number of what stands in a journal."""
        if self.draft.type in JOURNAL_TYPES or self.draft.type is ItemType.PAPER_CONFERENCE:
            self.draft.article_number(item)
        else:
            self.draft.keep(item)

    # ------------------------------------------------------------------ identifiers
    def doi(self, item: Item) -> None:
        """%R: a DOI in EndNote and CNKI, the kind of thesis in Zotero, a report in Refer."""
        draft, value = self.draft, tidy(item.value)
        if draft.doi(item):
            return
        if arxiv := _ARXIV.fullmatch(value):
            draft.identifier("arxiv", arxiv[1], item)
        elif value.startswith(("http://", "https://")):
            draft.text("url", item)
        elif draft.type is ItemType.THESIS:
            draft.text("genre", item)
        elif draft.type is ItemType.REPORT:
            draft.text("number", item)
        else:
            draft.keep(item)

    def url(self, item: Item) -> None:
        """%U: addresses, one a line; the first one is the work's own."""
        for one in item.value.split("\n"):
            if one.strip():
                self.draft.text("url", item, one)
                if "R" not in self.first and names_doi(one):
                    self.draft.doi(item, one)

    def other(self, item: Item) -> None:
        """%O: the journal's short name in EndNote, anything else in Refer."""
        draft, value = self.draft, tidy(item.value)
        if article := _ARTICLE.fullmatch(value):
            draft.article_number(item, article[1])
        elif shortens(value, self.value("J")):
            draft.text("container_title_short", item)
        elif not (value.lower().startswith(("doi", "10.", "http")) and draft.doi(item)):
            draft.note(value)

    def accession(self, item: Item) -> None:
        """%M: the number of a record in the database that `%~` or `%W` name."""
        draft, value = self.draft, tidy(item.value)
        pmid = _PMID.fullmatch(value)
        if pmid and (
            value.startswith("PMID") or _PUBMED.search(f"{self.value('~')} {self.value('W')}")
        ):
            draft.identifier("pmid", pmid[1], item)
        elif _WOS.fullmatch(value):
            draft.other_identifier("WOS", value)
        elif not (
            self.pmcid(item)
            or (value.lower().startswith(("doi", "10.", "https://doi")) and draft.doi(item))
        ):
            draft.other_identifier("accession", value)

    def pmcid(self, item: Item) -> bool:
        """Take a PMCID; say whether it is one."""
        found = _PMCID.fullmatch(tidy(item.value))
        if found:
            self.draft.identifier("pmcid", found[0].upper(), item)
        return found is not None

    def database(self, item: Item) -> None:
        """%~: a database; in CNKI's exports the kind of a standard or thesis."""
        if self.chinese and "CNKI" in item.value:
            return  # the end mark says so
        if self.chinese and self.draft.type in _WITH_KINDS:
            self.draft.text("genre", item)
        else:
            self.draft.keep(item, tag="source")

    def provider(self, item: Item) -> None:
        """%W: who provided the database, which is `%~`."""
        self.draft.keep(item, tag="W" if "~" in self.first else "source")


def is_status(text: str) -> bool:
    """Say whether a text in place of the year is the stage of publication: `in press`."""
    return _STATUS.fullmatch(text) is not None


def shortens(short: str, long: str) -> bool:
    """Say whether each word of `short` begins a word of `long`, in the same order."""
    words = iter(_WORD.findall(long.lower()))
    parts = _WORD.findall(short.lower())
    return (
        bool(parts)
        and short != long
        and all(any(word.startswith(part) for word in words) for part in parts)
    )
