"""Web of Science: the reader. What its tags mean, and why, stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.formats.wos import tables
from litconv.formats.wos.blocks import blocks, sniff_wos
from litconv.formats.wos.cited import NAME, read_cited
from litconv.formats.wos.people import read_people
from litconv.formats.wos.read_groups import COUNT, read_dates, read_pages
from litconv.formats.wos.read_kind import read_book, read_titles, read_type
from litconv.model import Record, Subject, TranslatedTitle
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, report_loose
from litconv.reading.stray import cut_stray, never, serials
from litconv.reading.tagged import Block, Item
from litconv.source import Source
from litconv.text.doi import clean_doi
from litconv.text.languages import language_tag
from litconv.text.width import tidy


class WosReader:
    """Reads one record after the other."""

    def sniff(self, head: str) -> bool:
        """Say whether the text has the header of a file, or starts with a record."""
        return sniff_wos(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records."""
        whole = blocks(source.stream())
        for block in divided(whole, tables.TITLES, tables.BEGINS, source.name, diagnostics):
            draft = Draft(NAME, source.name, block.line, diagnostics)
            if any(item.value.strip() and item.tag != "PT" for item in block.items):
                if not block.closed:
                    cut = "the record has no ER: it may be cut off"
                    draft.report("syntax-repaired", cut, block.items[-1])
                cut_stray(draft, block, ONE_LINE)
                yield _Reading(block, draft).record()
                continue
            if block.items:
                draft.report("record-invalid", "a record without any value", block.items[0])
                diagnostics.reject(block.raw)
            report_loose(block, source.name, diagnostics)


# INSPEC's ID holds no keywords but what the publisher is paid by: `0003-6951/2006/…`.
_PAYMENT: Final = re.compile(r"\d{4}-\d{3}[\dX]/")
# Tags whose values have one line; what may stand below it all the same.
ONE_LINE: Final = {
    **dict.fromkeys(
        "PT PY PD VL IS BP EP AR PG DI D2 DL LA UT GA PM TC Z9 NR EA LB".split(), never
    ),
    **dict.fromkeys(("SN", "EI", "BN"), serials),
}
# Whose values several other tags are needed for.
_TOGETHER: Final = frozenset(
    "AU AF BA BF BE ED CA C1 OI PY PD EA BP EP PS SP AR PG DT PT CR D2".split()
)


