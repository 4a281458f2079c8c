"""The normalized citation record: richer than any single format, in CSL 1.0.2's words.

Everything here is immutable; `msgspec.structs.replace` makes a changed copy. An empty string, an
empty tuple or None always means "the source does not say".
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

import msgspec

from litconv.model.dates import Date
from litconv.model.identifiers import Identifiers
from litconv.model.members import plain_members
from litconv.model.names import Contributor, Name, Role
from litconv.model.pages import Pages
from litconv.model.spans import Span


@plain_members
class ItemType(StrEnum):
    """The 45 item types of CSL 1.0.2."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    CLASSIC = "classic"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY = "entry"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    EVENT = "event"
    FIGURE = "figure"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    MUSICAL_SCORE = "musical_score"
    PAMPHLET = "pamphlet"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"


IN_PERIODICALS: Final = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    }
)
"""Works that stand in a journal, magazine or newspaper: their container is its name."""
WHOLE_WORKS: Final = frozenset(
    {
        ItemType.BOOK,
        ItemType.CLASSIC,
        ItemType.MAP,
        ItemType.PAMPHLET,
        ItemType.REPORT,
        ItemType.SOFTWARE,
    }
)
"""Works that stand in nothing but a series; their pages are how many they have."""


@plain_members
class ListKind(StrEnum):
    """What the list under a record page's 相关论文 is."""

    RELATED = "related"
    REFERENCES = "references"


class Listing(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Marks a record that stands in another work's list; `number` is its number there, or ""."""

    kind: ListKind
    number: str = ""


class Subject(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A class of a classification: scheme `clc` (中图分类号) or `discipline` (学科分类号)."""

    scheme: str
    code: str
    label: str = ""


class TranslatedTitle(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """The title in another language; `language` is a BCP 47 tag or empty."""

    title: str
    language: str = ""


class RawField(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """What no field holds, kept as the source has it: its tag, its value, and where it stood."""

    tag: str
    value: str
    span: Span | None = None


class Provenance(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """How a field that was not simply read is known.

    `field` is a field of `Record`; `rule` names what was done (`sentence-case`); `before` is the
    value that was there before, so that the step can be taken back. `source` is where a merged or
    enriched value came from (`refs.bib:12`, the address of a service), `when` the time a service
    said it (ISO 8601).
    """

    field: str
    how: Literal["changed", "derived", "merged", "enriched"]
    rule: str
    before: str = ""
    source: str = ""
    when: str = ""


class Origin(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """Where a record came from: the format's name, the place of its first line, its raw text."""

    format: str
    span: Span | None = None
    raw: str = ""


_NO_PAGES = Pages()
_NO_IDENTIFIERS = Identifiers()


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One cited work.

    `listing` is None for a work that the source is about, and says in which kind of list the work
    was named otherwise; `relations` holds the works that this record's page lists.
    `affiliations` are all bodies named, linked to people or not; links are in `Name.affiliations`.
    """

    id: str = ""
    type: ItemType = ItemType.DOCUMENT
    title: str = ""
    title_short: str = ""
    translated_titles: tuple[TranslatedTitle, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    affiliations: tuple[str, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    event_title: str = ""
    event_date: Date | None = None
    event_place: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    edition: str = ""
    pages: Pages = _NO_PAGES
    identifiers: Identifiers = _NO_IDENTIFIERS
    url: str = ""
    language: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    genre: str = ""
    status: str = ""
    note: str = ""
    subjects: tuple[Subject, ...] = ()
    times_cited: int | None = None
    listing: Listing | None = None
    relations: tuple[Record, ...] = ()
    extra: tuple[RawField, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    origin: Origin | None = None

    def __post_init__(self) -> None:
        """Share the empty values: msgspec leaves defaults out of JSON by identity."""
        pages, known = self.pages, self.identifiers
        if pages is not _NO_PAGES and not pages.first and pages == _NO_PAGES:
            msgspec.structs.force_setattr(self, "pages", _NO_PAGES)
        if known is not _NO_IDENTIFIERS and not known.doi and known == _NO_IDENTIFIERS:
            msgspec.structs.force_setattr(self, "identifiers", _NO_IDENTIFIERS)

    def names(self, role: Role) -> tuple[Name, ...]:
        """Give the names of one role, in source order."""
        return tuple([person.name for person in self.contributors if person.role is role])

    @property
    def authors(self) -> tuple[Name, ...]:
        """The authors in source order."""
        return self.names(Role.AUTHOR)

    @property
    def span(self) -> Span | None:
        """The place of its first line in the source, as far as it is known."""
        return self.origin.span if self.origin else None

    def comes_from(self, format_: str) -> bool:
        """Say whether it was read from this format, whose own tags `extra` then holds."""
        return self.origin is not None and self.origin.format == format_

    def related(self, kind: ListKind) -> tuple[Record, ...]:
        """Give the listed works of one kind."""
        return tuple(one for one in self.relations if one.listing and one.listing.kind is kind)
