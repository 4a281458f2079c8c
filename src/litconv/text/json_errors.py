"""Where a JSON parser stopped: its messages name a byte, people look for a column."""

from __future__ import annotations

import re
from typing import Final

_BYTE: Final = re.compile(r"\(byte (\d+)\)")  # msgspec's words


def before_error(data: bytes, message: str) -> str:
    """Give the text before the byte of `data` that `message` names; "" if it names none."""
    found = _BYTE.search(message)
    return data[: int(found[1])].decode(errors="ignore") if found else ""
