"""No silent loss: what a record holds is in the output, or a diagnostic names its field.

The test takes every format that can be written; nothing has to be added for a new one. Formats
that print references by a style choose what a reference shows and are left out.
"""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
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
from litconv.options import WriteOptions
from litconv.writing.losses import BOOKKEEPING

WRITERS = [one.name for one in registry.writable() if not (one.takes_style or one.preset)]
TYPES = (
    ItemType.DOCUMENT,
    ItemType.ARTICLE_JOURNAL,
    ItemType.BOOK,
    ItemType.CHAPTER,
    ItemType.PAPER_CONFERENCE,
    ItemType.REPORT,
    ItemType.THESIS,
)


def person(role: Role = Role.AUTHOR, **parts: Any) -> dict[str, Any]:  # noqa: ANN401
    name = Name(**({"family": "Somebody", "given": "Ann"} | parts))
    return {"contributors": (Contributor(role=role, name=name),)}


def dated(field: str, **parts: Any) -> dict[str, Any]:  # noqa: ANN401
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


def write(name: str, record: Record, *, extras: bool) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    writer = registry.find(name, to=True)[0].writer
    assert writer is not None
    writer.write([record], out, diagnostics, WriteOptions(extras=extras))
    return out.getvalue(), diagnostics


def says_not_written(diagnostics: Diagnostics, field: str) -> bool:
    return any(
        one.code in {"field-not-written", "extra-not-written"} and field in one.field.split(",")
        for one in diagnostics.items
    )


def test_every_field_of_the_model_is_probed() -> None:
    probed = {field for _, fields, _ in PROBES for field in fields}
    assert set(Record.__struct_fields__) == probed | BOOKKEEPING | {"type"}


def test_every_part_of_an_identifier_page_and_name_is_probed() -> None:
    parts: dict[type, set[str]] = {Identifiers: set(), Pages: {"raw"}, Name: {"original"}}
    for _, fields, _ in PROBES:
        values = [*fields.values(), *(one.name for one in fields.get("contributors", ()))]
        for value in values:
            if type(value) in parts:
                parts[type(value)] |= set(msgspec.to_builtins(value))  # defaults left out
    for model, seen in parts.items():
        assert seen == set(model.__struct_fields__)  # type: ignore[attr-defined]


@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
@pytest.mark.parametrize("probe", PROBES, ids=[name for name, _, _ in PROBES])
@pytest.mark.parametrize("name", WRITERS)
def test_a_fact_is_written_or_its_loss_is_reported(
    name: str, probe: tuple[str, dict[str, Any], str], *, extras: bool
) -> None:
    what, fields, token = probe
    parts = {"linked affiliation": "affiliations", "orcid": "orcid"}
    part = "page_count" if what.startswith("page count") else parts.get(what, "")
    names = {*fields, part}
    silent = []
    for type_ in TYPES:
        bare, _ = write(name, Record(type=type_), extras=extras)
        text, diagnostics = write(name, Record(type=type_, **fields), extras=extras)
        there = text.lower().count(token) > bare.lower().count(token)
        if not there and not any(says_not_written(diagnostics, field) for field in names):
            silent.append(type_.value)
    assert silent == []


@pytest.mark.parametrize("name", WRITERS)
def test_types_differ_in_the_output_or_the_loss_is_reported(name: str) -> None:
    seen: dict[str, ItemType] = {}
    for type_ in ItemType:
        text, diagnostics = write(name, Record(type=type_, title="Same"), extras=False)
        if not says_not_written(diagnostics, "type"):
            assert text not in seen, f"{type_.value} is written as {seen[text].value}"
            seen[text] = type_


@pytest.mark.parametrize("name", WRITERS)
def test_a_record_of_plain_facts_is_written_without_a_word(name: str) -> None:
    record = Record(
        id="berg2001",
        type=ItemType.ARTICLE_JOURNAL,
        title="On Nothing",
        contributors=(Contributor(name=Name(family="Berg", given="Ann")),),
        container_title="Journal of Nothing",
        issued=Date(start=PartialDate(2001)),
        volume="6",
        issue="2",
        pages=Pages(raw="165 / 187", first="165", last="187", count=23),
        identifiers=Identifiers(doi="10.5555/zqx.1"),
        keywords=("nothing",),
        abstract="Nothing happened.",
    )
    assert write(name, record, extras=False)[1].items == []
