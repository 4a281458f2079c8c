"""Names of the form that most have, `Alder, Ann B.`: read with one look."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Name
from litconv.text.patterns import late
from litconv.text.remembered import Remembered

BODY = late(
    r"\b(?:univ(?:ersit\w*)?|inst(?:itut\w*)?|assoc(?:iation)?|society|soc|group|committee"
    r"|consortium|collaboration|organi[sz]ation|ministry|agency|council|network|team|study"
    r"|cent(?:er|re)|project|foundation|trial|investigators|department|dept|commission"
    r"|federation|academy|college|bureau|office|laboratory|hospital|corporation|company|inc|ltd"
    r"|union|board|program(?:me)?|initiative|task force|working party)\b",
    re.IGNORECASE,
)
# What most names are, and what makes such a name another thing: `Alder, Jnr`, `Alder, Et Al`.
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"
_FAMILY = re.compile(rf"{_CAPITALISED}(?:-{_CAPITALISED})?")
_GIVEN = re.compile(
    rf"(?:{_CAPITALISED}|[A-Z]\.)(?:-{_CAPITALISED})?(?: (?:{_CAPITALISED}|[A-Z]\.)){{0,3}}"
)
_ODD_IN_USUAL = late(rf"\b(?:jr|sr|jnr|snr|ii|iii|iv|al|others)\b|{BODY.pattern}", re.IGNORECASE)
SHORT = 80
"""Longer texts are no names worth keeping in a cache."""


def usual_name(text: str) -> Name | None:
    """Give the name where it has the form that most have, `Alder, Ann B.`; None otherwise.

    It is what `parse_name` gives too, which first has to look for all that a text may be instead.
    """
    family, comma, given = text.partition(", ")
    if not comma or len(text) > SHORT or not _USUAL_GIVENS[given]:
        return None
    if family.isascii() and family.isalpha() and family.istitle() and len(family) > 1:
        return Name(family=family, given=given)  # nearly always: no need to look closer
    return Name(family=family, given=given) if _FAMILY.fullmatch(family) else None


def _is_usual(given: str) -> bool:
    return _GIVEN.fullmatch(given) is not None and _ODD_IN_USUAL.search(given) is None


_USUAL_GIVENS: Final = Remembered(_is_usual)
