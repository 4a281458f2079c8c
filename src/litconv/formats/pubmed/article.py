"""PubMed XML: an article or book while it is read, element by element."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from litconv.csl.items.dates import date_to_csl
from litconv.csl.items.kept import pack
from litconv.formats.pubmed.dates import available, date_text
from litconv.formats.pubmed.people import read_people
from litconv.formats.pubmed.tables import GROUPS, NUMBERS, SECTIONS, TEXTS, VARIABLES
from litconv.model import ItemType, Record, TranslatedTitle
from litconv.reading.days import set_date
from litconv.reading.tagged import Item
from litconv.reading.xml import XmlDraft, cell, html_text, is_leaf, keep_leaves, text_of
from litconv.text.dates import is_impossible, parse_date
from litconv.text.languages import language_tag
from litconv.text.publication_types import GENRES, JOURNAL_ARTICLE, STRONG, TYPE_OF, TYPES
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TRANSLATED: Final = re.compile(r"\[(?P<title>.+)\]\.?")
_NUMBER: Final = re.compile(r"[A-Za-z]{0,4}\d{1,8}")  # a pii that is an article number
_UNKNOWN_LANGUAGES: Final = frozenset(("und", "zxx"))
_STAGES: Final = {"aheadofprint": "ahead of print"}


def read_article(draft: XmlDraft, element: Element) -> Record:
    """Read a `PubmedArticle`, a `PubmedBookArticle` or a bare `MedlineCitation`."""
    reading = _Reading(draft)
    reading.walk(element)
    return reading.record()


class _Reading:
    """One article: its elements by name, and what has to wait for others."""

    def __init__(self, draft: XmlDraft) -> None:
        self.draft = draft
        self.kinds: list[tuple[ItemType, Item]] = []
        self.is_article = False
        self.title: Element | None = None
        self.vernacular: Element | None = None
        self.book: Element | None = None
        self.abstract: list[str] = []
        self.pii: list[Element] = []
        self.journal: list[Element] = []

    def walk(self, element: Element) -> None:
        """Read what an element is by name, or go into it; what has no meaning is kept."""
        for one in element:
            tag = one.tag
            if (read := _READ.get(tag)) is not None:
                read(self, one)
            elif tag in SECTIONS:
                self.walk(one)
            elif tag in GROUPS:
                self._group(one)
            else:
                keep_leaves(self.draft, one)

    def record(self) -> Record:
        """Put together what stands in more than one element."""
        self._titles()
        self._journal()
        draft = self.draft
        if any(self.abstract):
            draft.fields["abstract"] = " ".join(part for part in self.abstract if part)
        for one in self.pii:
            if (draft.pages is None or not draft.pages.raw) and _NUMBER.fullmatch(text_of(one)):
                draft.article_number(cell(one))
        if not draft.fields.get("issued") and (early := available(draft)):
            draft.fields["issued"] = early
        draft.type = self._type()
        for kind, item in self.kinds:
            if kind is not draft.type or tidy(item.value).casefold() != TYPES[kind].casefold():
                draft.keep(item)
        return draft.record()

    # ------------------------------------------------------------------ single values
    def text(self, element: Element) -> None:
        self.draft.text(TEXTS[element.tag], cell(element))

    def number(self, element: Element) -> None:
        self.draft.number(NUMBERS[element.tag], cell(element))

    def pmid(self, element: Element) -> None:
        self.draft.identifier("pmid", text_of(element), cell(element))

    def serial(self, element: Element) -> None:
        self.draft.serial(cell(element))

    def journal_name(self, element: Element) -> None:
        self.journal.append(element)

    def article_title(self, element: Element) -> None:
        self.title = element

    def vernacular_title(self, element: Element) -> None:
        self.vernacular = element

    def book_title(self, element: Element) -> None:
        self.book = element

    def series(self, element: Element) -> None:
        self.draft.text("collection_title", cell(element, _without_stop(html_text(element))))

    def pages(self, element: Element) -> None:
        start, end = element.find("StartPage"), element.find("EndPage")
        whole = element.find("MedlinePgn")
        if whole is not None and text_of(whole):
            self.draft.page_range(cell(whole))
        elif start is not None or end is not None:
            first, last = (cell(one) if one is not None else None for one in (start, end))
            self.draft.first_and_last_page(first, last)

    def location(self, element: Element) -> None:
        """Read an ELocationID or ArticleId: the kind of number stands in an attribute."""
        kind = (element.get("EIdType") or element.get("IdType") or "").casefold()
        value, draft = text_of(element), self.draft
        if not value:
            return
        if kind == "pubmed":
            draft.identifier("pmid", value, cell(element))
        elif kind in {"pmc", "pmcid"}:
            if match := re.search(r"PMC\d+|^\d+$", value):
                number = match[0] if match[0].startswith("PMC") else f"PMC{match[0]}"
                draft.identifier("pmcid", number, cell(element))
            else:
                draft.keep(cell(element))
        elif kind == "doi" and draft.doi(cell(element)):
            return
        elif kind:
            draft.other_identifier(kind, value)
            if kind == "pii":
                self.pii.append(element)
        else:
            draft.keep(cell(element))

    def abstract_text(self, element: Element) -> None:
        for one in element:
            text = tidy(text_of(one).replace("\n", " "))
            if one.tag != "AbstractText":
                keep_leaves(self.draft, one)
            else:
                label = tidy(one.get("Label") or "")
                label = "" if label == "UNLABELLED" else label  # PubMed's word for none
                # `LEVEL OF EVIDENCE: 4` may stand in the label alone
                self.abstract += [": ".join(part for part in (label, text) if part)]

    def date(self, element: Element) -> None:
        text = date_text(element)
        item = cell(element, text)
        found = parse_date(text)
        if found is not None or text:
            set_date(self.draft, "issued", item, found)

    def early_date(self, element: Element) -> None:
        found = parse_date(date_text(element))
        if found is not None:
            self.draft.keep(cell(element), tag="available-date", value=pack(date_to_csl(found)))
            if is_impossible(date_text(element)):
                self.draft.odd(cell(element, date_text(element)), "extra")

    def language(self, element: Element) -> None:
        if text_of(element) not in _UNKNOWN_LANGUAGES:
            self.draft.text("language", cell(element), language_tag(text_of(element)))

    def stage(self, element: Element) -> None:
        if known := _STAGES.get(text_of(element)):
            self.draft.text("status", cell(element), known)
        else:
            self.draft.keep(cell(element))

    def mesh(self, element: Element) -> None:
        for heading in element:
            words = [text_of(one) for one in heading]
            self.draft.add_keywords(["/".join(word for word in words if word)])

    def keywords(self, element: Element) -> None:
        self.draft.add_keywords(text_of(one) for one in element)

    def people(self, element: Element) -> None:
        read_people(self.draft, element)

    def type_name(self, element: Element) -> None:
        item = cell(element)
        name = tidy(item.value).casefold()
        if name == JOURNAL_ARTICLE:
            self.is_article = True
        elif known := TYPE_OF.get(name):
            self.kinds.append((known, item))
        elif name in GENRES:
            self.draft.text("genre", item, GENRES[name])
        else:
            self.draft.keep(item)

    def variable(self, element: Element) -> None:
        self.draft.keep(cell(element), tag=VARIABLES[element.tag])

    def note(self, element: Element) -> None:
        self.draft.note(tidy(text_of(element)))

    def _group(self, element: Element) -> None:
        """Keep what belongs together as one value: a grant, a reference, a date of the record."""
        leaves = [tidy(text_of(one)) for one in element.iter() if is_leaf(one)]
        status = element.get("PubStatus") or element.get("RefType") or ""
        between = "-" if "Date" in element.tag else " "
        whole = between.join(leaf for leaf in leaves if leaf)
        self.draft.keep(cell(element, f"{status} {whole}".strip()))

    # ------------------------------------------------------------------ the end
    def _titles(self) -> None:
        draft = self.draft
        title, own = self.title, self.vernacular
        text = html_text(title)
        if title is not None and own is not None and text_of(own):
            match = _TRANSLATED.fullmatch(text)
            if match:
                draft.text("title", cell(own, _without_stop(html_text(own))))
                other = TranslatedTitle(title=_without_stop(match["title"]), language="en")
            else:
                draft.text("title", cell(title, _without_stop(text)))
                other = TranslatedTitle(title=_without_stop(html_text(own)))
            draft.translated.append(other)
        elif title is not None and text:
            draft.text("title", cell(title, _without_stop(text)))
        elif own is not None:
            draft.text("title", cell(own, _without_stop(html_text(own))))
        if self.book is not None:
            field = "container_title" if draft.fields.get("title") else "title"
            draft.text(field, cell(self.book, _without_stop(html_text(self.book))))

    def _journal(self) -> None:
        """Set the journal's name and its abbreviation, of which PubMed has two."""
        draft = self.draft
        by_tag = {one.tag: one for one in reversed(self.journal)}
        short = [by_tag[tag] for tag in ("ISOAbbreviation", "MedlineTA") if tag in by_tag]
        if (full := by_tag.get("Title")) is not None:
            draft.text("container_title", cell(full))
        elif short:
            draft.text("container_title", cell(short[0]))
        for one in short:
            known = {draft.fields.get("container_title"), draft.fields.get("container_title_short")}
            if _letters(text_of(one)) not in {_letters(text or "") for text in known}:
                draft.text("container_title_short", cell(one))

    def _type(self) -> ItemType:
        strong = [one for one, _ in self.kinds if one in STRONG or not self.is_article]
        if self.book is not None and not self.journal:
            chapter = bool(self.draft.fields.get("container_title"))
            return ItemType.CHAPTER if chapter else ItemType.BOOK
        return strong[0] if strong else ItemType.ARTICLE_JOURNAL


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_stop(title: str) -> str:
    """Give a title without the full stop that the database puts behind it; `…` ends in none."""
    text = tidy(title)
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


