"""What fields are written as: listed here by hand, as in `test_field_names.py`."""

from __future__ import annotations

from typing import Any

import pytest

from litconv.model import Contributor, Identifiers, ItemType, Pages, RawField, Record, Role
from made_records import dated, person, write

BOOK, ARTICLE, CHAPTER = ItemType.BOOK, ItemType.ARTICLE_JOURNAL, ItemType.CHAPTER


def one(role: Role, family: str) -> tuple[Contributor, ...]:
    return (person(family, "Ann", role),)


# A field of a record, and the line of each format that says it.
WRITTEN: list[tuple[ItemType, dict[str, Any], dict[str, str]]] = [
    (
        ARTICLE,
        {"title": "Oaks"},
        {"ris": "TI  - Oaks", "bibtex": "title = {Oaks},", "noteexpress": "{Title}: Oaks"},
    ),
    (
        ARTICLE,
        {"title_short": "Oaks"},
        {
            "ris": "ST  - Oaks",
            "bibtex": "shorttitle = {Oaks},",
            "noteexpress": "{Short Title}: Oaks",
        },
    ),
    (
        ARTICLE,
        {"container_title": "Trees"},
        {"ris": "T2  - Trees", "bibtex": "journal = {Trees},", "noteexpress": "{Journal}: Trees"},
    ),
    (
        CHAPTER,
        {"container_title": "Trees"},
        {
            "ris": "T2  - Trees",
            "bibtex": "booktitle = {Trees},",
            "noteexpress": "{Secondary Title}: Trees",
        },
    ),
    (
        ARTICLE,
        {"container_title": "Tree Letters", "container_title_short": "Tree Lett."},
        {
            "ris": "J2  - Tree Lett.",
            "bibtex": "shortjournal = {Tree Lett.},",
            "noteexpress": "{Journal Abbreviation}: Tree Lett.",
        },
    ),
    (
        BOOK,
        {"collection_title": "Trees"},
        {
            "ris": "T2  - Trees",
            "bibtex": "series = {Trees},",
            "noteexpress": "{Secondary Title}: Trees",
        },
    ),
    (
        ARTICLE,
        {"contributors": one(Role.AUTHOR, "Alder")},
        {
            "ris": "AU  - Alder, Ann",
            "bibtex": "author = {Alder, Ann},",
            "noteexpress": "{Author}: Alder, Ann",
        },
    ),
    (
        CHAPTER,
        {"contributors": one(Role.EDITOR, "Birch")},
        {"ris": "A2  - Birch, Ann", "noteexpress": "{Secondary Author}: Birch, Ann"},
    ),
    (
        BOOK,
        {"contributors": one(Role.TRANSLATOR, "Cedar")},
        {"ris": "A4  - Cedar, Ann", "noteexpress": "{Subsidiary Author}: Cedar, Ann"},
    ),
    (
        ARTICLE,
        {"issued": dated(2004)},
        {"ris": "PY  - 2004", "bibtex": "year = {2004},", "noteexpress": "{Year}: 2004"},
    ),
    (
        ARTICLE,
        {"issued": dated(2004, 9, 30)},
        {"ris": "DA  - 2004/09/30/", "bibtex": "month = sep,", "noteexpress": "{Date}: 2004-09-30"},
    ),
    (
        ItemType.WEBPAGE,
        {"accessed": dated(2010, 1, 2)},
        {
            "ris": "Y2  - 2010/01/02/",
            "bibtex": "urldate = {2010-01-02},",
            "noteexpress": "{Access Date}: 2010-01-02",
        },
    ),
    (
        ARTICLE,
        {"volume": "12"},
        {"ris": "VL  - 12", "bibtex": "volume = {12},", "noteexpress": "{Volume}: 12"},
    ),
    (
        ARTICLE,
        {"issue": "3"},
        {"ris": "IS  - 3", "bibtex": "number = {3},", "noteexpress": "{Issue}: 3"},
    ),
    (
        ItemType.REPORT,
        {"number": "TR-7"},
        {"ris": "SN  - TR-7", "bibtex": "number = {TR-7},", "noteexpress": "{Number}: TR-7"},
    ),
    (
        ARTICLE,
        {"pages": Pages(first="919", last="922")},
        {"ris": "EP  - 922", "bibtex": "pages = {919--922},", "noteexpress": "{Pages}: 919-922"},
    ),
    (
        ARTICLE,
        {"pages": Pages(first="1", last="9", article_number="e17")},
        {"ris": "C7  - e17", "bibtex": "eid = {e17},"},
    ),
    (
        ARTICLE,
        {"identifiers": Identifiers(issn=("1234-5679",))},
        {
            "ris": "SN  - 1234-5679",
            "bibtex": "issn = {1234-5679},",
            "noteexpress": "{ISBN/ISSN}: 1234-5679",
        },
    ),
    (
        ARTICLE,
        {"identifiers": Identifiers(doi="10.5555/oak.1")},
        {
            "ris": "DO  - 10.5555/oak.1",
            "bibtex": "doi = {10.5555/oak.1},",
            "noteexpress": "{DOI}: 10.5555/oak.1",
        },
    ),
    (
        ARTICLE,
        {"identifiers": Identifiers(pmid="15000001")},
        {"bibtex": "pmid = {15000001},"},
    ),
    (
        ARTICLE,
        {"url": "https://example.org/oak"},
        {
            "ris": "UR  - https://example.org/oak",
            "bibtex": "url = {https://example.org/oak},",
            "noteexpress": "{URL}: https://example.org/oak",
        },
    ),
    (
        BOOK,
        {"publisher": "Garden Press"},
        {
            "ris": "PB  - Garden Press",
            "bibtex": "publisher = {Garden Press},",
            "noteexpress": "{Publisher}: Garden Press",
        },
    ),
    (
        ItemType.THESIS,
        {"publisher": "Oak University"},
        {
            "ris": "PB  - Oak University",
            "bibtex": "school = {Oak University},",
            "noteexpress": "{Publisher}: Oak University",
        },
    ),
    (
        ItemType.REPORT,
        {"publisher": "Oak Board"},
        {"bibtex": "institution = {Oak Board},"},
    ),
    (
        BOOK,
        {"publisher_place": "Elm Town"},
        {
            "ris": "CY  - Elm Town",
            "bibtex": "address = {Elm Town},",
            "noteexpress": "{Place Published}: Elm Town",
        },
    ),
    (
        BOOK,
        {"edition": "2nd"},
        {"ris": "ET  - 2nd", "bibtex": "edition = {2nd},", "noteexpress": "{Edition}: 2nd"},
    ),
    (
        ARTICLE,
        {"abstract": "On oaks."},
        {
            "ris": "AB  - On oaks.",
            "bibtex": "abstract = {On oaks.},",
            "noteexpress": "{Abstract}: On oaks.",
        },
    ),
    (
        ARTICLE,
        {"keywords": ("oaks", "elms")},
        {
            "ris": "KW  - elms",
            "bibtex": "keywords = {oaks, elms},",
            "noteexpress": "{Keywords}: oaks;elms",
        },
    ),
    (
        ARTICLE,
        {"language": "de"},
        {"ris": "LA  - de", "bibtex": "langid = {ngerman},", "noteexpress": "{Language}: de"},
    ),
    (
        ARTICLE,
        {"note": "Read twice"},
        {
            "ris": "N1  - Read twice",
            "bibtex": "note = {Read twice},",
            "noteexpress": "{Notes}: Read twice",
        },
    ),
    (
        ItemType.THESIS,
        {"genre": "MA thesis"},
        {
            "ris": "M3  - MA thesis",
            "bibtex": "type = {MA thesis},",
            "noteexpress": "{Type of Work}: MA thesis",
        },
    ),
    *(
        (BOOK, {"extra": (RawField(tag=variable, value="7"),)}, lines)
        for variable, lines in {
            "annote": {"ris": "RN  - 7", "bibtex": "annote = {7},"},
            "call-number": {"ris": "CN  - 7", "noteexpress": "{Call Number}: 7"},
            "number-of-volumes": {
                "ris": "NV  - 7",
                "bibtex": "volumes = {7},",
                "noteexpress": "{Number of Volumes}: 7",
            },
            "original-title": {"ris": "OP  - 7", "noteexpress": "{Original Title}: 7"},
            "source": {"ris": "DB  - 7", "noteexpress": "{Database Provider}: 7"},
        }.items()
    ),
]


@pytest.mark.parametrize(
    ("format_", "type_", "fields", "line"),
    [
        (format_, type_, fields, line)
        for type_, fields, lines in WRITTEN
        for format_, line in lines.items()
    ],
)
def test_what_a_field_is_written_as(
    format_: str, type_: ItemType, fields: dict[str, Any], line: str
) -> None:
    text, _ = write(format_, Record(id="key", type=type_, **fields))
    assert line in [one.strip() for one in text.splitlines()]
