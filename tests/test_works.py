"""The same work or not: an invented hard set, one line for each trap that libraries hold."""

from __future__ import annotations

from typing import Any

import pytest

from litconv.model import Identifiers, ItemType, Listing, ListKind, OtherIdentifier, Pages, Record
from litconv.works import Form, find_groups
from litconv.works.blocks import candidates
from litconv.works.forms import container_form, title_form
from litconv.works.journals import same_journal
from litconv.works.kinds import kind_of, numbers_in
from litconv.works.match import decide
from litconv.works.runon import split_by
from made_records import dated, person

TITLE = "Invented effects of moss on the cooling of northern roofs"
HAN = "苔藓对北方屋顶降温作用的虚构研究"


def work(title: str = TITLE, **changes: Any) -> Record:  # noqa: ANN401 - facts of any kind
    """Give a whole record with some of its facts changed; empty ones are left out."""
    facts: dict[str, Any] = {
        "authors": "Alder, Q. Z.; Birch, Mina; Cedar, U.",
        "journal": "Journal of Invented Research",
        "year": 2001,
        "volume": "7",
        "issue": "2",
        "pages": "919-927",
        "doi": "",
        "type": ItemType.ARTICLE_JOURNAL,
        **changes,
    }
    people = [one.partition(", ") for one in facts["authors"].split("; ") if one]
    first, _, last = facts["pages"].partition("-")
    return Record(
        type=facts["type"],
        title=title,
        contributors=tuple(person(family, given) for family, _, given in people),
        container_title=facts["journal"],
        issued=dated(facts["year"]) if facts["year"] else None,
        volume=facts["volume"],
        issue=facts["issue"],
        pages=Pages(first=first, last=last),
        identifiers=Identifiers(
            doi=facts["doi"], pmid=facts.get("pmid", ""), isbn=facts.get("isbn", ())
        ),
        edition=facts.get("edition", ""),
        listing=Listing(ListKind.RELATED) if facts.get("listed") else None,
    )


BARE: dict[str, Any] = {"journal": "", "year": 0, "volume": "", "issue": "", "pages": ""}

