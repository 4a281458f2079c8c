"""Control characters, terminal escape sequences, and the many signs for a new line."""

from __future__ import annotations

import re

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_OTHER_NEWLINES = ("\x0b", "\x0c", "\x85", "\u2028", "\u2029")
CONTROL = re.compile(
    r"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # OSC and the other strings: titles, links
    r"|\x1b[ -/]*[0-~]?"  # short escapes
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"  # what is left of C0 and C1
)
"""A control character or a whole sequence; never over the end of a line."""

_C0 = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
_C1 = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_BINARY_SHARE = 0.1


def has_controls(text: str) -> bool:
    """Say whether `CONTROL` matches anywhere; on bytes, because that is many times as fast."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _C0)) != len(data):
        return True
    return not text.isascii() and _C1.search(data) is not None


def strip_controls(text: str) -> str:
    """Take out control characters and terminal escape sequences; tabs and newlines stay."""
    return CONTROL.sub("", text) if has_controls(text) else text


def plain_newlines(text: str) -> str:
    r"""Make every sign for a new line `\n`."""
    if any(sign in text for sign in _OTHER_NEWLINES):
        return _NEWLINES.sub("\n", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def looks_binary(text: str) -> bool:
    """Say whether the beginning of a text has too many control characters to be one."""
    head = text[:65536]
    return len(CONTROL.findall(head)) + head.count("\ufffd") > max(len(head) * _BINARY_SHARE, 4)
