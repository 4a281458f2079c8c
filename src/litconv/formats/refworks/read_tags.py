"""RefWorks tagged: what is done with the value of each tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from litconv.formats.refworks.tables import (
    JOURNAL_TYPES,
    NUMBERED_TYPES,
    ROLE_OF,
    TEXTS,
    TYPE_OF,
    VARIABLES,
    WHOLE_TYPES,
)
from litconv.model import ItemType
from litconv.reading.days import add_day
from litconv.reading.draft import Draft
from litconv.reading.stray import names, never, serials
from litconv.reading.tagged import Item
from litconv.reading.tagged_record import TaggedRecord
from litconv.reading.values import date, kept, text
from litconv.text.chinese.databases import is_degree
from litconv.text.dates import parse_date
from litconv.text.doi import names_doi
from litconv.text.script import has_han
from litconv.text.serials import national_number
from litconv.text.width import tidy

_DATABASES: Final = re.compile(r"CNKI|Wanfang|万方|知网|CQVIP|维普", re.IGNORECASE)
_PATENT: Final = re.compile(r"[A-Z]{2}[ -]?\d[\d.,/]*(?:[A-Z]\d?)?")
_WOS: Final = re.compile(r"(?:WOS|ISI|BCI|CCC|MEDLINE):\S+")
# `Alder Publishing Group`: several words and no digit; a lone word could be a season or a month.
_WORDS: Final = re.compile(r"[A-Z][^\W\d]+(?: [^\W\d][^\d;]*)+")
_DIGITS: Final = re.compile(r"\d+")
_PUBMED: Final = re.compile(r"pubmed|medline", re.IGNORECASE)
_PMCID: Final = re.compile(r"(?:PMC)?(\d+)", re.IGNORECASE)
_WITH_KINDS: Final = frozenset({ItemType.THESIS, ItemType.STANDARD, ItemType.PATENT})


class RefworksRecord(TaggedRecord):
    """One record being read, all of its tags."""

    __slots__ = ()
    numbered = NUMBERED_TYPES
    whole = WHOLE_TYPES

    def __init__(self, draft: Draft, items: Sequence[Item]) -> None:
        super().__init__(draft, items)
        bases = f"{self.value('DS')} {self.value('DB')}"
        self.chinese = _DATABASES.search(bases) is not None
        if "RT" in self.first:
            self.set_type(self.first["RT"], TYPE_OF)
        elif "JF" in self.first:
            draft.type = ItemType.ARTICLE_JOURNAL

    # ------------------------------------------------------------------ people, titles, places
    def people(self, item: Item) -> None:
        """A1 to A6: their roles, and in theses and patents what CNKI has there."""
        tag, type_ = item.tag, self.draft.type
        if type_ is ItemType.THESIS and tag in {"A2", "A3"}:
            self.supervisors(item)
        elif type_ is ItemType.PATENT and tag == "A2":
            self.draft.text("publisher", item)  # who applied for it
        else:
            self.names(ROLE_OF[tag], item)

    def journal(self, item: Item) -> None:
        """JF: CNKI's theses have their university here, its papers their proceedings."""
        thesis = self.draft.type is ItemType.THESIS
        self.draft.text("publisher" if thesis else "container_title", item)

    def short_journal(self, item: Item) -> None:
        """JO: the short name, or the only one."""
        short = "JF" in self.first or self.draft.type not in JOURNAL_TYPES
        self.draft.text("container_title_short" if short else "container_title", item)

    def secondary_title(self, item: Item) -> None:
        """T2: book or proceedings, the series of a whole work, the conference beside a JF."""
        draft = self.draft
        if draft.type in WHOLE_TYPES:
            draft.text("collection_title", item)
        elif "JF" not in self.first:
            draft.text("container_title", item)
        elif tidy(self.value("JF")) == tidy(item.value):
            return
        elif draft.type is ItemType.PAPER_CONFERENCE:
            draft.text("event_title", item)
        else:
            draft.keep(item)

    def series(self, item: Item) -> None:
        """T3: the series, which is T2 in whole works."""
        if self.draft.type in WHOLE_TYPES and "T2" in self.first:
            self.draft.keep(item)
        else:
            self.draft.text("collection_title", item)

    def place(self, item: Item) -> None:
        """PP: where it was published; in CNKI's conference papers where they were given."""
        held = self.chinese and self.draft.type is ItemType.PAPER_CONFERENCE
        field = "event_place" if held and "PB" not in self.first else "publisher_place"
        self.draft.text(field, item)

    def edition(self, item: Item) -> None:
        """ED: the edition, of theses the degree."""
        degree = self.draft.type is ItemType.THESIS and is_degree(item.value)
        self.draft.text("genre" if degree else "edition", item)

    # ------------------------------------------------------------------ dates and pages
    def no_year(self, item: Item, words: str) -> None:
        """YR that is words: FD may say more."""
        if "FD" in self.first:
            self.draft.odd(item, "issued")
        else:
            super().no_year(item, words)

    def full_date(self, item: Item) -> None:
        """FD: the day of issue, mostly without its year; the publisher in HighWire's exports."""
        year = self.known_year("YR")
        words = _WORDS.fullmatch(tidy(item.value)) and parse_date(item.value, year=year) is None
        if words and "PB" not in self.first:
            self.draft.text("publisher", item)
        elif add_day(self.draft, item, year):
            self.draft.keep(item)

    def pages(self, item: Item) -> None:
        """SP and OP together at the first of them; CNKI has the whole range in OP."""
        first, last = self.first.get("SP"), self.first.get("OP")
        if item is not (first if first and item.tag == "SP" else last):
            self.draft.keep(item)  # a second one
        elif not (first and last):
            super().pages(item)
        elif item is first:
            self.draft.first_and_last_page(first, last)

    # ------------------------------------------------------------------ identifiers
    def url(self, item: Item) -> None:
        """UL, LK and AV: the first is the work's address, the others stand in for it."""
        draft = self.draft
        for one in item.value.split("\n"):
            if not one.strip():
                continue
            address = one.strip().startswith(("http:", "https:", "ftp:", "www."))
            if item.tag == "UL" or (address and "UL" not in self.first):
                draft.text("url", item, one)
            else:
                draft.keep(item, value=one)
            if "DO" not in self.first and names_doi(one):
                draft.doi(item, one)

    def accession(self, item: Item) -> None:
        """Take AN: the number of the record in a database."""
        draft, value = self.draft, tidy(item.value)
        if _WOS.fullmatch(value):
            draft.other_identifier("WOS", value)
        elif value.startswith(("PMID", "pmid")) and (match := _DIGITS.search(value)):
            draft.identifier("pmid", match[0], item)
        elif _DIGITS.fullmatch(value) and _PUBMED.search(self.value("DB")):
            draft.identifier("pmid", value, item)
        else:
            draft.other_identifier("accession", value)

    def pmid(self, item: Item) -> None:
        """PMID."""
        if match := _DIGITS.fullmatch(tidy(item.value)):
            self.draft.identifier("pmid", match[0], item)
        else:
            self.draft.odd(item, "identifiers")

    def pmcid(self, item: Item) -> None:
        """PMCID, with or without its letters."""
        if match := _PMCID.fullmatch(tidy(item.value)):
            self.draft.identifier("pmcid", f"PMC{match[1]}", item)
        else:
            self.draft.odd(item, "identifiers")

    def key(self, item: Item) -> None:
        """ID: a citation key, unless it is the number of the record in a database."""
        value = tidy(item.value)
        if " " in value or value.isdecimal():
            self.draft.keep(item)
        else:
            self.draft.text("id", item)

    # ------------------------------------------------------------------ contents
    def classification(self, item: Item) -> None:
        """CL: the degree of a thesis in CNKI's exports, else a class."""
        draft = self.draft
        # of standards `国家标准`, of patents `发明公开`
        if is_degree(item.value) or (draft.type in _WITH_KINDS and has_han(item.value)):
            draft.text("genre", item)
        elif self.chinese and draft.type is not ItemType.PATENT:
            self.classes(item)
        else:
            draft.keep(item)

    def note(self, item: Item) -> None:
        """NO: a note; in CNKI's exports the number of a patent or journal."""
        draft, value = self.draft, tidy(item.value)
        if draft.type is ItemType.PATENT and _PATENT.fullmatch(value):
            draft.text("number", item)
        elif number := national_number(value):
            draft.other_identifier("CN", number)
        else:
            draft.note(value)

    def database(self, item: Item) -> None:
        """DB, unless there is a DS, which says the same."""
        self.draft.keep(item, tag="source" if "DS" not in self.first else "")


