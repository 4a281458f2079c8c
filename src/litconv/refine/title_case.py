"""Which titles APA wants in sentence case, and when it is safe to put them into it.

APA (Publication Manual, 7th edition, 6.17 and 9.19) prints titles of works in sentence case, the
titles of periodicals in Title Case, and leaves names alone: of laws, cases and treaties, of
programs, of sites and blogs. CSL styles leave the case of titles to the data.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import ItemType, Record
from litconv.text.case.english import shows_english
from litconv.text.case.sentence import sentence_case
from litconv.text.script import is_all_caps

_NAMED: Final = frozenset(
    (
        ItemType.BILL,
        ItemType.HEARING,
        ItemType.LEGAL_CASE,
        ItemType.LEGISLATION,
        ItemType.PERIODICAL,
        ItemType.REGULATION,
        ItemType.SOFTWARE,
        ItemType.TREATY,
    )
)
_IN_BOOKS: Final = frozenset(
    (
        ItemType.CHAPTER,
        ItemType.ENTRY,
        ItemType.ENTRY_DICTIONARY,
        ItemType.ENTRY_ENCYCLOPEDIA,
    )
)
_ENGLISH: Final = re.compile(r"en(?:g|glish)?(?:[-_].*)?|英[文语].*", re.IGNORECASE)


def sentence_fields(record: Record) -> tuple[str, ...]:
    """Name the fields of a record that hold titles of works: its own, and that of its book."""
    own = () if record.type in _NAMED else ("title", "title_short")
    return (*own, "container_title") if record.type in _IN_BOOKS else own


def is_english(language: str) -> bool:
    """Tell whether a record's language is English: a tag such as `en-GB`, or its name."""
    return _ENGLISH.fullmatch(language.strip()) is not None


def repair_capitals(title: str) -> str:
    """Give a title in capitals in sentence case; any other may be the author's own and stays."""
    return sentence_case(title, subtitles=True) if is_all_caps(title) else title


def to_sentence_case(title: str, language: str) -> str:
    """Give an English title in APA's sentence case, any other unchanged.

    A title in another language than English stays whatever its words look like. Where the
    language is not stated, the title itself has to show that it is English, because Title Case
    alone does not: `Angewandte Chemie` and `Madame Bovary` stay.
    """
    if language and not is_english(language):
        return title
    if language or shows_english(title):
        return sentence_case(title, subtitles=True)
    return repair_capitals(title)
