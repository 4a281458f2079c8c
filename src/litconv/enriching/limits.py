"""How often a service may be asked, as it says itself.

Crossref answers with `X-Rate-Limit-Limit: 50` and `X-Rate-Limit-Interval: 1s`; any server may say
`Retry-After` with 429 or 503. Until a service has said so, the rates are those of Crossref's two
pools: those who give an e-mail address may ask 10 times a second, others 5 times. A mirror that
the user names is asked as often as any service may be.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

from litconv.enriching.clock import Clock

POLITE_RATE: Final = 10.0
PUBLIC_RATE: Final = 5.0
FASTEST: Final = 50.0
"""Requests a second that are never exceeded, whatever a service allows."""
SLOWEST: Final = 0.1

_INTERVAL: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|m|h)?")
_UNITS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, None: 1.0}


class RateLimit:
    """Gives each request its time: one after the other at even distances, from any thread."""

    def __init__(self, rate: float, clock: Clock) -> None:
        self.rate = rate
        self._clock = clock
        self._next = clock.now()
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Wait until the next request may go out."""
        with self._lock:
            now = self._clock.now()
            at = max(now, self._next)
            self._next = at + 1 / self.rate
        if at > now:
            self._clock.sleep(at - now)

    def pause(self, seconds: float) -> None:
        """Let nobody ask for a while: the service said `Retry-After`."""
        with self._lock:
            self._next = max(self._next, self._clock.now() + seconds)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take the rate that an answer states."""
        limit = _number(headers.get("x-rate-limit-limit", ""))
        interval = _seconds(headers.get("x-rate-limit-interval", ""))
        if limit and interval:
            with self._lock:
                self.rate = min(max(limit / interval, SLOWEST), FASTEST)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Give the seconds of a `Retry-After`, which is a number or a date; None without one."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _number(text: str) -> float:
    found = _INTERVAL.fullmatch(text.strip())
    return float(found[1]) if found and len(found[1]) < 10 else 0.0  # noqa: PLR2004 - no number of use


def _seconds(text: str) -> float:
    found = _INTERVAL.fullmatch(text.strip().lower())
    return float(found[1]) * _UNITS[found[2]] if found and len(found[1]) < 10 else 0.0  # noqa: PLR2004 - the same
