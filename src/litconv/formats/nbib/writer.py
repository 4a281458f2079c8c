"""MEDLINE: the writer. Why it writes what it writes stands in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TextIO

from litconv.diagnostics import Diagnostics
from litconv.formats.nbib import tables
from litconv.formats.nbib.names import full_name, short_name
from litconv.model import Contributor, Date, ItemType, Name, Record, Role
from litconv.options import WriteOptions
from litconv.text.dates import print_date
from litconv.text.languages import bibliographic_code
from litconv.text.oneline import one_line
from litconv.writing.facts import Fact, facts
from litconv.writing.losses import notes_of

Lines = Iterator[tuple[str, str]]

NAME: Final = "nbib"
_TITLE: Final = "PubMed (MEDLINE)"
_ROLES: Final = {Role.AUTHOR: ("FAU", "AU"), Role.EDITOR: ("FED", "ED")}
_HELD: Final = frozenset(
    """title translated_titles author editor container_title container_title_short
    collection_title publisher publisher_place issued issued.month issued.day issued.season
    volume issue edition pages pages.last pages.ranges pages.article_number doi isbn isbn.more
    issn issn.more pmid pmcid language abstract keywords genre note affiliations orcid
    person-affiliations extra.author-others""".split()
)
_TAG_OF: Final = {variable: tag for tag, variable in tables.VARIABLES.items()}
_STAGE_OF: Final = {word: stage for stage, word in tables.STAGES.items()}
_OWN_TAG: Final = re.compile(r"(?!PMID)[A-Z][A-Z0-9]{1,3}")
_PLACE: Final = {tag: place for place, tag in enumerate(tables.ORDER)}
_PEOPLE: Final = frozenset(("FAU", "AU", "CN", "AUID", "AD", "FED", "ED"))
_END: Final = (".", "?", "!", "]")


class NbibWriter:
    """Writes one record after the other, set apart by a blank line."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records; each value is one line, so no text can pass for a tag."""
        between = ""
        for record in records:
            lines = list(_lines(record))
            left = [fact for fact in _facts(record) if not _is_held(fact, record)]
            notes = notes_of(record, left, diagnostics, extras=options.extras, format_title=_TITLE)
            lines += [("GN", note) for note in notes]
            lines.sort(key=_place)  # stable: lines of one tag, and of people, stay in order
            folded = ((tag, one_line(value)) for tag, value in lines)
            text = "".join(
                f"{tag:<4}- {value}\n" for tag, value in folded if value or tag == "PMID"
            )
            out.write(f"{between}{text}")
            between = "\n"


def _facts(record: Record) -> Iterator[Fact]:
    if record.type not in tables.TYPES:
        yield Fact("type", "type", f"Type: {record.type}")
    yield from facts(record)


def _place(line: tuple[str, str]) -> int:
    tag = "FAU" if line[0] in _PEOPLE else line[0]
    return _PLACE.get(tag, len(_PLACE))


def _lines(record: Record) -> Lines:
    known = record.identifiers
    yield "PMID", known.pmid
    if record.id:
        yield "OID", f"KEY: {record.id}"
    yield from (("IS", issn) for issn in known.issn)
    yield from (("ISBN", isbn) for isbn in known.isbn)
    yield "VI", record.volume
    yield "IP", record.issue
    yield "DP", _date(record.issued)
    yield from _title_lines(record)
    yield from _container_lines(record)
    yield "PG", record.pages.text or record.pages.article_number
    if known.doi:
        yield "LID", f"{known.doi} [doi]"
    yield from (
        ("AID", f"{one.value} [{one.scheme}]") for one in known.other if one.scheme in _SCHEMES
    )
    yield from ((tag, getattr(record, field)) for tag, field in _PLAIN.items())
    yield from _people_lines(record)
    yield "LA", bibliographic_code(record.language)
    yield "PT", tables.TYPES.get(record.type, "")
    if _genre_is_written(record.genre):
        yield "PT", record.genre
    yield from (("OT", keyword) for keyword in record.keywords)
    yield from (("GN", line) for line in record.note.splitlines())
    yield "PMC", known.pmcid
    yield "PST", _STAGE_OF.get(record.status, "")
    own = record.comes_from(NAME)
    for raw in record.extra:
        if tag := _TAG_OF.get(raw.tag) or (raw.tag if own and _OWN_TAG.fullmatch(raw.tag) else ""):
            yield tag, raw.value


