"""httpx's connections, made only to addresses that the guard has looked at.

A check before the request would be too early: a name may resolve to another address when the
connection is made. So the name is resolved here, once, and the connection goes to the address
that was checked; TLS still proves the name. Behind a proxy (`HTTPS_PROXY`) the proxy resolves
names, and httpx's own transport is used.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from litconv.enriching.addresses import Guard


def guarded(guard: Guard, *, connections: int) -> httpx.BaseTransport | None:
    """Give the transport, or None where a proxy makes the connections."""
    proxies = urllib.request.getproxies()
    if not guard.loopback and (proxies.get("https") or proxies.get("all")):
        return None
    return _Transport(guard, connections)


class _Backend(httpcore.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check, connect to the first address that answers."""
        try:
            addresses = self._guard.addresses(host, port)
        except OSError as error:
            msg = f"there is no host {host} ({error.strerror or error})"
            raise httpcore.ConnectError(msg) from error
        problem: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem


class _Body(httpx.SyncByteStream):
    """The body of an answer, piece by piece."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces as they come."""
        yield from self._answer.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()


class _Transport(httpx.BaseTransport):
    """Hands httpx's requests to a pool of such connections."""

    def __init__(self, guard: Guard, connections: int) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=None if guard.loopback else httpx.create_ssl_context(),
            max_connections=connections,
            network_backend=_Backend(guard),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; its body is not read yet."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