SAME = {
    "nothing differs": (work(), work()),
    "abbreviated journal, no issue": (work(), work(journal="J Invent Res", issue="")),
    "one DOI missing": (work(doi="10.5555/a"), work()),
    "DOI in capitals": (work(doi="10.5555/inv.A"), work("A title cut", doi="10.5555/INV.a")),
    "capitals and a stop": (work(), work(f"{TITLE.upper()}.")),
    "translated title in brackets": (work(), work(f"[{TITLE}]")),
    "markup and entities": (work("Growth of H2O &amp; moss on roofs up north in winter"),
                            work("Growth of H<sub>2</sub>O and moss on roofs up north in winter")),
    "Greek letter spelled out": (work("The β receptor of invented mosses on northern roofs"),
                                 work("The beta receptor of invented mosses on northern roofs")),
    "accents lost": (work("Étude inventée de la mousse sur les toits du nord"),
                     work("Etude inventee de la mousse sur les toits du nord")),
    "misprint": (work(), work(TITLE.replace("northern", "nothern"))),
    "British spelling": (work("Randomized study of anemia in pediatric mosses of the north"),
                         work("Randomised study of anaemia in paediatric mosses of the north")),
    "hyphen or not": (work("Health-care associated mosses in the long term care of roofs"),
                      work("Healthcare associated mosses in the longterm care of roofs")),
    "small words differ": (work(), work(TITLE.replace("of northern", "of the northern"))),
    "subtitle dropped": (work(f"{TITLE}: a randomized trial"), work()),
    "title cut off": (work(), work(TITLE[:45])),
    "leading rubric": (work(f"Short report: {TITLE}"), work()),
    "last page short": (work(), work(pages="919-7")),
    "only the first page": (work(), work(pages="919")),
    "page with a letter": (work(pages="e23-e29"), work(pages="23-29")),
    "year of online and of print": (work(), work(year=2000)),
    "supplement, said in three ways": (work(issue="1 Suppl", pages=""), work(issue="S1", pages="")),
    "DOI given twice, online a year before": (work(doi="10.5555/a.1"),
                                              work(doi="10.9999/b", year=2000)),
    "ahead of print": (work(), work(volume="", issue="", pages="", year=2000)),
    "ahead of print, counted from 1": (work(), work(volume="", issue="", pages="1-9")),
    "article number and count": (work(pages="101576"), work(pages="1-7")),
    "volume says there is none": (work(), work(volume="(no pagination)", issue="", pages="")),
    "initials and full names": (work(authors="Alder, Quentin Zeno; Birch, M."), work()),
    "authors cut": (work(authors="Alder, Q."), work()),
    "authors in another order": (work(authors="Birch, M.; Alder, Q. Z.; Cedar, U."), work()),
    "compound name cut": (work(authors="Maple Alder, Q.; Birch, M."), work()),
    "no authors in one": (work(authors=""), work()),
    "journal in another language": (work(journal="Zhonghua Xugou Za Zhi"), work()),
    "translated twice": (work("Moss on roofs: an invented study of cooling in the north"),
                         work("An invented study of cooling: mosses on roofs of the north")),
    "Chinese and its translation": (work(HAN, authors="王, 刚"), work(authors="Wang, G.")),
    "Chinese, full width": (work(f"{HAN}(一)", authors="王, 刚"),
                            work(f"{HAN}(一)", authors="王, 刚")),
    "DOI given twice": (work(doi="10.5555/a.1"), work(doi="10.9999/b")),
    "PMID": (work(pmid="123", **BARE), work("Another form of the title of this", pmid="0123")),
    "proceedings or journal": (work(type=ItemType.PAPER_CONFERENCE), work()),
    "a page that says no journal": (work(**BARE), work(listed=True)),
    "a list that names no authors": (work(**BARE), work(listed=True, authors="")),
    "book by ISBN": (
        work("An invented book on moss", type=ItemType.BOOK, isbn=("978-3-16-148410-0",), **BARE),
        work("An invented book on moss: with roofs", type=ItemType.BOOK, isbn=("3161484100",),
             **BARE),
    ),
}  # fmt: skip

