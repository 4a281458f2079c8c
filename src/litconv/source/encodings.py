"""Which encoding bytes are in, told by what they are.

The rules are those every user of such files expects: a byte order mark decides; then UTF-16 told
by its zero bytes; then what an XML declaration says, unless it says Latin-1 or the like of letters
that are UTF-8; then UTF-8; then UTF-16 where it yields
nothing but Chinese and ASCII; then GB18030 (a superset of GBK, which CNKI exports use) where it
decodes nearly without an error and yields Chinese; then Windows-1252 (Latin-1 with curly quotes)
where it yields the letters of Western languages, one here and one there among ASCII. What fits
none of these is damaged UTF-8.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})"
)
# What is said to be in the smaller set holds letters of the larger one all the same.
_LARGER: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "utf-8",
}
_HEAD: Final = 4096
# Texts: such patterns take milliseconds to compile, and most inputs are UTF-8.
_HAN: Final = r"[\u4e00-\u9fff]"
_USUAL: Final = r"[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_USUAL_SHARE: Final = 0.9
_DAMAGED_SHARE: Final = 0.05
_PAIR: Final = re.compile(rb"[\x81-\xfe]([\x40-\xfe])")
_ASCII: Final = re.compile(rb"[\t\n\r -~]")
_ASCII_SHARE: Final = 0.75
_FOREIGN: Final = re.compile(rb"[\x80-\xff]+")
_WESTERN: Final = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’‚“”„–—…•«»°±²³¹·µ¿¡§©®™€£¥ªº¼½¾´¨\xa0]")
_WESTERN_SHARE: Final = 0.9
_LONG_RUN: Final = 2
_LONG_RUNS_SHARE: Final = 0.1
_FOREIGN_SHARE: Final = 0.3


class Encoding(NamedTuple):
    """An encoding, how many bytes of a mark stand before the text, and what to say of it."""

    name: str
    mark: int = 0
    remark: str = ""
    hint: str = ""


def by_mark(data: bytes) -> Encoding | None:
    """Tell the encoding by the first bytes of a text, whatever follows; None if they say nothing.

    A declaration of UTF-16 that can be read as ASCII is wrong, and an unknown name says nothing.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Encoding(encoding, len(bom))
    if utf16 := _utf16_by_zeros(data[:_HEAD]):
        return _utf16(utf16)
    if declared := _DECLARED.match(data[:_HEAD]):
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            return None
        if _is_eight_bit(name) and _is_utf8_with_letters(data):
            what = f"declared as {declared[1].decode('ascii')}, but read as UTF-8, which it is"
            return Encoding("utf-8", 0, what, _LOOK)
        if not name.startswith(("utf-16", "utf-32")) and _is_text(name):
            return Encoding(_LARGER.get(name, name))
    return None


def _is_eight_bit(encoding: str) -> bool:
    """Say whether each byte is a letter in it, as in Latin-1: then it fits whatever there is."""
    try:
        return len("ë".encode().decode(encoding, "replace")) == len("ë".encode())
    except (LookupError, ValueError):
        return False


def _is_utf8_with_letters(data: bytes) -> bool:
    """Say whether a block has letters beyond ASCII and all are UTF-8, which no chance makes.

    Programs write UTF-8 under the declaration of an older version of theirs.
    """
    if data.isascii():
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _is_text(encoding: str) -> bool:
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):  # `base64`, `undefined`
        return False
    return True


def by_letters(data: bytes, *, whole: bool) -> Encoding:
    """Tell the encoding by letters beyond ASCII; `whole` says that nothing follows `data`."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, whole)
    except UnicodeDecodeError:
        pass
    else:
        return Encoding("utf-8")
    if utf16 := _utf16_by_letters(data, whole=whole):
        return _utf16(utf16)
    if not _is_damaged_utf8(data.decode("utf-8", "replace")):
        if _is_gb18030(data):
            what = "not UTF-8; read as GB18030 (GBK), which fits its bytes"
            return Encoding("gb18030", 0, what, _LOOK)
        if _is_western(data):
            what = "not UTF-8; read as Windows-1252 (Latin-1), which fits its bytes"
            return Encoding("cp1252", 0, what, _LOOK)
    return Encoding("utf-8")


_LOOK: Final = "say --encoding NAME if names look garbled"


def _utf16(name: str) -> Encoding:
    return Encoding(name, 0, f"read as {name.upper()}, told by its bytes")


def _is_damaged_utf8(text: str) -> bool:
    """Say whether more of what is not ASCII could be read as UTF-8 than had to be replaced."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * 2 <= foreign


def _utf16_by_zeros(head: bytes) -> str | None:
    if not head or head.count(0) < len(head) // 8:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _utf16_by_letters(data: bytes, *, whole: bool) -> str | None:
    """Tell Chinese UTF-16, which has few zero bytes, by what it decodes to.

    Pairs of ASCII letters look Chinese in UTF-16, so text that is mostly ASCII is left out.
    """
    head = data[:_HEAD]
    if (whole and len(data) % 2) or len(_ASCII.findall(head)) > len(head) * _ASCII_SHARE:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, errors="replace")
        if len(re.findall(_USUAL, text)) >= len(text) * _USUAL_SHARE:
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
    return len(re.findall(_HAN, text)) * 2 >= foreign and damaged <= foreign * _DAMAGED_SHARE


def _is_western(data: bytes) -> bool:
    """Say whether the bytes are Windows-1252: accented letters and quotes, scattered in ASCII.

    Words of Cyrillic, Greek or Thai encodings are long runs of such bytes.
    """
    runs = _FOREIGN.findall(data)
    total = sum(map(len, runs))
    long_runs = sum(1 for run in runs if len(run) > _LONG_RUN)
    if long_runs > len(runs) * _LONG_RUNS_SHARE or total > len(data) * _FOREIGN_SHARE:
        return False
    try:
        text = b"".join(runs).decode("cp1252")
    except UnicodeDecodeError:
        return False
    return len(_WESTERN.findall(text)) >= total * _WESTERN_SHARE
