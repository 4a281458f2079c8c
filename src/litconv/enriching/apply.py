"""What is taken from a service's answer, by the rules that records of one work are merged by.

Empty fields are filled, and a value that says more and agrees takes the place of the record's, as
in `works.merge`; where the two disagree the record's value stays, and that is reported. Fields that
only mean something together come from one side: when volume or pages disagree, the answer describes
another printing, and neither volume, issue nor pages are taken from it. What was only derived from
the DOI gives way to what the service says of it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import msgspec

from litconv.enriching.clock import iso
from litconv.enriching.services import Found
from litconv.model import Pages, Record, TranslatedTitle
from litconv.text.script import has_cjk
from litconv.works.merge import Merged, merge_into

_PLACE: Final = frozenset({"volume", "pages"})


def apply(record: Record, found: Found, service: str) -> Merged:
    """Fill the record from what was found."""
    other = _facts(found.record)
    if record.title and other.title and has_cjk(record.title) != has_cjk(other.title):
        other = _translated(other)
    merged = merge_into(record, [other], unite=False, rule=service)
    doubtful = {one.field for one in merged.conflicts}
    derived = {one.field for one in record.provenance if one.how == "derived"}
    if doubtful & derived:
        record = _without(record, doubtful & derived)
        merged = merge_into(record, [other], unite=False, rule=service)
    if _PLACE & {one.field for one in merged.conflicts}:
        elsewhere = msgspec.structs.replace(other, volume="", issue="", pages=Pages())
        again = merge_into(record, [elsewhere], unite=False, rule=service)
        merged = again._replace(conflicts=merged.conflicts)
    conflicts = tuple(one._replace(source=service) for one in merged.conflicts)
    if not merged.taken:
        return merged._replace(conflicts=conflicts)
    taken = tuple(
        msgspec.structs.replace(step, how="enriched", source=found.source, when=iso(found.time))
        for step in merged.taken
    )
    whole = msgspec.structs.replace(merged.record, provenance=(*record.provenance, *taken))
    return Merged(whole, conflicts, taken)


def _without(record: Record, fields: Collection[str]) -> Record:
    """Give the record without what was derived in these fields."""
    empty: dict[str, Any] = {field: getattr(Record(), field) for field in fields}
    steps = tuple(
        one for one in record.provenance if one.how != "derived" or one.field not in fields
    )
    return msgspec.structs.replace(record, provenance=steps, **empty)


def _facts(record: Record) -> Record:
    """Give the answer without what changes from day to day or is the service's own."""
    return msgspec.structs.replace(
        record, relations=(), extra=(), times_cited=None, origin=None, note="", status=""
    )


def _translated(other: Record) -> Record:
    """Give the answer with its title as the translation that it is."""
    title = TranslatedTitle(title=other.title, language=other.language)
    return msgspec.structs.replace(other, title="", translated_titles=(title,))
