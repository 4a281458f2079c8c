"""Records completed by services: what is taken, and what is said."""

from __future__ import annotations

import pytest

from enrich_bench import LEAVES, Bench, with_doi
from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, ItemType, Pages
from litconv.refine.doi import derive
from made_records import dated, person
from services import Services


def test_empty_fields_are_filled_and_say_from_where(services: Services, bench: Bench) -> None:
    services.work(**LEAVES)
    done = bench.one(with_doi(title="Leaves of invented trees"))
    assert done.type is ItemType.ARTICLE_JOURNAL
    assert done.container_title == "Journal of Invented Botany"
    assert (done.volume, done.issue, done.pages.text) == ("6", "2", "165-187")
    assert done.issued == dated(2019, 3), "print comes before online"
    assert [one.sort_text for one in done.authors] == ["Alder, Quinn", "The Leaf Group"]
    assert done.identifiers == Identifiers(doi="10.5555/leaves.1", issn=("0378-5955",))
    steps = {one.field: one for one in done.provenance}
    assert set(steps) == {
        *("type", "container_title", "publisher", "issued", "contributors"),
        *("volume", "issue", "pages", "identifiers"),
    }
    volume = steps["volume"]
    assert (volume.how, volume.rule) == ("enriched", "Crossref")
    assert volume.source == f"{services.url}/works/10.5555/leaves.1"
    assert volume.when == "2027-01-15T08:16:40Z"
    assert bench.codes == ["enriched"]


def test_what_says_more_and_agrees_takes_the_place(services: Services, bench: Bench) -> None:
    services.work(**LEAVES)
    given = with_doi(
        title="Leaves of Invented Trees: a survey",
        type=ItemType.ARTICLE_JOURNAL,
        container_title="J. Inv. Bot.",
        issued=dated(2019),
        contributors=(person("Alder", "Q."),),
        volume="6",
        issue="2",
        pages=Pages(raw="165", first="165"),
        publisher="Another Press",
    )
    done = bench.one(given)
    assert done.title == given.title
    assert done.publisher == given.publisher
    assert done.container_title == "Journal of Invented Botany"
    assert done.issued == dated(2019, 3)
    assert [one.sort_text for one in done.authors] == ["Alder, Quinn", "The Leaf Group"]
    assert done.pages.text == "165-187"
    before = {one.field: one.before for one in done.provenance}
    assert before == {
        "container_title": "J. Inv. Bot.",
        "issued": "2019",
        "contributors": "Alder, Q.",
        "pages": "165",
        "identifiers": before["identifiers"],
    }
    assert "merge-conflict" not in bench.codes, "an abbreviated journal is no conflict"


@pytest.mark.parametrize(
    ("stated", "field"),
    [
        ({"volume": "7"}, "volume"),
        ({"issued": dated(2001)}, "issued"),
        ({"pages": Pages(raw="12-19", first="12", last="19")}, "pages"),
        ({"container_title": "Annals of Roots"}, "container_title"),
    ],
)
def test_disagreement_is_said_and_the_record_stays(
    services: Services, bench: Bench, stated: dict[str, object], field: str
) -> None:
    services.work(**LEAVES)
    given = with_doi(title="Leaves of invented trees", **stated)
    done = bench.one(given)
    assert getattr(done, field) == getattr(given, field)
    assert [one.field for one in bench.said.items if one.code == "merge-conflict"] == [field]


def test_of_another_printing_neither_volume_nor_issue_nor_pages_are_taken(
    services: Services, bench: Bench
) -> None:
    services.work(**LEAVES)
    done = bench.one(with_doi(volume="7"))
    assert (done.volume, done.issue, done.pages) == ("7", "", Pages())
    done = bench.one(with_doi(pages=Pages(raw="12", first="12")))
    assert (done.volume, done.issue, done.pages.text) == ("", "", "12")


def test_what_was_only_derived_from_the_doi_gives_way(services: Services, bench: Bench) -> None:
    doi = "10.1136/gut.45.2.165"
    services.work(**{**LEAVES, "DOI": doi, "volume": "46", "container-title": "Invented Gut"})
    given = derive(with_doi(doi, type=ItemType.ARTICLE_JOURNAL), Diagnostics())
    assert (given.volume, given.issue, given.container_title) == ("45", "2", "Gut")
    done = bench.one(given)
    assert (done.volume, done.issue, done.container_title) == ("46", "2", "Invented Gut")
    how = {one.field: one.how for one in done.provenance}
    assert (how["volume"], how["issue"]) == ("enriched", "derived")
    assert "merge-conflict" not in bench.codes


def test_crossrefs_own_faults_are_repaired(services: Services, bench: Bench) -> None:
    services.work(
        **{
            **LEAVES,
            "title": "LEAVES OF THE INVENTED TREES OF OAKHAM",
            "author": [{"family": "ALDER", "given": "QUINN"}, {"family": "BIRCH", "given": "ADA"}],
            "container-title": "JOURNAL OF INVENTED BOTANY",
            "abstract": "<jats:title>Abstract</jats:title><jats:p>It was found.</jats:p>",
            "page": None,
            "article-number": "e0123",
        }
    )
    done = bench.one(with_doi())
    assert done.title.startswith("Leaves of the invented trees")
    assert done.container_title == "Journal of Invented Botany"
    assert [one.family for one in done.authors] == ["Alder", "Birch"]
    assert done.abstract == "It was found."
    assert done.pages.article_number == "e0123"


def test_a_doi_of_another_work_gives_nothing(services: Services, bench: Bench) -> None:
    services.work(**LEAVES)
    given = with_doi(title="Methods of measuring soil acidity in the field")
    assert bench.one(given) == given
    assert bench.codes == ["enrich-mismatch"]
    assert "'Leaves of invented trees'" in bench.messages


@pytest.mark.parametrize(
    ("title", "accepted"),
    [
        ("Leaves of invented trees", True),
        ("LEAVES OF INVENTED TREES", True),
        ("Leaves of invented tress.", True),
        ("Leaves of invented trees: a survey of forty years", True),
        ("Leaves of invent", True),
        ("<i>Leaves</i> of invented trees", True),
        ("Roots of forgotten grasses", False),
        ("Leaf", False),
        ("", True),
    ],
)
def test_similar_titles_are_one_work(
    services: Services, bench: Bench, title: str, *, accepted: bool
) -> None:
    services.work(**LEAVES)
    assert bool(bench.one(with_doi(title=title)).volume) is accepted


@pytest.mark.parametrize(
    ("year", "page", "accepted"),
    [(2019, "165", True), (2018, "165", True), (2015, "165", False), (2019, "12", False)],
)
def test_a_title_in_another_script_needs_page_and_year(
    services: Services, bench: Bench, year: int, page: str, *, accepted: bool
) -> None:
    services.work(**LEAVES)
    done = bench.one(
        with_doi(
            title="虚构树木的叶子",
            issued=dated(year),
            pages=Pages(raw=page, first=page),
        )
    )
    assert bool(done.volume) is accepted
    assert done.title == "虚构树木的叶子"
    translated = [one.title for one in done.translated_titles]
    assert translated == (["Leaves of invented trees"] if accepted else [])
    assert ("enrich-mismatch" in bench.codes) is not accepted
