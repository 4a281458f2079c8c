"""The time, and the waiting, of all that asks services; tests replace it and never wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """The machine's clock."""

    def now(self) -> float:
        """Give seconds that only go forward."""
        return time.monotonic()

    def time(self) -> float:
        """Give seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


def iso(seconds: float) -> str:
    """Give a time since 1970 as ISO 8601 in UTC, to the second: `2026-01-31T08:05:00Z`."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
