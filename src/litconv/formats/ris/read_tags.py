"""RIS: what is done with each tag of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

from litconv.formats.ris.identifiers import set_second, set_serial, set_tagged
from litconv.formats.ris.people import add_people
from litconv.formats.ris.programs import part_of_series, set_supervisor, settle, times_cited
from litconv.formats.ris.read_groups import TAGS as TOGETHER_TAGS
from litconv.formats.ris.read_groups import set_accession, set_dates, set_pages, set_places
from litconv.formats.ris.tables import (
    BOOK_TYPES,
    CONFERENCE_TYPES,
    EXTRA_OF,
    JOURNAL_TYPES,
    OTHER_TEXTS,
    PLAIN_KINDS,
    ROLES_READ,
    SERIES_NUMBERED,
    TEXTS,
    TYPE_OF,
    TYPES,
    type_tag,
)
from litconv.formats.ris.titles import TAGS as TITLE_TAGS
from litconv.formats.ris.titles import Late, set_titles
from litconv.model import Record, Role, TranslatedTitle
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.doi import clean_doi
from litconv.text.languages import language_tag
from litconv.text.usual_names import usual_name
from litconv.text.width import join_lines, tidy

_CITED: Final = re.compile(r"Cited By\s*:\s*(\d+)", re.IGNORECASE)
_DOI_NOTE: Final = re.compile(
    r"\s*(?:doi:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?10\.\d+\S+\s*", re.IGNORECASE
)
_DATE_LIKE: Final = re.compile(r"(?:Epub )?(?:1[89]|20)\d\d(?:[/ -]\S.*|\d{4})")


def _settle_short(fields: dict[str, Any]) -> None:
    """EndNote writes every title twice; old versions the short one alone."""
    short = fields["title_short"]
    if fields.setdefault("title", short) == short:
        del fields["title_short"]


@lru_cache(maxsize=512)  # the same few for every record
def _language(value: str) -> str:
    return language_tag(tidy(value).strip(";"))


class Reading:
    """One record being read: the draft, its type, and the tags that need one another."""

    __slots__ = ("actions", "draft", "late", "roles", "type")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.late: Late = {}
        self.set_type("")

    def set_type(self, type_: str) -> None:
        """Set the type; it decides whose names some tags hold."""
        self.type = type_
        self.roles = ROLES_READ[type_ or "GEN"]
        self.actions = _ACTIONS[type_ or "GEN"]

    def take(self, items: Iterable[Item]) -> None:
        """Take all values; those whose meaning depends on others wait."""
        draft, late, actions = self.draft, self.late, self.actions
        for item in items:
            value = item.value
            if not value or value.isspace():
                continue
            action = actions.get(item.tag, Reading.unknown)
            if type(action) is Role:  # not isinstance, which asks an enumeration in Python
                if name := usual_name(value):
                    draft.named(action, name)  # what `people` does too, after more questions
                else:
                    add_people(draft, action, item)
            elif action is None:  # its meaning depends on other tags
                late.setdefault(item.tag, []).append(item)
            elif isinstance(action, str):
                draft.tidied(action, item, tidy(value))
            else:
                action(self, item)
                actions = self.actions

    def finish(self) -> Record:
        """Work out what depends on other tags."""
        draft, late, fields = self.draft, self.late, self.draft.fields
        if self.type == "SER" and (part := part_of_series(draft)):
            draft.type, self.type = part, TYPES[part]
        if not late.keys().isdisjoint(TITLE_TAGS):
            set_titles(draft, self.type, late)
        if "title_short" in fields:
            _settle_short(fields)
        if late:
            self.series_editors()
            set_dates(draft, late)
            set_pages(draft, self.type, late)
            set_places(draft, self.type, late)
            set_accession(draft, late)
        settle(draft, self.type)
        return draft.record()

    # ------------------------------------------------------------------ one tag
    def type_(self, item: Item) -> None:
        """TY."""
        if known := type_tag(item.value):
            self.draft.type = TYPE_OF[known]
            self.set_type(known)
        else:
            self.type = ""
            self.draft.odd(item, "type")

    def end(self, _: Item) -> None:
        """ER, which has no value."""

    def unknown(self, item: Item) -> None:
        """Keep what no program that is known here writes, or the model has no field for."""
        self.draft.keep(item, tag=EXTRA_OF.get(item.tag, ""), value=tidy(item.value))

    def supervisor(self, item: Item) -> None:
        """A3 of a thesis."""
        set_supervisor(self.draft, item)

    def authority(self, item: Item) -> None:
        """A2 of a patent."""
        self.draft.keep(item, tag="authority", value=tidy(item.value))

    def id(self, item: Item) -> None:
        """ID: the citation key."""
        self.draft.text("id", item)

    def translated(self, item: Item) -> None:
        """TT."""
        one = TranslatedTitle(title=tidy(item.value))
        if one not in self.draft.translated:
            self.draft.translated.append(one)

    def edition(self, item: Item) -> None:
        """ET: of programs it is the version, of articles PubMed's and EndNote's date of e-pub."""
        if self.type in JOURNAL_TYPES and _DATE_LIKE.fullmatch(item.value.strip()):
            self.draft.keep(item, value=tidy(item.value))
        elif self.type in {"COMP", "DATA"}:
            self.draft.keep(item, tag="version", value=tidy(item.value))
        else:
            self.draft.text("edition", item)

    def abstract(self, item: Item) -> None:
        """AB and N2: often both, the one sometimes cut short."""
        value = join_lines(item.value.split("\n")) if "\n" in item.value else tidy(item.value)
        known = self.draft.fields.get("abstract", "")
        if known and (value.startswith(known) or known.startswith(value)):
            value = max(known, value, key=len)
            self.draft.fields["abstract"] = value
        else:
            self.draft.text("abstract", item, value)

    def genre(self, item: Item) -> None:
        """M3: type of work; Ovid and Atypon's sites put a DOI here."""
        if clean_doi(item.value):
            self.draft.doi(item)
        elif item.value.strip().casefold() in PLAIN_KINDS:
            self.draft.keep(item, value=tidy(item.value))
        else:
            self.draft.text("genre", item)

    def number(self, item: Item) -> None:
        """M1: a number, of books that in their series.

        0 is none (Taylor & Francis); of an article it may be anything (CAS: the copyright).
        """
        value = tidy(item.value)
        if self.type in SERIES_NUMBERED:
            self.draft.keep(item, tag="collection-number", value=value)
        elif value == "0" or self.type in JOURNAL_TYPES:
            self.draft.keep(item, value=value)
        else:
            self.draft.text("number", item)

    def volume(self, item: Item) -> None:
        """VL."""
        self.draft.number("volume", item)

    def issue(self, item: Item) -> None:
        """IS, and CP of 2001, which Web of Science has for the conference; of patents a class."""
        if item.tag == "CP" and self.type in CONFERENCE_TYPES:
            self.draft.text("event_title", item)
        elif self.type == "PAT":
            self.draft.text("issue", item)
        else:
            self.draft.number("issue", item)

    def doi(self, item: Item) -> None:
        """DO, and DI of Web of Science."""
        if not self.draft.doi(item):
            self.draft.odd(item, "identifiers")

    def maybe_doi(self, item: Item) -> None:
        """L3 held the DOI before DO was invented."""
        if item.tag == "L3" and clean_doi(item.value):
            self.draft.doi(item)
        else:
            self.draft.keep(item, value=tidy(item.value))

    def url(self, item: Item) -> None:
        """UR: several of them, one a line or joined by semicolons; one may be the DOI."""
        for one in re.split(r"\s*;\s+|\n", item.value):
            if "doi.org/10." in one and "doi" not in self.draft.ids:
                self.draft.doi(item, one)
            self.draft.text("url", item, one)

    def serial(self, item: Item) -> None:
        """SN."""
        set_serial(self.draft, self.type, item)

    def keywords(self, item: Item) -> None:
        """KW: one a line, or joined by semicolons, or one a line below the first (EndNote)."""
        value = item.value
        if ";" in value or "\n" in value or "；" in value:
            self.draft.add_keywords(re.split(r"[;；\n]+", value))
        else:
            self.draft.add_keywords((value,))

    def address(self, item: Item) -> None:
        """AD: affiliations, one a line or joined by semicolons."""
        for one in re.split(r";\s+|\n", item.value):
            text = tidy(one)
            if text and text not in self.draft.affiliations:
                self.draft.affiliations.append(text)

    def language(self, item: Item) -> None:
        """LA."""
        self.draft.text("language", item, _language(item.value))

    def note(self, item: Item) -> None:
        """N1: a note; Scopus counts citations here, others repeat the DOI."""
        value = item.value.strip()
        cited = times_cited(value)
        if cited is not None and self.draft.fields.setdefault("times_cited", cited) != cited:
            self.draft.keep(item)
        if cited is not None and _CITED.fullmatch(value):
            return
        if _DOI_NOTE.fullmatch(value) and clean_doi(value):
            self.draft.doi(item)
        else:
            for line in value.split("\n"):
                self.draft.note(tidy(line))

    def tagged_identifier(self, item: Item) -> None:
        """U1–U5, PMID."""
        set_tagged(self.draft, item)

    def venue(self, item: Item) -> None:
        """CL: of a conference Web of Science's place of it."""
        if self.type in CONFERENCE_TYPES:
            self.draft.text("event_place", item)
        else:
            self.draft.keep(item, value=tidy(item.value))

    def second(self, item: Item) -> None:
        """C2."""
        set_second(self.draft, self.type, item)

    def series_editors(self) -> None:
        """A2 of a book: editors of its series where there is one, else its own (Mendeley)."""
        items = self.late.get("A2", ())
        if items:
            known = {person.role for person in self.draft.people}
            series = "collection_title" in self.draft.fields or Role.EDITOR in known
            role = self.roles["A2"] if series else Role.EDITOR
            for item in items:
                add_people(self.draft, role, item)


