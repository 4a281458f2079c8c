"""Scopus CSV: the reader."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record, Role, Span
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.source import Source
from litconv.text.languages import language_tag
from litconv.text.names import parse_name
from litconv.text.width import tidy

TYPES: Final = {
    "article": ItemType.ARTICLE_JOURNAL,
    "article in press": ItemType.ARTICLE_JOURNAL,
    "book": ItemType.BOOK,
    "book chapter": ItemType.CHAPTER,
    "business article": ItemType.ARTICLE_MAGAZINE,
    "conference paper": ItemType.PAPER_CONFERENCE,
    "conference review": ItemType.BOOK,  # the volume of proceedings
    "data paper": ItemType.ARTICLE_JOURNAL,
    "editorial": ItemType.ARTICLE_JOURNAL,
    "erratum": ItemType.ARTICLE_JOURNAL,
    "letter": ItemType.ARTICLE_JOURNAL,
    "note": ItemType.ARTICLE_JOURNAL,
    "preprint": ItemType.ARTICLE,
    "report": ItemType.REPORT,
    "retracted": ItemType.ARTICLE_JOURNAL,
    "review": ItemType.ARTICLE_JOURNAL,
    "short survey": ItemType.ARTICLE_JOURNAL,
}
TEXTS: Final = {
    "title": "title",
    "source title": "container_title",
    "abbreviated source title": "container_title_short",
    "publisher": "publisher",
    "conference name": "event_title",
    "conference location": "event_place",
}
# Columns kept under the name of the CSL variable that means the same.
VARIABLES: Final = {"source": "source"}
_PEOPLE: Final = ("author full names", "authors")
_HANDLED: Final = (
    frozenset(
        "year|volume|issue|art. no.|page start|page end|page count|cited by|doi|link|"
        "affiliations|authors with affiliations|abstract|author keywords|index keywords|"
        "document type|editors|issn|isbn|pubmed id|language of original document|eid|"
        "conference date|publication stage".split("|")
    )
    | set(TEXTS)
    | set(_PEOPLE)
)
_NONE: Final = frozenset(
    {"[no abstract available]", "[no author name available]", "[no authors listed]"}
)
_AUTHOR_ID: Final = re.compile(r"(?:(?<!\s)\s+)?\(\d{8,}\)\s*$")
_LARGEST_CELL: Final = 2**30
_COLUMNS: Final = frozenset({"authors", "title", "year", "source title", "eid", "document type"})
_SURE: Final = 4  # of those columns


class ScopusReader:
    """Reads one exported file, row by row."""

    def sniff(self, head: str) -> bool:
        """Say whether the first line names the columns that a Scopus export has."""
        first = head.partition("\n")[0]
        names = {tidy(one).strip('"').casefold() for one in first.split(",")}
        return len(names & _COLUMNS) >= _SURE

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield one record for each row."""
        csv.field_size_limit(_LARGEST_CELL)
        rows = csv.reader(f"{line}\n" for line in source.stream())
        head: list[str] = []
        line = 1
        for cells in rows:
            if not head:
                head = [tidy(one).casefold() for one in cells]
            elif any(cells):
                _report_width(cells, head, Span(source.name, line), diagnostics)
                yield _Row(head, cells, source.name, line, diagnostics).record()
            line = rows.line_num + 1


def _report_width(cells: list[str], head: list[str], span: Span, diagnostics: Diagnostics) -> None:
    if len(cells) != len(head):
        diagnostics.report(
            "value-not-understood",
            f"the row has {len(cells)} cells, its head {len(head)}; a cell may be broken",
            span=span,
            field="extra",
        )


