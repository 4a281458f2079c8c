"""MODS: `name` elements: people, bodies and meetings with their roles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from litconv.formats.mods.tables import EVENTS, PRINTERS, PUBLISHERS, ROLES, SUPERVISORS
from litconv.model import Name, Role
from litconv.reading.xml import Cell, XmlDraft, cell, keep_leaves, text_of
from litconv.text.names import parse_name
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ORCID: Final = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")
_SUFFIX: Final = re.compile(r"(?:Jr|Sr|I{1,3}|IV|2nd|3rd)\.?", re.IGNORECASE)
_READ: Final = frozenset(("namePart", "role", "affiliation", "nameIdentifier", "etal"))


def read(draft: XmlDraft, element: Element, *, of_series: bool = False) -> None:
    """Read one name; without a role it is the author's, `of_series` the series editor's."""
    # MARC ends the words of a field with a stop: `author.`
    terms = [
        tidy(text_of(one)).casefold().rstrip(" .,") for one in element.iterfind("role/roleTerm")
    ]
    role = next((ROLES[term] for term in terms if term in ROLES), None)
    if of_series and role in {None, Role.EDITOR}:
        role = Role.COLLECTION_EDITOR
    if element.find("etal") is not None:
        draft.others(role or Role.AUTHOR, cell(element))
        return
    name = _name(draft, element)
    if name is None:
        return
    whole = cell(element, name.sort_text)
    if element.get("type") in EVENTS:
        draft.text("event_title", whole)
    elif role is not None or not any(terms):
        draft.named(role or Role.AUTHOR, name)
    elif SUPERVISORS & set(terms):
        draft.note(f"Supervisor: {name.sort_text}")
    elif PUBLISHERS & set(terms):
        _publisher(draft, element, whole, terms)
    else:
        draft.keep(whole, tag=terms[0])
    for one in element:
        if one.tag not in _READ:
            keep_leaves(draft, one)


def _publisher(draft: XmlDraft, element: Element, name: Cell, terms: list[str]) -> None:
    """Take who publishes it, unless `originInfo` says so; DiVA names the department here."""
    stated = element.find("../originInfo/publisher") if PRINTERS & set(terms) else None
    if stated is not None and text_of(stated):
        draft.keep(name, tag="publisher-name")
    else:
        draft.text("publisher", name)


def _name(draft: XmlDraft, element: Element) -> Name | None:
    parts: dict[str, list[str]] = {}
    for one in element.iterfind("namePart"):
        if text := tidy(text_of(one)):
            parts.setdefault(one.get("type", ""), []).append(text)
    for date in element.iterfind("namePart[@type='date']"):
        draft.keep(cell(date), tag="name-date")
    family, given = " ".join(parts.get("family", ())), " ".join(parts.get("given", ()))
    # `1950-` and the like stand in parts of their own; what has no type is a whole name.
    whole = ", ".join(parts.get("", ())) or tidy(text_of(element.find("displayForm")))
    if element.get("type") in {"corporate", *EVENTS}:
        body = ". ".join(parts.get("", ())) or family
        return Name(literal=body) if body else None
    titles = parts.get("termsOfAddress", [])
    suffix = next((one for one in titles if _SUFFIX.fullmatch(one)), "")
    for one in titles:
        if one != suffix:
            draft.keep(cell(element, one), tag="termsOfAddress")
    name = parse_name(f"{family}, {given}" if family and given else family or given or whole)
    if name is None:
        return None
    affiliations = tuple(
        dict.fromkeys(
            text for one in element.iterfind("affiliation") if (text := tidy(text_of(one)))
        )
    )
    draft.affiliations += [one for one in affiliations if one not in draft.affiliations]
    return msgspec.structs.replace(
        name, suffix=suffix or name.suffix, affiliations=affiliations, orcid=_orcid(draft, element)
    )


def _orcid(draft: XmlDraft, element: Element) -> str:
    found = ""
    for one in element.iterfind("nameIdentifier"):
        match = _ORCID.search(text_of(one)) if one.get("type", "").lower() == "orcid" else None
        if match and not found:
            found = "-".join(match.groups()).upper()
        else:
            draft.keep(cell(one))
    return found
