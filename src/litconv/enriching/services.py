"""Who is asked about a DOI, in this order, until one knows it.

1. Crossref's REST API: `/works/{doi}`; journals, books and proceedings.
2. DataCite's REST API: `/dois/{doi}`; data, software, preprints, theses.
3. doi.org with `Accept: application/vnd.citationstyles.csl+json`: the other agencies (mEDRA, JaLC,
   ISTIC, KISTI, Airiti …), as far as they answer that. Those that do not send their web page
   instead, which is no failure.

With `base_url` all three are asked there. Works without a DOI are searched for at Crossref:
`/works?query.bibliographic=TITLE&query.author=FAMILY`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.enriching.client import Client
from litconv.model import Record
from litconv.source import Source
from litconv.text.tags import to_plain_text

CROSSREF: Final = "Crossref"
ROWS: Final = 5
"""Works that a search gives back; the right one is among the first, or it is not there."""
_LONGEST_QUERY: Final = 300


class Service(NamedTuple):
    """One service: where it is, what it is asked for, and the format of its answers."""

    name: str
    home: str
    path: str
    accept: str
    format: str
    lenient: bool = False


SERVICES: Final = (
    Service(CROSSREF, "https://api.crossref.org", "/works/", "application/json", "crossref"),
    Service(
        "DataCite", "https://api.datacite.org", "/dois/", "application/vnd.api+json", "datacite"
    ),
    Service(
        "doi.org",
        "https://doi.org",
        "/",
        "application/vnd.citationstyles.csl+json",
        "csljson",
        lenient=True,
    ),
)


class Found(NamedTuple):
    """A work as a service describes it: the address it was asked at, and when it answered."""

    record: Record
    source: str
    time: float


class Services:
    """The services behind one client."""

    def __init__(self, client: Client, *, mailto: str = "", base_url: str = "") -> None:
        self._client = client
        self._mailto = quote(mailto, safe="@")
        self._base = base_url.rstrip("/")

    def ask(self, service: Service, doi: str) -> Found | None:
        """Ask one service about a DOI; raises ServiceError."""
        # Small letters: DOIs are the same in any case, and one answer serves all of them.
        url = (self._base or service.home) + service.path + quoted(doi)
        private = f"?mailto={self._mailto}" if self._mailto and service.name == CROSSREF else ""
        answer = self._client.get(
            service.name, url, service.accept, private, lenient=service.lenient
        )
        if answer is None or not answer.found:
            return None
        records = read_answer(answer.body, service.format, url)
        return Found(records[0], url, answer.fetched) if records else None

    def search(self, title: str, family: str) -> list[Found]:
        """Look for works by title and first author; raises ServiceError."""
        service = SERVICES[0]
        query = {"query.bibliographic": to_plain_text(title)[:_LONGEST_QUERY], "rows": str(ROWS)}
        if family:
            query["query.author"] = family
        url = f"{self._base or service.home}/works?{urlencode(query)}"
        private = f"&mailto={self._mailto}" if self._mailto else ""
        answer = self._client.get(service.name, url, service.accept, private)
        if answer is None or not answer.found:
            return []
        return [
            Found(one, url, answer.fetched) for one in read_answer(answer.body, service.format, url)
        ]


def quoted(doi: str) -> str:
    """Give a DOI in small letters as part of an address.

    `10.1002/(SICI)1097<49::x>` has signs that mean something in an address. Slashes stay, but where
    a part between them would climb (`/../`) or get lost (`//`).
    """
    parts = doi.lower().split("/")
    safe = ":;()" if not {"", ".", ".."}.isdisjoint(parts) else "/:;()"
    return quote("/".join(parts), safe=safe)


def read_answer(body: bytes, format_name: str, name: str) -> list[Record]:
    """Read an answer by the reader of its format; what is wrong with it gives no record."""
    reader = _reader(format_name)
    if reader is None:  # `find` gives readable formats only
        return []
    source = Source(name, body.decode("utf-8", "replace"))
    return list(reader.read(source, Diagnostics(lambda _: None)))


@cache
def _reader(format_name: str) -> registry.Reader | None:
    return registry.find(format_name, to=False)[0].reader
