"""Publishers and their places in capitals: `ELSEVIER SCIENCE BV` → Elsevier Science BV.

Web of Science prints both so. They are names in title case as journals are, but for the forms of
companies (`BV`, `GmbH`) and the states behind an American city. A short publisher of one word
(`IEEE`, `AIAA`) may be an acronym and stays; so does whatever has letters beyond ASCII.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.text.case.journals import title_case_journal

_WORD: Final = re.compile(r"[A-Z]+")
_COMPANIES: Final = {
    **{one: one for one in "AB AG AS BV CV DD EV KG LLC LLP NV OY PLC SA SE SL SRO".split()},
    **{one: one for one in "IOS OSA AIAA AOAC INRA OECD UNESCO ISA IGI".split()},
    "GMBH": "GmbH",
    "SARL": "SARL",
}
_AROUND_STATE: Final = re.compile(r"(?:, ?| )(?=[A-Z]{2}(?: \d{5})?$)")
_STATES: Final = frozenset(
    "AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH "
    "NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY UK".split()
)
_LONGEST_ACRONYM: Final = 4


def recase_publisher(text: str) -> str:
    """Give a publisher in capitals in title case; any other one unchanged."""
    if not _in_capitals(text) or len(text) <= _LONGEST_ACRONYM:
        return text
    return _with(text, _COMPANIES)


def recase_place(text: str) -> str:
    """Give a place in capitals in title case, the states of America in capitals."""
    if not _in_capitals(text) or text in _STATES:
        return text
    if cut := _AROUND_STATE.search(text):
        city, state = text[: cut.end()], text[cut.end() :]
        if state[:2] in _STATES:
            return title_case_journal(city.rstrip(" ,")) + cut[0] + state
    return title_case_journal(text)


def _in_capitals(text: str) -> bool:
    return text.isascii() and text.isupper()


def _with(text: str, forms: dict[str, str]) -> str:
    """Re-case a text but for the words that have a form of their own."""
    changed = title_case_journal(text)
    if len(changed) != len(text):
        return changed
    return _WORD.sub(lambda match: forms.get(match[0], changed[match.start() : match.end()]), text)
