"""Patterns that are compiled when they are first used.

A pattern with ranges of Chinese characters takes up to 20 ms to compile, and most runs need few of
them: compiled at import, those of the whole package took longer than converting 1,000 records.
"""

from __future__ import annotations

import re
from typing import Final, cast

_PARTS: Final = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, or rather what turns into it when it is used."""
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile; from then on the pattern's methods are found without coming by here."""
        compiled = re.compile(self.pattern, self._flags)
        if name in _PARTS:
            self.__dict__.update({part: getattr(compiled, part) for part in _PARTS})
        return getattr(compiled, name)
