"""A work that another record lists, from the `Citation` that one line says of it."""

from __future__ import annotations

from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    Listing,
    Origin,
    PartialDate,
    RawField,
    Record,
)
from litconv.text.citation import Citation


def listed_record(
    citation: Citation, listing: Listing, origin: Origin, extra: tuple[RawField, ...]
) -> Record:
    """Give the listed work; `extra` is what was not read of its line."""
    return Record(
        type=citation.type,
        title=citation.title,
        contributors=tuple(Contributor(name=name) for name in citation.authors),
        container_title=citation.container,
        issued=Date(start=PartialDate(citation.year)) if citation.year else None,
        volume=citation.volume,
        issue=citation.issue,
        pages=citation.pages,
        identifiers=Identifiers(doi=citation.doi),
        status=citation.status,
        listing=listing,
        extra=extra,
        origin=origin,
    )
