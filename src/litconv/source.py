"""Bytes to text: byte order marks, UTF-8, UTF-16, GB18030, newlines; offsets to places.

The rules are those every user of such files expects: a byte order mark decides; then UTF-16 told
by its zero bytes; then UTF-8; then UTF-16 where it yields nothing but Chinese and ASCII; then
GB18030 (a superset of GBK, which CNKI exports use) where it decodes nearly without an error and
yields Chinese; Latin-1 never by itself. What was guessed is reported.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from litconv.diagnostics import Diagnostics, InputError
from litconv.model import Span

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(
    r"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # OSC and the other strings: titles, links
    r"|\x1b[ -/]*[0-~]?"  # short escapes
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"  # what is left of C0 and C1
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_USUAL = re.compile(r"[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_USUAL_SHARE = 0.9
_DAMAGED_SHARE = 0.05
_PAIR = re.compile(rb"[\x81-\xfe]([\x40-\xfe])")
_ASCII = re.compile(rb"[\t\n\r -~]")
_ASCII_SHARE = 0.75
_BINARY_SHARE = 0.1


class Source:
    """One decoded input: `name` as the user gave it, `text` with plain newlines only."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their newlines; line numbers in spans count from 1."""
        return self.text.split("\n")

    def stream(self) -> Iterator[str]:
        """Yield the lines one by one: what readers use that need no line twice."""
        yield from self.lines

    def span(self, offset: int) -> Span:
        """Give the place of a character offset in `text`."""
        line = bisect_right(self._starts, offset)
        return Span(self.name, line, offset - self._starts[line - 1] + 1)

    @property
    def head(self) -> str:
        """The first 4 KB that hold anything: what `Reader.sniff` looks at."""
        return self.text[:8192].lstrip()[:4096]


def strip_controls(text: str) -> str:
    """Take out control characters and terminal escape sequences; tabs and newlines stay."""
    return _CONTROL.sub("", text)


def decode(
    data: bytes, name: str, diagnostics: Diagnostics, *, encoding: str | None = None
) -> Source:
    r"""Turn the bytes of the input called `name` into a `Source`.

    `encoding` decides if given; otherwise the rules at the top of this module do. Raises
    InputError for binary data and for an encoding Python does not know.
    """
    remarks = Diagnostics()  # of no use where the data turn out to be no text
    if encoding:
        text = _decode_as(data, encoding, name, remarks)
    else:
        text = _decode_guessing(data, name, remarks)
    text = _NEWLINES.sub("\n", text.removeprefix("\ufeff"))
    if first := _CONTROL.search(text):
        if _looks_binary(text):
            msg = f"{'standard input' if name == '-' else name} is not text"
            raise InputError(msg, hint="Give a record page or a bibliography saved as text.")
        span = Source(name, text).span(first.start())
        text, count = _CONTROL.subn("", text)
        remarks.report(
            "control-character-removed",
            f"{count} control character{'s' * (count != 1)} removed, the first one here",
            span=span,
        )
    for one in remarks.items:
        diagnostics.report(one.code, one.message, hint=one.hint, span=one.span)
    return Source(name, text)


def _looks_binary(text: str) -> bool:
    head = text[:65536]
    return len(_CONTROL.findall(head)) + head.count("\ufffd") > max(len(head) * _BINARY_SHARE, 4)


def _decode_as(data: bytes, encoding: str, name: str, diagnostics: Diagnostics) -> str:
    try:
        codecs.lookup(encoding)
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        with contextlib.suppress(ValueError):  # `punycode` cannot replace what it cannot decode
            text = data.decode(encoding, errors="replace")
            _report_undecodable(data, error, encoding, name, diagnostics)
            return text
    except (LookupError, ValueError):  # unknown, or no encoding of text (`base64`, `undefined`)
        pass
    msg = f"unknown encoding {encoding!r}"
    raise InputError(msg, hint="Try utf-8, gb18030, big5 or latin-1.")


def _decode_guessing(data: bytes, name: str, diagnostics: Diagnostics) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data[len(bom) :], encoding, name, diagnostics)
    if utf16 := _utf16_by_zeros(data):
        return _decode_utf16(data, utf16, name, diagnostics)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if utf16 := _utf16_by_letters(data):
            return _decode_utf16(data, utf16, name, diagnostics)
        text = data.decode("utf-8", errors="replace")
        if not _is_damaged_utf8(text) and _is_gb18030(data):
            diagnostics.report(
                "encoding-guessed",
                "not UTF-8; read as GB18030 (GBK), which fits its bytes",
                span=Span(name),
                hint="say --encoding NAME if names look garbled",
            )
            return _decode_as(data, "gb18030", name, diagnostics)
        _report_undecodable(data, error, "utf-8", name, diagnostics)
        return text


def _is_damaged_utf8(text: str) -> bool:
    """Say whether more of what is not ASCII could be read as UTF-8 than had to be replaced."""
    foreign = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") * 2 <= foreign


def _decode_utf16(data: bytes, encoding: str, name: str, diagnostics: Diagnostics) -> str:
    diagnostics.report(
        "encoding-guessed", f"read as {encoding.upper()}, told by its bytes", span=Span(name)
    )
    return _decode_as(data, encoding, name, diagnostics)


def _utf16_by_zeros(data: bytes) -> str | None:
    head = data[:4096]
    if not head or head.count(0) < len(head) // 8:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _utf16_by_letters(data: bytes) -> str | None:
    """Tell Chinese UTF-16, which has few zero bytes, by what it decodes to.

    Pairs of ASCII letters look Chinese in UTF-16, so text that is mostly ASCII is left out.
    """
    head = data[:4096]
    if len(data) % 2 or len(_ASCII.findall(head)) > len(head) * _ASCII_SHARE:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, errors="replace")
        if len(_USUAL.findall(text)) >= len(text) * _USUAL_SHARE:
            return encoding
    return None


def _is_gb18030(data: bytes) -> bool:
    """Say whether the bytes are GB18030 and what is not ASCII in them is mostly Chinese.

    A character cut in two at the end and few damaged ones elsewhere are borne with. Accented
    letters of Latin-1 stand before ASCII letters, the bytes of Chinese beside one another.
    """
    pairs = _PAIR.findall(data)
    if sum(1 for second in pairs if second > b"\x7f") * 2 <= len(pairs):
        return False
    text = data.decode("gb18030", errors="replace")
    foreign = sum(1 for char in text if char > "\x7f")
    damaged = text.rstrip("\ufffd").count("\ufffd")
    return len(_HAN.findall(text)) * 2 >= foreign and damaged <= foreign * _DAMAGED_SHARE


def _report_undecodable(
    data: bytes, error: UnicodeDecodeError, encoding: str, name: str, diagnostics: Diagnostics
) -> None:
    before = data[: error.start].decode(encoding, errors="replace").removeprefix("\ufeff")
    lines = _NEWLINES.sub("\n", before).split("\n")
    diagnostics.report(
        "undecodable-bytes",
        f"byte 0x{data[error.start]:02x} is not valid {error.encoding}; it and others like it "
        "were replaced by �",
        span=Span(name, len(lines), len(lines[-1]) + 1),
        hint="say --encoding NAME",
    )
