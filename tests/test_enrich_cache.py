"""Answers of services are kept: how long, and what is asked again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from enrich_bench import DOI, GOOD, PATH, ask
from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching import Enricher
from litconv.enriching.cache import DAY, Cache
from litconv.enriching.client import Client
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from services import JSON, QuickClock, Reply, Services

# -------------------------------------------------------------------------------------- the cache


def test_answers_are_kept_and_asked_for_again_when_old(
    services: Services, client: Client, clock: QuickClock
) -> None:
    services.reply(
        PATH, GOOD._replace(headers=(("ETag", '"v1"'),)), Reply(status=304), Reply(status=500)
    )
    for _ in range(3):
        assert ask(client, services) == "found"
    assert len(services.asked) == 1
    clock.seconds += 31 * DAY
    assert ask(client, services) == "found"
    assert services.asked[-1].headers["if-none-match"] == '"v1"'
    assert ask(client, services) == "found"
    assert len(services.asked) == 2
    clock.seconds += 31 * DAY
    assert ask(client, services) == "found", "an old answer is better than none"


def test_not_found_is_kept_for_days(services: Services, client: Client, clock: QuickClock) -> None:
    for _ in range(2):
        assert ask(client, services) == "not found"
    assert len(services.asked) == 1
    clock.seconds += 4 * DAY
    services.reply(PATH, GOOD)
    assert ask(client, services) == "found"


def test_no_store_is_obeyed(services: Services, client: Client) -> None:
    services.reply(PATH, GOOD._replace(headers=(("Cache-Control", "no-store"),)))
    assert ask(client, services) == ask(client, services) == "found"
    assert len(services.asked) == 2


def test_offline_uses_only_what_is_kept(services: Services, tmp_path: Path) -> None:
    services.reply(PATH, GOOD)
    record = Record(identifiers=Identifiers(doi=DOI))

    def run(*, offline: bool) -> tuple[str, list[str]]:
        said = Diagnostics()
        options = EnrichOptions(base_url=services.url, cache=str(tmp_path), offline=offline)
        with Enricher(options, said, clock=QuickClock()) as enricher:
            (done,) = enricher.enrich([record])
        return done.volume, [one.code for one in said.items]

    assert run(offline=True) == ("", ["enrich-not-found"])
    assert services.asked == []
    assert run(offline=False) == ("6", ["enriched"])
    asked = len(services.asked)
    assert run(offline=True) == ("6", ["enriched"])
    assert len(services.asked) == asked


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(UsageError, match="cannot keep answers"):
        Cache(file / "inside")
    (tmp_path / "answers-1.sqlite").write_text("no database, but long enough to look at" * 9)
    with pytest.raises(UsageError, match="cannot keep answers"):
        Cache(tmp_path)


# ----------------------------------------------------------------------------------- many records


def test_what_is_kept_is_what_was_said(services: Services, tmp_path: Path) -> None:
    body = {"message": {"title": ["叶子"]}}
    services.reply(PATH, Reply(body))
    client = Client(Cache(tmp_path), base_url=services.url, clock=QuickClock())
    for _ in range(2):
        answer = client.get("Crossref", services.url + PATH, JSON)
        assert answer is not None
        assert json.loads(answer.body) == body
    client.close()
