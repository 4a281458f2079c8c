"""Web of Science: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.wos import tables
from litconv.formats.wos.cited import NAME, cited_text, is_cited
from litconv.formats.wos.names import full_name, short_name
from litconv.model import Date, ItemType, Record, Role
from litconv.options import WriteOptions
from litconv.text.dates import parse_date, print_date
from litconv.text.doi import clean_doi
from litconv.text.languages import english_name
from litconv.text.oneline import one_line
from litconv.writing.facts import Fact, facts
from litconv.writing.losses import report_losses

Lines = Iterator[tuple[str, str]]

_TITLE: Final = "Web of Science"
_HEADER: Final = "FN Clarivate Analytics Web of Science\nVR 1.0\n"
_HELD: Final = frozenset(
    """title author editor container-author container_title container_title_short
    collection_title publisher publisher_place issued.month issued.day event_title event_place
    event_date.month event_date.day volume issue pages pages.last pages.ranges
    pages.article_number pages.count doi isbn isbn.more issn issn.more pmid language abstract
    keywords genre note url affiliations translated_titles times_cited
    extra.author-others""".split()
)
_TAG_OF: Final = {variable: tag for tag, variable in tables.VARIABLES.items()}
_SCHEMES: Final = {scheme: tag for tag, scheme in tables.SUBJECTS.items()}
_OWN_TAG: Final = re.compile(r"(?!PT|ER|EF|FN|VR|ID|DT)[A-Z][A-Z0-9]")
_PLACE: Final = {tag: place for place, tag in enumerate(tables.ORDER)}


class WosWriter:
    """Writes the header, one record after the other, and the end of the file."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records; every line begins with a tag or three blanks."""
        out.write(_HEADER)
        for record in records:
            left = [fact for fact in _facts(record) if not _is_held(fact, record)]
            lines = list(_lines(record))
            if options.extras:
                lines += [("NT", fact.note) for fact in left if fact.note]
                left = [fact for fact in left if not fact.note]
            lost = [fact.field for fact in left]
            report_losses(record, lost, diagnostics, format_title=_TITLE)
            out.write(_text(lines))
        out.write("EF\n")


def _text(lines: list[tuple[str, str]]) -> str:
    """Give the lines in order: the entries of a list, and the lines of a value, below its tag."""
    lines.sort(key=lambda line: _PLACE.get(line[0], len(_PLACE)))
    written: list[str] = []
    last = ""
    for tag, value in lines:
        last = last if tag in tables.LISTS else ""
        for line in value.split("\n"):
            if text := one_line(line):
                written.append(f"{'  ' if tag == last else tag} {text}\n")
                last = tag
    return f"{''.join(written)}ER\n\n"


def _facts(record: Record) -> Iterator[Fact]:
    if record.type not in tables.TYPES:
        yield Fact("type", "type", f"Type: {record.type}")
    yield from facts(record)


# ------------------------------------------------------------------------------- the lines
def _lines(record: Record) -> Lines:
    own = _own(record)
    yield "PT", own.get("PT", tables.publication_type(record.type))
    yield from _people_lines(record)
    yield "TI", _flat(record.title)
    yield "SO", _flat(record.container_title or _book_title(record))
    yield from ((tag, _flat(text)) for tag, text in _texts(record))
    yield "LA", english_name(record.language)
    yield "DT", own.get("DT", tables.document_type(record.type, _flat(record.genre)))
    yield "CY", _calendar(record.event_date)
    plus = own.get("ID", "")
    known = {word.strip() for word in _flat(plus).split(";")}
    yield "DE", "; ".join(_flat(word) for word in record.keywords if word not in known)
    yield "ID", plus
    yield from _address_lines(record)
    yield from (("CR", cited_text(one)) for one in record.relations if is_cited(one))
    if record.times_cited is not None:
        yield "TC", str(record.times_cited)
    yield from _number_lines(record)
    yield from _identifier_lines(record)
    yield from ((tag, text) for tag, text in _extra_lines(record))
    yield from (("NT", line) for line in record.note.splitlines())


def _texts(record: Record) -> Lines:
    patent = record.type is ItemType.PATENT
    for tag, field in tables.TEXTS.items():
        if not (patent and field == "publisher_place"):
            yield tag, getattr(record, field)
    for one in record.translated_titles[:1]:
        yield "Z1", one.title
    for tag, scheme in tables.SUBJECTS.items():
        codes = [one.code or one.label for one in record.subjects if one.scheme == scheme]
        yield tag, "; ".join(codes)


def _flat(text: str) -> str:
    return one_line(text) if text else ""


def _book_title(record: Record) -> str:
    """Give the title of a whole book, which is its source to the programs that count sources."""
    return record.title if record.type is ItemType.BOOK else ""


def _people_lines(record: Record) -> Lines:
    for person in record.contributors:
        name = person.name
        if person.role is Role.AUTHOR and name.literal:
            yield "CA", full_name(name)
        elif person.role is Role.AUTHOR:
            yield "AU", short_name(name)
            yield "AF", full_name(name)
        elif person.role is Role.CONTAINER_AUTHOR:
            yield "BA", short_name(name)
            yield "BF", full_name(name)
        elif person.role is Role.EDITOR:
            yield "BE", full_name(name)
    if any(raw.tag == "author-others" for raw in record.extra):
        yield "AU", "et al."
        yield "AF", "et al."
    orcids = [
        f"{full_name(one)}/{one.orcid}" for one in record.authors if one.orcid and not one.literal
    ]
    yield "OI", "; ".join([*orcids, *([_own(record)["OI"]] if "OI" in _own(record) else [])])


