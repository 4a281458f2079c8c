"""Whether two records are of the same work.

A wrong merge loses a work, a missed one only leaves it twice; so two records are one work only
where nothing speaks against it that is not explained. The rules, from the surest:

* A shared DOI, PMID, PMCID, arXiv or Web of Science number: the same, unless the titles have
  nothing in common (abstracts of one supplement share its DOI) or say `Erratum` in one only.
* Two DOIs: two works, preprint and article and the versions of a Cochrane review too. Only where
  the whole citation is one, letter by letter (title, first author, volume, first page, year),
  was one of them misprinted or given twice.
* Without a shared identifier the titles decide, and what they need beside them depends on how
  alike they are: see `_by_title`. Volume and first page together are as good as an identifier;
  a journal alone is not; different pages are different works (a conference abstract and the
  article that came of it), unless one of them is explained (`pages_explained`).

Measured on the labelled libraries that `benchmarks/dedupe_labels.py` reads.
"""

from __future__ import annotations

from typing import NamedTuple

from litconv.works.evidence import (
    YEARS_APART,
    Evidence,
    equal,
    pages_explained,
    same_pages,
    same_people,
)
from litconv.works.forms import Form
from litconv.works.titles import Likeness, likeness

DEFAULT_THRESHOLD = 0.9
"""Share of letters in order that two titles need to be one with misprints. Lower ones hold
titles of one series (`… in rats`, `… in mice`); the words that differ are looked at besides."""


class Decision(NamedTuple):
    """Whether two records are one work, how sure that is (0 to 1), and by what."""

    same: bool
    score: float = 0.0
    reason: str = ""


NO = Decision(same=False)


def decide(one: Form, other: Form, threshold: float = DEFAULT_THRESHOLD) -> Decision:
    """Decide about two records; `threshold` is the share of letters that titles must have."""
    alike = likeness(one, other, threshold)
    shared = _shared_identifier(one, other)
    if shared:
        return _by_identifier(one, other, alike, shared)
    if alike <= Likeness.OTHER and not (one.cjk or other.cjk):
        return NO
    evidence = Evidence(one, other)
    if _contradicts(one, other, alike, evidence):
        return NO
    return _by_title(alike, evidence)


# ---------------------------------------------------------------------------- identifiers


def _shared_identifier(one: Form, other: Form) -> str:
    if one.doi and one.doi == other.doi:
        return "doi"
    common = one.ids & other.ids
    if common:
        return min(common).partition(":")[0]
    both_books = one.class_ in _WHOLE and other.class_ in _WHOLE
    return "isbn" if both_books and one.isbn & other.isbn else ""


_WHOLE = frozenset({"book", "thesis", "report", ""})


def _by_identifier(one: Form, other: Form, alike: Likeness, shared: str) -> Decision:
    if one.kind != other.kind and alike not in {Likeness.SAME, Likeness.UNKNOWN}:
        return NO
    if {one.class_, other.class_} == {"book", "chapter"}:
        return NO
    if alike is Likeness.OTHER and not _another_title(one, other, shared):
        return NO
    if alike is Likeness.SIMILAR and (
        same_people(one, other) is False or same_pages(one, other) is False
    ):
        return NO  # two abstracts of one supplement
    if shared == "isbn" and (alike < Likeness.CUT or equal(one.volume, other.volume) is False):
        return NO
    return Decision(same=True, score=1.0, reason=shared)


def _another_title(one: Form, other: Form, shared: str) -> bool:
    """Tell whether two titles can be one work's: a translation, or a title that was corrected.

    A DOI may be that of the whole supplement, so that there the page has to be one as well.
    """
    if not same_people(one, other):
        return False
    page = same_pages(one, other)
    return bool(page) if shared in {"doi", "isbn"} else page is not False


def conflicting_identifiers(one: Form, other: Form) -> bool:
    """Tell whether both have a DOI, PMID or the like, and no such one in common."""
    if one.doi and other.doi:
        return one.doi != other.doi
    mine = {name.partition(":")[0]: name for name in one.ids}
    return any(mine.get(name.partition(":")[0], name) != name for name in other.ids)


# ---------------------------------------------------------------------------- contradictions


def _contradicts(one: Form, other: Form, alike: Likeness, evidence: Evidence) -> bool:
    """Tell whether something says that these are two works, whatever else agrees."""
    if conflicting_identifiers(one, other) and not _same_citation(alike, evidence):
        return True
    if one.kind != other.kind and not ({one.kind, other.kind} <= _MILD and evidence.same_place):
        return True
    if one.class_ and other.class_ and one.class_ != other.class_ and not evidence.same_place:
        return True
    if one.edition and other.edition and one.edition != other.edition:
        return True
    long_and_same = alike is Likeness.SAME and evidence.long and evidence.same_place
    if evidence.author is False and not long_and_same:
        return True
    return (
        evidence.years is not None
        and evidence.years > YEARS_APART
        and not (evidence.same_place and alike >= Likeness.NEAR)
    )


