"""What services may do wrong: refuse, fail, be slow, send too much."""

from __future__ import annotations

import gzip
import socket
from pathlib import Path

import pytest

from enrich_bench import DOI, GOOD, PATH, ask
from litconv.enriching.cache import Cache
from litconv.enriching.client import LARGEST_BODY, TRIES, Client, ServiceError
from litconv.enriching.limits import RateLimit, retry_after
from services import JSON, QuickClock, Reply, Services, crossref


def test_too_many_requests_waits_as_long_as_it_is_told(
    services: Services, client: Client, clock: QuickClock
) -> None:
    services.reply(PATH, Reply(status=429, headers=(("Retry-After", "7"),)), GOOD)
    assert ask(client, services) == "found"
    assert len(services.asked) == 2
    assert 7 <= sum(clock.waits) < 8


def test_a_date_in_retry_after(services: Services, client: Client, clock: QuickClock) -> None:
    when = "Fri, 15 Jan 2027 08:17:00 GMT"  # 20 seconds after the clock's start
    services.reply(PATH, Reply(status=503, headers=(("Retry-After", when),)), GOOD)
    assert ask(client, services) == "found"
    assert sum(clock.waits) == pytest.approx(20, abs=1)


def test_a_service_that_wants_a_long_wait_has_failed(
    services: Services, client: Client, clock: QuickClock
) -> None:
    services.reply(PATH, Reply(status=429, headers=(("Retry-After", "3600"),)))
    with pytest.raises(ServiceError, match="asked too often"):
        ask(client, services)
    assert sum(clock.waits) < 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_failures_that_pass_are_repeated(
    services: Services, client: Client, clock: QuickClock, status: int
) -> None:
    services.reply(PATH, Reply(status=status), Reply(status=status), GOOD)
    assert ask(client, services) == "found"
    assert len(services.asked) == 3
    backoff = sorted(one for one in clock.waits if one > 0.25)
    assert 0.5 <= backoff[0] <= 1.5
    assert 1 <= backoff[1] <= 3


def test_repeats_end(services: Services, client: Client) -> None:
    services.reply(PATH, Reply(status=500))
    with pytest.raises(ServiceError, match=r"Crossref: the service failed \(HTTP 500\)"):
        ask(client, services)
    assert len(services.asked) == TRIES


def test_a_failing_service_is_left_alone_after_a_while(services: Services, client: Client) -> None:
    services.default = lambda _: Reply(status=500)
    for number in range(8):
        with pytest.raises(ServiceError):
            ask(client, services, f"/works/10.5555/{number}")
    assert len(services.asked) == 5 * TRIES
    services.reply("/x", GOOD)
    assert client.get("DataCite", services.url + "/x", JSON) is not None, "others are asked still"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(b"<html>Hello</html>", type="text/html"), "no JSON but text/html"),
        (Reply(b"{}", type=""), "no known type"),
        (Reply(status=403), "HTTP 403"),
        (Reply(b'{"message": {', type=JSON), "damaged"),
        (Reply(b"\xff\xfe{}", type=JSON), "damaged"),
        (Reply(b"[" * 100_000, type=JSON), "damaged"),
        (Reply(crossref(DOI=DOI), cut=20), "connection failed"),
    ],
)
def test_answers_of_no_use(services: Services, client: Client, reply: Reply, message: str) -> None:
    services.reply(PATH, reply)
    with pytest.raises(ServiceError, match=message):
        ask(client, services)


def test_an_answer_that_was_cut_off_is_asked_for_again(services: Services, client: Client) -> None:
    services.reply(PATH, GOOD._replace(cut=15), GOOD)
    assert ask(client, services) == "found"


def test_bodies_are_bounded(services: Services, client: Client) -> None:
    filler = b'{"message": "' + b"x" * (LARGEST_BODY - 20) + b'"}'
    services.reply(PATH, Reply(filler))
    assert ask(client, services) == "found", "20 MB are read"
    services.reply("/more", Reply(filler + b" " * 100))
    with pytest.raises(ServiceError, match="longer than 20 MB"):
        ask(client, services, "/more")
    packed = gzip.compress(b" " * (LARGEST_BODY * 3))
    services.reply("/bomb", Reply(packed, headers=(("Content-Encoding", "gzip"),)))
    with pytest.raises(ServiceError, match="longer than 20 MB"):
        ask(client, services, "/bomb")


def test_a_slow_server_is_given_up(
    services: Services, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("litconv.enriching.client.READ_TIMEOUT", 0.05)
    monkeypatch.setattr("litconv.enriching.client.TRIES", 2)

    def slow(_: str) -> Reply:
        import time

        time.sleep(0.2)
        return GOOD

    services.default = slow
    with pytest.raises(ServiceError, match="no answer in time"):
        ask(client, services)


def test_a_server_that_is_not_there(services: Services, tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    client = Client(Cache(tmp_path), base_url=url, clock=QuickClock())
    with pytest.raises(ServiceError, match="connection failed"):
        client.get("Crossref", f"{url}/x", JSON)
    assert services.asked == []
    client.close()


def test_the_rate_is_even_and_learned(clock: QuickClock) -> None:
    limit = RateLimit(5, clock)
    for _ in range(11):
        limit.wait()
    assert clock.seconds - 1000 == pytest.approx(2)
    limit.learn({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"})
    assert limit.rate == 50
    limit.learn({"x-rate-limit-limit": "20", "x-rate-limit-interval": "10s"})
    assert limit.rate == 2
    limit.learn({"x-rate-limit-limit": "100000", "x-rate-limit-interval": "1s"})
    assert limit.rate == 50, "nobody is asked more often"
    for odd in ({}, {"x-rate-limit-limit": "0", "x-rate-limit-interval": "1s"}):
        limit.learn(odd)
    limit.learn({"x-rate-limit-limit": "9" * 400, "x-rate-limit-interval": "soon"})
    assert limit.rate == 50


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("5", 5), ("0", 0), ("", None), ("soon", None), ("Thu, 01 Jan 1970 00:00:10 GMT", 10)],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": text}, 0) == seconds
