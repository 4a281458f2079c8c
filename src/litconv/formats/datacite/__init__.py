"""DataCite: what its REST API answers for a DOI, a list of DOIs, or one a line; and its XML.

Specification: DataCite Metadata Schema 4.6 and the REST API's documentation. Read are
`{"data": {"attributes": {…}}}`, `{"data": [{…}, …]}` and the bare attributes, which content
negotiation gives (`application/vnd.datacite.datacite+json`); and `<resource>` of the kernels 2 to
4, as repositories export it (`application/vnd.datacite.datacite+xml`), bare or in OAI-PMH.

* The type is `types.resourceTypeGeneral`; for `Text`, which may be anything, `types.bibtex`, the
  depositor's own word (`resourceType`) and `types.citeproc` decide; the first and the last DataCite
  works out itself, and XML has neither. The own word is the genre where it says more.
* Names come as `name` ("Alder, Quinn"), mostly with `givenName` and `familyName`; a name without
  parts and without a comma is a body's, unless `nameType` says `Personal`.
* The date is that of `Issued`, else `publicationYear`; `Available` and the others are kept.
* What the work was published in is `container`, else the related item `IsPublishedIn`.
* Bookkeeping of DataCite itself (`views`, `state`, `client` …) is no fact: `IGNORED`.

Known gaps: places (`geoLocations`), rights and funders are kept as extra fields, as JSON. An
`alternateIdentifier` of the type `URL` is the address of a work whose XML names no other.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="datacite",
        title="DataCite JSON and XML",
        shared_extensions=(".json", ".jsonl", ".xml"),
        spec_url="https://datacite-metadata-schema.readthedocs.io/",
        reader=LazyReader(
            "litconv.formats.datacite.reader:DataCiteReader", "litconv.formats.datacite.sniff:sniff"
        ),
    ),
)
