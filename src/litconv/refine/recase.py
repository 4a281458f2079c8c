"""Repairs values in capitals: titles, names of journals, series, people, publishers, places.

English titles in Title Case are put into sentence case too when that is asked for
(`refine.title_case`). Left as they are: keywords (Web of Science prints its Keywords Plus in
capitals by convention, and a lone word has no neighbours that tell an acronym), affiliations,
bodies, and whatever else is in mixed case already. Each change leaves a `Provenance` with the
value before it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter, is_not
from typing import Any

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, Provenance, Record, TranslatedTitle
from litconv.options import TitleCase
from litconv.refine.title_case import repair_capitals, sentence_fields, to_sentence_case
from litconv.text.case.journals import title_case_journal
from litconv.text.case.names import are_mixed, recase_name
from litconv.text.case.publishers import recase_place, recase_publisher

Repair = Callable[[str], str]

# Field → what repairs its capitals, the rule's name in the provenance.
_CAPITALS: dict[str, tuple[Repair, str]] = {
    "title": (repair_capitals, "sentence-case"),
    "title_short": (repair_capitals, "sentence-case"),
    "container_title": (title_case_journal, "title-case"),
    "container_title_short": (title_case_journal, "title-case"),
    "collection_title": (title_case_journal, "title-case"),
    "publisher": (recase_publisher, "name-case"),
    "publisher_place": (recase_place, "name-case"),
}
_CASED = attrgetter(*_CAPITALS)
_CODES = {
    "sentence-case": "title-recased",
    "title-case": "journal-recased",
    "name-case": "name-recased",
}
_UNREPORTED = frozenset({"title_short", "container_title_short", "translated_titles"})
_SHOWN = 60
_NAMES_SHOWN = 3


def recase(
    record: Record,
    diagnostics: Diagnostics,
    *,
    title_case: TitleCase = TitleCase.KEEP,
    curated: bool = False,
) -> Record:
    """Give a copy with titles, journals and people's names out of their capitals.

    `title_case` says whether English titles in Title Case are put into sentence case as well; of
    a `curated` record (see `registry.Format`) nothing else is changed. The works in `relations`
    are treated the same, without diagnostics of their own. A record that needs no change is
    returned itself.
    """
    if curated and title_case is TitleCase.KEEP:
        return record
    changes: dict[str, Any] = {}
    added: list[Provenance] = []
    if title_case is not TitleCase.KEEP or _may_have_capitals(record):
        _recase_fields(record, _repairs(record, title_case, curated=curated), changes, added)
    if record.translated_titles:
        _recase_translated(record, title_case, changes, added)
    if not curated:
        _recase_names(record, changes, added)
    for step in added:
        _report(record, changes, step, diagnostics)
    if record.relations:
        _recase_relations(record, title_case, changes, curated=curated)
    if added:
        changes["provenance"] = (*record.provenance, *added)
    return msgspec.structs.replace(record, **changes) if changes else record


def _may_have_capitals(record: Record) -> bool:
    """Look quickly whether there is a text that `_CAPITALS` may change.

    A text whose second and third letters are small is none, for all of them (see `is_all_caps`).
    """
    return not all(
        text[1:3].islower() and text[0].isalpha() for text in filter(None, _CASED(record))
    )


def _repairs(
    record: Record, title_case: TitleCase, *, curated: bool
) -> dict[str, tuple[Repair, str]]:
    """Say which fields are repaired, how, and by which rule."""
    repairs = {} if curated else _CAPITALS
    if title_case is TitleCase.SENTENCE:
        repairs = dict(repairs)
        to_sentence = partial(to_sentence_case, language=record.language)
        repairs |= dict.fromkeys(sentence_fields(record), (to_sentence, "sentence-case"))
    return repairs


def _recase_fields(
    record: Record,
    repairs: dict[str, tuple[Repair, str]],
    changes: dict[str, Any],
    added: list[Provenance],
) -> None:
    for field, (repair, rule) in repairs.items():
        before: str = getattr(record, field)
        if before and (after := repair(before)) != before:
            changes[field] = after
            added.append(Provenance(field=field, how="changed", rule=rule, before=before))


def _recase_translated(
    record: Record, title_case: TitleCase, changes: dict[str, Any], added: list[Provenance]
) -> None:
    titles = tuple(_translated(one, title_case) for one in record.translated_titles)
    if titles != record.translated_titles:
        changes["translated_titles"] = titles
        before = "; ".join(one.title for one in record.translated_titles)
        added.append(
            Provenance(
                field="translated_titles", how="changed", rule="sentence-case", before=before
            )
        )


def _translated(translated: TranslatedTitle, title_case: TitleCase) -> TranslatedTitle:
    if title_case is TitleCase.SENTENCE:
        title = to_sentence_case(translated.title, translated.language)
    else:
        title = repair_capitals(translated.title)
    if title == translated.title:
        return translated
    return msgspec.structs.replace(translated, title=title)


def _recase_relations(
    record: Record, title_case: TitleCase, changes: dict[str, Any], *, curated: bool
) -> None:
    silent = Diagnostics()
    relations = tuple(
        recase(one, silent, title_case=title_case, curated=curated) for one in record.relations
    )
    if any(new is not old for new, old in zip(relations, record.relations, strict=True)):
        changes["relations"] = relations


def _recase_names(record: Record, changes: dict[str, Any], added: list[Provenance]) -> None:
    if are_mixed(record.contributors):  # nearly always
        return
    people = tuple(map(_recase_person, record.contributors))
    if not any(map(is_not, people, record.contributors)):
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
        code = "" if step.field in _UNREPORTED else _CODES[step.rule]
        message = f"{_shorten(step.before)} → {_shorten(str(changes[step.field]))}"
    if code:
        diagnostics.report(
            code,
            message,
            span=record.span,
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
