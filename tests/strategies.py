"""Hypothesis strategies for the model: whole records, with every field and any text in them."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    OtherIdentifier,
    Pages,
    PartialDate,
    Provenance,
    RawField,
    Record,
    Role,
    Span,
    Subject,
    TranslatedTitle,
)

T = TypeVar("T")

# Any character of Unicode; halves of surrogate pairs are none.
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# What a value can look like after reading: no control characters, something to see.
plain_text = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12
).filter(lambda text: text.strip() != "")


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Years, months and days that exist in every month."""
    years, months, days = st.integers(-500, 2100), st.integers(1, 12), st.integers(1, 28)
    return st.one_of(
        st.builds(PartialDate, years),
        st.builds(PartialDate, years, months),
        st.builds(PartialDate, years, months, days),
    )


def dates(text: st.SearchStrategy[str]) -> st.SearchStrategy[Date]:
    """Days, ranges, seasons, approximate dates, words."""
    return st.builds(
        Date,
        start=st.none() | partial_dates(),
        end=st.none() | partial_dates(),
        season=st.none() | st.integers(1, 4),
        circa=st.booleans(),
        literal=text,
    )


def names(text: st.SearchStrategy[str]) -> st.SearchStrategy[Name]:
    """Literal names, and names in parts with a family or a given name."""
    common = {
        "original": text,
        "affiliations": tuples(text),
        "orcid": text,
    }
    in_parts = st.builds(
        Name,
        family=text,
        given=text,
        particle=text,
        dropping_particle=text,
        suffix=text,
        **common,
    ).filter(lambda name: bool(name.family or name.given))
    literal = st.builds(Name, literal=text, **common).filter(lambda name: bool(name.literal))
    return literal | in_parts


def tuples(one: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None to three of a kind."""
    return st.lists(one, max_size=3).map(tuple)


def records(
    text: st.SearchStrategy[str] = any_text, *, depth: int = 1
) -> st.SearchStrategy[Record]:
    """Whole records; works listed in them go `depth` levels down.

    `text` is what every text field is drawn from; empty texts come beside it.
    """
    text = st.just("") | text
    spans = st.builds(Span, text, st.integers(1, 999), st.integers(1, 999))
    numbers = st.none() | st.integers(0, 9999)
    some_date = st.none() | dates(text)
    listed = records(text, depth=depth - 1) if depth else st.nothing()
    return st.builds(
        Record,
        id=text,
        type=st.sampled_from(ItemType),
        title=text,
        title_short=text,
        translated_titles=tuples(st.builds(TranslatedTitle, title=text, language=text)),
        contributors=tuples(
            st.builds(Contributor, role=st.sampled_from(Role), name=names(text)),
        ),
        affiliations=tuples(text),
        container_title=text,
        container_title_short=text,
        collection_title=text,
        publisher=text,
        publisher_place=text,
        issued=some_date,
        accessed=some_date,
        event_title=text,
        event_date=some_date,
        event_place=text,
        volume=text,
        issue=text,
        number=text,
        edition=text,
        pages=st.builds(
            Pages,
            raw=text,
            first=text,
            last=text,
            ranges=text,
            count=numbers,
            article_number=text,
        ),
        identifiers=st.builds(
            Identifiers,
            doi=text,
            isbn=tuples(text),
            issn=tuples(text),
            pmid=text,
            pmcid=text,
            arxiv=text,
            other=tuples(st.builds(OtherIdentifier, text, text)),
        ),
        url=text,
        language=text,
        abstract=text,
        keywords=tuples(text),
        genre=text,
        status=text,
        note=text,
        subjects=tuples(st.builds(Subject, scheme=text, code=text, label=text)),
        times_cited=numbers,
        listing=st.none() | st.builds(Listing, st.sampled_from(ListKind), text),
        relations=tuples(listed) if depth else st.just(()),
        extra=tuples(st.builds(RawField, tag=text, value=text, span=st.none() | spans)),
        provenance=tuples(
            st.builds(
                Provenance,
                field=text,
                how=st.sampled_from(["changed", "derived", "merged", "enriched"]),
                rule=text,
                before=text,
            ),
        ),
        origin=st.none() | st.builds(Origin, format=text, span=st.none() | spans, raw=text),
    )