class _Row:
    """One row on its way to a record."""

    def __init__(
        self, head: list[str], cells: list[str], file: str, line: int, diagnostics: Diagnostics
    ) -> None:
        self.draft = Draft("scopus", file, line, diagnostics)
        self.cells = dict(zip(head, cells, strict=False))
        self.surplus = cells[len(head) :]
        self.line = line

    def item(self, column: str, value: str | None = None) -> Item:
        """Give a cell as the draft takes it; what Scopus writes for nothing is empty."""
        text = self.cells.get(column, "") if value is None else value
        return Item(column, "" if text.casefold() in _NONE else text, self.line)

    def record(self) -> Record:
        """Read every cell."""
        draft = self.draft
        kind = tidy(self.cells.get("document type", ""))
        draft.type = TYPES.get(kind.casefold(), ItemType.DOCUMENT)
        if kind and kind.casefold() not in TYPES:
            draft.odd(self.item("document type"), "type")
        elif kind.casefold() not in {"article", "book", "book chapter", "conference paper"}:
            draft.text("genre", self.item("document type"))
        for column, field in TEXTS.items():
            draft.text(field, self.item(column))
        self._people()
        set_date(draft, "issued", self.item("year"))
        stage = self.item("publication stage")
        if stage.value.casefold() == "final":  # what any work is: nothing a citation would say
            draft.keep(stage)
        else:
            draft.text("status", stage)
        for column in ("volume", "issue"):
            draft.number(column, self.item(column))
        draft.first_and_last_page(self.item("page start"), self.item("page end"))
        draft.article_number(self.item("art. no."))
        self._identifiers()
        draft.text("url", self.item("link"))
        draft.text("abstract", self.item("abstract"))
        language = self.cells.get("language of original document", "")
        draft.text("language", self.item("language of original document", language_tag(language)))
        for column in ("author keywords", "index keywords"):
            draft.add_keywords(self.item(column).value.split(";"))
        set_date(draft, "event_date", self.item("conference date"))
        self._rest()
        record = draft.record()
        count, cited = self.cells.get("page count", ""), self.cells.get("cited by", "")
        if count.isdecimal() and int(count[:9]):
            counted = msgspec.structs.replace(record.pages, count=int(count[:9]))
            record = msgspec.structs.replace(record, pages=counted)
        if cited.isdecimal():
            record = msgspec.structs.replace(record, times_cited=int(cited[:9]))
        return record

    def _people(self) -> None:
        column = next((one for one in _PEOPLE if self.item(one).value), "")
        printed = self.item(column).value if column else ""
        # Before 2023 `Authors` were joined by commas: `Alder A., Birch C.D.`
        parts = printed.split(";") if ";" in printed or column != "authors" else printed.split(",")
        bodies = self._bodies()
        for place, one in enumerate(parts):
            name = parse_name(_AUTHOR_ID.sub("", tidy(one)), cited=column == "authors")
            if name is None:
                continue
            own = bodies[place] if len(bodies) == len(parts) else ()
            self.draft.named(Role.AUTHOR, msgspec.structs.replace(name, affiliations=own))
        for one in self.item("editors").value.split(";"):
            if name := parse_name(_AUTHOR_ID.sub("", tidy(one)), cited=True):
                self.draft.named(Role.EDITOR, name)
        for body in map(tidy, self.item("affiliations").value.split(";")):
            if body and body not in self.draft.affiliations:
                self.draft.affiliations.append(body)

    def _bodies(self) -> list[tuple[str, ...]]:
        """Give the affiliation of each author, from `Alder A., Univ. X, Oakham; Birch C., …`."""
        found: list[tuple[str, ...]] = []
        for one in self.item("authors with affiliations").value.split(";"):
            known = next((body for body in self._known() if tidy(one).endswith(body)), "")
            found.append((known,) if known else ())
        return found

    def _known(self) -> list[str]:
        cells = (tidy(one) for one in self.item("affiliations").value.split(";"))
        return sorted((one for one in cells if one), key=len, reverse=True)

    def _identifiers(self) -> None:
        draft = self.draft
        if not draft.doi(self.item("doi")):
            draft.odd(self.item("doi"), "identifiers")
        for column in ("issn", "isbn"):
            draft.serial(self.item(column))
        if pmid := tidy(self.cells.get("pubmed id", "")):
            draft.identifier("pmid", pmid, self.item("pubmed id"))
        draft.other_identifier("Scopus", self.cells.get("eid", ""))

    def _rest(self) -> None:
        """Keep what no field holds: funding, references, correspondence, and unknown columns."""
        for column in self.cells:
            if column not in _HANDLED and column not in TEXTS:
                self.draft.keep(self.item(column), tag=VARIABLES.get(column, ""))
        for value in self.surplus:
            self.draft.keep(self.item("", value), tag="cell")