OTHER = {
    "two DOIs": (work(doi="10.5555/a", pages=""), work(doi="10.5555/b", pages="")),
    "preprint and article": (work(doi="10.5555/a"),
                             work(doi="10.9999/pre", journal="inRxiv", volume="", pages="")),
    "versions of a review": (work(doi="10.5555/CD1.pub2", pages="CD1"),
                             work(doi="10.5555/CD1.pub3", pages="CD1", year=2005, volume="11")),
    "abstract and article": (work(), work(journal="Invented Congress", volume="3", pages="S674")),
    "abstract in a supplement of the journal": (work(), work(issue="S1", pages="A12", year=2000)),
    "replies on one page": (work("Reply", authors="Alder, Q."), work("Reply", authors="Elm, U.")),
    "letters on one page": (work("Letters to us", authors=""), work("Letters to us", authors="")),
    "similar posters of one DOI": (
        work("Growth of mosses on old roofs in the north", doi="10.5555/s", pages="S1"),
        work("Growth of lichens on new walls in the north", doi="10.5555/s", pages="S2"),
    ),
    "two congresses": (work(journal="Invented Congress", volume="2", issue="", pages=""),
                       work(journal="Value in Inventing", volume="16", issue="", pages="A353")),
    "erratum": (work(), work(f"Erratum: {TITLE}")),
    "erratum behind the title": (work(), work(f"{TITLE} (vol 7, pg 919, 2001). Correction")),
    "retraction": (work(), work(f"Retraction of: {TITLE}", pages="1000")),
    "comment": (work(), work(f"Comment on: {TITLE}", pages="1000")),
    "re": (work(), work(f"Re: {TITLE}", pages="1000")),
    "reply": (work(f"Comment on: {TITLE}"), work(f"Comment on: {TITLE}. Authors' reply")),
    "protocol": (work(volume="", pages=""),
                 work(f"{TITLE}: study protocol", volume="", pages="")),
    "parts": (work(f"{TITLE}. I", pages=""), work(f"{TITLE}. II", pages="")),
    "parts, one of them named": (work(pages="", volume=""), work(f"{TITLE}. Part 2", pages="")),
    "years in the title": (work(f"{TITLE}, 1999", pages=""), work(f"{TITLE}, 2000", pages="")),
    "one word of a series": (work(TITLE.replace("northern", "southern"), pages=""),
                             work(pages="")),
    "opposite prefix": (work("Moss and hypertension on northern roofs of cities", pages=""),
                        work("Moss and hypotension on northern roofs of cities", pages="")),
    "men and women": (work("Moss in the lives of men on northern roofs", pages=""),
                      work("Moss in the lives of women on northern roofs", pages="")),
    "annual reports": (work("Annual report of the society", year=2001, pages="", volume=""),
                       work("Annual report of the society", year=2003, pages="", volume="")),
    "editorials of a year": (work("Editorial", pages="1"), work("Editorial", pages="101")),
    "editorials without a place": (work("Editorial", volume="", issue="", pages="", authors=""),
                                   work("Editorial", volume="", issue="", pages="", authors="")),
    "same title, other people": (work(**BARE), work(authors="Dogwood, Eli", listed=True)),
    "two poster abstracts of a page": (work("Moss abstract of one thing", pages="S67"),
                                       work("Moss abstract of another thing", pages="S67")),
    "two letters side by side": (work("On the moss of the north", pages="12"),
                                 work("On roofs without any lichens", pages="12")),
    "editions": (work("An invented book on moss", type=ItemType.BOOK, edition="1", **BARE),
                 work("An invented book on moss", type=ItemType.BOOK, edition="2nd", **BARE)),
    "book and its chapter": (work("Moss", type=ItemType.BOOK, doi="10.5555/b", **BARE),
                             work("Moss", type=ItemType.CHAPTER, doi="10.5555/b", **BARE)),
    "thesis and article": (work(type=ItemType.THESIS, **BARE), work()),
    "supplement with one DOI": (work("The growth of invented ferns", doi="10.5555/s", pages="S1",
                                     authors="Elm, A."),
                                work("Quite another poster", doi="10.5555/s", pages="S9")),
    "Chinese parts": (work(f"{HAN}(一)", pages="", authors="王, 刚"),
                      work(f"{HAN}(二)", pages="", authors="王, 刚")),
    "a Chinese correction": (work(HAN), work(f"更正:{HAN}")),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_records_of_one_work(name: str) -> None:
    one, other = map(Form, SAME[name])
    assert decide(one, other).same
    assert decide(other, one).same
    assert len(find_groups([one, other])) == 1, "no block holds both"


@pytest.mark.parametrize("name", OTHER)
def test_records_of_two_works(name: str) -> None:
    one, other = map(Form, OTHER[name])
    assert not decide(one, other).same, decide(one, other)
    assert not decide(other, one).same
    assert len(find_groups([one, other])) == 2


@pytest.mark.parametrize("name", OTHER)
def test_the_other_work_does_not_come_between_two_records_of_one(name: str) -> None:
    one, other = map(Form, OTHER[name])
    if decide(one, one).same:  # two editorials that say nothing else are two works, or may be
        groups = find_groups([one, other, one])
        assert [group.members for group in groups] == [(0, 2), (1,)]


def test_a_third_record_does_not_join_two_that_contradict() -> None:
    loose = work(volume="", issue="", pages="")
    forms = [Form(work(doi="10.5555/a")), Form(loose), Form(work(doi="10.5555/b", pages="1000"))]
    groups = find_groups(forms)
    assert len(groups) == 2
    assert not any({0, 2} <= set(one.members) for one in groups)


def test_groups_stand_in_the_order_of_their_first_records() -> None:
    other = work("Something else about lichens in the south", doi="10.5555/x")
    forms = [Form(one) for one in (work(), other, work(), other, work(doi="10.5555/y"))]
    assert [one.members for one in find_groups(forms)] == [(0, 2, 4), (1, 3)]


def test_threshold_one_takes_equal_titles_only() -> None:
    forms = [Form(work()), Form(work(TITLE.replace("northern", "nothern"), pages="919", volume=""))]
    assert len(find_groups(forms)) == 1
    assert len(find_groups(forms, 1.0)) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J Hosp Infect", "Journal of Hospital Infection", True),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences U S A", True),
        ("JIR", "Journal of Invented Research", True),
        ("Lancet (London, England)", "The Lancet", True),
        ("Critical Care", "Critical Care Medicine", False),
        ("Lancet", "Lancet Oncology", False),
        ("Nature", "Science", False),
        ("虚构学报", "虚构学报(自然科学版)", True),
        ("虚构学报", "虚构技术", False),
    ],
)
def test_names_of_journals(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    forms = [Form(work(journal=name)).container for name in (one, other)]
    assert same_journal(forms[0], forms[1]) is same
    assert same_journal(forms[1], forms[0]) is same


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Erratum to: Moss", "correction"),
        ("Moss (vol 3, pg 1, 2001): Correction", "correction"),
        ("Correction of anaemia in mosses", ""),
        ("Response of mosses to rain", ""),
        ("Reply to Alder", "reply"),
        ("Re: Moss", "comment"),
        ("Recovery of moss", ""),
        ("Commentary: moss", "comment"),
        ("Moss: study protocol for a trial", "protocol"),
        ("关于苔藓一文的更正", "correction"),
    ],
)
def test_what_a_title_says_the_work_is(title: str, kind: str) -> None:
    assert Form(work(title)).kind == kind
    assert kind_of(title, title_form(title)) == kind


