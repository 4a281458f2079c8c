"""BibTeX and biblatex: what is written is read again, and is then written the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from litconv.model import Contributor, Date, Identifiers, ItemType, Name, Pages, Record, Role
from made_records import body, dated, person, read, written
from strategies import partial_dates

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole record takes minutes to shrink
FORMATS = ("bibtex", "biblatex")

words = st.text("abc XYZ éß李 &%$#_", min_size=1, max_size=12).filter(
    lambda text: text == " ".join(text.split()) and text != ""
)
plain_names = st.builds(
    Name,
    family=st.text("ABCÉ", min_size=1, max_size=1).flatmap(
        lambda first: st.text("abcßé", min_size=2, max_size=5).map(lambda rest: first + rest)
    ),
    given=st.sampled_from(["Ann", "Émile", "J. K.", "Jean-Paul", "Ann B."]),
    particle=st.sampled_from(["", "van", "de la"]),
    suffix=st.sampled_from(["", "Jr."]),
) | st.builds(Name, literal=st.sampled_from(["World Health Organization", "A and B", "Moss, Inc."]))
common = st.builds(
    Record,
    id=st.just("k"),
    type=st.sampled_from(ItemType),
    title=words,
    title_short=words,
    contributors=st.lists(
        st.builds(Contributor, role=st.just(Role.AUTHOR), name=plain_names), max_size=3
    ).map(tuple),
    issued=st.builds(Date, start=partial_dates().filter(lambda day: day.year != 0)),
    abstract=words,
    keywords=st.lists(st.sampled_from(["moss", "a, b", "苔藓", "x & y"]), unique=True).map(tuple),
    identifiers=st.builds(Identifiers, doi=st.just("10.5555/a_b(1)")),
    url=st.just("https://example.org/~a_b?c=d&e#f%20g"),
    note=words,
)


@pytest.mark.parametrize("name", FORMATS)
@given(record=common)
@settings(
    suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25, phases=PHASES
)
def test_what_every_entry_has_is_read_back(name: str, record: Record) -> None:
    if record.type is ItemType.PERIODICAL:
        return  # has no author in biblatex
    (back,), diagnostics = read(name, written(name, record))
    assert diagnostics.items == []
    for field in (
        *("id", "type", "title", "title_short", "contributors", "issued", "abstract"),
        *("keywords", "identifiers", "url", "note"),
    ):
        assert getattr(back, field) == getattr(record, field), field


def test_an_article_is_read_back_whole() -> None:
    record = Record(
        id="alder2004",
        type=ItemType.ARTICLE_JOURNAL,
        title="On <i>Moss</i> & H<sub>2</sub>O",
        container_title="Journal of Moss",
        container_title_short="J. Moss",
        contributors=(
            person("李", "苔"),
            body("Society of Ferns"),
            person("Birch", "B.", Role.EDITOR, particle="von"),
        ),
        issued=dated(2004, 6),
        volume="8",
        issue="2",
        pages=Pages(first="1", last="9"),
        language="de",
        identifiers=Identifiers(issn=("0378-5955",), arxiv="2101.00001"),
        status="in press",
    )
    for name in FORMATS:
        (back,), diagnostics = read(name, written(name, record))
        assert diagnostics.items == []
        for field in Record.__struct_fields__:
            if field not in {"origin", "pages"}:
                assert getattr(back, field) == getattr(record, field), (name, field)
        assert (back.pages.first, back.pages.last) == ("1", "9")
