"""A web server on loopback that plays the services, and a clock on which nobody waits."""

from __future__ import annotations

import json
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from litconv.enriching.clock import Clock

JSON = "application/json"
CSL = "application/vnd.citationstyles.csl+json"


class Reply(NamedTuple):
    """What the server answers; `cut` sends that many bytes only and then hangs up."""

    body: Any = b""
    status: int = 200
    type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    cut: int | None = None

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class Asked(NamedTuple):
    """One request that arrived."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]


class Services:
    """Replies by path; a list of replies is used up one by one, its last one stays."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[Asked] = []
        self.replies: dict[str, list[Reply]] = {}
        self.default: Callable[[str], Reply] = lambda _: Reply(status=404)
        self.at_once = 0
        self.most_at_once = 0
        self._lock = threading.Lock()

    def reply(self, path: str, *replies: Reply) -> None:
        self.replies[path] = list(replies)

    def work(self, **fields: object) -> None:
        """Let Crossref know a work."""
        self.reply(f"/works/{str(fields['DOI']).lower()}", Reply(crossref(**fields)))

    def take(self, asked: Asked) -> Reply:
        with self._lock:
            self.asked.append(asked)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            left = self.replies.get(asked.path)
            reply = (left.pop(0) if len(left) > 1 else left[0]) if left else None
        try:
            return reply or self.default(asked.path)
        finally:
            with self._lock:
                self.at_once -= 1

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def counts(self) -> Counter[str]:
        return Counter(self.paths)


def crossref(**fields: object) -> dict[str, object]:
    """Give Crossref's answer for a work; texts become the lists of texts it has for titles."""
    listed = {"title", "subtitle", "container-title", "short-container-title", "ISSN"}
    work = {
        name: [value] if name in listed and isinstance(value, str) else value
        for name, value in {"type": "journal-article", **fields}.items()
    }
    return {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": work}


@contextmanager
def serving() -> Iterator[Services]:
    """Run the server; nothing is asked of any other machine."""
    services = Services()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: two would wait for each other

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = Asked(
                unquote(parts.path),
                parse_qs(parts.query),
                {name.lower(): value for name, value in self.headers.items()},
            )
            reply = services.take(asked)
            data = reply.data
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.type)
            self.send_header("Content-Length", str(len(data)))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(data if reply.cut is None else data[: reply.cut])
            except OSError:  # the client has had enough
                self.close_connection = True
            if reply.cut is not None:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing of clients that hang up, as they should at too long an answer."""

    server = Server(("127.0.0.1", 0), Handler)
    services.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class QuickClock(Clock):
    """Time that passes only by waiting, and takes none."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.waits: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> float:
        return self.seconds

    def time(self) -> float:
        return 1_800_000_000.0 + self.seconds

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.waits.append(seconds)
            self.seconds += seconds


class Turns:
    """Counts by key, for servers that behave differently the second time."""

    def __init__(self) -> None:
        self.seen: defaultdict[str, int] = defaultdict(int)

    def next(self, key: str) -> int:
        self.seen[key] += 1
        return self.seen[key]
