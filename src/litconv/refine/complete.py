"""Says what a record lacks for a reference of its type; never fills anything in."""

from __future__ import annotations

from operator import attrgetter

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record, Role
from litconv.refine.doi import year_hint
from litconv.refine.fields import FieldChoice

# What a reader needs to find the work: the required fields of BibTeX's entry types, in CSL's words.
REQUIRED: dict[ItemType, tuple[str, ...]] = {
    ItemType.ARTICLE_JOURNAL: ("author", "title", "container_title", "issued"),
    ItemType.ARTICLE_MAGAZINE: ("title", "container_title", "issued"),
    ItemType.ARTICLE_NEWSPAPER: ("title", "container_title", "issued"),
    ItemType.BOOK: ("author or editor", "title", "publisher", "issued"),
    ItemType.CHAPTER: ("author", "title", "container_title", "publisher", "issued"),
    ItemType.PAPER_CONFERENCE: ("author", "title", "container_title", "issued"),
    ItemType.REPORT: ("author", "title", "publisher", "issued"),
    ItemType.THESIS: ("author", "title", "publisher", "issued"),
    ItemType.WEBPAGE: ("title", "url"),
}

_PEOPLE = frozenset(("author", "author or editor"))
_MAKERS = (Role.AUTHOR, Role.EDITOR)
_WORDS = {
    "author": "authors",
    "author or editor": "authors or editors",
    "container_title": "journal or book",
    "issued": "year",
    "publisher": "publisher or institution",
    "title": "title",
    "url": "URL",
}


# Type → what gets all the fields that its records need, but for people.
_NEEDED = {
    type_: attrgetter("type", *[field for field in fields if field not in _PEOPLE])
    for type_, fields in REQUIRED.items()
}


def missing_fields(record: Record) -> tuple[str, ...]:
    """Give the required fields of the record's type that it does not have, as named above."""
    needed = _NEEDED.get(record.type)
    if needed is None:
        return ()
    people = record.contributors
    if all(needed(record)) and people and people[0].role is Role.AUTHOR:
        return ()  # nearly every one: whoever is needed, an author will do
    return tuple([field for field in REQUIRED[record.type] if not _has(record, field)])


def words_for(field: str) -> str:
    """Give what a message calls one of the fields of `REQUIRED`."""
    return _WORDS[field]


def _has(record: Record, field: str) -> bool:
    if field == "author":
        return any(person.role is Role.AUTHOR for person in record.contributors)
    if field == "author or editor":
        return any(person.role in _MAKERS for person in record.contributors)
    return bool(getattr(record, field))


# What to do where services were asked: the code's own remedy begins with asking them.
_ASKED = (
    "The services state it no more than the source, or there is no DOI to ask them by (--search "
    "asks by the title); take it from other files with --complete, or add it by hand."
)


def report_missing(
    record: Record, diagnostics: Diagnostics, wanted: FieldChoice, *, asked: bool = False
) -> None:
    """Report `missing-field` for a record that a source is about, once for all its fields.

    What is not `wanted` is not missed; `asked` says that services were asked for it.
    """
    if record.listing is not None:
        return
    lacking = missing_fields(record)
    if not lacking:
        return
    missing = [field for field in lacking if any(map(wanted.keeps, field.split(" or ")))]
    if not missing:
        return
    words = " and ".join(words_for(field) for field in missing)
    year = year_hint(record) if "issued" in missing else ""
    hint = f"{year}; look it up and add it by hand." if year else _ASKED if asked else ""
    diagnostics.report(
        "missing-field",
        f"the source does not state: {words}",
        hint=hint,
        span=record.span,
        record=record.title,
        field=missing[0],
    )
