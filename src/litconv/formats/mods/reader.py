"""MODS: the reader. Why it reads what it reads stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from litconv.diagnostics import Diagnostics
from litconv.formats.mods import names, origin, tables
from litconv.formats.mods.sniff import sniff
from litconv.formats.mods.titles import full_title, xml_lang
from litconv.model import ItemType, Pages, Record, Subject, TranslatedTitle
from litconv.reading.days import set_date
from litconv.reading.xml import Cell, XmlDraft, cell, keep_leaves, read_elements, text_of
from litconv.source import Source
from litconv.text.languages import language_tag
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME: Final = "mods"
_PMCID: Final = re.compile(r"(?:PMC)?(\d+)")
# `320`, `xiv, 320 p.`, and with illustrations and size behind it: `320 p. : ill. ; 24 cm.`
_COUNT: Final = re.compile(
    r"(?:[ivxlc]+, )?(\d{1,5})(?: ?(?:p|pp|pages?|S|Seiten|leaves)\.?)?(?P<more> ?[:;] ?\D.*)?"
)
_HOSTLIKE: Final = {"host", "series"}


class ModsReader:
    """Reads one `mods` element after the other, of a collection or alone."""

    def sniff(self, head: str) -> bool:
        """Say whether `mods` or `modsCollection` stands in the head, with any prefix."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records one by one."""
        name = source.name
        for fragment, element in read_elements(source.pieces(), name, ("mods",), diagnostics):
            reading = _Reading(XmlDraft(NAME, name, fragment, diagnostics))
            reading.item(element)
            yield reading.record()


