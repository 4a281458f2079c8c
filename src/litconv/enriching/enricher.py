"""Many records: asks for several at once, and gives them back in their order."""

from __future__ import annotations

import re
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import msgspec
from zstandard import ZstdError

from litconv.diagnostics import Diagnostics, UsageError
from litconv.enriching.accept import SEARCH_BAR, best_of_search, first_family, is_same_work, letters
from litconv.enriching.addresses import ForbiddenAddressError
from litconv.enriching.apply import apply
from litconv.enriching.cache import Cache, cache_folder
from litconv.enriching.client import Client, ServiceError
from litconv.enriching.clock import Clock
from litconv.enriching.services import CROSSREF, SERVICES, Found, Services
from litconv.model import Record
from litconv.options import EnrichOptions
from litconv.refine.recase import recase
from litconv.works.completing import report_conflicts, word_for

if TYPE_CHECKING:
    from litconv.enriching.snapshot import Snapshot

DAMAGED: Final = (sqlite3.Error, ZstdError, msgspec.DecodeError)
AHEAD: Final = 8
"""Records read ahead for each question that may be under way."""
_MAIL: Final = re.compile(r"[^\s@<>()\",;:\\]+@[^\s@<>()\",;:\\]+\.[A-Za-z]{2,}")
_SEARCH_HINT: Final = "--search looks for them by title and first author."
_SHORTEST_TITLE: Final = 6


class Look(NamedTuple):
    """What became of one record's question: what was found where, or which services failed."""

    found: Found | None = None
    service: str = ""
    failures: tuple[str, ...] = ()
    searched: bool = False


