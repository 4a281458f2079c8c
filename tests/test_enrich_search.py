"""Records without a DOI: what a search must give to be believed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from enrich_bench import LEAVES, Bench
from litconv.model import Pages, Record
from made_records import dated, person
from services import Reply, Services, crossref


def found(*works: Mapping[str, object]) -> Reply:
    items = [crossref(**work)["message"] for work in works]
    return Reply({"status": "ok", "message-type": "work-list", "message": {"items": items}})


ASKED = Record(
    title="Leaves of invented trees of Oakham",
    contributors=(person("Alder", "Q."),),
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
        given = msgspec.structs.replace(ASKED, issued=dated(year))
        assert bool(bench.one(given, search=True).identifiers.doi) is accepted


def test_a_short_title_is_not_enough(services: Services, bench: Bench) -> None:
    services.reply("/works", found({**LEAVES, "title": "Editorial"}))
    given = msgspec.structs.replace(ASKED, title="Editorial")
    assert bench.one(given, search=True) == given
    placed = msgspec.structs.replace(given, volume="6", pages=Pages(raw="165", first="165"))
    assert bench.one(placed, search=True).identifiers.doi == "10.5555/leaves.1"
