"""The normalized citation model. No input, no output; no format knows another's words."""

from litconv.model.dates import Date, PartialDate
from litconv.model.identifiers import Identifiers, OtherIdentifier
from litconv.model.names import Contributor, Name, Role
from litconv.model.pages import Pages
from litconv.model.record import (
    IN_PERIODICALS,
    WHOLE_WORKS,
    ItemType,
    Listing,
    ListKind,
    Origin,
    Provenance,
    RawField,
    Record,
    Subject,
    TranslatedTitle,
)
from litconv.model.spans import Span

__all__ = [
    "IN_PERIODICALS",
    "WHOLE_WORKS",
    "Contributor",
    "Date",
    "Identifiers",
    "ItemType",
    "ListKind",
    "Listing",
    "Name",
    "Origin",
    "OtherIdentifier",
    "Pages",
    "PartialDate",
    "Provenance",
    "RawField",
    "Record",
    "Role",
    "Span",
    "Subject",
    "TranslatedTitle",
]
