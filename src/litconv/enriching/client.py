"""One question to a service, asked with care: cached, limited, repeated, bounded.

* An answer that was kept is used; two records that ask the same at once ask once.
* Redirects are followed by hand, at most `MOST_REDIRECTS`, each hop checked (`addresses`).
* A body is read piece by piece up to `LARGEST_BODY`, and only if it is JSON, plain or as gzip:
  other packings can make a gigabyte of the first piece already.
* 429, 5xx, timeouts and broken connections are repeated, `TRIES` times in all, after 1, 2, 4 …
  seconds times a random factor, or after what `Retry-After` says.
* A service that failed `PATIENCE` times in a row is not asked again in this run.
"""

from __future__ import annotations

import random
import threading
from collections import Counter, defaultdict
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from urllib.parse import urljoin

import httpcore
import httpx
import msgspec

from litconv.enriching.addresses import ClearTextError, ForbiddenAddressError, Guard
from litconv.enriching.cache import NOT_FOUND_LASTS, Answer, Cache, lifetime
from litconv.enriching.clock import Clock
from litconv.enriching.limits import FASTEST, POLITE_RATE, PUBLIC_RATE, RateLimit, retry_after
from litconv.enriching.transport import guarded

MOST_REDIRECTS: Final = 5
LARGEST_BODY: Final = 20_000_000
TRIES: Final = 4
PATIENCE: Final = 5
LONGEST_WAIT: Final = 120.0
"""Seconds of a `Retry-After` that are waited for; a service that asks for more has failed."""
CONNECT_TIMEOUT: Final = 10.0
READ_TIMEOUT: Final = 30.0
WHOLE_TIMEOUT: Final = 120.0
"""Seconds that one answer may take as a whole, for servers that send a byte now and then."""

_BROKEN: Final = (
    httpx.HTTPError,
    httpx.StreamError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    OSError,
)
_REPEATED: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_GZIP: Final = "gzip"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_NOT_FOUND: Final = frozenset({404, 410})
_OK, _UNCHANGED, _TOO_MANY, _UNACCEPTABLE = 200, 304, 429, 406
_EMPTY: Final = frozenset({204, _UNACCEPTABLE})
"""doi.org and its agencies have no JSON for some works and say so with these."""


class ServiceError(Exception):
    """A service gave no answer of use; the message says why."""


class NoUseError(ServiceError):
    """A service answered, but not with what was asked for: a web page, a refusal."""


