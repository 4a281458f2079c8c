"""Hostile and careless input: bombs, depth, damaged heads, names of files, wrong declarations."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from pathlib import Path

import msgspec
import pytest

from conftest import RunLitconv
from litconv import registry
from litconv.diagnostics import Diagnostics, InputError
from litconv.model import ItemType, Record, Role
from litconv.options import WriteOptions
from litconv.registry import Format
from litconv.source import decode
from litconv.text.names import parse_name
from made_records import person

LENGTH = 20_000
SECONDS = 3.0
"""A hundred times what linear work takes, a third of what quadratic work did where it was found."""


def read(name: str, text: str) -> tuple[list[Record], Diagnostics]:
    said = Diagnostics()
    reader = registry.find(name, to=False)[0].reader
    assert reader
    return list(reader.read(decode(text.encode(), "in", said), said)), said


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("bibtex", "@article{a, author = {Alder, Ann", " and Birch, Bo}}"),
        ("ris", "TY  - JOUR\nAU  - 赤杨", " 明\nTI  - T\nER  - \n"),
        ("enw", "%0 Journal Article\n%A 王小明;李红", "王\n%T T\n"),
        ("enw", "%0 Journal Article\n%+ Elm", "University\n%T T\n"),
        ("refworks", "RT Journal Article\nA1 王小明;李红", "王\nT1 T\n"),
        ("wos", "FN x\nVR 1.0\nPT J\nAU Alder, B", "Birch\nTI T\nER\nEF\n"),
        ("mods", "<mods><titleInfo><title>A", "b</title></titleInfo></mods>"),
    ],
)
def test_long_runs_of_blanks_take_linear_time(name: str, before: str, after: str) -> None:
    for blank in (" ", "\t", "\n ", "\u3000"):
        begin = time.process_time()
        read(name, before + blank * LENGTH + after)
        assert time.process_time() - begin < SECONDS, repr(blank)


@pytest.mark.parametrize(
    ("name", "head", "line", "end"),
    [
        ("ris", "TY  - JOUR\nTI  - T\n", "KW  - moss {}\n", "ER  - \n"),
        ("ris", "TY  - JOUR\nTI  - T\n", "N1  - moss {}\n", "ER  - \n"),
        ("enw", "%0 Journal Article\n%T T\n", "%K moss {}\n", ""),
    ],
)
def test_many_keywords_and_notes_take_linear_time(
    name: str, head: str, line: str, end: str
) -> None:
    begin = time.process_time()
    (record,), _ = read(name, head + "".join(map(line.format, range(LENGTH))) + end)
    assert time.process_time() - begin < SECONDS
    assert len(record.keywords or record.note.split("\n")) == LENGTH


def test_accents_on_accents_take_linear_time() -> None:
    begin = time.process_time()
    read("bibtex", "@article{a, title = {" + "\\'" * LENGTH + "e}}")
    assert time.process_time() - begin < SECONDS


def test_macros_that_double_sixty_times_are_no_bomb() -> None:
    text = '@string{s0 = "' + "a" * 20 + '"}\n'
    text += "".join(f"@string{{s{one + 1} = s{one} # s{one}}}\n" for one in range(60))
    (record,), _ = read("bibtex", text + "@article{a, title = s60}\n")
    assert 0 < len(record.title) < 10_000_000


def test_entry_whose_sign_is_lost_is_said_and_set_aside() -> None:
    lost = "article{b,\n  title = {B},\n  year = {2001},\n}\n"
    text = f"@book{{a, title = {{A}}}}\n\n{lost}\n@book{{c, title = {{C}}}}\n"
    records, said = read("bibtex", text)
    assert [one.title for one in records] == ["A", "C"]
    (one,) = said.items
    assert (one.code, one.span and one.span.line, one.span and one.span.column) == (
        "line-not-understood",
        3,
        1,
    )
    assert said.rejects == [lost]


@pytest.mark.parametrize("name", ["csljson", "crossref", "openalex"])
def test_item_nested_without_end_costs_only_itself(name: str) -> None:
    deep = '{"a":' * 100_000 + "1" + "}" * 100_000
    text = f'[{{"id": "a", "custom": {deep}}}, {{"id": "b", "type": "book", "title": "B"}}]'
    records, said = read(name, text)
    assert [one.title for one in records] == ["B"]
    assert said.codes["record-invalid"] == 1
    (rejected,) = said.rejects
    assert rejected.startswith('{"id": "a"')


@pytest.mark.parametrize("name", ["csljson", "crossref", "openalex", "cslyaml"])
def test_numbers_without_end_and_half_characters(name: str) -> None:
    text = (
        r'[{"id": "a\ud800", "type": "book", "title": "A\ud800 \ud83d\ude00", "volume": 1e400,'
        r' "author": [{"family": "\udfff"}]}, {"id": "b", "type": "book", "title": "B"}]'
    )
    records, _ = read(name, text)
    assert [one.title for one in records] == ["A\ufffd \U0001f600", "B"]


@pytest.mark.parametrize("bad", ["  title: 'x", "\ttitle: x", "  title: {a", "  title: @x", "  <"])
def test_broken_yaml_item_costs_only_itself(bad: str) -> None:
    items = [f"- id: {one}\n  type: book\n" for one in "abc"]
    items[1] += bad + "\n"
    records, said = read("cslyaml", "---\nreferences:\n" + "".join(items) + "---\n")
    assert [one.id for one in records] == ["a", "c"]
    (one,) = said.items
    assert (one.code, one.span and one.span.line) == ("record-invalid", 7)
    assert said.rejects == [items[1]]


@pytest.mark.parametrize("declared", ["ISO-8859-1", "windows-1252", "iso-8859-15"])
def test_utf8_wins_over_the_declaration_of_an_eight_bit_encoding(declared: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?><a>Zoë — Łódź</a>'
    source = decode(text.encode(), "in", said := Diagnostics())
    assert source.text == text
    assert [one.code for one in said.items] == ["encoding-guessed"]


def test_zeros_without_end_are_no_text() -> None:
    with Path("/dev/zero").open("rb") as zeros, pytest.raises(InputError, match="is not text"):
        decode(zeros, "zeros", Diagnostics())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_file_name_that_is_no_utf8(tmp_path: Path, run_litconv: RunLitconv) -> None:
    name = os.fsdecode(b"\xff.ris")
    (tmp_path / name).write_text("TY  - BOOK\nTI  - T\nER  - \n", encoding="utf-8")
    run = run_litconv("convert", name, "-t", "json")
    assert run.code == 0
    assert json.loads(run.out)["origin"]["span"]["file"] == r"\xff.ris"
    missing = os.fsdecode(b"\xfe.ris")
    run = run_litconv("convert", missing, "-t", "json", "--diagnostics", "json")
    assert run.code == 3
    assert json.loads(run.err)["span"]["file"] == r"\xfe.ris"


@pytest.mark.slow
@pytest.mark.parametrize("format_", registry.readable(), ids=lambda one: one.name)
def test_separators_without_end(format_: Format) -> None:
    """A megabyte of one sign, where a file begins, ends no reader and takes linear time."""
    assert format_.reader
    for sign in (" ", "\t", "\n", ";", ",", "{", "}", "&", "<", "[", "- ", "@a{", "<a>", '"'):
        text = "x" + sign * (300_000 // len(sign))
        begin = time.process_time()
        list(format_.reader.read(decode(text.encode(), "in", said := Diagnostics()), said))
        assert time.process_time() - begin < 4 * SECONDS, sign


ODD = [
    "A\nTY  - BOOK\nER  - \nB", "x @article{z, title={q}} y", "{", "}", "}{", "\\",
    "a%b$c&d#e_f~g^h",
    "</record>", "]]>", "ER  -", "%0 Book\n%T q", "\nER\n\nPT J\nTI x", "{Title}: z", '"', ";",
    "PMID- 5\nTI  - z", "RT Book\nT1 z", "- id: q", "  lead  ", "\\end{x}", "#c", "* x", "a\u2028b",
]  # fmt: skip


@pytest.mark.parametrize(
    "format_", [one for one in registry.readable() if one.writer], ids=lambda one: one.name
)
def test_text_like_the_format_itself_makes_no_record_more_or_less(format_: Format) -> None:
    assert format_.writer
    assert format_.reader
    plain = Record(id="a", type=ItemType.BOOK, title="Title")
    for odd in ODD:
        name = person(f"Al {odd}", odd, Role.AUTHOR)
        title = f"T {odd} t"
        one = Record(id="b", type=ItemType.BOOK, title=title, contributors=(name,), abstract=odd)
        one = msgspec.structs.replace(one, note=odd, publisher=odd, keywords=("k", odd))
        out, said = io.StringIO(), Diagnostics()
        format_.writer.write([plain, one, plain], out, said, WriteOptions())
        source = decode(out.getvalue().encode(), "in", said)
        back = list(format_.reader.read(source, said))
        assert [" ".join(each.title.split()) for each in back] == [
            "Title",
            " ".join(title.split()),
            "Title",
        ], odd


def test_name_of_nothing_but_fullwidth_signs() -> None:
    for text in ("，", "；", "，，，", "Alder，" * 3, " ， "):
        parse_name(text)
        parse_name(text, cited=True)
