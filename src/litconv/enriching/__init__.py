"""Completes records by what Crossref, DataCite and doi.org know; only when it is asked to.

`Enricher` takes records and gives them back, in their order, with empty fields filled. Parts, from
the outside in: `enricher` (many records at once), `accept` (is it the same work), `apply` (what is
taken), `services` (who is asked, in which order), `client` (one question: limits, repeats,
redirects), `cache` (answers on disk), `snapshot` (a local copy of Crossref instead of all that).
Answers are read by the same readers as files (`registry.find`), so what they know of Crossref's
ways holds here as well.
"""

from __future__ import annotations

from litconv.enriching.enricher import Enricher

__all__ = ["Enricher"]
