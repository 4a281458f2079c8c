"""Refining looks first whether there is anything to do: where it says no, there is nothing."""

from __future__ import annotations

import unicodedata
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    OtherIdentifier,
    Pages,
    Record,
    Role,
)
from litconv.options import Include, TitleCase
from litconv.refine import complete, keys, recase, selection
from litconv.text.ascii import to_ascii
from litconv.text.case.names import are_mixed, is_mixed, recase_name
from strategies import tuples

# ---------------------------------------------------------------------- capitals
_STARTS = (
    *("LEAVES", "Leaves", "leaves", "1st", "2ND", "mRNA", "pH", "DNA", "A", "On", "<i>", "<sub>"),
    *("(The", "'In", "“On", "e-", "ÉTÉ", "été", "Ünter", "von", "王", "X", ""),
)
_ENDS = ("OF THE TREES", "of the trees", "OAK", "LETT.", "BV", "王", "", "STREET, NY", "J ECOL")
_TEXTS = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(_STARTS),
    st.sampled_from((" ", "", "-", "</i> ", ": ")),
    st.sampled_from(_ENDS),
)


@given(_TEXTS | st.text("aB1 <>é", max_size=8))
@example("1st CONFERENCE ON TREES")
@example("<i>QUERCUS ALBA</i> IN DRY FORESTS")
def test_texts_that_look_mixed_stay_as_they_are(text: str) -> None:
    fields: dict[str, Any] = dict.fromkeys(recase._CAPITALS, text)  # noqa: SLF001 - the fields it is about
    if not recase._may_have_capitals(Record(**fields)):  # noqa: SLF001 - the short cut itself
        repaired = {repair(text) for repair, _ in recase._CAPITALS.values()}  # noqa: SLF001 - long way
        assert repaired == {text}


@given(st.lists(_TEXTS, min_size=7, max_size=7), st.sampled_from(TitleCase))
def test_records_that_look_mixed_are_refined_as_others_are(
    texts: list[str], title_case: TitleCase
) -> None:
    fields: dict[str, Any] = dict(zip(recase._CAPITALS, texts, strict=True))  # noqa: SLF001 - its keys
    record = Record(**fields)
    said, wanted = Diagnostics(), Diagnostics()
    quick = recase.recase(record, said, title_case=title_case)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recase, "_may_have_capitals", lambda _: True)
        assert recase.recase(record, wanted, title_case=title_case) == quick
    assert said.items == wanted.items


def test_title_case_is_looked_for_in_texts_that_look_mixed() -> None:
    record = Record(title="Leaves of the Green Forest", language="en")
    found = recase.recase(record, Diagnostics(), title_case=TitleCase.SENTENCE)
    assert found.title == "Leaves of the green forest"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("1st CONFERENCE ON LEAVES", "1st conference on leaves"),
        ("<i>LEAVES</i> OF THE FOREST", "<i>Leaves</i> of the forest"),
        ("LEAVES OF THE FOREST", "Leaves of the forest"),
    ],
)
def test_titles_in_capitals_behind_what_does_not_count(title: str, wanted: str) -> None:
    assert recase.recase(Record(title=title), Diagnostics()).title == wanted


_PARTS = st.sampled_from(
    (
        *("", "Alder", "ALDER", "alder", "A", "A.", "A. B.", "Ann", "ANN", "JA", "van", "VAN"),
        *("Jr.", "JR", "Éva", "ÉVA", "王", "明", "McFir", "de la", "O'ELM", "Ann-BEA"),
    )
)
_PEOPLE = tuples(
    st.builds(
        Contributor,
        role=st.just(Role.AUTHOR),
        name=st.builds(Name, literal=st.sampled_from(("", "LEAF GROUP")), given=_PARTS)
        | st.builds(Name, family=_PARTS, given=_PARTS, particle=_PARTS, suffix=_PARTS)
        | st.builds(Name, family=_PARTS, given=_PARTS),
    )
)


