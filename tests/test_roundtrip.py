"""Every format that is both read and written: what was written reads back to the same text.

Formats are found by the registry; there is no list to edit. The records are such as references
are made of: names with two parts, pages that are numbers, dates that exist. Anything stranger is
put into its usual form by a reader, which is another matter (each format's own tests). Reading may
not keep everything, which `test_contract` is about; but what it keeps is written as it was, and
a file cut off anywhere stops no reader.
"""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, Identifiers, ItemType, Name, Pages, Record, Role
from litconv.options import WriteOptions
from litconv.registry import Format
from litconv.source import Source
from made_records import dated
from strategies import records

WRITABLE = {one.name for one in registry.writable()}
FORMATS = [one for one in registry.readable() if one.name in WRITABLE]
# Faults that are known; a format leaves the table when they are mended.
UNSTABLE = {
    "biblatex": "howpublished of a blog post comes back as organization",
}
# Items are maps: their keys have no order.
UNORDERED = {"csljson", "cslyaml"}
BY_NAME = pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.name)

# Words and numbers; no sign in them means anything in any format.
WORDS = st.sampled_from(
    "nothing Studies of Éléments DNA größe λ Жизнь 学报 results a3 Alder-Birch it's 1984 x".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: "Some " + " ".join(words))
NUMBERS = st.integers(1, 9999).map(str)
NAMES = st.sampled_from(
    [
        Name(family="Alder", given="Ann"),
        Name(family="Birch", given="J. K."),
        Name(family="Cédar", given="Jean-Luc"),
        Name(family="Hazel-Oak", given="Élodie"),
        Name(family="王", given="小明"),
        Name(literal="World Elm Organization"),
    ]
)
DATES = st.builds(
    dated,
    st.integers(1000, 2100),
    st.integers(1, 12),
    st.integers(1, 28),
) | st.integers(1000, 2100).map(dated)
IDENTIFIERS = st.builds(
    Identifiers,
    doi=st.just("") | NUMBERS.map("10.5555/{}".format),
    isbn=st.just(()) | st.just(("978-3-16-148410-0",)),
    issn=st.just(()) | st.just(("0378-5955",)) | st.just(("0378-5955", "1234-5679")),
    pmid=st.just("") | NUMBERS,
)
PAGES = st.just(Pages()) | st.builds(
    lambda first, more: Pages(
        raw=f"{first}-{first + more}", first=str(first), last=str(first + more)
    ),
    st.integers(1000, 5000),
    st.integers(1, 99),
)


def maybe(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | texts


PLAIN_RECORDS = st.builds(
    Record,
    id=st.just("alder1999nothing"),
    type=st.sampled_from(ItemType),
    title=TEXTS,
    contributors=st.lists(
        st.builds(
            Contributor,
            role=st.sampled_from([Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR]),
            name=NAMES,
        ),
        max_size=3,
        unique=True,
    ).map(lambda people: tuple(sorted(people, key=lambda one: one.role))),
    container_title=maybe(TEXTS),
    collection_title=maybe(TEXTS),
    publisher=maybe(TEXTS),
    publisher_place=maybe(TEXTS),
    issued=st.none() | DATES,
    accessed=st.none() | DATES,
    volume=maybe(NUMBERS),
    issue=maybe(NUMBERS),
    edition=maybe(NUMBERS),
    pages=PAGES,
    identifiers=IDENTIFIERS,
    url=st.just("") | NUMBERS.map("https://example.org/{}".format),
    language=st.sampled_from(["", "en", "de", "zh"]),
    abstract=maybe(TEXTS),
    keywords=st.lists(TEXTS, max_size=3, unique=True).map(tuple),
)


def write(
    format_: Format, some_records: list[Record], diagnostics: Diagnostics | None = None
) -> str:
    out = io.StringIO()
    assert format_.writer is not None
    format_.writer.write(some_records, out, diagnostics or Diagnostics(), WriteOptions())
    return out.getvalue()


def read(format_: Format, text: str) -> list[Record]:
    assert format_.reader is not None
    return list(format_.reader.read(Source("written", text), Diagnostics()))


def comparable(format_: Format, text: str) -> list[str]:
    """Give the lines of a text; those of a map in an order of our own."""
    lines = text.split("\n")
    return sorted(line.rstrip(",") for line in lines) if format_.name in UNORDERED else lines


@BY_NAME
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(record=PLAIN_RECORDS)
def test_what_was_read_is_written_as_it_was(format_: Format, record: Record) -> None:
    if reason := UNSTABLE.get(format_.name):
        pytest.skip(reason)
    diagnostics = Diagnostics()
    text = write(format_, [record], diagnostics)
    # A type that the format does not have is said to be lost; the nearest one may have more names.
    assume(not any("type" in one.field.split(",") for one in diagnostics.items))
    back = read(format_, text)
    assert len(back) == 1
    assert comparable(format_, write(format_, back)) == comparable(format_, text)


@BY_NAME
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(record=records(TEXTS, depth=0), data=st.data())
def test_a_file_cut_off_anywhere_is_read(
    format_: Format, record: Record, data: st.DataObject
) -> None:
    text = write(format_, [record, record])
    for _ in range(10):
        read(format_, text[: data.draw(st.integers(0, len(text)))])
