"""How a writer says which facts of a record its output does not hold.

The policy is one for all formats. Bookkeeping (`BOOKKEEPING`) is about where the record comes
from and what was done to it, and is never missed. Extra facts (`EXTRA_FACTS`) are no part of a
plain reference: they are named in one note for each record. Anything else is a loss, and each
field gets a warning of its own. Two facts are parts of a field: `orcid` is the ORCID iDs of all
names, `page_count` the number of pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.writing.facts import Fact

BOOKKEEPING: Final = frozenset({"provenance", "origin", "listing"})
EXTRA_FACTS: Final = frozenset(
    {
        "translated_titles",
        "affiliations",
        "subjects",
        "times_cited",
        "relations",
        "extra",
        "orcid",
    }
)
# A page count beside a first page says little (record pages give a wrong one there).
WITH_PAGE_COUNT: Final = EXTRA_FACTS | {"page_count"}

# Kinds of facts whose name says too little.
_WORDS: Final = {
    "contributors": "affiliations of single authors",
    "extra": "fields litconv has no place for",
    "identifiers": "other identifiers",
    "orcid": "ORCID iDs",
    "page_count": "number of pages",
    "relations": "listed works",
    "times_cited": "citation count",
    "translated_titles": "translated titles",
}


def report_losses(
    record: Record,
    lost: Iterable[str],
    diagnostics: Diagnostics,
    *,
    format_title: str,
    extra_facts: Collection[str] = EXTRA_FACTS,
) -> None:
    """Report the fields of `record` named in `lost` as not written to the format.

    Those among `extra_facts` give one `extra-not-written` for all, whose `field` names them with
    commas; each other one gives a `field-not-written`. Places come from the record's origin.
    """
    fields = [field for field in dict.fromkeys(lost) if field not in BOOKKEEPING]
    span = record.span
    name = record.id or record.title
    extras = [field for field in fields if field in extra_facts]
    if extras:
        words = ", ".join(_WORDS.get(field, field) for field in extras)
        diagnostics.report(
            "extra-not-written",
            f"not written to {format_title}: {words}",
            hint=_hint(extras),
            span=span,
            record=name,
            field=",".join(extras),
        )
    for field in fields:
        if field not in extra_facts:
            diagnostics.report(
                "field-not-written",
                f"{format_title} has no place for {field}",
                hint="--to json keeps everything",
                span=span,
                record=name,
                field=field,
            )


def notes_of(
    record: Record,
    missing: Iterable[Fact],
    diagnostics: Diagnostics,
    *,
    extras: bool,
    format_title: str,
    extra_facts: Collection[str] = WITH_PAGE_COUNT,
) -> list[str]:
    """Report what a format has no place for; with `--extras` give the notes that say it instead."""
    lost, notes = [], []
    for fact in missing:
        if extras and fact.note:
            notes.append(fact.note)
        else:
            lost.append(fact.field)
    if lost:
        report_losses(record, lost, diagnostics, format_title=format_title, extra_facts=extra_facts)
    return notes


def _hint(extras: list[str]) -> str:
    """Say how to get them: listed works become records of their own, the rest become notes."""
    if extras == ["relations"]:
        return _LISTED_HINT
    both = f", and {_LISTED_HINT.removeprefix('say ')}" if "relations" in extras else ""
    return f"say --extras to write extra facts{both}"


_LISTED_HINT: Final = "say --include all to convert the listed works too"
