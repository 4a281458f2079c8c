"""Services that play Crossref and others, what asks them, and a work they know: for many tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from litconv.diagnostics import Diagnostics
from litconv.enriching import Enricher
from litconv.enriching.cache import Cache
from litconv.enriching.client import Client
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from services import JSON, QuickClock, Reply, Services, crossref, serving

DOI = "10.5555/leaves.1"
PATH = f"/works/{DOI}"
GOOD = Reply(crossref(DOI=DOI, title="Leaves", volume="6"))
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


@pytest.fixture
def clock() -> QuickClock:
    return QuickClock()


@pytest.fixture
def client(services: Services, tmp_path: Path, clock: QuickClock) -> Iterator[Client]:
    made = Client(Cache(tmp_path), base_url=services.url, clock=clock)
    yield made
    made.close()


def ask(client: Client, services: Services, path: str = PATH) -> str:
    answer = client.get("Crossref", services.url + path, JSON)
    if answer is None:
        return "nothing"
    return "found" if answer.found else "not found"


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
