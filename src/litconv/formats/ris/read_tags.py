"""RIS: who takes each tag of a record, and what waits for other tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from litconv.formats.ris.people import add_people
from litconv.formats.ris.programs import part_of_series, settle
from litconv.formats.ris.read_groups import TAGS as TOGETHER_TAGS
from litconv.formats.ris.read_groups import set_accession, set_dates, set_pages, set_places
from litconv.formats.ris.read_values import HANDLERS, Values
from litconv.formats.ris.tables import (
    BOOK_TYPES,
    COURT_CASE,
    EXTRA_OF,
    OTHER_TEXTS,
    ROLES_READ,
    TEXTS,
    TYPE_OF,
    TYPES,
    type_tag,
)
from litconv.formats.ris.titles import TAGS as TITLE_TAGS
from litconv.formats.ris.titles import Late, set_titles
from litconv.model import Contributor, Record, Role
from litconv.reading.draft import Draft
from litconv.reading.stray import names, never, serials
from litconv.reading.tagged import Item
from litconv.text.remembered import Remembered
from litconv.text.usual_names import usual_name
from litconv.text.width import tidy


def _settle_short(fields: dict[str, Any]) -> None:
    """EndNote writes every title twice; old versions the short one alone."""
    short = fields["title_short"]
    if fields.setdefault("title", short) == short:
        del fields["title_short"]


class Reading(Values):
    """One record being read, all of its tags: `late` holds those that need one another."""

    __slots__ = ("actions", "late", "roles")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.late: Late = {}
        self.type = ""
        self.roles = _GENERIC_ROLES
        self.actions = _GENERIC_ACTIONS

    def set_type(self, type_: str) -> None:
        """Set the type; it decides whose names some tags hold."""
        self.type = type_
        self.roles = ROLES_READ[type_]
        self.actions = _ACTIONS[type_]

    def take(self, items: Iterable[Item]) -> None:
        """Take all values; those whose meaning depends on others wait."""
        draft, late, actions, people = self.draft, self.late, self.actions, self.draft.people
        for item in items:
            value = item.value
            if not value or value.isspace():
                continue
            action = actions.get(item.tag, Reading.unknown)
            if type(action) is Role:  # not isinstance, which asks an enumeration in Python
                if name := usual_name(value):  # what follows says the same after more questions
                    people.append(Contributor(role=action, name=name))
                else:
                    add_people(draft, action, item)
            elif action is None:  # its meaning depends on other tags
                if item.tag in late:
                    late[item.tag].append(item)
                else:
                    late[item.tag] = [item]
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

    def series_editors(self) -> None:
        """A2 of a book: editors of its series where there is one, else its own (Mendeley)."""
        items = self.late.get("A2", ())
        if items:
            known = {person.role for person in self.draft.people}
            series = "collection_title" in self.draft.fields or Role.EDITOR in known
            role = self.roles["A2"] if series else Role.EDITOR
            for item in items:
                add_people(self.draft, role, item)

    # ------------------------------------------------------------------ one tag
    def type_(self, item: Item) -> None:
        """TY."""
        if known := _TYPE_TAGS[item.value]:
            self.draft.type = TYPE_OF[known]
            self.set_type(known)
        else:
            self.type = ""
            self.draft.odd(item, "type")

    def end(self, _: Item) -> None:
        """ER, which has no value."""


_TYPE_TAGS: Final = Remembered(type_tag, 256)
_LATE: Final = frozenset((*TITLE_TAGS, *TOGETHER_TAGS))
Action = Callable[[Reading, Item], None] | Role | str | None
_TEXT_OF: Final = {"ID": "id"} | {
    tag: field
    for tag, field in ({tag: field for field, tag in TEXTS.items()} | OTHER_TEXTS).items()
    if tag not in HANDLERS and tag not in _LATE
}


def _actions(type_: str) -> dict[str, Action]:
    """Give what is done with each tag of a type's records, by one look.

    A role takes names, a field of `Record` the text; None waits for other tags.
    """
    actions: dict[str, Action] = {
        "TY": Reading.type_,
        "ER": Reading.end,
        **dict.fromkeys(_LATE),
        **HANDLERS,
        **ROLES_READ[type_],
        **_TEXT_OF,
    }
    if type_ in BOOK_TYPES:
        actions["A2"] = None
    elif type_ == "PAT":
        actions["A2"] = Reading.authority
    elif type_ == COURT_CASE:
        actions["PB"] = Reading.authority
    if type_ == "THES":
        actions["A3"] = Reading.supervisor
    return actions


_ACTIONS: Final = {type_: _actions(type_) for type_ in ROLES_READ}
_GENERIC_ROLES, _GENERIC_ACTIONS = ROLES_READ["GEN"], _ACTIONS["GEN"]
# All tags that some program writes.
KNOWN: Final = frozenset(
    (*HANDLERS, *_LATE, *_TEXT_OF, *ROLES_READ["GEN"], *EXTRA_OF, "TY", "ER")
) | frozenset("AR AV C4 C5 C6 C8 CA H1 H2 L1 L2 L4 LB LL M2 NO PM RP".split())
# Tags whose values have one line; what may stand below it all the same.
ONE_LINE: Final = {
    **dict.fromkeys(
        "TY ID CY PP PY Y1 DA Y2 ET VL VO NV IS M1 M3 SP EP C7 SE SV DO DI AN PMID LA DB"
        " DP".split(),
        never,
    ),
    **dict.fromkeys(ROLES_READ["GEN"], names),
    "SN": serials,  # EndNote
}