class _TryAgainError(Exception):
    """A failure that may pass; `wait` is what the service asked for, if it did."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Client:
    """Asks services; may be used from several threads. `base_url` is what the user named."""

    def __init__(
        self,
        cache: Cache,
        *,
        mailto: str = "",
        base_url: str = "",
        offline: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self.polite = bool(mailto)
        self.workers = 3 if mailto or base_url else 1  # as many at once as Crossref's pools allow
        self.clock = clock or Clock()
        self.requests = 0
        self._cache = cache
        self._offline = offline
        self._guard = Guard(base_url)
        self._agent = f"litconv/{_version()}" + (f" (mailto:{mailto})" if mailto else "")
        self._http: httpx.Client | None = None
        self._limits: dict[str, RateLimit] = {}
        self._failures = Counter[str]()
        self._lock = threading.Lock()
        self._asking: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)
        self._random = random.Random()  # noqa: S311 - spreads repeated requests, nothing secret

    def get(
        self, service: str, url: str, accept: str, private: str = "", *, lenient: bool = False
    ) -> Answer | None:
        """Give what a service says at an address; None when offline and not kept.

        `private` is a part of the address that says who asks, and is no part of what is kept.
        `lenient` takes an answer of no use for "not found". Raises ServiceError.
        """
        with self._lock:
            asking = self._asking[url, accept]
        try:
            with asking:
                return self._get(service, url, accept, private, lenient=lenient)
        finally:  # who waits for it still has it; who comes later finds the answer kept
            with self._lock:
                self._asking.pop((url, accept), None)

    def _get(
        self, service: str, url: str, accept: str, private: str, *, lenient: bool
    ) -> Answer | None:
        kept = self._cache.get(url, accept)
        if kept and (self._offline or kept.is_fresh(self.clock.time())):
            return kept
        if self._offline:
            return None
        try:
            answer = self._ask(service, url + private, accept, kept, lenient=lenient)
        except ServiceError:
            if kept:
                return kept
            raise
        if answer.lasts >= 0:
            self._cache.put(url, accept, answer)
        return answer

    def close(self) -> None:
        """Close all connections."""
        if self._http:
            self._http.close()
        self._cache.close()

    def _ask(
        self, service: str, url: str, accept: str, kept: Answer | None, *, lenient: bool
    ) -> Answer:
        if self._failures[service] >= PATIENCE:
            msg = f"{service}: failed {PATIENCE} times in a row and is not asked again"
            raise ServiceError(msg)
        try:
            answer = self._ask_again(url, accept, kept)
        except ServiceError as error:
            if lenient and isinstance(error, NoUseError):
                return Answer(status=404, fetched=self.clock.time(), lasts=NOT_FOUND_LASTS)
            with self._lock:
                self._failures[service] += 1
            msg = f"{service}: {error}"
            raise ServiceError(msg) from error
        with self._lock:
            self._failures[service] = 0
        return answer

    def _ask_again(self, url: str, accept: str, kept: Answer | None) -> Answer:
        for tried in range(1, TRIES + 1):
            try:
                return self._follow(url, accept, kept)
            except ClearTextError as error:
                raise NoUseError(str(error)) from error
            except ForbiddenAddressError as error:
                raise ServiceError(str(error)) from error
            except _TryAgainError as error:
                wait = error.wait
                if tried == TRIES or (wait or 0) > LONGEST_WAIT:
                    raise ServiceError(str(error)) from error
                if not wait:
                    self.clock.sleep(2 ** (tried - 1) * self._random.uniform(0.5, 1.5))
        raise AssertionError  # the last try returns or raises

    def _follow(self, url: str, accept: str, kept: Answer | None) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            found = self._request(url, accept, kept)
            if isinstance(found, Answer):
                return found
            try:
                url, kept = urljoin(url, found), None
            except ValueError as error:  # `http://[`
                msg = f"moved to {found!r}, which is no address"
                raise ServiceError(msg) from error
        msg = f"more than {MOST_REDIRECTS} redirects"
        raise ServiceError(msg)

    def _request(self, url: str, accept: str, kept: Answer | None) -> Answer | str:
        """Ask once; gives the answer, or the address it was moved to."""
        origin = self._guard.check(url)
        limit = self._limit(origin.host)
        limit.wait()
        headers = {"accept": accept, "accept-encoding": _GZIP, "user-agent": self._agent}
        if kept and kept.etag:
            headers["if-none-match"] = kept.etag
        with self._lock:
            self.requests += 1
            http = self._http = self._http or self._connect()
        try:
            with http.stream("GET", url, headers=headers) as response:
                limit.learn(response.headers)
                return self._understand(response, kept, limit)
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            msg = "no answer in time"
            raise _TryAgainError(msg) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            msg = f"{url} is no address"  # as in `https://a..b/`, for the codec of host names
            raise ServiceError(msg) from error
        except _BROKEN as error:
            msg = f"the connection failed: {error}"
            raise _TryAgainError(msg) from error

    def _connect(self) -> httpx.Client:
        transport = guarded(self._guard, connections=self.workers)
        return httpx.Client(
            transport=transport,
            trust_env=transport is None,  # proxies, and nothing else from the environment
            timeout=httpx.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT),
            follow_redirects=False,
        )

    def _limit(self, host: str) -> RateLimit:
        with self._lock:
            if host not in self._limits:
                mirror = self._guard.trusted is not None and host == self._guard.trusted.host
                rate = FASTEST if mirror else POLITE_RATE if self.polite else PUBLIC_RATE
                self._limits[host] = RateLimit(rate, self.clock)
            return self._limits[host]

    def _understand(
        self, response: httpx.Response, kept: Answer | None, limit: RateLimit
    ) -> Answer | str:
        status, headers = response.status_code, response.headers
        now = self.clock.time()
        if status in _REDIRECTS and headers.get("location"):
            return str(headers["location"])
        if status == _UNCHANGED and kept:
            lasts = lifetime(headers, found=kept.found)
            return msgspec.structs.replace(kept, fetched=now, lasts=lasts)
        if status in _NOT_FOUND or status in _EMPTY:
            return Answer(status=404, fetched=now, lasts=lifetime(headers, found=False))
        if status in _REPEATED:
            wait = retry_after(headers, now)
            if wait is not None and wait <= LONGEST_WAIT:
                limit.pause(wait)
            what = "asked too often" if status == _TOO_MANY else "the service failed"
            msg = f"{what} (HTTP {status})"
            raise _TryAgainError(msg, wait)
        if status != _OK:
            msg = f"an unexpected answer (HTTP {status})"
            raise NoUseError(msg)
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if not (kind == "application/json" or kind.endswith("+json")):
            msg = f"the answer is no JSON but {kind or 'of no known type'}"
            raise NoUseError(msg)
        packing = headers.get("content-encoding", "").strip().lower()
        if packing not in {"", "identity", _GZIP}:
            msg = f"the answer is packed as {packing}, which was not asked for"
            raise ServiceError(msg)
        return Answer(
            status=_OK,
            body=self._body(response),
            etag=headers.get("etag", ""),
            fetched=now,
            lasts=lifetime(headers, found=True),
        )

    def _body(self, response: httpx.Response) -> bytes:
        """Read the body; what is packed counts by its length unpacked."""
        body = bytearray()
        ends = self.clock.now() + WHOLE_TIMEOUT
        for piece in response.iter_bytes(1 << 16):
            body += piece
            if len(body) > LARGEST_BODY:
                msg = f"the answer is longer than {LARGEST_BODY // 1_000_000} MB"
                raise ServiceError(msg)
            if self.clock.now() > ends:
                msg = "no answer in time"
                raise _TryAgainError(msg)
        try:
            msgspec.json.decode(body)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            msg = "the answer is damaged"  # cut off by a proxy, most often
            raise _TryAgainError(msg) from error
        return bytes(body)


def _version() -> str:
    try:
        return version("litconv")
    except PackageNotFoundError:  # run from its source
        return "0"