def _address_lines(record: Record) -> Lines:
    """Give `[Alder, Barbara; Birch, C.] Institute, City.` for each address."""
    linked = [body for one in record.authors for body in one.affiliations]
    for body in dict.fromkeys((*record.affiliations, *linked)):
        names = [full_name(one) for one in record.authors if body in one.affiliations]
        text = _flat(body).rstrip(".")
        yield "C1", f"[{'; '.join(names)}] {text}." if names else f"{text}."


def _number_lines(record: Record) -> Lines:
    pages, date = record.pages, record.issued
    if date and date.start:
        yield "PY", f"{date.start.year:04d}"
        yield "PD", _day(date)
    yield "VL", record.volume
    yield "IS", record.issue
    if record.type is ItemType.PATENT:
        yield "PN", _flat(record.number)
    if pages.ranges:
        yield "BP", pages.ranges
    else:
        yield "BP", pages.first
        yield "EP", pages.last
    yield "AR", pages.article_number
    if pages.count is not None:
        yield "PG", str(pages.count)


def _day(date: Date) -> str:
    """Give the date without its year, as far as it can be read again: `JUN 14`, `SEP-OCT`."""
    start = date.start
    if start is None:
        return ""
    if date.season in tables.SEASONS and start.month is None:
        return tables.SEASONS[date.season]
    plain = Date(start=start, end=date.end)
    text = print_date(plain)
    short = text.partition(" ")[2].upper()
    if date.end is None:
        return short
    return short if parse_date(short, year=start.year) == plain else text.upper()


def _calendar(date: Date | None) -> str:
    """Give `JUN 12-16, 2005`."""
    if date is None or date.start is None:
        return ""
    day, year = _day(date), f"{date.start.year:04d}"
    if not day:
        return year
    return day if year in day else f"{day}, {year}"


def _identifier_lines(record: Record) -> Lines:
    known = record.identifiers
    yield from (("SN", issn) for issn in known.issn[:1])
    yield "EI", " ".join(known.issn[1:])
    yield "BN", " ".join(known.isbn)
    yield "DI", known.doi
    doi = clean_doi(record.url)
    if not doi or doi.casefold() != known.doi.casefold():
        yield "DL", record.url
    yield "PM", known.pmid
    numbers = [one for one in known.other if one.scheme in tables.ACCESSION]
    yield from (("UT", f"{one.scheme}:{_flat(one.value)}") for one in numbers[:1])
    if key := _flat(record.id):
        yield ("LB", key) if numbers else ("UT", f"{tables.KEY}:{key}")


def _extra_lines(record: Record) -> Lines:
    own = record.comes_from(NAME)
    for raw in record.extra:
        if tag := _TAG_OF.get(raw.tag):
            yield tag, _flat(raw.value)
        elif own and raw.tag != "OI" and _OWN_TAG.fullmatch(raw.tag):
            yield raw.tag, raw.value


def _own(record: Record) -> dict[str, str]:
    """Give what the record keeps of its own tags, if it was read from this format."""
    if not record.comes_from(NAME):
        return {}
    return {raw.tag: raw.value for raw in record.extra}


# ------------------------------------------------------------------------------- what is held
def _is_held(fact: Fact, record: Record) -> bool:
    """Say whether the lines above hold a fact of this record."""
    kind = fact.kind
    if condition := _HELD_IF.get(kind):
        return condition(record)
    if kind == "other-identifiers":
        numbers = [one for one in record.identifiers.other if one.scheme in tables.ACCESSION]
        return bool(numbers) and fact.note == f"{numbers[0].scheme}: {numbers[0].value}"
    if kind == "subjects":
        return fact.note.removeprefix("Subject ").partition(":")[0] in _SCHEMES
    if kind.startswith("extra.") and kind not in _HELD:
        tag = kind.removeprefix("extra.")
        own = tag in _own(record)
        return tag in _TAG_OF or (own and (tag in _KEPT or _OWN_TAG.fullmatch(tag) is not None))
    return kind in _HELD


_KEPT: Final = frozenset(("PT", "ID", "DT", "OI"))


def _starts(date: Date | None) -> bool:
    """Say whether a date has a year that reads as one: of four digits."""
    return date is not None and date.start is not None and date.start.year >= _FIRST_YEAR


_FIRST_YEAR: Final = 1000


def _season(date: Date | None) -> bool:
    return date is not None and _starts(date) and date.start is not None and not date.start.month


def _end(date: Date | None) -> bool:
    """Say whether the end of a range is in the text."""
    if date is None or date.start is None or date.season:
        return False
    return parse_date(_calendar(date)) == Date(start=date.start, end=date.end)


def _authors_only(record: Record, part: str) -> bool:
    return not any(
        getattr(person.name, part)
        for person in record.contributors
        if person.role is not Role.AUTHOR or (part == "orcid" and person.name.literal)
    )


_HELD_IF: Final[dict[str, Callable[[Record], bool]]] = {
    "event_date": lambda it: _starts(it.event_date),
    "event_date.end": lambda it: _end(it.event_date),
    "event_date.season": lambda it: _season(it.event_date),
    "issued": lambda it: _starts(it.issued),
    "issued.end": lambda it: _end(it.issued),
    "issued.season": lambda it: _season(it.issued),
    "number": lambda it: it.type is ItemType.PATENT,
    "orcid": lambda it: _authors_only(it, "orcid"),
    "person-affiliations": lambda it: _authors_only(it, "affiliations"),
    "publisher_place": lambda it: it.type is not ItemType.PATENT,
    "relations": lambda it: all(is_cited(one) and cited_text(one) for one in it.relations),
}
