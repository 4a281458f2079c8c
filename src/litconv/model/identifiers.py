"""Identifiers of a work, each in its bare form (no `https://doi.org/`, no `ISSN`)."""

from __future__ import annotations

import msgspec


class OtherIdentifier(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """An identifier of a scheme that has no field of its own: such as `CNKI` or `patent`."""

    scheme: str
    value: str


class Identifiers(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """DOI `10.…` in the source's letter case; ISBN and ISSN with hyphens as the source has them."""

    doi: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    other: tuple[OtherIdentifier, ...] = ()
