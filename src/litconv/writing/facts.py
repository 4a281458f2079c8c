"""What a record holds, fact by fact, and which facts a writer has no place for.

A format is described by the kinds of facts it can hold (`Holds`); everything else that a record
has is then known without a line of code in the writer: to be reported as lost, or written as a
note with `--extras`. The kinds are the fields of `Record`, with a part behind a dot where a
format may hold one and not the other:

    author, editor … (each `Role`)    orcid    person-affiliations
    issued  issued.month  issued.day  issued.season  issued.end  issued.circa  issued.literal
        (`accessed` and `event_date` have the same parts)
    pages  pages.last  pages.ranges  pages.article_number
    pages.count, unless it follows from first and last page; url, unless it is the DOI's link
    doi  isbn  isbn.more  issn  issn.more  pmid  pmcid  arxiv  other-identifiers
    translated_titles  translated_titles.more
    extra.TAG for each extra field, its tag being a CSL variable or the source's own
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple

from litconv.model import Contributor, Date, Record
from litconv.text.doi import says_doi
from litconv.text.pages import counts_itself

Holds = Collection[str] | Callable[["Fact"], bool]


class Fact(NamedTuple):
    """One fact: its kind, the field of `Record` that a message names, and a note that says it."""

    kind: str
    field: str
    note: str


_TEXTS: Final = {
    "title": "Title",
    "title_short": "Short title",
    "container_title": "In",
    "container_title_short": "Abbreviated",
    "collection_title": "Series",
    "publisher": "Publisher",
    "publisher_place": "Place",
    "event_title": "Event",
    "event_place": "Event place",
    "volume": "Volume",
    "issue": "Issue",
    "number": "Number",
    "edition": "Edition",
    "url": "URL",
    "language": "Language",
    "abstract": "Abstract",
    "genre": "Genre",
    "status": "Status",
    "note": "Note",
}
_DATES: Final = {"issued": "Date", "accessed": "Accessed", "event_date": "Event date"}
_SEASONS: Final = ("", "spring", "summer", "autumn", "winter")


def kept_value(record: Record, format_: str, tag: str) -> str:
    """Give what a record keeps under a tag of the format it was read from; "" of another's."""
    if not record.comes_from(format_):
        return ""
    return next((raw.value for raw in record.extra if raw.tag == tag), "")


def unheld(record: Record, holds: Holds) -> list[Fact]:
    """Give the facts of a record that a format does not hold, in the order of the record.

    `holds` are the kinds it holds, or a function that says so of a fact. The citation key and
    the type are the writer's own business, the lists of works are `relations`.
    """
    if not callable(holds):
        return [fact for fact in facts(record) if fact.kind not in holds]
    return [fact for fact in facts(record) if not holds(fact)]


def facts(record: Record) -> Iterator[Fact]:
    """Yield every fact of a record but its key, its type and its bookkeeping."""
    for field, label in _TEXTS.items():
        value = getattr(record, field)
        if value and not (field == "url" and says_doi(value, record.identifiers.doi)):
            yield Fact(field, field, f"{label}: {value}")
    for number, one in enumerate(record.translated_titles):
        kind = "translated_titles.more" if number else "translated_titles"
        yield Fact(kind, "translated_titles", f"Translated title: {one.title}")
    for person in record.contributors:
        yield from _of_person(person)
    for field, label in _DATES.items():
        if date := getattr(record, field):
            yield from _of_date(date, field, label)
    yield from _of_pages(record)
    yield from _of_identifiers(record)
    yield from _beside(record)


def _beside(record: Record) -> Iterator[Fact]:
    """Yield what is no part of a plain reference."""
    for body in record.affiliations:
        yield Fact("affiliations", "affiliations", f"Affiliation: {body}")
    for keyword in record.keywords:
        yield Fact("keywords", "keywords", f"Keyword: {keyword}")
    for subject in record.subjects:
        text = f"{subject.code} {subject.label}".strip()
        yield Fact("subjects", "subjects", f"Subject {subject.scheme}: {text}")
    if record.times_cited is not None:
        yield Fact("times_cited", "times_cited", f"Times cited: {record.times_cited}")
    if record.listing:
        text = f"{record.listing.kind} {record.listing.number}".rstrip()
        yield Fact("listing", "listing", f"Listed as: {text}")
    if record.relations:
        yield Fact("relations", "relations", "")
    for raw in record.extra:
        yield Fact(f"extra.{raw.tag}", "extra", f"{raw.tag}: {raw.value}")


def _of_person(person: Contributor) -> Iterator[Fact]:
    name = person.name
    yield Fact(str(person.role), "contributors", f"{person.role}: {name.sort_text}")
    if name.orcid:
        yield Fact("orcid", "orcid", f"ORCID of {name.sort_text}: {name.orcid}")
    if name.affiliations:
        text = "; ".join(name.affiliations)
        yield Fact(
            "person-affiliations", "affiliations", f"Affiliation of {name.sort_text}: {text}"
        )


def _of_date(date: Date, field: str, label: str) -> Iterator[Fact]:
    whole = f"{label}: {date_words(date)}"
    yield Fact(field, field, whole)
    start = date.start
    parts = {
        "month": start and start.month,
        "day": start and start.day,
        "season": date.season,
        "end": date.end,
        "circa": date.circa,
        "literal": date.literal,
    }
    for part, value in parts.items():
        if value:
            yield Fact(f"{field}.{part}", field, whole)


def date_words(date: Date) -> str:
    """Give all a date says in one line: `1999-06/1999-08, summer, circa`."""
    span = "/".join(one.iso for one in (date.start, date.end) if one)
    season = _SEASONS[date.season] if date.season and date.season < len(_SEASONS) else ""
    words = [span, season, "circa" if date.circa else "", date.literal]
    return ", ".join(word for word in words if word)


def _of_pages(record: Record) -> Iterator[Fact]:
    pages = record.pages
    if pages.text:
        yield Fact("pages", "pages", f"Pages: {pages.text}")
    if pages.last:
        yield Fact("pages.last", "pages", f"Pages: {pages.text}")
    if pages.ranges:
        yield Fact("pages.ranges", "pages", f"Pages: {pages.ranges}")
    if pages.article_number:
        yield Fact("pages.article_number", "pages", f"Article number: {pages.article_number}")
    if pages.count is not None and not counts_itself(pages.first, pages.last, pages.count):
        yield Fact("pages.count", "page_count", f"Number of pages: {pages.count}")


def _of_identifiers(record: Record) -> Iterator[Fact]:
    known = record.identifiers
    single = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv"}
    for kind, label in single.items():
        if value := getattr(known, kind):
            yield Fact(kind, "identifiers", f"{label}: {value}")
    for kind, label, values in (("isbn", "ISBN", known.isbn), ("issn", "ISSN", known.issn)):
        for number, value in enumerate(values):
            yield Fact(f"{kind}.more" if number else kind, "identifiers", f"{label}: {value}")
    for one in known.other:
        yield Fact("other-identifiers", "identifiers", f"{one.scheme}: {one.value}")