class Enricher:
    """Fills records from services, or from a snapshot. Close it after use: it is a context."""

    def __init__(
        self,
        options: EnrichOptions,
        diagnostics: Diagnostics,
        *,
        clock: Clock | None = None,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        """Open cache and snapshot; raises UsageError when the options cannot be followed.

        `notice` is told when something takes long before the first record.
        """
        if options.mailto and not _MAIL.fullmatch(options.mailto):
            msg = f"{options.mailto!r} is no e-mail address"
            raise UsageError(msg, hint="Say for example --mailto you@example.org.")
        self._options = options
        self._diagnostics = diagnostics
        self._client: Client | None = None
        self._services: Services | None = None
        self._snapshot: Snapshot | None = None
        self._said = set[str]()
        self._unasked = self._whole = 0
        folder = cache_folder(options.cache)
        if options.snapshot:
            from litconv.enriching.snapshot import Snapshot  # noqa: PLC0415 - not for all

            self._snapshot = Snapshot(options.snapshot, folder, notice)
            return
        try:
            self._client = Client(
                Cache(folder),
                mailto=options.mailto,
                base_url=options.base_url,
                offline=options.offline,
                clock=clock,
            )
        except ForbiddenAddressError as error:
            msg = f"--base-url: {error}"
            hint = "Say an https address; http is for this machine only (http://127.0.0.1:8000)."
            raise UsageError(msg, hint=hint) from error
        self._services = Services(self._client, mailto=options.mailto, base_url=options.base_url)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        self.close()

    def close(self) -> None:
        """Close connections and files."""
        if self._client:
            self._client.close()
        if self._snapshot:
            self._snapshot.close()

    @property
    def requests(self) -> int:
        """How many questions went out over the network."""
        return self._client.requests if self._client else 0

    def enrich(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records, filled, in their order; a bounded number is read ahead."""
        workers = self._client.workers if self._client else 1
        waiting: deque[tuple[Record, Future[Look]]] = deque()
        pool = ThreadPoolExecutor(workers, thread_name_prefix="enrich")
        try:
            for record in records:
                waiting.append((record, pool.submit(self.look, record)))
                if len(waiting) > workers * AHEAD:
                    yield self._take(*waiting.popleft())
            while waiting:
                yield self._take(*waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # Ctrl-C waits for no service
        self._report_nothing()

    def look(self, record: Record) -> Look:
        """Find out about a record; called in several threads, says nothing itself."""
        doi = record.identifiers.doi
        if doi:
            return self._by_snapshot(doi) if self._snapshot else self._by_doi(doi)
        if not self._options.search or len(letters(record.title)) < _SHORTEST_TITLE:
            return Look()
        return self._by_search(record)

    def _by_doi(self, doi: str) -> Look:
        failures: list[str] = []
        for service in SERVICES:
            try:
                found = self._services.ask(service, doi) if self._services else None
            except ServiceError as error:
                failures.append(str(error))
                continue
            if found:
                return Look(found, service.name)
        return Look(failures=tuple(failures))

    def _by_snapshot(self, doi: str) -> Look:
        try:
            found = self._snapshot.by_doi(doi) if self._snapshot else None
        except DAMAGED as error:
            return Look(failures=(f"the index of the snapshot is damaged: {error}",))
        return Look(found, "Crossref snapshot" if found else "")

    def _by_search(self, record: Record) -> Look:
        try:
            if self._snapshot:
                found = self._snapshot.search(record.title)
            else:
                family = first_family(record)
                found = self._services.search(record.title, family) if self._services else []
        except ServiceError as error:
            return Look(failures=(str(error),), searched=True)
        except DAMAGED as error:
            what = f"the index of the snapshot is damaged: {error}"
            return Look(failures=(what,), searched=True)
        place = best_of_search(record, [one.record for one in found])
        if place is None:
            return Look(searched=True)
        return Look(found[place], f"{CROSSREF} search", searched=True)

    # ------------------------------------------------------------------ in the main thread
    def _take(self, record: Record, future: Future[Look]) -> Record:
        look = future.result()
        for failure in look.failures:
            if failure not in self._said:  # once, not for every record
                self._said.add(failure)
                self._report("enrich-failed", failure, record)
        if look.found is None:
            if not record.identifiers.doi and not look.searched:
                self._unasked += 1
            elif not look.failures:
                self._report("enrich-not-found", self._unknown(record), record)
            return record
        found = self._readable(look.found)
        if not look.searched and not is_same_work(record, found.record):
            title = found.record.title
            what = f"DOI {record.identifiers.doi} belongs to another work: {title!r}"
            self._report("enrich-mismatch", what, record, field="identifiers")
            return record
        merged = apply(record, found, look.service)
        report_conflicts(record, merged.conflicts, self._diagnostics)
        if merged.taken:
            fields = ", ".join(word_for(one.field) for one in merged.taken)
            self._report("enriched", f"{fields} taken from {look.service}", record)
        elif not merged.conflicts:
            self._whole += 1
        return merged.record

    def _report_nothing(self) -> None:
        """Say how many records nothing was done about, and why; else nothing is heard of them."""
        parts = []
        if count := self._unasked:
            parts.append(
                "1 record has no DOI and was not looked up"
                if count == 1
                else f"{count} records have no DOI and were not looked up"
            )
        if count := self._whole:
            parts.append(
                "1 record has all that is known of it already"
                if count == 1
                else f"{count} records have all that is known of them already"
            )
        if parts:
            hint = "" if self._options.search or not self._unasked else _SEARCH_HINT
            self._diagnostics.report("enrich-nothing", "; ".join(parts), hint=hint)
        self._unasked = self._whole = 0

    def _unknown(self, record: Record) -> str:
        doi = record.identifiers.doi
        if not doi:
            return f"no work was found that is this one, at {SEARCH_BAR:.0%} of its title or more"
        if self._options.snapshot:
            return f"DOI {doi} is not in the snapshot"
        if self._options.offline:
            return f"DOI {doi} was not asked for before"
        return f"no service knows DOI {doi}"

    def _readable(self, found: Found) -> Found:
        """Repair capitals as in every record that is read; its lists are not wanted."""
        record = msgspec.structs.replace(found.record, relations=())
        return found._replace(record=recase(record, Diagnostics(lambda _: None)))

    def _report(self, code: str, message: str, record: Record, *, field: str = "") -> None:
        self._diagnostics.report(
            code,
            message,
            span=record.span,
            record=record.id or record.title,
            field=field,
            listed=record.listing is not None,
        )
