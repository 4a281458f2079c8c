"""OpenAlex: the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, ItemType, Record, Role
from litconv.reading.days import set_date
from litconv.reading.json_items import json_items
from litconv.reading.json_values import as_text, as_texts
from litconv.reading.json_work import ORCID, JsonWork, dicts
from litconv.source import Source
from litconv.text.languages import language_tag
from litconv.text.names import parse_name
from litconv.text.tags import to_plain_text, to_rich_text
from litconv.text.width import tidy

TYPES: Final = {
    "article": ItemType.ARTICLE_JOURNAL,
    "book": ItemType.BOOK,
    "book-chapter": ItemType.CHAPTER,
    "book-section": ItemType.CHAPTER,
    "database": ItemType.DATASET,
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "editorial": ItemType.ARTICLE_JOURNAL,
    "erratum": ItemType.ARTICLE_JOURNAL,
    "grant": ItemType.DOCUMENT,
    "letter": ItemType.ARTICLE_JOURNAL,
    "libguides": ItemType.WEBPAGE,
    "other": ItemType.DOCUMENT,
    "paratext": ItemType.DOCUMENT,
    "peer-review": ItemType.REVIEW,
    "preprint": ItemType.ARTICLE,
    "reference-entry": ItemType.ENTRY,
    "report": ItemType.REPORT,
    "report-component": ItemType.REPORT,
    "retraction": ItemType.ARTICLE_JOURNAL,
    "review": ItemType.ARTICLE_JOURNAL,
    "software": ItemType.SOFTWARE,
    "standard": ItemType.STANDARD,
    "supplementary-materials": ItemType.DATASET,
}
GENRES: Final = frozenset({"editorial", "erratum", "letter", "retraction", "review", "preprint"})

_READ: Final = frozenset(
    "id doi title display_name publication_year publication_date ids language primary_location "
    "type type_crossref authorships biblio is_retracted keywords abstract_inverted_index "
    "cited_by_count open_access best_oa_location".split()
)
IGNORED: Final = frozenset(
    "topics primary_topic concepts mesh sustainable_development_goals locations locations_count "
    "indexed_in countries_distinct_count institutions_distinct_count corresponding_author_ids "
    "corresponding_institution_ids apc_list apc_paid fwci has_fulltext fulltext_origin "
    "cited_by_percentile_year citation_normalized_percentile counts_by_year updated_date "
    "created_date cited_by_api_url related_works referenced_works_count datasets versions "
    "is_paratext ngrams_url relevance_score abstract_inverted_index_v3 has_content content_url "
    "awards institutions institution_assertions is_xpac fulltext".split()
)
_WRAPPERS: Final = ("results",)
_SNIFF: Final = re.compile(r'"id"\s*:\s*"https?://openalex\.org/W\d+"')
_LAST_TEXT: Final = 100_000  # places in an abstract: more is damage


class OpenAlexReader:
    """Reads works of the OpenAlex API."""

    def sniff(self, head: str) -> bool:
        """Say whether it is JSON with the number of an OpenAlex work."""
        return head[:1] in ("[", "{") and _SNIFF.search(head) is not None

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield one record for each work."""
        for work, span in json_items(source, diagnostics, _WRAPPERS):
            yield _Work("openalex", work, span, diagnostics).record()


