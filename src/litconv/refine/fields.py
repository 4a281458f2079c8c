"""Which facts of a record are written: what `--drop` takes out and `--only` leaves.

A name is that of a field of the model, of a CSL variable, of a role, or one that people use for
it (`journal`, `keywords`, `date`); letter case, `-` and `_` do not matter. Key and type are never
dropped, nor is the bookkeeping about where a record comes from.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from litconv.diagnostics import UsageError
from litconv.model import Contributor, Pages, RawField, Record, Role

# Field of the model → its value when it is dropped.
_FIELDS: Final[dict[str, Any]] = {
    "title": "",
    "title_short": "",
    "translated_titles": (),
    "affiliations": (),
    "container_title": "",
    "container_title_short": "",
    "collection_title": "",
    "publisher": "",
    "publisher_place": "",
    "issued": None,
    "accessed": None,
    "event_title": "",
    "event_date": None,
    "event_place": "",
    "volume": "",
    "issue": "",
    "number": "",
    "edition": "",
    "pages": Pages(),
    "url": "",
    "language": "",
    "abstract": "",
    "keywords": (),
    "genre": "",
    "status": "",
    "note": "",
    "subjects": (),
    "times_cited": None,
    "relations": (),
}
_IDENTIFIERS: Final[dict[str, Any]] = {
    "doi": "",
    "isbn": (),
    "issn": (),
    "pmid": "",
    "pmcid": "",
    "arxiv": "",
    "other": (),
}
_ROLES: Final = frozenset(role.value for role in Role)
_WHOLE: Final = {"contributors": _ROLES, "identifiers": frozenset(_IDENTIFIERS)}
_IN_EXTRA: Final = frozenset(
    """annote archive archive-place archive-collection archive-location authority available-date
    call-number chapter-number citation-key citation-label citation-number collection-number
    dimensions division editor-translator jurisdiction locator medium number-of-volumes
    original-date original-publisher original-publisher-place original-title page-first part
    part-title printing references reviewed-genre reviewed-title scale section source submitted
    supplement version volume-title volume-title-short year-suffix
    first-reference-note-number""".split()
)
"""CSL variables that records hold in `extra`; with one the tag of that name is meant."""

_EXTRA: Final = "extra"
_PARTS: Final = frozenset((*_FIELDS, *_IDENTIFIERS, *_ROLES, "orcid", _EXTRA))
_ALIASES: Final = {
    "address": "publisher_place",
    "place": "publisher_place",
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "booktitle": "container_title",
    "journal": "container_title",
    "journalabbreviation": "container_title_short",
    "journaltitle": "container_title",
    "shorttitle": "title_short",
    "series": "collection_title",
    "date": "issued",
    "year": "issued",
    "urldate": "accessed",
    "event": "event_title",
    "conference": "event_title",
    "institution": "publisher",
    "school": "publisher",
    "keyword": "keywords",
    "lang": "language",
    "notes": "note",
    "page": "pages",
    "number-of-pages": "pages",
    "affiliation": "affiliations",
    "citations": "times_cited",
    "cited-by": "times_cited",
    "subject": "subjects",
    "other-identifiers": "other",
    "eprint": "arxiv",
    "extras": _EXTRA,
}


def _key(name: str) -> str:
    return name.strip().lower().replace("_", "-")


_BY_NAME: Final[dict[str, frozenset[str]]] = (
    {name: frozenset((name,)) for name in _IN_EXTRA}
    | {_key(part): frozenset((part,)) for part in _PARTS}
    | {name: frozenset((part,)) for name, part in _ALIASES.items()}
    | _WHOLE
)
FIELD_NAMES: Final = tuple(sorted(_BY_NAME))
"""Every name that is understood, in small letters with hyphens."""


class FieldChoice:
    """Takes facts out of records; `only` is applied first. Raises UsageError for unknown names."""

    def __init__(self, *, drop: Iterable[str] = (), only: Iterable[str] = ()) -> None:
        """Take names, each of which may be several with commas between them."""
        kept = _parts(only)
        self._gone = (_PARTS - kept if kept else frozenset[str]()) | _parts(drop)
        self._kept_tags = kept

    def keeps(self, part: str) -> bool:
        """Say whether a field of the model, an identifier or a role stays, by that very name."""
        return part not in self._gone

    def __call__(self, record: Record) -> Record:
        """Give a copy with the facts that are left."""
        gone = self._gone
        changes: dict[str, Any] = {
            field: empty for field, empty in _FIELDS.items() if field in gone
        }
        if record.relations and "relations" not in gone:
            changes["relations"] = tuple(map(self, record.relations))
        identifiers = {kind: empty for kind, empty in _IDENTIFIERS.items() if kind in gone}
        if identifiers:
            changes["identifiers"] = msgspec.structs.replace(record.identifiers, **identifiers)
        changes["contributors"] = tuple(
            self._person(one) for one in record.contributors if one.role.value not in gone
        )
        changes["extra"] = tuple(one for one in record.extra if self._keeps(one))
        return msgspec.structs.replace(record, **changes)

    def _person(self, person: Contributor) -> Contributor:
        parts: dict[str, Any] = {"affiliations": (), "orcid": ""}
        changes = {part: empty for part, empty in parts.items() if part in self._gone}
        if not changes:
            return person
        return Contributor(role=person.role, name=msgspec.structs.replace(person.name, **changes))

    def _keeps(self, raw: RawField) -> bool:
        """Say whether an extra field stays: by its tag's own name, else as all of them do.

        A tag that names a field (`shortTitle`) goes with that field.
        """
        meant = _BY_NAME.get(_key(raw.tag), frozenset())
        if meant & self._kept_tags:
            return not meant & self._gone
        return _EXTRA not in self._gone and not meant & self._gone


def _parts(names: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for one in names:
        for name in one.split(","):
            if name.strip():
                found |= _part(name)
    return frozenset(found)


def _part(name: str) -> frozenset[str]:
    key = _key(name)
    if key in _BY_NAME:
        return _BY_NAME[key]
    if key in {"id", "key", "type"}:
        msg = f"the {key} of a record always stays"
        raise UsageError(msg, hint="Leave it out of --drop and --only.")
    near = difflib.get_close_matches(key, FIELD_NAMES, n=3, cutoff=0.6)
    msg = f"no field is called {name.strip()!r}"
    if near:
        msg += f"; did you mean {' or '.join(near)}?"
        raise UsageError(msg, hint="Fields have the names of CSL, BibTeX and litconv's JSON.")
    raise UsageError(msg, hint=f"Fields: {', '.join(FIELD_NAMES)}.")