class _Reading:
    """One record: its values by tag, and what becomes of them."""

    def __init__(self, block: Block, draft: Draft) -> None:
        self.draft = draft
        self.values: dict[str, Item] = {}
        self.is_patent = any(it.tag == "PT" and it.value.strip() == "P" for it in block.items)
        self.is_medline = False
        for item in block.items:
            if not item.value.strip():
                continue
            if item.tag in _TOGETHER:
                self._wait(item)
            elif read := _TAGS.get(item.tag):
                read(self, item)
            else:
                draft.keep(item)
        keep_loose(draft, block.loose)

    def _wait(self, item: Item) -> None:
        """Hold a value back; a list that comes twice goes on, a second value is kept."""
        known = self.values.get(item.tag)
        if known is not None and item.tag not in tables.LISTS:
            self.draft.keep(item)
            return
        if known is not None:
            item = replace(known, value=f"{known.value}\n{item.value}")
        self.values[item.tag] = item

    def record(self) -> Record:
        """Put together what stands in more than one value."""
        draft, values = self.draft, self.values
        read_people(values, draft)
        read_dates(values, draft)
        read_pages(values, draft)
        read_type(values, draft)
        read_titles(values, draft, is_medline=self.is_medline)
        read_book(values.get("D2"), draft)
        if cited := values.get("CR"):
            draft.fields["relations"] = read_cited(cited, draft)
        return draft.record()

    # ------------------------------------------------------------------ single values
    def text(self, item: Item) -> None:
        self.draft.text(tables.TEXTS[item.tag], item)

    def place(self, item: Item) -> None:
        if self.is_patent:  # the priority of a patent
            self.draft.keep(item)
        else:
            self.text(item)

    def country(self, item: Item) -> None:
        if "publisher_place" in self.draft.fields:
            self.draft.keep(item)
        else:
            self.draft.text("publisher_place", item)

    def title(self, item: Item) -> None:
        self.draft.text("title", item)

    def container(self, item: Item) -> None:
        self.draft.text("container_title", item)

    def short_container(self, item: Item) -> None:
        self.values["J9"] = item
        self.draft.keep(item)

    def translated_title(self, item: Item) -> None:
        self.draft.translated.append(TranslatedTitle(title=tidy(item.value)))

    def language(self, item: Item) -> None:
        if item.value.strip() == "Unspecified":
            self.draft.keep(item)
        else:
            self.draft.text("language", item, language_tag(tidy(item.value)))

    def event_date(self, item: Item) -> None:
        set_date(self.draft, "event_date", item)

    def volume(self, item: Item) -> None:
        self.draft.number("volume", item)

    def issue(self, item: Item) -> None:
        self.draft.number("issue", item)

    def part(self, item: Item) -> None:
        if self.is_patent:
            self.draft.text("number", item)
        else:
            self.variable(item)

    def variable(self, item: Item) -> None:
        self.draft.keep(item, tag=tables.VARIABLES[item.tag])

    def note(self, item: Item) -> None:
        for line in item.value.split("\n"):
            self.draft.note(tidy(line))

    def serial(self, item: Item) -> None:
        self.draft.serial(item)

    def doi(self, item: Item) -> None:
        if not self.draft.doi(item):
            self.draft.odd(item, "identifiers")

    def link(self, item: Item) -> None:
        """Read the link of a record, which says the DOI once more nearly always."""
        doi = clean_doi(item.value)
        if not doi or self.draft.ids.setdefault("doi", doi).casefold() != doi.casefold():
            self.draft.text("url", item)

    def pmid(self, item: Item) -> None:
        if item.value.strip().isdecimal():
            self.draft.identifier("pmid", item.value.strip(), item)
        else:
            self.draft.odd(item, "identifiers")

    def accession(self, item: Item) -> None:
        """Read `WOS:000123`, `MEDLINE:123`; the key stands here where there is no number."""
        scheme, _, value = tidy(item.value).partition(":")
        if scheme == tables.KEY:
            self.key(item, value)
        elif scheme == "MEDLINE" and value.isdecimal():
            self.is_medline = True
            self.draft.identifier("pmid", value, item)
        elif value and scheme in tables.ACCESSION:
            self.draft.other_identifier(scheme, value)
        else:
            self.draft.keep(item)

    def key(self, item: Item, value: str = "") -> None:
        key = value or tidy(item.value)
        if self.draft.fields.setdefault("id", key) != key:
            self.draft.keep(item)

    def keywords(self, item: Item) -> None:
        self.draft.add_keywords(tidy(item.value).split(";"))

    def keywords_plus(self, item: Item) -> None:
        """Keep the text as well: only so can they be written as such again."""
        if _PAYMENT.match(item.value):
            self.draft.doi(item)
        else:
            self.keywords(item)
        self.draft.keep(item)

    def headings(self, item: Item) -> None:
        self.draft.add_keywords(item.value.replace("*", "").replace(";", "\n").split("\n"))

    def subjects(self, item: Item) -> None:
        scheme = tables.SUBJECTS[item.tag]
        for one in tidy(item.value).split(";"):
            if code := one.strip():
                self.draft.subjects.append(Subject(scheme=scheme, code=code))

    def times_cited(self, item: Item) -> None:
        if COUNT.fullmatch(item.value.strip()) and "times_cited" not in self.draft.fields:
            self.draft.fields["times_cited"] = int(item.value)
        else:
            self.draft.keep(item)


_TAGS: Final[dict[str, Callable[[_Reading, Item], None]]] = {
    **dict.fromkeys(tables.TEXTS, _Reading.text),
    **dict.fromkeys(tables.VARIABLES, _Reading.variable),
    **dict.fromkeys(tables.SUBJECTS, _Reading.subjects),
    "BN": _Reading.serial,
    "CY": _Reading.event_date,
    "DE": _Reading.keywords,
    "DI": _Reading.doi,
    "DL": _Reading.link,
    "EI": _Reading.serial,
    "ID": _Reading.keywords_plus,
    "IS": _Reading.issue,
    "J9": _Reading.short_container,
    "LA": _Reading.language,
    "LB": _Reading.key,
    "MH": _Reading.headings,  # MEDLINE
    "NT": _Reading.note,
    "PI": _Reading.place,
    "PM": _Reading.pmid,
    "PN": _Reading.part,
    "PV": _Reading.country,  # INSPEC
    "SN": _Reading.serial,
    "SO": _Reading.container,
    "TC": _Reading.times_cited,
    "TI": _Reading.title,
    "UT": _Reading.accession,
    "VL": _Reading.volume,
    "X1": _Reading.translated_title,  # SciELO: Spanish
    "Y1": _Reading.translated_title,  # SciELO: Portuguese
    "Z1": _Reading.translated_title,  # CSCD: Chinese; KCI: Korean
}
