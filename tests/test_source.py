"""Bytes to text: what each encoding gives, what is said about it, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.diagnostics import Diagnostics, InputError
from litconv.model import Span
from litconv.source import Source, decode, strip_controls

CHINESE = "一项虚构的研究\n\n被引:3\n作者\n王小明\n机构\n示例大学,示例市\n页码:1 / 9\n"
HEADING = "关于上下文中的词语与句子"
ENGLISH = "An invented title\n\nby Alder, QZ\n"


def read(data: bytes, encoding: str | None = None) -> tuple[str, list[str]]:
    """Give the text and, for each thing said, its code and place."""
    said = Diagnostics()
    source = decode(data, "x.txt", said, encoding=encoding)
    places = [(one.span.line, one.span.column) if one.span else (0, 0) for one in said.items]
    return source.text, [
        f"{one.code} {line}:{column}"
        for one, (line, column) in zip(said.items, places, strict=True)
    ]


@pytest.mark.parametrize(
    "data",
    [
        CHINESE.encode(),
        b"\xef\xbb\xbf" + CHINESE.encode(),
        b"\xff\xfe" + CHINESE.encode("utf-16-le"),
        b"\xfe\xff" + CHINESE.encode("utf-16-be"),
        CHINESE.replace("\n", "\r\n").encode(),
        CHINESE.replace("\n", "\r").encode(),
        CHINESE.replace("\n", "\u2028").encode(),
    ],
    ids=["utf-8", "bom", "utf-16-le-bom", "utf-16-be-bom", "crlf", "cr", "line-separator"],
)
def test_what_is_certain_is_read_without_a_word(data: bytes) -> None:
    assert read(data) == (CHINESE, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030", "gbk"])
@pytest.mark.parametrize(
    "text",
    [CHINESE, CHINESE.replace("\n", "\r\n"), HEADING, HEADING + "\n", ENGLISH + CHINESE],
    ids=["page", "crlf", "one line", "one line and its end", "both languages"],
)
def test_encodings_without_a_mark_are_guessed_and_said(text: str, encoding: str) -> None:
    plain = text.replace("\r\n", "\n")
    assert read(text.encode(encoding)) == (plain, ["encoding-guessed 1:1"])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_english_in_utf16_is_told_by_its_zero_bytes(encoding: str) -> None:
    assert read(ENGLISH.encode(encoding)) == (ENGLISH, ["encoding-guessed 1:1"])


def test_gb18030_that_was_cut_in_the_middle_of_a_letter_stays_chinese() -> None:
    text, said = read(("作者\n" + HEADING).encode("gb18030")[:-1])
    assert text == "作者\n" + HEADING[:-1] + "\ufffd"
    assert said == ["encoding-guessed 1:1", "undecodable-bytes 2:12"]


def test_utf8_that_was_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    text, said = read(CHINESE.strip().encode() + "年".encode()[:2])
    assert text == CHINESE.strip() + "\ufffd"
    assert said == ["undecodable-bytes 8:9"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_an_undecodable_byte_is_told_with_line_and_column(newline: str) -> None:
    text, said = read(f"ab{newline}中文 ".encode() + b"\xff" + b" z")
    assert (text, said) == ("ab\n中文 \ufffd z", ["undecodable-bytes 2:4"])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_files_that_were_joined_have_byte_order_marks_at_the_start_of_lines(newline: str) -> None:
    text = f"\ufeffa\ufeff{newline}\ufeffb{newline} \ufeffc"
    assert read(text.encode()) == ("a\ufeff\nb\n \ufeffc", [])


def test_a_byte_order_mark_is_no_column() -> None:
    assert read(b"\xef\xbb\xbfa\xff zzzzz")[1] == ["undecodable-bytes 1:2"]
    assert read(b"\xef\xbb\xbfa\xff zzzzz", "utf-8-sig")[1] == ["undecodable-bytes 1:2"]


def test_letters_of_utf16_that_hold_the_byte_of_a_newline_are_no_newlines() -> None:
    assert "上".encode("utf-16-le")[:1] == b"\n"
    text, said = read(b"\xff\xfe" + "上上".encode("utf-16-le") + b"\x00\xd8")
    assert (text, said) == ("上上\ufffd", ["undecodable-bytes 1:3"])


@pytest.mark.parametrize(
    "text", ["Müller, Größe", "café au lait\nà la carte", "naïve", "Curaçao", "“quoted” – dash"]
)
def test_latin_1_is_guessed_where_nothing_else_fits(text: str) -> None:
    whole = f"{text}, and some plain words\n"
    assert read(whole.encode("cp1252")) == (whole, ["encoding-guessed 1:1"])
    assert read(text.encode("cp1252"), "cp1252") == (text, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Дуб и берёза\n", "cp1251"),
        ("δρυς και σημύδα\n", "cp1253"),
        ("一個例子說明\n", "big5"),
        ("A word ÄÖÜ in \x81\n", "latin-1"),
    ],
)
def test_other_encodings_of_one_byte_are_not_taken_for_latin_1(text: str, encoding: str) -> None:
    got, said = read(text.encode(encoding))
    assert "encoding-guessed 1:1" not in said or encoding == "big5"
    assert got != text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("ISO-8859-1", "cp1252"), ("iso-8859-5", "iso-8859-5")],
)
def test_an_xml_declaration_decides(declared: str, encoding: str) -> None:
    word = {"gb18030": "桦树", "cp1252": "“bouleau é”", "iso-8859-5": "берёза"}[encoding]
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<a>{word}</a>\n'
    assert read(text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("declared", ["utf-16", "no-such", "base64"])
def test_a_wrong_xml_declaration_says_nothing(declared: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<a>桦树</a>\n'
    assert read(text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("gb18030", HEADING), ("big5", "一個例子"), ("latin-1", "Größe"), ("UTF-8", HEADING)],
)
def test_a_named_encoding_decides(encoding: str, text: str) -> None:
    assert read(text.encode(encoding), encoding) == (text, [])


@pytest.mark.parametrize(
    "name", ["utf-9", "base64", "hex", "rot13", "undefined", "a\0b", "x" * 999]
)
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="unknown encoding"):
        read(b"a\xff\n", name)


@pytest.mark.parametrize("name", ["utf-16", "utf-32"])
def test_a_named_encoding_that_the_data_do_not_have_is_no_unknown_one(name: str) -> None:
    with pytest.raises(InputError, match=f"cannot be read as {name}: .*BOM"):
        read(b"plain text\n", name)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("\x1b]8;;https://example.org\x07link\x1b]8;;\x07", "link"),
        ("\x1b]0;title\x1b\\text", "text"),
        ("\x9b31mred", "31mred"),
        ("nul\x00 bell\x07 del\x7f back\x08", "nul bell del back"),
        ("\x1b", ""),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("plain 中文 é", "plain 中文 é"),
    ],
)
def test_controls_are_taken_out(raw: str, clean: str) -> None:
    assert strip_controls(raw) == clean


def test_controls_in_an_input_are_counted_and_placed() -> None:
    said = Diagnostics()
    text = decode(b"A title\nwith \x1b[31mcolour\x1b[0m in it\n", "p", said).text
    assert text == "A title\nwith colour in it\n"
    (one,) = said.items
    assert (one.code, one.span) == ("control-character-removed", Span("p", 2, 6))
    assert "2 control characters" in one.message


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"\x00\x01\x02" * 99, b"\x00" * 50]
)
def test_binary_data_are_refused_and_nothing_else_is_said(data: bytes) -> None:
    said = Diagnostics()
    with pytest.raises(InputError, match="the input is not text"):
        decode(data, "p", said)
    assert said.items == []


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 3, 1), (6, 3, 2), (7, 3, 3)]
)
def test_offsets_become_places(offset: int, line: int, column: int) -> None:
    assert Source("p", "ab\nc\nde").span(offset) == Span("p", line, column)


def test_lines_and_head() -> None:
    source = Source("p", "\n\n  first\nsecond\n" + "x" * 9000)
    assert source.lines[2:4] == ["  first", "second"]
    assert source.head.startswith("first\nsecond\n")
    assert len(source.head) == 4096
    assert Source("p", " \n\t").head == ""


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = read(data)
    except InputError:
        return
    assert strip_controls(text) == text
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert read(text.encode()) == (text.removeprefix("\ufeff").removeprefix("\ufeff"), [])
