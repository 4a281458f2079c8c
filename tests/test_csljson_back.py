"""CSL-JSON there and back: what is read and written again says what it said before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from litconv.csl.items.from_item import from_item
from litconv.csl.items.kept import pack, unpack
from litconv.csl.items.to_item import to_item
from litconv.model import ItemType, RawField, Record, Role
from made_records import dated


def again(item: dict[str, Any]) -> dict[str, Any]:
    """Give what is written of a record read from the item, without id and type."""
    made = to_item(from_item({"id": "x", "type": "document", **item}), extras=False)
    return {key: value for key, value in made.items() if key not in {"id", "type"}}


@pytest.mark.parametrize(
    "item",
    [
        {"title": " two\nlines ", "note": "x\nDOI: 10.5555/x\n{:original-date: 1999}"},
        {"page": "165–187"},
        {"page": "e0123456"},
        {"page-first": "165"},
        {"page-first": " 165 "},
        {"page": "165-187", "page-first": "165"},
        {"number-of-pages": "300"},
        {"number-of-pages": "0300"},
        {"number-of-pages": "xii, 300"},
        {"keyword": "a; b"},
        {"keyword": "a, b"},
        {"ISBN": "978-3-16-148410-0 0-19-852663-6"},
        {"ISBN": "978-3-16-148410-0, 0-19-852663-6"},
        {"ISSN": "0378-5955 (print)"},
        {"event": "Moss Day"},
        {"event": "Moss Day", "event-title": "Moss Day"},
        {"event": "Moss Day", "event-title": "Fern Day"},
        {"title-short": "A", "shortTitle": "B"},
        {"archive": "[1]", "section": "true", "scale": '"q"', "version": "1.10"},
        {"issued": {"literal": "1999"}},
        {"issued": {"raw": "1999 or later"}},
        {"issued": {"date-parts": [[0]]}},
        {"issued": {"date-parts": [[""]]}},
        {"issued": {"date-parts": [[1999], [0]]}},
        {"issued": {"date-parts": [[1999]], "season": "Michaelmas"}},
        {"issued": {"date-parts": [[1999]], "literal": "MCMXCIX"}},
        {"submitted": "1999-06", "original-date": {"date-parts": [["1999"]]}},
        {"author": [{"family": "Reed", "given": "Io", "parse-names": True}]},
        {"author": [{"family": "Reed", "given": "Io", "static-ordering": True}]},
        {
            "author": [{"family": "Reed", "suffix": "Jr.", "comma-suffix": True}],
            "guest": [{"literal": "X"}],
        },
        {"author": [{"family": "Reed", "given": "Io", "literal": "Io Reed"}]},
        {"author": [{"family": "d'Orme", "given": "Jean de"}]},
        {"editor-translator": [{"family": "Reed", "given": "Io"}]},
        {"custom": {"shelf": 3}, "categories": ["moss"]},
    ],
)
def test_an_item_comes_back(item: dict[str, Any]) -> None:
    assert again(item) == item


@pytest.mark.parametrize(
    ("item", "back"),
    [
        ({"volume": 7, "chapter-number": 4.5}, {"volume": "7", "chapter-number": "4.5"}),
        ({"journalAbbreviation": "J. Moss"}, {"container-title-short": "J. Moss"}),
        ({"issued": "1999-06"}, {"issued": {"date-parts": [[1999, 6]]}}),
        ({"issued": {"date-parts": [["1999"]]}}, {"issued": {"date-parts": [[1999]]}}),
        ({"DOI": "https://doi.org/10.5555/x"}, {"DOI": "10.5555/x"}),
        ({"ISSN": ["0378-5955", "1234-5679"]}, {"ISSN": "0378-5955 1234-5679"}),
        ({"author": [{"given": "Plato"}]}, {"author": [{"family": "Plato"}]}),
        (
            {"author": [{"family": "Reed", "given": "Io", "_x": 1, "comma-suffix": True}]},
            {"author": [{"family": "Reed", "given": "Io", "comma-suffix": True}]},
        ),
        ({"issued": {"literal": "1999", "x": 1}}, {"issued": {"literal": "1999"}}),
        ({"mood": "blue", "archive": {"a": 1}, "title": None, "author": [], "note": ""}, {}),
    ],
)
def test_what_is_put_into_its_usual_form(item: dict[str, Any], back: dict[str, Any]) -> None:
    assert again(item) == back


def test_a_changed_field_is_not_overruled_by_what_was_kept() -> None:
    item = {
        "author": [{"family": "Reed", "given": "Io", "parse-names": True}],
        "issued": {"literal": "1999"},
        "keyword": "a, b",
        "page": "165–187",
    }
    record = from_item({"id": "x", "type": "document", **item})
    changed = replace(
        record,
        contributors=(),
        issued=dated(2001),
        keywords=("c",),
        pages=replace(record.pages, last="188"),
    )
    assert to_item(changed, extras=False) == {
        "id": "x",
        "type": "document",
        "issued": {"date-parts": [[2001]]},
        "keyword": "c",
        "page": "165-188",
    }


def test_only_records_from_csl_json_are_given_back_this_way() -> None:
    kept = (RawField(tag="archive", value="Moss"),)
    assert "archive" not in to_item(Record(id="x", extra=kept), extras=False)


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)
plain_names = st.lists(
    st.fixed_dictionaries(
        {"family": st.text("abcXYZé", min_size=2), "given": st.text("AB.", min_size=1)}
    )
    | st.fixed_dictionaries({"literal": st.text("abcXYZé", min_size=1)}),
    min_size=1,
    max_size=3,
)
plain_dates = st.tuples(st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)).map(
    lambda day: {"date-parts": [list(day)]}
)
NO_TEXTS = {"number", "DOI", "page-first", "event", "shortTitle", "journalAbbreviation"}
TEXT_VARIABLES = (
    "title title-short container-title container-title-short collection-title publisher volume "
    "publisher-place event-title event-place issue edition URL language abstract genre status note "
    "annote archive archive_location authority call-number chapter-number collection-number medium "
    "dimensions number-of-volumes original-title page part scale section source version PMID PMCID "
    "number-of-pages keyword ISBN ISSN volume-title year-suffix references jurisdiction"
).split()


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(TEXT_VARIABLES), texts, max_size=8),
    st.dictionaries(st.sampled_from([role.value for role in Role]), plain_names, max_size=3),
    st.dictionaries(
        st.sampled_from(["issued", "accessed", "event-date", "submitted", "original-date"]),
        plain_dates,
    ),
    st.sampled_from(ItemType),
)
def test_any_item_comes_back(
    text: dict[str, Any], names: dict[str, Any], dates: dict[str, Any], type_: ItemType
) -> None:
    item = {"id": "x", "type": type_.value, **text, **names, **dates}
    assert to_item(from_item(item), extras=False) == item


# The reader takes control characters and half characters out before.
json_texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=5)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | json_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(json_texts, inner),
    max_leaves=6,
)
KEYS = [*TEXT_VARIABLES, "author", "issued", "id", "type", "custom", "DOI", "number", "event", "zz"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), json_values))
def test_any_json_in_any_key_is_survived_and_stable(item: dict[str, Any]) -> None:
    first = to_item(from_item(item), extras=False)
    json.dumps(first)
    assert to_item(from_item(first), extras=False) == first


@given(json_values.filter(lambda value: not isinstance(value, (int, float)) and value is not None))
def test_kept_values_come_back(value: object) -> None:
    assert unpack(pack(value)) == value
