"""BibTeX's `key` field: kept where it says something, left out where it repeats the entry."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.reader import BibtexReader
from litconv.source import Source
from made_records import extra_of


def extra(fields: str) -> list[tuple[str, str]]:
    diagnostics = Diagnostics()
    text = f"@misc{{a, {fields}}}"
    (record,) = BibtexReader("bibtex", sniffs=True).read(Source("x.bib", text), diagnostics)
    assert diagnostics.items == []
    return extra_of(record)


@pytest.mark.parametrize(
    "fields",
    [
        "key = {MOSS}, title = {On ferns}",
        "title = {On ferns}, key = {MOSS}",
        "title = {On ferns}, author = {Alder, Ann}, key = {MOSS}",
        "title = {Mosses}, editor = {Alder, Ann}, key = {Alder MOSS}",
        "key = {{MOSS}}",
    ],
)
def test_a_key_that_says_something_is_kept(fields: str) -> None:
    assert extra(fields) == [("key", "MOSS" if "Alder MOSS" not in fields else "Alder MOSS")]


@pytest.mark.parametrize(
    "fields",
    [
        "key = {On ferns}, title = {On {Ferns} and mosses}",
        'title = {{\\"U}ber $x_2$ und Moos}, key = {{\\"U}ber x2 und}',
        "title = {On ferns and mosses}, shorttitle = {Ferns}, key = {Ferns}",
        'author = {M{\\"u}ller, Jan}, key = {Muller Jan}',
        "author = {李明}, title = {潮汐论}, key = {li ming}",
        "title = {潮汐论}, key = {chaoxilun}",
        "title = {On ferns}, key = {}",
    ],
)
def test_a_key_that_repeats_the_entry_is_left_out(fields: str) -> None:
    assert extra(fields) == []
