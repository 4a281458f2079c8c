"""Long BibTeX files, which are read in parts: what comes out is what comes out of the whole."""

from __future__ import annotations

import re
import tempfile
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex import parts
from litconv.formats.bibtex.parts import Parts
from litconv.formats.bibtex.read_file import read_file
from litconv.model import Record
from litconv.source import Source

BLOCKS = (
    "@book{a,\n title = {A},\n file = {x},\n}\n",
    "@misc{b, title = {B}, month = jan}, @misc{c, title = {C}, odd = {1}}\n",
    "  @article{d,\n title = {D \\unknown},\n journal = jn # {2}\n}",
    "@string{jn = {Journal}}\n",
    "@comment{x}\n",
    "@Comment{\n@book{e, title = {E}}\n",
    "@ comment ({y} @comment{\n",
    "}\n",
    "@inbook{f, title = {F}, crossref = {a}}\n",
    "@misc{g, title = {someone@example.org}, note = {cut\n",
    "text between, one@example.org\n",
    "book{h,\n title = {H},\n year = {2001},\n}\n",
    '@preamble{"x"}\n\n',
    "@",
)


def read(source: Source) -> tuple[list[Record], list[str], list[str]]:
    said = Diagnostics()
    records = list(read_file(source, "bibtex", said))
    return records, [str(one) for one in said.items], said.rejects


def lines_of(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


@given(st.lists(st.sampled_from(BLOCKS), max_size=8), st.sampled_from([0, 1 << 24]))
def test_parts_give_what_the_whole_gives(chosen: list[str], in_memory: int) -> None:
    text = "".join(chosen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "IN_MEMORY", in_memory)
        found = read(Source("x.bib", "", iter(lines_of(text))))
    assert found == read(Source("x.bib", text))


def test_parts_begin_where_blocks_do() -> None:
    text = "% é\n@book{a, title = {A}}\n @book{b,\n title = {B}}\n@book{c}"
    found = Parts(Source("x.bib", "", iter(lines_of(text))))
    assert [part.text for part in found] == [
        "% é\n",
        "@book{a, title = {A}}\n ",
        "@book{b,\n title = {B}}\n@book{c}",
    ]
    assert [(part.line, part.column) for part in found] == [(1, 1), (2, 1), (3, 2)]
    assert [str(part.span(1)) for part in found] == ["x.bib:1:2", "x.bib:2:2", "x.bib:3:3"]


def test_a_full_disk_is_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_options: object) -> object:
        raise OSError

    monkeypatch.setattr(parts, "IN_MEMORY", 0)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    text = "".join(f"@book{{k{number}, title = {{T}}}}\n" for number in range(9))
    records, *_ = read(Source("x.bib", "", iter(lines_of(text))))
    assert [one.id for one in records] == [f"k{number}" for number in range(9)]


def test_a_comment_without_an_end_is_not_looked_at_for_each_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []

    def looked(text: str) -> int:
        seen.append(len(text))
        return 0

    monkeypatch.setattr(parts, "last_start", looked)
    list(Parts(Source("x.bib", "", iter(["@comment{\n" * 10] * 1000))))
    assert sum(seen) <= 4 * 100_000


def test_comments_without_an_end_take_no_more_time() -> None:
    text = "@comment{ open {\n" * 20_000 + "@misc{a, title = {A}}\n@comment(open {\n" * 20_000
    started = time.process_time()
    found, _, _ = read(Source("x.bib", text))
    assert len(found) == 20_000
    assert time.process_time() - started < 20  # seconds; minutes if it is quadratic
