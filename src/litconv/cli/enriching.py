"""The options of `litconv enrich` and `convert --enrich`, and the enricher that they ask for."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

from litconv.cli.panels import service_option
from litconv.cli.report import Reporter
from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Record
from litconv.options import EnrichOptions

Enrich = Annotated[
    bool,
    service_option(
        "--enrich",
        help="Look up what records lack, by their DOIs: at Crossref, DataCite and doi.org. Without "
        "it nothing leaves this machine.",
    ),
]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Services:
    """Which services are asked for what records lack, and how."""

    mailto: Annotated[
        str,
        service_option(
            "--mailto",
            metavar="ADDRESS",
            help="Your e-mail address for the services: Crossref answers those who give one "
            "faster.",
        ),
    ] = ""
    offline: Annotated[
        bool,
        service_option("--offline", help="Use only answers kept from earlier runs."),
    ] = False
    base_url: Annotated[
        str,
        service_option(
            "--base-url",
            metavar="URL",
            help="Ask a mirror or a local copy at URL instead of all services.",
        ),
    ] = ""
    snapshot: Annotated[
        str,
        service_option(
            "--snapshot",
            metavar="PATH",
            help="Use a Crossref snapshot (.json.gz, .jsonl; a file or a folder) instead of the "
            "network; it is indexed once.",
        ),
    ] = ""
    search: Annotated[
        bool,
        service_option(
            "--search",
            help="Also search for works without DOI, by title and first author; taken at 93 % of "
            "the title's letters or more.",
        ),
    ] = False
    cache: Annotated[
        str,
        service_option(
            "--cache",
            metavar="FOLDER",
            help="Where answers are kept; the system's folder for caches if left out.",
        ),
    ] = ""


def wanted(asked: Services, *, enrich: bool) -> EnrichOptions | None:
    """Give the options if services are to be asked; raises UsageError where they contradict."""
    options = EnrichOptions(**vars(asked))
    if not enrich:
        if options != EnrichOptions():
            msg = "--mailto, --offline, --base-url, --snapshot, --search and --cache need --enrich"
            raise UsageError(msg, hint="Say --enrich as well.")
        return None
    if options.snapshot and (options.base_url or options.offline):
        msg = "--snapshot is used instead of services: --base-url and --offline say nothing then"
        raise UsageError(msg, hint="Leave one of them out.")
    return options


@contextlib.contextmanager
def enricher(
    options: EnrichOptions | None, diagnostics: Diagnostics, reporter: Reporter
) -> Iterator[Callable[[Iterable[Record]], Iterator[Record]] | None]:
    """Give what completes records by services, or None when no service is to be asked."""
    if options is None:
        yield None
        return
    from litconv.enriching import Enricher  # noqa: PLC0415 - takes time, and is not for all

    with Enricher(options, diagnostics, notice=reporter.summary) as asking:
        yield asking.enrich
