"""CSV: the head, a row, what --extras adds, what is said to be lost."""

from __future__ import annotations

import csv
import io

from litconv.diagnostics import Diagnostics
from litconv.formats.csv import FORMATS
from litconv.formats.csv.writer import COLUMNS
from litconv.model import Date, Identifiers, ItemType, Pages, PartialDate, RawField, Record, Role
from litconv.options import WriteOptions
from made_records import body, person

RECORD = Record(
    id="alder2001",
    type=ItemType.ARTICLE_JOURNAL,
    title='Leaves, "buds"\nand bark',
    contributors=(
        person("Alder", "Ann"),
        body("The Leaf Study Group"),
        person("Birch", "Carl", Role.ILLUSTRATOR),
    ),
    issued=Date(start=PartialDate(2001, 5), end=PartialDate(2001, 6)),
    pages=Pages(first="1", last="9", count=9),
    identifiers=Identifiers(issn=("0378-5955", "1879-5891")),
    keywords=("leaves", "buds"),
    affiliations=("Invented University",),
    extra=(RawField(tag="mood", value="blue"),),
)


def rows(*records: Record, extras: bool = False) -> tuple[list[dict[str, str]], Diagnostics]:
    out, diagnostics = io.StringIO(newline=""), Diagnostics()
    assert FORMATS[0].writer
    FORMATS[0].writer.write(records, out, diagnostics, WriteOptions(extras=extras))
    assert "\r" not in out.getvalue()
    return list(csv.DictReader(io.StringIO(out.getvalue()))), diagnostics


def test_a_record_is_a_row() -> None:
    (row,), _ = rows(RECORD)
    assert {column: cell for column, cell in row.items() if cell} == {
        "id": "alder2001",
        "type": "article-journal",
        "authors": "Alder, Ann; The Leaf Study Group",
        "year": "2001",
        "title": 'Leaves, "buds" and bark',
        "pages": "1-9",
        "page_count": "9",
        "issn": "0378-5955; 1879-5891",
        "date": "2001-05/2001-06",
        "contributors": "Birch, Carl (illustrator)",
        "keywords": "leaves; buds",
    }


def test_extra_facts_are_said_or_get_columns() -> None:
    _, said = rows(RECORD)
    assert [(one.code, one.field) for one in said.items] == [
        ("extra-not-written", "affiliations,extra")
    ]
    (row,), said = rows(RECORD, extras=True)
    assert (row["affiliations"], row["extra"]) == ("Invented University", "mood: blue")
    assert said.items == []


def test_no_record_is_the_head_alone() -> None:
    out = io.StringIO()
    assert FORMATS[0].writer
    FORMATS[0].writer.write([], out, Diagnostics(), WriteOptions())
    assert out.getvalue() == ",".join(COLUMNS) + "\n"
