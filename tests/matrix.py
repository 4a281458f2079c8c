"""What becomes of each fact in each format: arrived, nearly, in some types, or lost.

`docs/generate.py` makes docs/formats.md and docs/matrix.csv from it, `test_matrix.py` and
`test_contract.py` hold the program to it. Nothing here has to be edited for a new format.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record
from litconv.source import Source
from litconv.writing.facts import Fact, facts
from made_records import write
from probes import PROBES, TYPES

CASES = Path(__file__).parent / "cases"
WRITERS = [one.name for one in registry.writable() if not (one.takes_style or one.preset)]
READERS = [one.name for one in registry.readable()]
_WORD = re.compile(r"\w+")
_RELATED = frozenset({"relations", "listing"})


class Outcome(StrEnum):
    """What became of a fact."""

    ARRIVES = "arrives"
    NEARLY = "nearly"
    BY_TYPE = "by type"
    LOST = "lost"


def says_not_written(diagnostics: Diagnostics, field: str) -> bool:
    """Say whether a diagnostic names the field as not written."""
    return any(
        one.code in {"field-not-written", "extra-not-written"} and field in one.field.split(",")
        for one in diagnostics.items
    )


def read_back(name: str, text: str) -> list[Record] | None:
    """Read what was written, by its own reader or the one that claims it; None without any."""
    own = registry.formats()[name].reader
    claims = [one.reader for one in registry.readable() if one.reader and one.reader.sniff(text)]
    reader = own or (claims[0] if len(claims) == 1 else None)
    return list(reader.read(Source("back", text), Diagnostics())) if reader else None


@cache
def outcomes(writer: str) -> dict[str, Outcome]:
    """Give what becomes of each kind of fact (see `writing.facts`) in a format."""
    found: dict[str, set[Outcome]] = {}
    for _, fields, _ in PROBES:
        for type_ in TYPES:
            record = Record(type=type_, **fields)
            for fact in asked(record):
                one = _of_fact(writer, record, fact)
                found.setdefault(general(fact.kind), set()).add(one)
    return {kind: _together(one) for kind, one in found.items()}


def asked(record: Record) -> list[Fact]:
    """Give the facts that a probe is about: the most particular one, of a day its month too."""
    all_facts = [fact for fact in facts(record) if fact.kind not in _RELATED]
    return [fact for fact in all_facts if fact is all_facts[-1] or fact.kind.endswith(".month")]


def general(kind: str) -> str:
    """Give the kind without the tag of an extra field."""
    return "extra" if kind.startswith("extra.") else kind


def _of_fact(writer: str, record: Record, fact: Fact) -> Outcome:
    text, said = write(writer, record, extras=False)
    back = read_back(writer, text)
    if back is not None and fact in {one for each in back for one in facts(each)}:
        return Outcome.ARRIVES
    if says_not_written(said, fact.field):
        return Outcome.LOST
    return Outcome.ARRIVES if back is None else Outcome.NEARLY


def _together(outcomes_of_types: set[Outcome]) -> Outcome:
    if len(outcomes_of_types) == 1:
        return next(iter(outcomes_of_types))
    return Outcome.NEARLY if Outcome.LOST not in outcomes_of_types else Outcome.BY_TYPE


@cache
def kinds_of_reader(reader: str) -> tuple[str, ...]:
    """Give the kinds of facts that a format's cases show it can give, in the order of the model."""
    found: set[str] = set()
    for path in CASES.glob(f"{reader.replace('-', '_')}/*/records.json"):
        for record in msgspec.json.decode(path.read_bytes(), type=list[Record]):
            for one in (record, *record.relations):
                found.update(general(fact.kind) for fact in facts(one))
    order = {kind: place for place, kind in enumerate(kinds())}
    return tuple(sorted(found & order.keys(), key=order.__getitem__))


@cache
def kinds() -> tuple[str, ...]:
    """Give all kinds of facts that are probed, in the order of the model."""
    records = (Record(type=ItemType.BOOK, **fields) for _, fields, _ in PROBES)
    found = (fact.kind for record in records for fact in asked(record))
    return tuple(dict.fromkeys(map(general, found)))


def words(text: str) -> set[str]:
    """Give the words of a text, whatever their case, width and accents."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return set(_WORD.findall("".join(one for one in folded if not unicodedata.combining(one))))
