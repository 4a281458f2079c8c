"""The pairs of records that are worth a look: those that share a block.

A record is put into a few blocks: one for each identifier, and others for how its title begins
and ends, for its volume and first page, and for its first author with the year. A misprint, a
dropped subtitle or a missing page leaves at least one of them the same. In a block that many
records share (the title `Editorial`) each is compared with its neighbours in the order of titles
only: so the number of pairs grows with the number of records and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from litconv.works.forms import Form

SMALL_BLOCK = 12
"""Blocks up to this size are compared pair by pair; the largest group in two labelled libraries
has eight members."""
NEIGHBOURS = 6
"""How many records after it in the order of titles one is compared with in a larger block."""
_START, _END = 24, 20
_SHORTEST = 8
"""Titles of fewer letters begin and end alike too often; they get a block of their own."""


def keys_of(form: Form) -> Iterator[str]:
    """Give the names of the blocks that a record belongs to."""
    if form.doi:
        yield f"d{form.doi}"
    yield from form.ids
    for isbn in form.isbn:
        yield f"b{isbn}"
    compact = form.compact
    if compact:
        yield f"t{compact[:_START]}"
        if len(compact) > _SHORTEST:
            yield f"e{compact[-_END:]}"
        if form.main and form.main != compact:
            yield f"t{form.main[:_START]}"
    if form.volume and form.first:
        yield f"p{form.volume} {form.first} {form.year or ''}"
        if form.people:
            yield f"q{form.volume} {form.first} {form.people[0][:4]}"
    if form.people and form.year:
        yield f"a{form.people[0]} {form.initials[0]} {form.year} {compact[:3]}"


def candidates(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Give the pairs to compare, smaller index first, each once."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        for key in dict.fromkeys(keys_of(form)):
            blocks[key].append(index)
    seen: set[int] = set()
    count = len(forms)
    for members in blocks.values():
        if len(members) == 1:
            continue
        for one, other in _pairs(members, forms):
            pair = one * count + other
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _pairs(members: list[int], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    if len(members) <= SMALL_BLOCK:
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                yield one, other
        return
    ordered = sorted(members, key=lambda index: _order(forms[index]))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _order(form: Form) -> tuple[str, str, str, int, str, str]:
    """Order a large block so that records of one work stand side by side."""
    person = form.people[0] if form.people else ""
    return form.compact, form.doi, person, form.year or 0, form.volume, form.first
