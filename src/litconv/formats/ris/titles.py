"""RIS: which of T2, JF, JO, JA, J1, J2, BT and C3 is the journal, the book, the conference.

Programs differ. `T2` is the journal for Scopus, Zotero and the 2011 revision, a special issue's
title for ScienceDirect and an alternate title for EBSCO, which have the journal in `JO`; `JO` is
its abbreviation for Taylor & Francis, Springer and Zotero. An abbreviation is told by its letters,
which stand in the full title in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from litconv.formats.ris.tables import BOOK_TYPES, CONFERENCE_TYPES, JOURNAL_TYPES, TALK
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.width import tidy

TAGS: Final = ("JF", "T2", "BT", "JO", "C3", "JA", "J1", "J2", "JI", "J9", "NL", "T3")
# JI and J9 are Web of Science's, NL Ovid's.
_SHORT: Final = ("J2", "JA", "J1", "JI", "J9", "NL")

Late = dict[str, list[Item]]


def set_titles(draft: Draft, type_: str, late: Late) -> None:
    """Put the titles of the whole that a work is part of into the draft."""
    if not late.keys().isdisjoint(_SHORT):
        for tag in _SHORT:
            for item in late.get(tag, ()):
                draft.text("container_title_short", item)
    if type_ in JOURNAL_TYPES:
        _journal(draft, late)
    elif type_ in CONFERENCE_TYPES and "C3" in late:
        _first(draft, "event_title", late, ("T2",))
        _first(draft, "container_title", late, ("C3", "BT", "JF", "JO"))
    else:
        for field, tags in _FIELDS[type_ if type_ == TALK else type_ in BOOK_TYPES].items():
            _first(draft, field, late, tags)
    if "container_title_short" in draft.fields:
        _settle_short(draft, type_)
    for item in late.get("T3", ()):
        draft.text("collection_title", item)
    for item in late.get("C3", ()):
        draft.keep(item)


# For a talk, for whole works, for parts.
_FIELDS: Final[dict[str | bool, dict[str, tuple[str, ...]]]] = {
    TALK: {"event_title": ("T2",), "container_title": ("BT", "JF", "JO")},
    True: {"collection_title": ("T2",), "title": ("BT",), "container_title": ("JF", "JO")},
    False: {"container_title": ("T2", "BT", "JF", "JO")},
}


def _first(draft: Draft, field: str, late: Late, tags: Iterable[str]) -> None:
    """Set a field from the first of the tags; what says the same in fewer letters is its short."""
    for tag in tags:
        for item in late.pop(tag, ()):
            _title(draft, field, item)


def _settle_short(draft: Draft, type_: str) -> None:
    """IEEE Xplore writes every title twice; the short form is all that some sites have."""
    short, full = draft.fields["container_title_short"], draft.fields.get("container_title", "")
    if short.casefold() == full.casefold():
        del draft.fields["container_title_short"]
    elif not full and type_ in JOURNAL_TYPES:
        draft.fields["container_title"] = short


def _title(draft: Draft, field: str, item: Item) -> None:
    value = tidy(item.value)
    known = draft.fields.get(field)
    if known == value:
        return  # many programs write it twice
    if known and field == "container_title" and is_short_for(value, known):
        draft.text("container_title_short", item)
    elif not known or known.casefold() != value.casefold():
        draft.tidied(field, item, value)


def _journal(draft: Draft, late: Late) -> None:
    full, others = late.get("JF", []), [*late.get("T2", ()), *late.get("JO", ())]
    if not full and others:
        # T2 if JO says the same or shortens it; else JO, and T2 is another title
        first, last = tidy(others[0].value), tidy(others[-1].value)
        same = first.casefold() == last.casefold() or is_short_for(last, first)
        full = [others[0]] if same else [others[-1]]
        others = [one for one in others if one is not full[0]]
    for item in (*full, *others, *late.get("BT", ())):
        _title(draft, "container_title", item)


def is_short_for(short: str, full: str) -> bool:
    """Say whether `short` is `full` abbreviated: `J. Chem. Phys.`, `PNAS`.

    Its letters stand in the full title in their order, the first one first.
    """
    if len(short) >= len(full) or not short:
        return False
    wanted, text = short.casefold(), full.casefold().removeprefix("the ")
    if wanted[0] != text[:1]:
        return False
    at = 0
    for char in wanted:
        if char.isalnum():
            at = text.find(char, at) + 1
            if not at:
                return False
    return True
