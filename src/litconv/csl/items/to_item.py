"""A record as a CSL-JSON item: the one place that knows which variable holds which field.

Specification: CSL 1.0.2, appendix IV, and its schema `csl-data.json`. The item holds only keys
that the schema allows. What CSL has no variable for stands under `custom` when extras are asked
for, and `unmapped` names it when they are not. Two facts never leave the model, because they are
about the conversion and not about the work: `provenance` and `origin` (with them the `original`
form of a name and the `raw` form of pages). The way back is `litconv.csl.items.from_item`.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, Final

from litconv.csl.items.dates import date_to_csl
from litconv.csl.items.names import name_to_csl
from litconv.csl.items.restore import is_csl_json, page_text, restored
from litconv.csl.items.values import read_pages
from litconv.csl.items.variables import (
    DATES,
    IDENTIFIERS,
    KEYWORD_SEPARATOR,
    NUMBERED_ARTICLES,
    TEXTS,
)
from litconv.model import Contributor, Date, ItemType, Record, Role
from litconv.text.oneline import one_line

# Records without pages or identifiers all have these.
_NO_PAGES: Final = Record().pages
_NO_IDENTIFIERS: Final = Record().identifiers
_VARIABLE_OF: Final = {role: str(role) for role in Role}
_VARIABLES: Final = tuple(TEXTS.values())
_TEXTS_OF: Final = attrgetter(*TEXTS)


def to_item(record: Record, *, extras: bool) -> dict[str, Any]:
    """Give the CSL-JSON item of a record: a plain dict, ready for `json` or a CSL processor.

    `id` and `type` are always there (`id` may be empty: the caller knows what is unique), every
    other key only with a value. `extras` adds what CSL has no variable for under `custom`;
    `custom.listing` is there without it too, because it alone tells a listed work from the work
    that lists it.

    A record that was read from CSL-JSON gives the item it came from: its texts as they were (a
    note has lines), and what `litconv.csl.items.restore` finds. Other texts become one line each.
    """
    own = is_csl_json(record)
    clean = str if own else one_line
    item: dict[str, Any] = {"id": clean(record.id), "type": str(record.type)}
    for variable, value in zip(_VARIABLES, _TEXTS_OF(record), strict=True):
        if value and (text := clean(value)):
            item[variable] = text
    _put_people(item, record)
    for field, variable in DATES.items():
        if date := getattr(record, field):
            _put(item, variable, date_to_csl(date))
    _put_pages(item, record)
    _put_identifiers(item, record)
    if record.keywords:
        _put(item, "keyword", KEYWORD_SEPARATOR.join(_cleaned(record.keywords)))
    custom = _custom(record, extras=extras)
    if own:
        _restore(item, record, custom)
    elif record.extra:
        item.update(restored(record))
    _put(item, "custom", custom)
    return item


def unmapped(record: Record) -> tuple[str, ...]:
    """Name the fields whose facts stand in the item only under `custom`, with extras.

    They are fields of `Record`, in its order; a field counts although only a part of it (the
    affiliation of one author, an identifier of an unusual scheme) has no variable in CSL. ORCID
    iDs, which stand in the names, are `orcid`, at the end.
    """
    if _has_nothing_extra(record):
        return ()
    present = {field for field, _, value in _extra_facts(record) if value or value == 0}
    if record.relations:
        present.add("relations")
    if "contributors" in present and not any(
        person.name.affiliations for person in record.contributors
    ):
        present.discard("contributors")
    orcids = any(
        person.name.orcid and one_line(person.name.orcid) for person in record.contributors
    )
    fields: tuple[str, ...] = ()
    if present:
        fields = tuple(field for field in Record.__struct_fields__ if field in present)
    return (*fields, "orcid") if orcids else fields


def _has_nothing_extra(record: Record) -> bool:
    """Say quickly of most records that `unmapped` names nothing: it asks many questions."""
    for person in record.contributors:
        if person.name.affiliations or person.name.orcid:
            return False
    for field in DATES:
        if (date := getattr(record, field)) and date.literal:
            return False
    known = record.identifiers
    return not (
        record.relations
        or record.translated_titles
        or record.affiliations
        or record.subjects
        or record.extra
        or record.times_cited is not None
        or record.pages.article_number
        or known.arxiv
        or known.other
    )


def _restore(item: dict[str, Any], record: Record, custom: dict[str, Any]) -> None:
    """Put back what a record knows of its CSL-JSON item."""
    found = restored(record)
    item.pop("page-first", None)  # processors take it from `page`
    if found.get("page-first") == record.pages.text and not record.pages.raw:
        item.pop("page", None)
    if found.get("event") == item.get("event-title") and "event-title" not in found:
        item.pop("event-title", None)
    for key, value in found.pop("custom", {}).items():
        custom.setdefault(key, value)
    item.update(found)


def _put_people(item: dict[str, Any], record: Record) -> None:
    for person in record.contributors:
        if name := name_to_csl(person.name):
            variable = _VARIABLE_OF[person.role]
            if variable in item:
                item[variable].append(name)
            else:
                item[variable] = [name]


def _put_pages(item: dict[str, Any], record: Record) -> None:
    pages = record.pages
    if pages is _NO_PAGES:
        return
    printed = page_text(record) if is_csl_json(record) else ""
    _put(item, "page", printed or one_line(pages.text))
    if pages.first:
        _put(item, "page-first", one_line(pages.first))
    _put(item, "number-of-pages", "" if pages.count is None else str(pages.count))
    place = _article_number_place(record) if pages.article_number else ""
    if place and not (printed and place == "page"):
        clean = str if is_csl_json(record) else one_line
        _put(item, place, clean(pages.article_number))
        if place == "number" and not pages.text and not is_csl_json(record):
            # Most styles print `page` only; those that know article numbers prefer `number`.
            _put(item, "page", one_line(pages.article_number))


def _article_number_place(record: Record) -> str:
    """Say which variable takes the article number: `number`, else `page`, or none is free."""
    if is_csl_json(record) and read_pages(record.pages.raw).article_number:
        return "page"  # as the item had it
    if record.type in NUMBERED_ARTICLES and not record.number:
        return "number"
    return "" if record.pages.text else "page"


def _put_identifiers(item: dict[str, Any], record: Record) -> None:
    known = record.identifiers
    if known is _NO_IDENTIFIERS:
        return
    for field, variable in IDENTIFIERS.items():
        if text := getattr(known, field):
            _put(item, variable, one_line(text))
    # One text each; blanks are how processors and Zotero separate several.
    if known.isbn:
        _put(item, "ISBN", " ".join(_cleaned(known.isbn)))
    if known.issn:
        _put(item, "ISSN", " ".join(_cleaned(known.issn)))
    if known.arxiv and _arxiv_is_number(record):
        item["number"] = f"arXiv:{one_line(known.arxiv)}"


def _arxiv_is_number(record: Record) -> bool:
    """Say whether the arXiv number is the work's own: CSL's type of preprints is `article`."""
    return record.type is ItemType.ARTICLE and not record.number


def _custom(record: Record, *, extras: bool) -> dict[str, Any]:
    custom: dict[str, Any] = {}
    if record.listing:
        kind, number = str(record.listing.kind), one_line(record.listing.number)
        custom["listing"] = {"kind": kind, "number": number} if number else {"kind": kind}
    if not extras:
        return custom
    for _, key, value in _extra_facts(record):
        _put(custom, key, value)
    listed = [to_item(one, extras=True) for one in record.relations]
    for place, one in enumerate(listed, start=1):
        one["id"] = one["id"] or str(place)
    _put(custom, "relations", listed)
    return custom


def _extra_facts(record: Record) -> Iterator[tuple[str, str, Any]]:
    """Yield (field, key under `custom`, value) for what CSL has no variable for."""
    kept = restored(record)
    if record.translated_titles:
        titles = [_texts(title=it.title, language=it.language) for it in record.translated_titles]
        yield "translated_titles", "translated_titles", titles
    people = [
        _person(one) for one in record.contributors if one.name.orcid or one.name.affiliations
    ]
    if people:
        yield "contributors", "people", [one for one in people if len(one) > _BARE_PERSON]
    if record.affiliations:
        yield "affiliations", "affiliations", _cleaned(record.affiliations)
    for field in DATES:
        date: Date | None = getattr(record, field)
        if date and date.literal and (date.start or date.end) and DATES[field] not in kept:
            yield field, f"{field}_text", one_line(date.literal)
    if record.pages.article_number and not _article_number_place(record):
        yield "pages", "article_number", one_line(record.pages.article_number)
    yield "identifiers", "identifiers", _other_identifiers(record)
    if record.subjects:
        subjects = [
            _texts(scheme=it.scheme, code=it.code, label=it.label) for it in record.subjects
        ]
        yield "subjects", "subjects", subjects
    yield "times_cited", "times_cited", record.times_cited
    if record.extra:
        unknown = [one for one in record.extra if one.tag not in kept]
        yield "extra", "extra", [_texts(tag=one.tag, value=one.value) for one in unknown]


_BARE_PERSON: Final = 2  # role and name: nothing that the name variables do not say


def _person(person: Contributor) -> dict[str, Any]:
    """Link a contributor, named as `Family, Given`, to affiliations and ORCID."""
    result: dict[str, Any] = _texts(
        role=person.role, name=person.name.sort_text, orcid=person.name.orcid
    )
    _put(result, "affiliations", _cleaned(person.name.affiliations))
    return result


def _other_identifiers(record: Record) -> list[dict[str, str]]:
    known = record.identifiers
    arxiv = "" if _arxiv_is_number(record) else known.arxiv
    if not (arxiv or known.other):
        return []
    pairs = [("arXiv", arxiv), *((one.scheme, one.value) for one in known.other)]
    return [_texts(scheme=scheme, value=value) for scheme, value in pairs if value]


def _texts(**values: str) -> dict[str, str]:
    return {key: text for key, value in values.items() if (text := one_line(value))}


def _cleaned(values: tuple[str, ...]) -> list[str]:
    return [text for value in values if (text := one_line(value))]


def _put(target: dict[str, Any], key: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
    """Set a key unless there is nothing to say; 0 is something to say."""
    if value or value == 0:
        target[key] = value
