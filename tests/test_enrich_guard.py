"""Servers that mean harm, or are merely odd: whom they may send the program to, and with what."""

from __future__ import annotations

import ipaddress
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from zstandard import ZstdCompressor

from enrich_bench import GOOD, PATH
from litconv.diagnostics import Diagnostics
from litconv.enriching import Enricher
from litconv.enriching.addresses import ForbiddenAddressError, Guard
from litconv.enriching.cache import Cache
from litconv.enriching.client import LARGEST_BODY, TRIES, Client, ServiceError
from litconv.model import Identifiers, Record
from litconv.options import EnrichOptions
from services import JSON, QuickClock, Reply, Services

PUBLIC = "93.184.215.14"


# --------------------------------------------------------------------------------------- where to


@pytest.mark.parametrize(
    "target",
    ["https://[::1", "http://[", "https://a..b/", f"https://{'a' * 64}.example.org/",
     "https://xn--a.example.org/", "https://ex ample.invalid/", "https://\x7f.example.org/"],
)  # fmt: skip
def test_a_redirect_to_no_address_costs_only_that_record(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    real = socket.getaddrinfo

    def nobody(host: str, port: int, *rest: int, **named: int) -> list[Any]:
        if host == "127.0.0.1":
            return real(host, port, *rest, **named)
        host.encode("idna")  # as the real one does; raises UnicodeError
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    services.default = lambda _: Reply(status=302, headers=(("Location", target),))
    services.reply(PATH, GOOD)
    records = [Record(identifiers=Identifiers(doi=f"10.5555/{one}")) for one in ("x", "leaves.1")]
    said = Diagnostics()
    options = EnrichOptions(base_url=services.url, cache=str(tmp_path / "cache"))
    with Enricher(options, said, clock=QuickClock()) as enricher:
        done = list(enricher.enrich(records))
    assert [one.volume for one in done] == ["", "6"]
    assert {one.code for one in said.items} == {"enrich-failed", "enriched"}


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "127.0.0.1", "100.64.0.1",
     "0.0.0.0", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",  # noqa: S104 - refused
     "::", "::1", "::10.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::10.0.0.1",
     "2002:a00:1::", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1"],
)  # fmt: skip
def test_private_and_special_addresses_are_refused(address: str) -> None:
    with pytest.raises(ForbiddenAddressError):
        Guard().check_address("host", ipaddress.ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "2606:4700:4700::1111", "2002:5db8:d70e::"])
def test_public_addresses_are_contacted(address: str) -> None:
    Guard().check_address("host", ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["10.1", "0xa.0.0.1", "012.0.0.1", "167772161", "0x0a000001", "127.0.0.1.", "localhost",
     "localhost.", "LOCALHOST", "inside.localhost", "[::1]", "[::ffff:127.0.0.1]"],
)  # fmt: skip
def test_odd_spellings_of_private_hosts_are_refused(host: str) -> None:
    with pytest.raises(ForbiddenAddressError):
        Guard().check(f"https://{host}/works/x")


def test_a_name_that_resolves_differently_later_gains_nothing(
    services: Services, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([PUBLIC, "192.168.1.1", "192.168.1.1"])
    connected: list[str] = []
    real_resolve, real_connect = socket.getaddrinfo, socket.create_connection

    def resolve(host: str, port: int, *rest: int, **named: int) -> list[Any]:
        if host != "moving.example.org":
            return real_resolve(host, port, *rest, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], *rest: Any, **named: Any) -> socket.socket:  # noqa: ANN401 - passed on
        connected.append(address[0])
        if address[0] == "127.0.0.1":
            return real_connect(address, *rest, **named)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    services.reply(PATH, Reply(status=302, headers=(("Location", "https://moving.example.org/"),)))
    with pytest.raises(ServiceError, match="inside a private network"):
        client.get("Crossref", services.url + PATH, JSON)
    assert set(connected) == {"127.0.0.1", PUBLIC}, "it goes to the address that was looked at"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(_host: str, port: int, **_: int) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in (PUBLIC, "::1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(ForbiddenAddressError):
        Guard().addresses("mixed.example.org", 443)


# ---------------------------------------------------------------------------- how much, how often


@pytest.mark.parametrize("packing", ["zstd", "br", "gzip, zstd", "x-odd"])
def test_other_packings_than_gzip_are_not_unpacked(
    services: Services, client: Client, packing: str
) -> None:
    bomb = ZstdCompressor().compress(b" " * (LARGEST_BODY * 2))
    services.reply(PATH, Reply(bomb, headers=(("Content-Encoding", packing),)))
    with pytest.raises(ServiceError, match="was not asked for"):
        client.get("Crossref", services.url + PATH, JSON)
    assert services.asked[0].headers["accept-encoding"] == "gzip"


def test_a_retry_after_of_nothing_is_no_leave_to_hammer(
    services: Services, client: Client, clock: QuickClock
) -> None:
    services.reply(PATH, Reply(status=503, headers=(("Retry-After", "0"),)))
    with pytest.raises(ServiceError, match="HTTP 503"):
        client.get("Crossref", services.url + PATH, JSON)
    assert len(services.asked) == TRIES
    assert sum(clock.waits) >= 0.5 + 1 + 2


def test_only_so_many_questions_are_under_way(services: Services, tmp_path: Path) -> None:
    def slow(_: str) -> Reply:
        time.sleep(0.02)
        return GOOD

    services.default = slow
    records = [Record(identifiers=Identifiers(doi=f"10.5555/{n}")) for n in range(30)]
    options = EnrichOptions(base_url=services.url, cache=str(tmp_path))
    with Enricher(options, Diagnostics(), clock=QuickClock()) as enricher:
        list(enricher.enrich(records))
    assert len(services.asked) == len(records)
    assert 1 < services.most_at_once <= 3


def test_crossrefs_public_pool_gets_one_question_at_a_time(tmp_path: Path) -> None:
    for mailto, workers in (("", 1), ("quinn@example.org", 3)):
        client = Client(Cache(tmp_path), mailto=mailto)
        assert client.workers == workers
        client.close()
