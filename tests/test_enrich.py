"""Records completed by services: what is asked, what is taken, what is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching import Enricher
from litconv.enriching.services import quoted
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    Pages,
    PartialDate,
    Record,
)
from litconv.options import EnrichOptions
from litconv.refine.doi import derive
from services import CSL, QuickClock, Reply, Services, crossref, serving

LEAVES = {
    "DOI": "10.5555/leaves.1",
    "title": "Leaves of invented trees",
    "author": [{"family": "Alder", "given": "Quinn"}, {"name": "The Leaf Group"}],
    "container-title": "Journal of Invented Botany",
    "ISSN": "0378-5955",
    "volume": "6",
    "issue": "2",
    "page": "165-187",
    "published-print": {"date-parts": [[2019, 3]]},
    "published-online": {"date-parts": [[2018, 12, 20]]},
    "publisher": "Invented Press",
}


@pytest.fixture
def services() -> Iterator[Services]:
    with serving() as running:
        yield running


class Bench:
    """Runs an enricher against the server, each time a new one over the same cache."""

    def __init__(self, services: Services, cache: Path) -> None:
        self.services = services
        self.cache = cache
        self.clock = QuickClock()
        self.said = Diagnostics()
        self.requests = 0

    def run(self, *records: Record, **options: object) -> list[Record]:
        self.said = Diagnostics()
        chosen = {"base_url": self.services.url, "cache": str(self.cache), **options}
        with Enricher(
            msgspec.convert(chosen, EnrichOptions), self.said, clock=self.clock
        ) as enricher:
            done = list(enricher.enrich(records))
            self.requests = enricher.requests
        return done

    def one(self, record: Record, **options: object) -> Record:
        return self.run(record, **options)[0]

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.said.items]

    @property
    def messages(self) -> str:
        return "\n".join(one.message for one in self.said.items)


@pytest.fixture
def bench(services: Services, tmp_path: Path) -> Bench:
    return Bench(services, tmp_path / "cache")


def with_doi(doi: str = "10.5555/leaves.1", /, **fields: Any) -> Record:  # noqa: ANN401 - any field
    return msgspec.structs.replace(Record(identifiers=Identifiers(doi=doi)), **fields)


# ---------------------------------------------------------------------------- what is taken


def test_empty_fields_are_filled_and_say_from_where(services: Services, bench: Bench) -> None:
    services.work(**LEAVES)
    done = bench.one(with_doi(title="Leaves of invented trees"))
    assert done.type is ItemType.ARTICLE_JOURNAL
    assert done.container_title == "Journal of Invented Botany"
    assert (done.volume, done.issue, done.pages.text) == ("6", "2", "165-187")
    assert done.issued == Date(start=PartialDate(2019, 3)), "print comes before online"
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
        issued=Date(start=PartialDate(2019)),
        contributors=(Contributor(name=Name(family="Alder", given="Q.")),),
        volume="6",
        issue="2",
        pages=Pages(raw="165", first="165"),
        publisher="Another Press",
    )
    done = bench.one(given)
    assert done.title == given.title
    assert done.publisher == given.publisher
    assert done.container_title == "Journal of Invented Botany"
    assert done.issued == Date(start=PartialDate(2019, 3))
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
        ({"issued": Date(start=PartialDate(2001))}, "issued"),
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
            issued=Date(start=PartialDate(year)),
            pages=Pages(raw=page, first=page),
        )
    )
    assert bool(done.volume) is accepted
    assert done.title == "虚构树木的叶子"
    translated = [one.title for one in done.translated_titles]
    assert translated == (["Leaves of invented trees"] if accepted else [])
    assert ("enrich-mismatch" in bench.codes) is not accepted


# ---------------------------------------------------------------------------- who is asked


def test_datacite_is_asked_when_crossref_does_not_know(services: Services, bench: Bench) -> None:
    attributes = {
        "doi": "10.5555/data.1",
        "titles": [{"title": "Measured leaves"}],
        "creators": [{"name": "Alder, Quinn", "givenName": "Quinn", "familyName": "Alder"}],
        "publisher": "Invented Archive",
        "publicationYear": 2021,
        "types": {"resourceTypeGeneral": "Dataset"},
    }
    services.reply(
        "/dois/10.5555/data.1", Reply({"data": {"type": "dois", "attributes": attributes}})
    )
    done = bench.one(with_doi("10.5555/DATA.1"))
    assert (done.type, done.title, done.publisher) == (
        ItemType.DATASET,
        "Measured leaves",
        "Invented Archive",
    )
    assert done.identifiers.doi == "10.5555/DATA.1"
    assert services.paths == ["/works/10.5555/data.1", "/dois/10.5555/data.1"]
    assert {one.rule for one in done.provenance} == {"DataCite"}


def test_doi_org_is_asked_last(services: Services, bench: Bench) -> None:
    item = {"type": "article-journal", "title": "Buds", "volume": "3", "DOI": "10.5555/buds"}
    services.reply("/10.5555/buds", Reply(item, type=CSL))
    done = bench.one(with_doi("10.5555/buds"))
    assert (done.title, done.volume) == ("Buds", "3")
    assert services.paths == ["/works/10.5555/buds", "/dois/10.5555/buds", "/10.5555/buds"]
    assert services.asked[-1].headers["accept"] == CSL


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>A page</html>", type="text/html"),
        Reply(status=403),
        Reply(status=302, headers=(("Location", "http://example.org/landing"),)),
        Reply(status=406),
    ],
)
def test_a_web_page_from_doi_org_is_no_failure(
    services: Services, bench: Bench, reply: Reply
) -> None:
    services.reply("/10.5555/page", reply)
    for _ in range(2):
        bench.one(with_doi("10.5555/page"))
        assert bench.codes == ["enrich-not-found"]
    assert len(services.asked) == 3, "and is not asked for again"


def test_without_titles_the_doi_of_the_answer_counts(services: Services, bench: Bench) -> None:
    services.reply("/works/10.5555/other", Reply(crossref(**LEAVES)))
    given = with_doi("10.5555/other")
    assert bench.one(given) == given
    assert bench.codes == ["enrich-mismatch"]


def test_an_unknown_doi_is_said(bench: Bench) -> None:
    given = with_doi("10.5555/nobody")
    assert bench.one(given) == given
    assert bench.codes == ["enrich-not-found"]


def test_nothing_is_asked_about_records_without_doi(services: Services, bench: Bench) -> None:
    given = Record(title="Leaves of invented trees")
    assert bench.one(given) == given
    assert (services.asked, bench.codes) == ([], ["enrich-nothing"])
    (said,) = bench.said.items
    assert said.message == "1 record has no DOI and was not looked up"
    assert said.hint.startswith("--search")


def test_what_nothing_was_done_about_is_counted_at_the_end(
    services: Services, bench: Bench
) -> None:
    services.work(DOI="10.5555/leaves.1", title="Leaves", volume="6")
    whole = with_doi(title="Leaves", volume="6", type=ItemType.ARTICLE_JOURNAL)
    bench.run(Record(title="Roots"), whole, Record(title="Bark"), whole)
    assert bench.messages == (
        "2 records have no DOI and were not looked up; "
        "2 records have all that is known of them already"
    )
    bench.run(whole, Record(), search=True)
    assert bench.messages == (
        "1 record has no DOI and was not looked up; 1 record has all that is known of it already"
    )
    assert bench.said.items[0].hint == "", "--search was said already"
    bench.run(with_doi(title="Leaves"))
    assert bench.codes == ["enriched"]


def test_mailto_goes_to_crossref_and_into_the_user_agent(services: Services, bench: Bench) -> None:
    bench.one(with_doi("10.5555/x"), mailto="quinn@example.org")
    crossref_, datacite, doi_org = services.asked
    assert crossref_.query == {"mailto": ["quinn@example.org"]}
    assert datacite.query == doi_org.query == {}
    assert all("(mailto:quinn@example.org)" in one.headers["user-agent"] for one in services.asked)
    bench.one(with_doi("10.5555/y"))
    assert "mailto" not in services.asked[-1].headers["user-agent"]


def test_a_wrong_address_is_refused(bench: Bench) -> None:
    for wrong in ("quinn", "quinn@", "a b@example.org", "a@example.org\r\nX: y"):
        with pytest.raises(UsageError, match="no e-mail address"):
            bench.run(mailto=wrong)


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.5555/ABC.1", "10.5555/abc.1"),
        ("10.1002/(SICI)1097-4571(1998)49:3<1::AID>3.0.CO;2-A?#", None),
        ("10.5555/a b%20+é", None),
    ],
)
def test_dois_are_quoted(services: Services, bench: Bench, doi: str, path: str | None) -> None:
    bench.one(with_doi(doi))
    assert services.asked[0].path == "/works/" + (path or doi.lower())
    assert services.asked[0].query == {}


@pytest.mark.parametrize("doi", ["10.5555/../../admin", "10.5555//x", "10.5555/./x/.."])
def test_dois_do_not_climb(doi: str) -> None:
    assert "/../" not in quoted(doi) + "/"
    assert "//" not in quoted(doi)


# ---------------------------------------------------------------------------- search


def found(*works: Mapping[str, object]) -> Reply:
    items = [crossref(**work)["message"] for work in works]
    return Reply({"status": "ok", "message-type": "work-list", "message": {"items": items}})


ASKED = Record(
    title="Leaves of invented trees of Oakham",
    contributors=(Contributor(name=Name(family="Alder", given="Q.")),),
)
HIT = {**LEAVES, "title": "Leaves of Invented Trees of Oakham"}


@pytest.mark.parametrize(
    ("works", "accepted"),
    [
        ([HIT], True),
        ([{**LEAVES, "title": "Roots of grasses"}, HIT], True),
        ([{**HIT, "title": "Leaves of invented trees in Oakham, revisited in winter"}], False),
        ([{**HIT, "author": [{"family": "Birch", "given": "Q."}]}], False),
        ([{**HIT, "title": "Leaves of invented trees of Oakham 2"}], False),
        ([HIT, {**HIT, "DOI": "10.5555/other"}], False),
        ([], False),
    ],
)
def test_a_search_is_accepted_only_when_it_is_sure(
    services: Services, bench: Bench, works: list[dict[str, object]], *, accepted: bool
) -> None:
    services.reply("/works", found(*works))
    done = bench.one(ASKED, search=True)
    assert done.identifiers.doi == ("10.5555/leaves.1" if accepted else "")
    assert bench.codes == (["enriched"] if accepted else ["enrich-not-found"])
    assert services.asked[0].query["query.author"] == ["Alder"]


def test_a_search_respects_the_year(services: Services, bench: Bench) -> None:
    services.reply("/works", found(HIT))
    for year, accepted in ((2018, True), (2012, False)):
        given = msgspec.structs.replace(ASKED, issued=Date(start=PartialDate(year)))
        assert bool(bench.one(given, search=True).identifiers.doi) is accepted


def test_a_short_title_is_not_enough(services: Services, bench: Bench) -> None:
    services.reply("/works", found({**LEAVES, "title": "Editorial"}))
    given = msgspec.structs.replace(ASKED, title="Editorial")
    assert bench.one(given, search=True) == given
    placed = msgspec.structs.replace(given, volume="6", pages=Pages(raw="165", first="165"))
    assert bench.one(placed, search=True).identifiers.doi == "10.5555/leaves.1"
