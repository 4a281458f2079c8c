"""BibTeX reader: what is damaged, cut off, huge or no BibTeX at all; recognising."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibtex_reading import read
from litconv import registry
from litconv.formats.bibtex.reader import BibtexReader
from litconv.formats.bibtex.scan import blocks
from litconv.model import Name
from made_records import extra_of, places

SAMPLE = r"""@string{jm = "Journal of Moss"}
@article{a1,
  author = {Alder, Ann and {Society of Ferns} and others},
  title = "On {DNA} \emph{and} $x_2$",
  journal = jm # { B},
  year = 2001, month = jan,
  pages = {1--9}, % a comment, with = signs
  url = {https://example.org/a@b},
}
@comment{ @article{no, title = {No}} }
@book(b2, title = {Two}, crossref = {a1})
"""


# ----------------------------------------------------------------------------------------- damage


@pytest.mark.parametrize(
    ("text", "titles", "where"),
    [
        ("@misc{a, title={A} year={2}}", ["A"], ["1:19 syntax-repaired"]),
        ("@misc{a, title={A, year={2}}", ["A"], ["1:16 syntax-repaired"]),
        ('@misc{a, title="A, year={2}}', ["A"], ["1:16 syntax-repaired"]),
        ("@misc{a, title={A}}, year={2}}", ["A"], ["1:22 syntax-repaired"]),
        ("@misc{a, title={A\\{}, year={2}}", ["A{"], []),
        ('@misc{a, title="A "q" b", year={2}}', ['A "q" b'], []),
        ("@misc a,\n title={A}, year={2}}", ["A"], []),
        ("@misc{a; title={A}; year={2}}", ["A"], ["1:19 syntax-repaired"]),
        ("@misc{a, title={A}", ["A"], ["1:9 syntax-repaired"]),
        ("@misc{a, title={A", ["A"], ["1:16 syntax-repaired"]),
        ("@misc{a, ?? , title={A}}", ["A"], ["1:9 syntax-repaired"]),
        ("@misc{a, title={A},,year={2}}", ["A"], []),
        ("@misc{a, title={B},\n\n@misc{b, title={A}}", ["B", "A"], ["1:9 syntax-repaired"]),
        ("@misc{a b c}\n@misc{b, title={A}}", ["A"], ["1:1 record-invalid"]),
        ("see a@b.c and @misc in prose\n@misc{b, title={A}}", ["A"], ["1:1 comment-not-read"]),
        ("@misc{a title={A}, year={2}}", ["A"], ["1:8 syntax-repaired"]),
        ("@misc{a\n  title={A},\n year={2}}", ["A"], ["1:8 syntax-repaired"]),
        ('@misc(a title="A", year=2)', ["A"], ["1:8 syntax-repaired"]),
        ("@misc{\n a title={A} year={2}}", ["A"], ["2:3 syntax-repaired", "2:13 syntax-repaired"]),
        ("@misc{a}\n@misc{b\n}\n@misc{ title={A}}", ["", "", "A"], []),
    ],
)
def test_damage(text: str, titles: list[str], where: list[str]) -> None:
    records, diagnostics = read(text)
    assert [it.title for it in records] == titles
    assert places(diagnostics) == where


def test_the_key_that_no_comma_follows() -> None:
    entries = ("{a title={A}}", "{a b title={A}}", "{a\ntitle={A}}", "{title={A}}", "{a,title={A}}")
    found = [
        (it.id, it.title, it.extra) for it in read("\n".join(f"@misc{it}" for it in entries))[0]
    ]
    keys = ("a", "a b", "a", "", "a")
    assert found == [(key, "A", ()) for key in keys]


@pytest.mark.parametrize(
    "bad",
    ["@misc{x, title={", '@misc{x, title="', "@misc{x", "@misc{", "@", "}}}", "@misc{x, a = {}"],
)
def test_damage_costs_one_entry_at_most(bad: str) -> None:
    text = "".join(f"@article{{g{at}, title = {{Good}}, year = 2001}}\n{bad}\n" for at in range(9))
    assert [it.id for it in read(text)[0] if it.title == "Good"] == [f"g{at}" for at in range(9)]


# ------------------------------------------------------------------------------------ recognising


@pytest.mark.parametrize(
    "head",
    [
        "@article{a,\n title",
        "% Encoding: UTF-8\n\n@Book(x,",
        "<script>\n @comment{jabref-meta}",
        " @STRING {x = 1}",
        "x\n@moss{k1,\n  title = {x}",
        "@misc{a, title={x}}@misc{b,",
    ],
)
def test_sniffed(head: str) -> None:
    claims = [one.name for one in registry.readable() if one.reader and one.reader.sniff(head)]
    assert claims == ["bibtex"]


@pytest.mark.parametrize(
    "head", ["mail me@article{", "TY  - JOUR", "[1] A @ b", '{"a": "@article{x,"}', "@moss{k1}", ""]
)
def test_not_sniffed(head: str) -> None:
    assert not BibtexReader("bibtex", sniffs=True).sniff(head)


# --------------------------------------------------------------------------------- whatever comes


@pytest.mark.parametrize("end", range(len(SAMPLE)))
def test_every_beginning_of_a_file_is_read(end: int) -> None:
    read(SAMPLE[:end])


def test_the_sample() -> None:
    records, _ = read(SAMPLE)
    assert [it.id for it in records] == ["a1", "b2"]
    assert records[0].authors == (
        Name(family="Alder", given="Ann"),
        Name(literal="Society of Ferns"),
    )
    assert records[0].title == "On DNA <i>and</i> x<sub>2</sub>"
    assert records[0].container_title == "Journal of Moss B"
    assert records[0].url == "https://example.org/a@b"


@given(st.text(st.sampled_from('@{}(),="#%\\\n~$ abmisc1')) | st.text())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_anything_is_read(text: str) -> None:
    read(text)
    read(f"@misc{{a, {text}}}")
    read(f"@misc{{a, author = {{{text}}}, title = {{{text}}}, date = {{{text}}}}}")


def test_blocks_never_overlap() -> None:
    found = list(blocks(SAMPLE * 3))
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@pytest.mark.parametrize("depth", [3, 4, 5, 6, 50, 10_000])
def test_deep_nesting(depth: int) -> None:
    text = f"@misc{{a, title = {'{' * depth}x{'}' * depth}, note = {{y}}}}"
    records, diagnostics = read(text)
    assert [(it.title, it.note) for it in records] == [("x", "y")]
    assert diagnostics.items == []


@pytest.mark.parametrize(
    "piece",
    [
        "@misc{a, title={",
        "@misc{a, title = {x}\n",
        '@misc{a, b="',
        "@misc{",
        "@comment{",
        "@comment{x}",
        "@",
        "{",
        "a = {b},",
        "@misc{a, author={x and y, z and {w}}}\n",
        "@string{a = b # b}",
        "%",
        " ",
        "\n@",
        "@misc{a ",
        "@misc{a\n",
        "a {",
        "@a {b\n",
        "x = {",
        "text\n",
    ],
)
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    read(piece * (60_000 // len(piece)))
    read("@misc{a, note = {" + piece * (60_000 // len(piece)) + "}}")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("blank", ["\n", " \n"])
def test_empty_lines_in_a_damaged_entry_take_linear_time(blank: str) -> None:
    start = time.process_time()
    records, said = read(f"@misc{{a, title = {{x{blank * 120_000}year = {{2001}}}}")
    assert time.process_time() - start < 5
    assert [(one.title, one.issued and one.issued.year) for one in records] == [("x", 2001)]
    assert places(said) == ["1:18 syntax-repaired"]


def test_a_value_of_ten_megabytes() -> None:
    records, _ = read("@misc{a, abstract = {" + "moss " * 2_000_000 + "}}")
    assert len(records[0].abstract) == 9_999_999


def test_a_brace_too_many_inside_a_value_does_not_end_it() -> None:
    records, said = read(
        "@article{k,\n abstract={Moss of ~}7 {x} leaves, and more.},\n year={2000},\n}\n"
        "@article{l,\n title={Fern}foo={B},\n year={2001},\n}\n"
    )
    assert [it.abstract for it in records] == ["Moss of 7 x leaves, and more.", ""]
    assert [it.title for it in records] == ["", "Fern"]
    assert extra_of(records[1]) == [("foo", "B")]
    assert [it.issued.start.year for it in records if it.issued and it.issued.start] == [2000, 2001]
    assert places(said) == ["2:21 syntax-repaired", "6:14 syntax-repaired"]
