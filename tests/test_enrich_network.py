"""What services may do wrong, and what must never be contacted."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching import Enricher
from litconv.enriching.addresses import ForbiddenAddressError, Guard
from litconv.enriching.cache import DAY, Cache
from litconv.enriching.client import LARGEST_BODY, TRIES, Client, ServiceError
from litconv.enriching.limits import RateLimit, retry_after
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from services import JSON, QuickClock, Reply, Services, crossref, serving

DOI = "10.5555/leaves.1"
PATH = f"/works/{DOI}"
GOOD = Reply(crossref(DOI=DOI, title="Leaves", volume="6"))


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


# ---------------------------------------------------------------------------- repeats and limits


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


# ---------------------------------------------------------------------------- the cache


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


# ---------------------------------------------------------------------------- what is contacted


def test_redirects_within_loopback_are_followed(services: Services, client: Client) -> None:
    services.reply(PATH, Reply(status=302, headers=(("Location", "/moved"),)))
    services.reply("/moved", GOOD)
    assert ask(client, services) == "found"


def test_redirects_end(services: Services, client: Client) -> None:
    services.reply(PATH, Reply(status=302, headers=(("Location", PATH),)))
    with pytest.raises(ServiceError, match="more than 5 redirects"):
        ask(client, services)
    assert len(services.asked) == 6


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fe80::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://0x0a000001/",
        "https://167772161/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "http://example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https:///",
        "gopher:x",
    ],
)
def test_redirects_out_are_refused(
    services: Services, client: Client, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    services.reply(PATH, Reply(status=302, headers=(("Location", target),)))
    client.requests = 0
    connected: list[object] = []
    monkeypatch.setattr(
        socket, "create_connection", _recording(connected, socket.create_connection)
    )
    with pytest.raises(ServiceError):
        ask(client, services)
    assert len(services.asked) == 1
    assert {str(one).partition(":")[0] for one in connected} <= {"127.0.0.1"}


def _recording(connected: list[object], real: object) -> object:
    def connect(address: tuple[str, int], *rest: object, **named: object) -> object:
        connected.append(address[0])
        assert callable(real)
        return real(address, *rest, **named)

    return connect


def test_a_public_name_of_a_private_address_is_refused(
    services: Services, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *rest: int, **named: int) -> list[object]:
        if host == "inside.example.org":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.1", port))]
        return list(real(host, port, *rest, **named))

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    services.reply(PATH, Reply(status=301, headers=(("Location", "https://inside.example.org/"),)))
    with pytest.raises(ServiceError, match="inside a private network"):
        ask(client, services)
    assert len(services.asked) == 1


def test_without_a_loopback_address_loopback_is_private() -> None:
    guard = Guard()
    for url in ("https://127.0.0.1/", "https://[::1]/", "http://localhost/", "https://127.1/"):
        with pytest.raises(ForbiddenAddressError):
            guard.check(url)
    with pytest.raises(ForbiddenAddressError):
        guard.addresses("localhost", 443)
    assert guard.check("https://api.crossref.org/works").host == "api.crossref.org"


def test_the_mirror_that_the_user_names_may_be_private() -> None:
    guard = Guard("https://10.0.0.5/crossref")
    assert guard.check("https://10.0.0.5/works/x").host == "10.0.0.5"
    assert guard.addresses("10.0.0.5", 443) == ["10.0.0.5"]
    for url in ("https://10.0.0.6/", "https://10.0.0.5:8443/", "http://10.0.0.5/"):
        with pytest.raises(ForbiddenAddressError):
            guard.check(url)


@pytest.mark.parametrize("url", ["http://example.org", "ftp://127.0.0.1", "crossref", "file:///x"])
def test_base_url_must_be_https_or_loopback(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="--base-url"):
        Enricher(EnrichOptions(base_url=url, cache=str(tmp_path)), Diagnostics())


# ---------------------------------------------------------------------------- many records


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


def test_what_is_kept_is_what_was_said(services: Services, tmp_path: Path) -> None:
    body = {"message": {"title": ["叶子"]}}
    services.reply(PATH, Reply(body))
    client = Client(Cache(tmp_path), base_url=services.url, clock=QuickClock())
    for _ in range(2):
        answer = client.get("Crossref", services.url + PATH, JSON)
        assert answer is not None
        assert json.loads(answer.body) == body
    client.close()