@given(_PEOPLE)
def test_people_are_mixed_where_each_is(people: tuple[Contributor, ...]) -> None:
    names = [one.name for one in people]
    assert are_mixed(people) == all(name.literal or is_mixed(name) for name in names)
    if are_mixed(people):
        assert [recase_name(name) for name in names] == names


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        (Name(family="Alder", given="Ann B."), True),
        (Name(family="ALDER", given="Ann"), False),
        (Name(family="Alder", given="ANN"), False),
        (Name(family="Alder", given="Ann", particle="van"), True),
        (Name(family="Alder", given="Ann", particle="VAN"), False),
        (Name(family="Alder", given="ANN", particle="van"), False),
        (Name(family="Alder", given="Ann", suffix="JR"), False),
        (Name(literal="LEAF GROUP"), True),
    ],
)
def test_mixed_people(name: Name, mixed: bool) -> None:  # noqa: FBT001 (from the table)
    usual = Contributor(role=Role.AUTHOR, name=Name(family="Birch", given="Bea"))
    one = Contributor(role=Role.AUTHOR, name=name)
    assert are_mixed((usual, one)) is are_mixed((one, usual)) is mixed


# ---------------------------------------------------------------------- what is missing
_STATED: dict[str, Any] = {"title": "Leaves", "publisher": "Bark", "container_title": "Trees"}
_SOME = st.fixed_dictionaries(
    {
        "type": st.sampled_from(tuple(complete.REQUIRED)),
        "contributors": tuples(
            st.builds(Contributor, role=st.sampled_from(Role), name=st.just(Name(family="Fir")))
        ),
    },
    optional={field: st.sampled_from(("Leaves", "")) for field in (*_STATED, "url")}
    | {"issued": st.sampled_from((Date(literal="in spring"), None))},
)


@given(_SOME)
def test_what_a_record_lacks_is_told_field_by_field(said: dict[str, Any]) -> None:
    record = Record(**said)
    fields = complete.REQUIRED.get(record.type, ())
    wanted = [one for one in fields if not complete._has(record, one)]  # noqa: SLF001 - the long way
    assert complete.missing_fields(record) == tuple(wanted)


_AUTHOR = Contributor(role=Role.AUTHOR, name=Name(family="Alder"))
_EDITOR = Contributor(role=Role.EDITOR, name=Name(family="Birch"))
_TRANSLATOR = Contributor(role=Role.TRANSLATOR, name=Name(family="Cedar"))


@pytest.mark.parametrize(
    ("type_", "people", "missing"),
    [
        (ItemType.ARTICLE_JOURNAL, (_AUTHOR,), ()),
        (ItemType.ARTICLE_JOURNAL, (_EDITOR, _AUTHOR), ()),
        (ItemType.ARTICLE_JOURNAL, (_EDITOR,), ("author",)),
        (ItemType.ARTICLE_JOURNAL, (), ("author",)),
        (ItemType.ARTICLE_MAGAZINE, (), ()),
        (ItemType.BOOK, (_EDITOR,), ()),
        (ItemType.BOOK, (_TRANSLATOR,), ("author or editor",)),
        (ItemType.WEBPAGE, (), ("url",)),
        (ItemType.WEBPAGE, (_AUTHOR,), ("url",)),
        (ItemType.DATASET, (), ()),
    ],
)
def test_what_is_missing(
    type_: ItemType, people: tuple[Contributor, ...], missing: tuple[str, ...]
) -> None:
    record = Record(type=type_, contributors=people, issued=Date(literal="in spring"), **_STATED)
    assert complete.missing_fields(record) == missing
    undated = msgspec.structs.replace(record, issued=None)
    assert complete.missing_fields(undated) == (
        (*missing, "issued") if "issued" in complete.REQUIRED.get(type_, ()) else missing
    )


# ---------------------------------------------------------------------- keys
@example(key="0")
@example(key="a\n")
@example(key="00")
@given(st.text("0aZ9_.:/+!?;[]-,{}<|~é²\n ", max_size=8))
def test_plain_keys_are_what_is_left_of_them(key: str) -> None:
    plain = keys._is_plain(key)  # noqa: SLF001 - the short cut itself
    for text in (unicodedata.normalize("NFC", key), to_ascii(key)) if plain else ():
        assert keys._INVALID.sub("", text) == key != "0"  # noqa: SLF001 - the long way


