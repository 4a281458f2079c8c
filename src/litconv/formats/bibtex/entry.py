"""A record as the fields of one entry, in BibTeX or biblatex."""

from __future__ import annotations

import re
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.extras import EXTRA_FIELDS, extra_facts, field_of
from litconv.formats.bibtex.types import (
    CONTAINER_FIELDS,
    FIELDS,
    MEANS,
    PUBLISHER_FIELDS,
    SUBTYPES,
    entry_type,
)
from litconv.formats.bibtex.words import (
    babel_name,
    counts_itself,
    edition_text,
    is_plain_thesis,
    thesis_key,
)
from litconv.model import Date, Name, Record, Role
from litconv.options import WriteOptions
from litconv.text.bibtex_names import name_to_bibtex
from litconv.text.bibtex_title import plain_title, title_to_latex
from litconv.text.edtf import date_to_edtf, is_regular, known_parts
from litconv.text.latex import to_ascii_latex, to_latex, url_text
from litconv.text.serials import valid_isbn, valid_issn
from litconv.writing.losses import report_losses

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
KEY_WORDS: Final = 4
SAMPLE: Final = 20
SEASONS: Final = ("Spring", "Summer", "Autumn", "Winter")
# Who stands as author where no author is named, first match first.
MAKERS: Final = (
    Role.DIRECTOR,
    Role.COMPOSER,
    Role.PERFORMER,
    Role.SCRIPT_WRITER,
    Role.PRODUCER,
    Role.HOST,
    Role.CURATOR,
    Role.ORGANIZER,
    Role.ILLUSTRATOR,
)
ROLE_FIELDS: Final = {Role.CONTAINER_AUTHOR: "bookauthor"}
_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\w)\s*[-‐-―]+\s*(?=\w)")


