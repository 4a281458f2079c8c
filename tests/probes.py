"""One record for each fact that the model can hold: what writers are asked about, one by one."""

from __future__ import annotations

from typing import Any

from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    OtherIdentifier,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
    Subject,
    TranslatedTitle,
)

TYPES = (
    ItemType.DOCUMENT,
    ItemType.ARTICLE_JOURNAL,
    ItemType.BOOK,
    ItemType.CHAPTER,
    ItemType.PAPER_CONFERENCE,
    ItemType.REPORT,
    ItemType.THESIS,
)


def person(role: Role = Role.AUTHOR, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    name = Name(**({"family": "Somebody", "given": "Ann"} | parts))
    return {"contributors": (Contributor(role=role, name=name),)}


def dated(field: str, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    return {field: Date(**parts)}


# One fact each: a name for it, the record's fields, and what must be found in the output.
PROBES: list[tuple[str, dict[str, Any], str]] = [
    *(
        (field, {field: "zqxvalue"}, "zqxvalue")
        for field in (
            "id",
            "title",
            "title_short",
            "container_title",
            "container_title_short",
            "collection_title",
            "publisher",
            "publisher_place",
            "event_title",
            "event_place",
            "volume",
            "issue",
            "number",
            "edition",
            "abstract",
            "genre",
            "status",
            "note",
        )
    ),
    ("url", {"url": "https://example.org/zqx"}, "example.org/zqx"),
    ("language", {"language": "art-x-zqxlang"}, "zqxlang"),
    ("translated title", {"translated_titles": (TranslatedTitle(title="Zqxanders"),)}, "zqxanders"),
    (
        "second translated title",
        {"translated_titles": (TranslatedTitle(title="Eins"), TranslatedTitle(title="Zqxzwei"))},
        "zqxzwei",
    ),
    *((f"{role} (role)", person(role, family="Zqxfamily"), "zqxfamily") for role in Role),
    ("given name", person(given="Zqxgiven"), "zqxgiven"),
    ("given name alone", person(family="", given="Zqxalone"), "zqxalone"),
    ("particle", person(particle="zqxvan"), "zqxvan"),
    ("dropping particle", person(dropping_particle="zqxde"), "zqxde"),
    ("suffix", person(suffix="Zqxjr"), "zqxjr"),
    ("suffix of a lone family name", person(given="", suffix="Zqxjr"), "zqxjr"),
    ("literal name", person(family="", given="", literal="Zqxbody of Work"), "zqxbody"),
    ("linked affiliation", person(affiliations=("Zqxuniv",)), "zqxuniv"),
    ("orcid", person(orcid="0000-0002-1825-0097"), "0000-0002-1825-0097"),
    ("affiliation", {"affiliations": ("Zqxinst, Zqxtown",)}, "zqxinst"),
    *(
        (f"{field} {what}", dated(field, **parts), token)
        for field in ("issued", "accessed", "event_date")
        for what, parts, token in (
            ("year", {"start": PartialDate(1987)}, "1987"),
            ("day", {"start": PartialDate(1987, 6, 29)}, "29"),
            ("end", {"start": PartialDate(1987), "end": PartialDate(1993)}, "1993"),
            ("literal", {"literal": "zqxsoon"}, "zqxsoon"),
            ("literal beside a year", {"start": PartialDate(1987), "literal": "zqxly"}, "zqxly"),
        )
    ),
    ("first page", {"pages": Pages(first="1651")}, "1651"),
    ("last page", {"pages": Pages(first="1651", last="1877")}, "1877"),
    ("page ranges", {"pages": Pages(first="1651", ranges="1651-1658, 1695")}, "1695"),
    ("article number", {"pages": Pages(article_number="e01205x")}, "e01205x"),
    (
        "article number beside pages",
        {"number": "77", "pages": Pages(first="1", last="9", article_number="e01205x")},
        "e01205x",
    ),
    ("page count", {"pages": Pages(count=353)}, "353"),
    ("page count beside a first page", {"pages": Pages(first="1", count=353)}, "353"),
    ("doi", {"identifiers": Identifiers(doi="10.5555/zqx.1")}, "10.5555/zqx.1"),
    ("isbn", {"identifiers": Identifiers(isbn=("9783161484100",))}, "9783161484100"),
    ("issn", {"identifiers": Identifiers(issn=("0378-5955",))}, "0378-5955"),
    (
        "second issn",
        {"identifiers": Identifiers(issn=("0378-5955", "1234-5679"))},
        "1234-5679",
    ),
    ("pmid", {"identifiers": Identifiers(pmid="31415926")}, "31415926"),
    ("pmcid", {"identifiers": Identifiers(pmcid="PMC2718281")}, "pmc2718281"),
    ("arxiv", {"identifiers": Identifiers(arxiv="2101.99998")}, "2101.99998"),
    (
        "other identifier",
        {"identifiers": Identifiers(other=(OtherIdentifier("WOS", "000zqx"),))},
        "000zqx",
    ),
    ("keyword", {"keywords": ("one", "zqxword")}, "zqxword"),
    ("subject code", {"subjects": (Subject(scheme="clc", code="B849"),)}, "b849"),
    ("subject label", {"subjects": (Subject(scheme="x", code="1", label="Zqxsubj"),)}, "zqxsubj"),
    ("times cited", {"times_cited": 353917}, "353917"),
    ("never cited", {"times_cited": 0}, "0"),
    ("relations", {"relations": (Record(title="Zqxlisted"),)}, "zqxlisted"),
    ("extra", {"extra": (RawField(tag="mood", value="zqxblue"),)}, "zqxblue"),
]
