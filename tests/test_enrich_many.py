"""Many records and failing services: what it costs, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from litconv.diagnostics import Diagnostics
from litconv.enriching import Enricher
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from services import QuickClock, Reply, Services, crossref


def test_a_failing_service_costs_completeness_not_the_conversion(
    services: Services, tmp_path: Path
) -> None:
    services.default = lambda _: Reply(status=500)
    records = [Record(title=f"T{n}", identifiers=Identifiers(doi=f"10.5555/{n}")) for n in range(9)]
    said = Diagnostics()
    options = EnrichOptions(base_url=services.url, cache=str(tmp_path))
    with Enricher(options, said, clock=QuickClock()) as enricher:
        assert list(enricher.enrich(records)) == records
    assert {one.code for one in said.items} == {"enrich-failed"}
    assert len(said.items) == 6, "what is the same is said once: failed, not asked again; thrice"


def test_a_thousand_dois(services: Services, tmp_path: Path) -> None:
    def known(path: str) -> Reply:
        return Reply(
            crossref(DOI=path.removeprefix("/works/"), title="Leaves", volume="6"),
            headers=(("X-Rate-Limit-Limit", "25"), ("X-Rate-Limit-Interval", "1s")),
        )

    services.default = known
    dois = [f"10.5555/leaf.{number}" for number in range(1000)]
    records = [
        Record(id=str(place), identifiers=Identifiers(doi=doi))
        for place, doi in enumerate([*dois, *(doi.upper() for doi in dois[:200])])
    ]
    options = EnrichOptions(base_url=services.url, cache=str(tmp_path), mailto="quinn@example.org")
    for run in range(2):
        clock, said = QuickClock(), Diagnostics()
        with Enricher(options, said, clock=clock) as enricher:
            done = list(enricher.enrich(iter(records)))
            asked = enricher.requests
        assert [one.id for one in done] == [one.id for one in records], "their order stays"
        assert all(one.volume == "6" for one in done)
        if run == 0:
            assert asked == len(services.asked) == 1000
            assert set(services.counts().values()) == {1}, "nothing is asked twice"
            assert clock.seconds - 1000 >= 999 / 25 - 0.5, "as often as the service allows"
        else:
            assert asked == 0
            assert len(services.asked) == 1000, "a second run asks nothing"
            assert clock.waits == []


def test_records_are_read_only_a_little_ahead(services: Services, tmp_path: Path) -> None:
    services.default = lambda _: Reply(status=404)
    read = 0

    def records() -> Iterator[Record]:
        nonlocal read
        for number in range(200):
            read += 1
            yield Record(identifiers=Identifiers(doi=f"10.5555/{number}"))

    options = EnrichOptions(base_url=services.url, cache=str(tmp_path))
    with Enricher(options, Diagnostics(), clock=QuickClock()) as enricher:
        next(enricher.enrich(records()))
        assert read < 40