def test_numbers_of_parts_count_in_any_writing() -> None:
    assert numbers_in("moss part ii of 12 in 1999") == ("12", "1999", "2")
    assert numbers_in("moss i") == ("1",)


def test_identifiers_of_other_schemes_are_known() -> None:
    one = Record(identifiers=Identifiers(other=(OtherIdentifier("WOS", "0001"),)))
    other = Record(identifiers=Identifiers(other=(OtherIdentifier("wos", "WOS:0001"),)))
    assert decide(Form(one), Form(other)).reason == "wos"


@pytest.mark.parametrize(
    ("title", "container", "main", "journal"),
    [
        ("Moss on roofs Annals of Moss", "", "Moss on roofs", "Annals of Moss"),
        ("Moss on roofs ACTA", "INVENTA", "Moss on roofs", "ACTA INVENTA"),
        ("Moss on roofs Annals", "of Moss", "Moss on roofs", "Annals of Moss"),
        ("Moss on roofs today", "Annals of Moss", "Moss on roofs", None),
        ("Moss on roofs: a study", "", "Moss on roofs", None),
        ("Moss on roofs and walls", "", "Moss on roofs", None),
        ("Moss on roofs", "", "Moss on roofs", None),
        ("Moss on walls Annals of Moss", "", "Moss on roofs", None),
    ],
)
def test_title_and_journal_in_one_are_parted_by_the_title(
    title: str, container: str, main: str, journal: str | None
) -> None:
    listed = Record(title=title, container_title=container, listing=Listing(ListKind.RELATED))
    compact = title_form(main).replace(" ", "")
    parted = split_by(listed, compact, {container_form("Annals of Moss")})
    assert (parted and (parted.title, parted.container_title)) == (journal and (main, journal))


@pytest.mark.parametrize("title", ["Editorial", TITLE])
def test_pairs_grow_with_the_records_and_not_with_their_square(title: str) -> None:
    """A library of nothing but one title, by many people in many years."""

    def pairs(count: int) -> int:
        records = [
            work(
                title,
                authors=f"Alder{n}, Q.",
                year=1900 + n % 120,
                volume=str(n % 90),
                pages=str(n),
            )
            for n in range(count)
        ]
        return sum(1 for _ in candidates([Form(one) for one in records]))

    assert pairs(2000) < 2.5 * pairs(1000)