_LATE: Final = frozenset((*TITLE_TAGS, *TOGETHER_TAGS))
Action = Callable[[Reading, Item], None] | Role | str | None
_HANDLERS: Final[dict[str, Callable[[Reading, Item], None]]] = {
    "TY": Reading.type_,
    "ID": Reading.id,
    "TT": Reading.translated,
    "ET": Reading.edition,
    "AB": Reading.abstract,
    "N2": Reading.abstract,
    "M3": Reading.genre,
    "M1": Reading.number,
    "VL": Reading.volume,
    "VO": Reading.volume,
    "IS": Reading.issue,
    "CP": Reading.issue,
    "DO": Reading.doi,
    "DI": Reading.doi,
    "L3": Reading.maybe_doi,
    "UR": Reading.url,
    "LK": Reading.url,
    "CL": Reading.venue,
    "SN": Reading.serial,
    "KW": Reading.keywords,
    "AD": Reading.address,
    "LA": Reading.language,
    "N1": Reading.note,
    "C2": Reading.second,
    **dict.fromkeys(("PMID", "U1", "U2", "U3", "U4", "U5"), Reading.tagged_identifier),
}
_TEXT_OF: Final = {
    tag: field
    for tag, field in ({tag: field for field, tag in TEXTS.items()} | OTHER_TEXTS).items()
    if tag not in _HANDLERS and tag not in _LATE
}


def _actions(type_: str) -> dict[str, Action]:
    """Give what is done with each tag of a type's records, by one look.

    A role takes names, a field of `Record` the text; None waits for other tags.
    """
    actions: dict[str, Action] = {
        "ER": Reading.end,
        **dict.fromkeys(_LATE),
        **_HANDLERS,
        **ROLES_READ[type_],
        **_TEXT_OF,
    }
    if type_ in BOOK_TYPES:
        actions["A2"] = None
    elif type_ == "PAT":
        actions["A2"] = Reading.authority
    if type_ == "THES":
        actions["A3"] = Reading.supervisor
    return actions


_ACTIONS: Final = {type_: _actions(type_) for type_ in ROLES_READ}
# All tags that some program writes.
KNOWN: Final = frozenset(
    (*_HANDLERS, *_LATE, *_TEXT_OF, *ROLES_READ["GEN"], *EXTRA_OF, "TY", "ER")
) | frozenset("AR AV C4 C5 C6 C8 CA CL H1 H2 L1 L2 L4 LB LL M2 NO PM RP".split())
