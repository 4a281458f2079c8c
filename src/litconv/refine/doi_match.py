"""Reads the suffix of a DOI by the tables of rules; the first that fits counts.

The tables are `doi_rules` (which says what the parts of a pattern mean), `doi_dated`, `doi_plain`,
`doi_marked` and `doi_years`, in this order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from litconv.refine.doi_dated import DATED_RULES
from litconv.refine.doi_journals import Journal, journal_in, journal_of
from litconv.refine.doi_marked import MARKED_RULES
from litconv.refine.doi_plain import PLAIN_RULES
from litconv.refine.doi_rule import Rule
from litconv.refine.doi_rules import RULES
from litconv.refine.doi_years import YEAR_RULES
from litconv.text.serials import valid_issn

_LONGEST: Final = 200  # characters of a suffix; SICIs have 70 at most
_EARLY: Final = 2  # issues of a volume
_DIGITS: Final = re.compile(r"\d{1,9}", re.ASCII)
_CENTURY: Final = 40  # two digits up to this are of the 2000s
# Catalogues know the sections of Biochimica et Biophysica Acta by the ISSN of the whole.
_OF_SECTIONS: Final = frozenset(
    "0005-2728 0005-2736 0005-2760 0167-4781 0167-4838 0167-4889 0304-4165 0304-419X "
    "0925-4439".split()
)


class Told(msgspec.Struct, kw_only=True):
    """What a DOI tells; `start` is a page for comparing only, `guess` a year for a hint only."""

    rule: str
    journal: Journal | None = None
    year: int | None = None
    year_rule: str = ""
    volume: str = ""
    volume_rule: str = ""
    issue: str = ""
    page: str = ""
    article: str = ""
    start: str = ""
    issn: str = ""
    guess: int | None = None
    early: int = 0
    confirm: str = ""

    def year_of(self, volume: str, issue: str) -> int | None:
        """Give the year of a volume and issue that are known from elsewhere.

        It is that in which the DOI was assigned, or the next one; an article of the first issues
        may be dated the year before its volume.
        """
        year = self.journal.year(volume) if self.journal else None
        if year is None or (self.guess and not 0 <= year - self.guess <= 1):
            return None
        if year == self.guess:
            return year
        number = _DIGITS.match(issue)
        if issue:
            first = number is None or int(number[0]) <= max(self.early, _EARLY)
        else:
            first = self.guess is not None
        return None if first else year


def told_by(doi: str) -> Told | None:
    """Give what a bare DOI tells, or None where it tells nothing."""
    prefix, slash, suffix = doi.partition("/")
    if not slash or len(suffix) > _LONGEST:
        return None
    for rule, pattern in _rules_for(prefix):
        found = pattern.fullmatch(suffix)
        if found and _is_valid(found.groupdict().get("issn")):
            return _told(rule, found.groupdict(), prefix, suffix)
    journal = journal_in(prefix, suffix)
    return Told(rule="doi:code", journal=journal) if journal else None


def _told(rule: Rule, parts: dict[str, str | None], prefix: str, suffix: str) -> Told:
    issn = _issn(parts.get("issn") or "")
    code = rule.code or parts.get("journal") or issn
    journal = journal_of(prefix, code) if code else journal_in(prefix, suffix)
    guess = _guess(parts)
    if journal and guess and guess > journal.last:
        journal = None
    volume = _number(parts.get("volume"))
    page = _number(parts.get("page"))
    stated = _year(parts.get("year") or parts.get("yy") or "")
    by_year = journal.volume(stated or guess) if journal and rule.by_year else ""
    told = Told(
        rule=f"doi:{rule.name}",
        journal=journal,
        year=stated,
        volume=volume or by_year,
        volume_rule="doi:year-volume" if by_year else "",
        issue=_issue(parts),
        page=page,
        article=_article(parts),
        start=page or _number(parts.get("start")),
        issn=issn if rule.issn and issn not in _OF_SECTIONS else "",
        guess=guess,
        early=rule.early,
        confirm=rule.confirm,
    )
    year = journal.year(told.volume) if journal and not _is_early(rule, told) else None
    if told.year is None and year:
        told.year, told.year_rule = year, "doi:volume-year"
    return told


def _is_early(rule: Rule, told: Told) -> bool:
    """Whether an article stands so early in its volume that it may be of the year before."""
    page = told.start.lstrip("A")  # of a supplement
    return (told.issue.isdecimal() and int(told.issue) <= rule.early) or (
        page.isdecimal() and int(page) <= rule.early_page
    )


def _is_valid(issn: str | None) -> bool:
    """Whether an ISSN's check digit is right, which tells forms of as many digits apart."""
    return issn is None or bool(_issn(issn))


def _issn(text: str) -> str:
    """Give an ISSN with its hyphen, or "" where its check digit is wrong."""
    digits = text.replace("-", "").upper()
    issn = f"{digits[:4]}-{digits[4:]}"
    return issn if valid_issn(issn) else ""


def _number(text: str | None) -> str:
    return (text or "").lstrip("0")


def _issue(parts: dict[str, str | None]) -> str:
    if colloque := parts.get("colloque"):
        return f"C{colloque}"
    return _number((parts.get("issue") or "").replace("suppl_", "Suppl "))


def _article(parts: dict[str, str | None]) -> str:
    if number := parts.get("e") or _number(parts.get("short")):
        return f"e{number}"
    return _number(parts.get("article"))


def _year(text: str) -> int | None:
    if not text:
        return None
    if len(text) == 4:  # noqa: PLR2004 - digits of a year
        return int(text)
    return int(text) + (2000 if int(text) <= _CENTURY else 1900)


def _guess(parts: dict[str, str | None]) -> int | None:
    for group, first in (("from_b", "b"), ("from_c", "c")):
        if letter := parts.get(group):
            return 2010 + 10 * (ord(letter.lower()) - ord(first)) + int(parts["unit"] or 0)
    return _year(parts.get("guess") or "")


class Compiled(NamedTuple):
    """A rule with its pattern ready to use."""

    rule: Rule
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _by_prefix() -> dict[str, list[Compiled]]:
    table: dict[str, list[Compiled]] = {}
    for rule in (*RULES, *DATED_RULES, *PLAIN_RULES, *MARKED_RULES, *YEAR_RULES):
        compiled = Compiled(rule, re.compile(rule.pattern, re.IGNORECASE))
        for prefix in rule.prefixes.split():
            table.setdefault(prefix, []).append(compiled)
    return table


@lru_cache(maxsize=1024)
def _rules_for(prefix: str) -> list[Compiled]:
    """Give the rules to try for the DOIs of a prefix: its own first, then those of any."""
    table = _by_prefix()
    return [*table.get(prefix, ()), *table["*"]]
