"""MEDLINE: the reader. What its tags mean, and why, stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from litconv.diagnostics import Diagnostics
from litconv.formats.nbib import tables
from litconv.formats.nbib.blocks import blocks, sniff_medline
from litconv.formats.nbib.people import TAGS as PEOPLE
from litconv.formats.nbib.people import People
from litconv.formats.nbib.read_groups import Parts, put_together, without_stop
from litconv.model import Date, Record
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.joined import divided
from litconv.reading.loose import keep_loose, report_loose
from litconv.reading.stray import cut_stray, never, serials
from litconv.reading.tagged import Block, Item
from litconv.reading.values import Values, kept, number, text
from litconv.source import Source
from litconv.text.dates import parse_date
from litconv.text.doi import clean_doi
from litconv.text.languages import language_tag
from litconv.text.width import tidy

NAME: Final = "nbib"


class NbibReader:
    """Reads one record after the other."""

    def sniff(self, head: str) -> bool:
        """Say whether a record starts here."""
        return sniff_medline(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records."""
        found = blocks(source.stream())
        for block in divided(found, _TITLES, _BEGINS, source.name, diagnostics):
            if any(item.value.strip() for item in block.items):
                yield _Record(block, source.name, diagnostics).record()
            elif block.items:
                draft = Draft(NAME, source.name, block.line, diagnostics)
                draft.report("record-invalid", "a record without any value", block.items[0])
                diagnostics.reject(block.raw)
            else:
                report_loose(block, source.name, diagnostics)


_TITLES: Final = frozenset({"TI"})
_BEGINS: Final = frozenset({"PMID"})
# Tags whose values have one line; what may stand below it all the same.
ONE_LINE: Final = {
    **dict.fromkeys(
        "PMID PMC PMCR UI OWN STAT DA DCOM LR DP DEP VI IP PG LA PST JID LID AID OID EN PL"
        " FAU AU FED ED FIR IR".split(),
        never,
    ),
    **dict.fromkeys(("IS", "ISBN", "ISSN"), serials),
}
_CUT_TAG: Final = re.compile(r"[A-Z][A-Z0-9]{0,3} *-?\s*")
_KEY: Final = "KEY: "
_BRACKET: Final = re.compile(r"(?P<value>.*\S)\s*\[(?P<kind>\w+)\]")
_ERIC: Final = re.compile(r"\s*E?IS[SB]N-(?=\d)")  # `ISSN - EISSN-1936-4814`
_BARE_YEAR: Final = re.compile(r"\W*\d{4}\W*")


