"""Values of CSL-JSON that the model's fields do not hold, as `RawField`s of `Record.extra`.

The tag is the item's key. The value is the text itself, or JSON for anything else; a text that
could be taken for JSON is written as JSON too, so that `unpack(pack(value)) == value`.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

_JSON_STARTS: Final = frozenset('[{"')
_JSON_WORDS: Final = frozenset(("true", "false", "null"))


def pack(value: Any) -> str:  # noqa: ANN401 (any JSON value)
    """Give the text that stands for a JSON value."""
    if isinstance(value, str) and value[:1] not in _JSON_STARTS and value not in _JSON_WORDS:
        return value
    return msgspec.json.encode(value).decode()


def unpack(text: str) -> Any:  # noqa: ANN401 (any JSON value)
    """Give the value again; numbers come back as texts, which CSL takes for the same."""
    if text[:1] in _JSON_STARTS or text in _JSON_WORDS:
        try:
            return msgspec.json.decode(text)
        except (ValueError, RecursionError):
            return text
    return text


def number_text(number: float) -> str:
    """Give a number as JavaScript prints it: `12`, `1.5`, and `2` for 2.0."""
    whole = abs(number) < _EXACT and number == int(number)
    return str(int(number)) if whole else str(number)


_EXACT: Final = 2**53
