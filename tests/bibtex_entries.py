"""What the tests of the BibTeX writer share: a record, and how its entry is looked at."""

from __future__ import annotations

import re

import made_records
from litconv.diagnostics import Diagnostic
from litconv.model import (
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    OtherIdentifier,
    Pages,
    RawField,
    Record,
    Subject,
    TranslatedTitle,
)
from made_records import dated, person, records_of

CLASSIC_TYPES = {
    *("article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings"),
    *("manual", "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished"),
}


def write(*items: Record, to: str = "bibtex", **options: bool) -> str:
    return write_and_tell(*items, to=to, **options)[0]


def write_and_tell(
    *items: Record, to: str = "bibtex", **options: bool
) -> tuple[str, list[Diagnostic]]:
    text, said = made_records.write(to, *items, **options)
    return text, said.items


def entry(record: Record, *, to: str = "bibtex", **options: bool) -> dict[str, str]:
    """Fields of the one entry as they stand in the file, without the outer braces."""
    text = write(record, to=to, **options)
    lines = re.findall(r"^  ([a-z]+) = (.*),$", text, flags=re.MULTILINE)
    return {
        "@": text[1 : text.index("{")],
        **{name: value[1:-1] if value.startswith("{") else value for name, value in lines},
    }


def losses(record: Record, *, to: str = "bibtex", **options: bool) -> list[tuple[str, str]]:
    _, said = write_and_tell(record, to=to, **options)
    return [(one.code, one.field) for one in said]


def reread(record: Record, *, to: str) -> Record:
    """What our own reader makes of the record as it is written."""
    (back,) = records_of(to, write(record, to=to))
    return back


ARTICLE = Record(
    id="davidson1999peer",
    type=ItemType.ARTICLE_JOURNAL,
    title="Peer support & recovery in New Haven: A review",
    contributors=(person("Davidson", "Larry"), person("Berg", "Jan", particle="van der")),
    container_title="Clinical Psychology",
    issued=dated(1999, 6, 2),
    volume="6",
    issue="2",
    pages=Pages(first="165", last="187", count=23),
    identifiers=Identifiers(doi="10.1093/clipsy/6.2.165", issn=("0028-0836",), pmid="77"),
    url="https://example.org/a_b?c=1&d=%20",
    language="en",
    keywords=("peer support", "illness, severe"),
    abstract="Two\nlines.",
)

FACTS = Record(
    title="Mud",
    contributors=(person("Roe", "A.", orcid="0000-0002-1825-0097"),),
    affiliations=("Univ A & B",),
    subjects=(
        Subject(scheme="clc", code="B849", label="应用心理学"),
        Subject(scheme="clc", code="R395"),
        Subject(scheme="discipline", code="040203"),
        Subject(scheme="msc", code="00A05"),
    ),
    times_cited=353,
    identifiers=Identifiers(other=(OtherIdentifier("CNKI", "X1"),)),
    translated_titles=(TranslatedTitle(title="泥", language="zh"),),
    extra=(RawField(tag="基金", value="No. 5"),),
    listing=Listing(ListKind.REFERENCES, "3"),
)