_SCHEMES: Final = frozenset(tables.LOCATIONS.values())
_PLAIN: Final = {tag: field for tag, field in tables.TEXTS.items() if tag != "TA"}


def _date(date: Date | None) -> str:
    return print_date(date) if date else ""


def _has_year(date: Date | None) -> bool:
    """Say whether a date has a year that reads as one: of four digits."""
    return date is not None and date.start is not None and date.start.year >= _FIRST_YEAR


_FIRST_YEAR: Final = 1000


def _month(date: Date | None) -> int | None:
    return date.start.month if date and date.start else None


def _title_lines(record: Record) -> Lines:
    """Give `TI  - Title.`, and with a translation into English `TI  - [Translation].`, `TT`."""
    title = _stopped(record.title)
    if not title or not record.translated_titles:
        yield "TI", title
        return
    other = record.translated_titles[0]
    if other.language == "en":
        yield "TI", f"[{one_line(other.title)}]."
        yield "TT", title
    else:
        yield "TI", title
        yield "TT", _stopped(other.title)


def _stopped(title: str) -> str:
    text = one_line(title)
    return text if not text or text.endswith(_END) else f"{text}."


def _container_lines(record: Record) -> Lines:
    yield "CTI", record.collection_title
    if record.type is ItemType.CHAPTER and record.title:
        yield "BTI", record.container_title
        return
    yield "TA", record.container_title_short
    yield "JT", record.container_title


def _people_lines(record: Record) -> Lines:
    linked = {body for person in record.contributors for body in person.name.affiliations}
    yield from (("AD", body) for body in record.affiliations if body not in linked)
    for person in record.contributors:
        if person.role in _ROLES:
            yield from _name_lines(person)
            if person.name.orcid:
                yield "AUID", f"ORCID: {person.name.orcid}"
            yield from (("AD", body) for body in person.name.affiliations)
    if any(raw.tag == "author-others" for raw in record.extra):
        yield "FAU", "et al."


def _name_lines(person: Contributor) -> Lines:
    full, short = _ROLES[person.role]
    name = person.name
    if person.role is Role.AUTHOR and _is_group(name):
        yield "CN", name.literal or name.sort_text
        return
    yield full, full_name(name)
    if abbreviated := short_name(name):
        yield short, abbreviated


def _is_group(name: Name) -> bool:
    """Say whether `FAU` would take a name apart: bodies, and names of several words in one part."""
    return bool(name.literal) or (not name.given and " " in name.full_family)


def _genre_is_written(genre: str) -> bool:
    """Say whether a genre may stand in PT: some would change the type."""
    known = genre.casefold()
    return bool(genre) and known not in tables.TYPE_OF and known != tables.JOURNAL_ARTICLE


def _is_held(fact: Fact, record: Record) -> bool:
    """Say whether the lines above hold a fact of this record."""
    kind = fact.kind
    if condition := _HELD_IF.get(kind):
        return condition(record)
    if kind == "other-identifiers":
        return fact.note.partition(":")[0] in _SCHEMES
    if kind.startswith("extra.") and kind not in _HELD:
        tag = kind.removeprefix("extra.")
        return tag in _TAG_OF or (record.comes_from(NAME) and _OWN_TAG.fullmatch(tag) is not None)
    return kind in _HELD


def _has_only_roles(record: Record) -> bool:
    return all(person.role in _ROLES for person in record.contributors)


_HELD_IF: Final[dict[str, Callable[[Record], bool]]] = {
    "container_title_short": lambda it: it.type is not ItemType.CHAPTER or not it.title,
    "genre": lambda it: _genre_is_written(it.genre),
    "issued": lambda it: _has_year(it.issued),
    "issued.end": lambda it: _has_year(it.issued),
    "issued.season": lambda it: _has_year(it.issued) and not _month(it.issued),
    "orcid": _has_only_roles,
    "pages.article_number": lambda it: not it.pages.text,
    "person-affiliations": _has_only_roles,
    "status": lambda it: it.status in _STAGE_OF,
    "translated_titles": lambda it: bool(it.title),
}
