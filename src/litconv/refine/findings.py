"""What `litconv check` says about one record: what it lacks and from where that could come.

Besides: identifiers whose form or check digit is wrong, and a DOI that tells otherwise than the
record (`refine.doi`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from litconv.model import Record
from litconv.refine.complete import missing_fields, words_for
from litconv.refine.doi import conflict_of, year_hint
from litconv.text.doi import clean_doi
from litconv.text.serials import valid_isbn, valid_issn


class Lack(msgspec.Struct, frozen=True):
    """A field that a reference of the record's type needs; `source` is where it could come from."""

    field: str
    words: str
    source: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said about one record; `place` is `file:line`."""

    id: str
    title: str
    place: str = ""
    missing: tuple[Lack, ...] = ()
    problems: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.missing or self.problems)


def findings(record: Record) -> Finding:
    """Check one record."""
    span = record.span
    return Finding(
        id=record.id,
        title=record.title,
        place=f"{span.file}:{span.line}" if span else "",
        missing=tuple(
            Lack(field, words_for(field), _source(record, field))
            for field in missing_fields(record)
        ),
        problems=tuple(_problems(record)),
    )


def _source(record: Record, field: str) -> str:
    """Say where a field that is missing could come from."""
    sources = []
    if field == "issued" and (hint := year_hint(record)):
        sources.append(hint)
    if record.identifiers.doi:
        sources.append("its DOI: litconv enrich")
    elif record.title and record.authors:
        sources.append("its title and first author: litconv enrich --search")
    if record.title or record.identifiers.doi:
        sources.append("another page or file that names the work: convert --complete, --library")
    return "; ".join(sources) or "only the work itself"


def _problems(record: Record) -> Iterator[str]:
    known = record.identifiers
    if known.doi and clean_doi(known.doi) != known.doi:
        yield f"DOI {known.doi} does not have the form of one"
    for kind, numbers, valid in (
        ("ISBN", known.isbn, valid_isbn),
        ("ISSN", known.issn, valid_issn),
    ):
        yield from (f"{kind} {one}: wrong check digit" for one in numbers if not valid(one))
    if conflict := conflict_of(record):
        yield conflict