_READ: Final[dict[str, Callable[[_Reading, Element], None]]] = {
    **dict.fromkeys(TEXTS, _Reading.text),
    **dict.fromkeys(NUMBERS, _Reading.number),
    **dict.fromkeys(VARIABLES, _Reading.variable),
    "Abstract": _Reading.abstract_text,
    "ArticleDate": _Reading.early_date,
    "ArticleId": _Reading.location,
    "ArticleTitle": _Reading.article_title,
    "AuthorList": _Reading.people,
    "BookTitle": _Reading.book_title,
    "CollectionTitle": _Reading.series,
    "ContributionDate": _Reading.early_date,
    "ELocationID": _Reading.location,
    "GeneralNote": _Reading.note,
    "ISOAbbreviation": _Reading.journal_name,
    "ISSN": _Reading.serial,
    "ISSNLinking": _Reading.serial,
    "Isbn": _Reading.serial,
    "KeywordList": _Reading.keywords,
    "Language": _Reading.language,
    "MedlineTA": _Reading.journal_name,
    "MeshHeadingList": _Reading.mesh,
    "PMID": _Reading.pmid,
    "Pagination": _Reading.pages,
    "PubDate": _Reading.date,
    "PublicationStatus": _Reading.stage,
    "PublicationType": _Reading.type_name,
    "Title": _Reading.journal_name,
    "VernacularTitle": _Reading.vernacular_title,
}
