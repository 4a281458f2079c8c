"""Which of two values of a field says more, for the fields that hold one value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from litconv.model import Contributor, Date, ItemType, Name, Pages
from litconv.text.script import is_all_caps
from litconv.works.forms import container_form, title_form
from litconv.works.journals import same_journal


class Better(NamedTuple):
    """The value to keep, and whether the two disagree."""

    value: Any
    conflict: bool = False


def fill(had: Any, said: Any) -> Better:  # noqa: ANN401 - any field
    """Keep what is there; two texts agree when their letters and digits do."""
    if not had:
        return Better(said)
    return Better(had, _plain(had) != _plain(said))


def _plain(value: object) -> object:
    return title_form(value).lstrip("0") if isinstance(value, str) else value


def text_of(value: object) -> str:
    """Give a value as a line of text, for provenance and messages."""
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return value.start.iso if value.start else value.literal
    if isinstance(value, Pages):
        return value.text or value.article_number or value.raw
    if isinstance(value, tuple):
        return "; ".join(map(_item_text, value))
    return "" if value is None else str(value)


def _item_text(item: object) -> str:
    if isinstance(item, Contributor):
        return item.name.sort_text
    parts = ("title", "value", "code", "label")
    return (
        item
        if isinstance(item, str)
        else next((str(getattr(item, part)) for part in parts if getattr(item, part, "")), "")
    )


def longer_text(had: str, said: str) -> Better:
    """Keep the text that holds the other as its beginning; a whole abstract that of a cut one."""
    if not had:
        return Better(said)
    mine, yours = title_form(had), title_form(said)
    return Better(said if len(yours) > len(mine) and yours.startswith(mine) else had)


def title(had: str, said: str) -> Better:
    """Keep the longer of two forms of a title, and the one that is not in capitals."""
    if not had:
        return Better(said)
    mine, yours = title_form(had), title_form(said)
    if mine == yours:
        return Better(said if is_all_caps(had) and not is_all_caps(said) else had)
    if yours.startswith(mine) or yours.endswith(mine):
        return Better(said)
    cut = mine.startswith(yours) or mine.endswith(yours)
    return Better(had, conflict=not cut and mine.replace(" ", "") != yours.replace(" ", ""))


def journal(had: str, said: str) -> Better:
    """Keep the full name of a journal rather than its abbreviation, and what is no capitals."""
    if not had:
        return Better(said)
    mine, yours = container_form(had), container_form(said)
    if not same_journal(mine, yours):
        return Better(had, conflict=True)
    if mine == yours:
        return Better(said if is_all_caps(had) and not is_all_caps(said) else had)
    return Better(said if _letters(yours) > _letters(mine) else had)


def _letters(words: tuple[str, ...]) -> int:
    return sum(map(len, words))


def date(had: Date | None, said: Date | None) -> Better:
    """Keep the date that knows month and day, where both begin alike."""
    if had is None or not (had.start or had.literal):
        return Better(said)
    if said is None or said.start is None:
        return Better(had)
    if had.start is None:
        return Better(said)
    mine, yours = had.start.parts, said.start.parts
    shared = min(len(mine), len(yours))
    if mine[:shared] != yours[:shared]:
        return Better(had, conflict=mine[0] != yours[0])
    return Better(said if len(yours) > len(mine) and not had.end else had)


def pages(had: Pages, said: Pages) -> Better:
    """Unite what two records say of the pages, where their first pages agree."""
    if not (had.text or had.article_number or had.count):
        return Better(said)
    first, new_first = had.first or had.article_number, said.first or said.article_number
    if had.ranges or said.ranges:
        return Better(had, conflict=bool(had.text and said.text and had.text != said.text))
    if first and new_first and _plain(first) != _plain(new_first):
        return Better(had, conflict=True)
    last = bool(had.last and said.last and _plain(had.last) != _plain(said.last))
    more: dict[str, Any] = {}
    whole = not (had.last or said.last)  # one number: a page here and an article's there
    for part in ("first", "last", "count", "article_number"):
        value = getattr(said, part)
        known = whole and first and part in {"first", "article_number"}
        if not getattr(had, part) and value and not known:
            more[part] = value
    if {"first", "last"} & more.keys():
        more["raw"] = said.raw
    return Better(msgspec.structs.replace(had, **more) if more else had, conflict=last)


def kind(had: ItemType, said: ItemType) -> Better:
    """Keep the type that says more than `document`; other differences are no conflict."""
    return Better(said if had is ItemType.DOCUMENT else had)


def most(had: int | None, said: int | None) -> Better:
    """Keep the higher count."""
    return Better(said if had is None or (said or 0) > had else had)


def people(had: tuple[Contributor, ...], said: tuple[Contributor, ...]) -> Better:
    """Keep the longer list where one begins the other, and the fuller form of each name."""
    if not had:
        return Better(said)
    mine = [_person(one) for one in had]
    yours = [_person(one) for one in said]
    shared = min(len(mine), len(yours))
    if mine[:shared] != yours[:shared]:
        return Better(had, conflict=not set(mine) & set(yours))
    united = [_fuller(one, other) for one, other in zip(had, said, strict=False)]
    united += had[shared:] or said[shared:]
    changed = len(united) > len(had) or any(
        one is not other for one, other in zip(united, had, strict=True)
    )
    return Better(tuple(united) if changed else had)


def _person(one: Contributor) -> tuple[str, str]:
    name = one.name
    return one.role, title_form(name.family or name.literal).replace(" ", "")


def _fuller(one: Contributor, other: Contributor) -> Contributor:
    """Give the name with the fuller given name, where that begins with the same letters."""
    mine, yours = one.name, other.name
    changes: dict[str, Any] = {}
    if _spells_out(mine.given, yours.given):
        changes["given"] = yours.given
        changes["original"] = yours.original
    for part in ("orcid", "suffix", "affiliations"):
        if not getattr(mine, part) and getattr(yours, part):
            changes[part] = getattr(yours, part)
    if not changes:
        return one
    name: Name = msgspec.structs.replace(mine, **changes)
    return msgspec.structs.replace(one, name=name)


def _spells_out(short: str, full: str) -> bool:
    """Tell whether each initial of the one begins a word of the other, and one is written out."""
    mine, yours = title_form(short).split(), title_form(full).split()
    if not mine or len(yours) < len(mine) or len("".join(yours)) <= len("".join(mine)):
        return not mine and bool(yours)
    return all(other.startswith(word) for word, other in zip(mine, yours, strict=False))


BETTER: dict[str, Callable[[Any, Any], Better]] = {
    "abstract": longer_text,
    "accessed": date,
    "container_title": journal,
    "container_title_short": journal,
    "contributors": people,
    "issued": date,
    "pages": pages,
    "publisher": longer_text,
    "times_cited": most,
    "title": title,
    "type": kind,
}
"""Field → how two of its values are compared; the others are only filled."""
