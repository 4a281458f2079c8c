"""A record as the fields of one entry, in BibTeX or biblatex."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.bibtex.entry_dates import DateFields
from litconv.formats.bibtex.entry_people import PeopleFields
from litconv.formats.bibtex.extras import extra_facts, has_extra_facts
from litconv.formats.bibtex.own_fields import OTHERS, field_text, own_field
from litconv.formats.bibtex.types import (
    CONTAINER_FIELDS,
    MARKS,
    MEANS,
    PUBLISHER_FIELDS,
    SUBTYPES,
)
from litconv.formats.bibtex.words import (
    babel_name,
    edition_text,
    hyphened,
    in_chinese,
    is_plain_thesis,
    thesis_key,
)
from litconv.model import Record
from litconv.text.latex.encode import url_text
from litconv.text.pages import counts_itself
from litconv.text.serials import valid_isbn, valid_issn

NO_PAGES: Final = Record().pages  # every record without pages has this one
NO_IDENTIFIERS: Final = Record().identifiers  # and this one without identifiers
_RANGE = re.compile(r"(?<=\w)\s*[-‐-―]+\s*(?=\w)")


class EntryText(PeopleFields, DateFields):
    """One entry: `fill` puts all of its record into fields."""

    __slots__ = ()

    def fill(self) -> None:
        """Write every field of the record, in the order people expect in an entry."""
        self._people()
        self._titles()
        self._date()
        self._place_in_container()
        self._pages()
        self._publication()
        self._identifiers()
        self._texts()
        if self.record.extra:
            self._own_fields()
        self._extra_facts()

    def _titles(self) -> None:
        record = self.record
        self._title("title", record.title, "title")
        if record.title_short:
            self._title("shorttitle", record.title_short, "title_short")
        if record.translated_titles and not self.biblatex:
            titles = "; ".join(one.title for one in record.translated_titles)
            self._text("titletranslation", titles, "translated_titles")
        container, event = record.container_title, record.event_title
        if self.type == "inproceedings" and not container:
            container = event  # what BibTeX's users put there, and both demand something
        if container:
            name = self._container_field()
            put = self._title if name in {"booktitle", "maintitle"} else self._text
            put(name, container, "container_title")
        if record.container_title_short:
            self._text("shortjournal", record.container_title_short, "container_title_short")
        if event:
            self._text("eventtitle", event, "event_title")
        if record.event_place:
            self._text("venue", record.event_place, "event_place")

    def _container_field(self) -> str:
        journal = "journaltitle" if self.biblatex else "journal"
        name = CONTAINER_FIELDS[self.biblatex].get(self.type, journal)
        if self.type == "online" and self.biblatex and not self.record.publisher:
            return "organization"  # the site; biblatex has no better place
        return name

    def _place_in_container(self) -> None:
        record = self.record
        if record.volume:
            self._text("volume", record.volume, "volume")
        numbered = self.type in {"article", "periodical"}
        if record.issue and numbered:
            self._text("number", record.issue, "issue")
        if record.number:
            self._text("number", record.number, "number")
        if record.issue and not numbered:
            self._text("issue", record.issue, "issue")
        if record.collection_title:
            self._text("series", record.collection_title, "collection_title")
        if record.edition:
            self._text("edition", edition_text(record.edition, biblatex=self.biblatex), "edition")

    def _pages(self) -> None:
        pages = self.record.pages
        if pages is NO_PAGES:
            return
        tex = self._tex
        text = tex(pages.first)
        if pages.last:
            text = f"{text}--{tex(pages.last)}" if text else tex(pages.last)
        article_number = tex(pages.article_number) if pages.article_number else ""
        if pages.ranges or not (text or article_number):
            text = _RANGE.sub("--", tex(pages.ranges or pages.raw))
        if not self.biblatex and not text:
            text, article_number = article_number, ""
        self._put("pages", text, "pages")
        if article_number:
            self._put("eid", article_number, "pages")
        if pages.count is not None and not counts_itself(pages.first, pages.last, pages.count):
            self._put("pagetotal", str(pages.count), "page_count")

    def _publication(self) -> None:
        record = self.record
        if record.publisher:
            publisher = PUBLISHER_FIELDS[self.biblatex].get(self.type, "publisher")
            self._list(publisher, record.publisher, "publisher")
        if record.publisher_place:
            place = "location" if self.biblatex else "address"
            self._list(place, record.publisher_place, "publisher_place")
        self._genre()
        if record.status:
            self._text("pubstate", record.status, "status")
        if record.language:
            langid = babel_name(record.language)
            self._put("langid", langid, "language")
            if not (self.biblatex and langid):
                self._text("language", record.language, "language")

    def _genre(self) -> None:
        """`type`: the genre, or what biblatex demands; `entrysubtype`: the CSL type."""
        genre = self.record.genre
        if self.type in {"phdthesis", "mastersthesis"} and is_plain_thesis(genre):
            genre = ""  # the entry type says it
        elif self.type == "phdthesis":
            genre = genre or "Thesis"  # without it the styles print "PhD thesis"
        elif self.biblatex and self.type == "thesis":
            genre = thesis_key(genre)
        elif self.biblatex and self.type == "report":
            genre = genre or "Report"
        if genre:
            self._text("type", genre, "genre")
        type_ = self.record.type
        if type_ is not MEANS.get(self.type):
            self._put("entrysubtype", SUBTYPES.get(type_, self._tex(type_)), "type")
        if not self.biblatex and self.type == "misc" and in_chinese(self.record):
            self._put("mark", MARKS.get(type_, ""), "type")

    def _identifiers(self) -> None:
        known = self.record.identifiers
        if known is NO_IDENTIFIERS:
            self._url()
            return
        if known.doi:
            self._put("doi", url_text(known.doi), "identifiers")
        self._url()
        isbn, issn = known.isbn, known.issn
        if self.biblatex:
            isbn = tuple(one for one in isbn if valid_isbn(one))[:1]
            issn = tuple(one for one in map(hyphened, issn) if valid_issn(one))[:1]
            unwritten = len(known.isbn + known.issn) - len(isbn + issn)
            self.lost += ["identifiers"] * unwritten
        if isbn or issn:
            self._text("isbn", ", ".join(isbn), "identifiers")
            self._text("issn", ", ".join(issn), "identifiers")
        self._eprint()

    def _url(self) -> None:
        if url := self.record.url:
            self._put("url", url_text(url, ascii_only=self.options.ascii_only), "url")

    def _eprint(self) -> None:
        known = self.record.identifiers
        if not self.biblatex:
            if known.arxiv:
                self._put("eprint", url_text(known.arxiv), "identifiers")
                self._put("archiveprefix", "arXiv", "identifiers")
            if known.pmid:
                self._text("pmid", known.pmid, "identifiers")
            if known.pmcid:
                self._text("pmcid", known.pmcid, "identifiers")
            return
        eprint, kind = (known.arxiv, "arxiv") if known.arxiv else (known.pmid, "pubmed")
        if eprint:
            self._put("eprint", url_text(eprint), "identifiers")
            self._put("eprinttype", kind, "identifiers")

    def _texts(self) -> None:
        record = self.record
        if record.keywords:
            keywords = [self._tex(keyword) for keyword in record.keywords]
            joined = ", ".join([f"{{{one}}}" if "," in one else one for one in keywords if one])
            self._put("keywords", joined, "keywords")
        if record.note:
            self._text("note", record.note, "note")
            if "key" in self.fields:  # bibutils takes the first of the two for the note
                self.fields["key"] = self.fields.pop("key")
        if record.abstract:
            self._text("abstract", record.abstract, "abstract")

    def _own_fields(self) -> None:
        """Put extra fields under the names that they have here; the others are `unnamed`."""
        record = self.record
        for raw in record.extra:
            name, text = own_field(raw, record, self.type, biblatex=self.biblatex)
            known = name == raw.tag or self._allowed is None or name in self._allowed
            if raw.tag.endswith(OTHERS) and raw.tag not in self.cut:
                continue  # written as `and others`
            if name == "mark" and name in self.fields:
                continue  # said anew, from the type
            if not (text and known) or name in self.fields:
                self.unnamed.append(f"{raw.tag}: {raw.value}")
            else:
                self.fields[name] = f"  {name} = {{{field_text(name, text, self._tex)}}},\n"

    def _extra_facts(self) -> None:
        if has_extra_facts(self.record):
            for fact, text in extra_facts(self.record, biblatex=self.biblatex):
                self._extra(fact, text)
        for text in self.unnamed:
            self._extra("extra", text)
        for name, values in self.extras.items():
            self._put(name, "; ".join(values), "extra")
