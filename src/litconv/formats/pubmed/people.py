"""PubMed XML: authors, editors and groups with their affiliations and identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from litconv.model import Name, Role
from litconv.reading.xml import XmlDraft, cell, keep_leaves, text_of
from litconv.text.names import parse_name
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROLES: Final = {"author": Role.AUTHOR, "editor": Role.EDITOR, "translator": Role.TRANSLATOR}
_ORCID: Final = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")
_INITIALS: Final = re.compile(r"[A-Z]\.?(?:-?[A-Z]\.?){0,2}")
_READ: Final = frozenset(
    ("LastName", "ForeName", "FirstName", "MiddleName", "Initials", "Suffix", "CollectiveName")
)


def read_people(draft: XmlDraft, people: Element) -> None:
    """Read an AuthorList; its type, if it has one, is the role in the plural."""
    kind = (people.get("Type") or "").casefold()
    role = next((role for word, role in _ROLES.items() if kind.startswith(word)), Role.AUTHOR)
    for one in people:
        if one.tag == "Author":
            _read_person(draft, role, one)
        else:
            keep_leaves(draft, one)
    if people.get("CompleteYN") == "N":
        draft.others(role, cell(people))


def _read_person(draft: XmlDraft, role: Role, author: Element) -> None:
    name = _name(author)
    affiliations = tuple(dict.fromkeys(_affiliations(author)))
    draft.affiliations += [one for one in affiliations if one not in draft.affiliations]
    orcid = ""
    for one in author:
        if one.tag == "Identifier":
            match = _ORCID.search(text_of(one)) if one.get("Source") == "ORCID" else None
            if match and not orcid:
                orcid = "-".join(match.groups()).upper()
            else:
                draft.keep(cell(one))
        elif one.tag not in _READ and one.tag not in {"AffiliationInfo", "Affiliation"}:
            keep_leaves(draft, one)
    if name is not None:
        named = msgspec.structs.replace(name, affiliations=affiliations, orcid=orcid)
        draft.named(role, named)


def _name(author: Element) -> Name | None:
    if group := tidy(text_of(author.find("CollectiveName"))):
        return Name(literal=group)
    family = tidy(text_of(author.find("LastName")))
    given = next(
        (
            text
            for tag in ("ForeName", "FirstName", "Initials")
            if (text := tidy(text_of(author.find(tag))))
        ),
        "",
    )
    suffix = tidy(text_of(author.find("Suffix")))
    if not (family and given):
        return _alone(family or given)
    parsed = parse_name(f"{family}, {given}")
    if parsed is not None and parsed.literal and "," not in f"{family}{given}":
        parsed = Name(family=family, given=given)  # long, but divided by PubMed itself
    if parsed is not None and suffix and "," not in f"{family}{given}":
        parsed = msgspec.structs.replace(parsed, suffix=suffix)
    return parsed


def _alone(text: str) -> Name | None:
    """Read a LastName without a ForeName: a body (`The Lancet`) or a name nobody has divided.

    Only initials behind it are certain: `Alder H-P`.
    """
    parsed = parse_name(text)
    whole = parsed is None or " " not in text or _INITIALS.fullmatch(text.rsplit(" ", 1)[1])
    return parsed if whole else Name(literal=text)


def _affiliations(author: Element) -> list[str]:
    """Give the bodies of a person; before 2015 the element stood without its wrapper."""
    found = [tidy(text_of(one)) for one in author.iter("Affiliation")]
    return [one for one in found if one]
