"""What must never be contacted, whatever a service says."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from enrich_bench import GOOD, PATH, ask
from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching import Enricher
from litconv.enriching.addresses import ForbiddenAddressError, Guard
from litconv.enriching.client import Client, ServiceError
from litconv.options import EnrichOptions
from services import Reply, Services


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
