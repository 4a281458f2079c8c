"""Which addresses may be contacted: https to public hosts, and what the user names.

A service, or whoever answers in its name, must not be able to send this program to a machine
inside the user's network (`http://169.254.169.254/`, `http://10.0.0.1/`), nor to have it speak in
clear text. The rules hold for the first address and for each redirect:

* https, but for loopback addresses when the user named one (`--base-url http://127.0.0.1:8000`);
* no user name, no other scheme;
* every address that the host's name resolves to is public. They are checked where the connection
  is made (`transport`), and the one that was checked is used, so that a name that resolves
  differently the second time gains nothing;
* the origin that the user named is excepted: a mirror may stand in the user's own network.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

_PORTS: Final = {"http": 80, "https": 443}
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


class ForbiddenAddressError(Exception):
    """An address that must not be contacted; the message says why."""


class ClearTextError(ForbiddenAddressError):
    """An address that is not https."""


class Origin(NamedTuple):
    """Scheme, host and port."""

    scheme: str
    host: str
    port: int


class Guard:
    """Knows what may be contacted, given the address that the user named (or "")."""

    def __init__(self, base_url: str = "") -> None:
        self.trusted = origin_of(base_url) if base_url else None
        self.loopback = self.trusted is not None and is_loopback(self.trusted.host)
        if self.trusted and self.trusted.scheme != "https" and not self.loopback:
            msg = f"{base_url} is not https"
            raise ClearTextError(msg)

    def check(self, url: str) -> Origin:
        """Give the origin of an address; raises ForbiddenAddressError where it must not be used."""
        origin = origin_of(url)
        if origin == self.trusted:
            return origin
        if origin.scheme != "https" and not (self.loopback and is_loopback(origin.host)):
            msg = f"{_shown(origin)} is not https"
            raise ClearTextError(msg)
        address = _literal(origin.host)
        if not self.loopback and f".{origin.host}".endswith(".localhost"):
            msg = f"{origin.host} is this machine"
            raise ForbiddenAddressError(msg)
        if address is not None:
            self.check_address(origin.host, address)
        return origin

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve a host; raises ForbiddenAddressError when any of its addresses is private.

        Raises OSError when there is no such host.
        """
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        texts = list(dict.fromkeys(str(one[4][0]) for one in found))
        if self.trusted is None or host.strip("[]").lower() != self.trusted.host:
            for text in texts:
                self.check_address(host, ipaddress.ip_address(text.partition("%")[0]))
        return texts

    def check_address(self, host: str, address: _Address) -> None:
        """Raise ForbiddenAddressError unless the address is public (or loopback is allowed)."""
        if self.loopback and _inner(address).is_loopback:
            return
        if not _is_public(address):
            msg = f"{host} is at {address}, an address inside a private network"
            raise ForbiddenAddressError(msg)


def origin_of(url: str) -> Origin:
    """Give scheme, host and port; raises ForbiddenAddressError for what is no plain web address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        msg = f"{url} is no address: {error}"
        raise ForbiddenAddressError(msg) from None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower().rstrip(".")
    if scheme not in _PORTS or not host or _has_user(parts):
        msg = f"{url} is no address of a web server"
        raise ForbiddenAddressError(msg)
    return Origin(scheme, host, port or _PORTS[scheme])


def _has_user(parts: SplitResult) -> bool:
    return "@" in parts.netloc


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine by its name or number."""
    address = _literal(host)
    return host == "localhost" if address is None else _inner(address).is_loopback


def _literal(host: str) -> _Address | None:
    """Read a host that is a number, also as only resolvers know them (`127.1`, `0x7f000001`)."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.ip_address(socket.inet_aton(host))
    except (OSError, ValueError, UnicodeError):
        return None


def _inner(address: _Address) -> _Address:
    """Give the IPv4 address that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address.sixtofour:
            return address.sixtofour
        if address in _NAT64:
            return ipaddress.ip_address(int(address) & 0xFFFFFFFF)
    return address


def _is_public(address: _Address) -> bool:
    inner = _inner(address)
    if isinstance(inner, ipaddress.IPv6Address) and inner.is_site_local:  # fec0::/10
        return False
    return inner.is_global and not (inner.is_multicast or inner.is_reserved)


def _shown(origin: Origin) -> str:
    return f"{origin.scheme}://{origin.host}"
