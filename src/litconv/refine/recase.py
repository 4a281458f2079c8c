"""Repairs values in capitals: titles, journal and series names, people's names.

Left as they are: keywords (Web of Science prints its Keywords Plus in capitals by convention, and
a lone word has no neighbours that tell an acronym), affiliations, bodies, and whatever is in
mixed case already. Each change leaves a `Provenance` with the value before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, Provenance, Record, TranslatedTitle
from litconv.text.case import is_all_caps, recase_name, sentence_case, title_case_journal


def _sentence_if_capitals(title: str) -> str:
    """Only capitals are repaired: a record's Title Case may be the author's own."""
    return sentence_case(title) if is_all_caps(title) else title


# Field, what repairs it, the rule's name in the provenance, the diagnostic.
_FIELDS: tuple[tuple[str, Callable[[str], str], str, str], ...] = (
    ("title", _sentence_if_capitals, "sentence-case", "title-recased"),
    ("title_short", _sentence_if_capitals, "sentence-case", ""),
    ("container_title", title_case_journal, "title-case", "journal-recased"),
    ("container_title_short", title_case_journal, "title-case", ""),
    ("collection_title", title_case_journal, "title-case", "journal-recased"),
)
_SHOWN = 60
_NAMES_SHOWN = 3


def recase(record: Record, diagnostics: Diagnostics) -> Record:
    """Give a copy with titles, journals and people's names out of their capitals.

    The works in `relations` are repaired as well, without diagnostics of their own. A record
    with nothing in capitals is returned itself.
    """
    changes: dict[str, Any] = {}
    added: list[Provenance] = []
    _recase_fields(record, changes, added)
    _recase_names(record, changes, added)
    for step in added:
        _report(record, changes, step, diagnostics)
    silent = Diagnostics()
    relations = tuple(recase(one, silent) for one in record.relations)
    if any(new is not old for new, old in zip(relations, record.relations, strict=True)):
        changes["relations"] = relations
    if added:
        changes["provenance"] = (*record.provenance, *added)
    return msgspec.structs.replace(record, **changes) if changes else record


def _recase_fields(record: Record, changes: dict[str, Any], added: list[Provenance]) -> None:
    for field, repair, rule, _ in _FIELDS:
        before: str = getattr(record, field)
        after = repair(before) if before else before
        if after != before:
            changes[field] = after
            added.append(Provenance(field=field, how="changed", rule=rule, before=before))
    titles = tuple(map(_recase_translated, record.translated_titles))
    if titles != record.translated_titles:
        changes["translated_titles"] = titles
        before = "; ".join(one.title for one in record.translated_titles)
        added.append(
            Provenance(
                field="translated_titles", how="changed", rule="sentence-case", before=before
            )
        )


def _recase_translated(translated: TranslatedTitle) -> TranslatedTitle:
    title = _sentence_if_capitals(translated.title)
    if title == translated.title:
        return translated
    return msgspec.structs.replace(translated, title=title)


def _recase_names(record: Record, changes: dict[str, Any], added: list[Provenance]) -> None:
    people = tuple(map(_recase_person, record.contributors))
    if all(new is old for new, old in zip(people, record.contributors, strict=True)):
        return
    changes["contributors"] = people
    before = "; ".join(person.name.sort_text for person in record.contributors)
    added.append(Provenance(field="contributors", how="changed", rule="name-case", before=before))


def _recase_person(person: Contributor) -> Contributor:
    name = recase_name(person.name)
    if name is person.name:
        return person
    return Contributor(role=person.role, name=name)


def _report(
    record: Record, changes: dict[str, Any], step: Provenance, diagnostics: Diagnostics
) -> None:
    """Say what one step changed; short titles follow their long ones and are not reported."""
    if step.field == "contributors":
        code, message = "name-recased", _name_message(record, changes["contributors"])
    else:
        code = next((code for field, _, _, code in _FIELDS if field == step.field), "")
        message = f"{_shorten(step.before)} → {_shorten(str(changes[step.field]))}"
    if code:
        diagnostics.report(
            code,
            message,
            span=record.origin.span if record.origin else None,
            record=changes.get("title", record.title),
            field=step.field,
        )


def _name_message(record: Record, people: tuple[Contributor, ...]) -> str:
    changed = [
        f"{old.name.sort_text} → {new.name.sort_text}"
        for old, new in zip(record.contributors, people, strict=True)
        if old is not new
    ]
    rest = len(changed) - _NAMES_SHOWN
    shown = "; ".join(changed[:_NAMES_SHOWN])
    return f"{shown}; and {rest} more" if rest > 0 else shown


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
