"""Every pair of formats: what a reader gives is in the writer's output, or the run says it is not.

The inputs are those of `tests/cases`, the formats those of the registry: nothing has to be added
for a new one. `docs/matrix.csv` says the same as a table, from the same functions.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.options import Include, ReadOptions
from litconv.writing.facts import Fact, facts
from made_records import write as write_one
from matrix import CASES, READERS, WRITERS, Outcome, outcomes, read_back, says_not_written, words

_BOOKKEEPING = frozenset({"relations", "listing"})
_TAG = re.compile(r"</?\w[^<>]*>")
_LETTERS = re.compile(r"[^\W_]")
_REMARK = re.compile(r"(?<=\d) \([a-z. ]+\)")  # `0-19-852663-6 (cloth)`
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")


@cache
def records(reader: str) -> tuple[Record, ...]:
    """Give all records of a format's cases, refined and keyed as a run does it."""
    found: list[Record] = []
    for path in sorted(CASES.glob(f"{reader.replace('-', '_')}/*/input.*")):
        found += pipeline.read(
            [Input(path.name, path.read_bytes())],
            Diagnostics(),
            format_=registry.find(reader, to=False)[0],
            options=ReadOptions(include=Include.ALL),
        )
    return tuple(found)


def value_words(fact: Fact) -> set[str]:
    """Give the words of a fact's value, without the label before it, tags and ordinals' endings."""
    return words(_plain(fact.note.partition(": ")[2]))


def _plain(text: str) -> str:
    return _REMARK.sub("", _ORDINAL.sub(r"\1", _TAG.sub("", text)))


def said_lost(fact: Fact, said: Diagnostics) -> bool:
    """Say whether a diagnostic names the fact's field; CSL-JSON has affiliations in its names."""
    fields = {fact.field} | ({"contributors"} if fact.kind == "person-affiliations" else set())
    return any(says_not_written(said, field) for field in fields)


def arrives(fact: Fact, text: str, back: list[Record] | None) -> bool:
    """Say whether a fact is found in what was written, read again where that can be done.

    Blanks and signs inside a value are its form: `史, 密斯` and `史密斯`, `Ph.D.` and `PhD`.
    """
    if back is None:
        return value_words(fact) <= words(_plain(text))
    again = [one for record in back for one in facts(record)]
    alike = [one for one in again if one.kind == fact.kind]
    if any("".join(_bare(one)) == "".join(_bare(fact)) for one in alike):
        return True
    there = set[str]().union(*(value_words(one) for one in again if one.kind != "abstract"))
    return value_words(fact) <= there


def _bare(fact: Fact) -> list[str]:
    return _LETTERS.findall(_plain(fact.note.partition(": ")[2]).casefold())


@pytest.mark.slow
@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("reader", READERS)
def test_nothing_is_lost_without_a_word(reader: str, writer: str) -> None:
    silent: list[str] = []
    for record in records(reader):
        text, said = write_one(writer, record, extras=False)
        back = read_back(writer, text)
        silent += [
            f"{record.id}: {fact.note}"
            for fact in facts(record)
            if fact.kind not in _BOOKKEEPING
            and not said_lost(fact, said)
            and not arrives(fact, text, back)
        ]
    assert silent == []


@pytest.mark.parametrize("writer", WRITERS)
def test_each_format_holds_what_every_reference_needs(writer: str) -> None:
    found = outcomes(writer)
    needed = ("title", "author", "issued", "volume", "doi", "abstract", "keywords")
    assert {kind: found[kind] for kind in needed if found[kind] is Outcome.LOST} == {}