class _Work(JsonWork):
    """One work on its way to a record."""

    def record(self) -> Record:
        """Read every key."""
        draft, work = self.draft, self.work
        type_ = as_text(work.get("type"))
        draft.type = TYPES.get(type_, ItemType.DOCUMENT)
        if as_text(work.get("type_crossref")) == "proceedings-article":
            draft.type = ItemType.PAPER_CONFERENCE
        elif type_ == "article" and self._place().get("type") == "conference":
            draft.type = ItemType.PAPER_CONFERENCE  # as of 2025 nothing else says so
        if type_ and type_ not in TYPES:
            draft.odd(self.item("type", type_), "type")
        draft.text("genre", self.item("type", type_ if type_ in GENRES else ""))
        title = work.get("title") or work.get("display_name")
        draft.text("title", self.item("title", to_rich_text(as_text(title))))
        for one in dicts(work.get("authorships")):
            self._author(one)
        set_date(draft, "issued", self.item("publication_year", work.get("publication_year")))
        set_date(draft, "issued", self.item("publication_date", work.get("publication_date")))
        self._source()
        self._biblio()
        self._identifiers()
        draft.text("language", self.item("language", language_tag(as_text(work.get("language")))))
        draft.text(
            "abstract", self.item("abstract", _abstract(work.get("abstract_inverted_index")))
        )
        draft.add_keywords(as_text(one.get("display_name")) for one in dicts(work.get("keywords")))
        if work.get("is_retracted") is True:
            draft.text("status", self.item("is_retracted", "retracted"))
        for key, value in work.items():
            if key not in _READ and key not in IGNORED and value not in (None, "", [], {}):
                packed = value if isinstance(value, str) else msgspec.json.encode(value).decode()
                draft.keep(self.item(key, packed))
        cited = work.get("cited_by_count")
        return msgspec.structs.replace(
            draft.record(), times_cited=cited if type(cited) is int else None
        )

    def _author(self, authorship: dict[str, Any]) -> None:
        author = authorship.get("author")
        author = author if isinstance(author, dict) else {}
        printed = as_text(authorship.get("raw_author_name")) or as_text(author.get("display_name"))
        name = parse_name(to_plain_text(printed))
        if name is None:
            return
        bodies = as_texts(authorship.get("raw_affiliation_strings")) or [
            as_text(one.get("display_name")) for one in dicts(authorship.get("institutions"))
        ]
        bodies = [tidy(one) for one in bodies if tidy(one)]
        orcid = ORCID.search(as_text(author.get("orcid")))
        name = msgspec.structs.replace(
            name, affiliations=tuple(bodies), orcid=orcid[0] if orcid else ""
        )
        self.draft.people.append(Contributor(role=Role.AUTHOR, name=name))
        self.draft.affiliations += [one for one in bodies if one not in self.draft.affiliations]

    def _location(self) -> dict[str, Any]:
        location = self.work.get("primary_location")
        return location if isinstance(location, dict) else {}

    def _place(self) -> dict[str, Any]:
        """Give the journal, series or conference it was published in."""
        source = self._location().get("source")
        return source if isinstance(source, dict) else {}

    def _source(self) -> None:
        """Read where it was published."""
        draft, source, location = self.draft, self._place(), self._location()
        name = self.item("source", to_plain_text(as_text(source.get("display_name"))))
        if draft.type is ItemType.BOOK:
            draft.text("collection_title", name)
        elif draft.type is ItemType.ARTICLE:
            draft.text("publisher", name)  # the server of a preprint
        else:
            draft.text("container_title", name)
        draft.text("publisher", self.item("publisher", source.get("host_organization_name")))
        for one in as_texts(source.get("issn")) or as_texts(source.get("issn_l")):
            draft.serial(self.item("issn", one))
        url = self.item("landing_page_url", location.get("landing_page_url"))
        if "doi.org/" not in url.value:
            draft.text("url", url)
        for key in ("open_access", "best_oa_location"):
            free = self.work.get(key)
            if isinstance(free, dict):
                draft.text("url", self.item(key, free.get("oa_url") or free.get("pdf_url")))

    def _biblio(self) -> None:
        biblio = self.work.get("biblio")
        if not isinstance(biblio, dict):
            return
        draft = self.draft
        draft.number("volume", self.item("volume", biblio.get("volume")))
        draft.number("issue", self.item("issue", biblio.get("issue")))
        first, last = as_text(biblio.get("first_page")), as_text(biblio.get("last_page"))
        same = first == last  # how OpenAlex writes a single page
        draft.first_and_last_page(
            self.item("first_page", first), self.item("last_page", "" if same else last)
        )

    def _identifiers(self) -> None:
        draft = self.draft
        found = self.work.get("ids")
        ids = found if isinstance(found, dict) else {}
        draft.doi(self.item("doi", self.work.get("doi") or ids.get("doi")))
        for key in ("pmid", "pmcid"):
            if number := as_text(ids.get(key)).rstrip("/").rpartition("/")[2]:
                # the addresses of PubMed Central may leave out the letters of its number
                number = f"PMC{number}" if key == "pmcid" and number.isdecimal() else number
                draft.identifier(key, number, self.item(key, number))
        draft.other_identifier("OpenAlex", as_text(self.work.get("id")).rpartition("/")[2])
        draft.other_identifier("MAG", as_text(ids.get("mag")))


def _abstract(index: object) -> str:
    """Put the words of an inverted index, word → places, in their order."""
    if not isinstance(index, dict):
        return ""
    words = {
        place: word
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if type(place) is int and 0 <= place < _LAST_TEXT
    }
    return to_plain_text(" ".join(words[place] for place in sorted(words)))
