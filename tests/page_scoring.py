"""Compares what was read from a generated page with what the page says, field by field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Name, Pages, Record
from litconv.options import Include, ReadOptions
from page_truth import Paper, Person, Work, same_text

REQUIRED = 0.995
"""The share of right values that every field must reach."""


def read(data: str | bytes, include: Include = Include.MAIN) -> list[Record]:
    """Read a page as the program does."""
    raw = data.encode() if isinstance(data, str) else data
    options = ReadOptions(include=include)
    return list(pipeline.read([Input("page.txt", raw)], Diagnostics(), options=options))


class Check(NamedTuple):
    """One compared field: did the reader give what the page says?"""

    field: str
    right: bool
    expected: object
    got: object


# ---------------------------------------------------------------------------- comparing
def check(field: str, expected: object, got: object) -> Check:
    return Check(field, expected == got, expected, got)


def check_text(field: str, expected: str, got: str) -> Check:
    return Check(field, same_text(expected, got), expected, got)


def check_texts(field: str, expected: tuple[str, ...], got: tuple[str, ...]) -> Check:
    same = len(expected) == len(got) and all(map(same_text, expected, got))
    return Check(field, same, expected, got)


def same_person(person: Person, name: Name) -> bool:
    if person.literal:
        return name.literal == person.literal
    return (
        same_text(person.family, name.full_family)
        and person.given == name.given
        and same_text(person.suffix, name.suffix.rstrip("."))
    )


def check_people(field: str, people: tuple[Person, ...], names: tuple[Name, ...]) -> Check:
    same = len(people) == len(names) and all(map(same_person, people, names))
    expected = [(one.family, one.given, one.suffix, one.literal) for one in people]
    got = [(one.full_family, one.given, one.suffix, one.literal) for one in names]
    return Check(field, same, expected, got)


def read_only(record: Record, field: str) -> str:
    """Give a field's text, unless the reader says that it was derived and not read."""
    return "" if is_derived(record, field) else str(getattr(record, field))


def is_derived(record: Record, field: str) -> bool:
    return any(one.how == "derived" and one.field == field for one in record.provenance)


def year(record: Record) -> int | None:
    return record.issued.year if record.issued and not is_derived(record, "issued") else None


def check_main(paper: Paper, record: Record) -> Iterator[Check]:
    source = paper.source
    pages = record.pages
    if is_derived(record, "pages"):
        pages = Pages(count=pages.count)
    yield check_text("title", paper.title, record.title)
    yield check_people("authors", paper.authors, record.authors)
    yield check("affiliations", paper.affiliations, record.affiliations)
    if paper.links is not None:
        yield check("links", paper.links, tuple(one.affiliations for one in record.authors))
    yield check_text("journal", source.journal, read_only(record, "container_title"))
    yield check("year", source.year, year(record))
    yield check("volume", source.volume, read_only(record, "volume"))
    yield check("issue", source.issue, read_only(record, "issue"))
    yield check("first page", source.first, pages.first)
    yield check("last page", source.last, pages.last)
    yield check("page count", paper.count, pages.count)
    yield check("doi", paper.doi, record.identifiers.doi)
    yield check_texts("keywords", paper.keywords, record.keywords)
    classes = tuple((one.code, one.label) for one in record.subjects if one.scheme == "clc")
    yield check("classes", paper.classes, classes)
    disciplines = tuple(one.code for one in record.subjects if one.scheme == "discipline")
    yield check("disciplines", paper.disciplines, disciplines)
    yield check("times cited", paper.times_cited, record.times_cited)
    whole = f"{paper.abstract} {paper.copyright}".strip()
    got = " ".join(record.abstract.split())  # paragraphs may be kept apart
    yield Check("abstract", got in {paper.abstract, whole}, whole, record.abstract)
    if paper.extra:
        kept = msgspec.json.encode(msgspec.structs.replace(record, origin=None)).decode()
        values = [value.rstrip(";") for _, value in paper.extra]
        yield Check("unknown labels", all(one in kept for one in values), values, record.extra)


def check_list(works: tuple[Work, ...], records: tuple[Record, ...]) -> Iterator[Check]:
    numbers = [one.listing.number if one.listing else None for one in records]
    yield check("list: numbers", [one.number for one in works], numbers)
    by_number = {one.listing.number: one for one in records if one.listing}
    for work in works:
        if work.number in by_number:
            yield from check_work(work, by_number[work.number])


def check_work(work: Work, record: Record) -> Iterator[Check]:
    source = work.source
    kind = record.listing.kind.value if record.listing else None
    pages = (record.pages.first.lstrip("0"), record.pages.last.lstrip("0"))
    every = {
        "number": check("list: numbers", work.number, record.listing and record.listing.number),
        "kind": check("list: kind", work.kind, kind),
        "title": check_text("list: title", work.title, record.title),
        "authors": check_people("list: authors", work.authors, record.authors),
        "journal": check_text("list: journal", source.journal, record.container_title),
        "year": check("list: year", source.year, year(record)),
        "volume": check("list: volume", source.volume, record.volume),
        "issue": check("list: issue", source.issue, record.issue),
        "pages": check("list: pages", (source.first, source.last), pages),
        "doi": check("list: doi", work.doi, record.identifiers.doi),
    }
    yield from (every[field] for field in work.known)
    if work.run_on:  # where the title ends is not marked, but no word of it may go
        words = f"{work.title} {source.journal}".casefold()
        got = f"{record.title} {record.container_title}".strip().casefold()
        yield check("list: title and journal", words, got)


def check_page(paper: Paper, data: str | bytes) -> Iterator[Check]:
    records = read(data)
    yield check("one record", 1, len(records))
    if len(records) == 1:
        yield from check_main(paper, records[0])
        yield from check_list(paper.works, records[0].relations)


# ---------------------------------------------------------------------------- scoring
class Score:
    """Counts right and wrong fields and keeps an example of each that went wrong."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.wrong: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, where: str, checks: Iterator[Check]) -> None:
        for one in checks:
            self.all[one.field] += 1
            if not one.right:
                self.wrong[one.field].append(f"{where}: expected {one.expected!r}, got {one.got!r}")

    def share(self, field: str) -> float:
        return 1 - len(self.wrong[field]) / self.all[field]

    @property
    def overall(self) -> float:
        return 1 - sum(map(len, self.wrong.values())) / self.all.total()

    def report(self) -> str:
        """The fields from worst to best, each with its first three examples."""
        lines = [f"overall {self.overall:.2%} of {self.all.total()} fields"]
        for field in sorted(self.all, key=self.share):
            if self.wrong[field]:
                lines.append(f"{field}: {self.share(field):.2%} of {self.all[field]}")
                lines += [f"    {example}" for example in self.wrong[field][:3]]
        return "\n".join(lines)

    def assert_good(self) -> None:
        worst = min(self.share(field) for field in self.all)
        assert min(worst, self.overall) >= REQUIRED, self.report()