_MILD = frozenset({"", "protocol", "summary", "abstract"})
"""What a subtitle says of the work itself, so that it may be dropped with it."""


def _same_citation(alike: Likeness, evidence: Evidence) -> bool:
    """Tell whether the whole citation is one, so that two DOIs must be of one work."""
    return (
        (alike is Likeness.SAME or (alike is Likeness.NEAR and bool(evidence.last)))
        and evidence.long
        and evidence.same_place
        and evidence.last is not False
        and (evidence.years == 0 or (evidence.years == 1 and bool(evidence.last)))
        and bool(evidence.author)
    )


# ---------------------------------------------------------------------------- titles


def _by_title(alike: Likeness, evidence: Evidence) -> Decision:
    """Decide by how alike the titles are; nothing contradicts any more."""
    if alike >= Likeness.NEAR:
        return _same_title(alike, evidence)
    if alike is Likeness.CUT and _cut_title(evidence):
        return Decision(same=True, score=0.9, reason="title cut")
    if alike is Likeness.SIMILAR and _translation(evidence):
        return Decision(same=True, score=0.85, reason="place")
    return NO


def _same_title(alike: Likeness, evidence: Evidence) -> Decision:
    """Decide about two records of one title, given or taken a misprint."""
    score = 0.95 if alike is Likeness.SAME else 0.92
    if evidence.same_place:
        if not (evidence.author or evidence.telling):
            return NO  # two letters of a page
        return Decision(same=True, score=score + 0.03, reason="title and place")
    if _other_place(evidence):
        return NO
    if evidence.journal:
        whole = alike is Likeness.SAME and evidence.years == 0
        backed = evidence.long and (evidence.volume or whole)
        sure = bool(evidence.author or evidence.page or backed)
        return Decision(same=True, score=score, reason="title and journal") if sure else NO
    if evidence.journal is False:  # the name may be a translation of the other
        stated = evidence.volume and evidence.author and evidence.issue
        sure = bool(stated and evidence.years == 0)
        return Decision(same=True, score=score - 0.05, reason="title and issue") if sure else NO
    sure = alike is Likeness.SAME and _stands_alone(evidence)
    return Decision(same=True, score=score - 0.03, reason="title and authors") if sure else NO


def _other_place(evidence: Evidence) -> bool:
    """Tell whether volume, issue or page say that these are two works."""
    if evidence.page is False and not pages_explained(evidence):
        return True
    if evidence.volume is False and not (evidence.page and evidence.journal):
        return True
    return evidence.issue is False and not evidence.page


def _stands_alone(evidence: Evidence) -> bool:
    """Tell whether one of them says nothing of its journal, but the rest is enough.

    A page of a discovery site that does not state where its paper appeared is such a record; the
    lists that name it often have no authors.
    """
    if evidence.count is False and not evidence.page:
        return False
    if evidence.page:
        return bool(evidence.telling or evidence.author or evidence.last)
    if evidence.author and (evidence.long or evidence.crowd or evidence.count):
        return True
    listed = evidence.one.listed or evidence.other.listed
    return listed and (evidence.telling if evidence.author is None else evidence.named)


def _cut_title(evidence: Evidence) -> bool:
    if evidence.page is False or evidence.volume is False:
        return False
    if evidence.same_place:
        return evidence.author is not None or bool(evidence.journal)
    return bool(
        evidence.author
        and evidence.journal
        and evidence.years == 0
        and (evidence.volume or evidence.page)
        and evidence.one.numbers == evidence.other.numbers
    )


def _translation(evidence: Evidence) -> bool:
    """Tell whether two different titles are at one place that only one work can have.

    Two abstracts of one author may share a page, so the work must be longer than that.
    """
    one = evidence.one
    return bool(
        evidence.same_place
        and evidence.last
        and one.first != one.last
        and (evidence.author or (evidence.author is None and one.cjk is not evidence.other.cjk))
        and evidence.years == 0
        and evidence.issue is not False
    )


def objects(one: Form, other: Form) -> bool:
    """Tell whether two records must not be in one group, whatever a third is like."""
    if not {one.kind, other.kind} <= _MILD and one.kind != other.kind:
        return True
    if {one.class_, other.class_} == {"book", "chapter"}:
        return True
    if _shared_identifier(one, other):
        return False
    alike = likeness(one, other, DEFAULT_THRESHOLD)
    evidence = Evidence(one, other)
    if evidence.same_place and alike >= Likeness.SIMILAR:
        return conflicting_identifiers(one, other) and not _same_citation(alike, evidence)
    if conflicting_identifiers(one, other) or evidence.volume is False:
        return True
    return evidence.page is False and not pages_explained(evidence)