Action = Callable[[RefworksRecord, Item], None]
ACTIONS: Final[dict[str, Action]] = {
    **{TEXTS[field]: text(field) for field in ("title_short", "publisher")},
    **{tag: kept(variable) for variable, tag in VARIABLES.items()},
    **dict.fromkeys(ROLE_OF, RefworksRecord.people),
    "RT": RefworksRecord.stated,
    "T1": RefworksRecord.title,
    "JF": RefworksRecord.journal,
    "JO": RefworksRecord.short_journal,
    "T2": RefworksRecord.secondary_title,
    "T3": RefworksRecord.series,
    "WT": text("container_title"),
    "PP": RefworksRecord.place,
    "ED": RefworksRecord.edition,
    "YR": RefworksRecord.year,
    "FD": RefworksRecord.full_date,
    "RD": date("accessed"),
    **dict.fromkeys(("VO", "vo"), RefworksRecord.volume),
    "IS": RefworksRecord.issue,
    **dict.fromkeys(("SP", "OP"), RefworksRecord.pages),
    "SN": RefworksRecord.serial,
    "DO": RefworksRecord.doi,
    **dict.fromkeys(("UL", "LK", "AV"), RefworksRecord.url),
    "AN": RefworksRecord.accession,
    "PMID": RefworksRecord.pmid,
    "PMCID": RefworksRecord.pmcid,
    "ID": RefworksRecord.key,
    "CN": RefworksRecord.call_number,
    "CL": RefworksRecord.classification,
    "K1": RefworksRecord.keywords,
    "AB": RefworksRecord.abstract,
    "LA": RefworksRecord.language,
    "AD": RefworksRecord.addresses,
    "NO": RefworksRecord.note,
    "DB": RefworksRecord.database,
}
# Tags whose values have one line; what may stand below it all the same.
ONE_LINE: Final = {
    **dict.fromkeys("RT PP ED YR FD RD VO vo IS SP OP DO AN PMID PMCID ID CN LA DB".split(), never),
    **dict.fromkeys(ROLE_OF, names),
    "SN": serials,
}
