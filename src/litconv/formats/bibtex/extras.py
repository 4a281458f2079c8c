"""Facts about a record that are no part of a plain entry, and the fields they get on demand."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from litconv.model import Record

# Extra fact → field in BibTeX and in biblatex.
EXTRA_FIELDS: Final = {
    "clc": ("clc", "usera"),
    "discipline": ("discipline", "userb"),
    "times_cited": ("timescited", "userc"),
    "affiliations": ("affiliation", "userd"),
    "orcid": ("orcid", "usere"),
    "identifiers": ("otherids", "usere"),
    "subjects": ("subjects", "userf"),
    "translated_titles": ("titletranslation", "userf"),
    "listing": ("listing", "userf"),
    "extra": ("extra", "userf"),
}

Fact = tuple[str, str]


def field_of(fact: str) -> str:
    """Give the field of `Record` that a fact of `EXTRA_FIELDS` is in."""
    return "subjects" if fact in {"clc", "discipline"} else fact


_LINKED: Final = attrgetter("name.affiliations")
_ORCID: Final = attrgetter("name.orcid")


def has_extra_facts(record: Record) -> bool:
    """Look quickly whether `extra_facts` may yield anything; most records have none."""
    known = record.identifiers
    if (
        record.subjects
        or record.affiliations
        or record.listing
        or record.times_cited is not None
        or record.translated_titles
        or known.other
        or known.pmid
        or known.pmcid
    ):
        return True
    return any(map(_LINKED, record.contributors)) or any(map(_ORCID, record.contributors))


def extra_facts(record: Record, *, biblatex: bool) -> Iterator[Fact]:
    """Yield (key of `EXTRA_FIELDS`, text) for each extra fact of the record."""
    for subject in record.subjects:
        known = subject.scheme in {"clc", "discipline"}
        text = f"{subject.code} {subject.label}"
        yield (subject.scheme, text) if known else ("subjects", f"{subject.scheme}: {text}")
    if record.times_cited is not None:
        yield "times_cited", str(record.times_cited)
    names = [one.name for one in record.contributors if one.name.affiliations or one.name.orcid]
    linked = [body for name in names for body in name.affiliations]
    for body in dict.fromkeys((*record.affiliations, *linked)):
        yield "affiliations", body
    for name in names:
        if name.orcid:
            yield "orcid", f"{name.sort_text}: {name.orcid}"
    if biblatex:
        yield from _without_field_in_biblatex(record)
    for identifier in record.identifiers.other:
        yield "identifiers", f"{identifier.scheme}: {identifier.value}"
    if record.listing:
        yield "listing", f"{record.listing.kind} {record.listing.number}"


def _without_field_in_biblatex(record: Record) -> Iterator[Fact]:
    """Yield what BibTeX has fields for: it ignores any that its styles do not know."""
    known = record.identifiers
    if known.pmid and known.arxiv:  # there is only one eprint
        yield "identifiers", f"PMID: {known.pmid}"
    if known.pmcid:
        yield "identifiers", f"PMCID: {known.pmcid}"
    for translated in record.translated_titles:
        yield "translated_titles", translated.title
