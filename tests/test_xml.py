"""XML of records: cut into records, parsed safely, damage kept to where it is."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from litconv.diagnostics import Diagnostics
from litconv.reading.xml import XmlDraft, cell, read_elements, text_of

ROOM = "<record><a>one</a></record>"


def read(text: str) -> tuple[list[str], list[str], Diagnostics]:
    """Give the texts of the records, the messages, and the rest."""
    diagnostics = Diagnostics()
    found = read_elements(iter([text]), "f.xml", ("record",), diagnostics)
    texts = [text_of(element) for _, element in found]
    return texts, [f"{one.span}: {one.code}" for one in diagnostics.items], diagnostics


def test_records_are_given_in_order_whatever_surrounds_them() -> None:
    assert read(f"rubbish <x>{ROOM} and {ROOM.replace('one', 'two')}")[:2] == (["one", "two"], [])


@pytest.mark.parametrize("bad", ["<a>two</b>", "<a>two", "two</a>", "<a", "<a b=>two</a>", "<!--"])
def test_records_around_a_damaged_one_survive(bad: str) -> None:
    texts, messages, diagnostics = read(f"<x>\n{ROOM}\n<record>{bad}</record>\n{ROOM}\n</x>")
    assert texts == ["one", "one"]
    assert [one.rpartition(": ")[2] for one in messages] == ["record-invalid"]
    assert messages[0].startswith("f.xml:3:")
    assert len(diagnostics.rejects) == 1
    assert bad in diagnostics.rejects[0]


def test_a_record_without_its_end_tag_costs_no_other() -> None:
    texts, messages, _ = read(f"{ROOM}\n  <record><a>two</a>\n{ROOM}")
    assert texts == ["one", "one"]
    assert messages == ["f.xml:2:3: record-invalid"]


def test_a_record_without_its_start_tag_is_set_aside() -> None:
    texts, messages, diagnostics = read(f"{ROOM}\n<a>two</a></record>{ROOM}")
    assert texts == ["one", "one"]
    assert messages == ["f.xml:2:1: record-invalid"]
    assert diagnostics.rejects == ["<a>two</a></record>"]


def test_the_place_of_an_error_is_exact() -> None:
    assert read("<x>\n <record><a>1</b></record>")[1] == ["f.xml:2:18: record-invalid"]


@pytest.mark.parametrize(
    ("written", "means", "said"),
    [
        ("AT&amp;T", "AT&T", False),
        ("AT&T", "AT&T", True),
        ("a & b", "a & b", True),
        ("p < 0.05", "p < 0.05", True),
        ("a&nbsp;b &eacute;&lt;", "a\xa0b é<", False),
        ("&unheard;", "&unheard;", True),
        ("&#233;&#xe9;", "éé", False),
        ("a&#0;b&#xD800;&#x1F;&#x110000;", "ab", True),
        ("<![CDATA[a & <b>]]>", "a & <b>", False),
        ("<!-- a & b -->x", "x", False),
        ("a\x00b\x1f", "ab", False),
        ("<?go on?>x", "x", False),
    ],
)
def test_what_people_write_by_hand_is_repaired(written: str, means: str, said: bool) -> None:  # noqa: FBT001 (a table)
    texts, messages, _ = read(f"<record><a>{written}</a></record>")
    assert texts == [means]
    assert [one.rpartition(": ")[2] for one in messages] == ["xml-repaired"] * said


def test_a_repair_is_said_once_for_a_record_at_its_first_place() -> None:
    assert read("<record>\n<a>x & y & z</a></record>")[1] == ["f.xml:2:6: xml-repaired"]


def test_line_breaks_that_are_meant_are_told_from_those_of_the_layout() -> None:
    assert read("<record><a> a\n   b&#xD;c&#10;d </a></record>")[0] == ["a b\nc\nd"]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\n'
    '<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://localhost:9/x.dtd">%p;]>'
)


def test_declared_entities_are_never_used_and_said_once() -> None:
    texts, messages, _ = read(f"{BOMB}\n<record><a>&b;|&f;</a></record>\n{ROOM}")
    assert texts == ["&b;|&f;", "one"]
    assert messages == ["f.xml:1:14: entities-ignored", "f.xml:3:12: xml-repaired"]


def test_the_doctype_of_a_public_dtd_is_nothing_to_talk_about() -> None:
    head = '<?xml version="1.0" encoding="GBK"?>\n<!DOCTYPE x PUBLIC "-//X" "https://localhost:9/">'
    assert read(f"{head}{ROOM}")[:2] == (["one"], [])


def test_prefixes_declared_outside_the_record_or_nowhere_are_taken_off() -> None:
    for root in ('<m:x xmlns:m="urn:m">', "<m:x>"):
        text = f'{root}<m:record><m:a l:href="u">one</m:a></m:record></m:x>'
        found = list(read_elements(iter([text]), "f", ("record",), Diagnostics()))
        assert [[one.tag for one in element.iter()] for _, element in found] == [["record", "a"]]


def test_a_default_namespace_is_taken_off() -> None:
    text = '<record xmlns="urn:m"><a>one</a></record>'
    found = list(read_elements(iter([text]), "f", ("record",), Diagnostics()))
    assert [one.tag for one in found[0][1].iter()] == ["record", "a"]


def test_a_value_knows_its_exact_place() -> None:
    text = "<x>\n <record><a>1</a><b/><a>2</a>\n  <a>3</a></record>"
    diagnostics = Diagnostics()
    fragment, element = next(read_elements(iter([text]), "f", ("record",), diagnostics))
    draft = XmlDraft("x", "f", fragment, diagnostics)
    places = [str(draft.span(cell(one))) for one in element.iter("a")]
    assert places == ["f:2:10", "f:2:22", "f:3:3"]


def test_other_elements_with_a_longer_name_are_no_records() -> None:
    assert read(f"<records><record-list>{ROOM}</record-list></records>")[0] == ["one"]


def test_a_record_in_a_comment_is_none_and_an_empty_one_neither() -> None:
    assert read(f"<!-- {ROOM} --><record/>{ROOM}")[:2] == (["one"], [])


def test_records_are_given_before_the_file_is_read_to_its_end() -> None:
    taken = 0

    def pieces() -> Iterator[str]:
        nonlocal taken
        while taken < 100_000:
            taken += 1
            yield ROOM

    next(read_elements(pieces(), "f", ("record",), Diagnostics()))
    assert taken < 10_000  # a piece of the file, not all of it
    assert taken < 10_000


@pytest.mark.parametrize(
    "text",
    [
        ROOM * 20_000,  # one huge line
        f"<record><a>{'x' * 20_000_000}</a></record>",
        "<record>" * 100_000,
        "<!--" * 100_000,
        f"<record>{'<!--' * 100_000}</record>",
        f"<record>{'<a>' * 100_000}</record>",
        f"<record>{'&' * 100_000}</record>",
        "<" * 1_000_000,
        "\n".join(["<record "] * 100_000),
    ],
    ids=[
        "line",
        "value",
        "starts",
        "comments",
        "inner comments",
        "depth",
        "ampersands",
        "signs",
        "tags",
    ],
)
@pytest.mark.slow
def test_time_is_linear(text: str) -> None:
    before = time.process_time()
    read(text)
    assert time.process_time() - before < 10