class _Reading:
    """One record: what it says of the item, of its host and of its series."""

    def __init__(self, draft: XmlDraft) -> None:
        self.draft = draft
        self.genres: list[str] = []
        self.host_genres: list[str] = []
        self.resource: ItemType | None = None
        self.host = False
        self.issuance = ""
        self.number: Cell | None = None
        self.bibutils = False

    def item(self, mods: Element) -> None:
        """Read what is said of the item itself; hosts and series come last."""
        later: list[Element] = []
        keys = [text_of(one) for one in mods.iterfind("identifier[@type='citekey']")]
        self.bibutils = bool(keys)
        if key := next(filter(None, keys), mods.get("ID", "")):
            self.draft.fields["id"] = key
        for one in mods:
            if one.tag == "relatedItem" and one.get("type") in _HOSTLIKE:
                later.append(one)
            else:
                self._one(one)
        for one in sorted(later, key=lambda one: one.get("type") != "host"):
            self._related(one)

    def _one(self, element: Element) -> None:
        if (read := _READ.get(element.tag)) is not None:
            read(self, element)
        else:
            keep_leaves(self.draft, element)

    def record(self) -> Record:
        """Give the record with the type that genres and hosts tell together."""
        self.draft.type = self._type()
        if self.bibutils and self.number is not None:
            origin.settle_number(self.draft, self.number)
        return self.draft.record()

    def _type(self) -> ItemType:
        known = [tables.GENRES[one] for one in self.genres if one in tables.GENRES]
        around = [tables.HOSTS[one] for one in self.host_genres if one in tables.HOSTS]
        chapter = self.host and ItemType.BOOK in known  # bibutils: both are called a book
        if known and not chapter:
            if known[0] is ItemType.PAPER_CONFERENCE and not self.host:
                return ItemType.BOOK if self.issuance == "monographic" else known[0]
            return known[0]
        if around:
            return around[0]
        if self.host:
            serial = bool(self.draft.issn) or self.issuance == "continuing"
            return ItemType.ARTICLE_JOURNAL if serial else ItemType.CHAPTER
        if self.resource:
            return self.resource
        by_issuance = {"monographic": ItemType.BOOK, "continuing": ItemType.PERIODICAL}
        return by_issuance.get(self.issuance, ItemType.DOCUMENT)

    # ------------------------------------------------------------------ elements of the item
    def title(self, element: Element) -> None:
        draft, text, kind = self.draft, full_title(element), element.get("type", "")
        if not kind:
            draft.text("title", cell(element, text))
        elif kind == "abbreviated":
            draft.text("title_short", cell(element, text))
        elif kind == "translated" and text:
            language = language_tag(element.get("lang", "") or xml_lang(element))
            draft.translated.append(TranslatedTitle(title=text, language=language))
        else:  # alternative, uniform
            draft.keep(cell(element, text), tag=f"title-{kind}")

    def name(self, element: Element) -> None:
        names.read(self.draft, element)

    def kind(self, element: Element) -> None:
        text = text_of(element).casefold()
        if element.get("manuscript") == "yes":
            self.resource = ItemType.MANUSCRIPT
        elif known := tables.RESOURCES.get(text):
            self.resource = known
        elif text != "text":
            self.draft.keep(cell(element))

    def genre(self, element: Element) -> None:
        text = tidy(text_of(element))
        name = text.casefold()
        self.genres.append(name)
        if element.get("type") == "publicationTypeCode" and name in tables.GENRES:
            return  # DiVA's code beside its words
        if element.get("authority") == "svep":
            self.draft.keep(cell(element, text), tag="svep")  # DiVA's old code: `dok`
        elif element.get("authority") == "marcgt" and name not in tables.GENRES:
            self.draft.keep(cell(element, text), tag="marcgt")  # `bibliography`: what is in it
        elif name in tables.DEGREES or (name and name not in tables.GENRES):
            self.draft.text("genre", cell(element, text))

    def origin(self, element: Element) -> None:
        self.issuance = text_of(element.find("issuance")) or self.issuance
        origin.read(self.draft, element)

    def language(self, element: Element) -> None:
        for one in element:
            text = text_of(one)
            if one.tag != "languageTerm":
                keep_leaves(self.draft, one)
            elif text and language_tag(text) != self.draft.fields.get("language"):
                self.draft.text("language", cell(one), language_tag(text))

    def description(self, element: Element) -> None:
        for one in element:
            count = _COUNT.fullmatch(text_of(one)) if one.tag == "extent" else None
            taken = count is not None and self.draft.pages is None
            if count and taken:
                self.draft.pages = Pages(raw=text_of(one), count=int(count[1]))
            if not (count and taken) or count["more"]:
                keep_leaves(self.draft, one)

    def abstract(self, element: Element) -> None:
        self.draft.text("abstract", cell(element))

    def note(self, element: Element) -> None:
        self.draft.note(tidy(text_of(element)))

    def subject(self, element: Element) -> None:
        words: list[str] = []
        for one in element:
            if one.tag in {"titleInfo", "name", "hierarchicalGeographic"}:
                leaves = (tidy(text_of(leaf)) for leaf in one.iter() if not len(leaf))
                words.append(", ".join(leaf for leaf in leaves if leaf))
            else:
                words.append(tidy(text_of(one)))
        words = [word for word in words if word]
        # Headings of a list are one chain of words; free topics stand beside one another.
        self.draft.add_keywords(["--".join(words)] if element.get("authority") else words)

    def classification(self, element: Element) -> None:
        if code := tidy(text_of(element)):
            scheme = element.get("authority", "classification")
            self.draft.subjects.append(Subject(scheme=scheme, code=code))

    def identifier(self, element: Element) -> None:
        item, draft = cell(element), self.draft
        kind = element.get("type", "").casefold()
        if not item.value or kind == "citekey":
            return
        if element.get("invalid") == "yes":
            draft.keep(item, tag=f"{kind} (invalid)".strip())
        elif kind in {"isbn", "issn", "issn-l", "eissn"}:
            draft.serial(item)
        elif kind in tables.IDENTIFIERS:
            draft.identifier(tables.IDENTIFIERS[kind], item.value, item)
        elif kind in {"pmc", "pmcid"} and (match := _PMCID.fullmatch(item.value)):
            draft.identifier("pmcid", f"PMC{match[1]}", item)
        elif kind in tables.NUMBERS:
            draft.text("number", item)
        elif kind == "doi":
            if not draft.doi(item):
                draft.odd(item, "identifiers")
        elif kind in {"uri", "url", "hdl"} and item.value.startswith(("http", "ftp")):
            draft.text("url", item)
        else:
            draft.other_identifier(kind or "identifier", item.value)

    def location(self, element: Element) -> None:
        for one in element:
            text = text_of(one)
            if one.tag == "url":
                if text != self.draft.fields.get("url"):
                    self.draft.text("url", cell(one))
                if accessed := one.get("dateLastAccessed"):
                    set_date(self.draft, "accessed", cell(one, accessed))
            elif one.tag == "physicalLocation":
                self.draft.keep(cell(one), tag="archive")
            elif one.tag == "shelfLocator":
                self.draft.keep(cell(one), tag="call-number")
            else:
                keep_leaves(self.draft, one)

    def part(self, element: Element) -> None:
        origin.read_part(self.draft, element)
        number = element.find("detail[@type='number']/number")
        self.number = cell(number) if number is not None else None

    def other_item(self, element: Element) -> None:
        """Keep another work (an original, a version, a reference) by its title or address."""
        kind = element.get("type") or element.get("otherType") or "relatedItem"
        title = full_title(element.find("titleInfo"))
        texts = [title] if title else [text_of(one) for one in element.iter() if not len(one)]
        self.draft.keep(cell(element, " ".join(text for text in texts if text)), tag=kind)

    # ------------------------------------------------------------------ host and series
    def _related(self, element: Element) -> None:
        whole = self.bibutils and not _WHOLES.isdisjoint(map(tables.GENRES.get, self.genres))
        if element.get("type") == "series" or (  # it calls the series of a book its host
            whole and all(one.tag == "titleInfo" for one in element)
        ):
            self._series(element)
            return
        self.host = True
        for one in element:
            if one.tag == "titleInfo":
                self._host_title(one)
            elif one.tag == "genre":
                self.host_genres.append(tidy(text_of(one)).casefold())
            elif one.tag == "relatedItem" and one.get("type") in _HOSTLIKE:
                self._series(one)
            elif one.tag in _OF_THE_HOST:
                self._one(one)
            elif one.tag != "typeOfResource":
                keep_leaves(self.draft, one)

    def _host_title(self, element: Element) -> None:
        short = element.get("type") == "abbreviated"
        field = "container_title_short" if short else "container_title"
        self.draft.text(field, cell(element, full_title(element)))

    def _series(self, element: Element) -> None:
        for one in element:
            if one.tag == "titleInfo":
                self.draft.text("collection_title", cell(one, full_title(one, number=False)))
                for number in one.iterfind("partNumber"):
                    self.draft.keep(cell(number), tag="collection-number")
            elif one.tag == "name":
                names.read(self.draft, one, of_series=True)
            elif one.tag == "part":
                for number in one.iterfind("detail/number"):
                    self.draft.keep(cell(number), tag="collection-number")
            elif one.tag == "identifier":
                self.identifier(one)
            else:
                keep_leaves(self.draft, one)


_WHOLES: Final = {ItemType.BOOK, ItemType.REPORT}
_OF_THE_HOST: Final = frozenset(("name", "originInfo", "part", "identifier", "location", "note"))
_READ: Final[dict[str, Callable[[_Reading, Element], None]]] = {
    "abstract": _Reading.abstract,
    "classification": _Reading.classification,
    "genre": _Reading.genre,
    "identifier": _Reading.identifier,
    "language": _Reading.language,
    "location": _Reading.location,
    "name": _Reading.name,
    "note": _Reading.note,
    "originInfo": _Reading.origin,
    "part": _Reading.part,
    "physicalDescription": _Reading.description,
    "relatedItem": _Reading.other_item,
    "subject": _Reading.subject,
    "titleInfo": _Reading.title,
    "typeOfResource": _Reading.kind,
}