class EntryText:
    """One entry as it is filled: `fields` with their braces, and what found no place."""

    def __init__(self, record: Record, options: WriteOptions, *, biblatex: bool) -> None:
        self.record = record
        self.options = options
        self.biblatex = biblatex
        self.type = entry_type(record, biblatex=biblatex)
        self.fields: dict[str, str] = {}
        self.lost: list[str] = []
        self.lost_extras: list[str] = ["relations"] if record.relations else []
        self.extras: dict[str, list[str]] = {}
        self._tex = to_ascii_latex if options.ascii_only else to_latex
        self._allowed = FIELDS[self.type] if biblatex else None

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
        self._extra_facts()

    def report(self, diagnostics: Diagnostics) -> None:
        """Say what was not written."""
        record, title = self.record, "biblatex" if self.biblatex else "BibTeX"
        if self.lost:
            report_losses(record, self.lost, diagnostics, format_title=title, extra_facts=())
        if lost := self.lost_extras:
            report_losses(record, lost, diagnostics, format_title=title, extra_facts=lost)
        if not self.options.ascii_only:
            return
        left = {char for value in self.fields.values() for char in value if not char.isascii()}
        if left:
            diagnostics.report(
                "not-ascii",
                f"no LaTeX form for {_sample(left)}; written as they are",
                span=record.span,
                record=record.id,
            )

    # ------------------------------------------------------------------ putting values in
    def _put(self, name: str, value: str, field: str) -> None:
        """Put a finished value; `field` of the record is lost where `name` has no place."""
        if not value:
            return
        if name in self.fields or (self._allowed is not None and name not in self._allowed):
            self.lost.append(field)
        else:
            self.fields[name] = f"{{{value}}}"

    def _text(self, name: str, text: str, field: str) -> None:
        if text:
            self._put(name, self._tex(text), field)

    def _list(self, name: str, text: str, field: str) -> None:
        """Put a value of a field that is a list joined by `and`: one of one item."""
        if not text:
            return
        value = self._tex(text)
        self._put(name, f"{{{value}}}" if _AND.search(text) else value, field)

    def _title(self, name: str, text: str, field: str) -> None:
        if text:
            self._put(name, title_to_latex(text, self._tex), field)

    def _extra(self, fact: str, text: str) -> None:
        """Put an extra fact, if they are wanted; several in one field are joined by `; `."""
        value = self._tex(text)
        if value and self.options.extras:
            self.extras.setdefault(EXTRA_FIELDS[fact][self.biblatex], []).append(value)
        elif value:
            self.lost_extras.append(field_of(fact))

    # ------------------------------------------------------------------ the parts of an entry
    def _people(self) -> None:
        names: dict[Role, list[Name]] = {}
        for person in self.record.contributors:
            names.setdefault(person.role, []).append(person.name)
        maker = next((role for role in MAKERS if role in names), None)
        if Role.AUTHOR not in names and maker:
            names = {Role.AUTHOR: names.pop(maker), **names}
            self.lost.append("contributors")
        for role in sorted(names, key=lambda role: role is not Role.AUTHOR):
            field = ROLE_FIELDS.get(role, role.replace("-", ""))
            self._put(field, self._names(names[role]), "contributors")
        if not self.biblatex and "author" not in self.fields:
            self._sort_key()

    def _sort_key(self) -> None:
        """`key`: what BibTeX sorts an entry by, and labels it with, that has no author."""
        if not (self.type == "book" and "editor" in self.fields):
            title = plain_title(self.record.title_short or self.record.title)
            self._put("key", self._tex(" ".join(title.split()[:KEY_WORDS])), "title")

    def _names(self, names: list[Name]) -> str:
        safe = not self.biblatex
        texts = (name_to_bibtex(name, self._tex, safe_initials=safe) for name in names)
        return " and ".join(text for text in texts if text)

    def _titles(self) -> None:
        record = self.record
        self._title("title", record.title, "title")
        self._title("shorttitle", record.title_short, "title_short")
        if not self.biblatex:
            titles = "; ".join(one.title for one in record.translated_titles)
            self._text("titletranslation", titles, "translated_titles")
        container, event = record.container_title, record.event_title
        if self.type == "inproceedings" and not container:
            container = event  # what BibTeX's users put there, and both demand something
        name = self._container_field()
        if name in {"booktitle", "maintitle"}:
            self._title(name, container, "container_title")
        else:
            self._text(name, container, "container_title")
        self._text("shortjournal", record.container_title_short, "container_title_short")
        self._text("eventtitle", event, "event_title")
        self._text("venue", record.event_place, "event_place")

    def _container_field(self) -> str:
        journal = "journaltitle" if self.biblatex else "journal"
        name = CONTAINER_FIELDS[self.biblatex].get(self.type, journal)
        if self.type == "online" and self.biblatex and not self.record.publisher:
            return "organization"  # the site; biblatex has no better place
        return name

    def _date(self) -> None:
        record = self.record
        if record.issued and self.biblatex:
            self._edtf("date", record.issued, "issued", words="year")
        elif record.issued:
            self._classic_date(record.issued)
        if record.event_date:
            self._edtf("eventdate", record.event_date, "event_date")
        if record.accessed:
            self._edtf("urldate", record.accessed, "accessed")

    def _edtf(self, name: str, date: Date, field: str, *, words: str = "") -> None:
        text = date_to_edtf(date)
        self._put(name, text, field)
        rest = date.literal or (str(date.year) if date.start and not text else "")
        if rest and words and not text:
            self._text(words, rest, field)
        elif rest or not is_regular(date):
            self.lost.append(field)

    def _classic_date(self, date: Date) -> None:
        if date.start is None:
            self._text("year", date.literal, "issued")
            self.lost += [] if is_regular(date) else ["issued"]
            return
        day = known_parts(date.start)
        self._put("year", str(day.year), "issued")
        if date.season and 0 < date.season <= len(SEASONS):
            self._put("month", SEASONS[date.season - 1], "issued")
        elif day.month:
            self.fields["month"] = MONTHS[day.month - 1]
            self._put("day", str(day.day or ""), "issued")
        if date.end or date.circa or date.literal or not is_regular(date):
            self.lost.append("issued")

    def _place_in_container(self) -> None:
        record = self.record
        self._text("volume", record.volume, "volume")
        numbered = self.type in {"article", "periodical"}
        if numbered:
            self._text("number", record.issue, "issue")
        self._text("number", record.number, "number")
        if not numbered:
            self._text("issue", record.issue, "issue")
        self._text("series", record.collection_title, "collection_title")
        self._text("edition", edition_text(record.edition, biblatex=self.biblatex), "edition")

    def _pages(self) -> None:
        pages = self.record.pages
        text = "--".join(self._tex(part) for part in (pages.first, pages.last) if part)
        if pages.ranges or not (text or pages.article_number):
            text = _RANGE.sub("--", self._tex(pages.ranges or pages.raw))
        article_number = self._tex(pages.article_number)
        if not self.biblatex and not text:
            text, article_number = article_number, ""
        self._put("pages", text, "pages")
        self._put("eid", article_number, "pages")
        if pages.count is not None and not counts_itself(pages.first, pages.last, pages.count):
            self._put("pagetotal", str(pages.count), "pages")

    def _publication(self) -> None:
        record = self.record
        publisher = PUBLISHER_FIELDS[self.biblatex].get(self.type, "publisher")
        self._list(publisher, record.publisher, "publisher")
        place = "location" if self.biblatex else "address"
        self._list(place, record.publisher_place, "publisher_place")
        self._genre()
        self._text("pubstate", record.status, "status")
        langid = babel_name(record.language) if self.biblatex else ""
        if langid:
            self._put("langid", langid, "language")
        else:
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
        self._text("type", genre, "genre")
        type_ = self.record.type
        if type_ is not MEANS.get(self.type):
            self._put("entrysubtype", SUBTYPES.get(type_, self._tex(type_)), "type")

    def _identifiers(self) -> None:
        known = self.record.identifiers
        self._put("doi", url_text(known.doi), "identifiers")
        self._put("url", url_text(self.record.url, ascii_only=self.options.ascii_only), "url")
        isbn, issn = known.isbn, known.issn
        if self.biblatex:
            isbn = tuple(one for one in isbn if valid_isbn(one))[:1]
            issn = tuple(one for one in issn if valid_issn(one))[:1]
            unwritten = len(known.isbn + known.issn) - len(isbn + issn)
            self.lost += ["identifiers"] * unwritten
        self._text("isbn", ", ".join(isbn), "identifiers")
        self._text("issn", ", ".join(issn), "identifiers")
        self._eprint()

    def _eprint(self) -> None:
        known = self.record.identifiers
        if not self.biblatex:
            self._put("eprint", url_text(known.arxiv), "identifiers")
            self._put("archiveprefix", "arXiv" if known.arxiv else "", "identifiers")
            self._text("pmid", known.pmid, "identifiers")
            self._text("pmcid", known.pmcid, "identifiers")
            return
        eprint, kind = (known.arxiv, "arxiv") if known.arxiv else (known.pmid, "pubmed")
        self._put("eprint", url_text(eprint), "identifiers")
        self._put("eprinttype", kind if eprint else "", "identifiers")

    def _texts(self) -> None:
        record = self.record
        keywords = (self._tex(keyword) for keyword in record.keywords)
        joined = ", ".join(f"{{{one}}}" if "," in one else one for one in keywords if one)
        self._put("keywords", joined, "keywords")
        self._text("note", record.note, "note")
        self._text("abstract", record.abstract, "abstract")

    def _extra_facts(self) -> None:
        for fact, text in extra_facts(self.record, biblatex=self.biblatex):
            self._extra(fact, text)
        for name, values in self.extras.items():
            self._put(name, "; ".join(values), "extra")


def _sample(letters: set[str]) -> str:
    """Give the letters, no more than fit a line."""
    text = "".join(sorted(letters))
    return text if len(text) <= SAMPLE else f"{text[:SAMPLE]}…"
