"""Crossref's JSON: what its REST API answers for a work, a list of works, or has in a snapshot.

Specification: the REST API's format page, `api_format.md`, and its answers. Read are
`{"message": {…}}`, `{"message": {"items": […]}}`, `{"items": […]}` (the files of the yearly
snapshot), a list of works, and one work a line. CSL-JSON that Crossref gives by content
negotiation has the same keys, but texts where this has lists of texts: it is `csljson`.

* Titles hold HTML and JATS, abstracts JATS: see `text.tags`.
* Of several dates the earliest one with a meaning for readers counts: in print, else online, else
  `issued` or `posted`. The others are kept.
* A preprint is `article`; `reference` becomes the works that the record cites.
* What is about Crossref's own record (`indexed`, `deposited`, `score`, `member` …) is no fact about
  the work and is left out: `IGNORED` in `tables` names it. Licences, funders, links to full text,
  updates and relations are kept as extra fields, as JSON.
* What publishers deposit for want of a value is no value: see `faults`.

Known gaps: `assertion`, which each publisher fills with its own words, is kept unread.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="crossref",
        title="Crossref JSON",
        shared_extensions=(".json", ".jsonl"),
        spec_url="https://github.com/CrossRef/rest-api-doc",
        reader=LazyReader(
            "litconv.formats.crossref.reader:CrossrefReader", "litconv.formats.crossref.sniff:sniff"
        ),
    ),
)