@given(
    st.lists(st.text("0aA.é,", max_size=3), max_size=6),
    st.booleans(),
    st.booleans(),
)
def test_plain_keys_are_given_as_others_are(
    wanted: list[str],
    exact: bool,  # noqa: FBT001 (drawn)
    ascii_only: bool,  # noqa: FBT001 (drawn)
) -> None:
    def give() -> tuple[list[str], Diagnostics]:
        said, maker = Diagnostics(), keys.KeyMaker(ascii_only=ascii_only)
        found = [Record(id=key, title="Leaves") for key in wanted]
        return [maker.assign(one, said, exact=exact).id for one in found], said

    quick, said = give()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_is_plain", lambda _: False)
        slow, also_said = give()
    assert quick == slow
    assert said.items == also_said.items


# ---------------------------------------------------------------------- selection
def _slow_selection(found: list[Record], include: Include) -> list[Record]:
    """Give what is asked for of every record, as the long way does."""
    flat = [one for record in found for one in selection._flat(record, include)]  # noqa: SLF001 - long way
    wanted = {include} if include is not Include.ALL else set(Include)
    return [one for one in flat if selection._kind(one) in wanted]  # noqa: SLF001 - the long way


_LISTED = Record(title="Listed", listing=Listing(ListKind.RELATED, "1"))
_WORKS = st.sampled_from(
    (
        Record(title="Leaves"),
        _LISTED,
        Record(title="Cited", listing=Listing(ListKind.REFERENCES, "2")),
        Record(title="Forest", relations=(_LISTED,)),
        msgspec.structs.replace(_LISTED, relations=(_LISTED,)),
    )
)


@example([Record(title="Leaves"), _LISTED], Include.MAIN)
@given(st.lists(_WORKS, max_size=5), st.sampled_from(Include))
def test_records_without_a_list_are_chosen_as_others_are(
    found: list[Record], include: Include
) -> None:
    said = Diagnostics()
    chosen = list(selection.select(found, include, "a.net", said))
    assert chosen == _slow_selection(found, include)
    kinds = {selection._kind(one) for record in found for one in (record, *record.relations)}  # noqa: SLF001 - long way
    assert bool(said.items) == (not chosen and bool(kinds))


def test_a_main_record_alone_is_no_record_of_a_list() -> None:
    said = Diagnostics()
    main = Record(title="Leaves")
    assert list(selection.select([main], Include.MAIN, "a.net", said)) == [main]
    assert list(selection.select([main], Include.ALL, "a.net", said)) == [main]
    assert said.items == []
    assert list(selection.select([main], Include.RELATED, "a.net", said)) == []
    assert [one.code for one in said.items] == ["selection-empty"]


# ---------------------------------------------------------------------- empty values
_DEFAULT = Record()


@pytest.mark.parametrize(
    "pages", [Pages(raw="1"), Pages(first="1"), Pages(last="2"), Pages(count=0), Pages(ranges="1")]
)
def test_pages_that_say_something_are_kept(pages: Pages) -> None:
    assert Record(pages=pages).pages is pages


@pytest.mark.parametrize(
    "known",
    [
        Identifiers(doi="10.5555/a"),
        Identifiers(isbn=("1",)),
        Identifiers(arxiv="1"),
        Identifiers(other=(OtherIdentifier("CNKI", "1"),)),
    ],
)
def test_identifiers_that_say_something_are_kept(known: Identifiers) -> None:
    assert Record(identifiers=known).identifiers is known


def test_empty_values_are_one_and_left_out() -> None:
    record = Record(title="Leaves", pages=Pages(), identifiers=Identifiers())
    assert record.pages is _DEFAULT.pages
    assert record.identifiers is _DEFAULT.identifiers
    assert msgspec.json.encode(record) == b'{"title":"Leaves"}'
    copied = msgspec.structs.replace(
        Record(pages=Pages(first="1"), identifiers=Identifiers(doi="10.5555/a")),
        pages=Pages(),
        identifiers=Identifiers(),
    )
    assert copied.pages is _DEFAULT.pages
    assert copied.identifiers is _DEFAULT.identifiers
    read = msgspec.json.decode(b'{"pages":{},"identifiers":{}}', type=Record)
    assert read.pages is _DEFAULT.pages
    assert read.identifiers is _DEFAULT.identifiers
