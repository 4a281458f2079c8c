"""CSV: the writer."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.model import Record, Role
from litconv.options import WriteOptions
from litconv.text.oneline import one_line
from litconv.writing.facts import Fact, date_words, unheld
from litconv.writing.losses import report_losses

_BETWEEN: Final = "; "
_OWN_COLUMNS: Final = (Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR)


def _people(role: Role) -> Callable[[Record], str]:
    def names(record: Record) -> str:
        return _BETWEEN.join(name.sort_text for name in record.names(role))

    return names


def _others(record: Record) -> str:
    others = (one for one in record.contributors if one.role not in _OWN_COLUMNS)
    return _BETWEEN.join(f"{one.name.sort_text} ({one.role})" for one in others)


def _text(field: str) -> Callable[[Record], str]:
    return lambda record: str(getattr(record, field))


def _date(field: str) -> Callable[[Record], str]:
    def words(record: Record) -> str:
        date = getattr(record, field)
        return date_words(date) if date else ""

    return words


def _year(record: Record) -> str:
    year = record.issued.year if record.issued else None
    return "" if year is None else str(year)


def _identifier(kind: str) -> Callable[[Record], str]:
    def value(record: Record) -> str:
        found = getattr(record.identifiers, kind)
        return found if isinstance(found, str) else _BETWEEN.join(found)

    return value


def _count(record: Record) -> str:
    return "" if record.pages.count is None else str(record.pages.count)


COLUMNS: Final[dict[str, Callable[[Record], str]]] = {
    "id": _text("id"),
    "type": _text("type"),
    "authors": _people(Role.AUTHOR),
    "year": _year,
    "title": _text("title"),
    "container_title": _text("container_title"),
    "container_title_short": _text("container_title_short"),
    "volume": _text("volume"),
    "issue": _text("issue"),
    "pages": lambda record: record.pages.text,
    "article_number": lambda record: record.pages.article_number,
    "page_count": _count,
    "doi": _identifier("doi"),
    "issn": _identifier("issn"),
    "isbn": _identifier("isbn"),
    "pmid": _identifier("pmid"),
    "pmcid": _identifier("pmcid"),
    "arxiv": _identifier("arxiv"),
    "url": _text("url"),
    "date": _date("issued"),
    "accessed": _date("accessed"),
    "editors": _people(Role.EDITOR),
    "translators": _people(Role.TRANSLATOR),
    "contributors": _others,
    "publisher": _text("publisher"),
    "publisher_place": _text("publisher_place"),
    "collection_title": _text("collection_title"),
    "edition": _text("edition"),
    "number": _text("number"),
    "genre": _text("genre"),
    "status": _text("status"),
    "event_title": _text("event_title"),
    "event_place": _text("event_place"),
    "event_date": _date("event_date"),
    "title_short": _text("title_short"),
    "language": _text("language"),
    "keywords": lambda record: _BETWEEN.join(record.keywords),
    "abstract": _text("abstract"),
    "note": _text("note"),
}
# Kinds of facts (see `writing.facts`) → the column that --extras adds for them.
EXTRAS: Final = {
    "translated_titles": "translated_titles",
    "affiliations": "affiliations",
    "person-affiliations": "affiliations_of_authors",
    "orcid": "orcid",
    "other-identifiers": "other_identifiers",
    "subjects": "subjects",
    "times_cited": "times_cited",
    "listing": "listing",
    "extra": "extra",
}


class CsvWriter:
    """Writes the head and a row for each record."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write all records; with none the head alone."""
        rows = csv.writer(out, lineterminator="\n")
        extras = list(EXTRAS.values()) if options.extras else []
        rows.writerow([*COLUMNS, *extras])
        for record in records:
            left = unheld(record, _is_column)
            cells = [one_line(cell(record)) for cell in COLUMNS.values()]
            if extras:
                cells += _extra_cells(left)
                left = [fact for fact in left if fact.kind == "relations"]
            report_losses(
                record,
                [fact.field for fact in left],
                diagnostics,
                format_title="CSV",
                extra_facts=frozenset(fact.field for fact in left),
            )
            rows.writerow(cells)


def _column_of(fact: Fact) -> str:
    return EXTRAS.get(fact.kind.partition(".")[0], "")


def _is_column(fact: Fact) -> bool:
    return not _column_of(fact) and fact.kind != "relations"


def _extra_cells(facts: list[Fact]) -> list[str]:
    cells: dict[str, list[str]] = {column: [] for column in EXTRAS.values()}
    for fact in facts:
        if column := _column_of(fact):
            cells[column].append(one_line(_without_label(fact)))
    return [_BETWEEN.join(values) for values in cells.values()]


def _without_label(fact: Fact) -> str:
    """Give the note of a fact without the words that its column says already."""
    named = fact.kind.partition(".")[0] in {"extra", "other-identifiers", "subjects", "orcid"}
    return fact.note if named else fact.note.partition(": ")[2]
