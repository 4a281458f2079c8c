"""Fields that hold many values: what two records say together, each value once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import msgspec

from litconv.model import Identifiers, RawField, Subject, TranslatedTitle
from litconv.works.better import Better
from litconv.works.forms import doi_form, title_form

_Item = TypeVar("_Item")


def _unite(
    had: tuple[_Item, ...], said: Iterable[_Item], key: Callable[[_Item], Hashable]
) -> tuple[_Item, ...]:
    known = {key(one) for one in had}
    new = {key(one): one for one in reversed(list(said)) if key(one) not in known}
    return (*had, *reversed(new.values())) if new else had


def texts(had: tuple[str, ...], said: tuple[str, ...]) -> Better:
    """Unite keywords and bodies, without regard to case."""
    return Better(_unite(had, said, str.casefold))


def subjects(had: tuple[Subject, ...], said: tuple[Subject, ...]) -> Better:
    """Unite classes; one that has a label is the same as one without."""
    return Better(_unite(had, said, lambda one: (one.scheme, one.code or one.label)))


def translations(had: tuple[TranslatedTitle, ...], said: tuple[TranslatedTitle, ...]) -> Better:
    """Unite titles in other languages."""
    return Better(_unite(had, said, lambda one: title_form(one.title)))


def raw_fields(had: tuple[RawField, ...], said: tuple[RawField, ...]) -> Better:
    """Unite fields that the model does not know, by tag and value."""
    return Better(_unite(had, said, lambda one: (one.tag, one.value)))


def notes(had: str, said: str) -> Better:
    """Unite the lines of two notes."""
    lines = tuple(had.split("\n")) if had else ()
    return Better("\n".join(_unite(lines, said.split("\n"), str.casefold)))


def identifiers(had: Identifiers, said: Identifiers) -> Better:
    """Unite identifiers; another DOI or PMID than the base's is a conflict."""
    changes: dict[str, Any] = {}
    conflict = False
    for field in ("doi", "pmid", "pmcid", "arxiv"):
        mine, yours = getattr(had, field), getattr(said, field)
        if yours and not mine:
            changes[field] = yours
        elif yours and mine:
            conflict |= doi_form(mine) != doi_form(yours)
    for field in ("isbn", "issn"):
        united = _unite(getattr(had, field), getattr(said, field), lambda one: one.replace("-", ""))
        if united is not getattr(had, field):
            changes[field] = united
    other = _unite(had.other, said.other, lambda one: (one.scheme, one.value))
    if other is not had.other:
        changes["other"] = other
    return Better(msgspec.structs.replace(had, **changes) if changes else had, conflict)


UNIONS: dict[str, Callable[[Any, Any], Better]] = {
    "affiliations": texts,
    "extra": raw_fields,
    "identifiers": identifiers,
    "keywords": texts,
    "note": notes,
    "subjects": subjects,
    "translated_titles": translations,
}
"""Field → how its values are united."""
