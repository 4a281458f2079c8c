"""Records completed by services: who is asked, for what, and how."""

from __future__ import annotations

import pytest

from enrich_bench import LEAVES, Bench, with_doi
from litconv.diagnostics import UsageError
from litconv.enriching.services import quoted
from litconv.model import ItemType, Record
from services import CSL, Reply, Services, crossref


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