class _Record(Values):
    """One record: its values by tag, and what becomes of them."""

    def __init__(self, block: Block, file: str, diagnostics: Diagnostics) -> None:
        super().__init__(Draft(NAME, file, block.line, diagnostics))
        self.cut_tag(block)
        cut_stray(self.draft, block, ONE_LINE)
        self.people = People(self.draft, block.items)
        self.parts = Parts()
        self.take([it for it in block.items if it.value and not it.value.isspace()], _ACTIONS)
        keep_loose(self.draft, block.loose)

    def cut_tag(self, block: Block) -> None:
        """Report a record whose last line is a tag alone, or a part of one."""
        text, last = block.lines[-1].strip(), block.items[-1]
        if not _CUT_TAG.fullmatch(block.lines[-1]):
            return
        number = last.line + last.value.count("\n")
        cut = Item("", text, number)
        if last.value.endswith(f"\n{text}"):  # no line of the value above it
            last.value = last.value.removesuffix(f"\n{text}").rstrip("\n")
            self.draft.keep(cut, tag="line")
        self.draft.report("syntax-repaired", "the record ends in a tag: it may be cut off", cut)

    def record(self) -> Record:
        """Put together what stands in more than one value."""
        self.people.finish()
        put_together(self.parts, self.draft)
        return self.draft.record()

    def person(self, item: Item) -> None:
        self.people.take(item)

    # ------------------------------------------------------------------ single values
    def pmid(self, item: Item) -> None:
        match = re.match(r"\d+", item.value)
        if match:
            self.draft.identifier("pmid", match[0], item)
        if match is None or match[0] != item.value.strip():
            self.draft.odd(item, "identifiers")  # a line without a tag behind it

    def pmcid(self, item: Item) -> None:
        bare = item.value.strip()
        self.draft.identifier("pmcid", f"PMC{bare}" if bare.isdecimal() else bare, item)

    def date(self, item: Item) -> None:
        found = parse_date(item.value)
        set_date(self.draft, "issued", item, found)
        if found and _is_year(found) and not _BARE_YEAR.fullmatch(item.value):
            self.draft.keep(item)  # `2016 2nd Quarter`

    def serial(self, item: Item) -> None:
        self.draft.serial(replace(item, value=_ERIC.sub("", item.value)))

    def language(self, item: Item) -> None:
        if item.value.strip() not in {"und", "zxx"}:  # undetermined, no language
            self.draft.text("language", item, language_tag(item.value))

    def keyword(self, item: Item) -> None:
        self.draft.add_keywords([item.value.replace("*", "")])

    def stage(self, item: Item) -> None:
        if known := tables.STAGES.get(item.value.strip()):
            self.draft.text("status", item, known)
        else:
            self.draft.keep(item)

    def other_id(self, item: Item) -> None:
        if item.value.startswith(_KEY) and "id" not in self.draft.fields:
            self.draft.fields["id"] = tidy(item.value.removeprefix(_KEY))
        else:
            self.draft.keep(item)

    def location(self, item: Item) -> None:
        """Read `10.5555/1 [doi]`, `ABR-5-67 [pii]`, `NBK1234 [bookaccession]`, a bare DOI.

        ERIC has the address of its page here.
        """
        match = _BRACKET.fullmatch(item.value.strip())
        value, kind = (match["value"], match["kind"]) if match else (item.value, "")
        if kind in tables.LOCATIONS:
            self.draft.other_identifier(tables.LOCATIONS[kind], value)
            if item.tag == "LID" and kind == "pii":
                self.parts.locations.append(replace(item, value=value))
        elif not kind and value.startswith("http") and not clean_doi(value):
            self.draft.text("url", item)
        elif not self.draft.doi(item, value):
            self.draft.keep(item)

    def publication_type(self, item: Item) -> None:
        name = tidy(item.value).casefold()
        if name == tables.JOURNAL_ARTICLE:
            self.parts.is_article = True
        elif known := tables.TYPE_OF.get(name):
            self.parts.kinds.append((known, item))
        elif name in tables.GENRES:
            self.draft.text("genre", item, tables.GENRES[name])
        else:
            self.draft.keep(item)

    def title(self, item: Item) -> None:
        self.parts.titles.append(item)

    def vernacular_title(self, item: Item) -> None:
        self.parts.vernacular.append(item)

    def book_title(self, item: Item) -> None:
        self.parts.book_titles.append(item)

    def series(self, item: Item) -> None:
        self.draft.text("collection_title", item, without_stop(item.value))

    def source_line(self, item: Item) -> None:
        self.parts.later.setdefault(item.tag, item)
        self.draft.keep(item)

    def abstract(self, item: Item) -> None:
        self.parts.abstracts.append(item)


def _is_year(date: Date) -> bool:
    return bool(date.start and not date.start.month and not date.season and not date.end)


_ACTIONS: Final[dict[str, Callable[[_Record, Item], None]]] = {
    **{tag: text(field) for tag, field in tables.TEXTS.items()},
    **{tag: kept(variable) for tag, variable in tables.VARIABLES.items()},
    **dict.fromkeys(PEOPLE, _Record.person),
    "AB": _Record.abstract,
    "AID": _Record.location,
    "BTI": _Record.book_title,
    "CTI": _Record.series,
    "DEP": _Record.source_line,
    "DP": _Record.date,
    "GN": _Record.note,
    "IP": number("issue"),
    "IS": _Record.serial,
    "ISBN": _Record.serial,
    "ISSN": _Record.serial,  # ERIC
    "JT": text("container_title"),
    "LA": _Record.language,
    "LID": _Record.location,
    "MH": _Record.keyword,
    "OAB": _Record.abstract,
    "OID": _Record.other_id,
    "OT": _Record.keyword,
    "KW": _Record.keyword,
    "PG": _Record.pages,
    "PMC": _Record.pmcid,
    "PMID": _Record.pmid,
    "PST": _Record.stage,
    "PT": _Record.publication_type,
    "SO": _Record.source_line,
    "TI": _Record.title,
    "TT": _Record.vernacular_title,
    "VI": number("volume"),
}
