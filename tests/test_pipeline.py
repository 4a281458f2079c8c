"""The flow: what is selected from an input, keys over several inputs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from litconv import pipeline
from litconv.diagnostics import Diagnostics, ExitCode
from litconv.files import Input
from litconv.model import Record
from litconv.options import Include, ReadOptions
from made_records import extra_of

RELATED = """相关论文
共 2 条
  • [21] An invented neighbour
  Birch, Quill
  INVENTED REVIEW, 2015, 38 (04) : 336 - 341
  • [22] Another invented neighbour
  Cedar, Zed
  INVENTED REVIEW, 2016, 39 (01) : 1 - 9
"""
REFERENCES = """相关论文
共 1 条
[3]   A CITED WORK [J].
ELM, SH ;
FIR, AL .
INVENTED REVIEW, 1972, 30 (01) :134-140
"""
PAGE = """An invented study

被引:3
作者
Alder, QZ
机构
Xx Univ, Some Town
页码:1 / 9
"""


def read(
    *texts: str, include: Include = Include.MAIN, names: tuple[str, ...] = ()
) -> tuple[list[Record], Diagnostics]:
    said = Diagnostics()
    inputs = [
        Input(names[n] if names else f"{n}.txt", text.encode()) for n, text in enumerate(texts)
    ]
    return list(pipeline.read(inputs, said, options=ReadOptions(include=include))), said


# ---------------------------------------------------------------------------- selecting


def titles(records: list[Record]) -> list[str]:
    return [one.title for one in records]


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        (Include.MAIN, ["An invented study"]),
        (Include.RELATED, ["An invented neighbour", "Another invented neighbour"]),
        (
            Include.ALL,
            ["An invented study", "An invented neighbour", "Another invented neighbour"],
        ),
    ],
)
def test_include(include: Include, expected: list[str]) -> None:
    records, said = read(PAGE + RELATED, include=include)
    assert titles(records) == expected
    assert "selection-empty" not in said.codes
    nested = 2 if include is Include.MAIN else 0
    assert [len(one.relations) for one in records] == [nested, *[0] * (len(expected) - 1)]


def test_references_are_no_related_papers() -> None:
    records, _ = read(PAGE + REFERENCES, include=Include.REFERENCES)
    assert titles(records) == ["A cited work"]


@pytest.mark.parametrize(
    ("text", "include", "message", "hint"),
    [
        (
            RELATED,
            Include.MAIN,
            "no main record, only a list of related papers",
            "say --include related",
        ),
        (
            REFERENCES,
            Include.MAIN,
            "no main record, only a list of references",
            "say --include references",
        ),
        (
            PAGE + RELATED,
            Include.REFERENCES,
            "no list of references, only a main record and a list of related papers",
            "say --include main or related",
        ),
        (
            PAGE,
            Include.RELATED,
            "no list of related papers, only a main record",
            "say --include main",
        ),
    ],
)
def test_a_selection_of_nothing_says_what_there_is(
    text: str, include: Include, message: str, hint: str
) -> None:
    records, said = read(text, include=include)
    assert records == []
    (one,) = [one for one in said.items if one.code == "selection-empty"]
    assert (one.message, one.hint) == (f"the input holds {message}", hint)
    assert said.exit_code() is ExitCode.LOST


def test_an_empty_selection_is_told_of_the_input_it_is_true_of() -> None:
    records, said = read(RELATED, PAGE)
    assert titles(records) == ["An invented study"]
    places = [str(one.span) for one in said.items if one.code == "selection-empty"]
    assert places == ["0.txt:1:1"]


def test_content_wins_over_a_foreign_ending_and_says_so() -> None:
    for name, count in (("x.enw", 1), ("x.txt", 0), ("x.unknown", 0)):
        records, said = read(PAGE, names=(name,))
        assert titles(records) == ["An invented study"]
        assert said.codes["format-by-content"] == count


@pytest.mark.parametrize("text", ["[]", "[ ]\n", "\ufeff[\n]\n"])
def test_an_empty_list_is_csl_json_without_items(text: str) -> None:
    records, said = read(text, names=("x.json",))
    assert (records, said.items) == ([], [])


def test_blank_lines_before_the_text_do_not_hide_it() -> None:
    records, _ = read("\n \n" * 9000 + PAGE)
    assert titles(records) == ["An invented study"]


# ---------------------------------------------------------------------------- several inputs


def test_keys_are_unique_across_inputs_whatever_their_case() -> None:
    records, said = read(PAGE, PAGE, PAGE.replace("Alder", "ALDER"), include=Include.ALL)
    keys = [one.id.lower() for one in records]
    assert len(set(keys)) == 3
    assert said.codes["key-changed"] == 2


def test_a_bad_input_costs_only_itself() -> None:
    said = Diagnostics()
    inputs = [
        Input("empty.txt", b" \n"),
        Input("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
        Input("diary.txt", b"Dear diary\n"),
        Input("page.txt", PAGE.encode()),
    ]
    assert titles(list(pipeline.read(inputs, said))) == ["An invented study"]
    bad = [f"{one.span}: {one.code}" for one in said.items if one.severity == "error"]
    assert bad == [
        "empty.txt:1:1: input-empty",
        "image.txt:1:1: input-unreadable",
        "diary.txt:1:1: format-unknown",
    ]
    assert said.exit_code() is ExitCode.INPUT


def test_inputs_are_read_one_after_the_other() -> None:
    given: list[str] = []

    def inputs() -> Iterator[Input]:
        for name in ("a.txt", "b.txt"):
            given.append(name)
            yield Input(name, PAGE.encode())

    records = pipeline.read(inputs(), Diagnostics())
    assert given == []
    next(records)
    assert given == ["a.txt"]


def test_an_unknown_encoding_is_an_unreadable_input() -> None:
    said = Diagnostics()
    inputs = [Input("page.txt", PAGE.encode())]
    assert list(pipeline.read(inputs, said, encoding="base64")) == []
    assert list(said.codes) == ["input-unreadable"]


def test_a_line_under_authors_that_names_nobody_is_kept_and_said() -> None:
    odd = "a line that goes on and on and has far more words than any name could have"
    records, said = read(PAGE.replace("机构", f"{odd}\n机构"))
    (record,) = records
    assert [name.family for name in record.authors] == ["Alder"]
    assert extra_of(record) == [("作者", odd)]
    (one,) = [one for one in said.items if one.code == "name-not-split"]
    assert str(one.span) == "0.txt:6:1"


def test_refining_leaves_the_record_it_was_given_alone() -> None:
    before, _ = read(PAGE)
    packed = msgspec.json.encode(before[0])

    after = pipeline.Refiner(ReadOptions(), Diagnostics()).refine(before[0])
    assert after.id
    assert msgspec.json.encode(before[0]) == packed


LIST_ONLY = (
    "共 1 条\n  • [1] A listed work\n    Alder, Ann\n    LEAVES, 2015, 38 (04) : 336 - 341\n"
)
PAGE_OF_IT = "A listed work\n\n被引:3\n作者\nAlder, A\n页码:336 / 341\n"


def test_a_page_with_a_list_only_serves_to_complete_others() -> None:
    said = Diagnostics()
    inputs = [Input("page.txt", PAGE_OF_IT.encode()), Input("list.txt", LIST_ONLY.encode())]
    records = list(pipeline.read(inputs, said, options=ReadOptions(complete=True)))
    assert [one.container_title for one in records] == ["Leaves"]
    assert "selection-empty" not in {one.code for one in said.items}
    list(pipeline.read(inputs, said, options=ReadOptions()))
    assert "selection-empty" in {one.code for one in said.items}
