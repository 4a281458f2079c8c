"""What two records say besides their titles, compared: people, journal, volume, pages, years."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from litconv.works.forms import Form
from litconv.works.journals import same_journal

_LONG = 30
"""Letters from which a title that is the same letter by letter is hardly two works' by chance."""
_LONG_CJK = 10
_TELLING = 20
"""Letters from which a title says more than what sort of text it is (`Editorial`, `Book reviews`);
enough where a list that names no authors agrees in everything else it says."""
_TELLING_CJK = 6
YEARS_APART = 1
"""Online and print, or the year of a conference and of its proceedings."""


class Evidence:
    """What two records say about the place of their works, compared; None: one does not say."""

    __slots__ = (
        "author", "count", "crowd", "issue", "journal", "last", "long", "named", "one", "other",
        "page", "telling", "volume", "years",
    )  # fmt: skip

    def __init__(self, one: Form, other: Form) -> None:
        self.one, self.other = one, other
        self.author = same_people(one, other)
        self.crowd = _crowd(one, other)
        self.count = None if one.count is None or other.count is None else one.count == other.count
        self.journal = _journals(one, other)
        self.volume = equal(one.volume, other.volume)
        if self.volume is False and str(one.year) in {one.volume, other.volume}:
            self.volume = None  # a year as volume, as Cochrane reviews have it
        self.issue = _issues(one.issue, other.issue)
        self.page = same_pages(one, other)
        self.last = equal(one.last, other.last)
        known = one.year is not None and other.year is not None
        self.years = abs((one.year or 0) - (other.year or 0)) if known else None
        letters = min(len(one.compact), len(other.compact))
        cjk = one.cjk or other.cjk
        self.long = letters >= (_LONG_CJK if cjk else _LONG)
        self.telling = letters >= (_TELLING_CJK if cjk else _TELLING)
        whole_name = bool(self.author and not one.people[0].isascii() and one.initials[0])
        self.named = bool(self.author) and (whole_name or self.telling)

    @property
    def same_place(self) -> bool:
        """Say whether volume and first page are one: as good as an identifier."""
        return bool(self.volume and self.page)


def equal(one: str, other: str) -> bool | None:
    """Compare two values; None when one of them is missing."""
    return one == other if one and other else None


_DIGITS = re.compile(r"\d+")


def _issues(one: str, other: str) -> bool | None:
    """Compare issues by their numbers: `1 Suppl`, `S1` and `1` are one, and `1-2` holds `2`."""
    mine, yours = set(_DIGITS.findall(one)), set(_DIGITS.findall(other))
    if not mine or not yours:
        return None
    return not mine.isdisjoint(yours)


def _journals(one: Form, other: Form) -> bool | None:
    if one.issn and other.issn and one.issn & other.issn:
        return True
    mine = [name for name in (one.container, one.short_container) if name]
    yours = [name for name in (other.container, other.short_container) if name]
    if not mine or not yours:
        return None
    return any(same_journal(name, another) for name in mine for another in yours)


def same_pages(one: Form, other: Form) -> bool | None:
    """Compare first pages, or article numbers where one record has these; None: one is missing."""
    mine, yours = one.first or one.article_number, other.first or other.article_number
    if not mine or not yours:
        return None
    return mine == yours or (one.article_number or "-") == (other.article_number or "+")


_ARTICLE_NUMBER = 5


def pages_explained(evidence: Evidence) -> bool:
    """Tell whether two first pages can be one work's: counted from 1, or an article number.

    The journal has to be one, and the title long: then a work of the same title elsewhere in the
    same volume is a correction, which says so.
    """
    if not (evidence.journal and evidence.author and evidence.long and evidence.years is not None):
        return False
    one, other = evidence.one, evidence.other
    if (one.volume and other.volume and evidence.volume is False) or evidence.issue is False:
        return False
    pages = sorted((one.first or one.article_number, other.first or other.article_number), key=int)
    counted = pages[0] == "1" or one.first == one.last or other.first == other.last
    numbered = len(pages[1]) >= _ARTICLE_NUMBER and len(pages[0]) < _ARTICLE_NUMBER
    return counted or numbered or pages[1].endswith(pages[0])


_COMPOUND = 85


def same_people(one: Form, other: Form) -> bool | None:
    """Tell whether the first authors can be one person; None when one record names nobody.

    An author order that differs, a compound name cut to its last part, a misprint, and family and
    given name the wrong way round are allowed where another author is shared.
    """
    if not one.people or not other.people:
        return None
    if _one_script(one.people[0], other.people[0]):
        return None
    if _same_person(one.people[0], other.people[0]):
        initials = one.initials[0], other.initials[0]
        return not all(initials) or initials[0] == initials[1] or bool(_shared(one, other) > 1)
    return _shared(one, other) * 2 >= min(len(one.people), len(other.people))


def _crowd(one: Form, other: Form) -> bool:
    """Tell whether one list of people begins the other, and is two people at least.

    Family names and first initials count; two people who write two papers of the same short title
    are known to happen in parts only, and these differ in their numbers.
    """
    shared = min(len(one.people), len(other.people))
    return (
        shared > 1
        and one.people[:shared] == other.people[:shared]
        and one.initials[:shared] == other.initials[:shared]
    )


def _shared(one: Form, other: Form) -> int:
    return len(set(one.people) & set(other.people))


def _one_script(one: str, other: str) -> bool:
    """Tell whether only one of two names is in Latin letters, so that they cannot be compared."""
    return one[0].isascii() is not other[0].isascii()


def _same_person(one: str, other: str) -> bool:
    if one == other or one.endswith(other) or other.endswith(one):
        return True
    return one[0] == other[0] and fuzz.ratio(one, other) >= _COMPOUND
