"""Crossref JSON: the reader, from one work to one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from litconv.csl.items.dates import has_impossible_part
from litconv.diagnostics import Diagnostics
from litconv.formats.crossref import faults
from litconv.formats.crossref.references import cited_works
from litconv.formats.crossref.sniff import sniff
from litconv.formats.crossref.tables import (
    COMPUTED,
    DATES,
    GENRES,
    IGNORED,
    RENAMED,
    ROLES,
    TEXTS,
)
from litconv.model import Date, ItemType, Name, PartialDate, Record, Role, TranslatedTitle
from litconv.reading.json_items import json_items
from litconv.reading.json_values import as_text, as_texts, day_of
from litconv.reading.json_work import ORCID, JsonWork, dicts
from litconv.source import Source
from litconv.text.crossref_types import CROSSREF_TYPES
from litconv.text.doi import clean_doi
from litconv.text.languages import language_tag
from litconv.text.names import is_nobody, marks_others
from litconv.text.tags import to_plain_text, to_rich_text
from litconv.text.width import tidy

_WRAPPERS: Final = ("message", "items")


class CrossrefReader:
    """Reads works of Crossref's REST API and snapshots."""

    def sniff(self, head: str) -> bool:
        """Say whether it is JSON whose titles are lists, as only Crossref's are."""
        return sniff(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield one record for each work."""
        for work, span in json_items(source, diagnostics, _WRAPPERS):
            yield _Work("crossref", work, span, diagnostics).record()


class _Work(JsonWork):
    """One work on its way to a record."""

    def record(self) -> Record:
        """Read every key."""
        draft = self.draft
        self._type()
        self._titles()
        for key, role in ROLES.items():
            for person in dicts(self.work.get(key)):
                self._person(role, person)
        self._dates()
        for key, field in TEXTS.items():
            draft.text(field, self.item(key))
        self._numbers()
        self._pages()
        self._identifiers()
        self._publication()
        draft.text(
            "abstract", self.item("abstract", to_plain_text(as_text(self.work.get("abstract"))))
        )
        draft.text(
            "language", self.item("language", language_tag(as_text(self.work.get("language"))))
        )
        draft.add_keywords(as_texts(self.work.get("subject")))
        for key, value in self.work.items():
            if key not in IGNORED and value not in (None, "", [], {}):
                draft.keep(self.item(key, _packed(key, value)), tag=RENAMED.get(key, ""))
        record = draft.record()
        relations = cited_works(dicts(self.work.get("reference")), self.span)
        cited = self.work.get("is-referenced-by-count")
        return msgspec.structs.replace(
            record,
            relations=relations,
            times_cited=cited if isinstance(cited, int) and not isinstance(cited, bool) else None,
        )

    def _type(self) -> None:
        name = as_text(self.work.get("type"))
        self.draft.type = CROSSREF_TYPES.get(name, ItemType.DOCUMENT)
        if name and name not in CROSSREF_TYPES:
            self.draft.odd(self.item("type"), "type")
        kind = as_text(self.work.get("subtype"))
        kind = "" if kind == "other" else kind
        genre = GENRES.get(name) or kind or _first(self.work, "degree")
        self.draft.text("genre", self.item("subtype", genre))

    def _titles(self) -> None:
        draft = self.draft
        title, *others = [*as_texts(self.work.get("title")), ""][:-1] or [""]
        subtitle = next(iter(as_texts(self.work.get("subtitle"))), "")
        if subtitle and subtitle.casefold() not in title.casefold():
            title = f"{title.rstrip(' :')}: {subtitle}" if title else subtitle
        draft.text("title", self.item("title", faults.title(to_rich_text(tidy(title)))))
        for one in others:
            draft.keep(self.item("title", one))
        draft.text(
            "title_short", self.item("short-title", to_rich_text(_first(self.work, "short-title")))
        )
        for one in as_texts(self.work.get("original-title")):
            if tidy(one) != tidy(title):
                draft.translated.append(TranslatedTitle(title=to_rich_text(tidy(one))))
        names = [to_plain_text(tidy(one)) for one in as_texts(self.work.get("container-title"))]
        in_series = draft.type in {ItemType.CHAPTER, ItemType.PAPER_CONFERENCE} and len(names) > 1
        if in_series or draft.type is ItemType.BOOK:  # the series comes first, then the book
            draft.text("collection_title", self.item("container-title", "".join(names[:1])))
            names = names[1:]
        for one in names:
            draft.text("container_title", self.item("container-title", one))
        for one in as_texts(self.work.get("short-container-title")):
            short = to_plain_text(tidy(one))
            if short != draft.fields.get("container_title"):
                draft.text("container_title_short", self.item("short-container-title", short))

    def _person(self, role: Role, person: dict[str, Any]) -> None:
        family, given = faults.family(as_text(person.get("family"))), as_text(person.get("given"))
        bodies = tuple(
            name
            for one in dicts(person.get("affiliation"))
            if (name := tidy(as_text(one.get("name"))))
        )
        orcid = ORCID.search(as_text(person.get("ORCID")))
        literal = "" if family or given else tidy(as_text(person.get("name")))
        lone = family or literal if not given else ""
        if marks_others(lone):
            self.draft.others(role, self.item("author", lone))
            return
        if not (family or given or literal) or lone in faults.NOBODY or (lone and is_nobody(lone)):
            return
        if given and not family:
            family, given = given, ""
        self.draft.named(
            role,
            Name(
                family=tidy(to_plain_text(family)),
                given=tidy(to_plain_text(given)),
                suffix=tidy(as_text(person.get("suffix"))),
                literal=to_plain_text(literal),
                affiliations=bodies,
                orcid=orcid[0] if orcid else "",
            ),
        )
        self.draft.affiliations += [one for one in bodies if one not in self.draft.affiliations]

    def _dates(self) -> None:
        dates = {key: date for key in DATES if (date := _date(self.work.get(key)))}
        if not dates:
            return
        best = next(iter(dates.values()))
        for date in dates.values():  # the same year with month and day says more
            if date.parts[: len(best.parts)] == best.parts:
                best = date
        self.draft.fields["issued"] = Date(start=best)
        for key in dates:
            self._impossible(key, self.work[key], "issued")
        for key, date in dates.items():
            if key not in COMPUTED and date.parts != best.parts[: len(date.parts)]:
                self.draft.keep(
                    self.item(key, date.iso), tag="available-date" if "online" in key else ""
                )

    def _impossible(self, key: str, value: object, field: str) -> None:
        """Say where a date names a day that there is not."""
        if has_impossible_part(value):
            self.draft.odd(self.item(key, _packed("date-parts", value)), field)

    def _numbers(self) -> None:
        given = (as_text(self.work.get(key)) for key in ("volume", "issue"))
        volume, issue, stage = faults.volume_and_issue(self.work, *given)
        self.draft.number("volume", self.item("volume", volume))
        self.draft.number("issue", self.item("issue", issue))
        self.draft.text("status", self.item("volume", stage))
        self.draft.number("edition", self.item("edition-number"))

    def _pages(self) -> None:
        self.draft.page_range(self.item("page", faults.page(as_text(self.work.get("page")))))
        number = self.item("article-number")
        pages = self.draft.pages
        if number.value and not (pages and number.value in {pages.text, pages.article_number}):
            self.draft.article_number(number)

    def _identifiers(self) -> None:
        draft = self.draft
        if doi := clean_doi(as_text(self.work.get("DOI"))):
            draft.identifier("doi", doi, self.item("DOI"))
            if clean_doi(draft.fields.get("url", "")).casefold() == doi.casefold():
                del draft.fields["url"]  # Crossref's `URL` is the DOI's link
        for key in ("ISSN", "ISBN"):
            for one in as_texts(self.work.get(key)):
                draft.serial(self.item(key, one.rpartition("/")[2]))

    def _publication(self) -> None:
        """Event, institution, numbers."""
        draft, work = self.draft, self.work
        if isinstance(event := work.get("event"), dict):
            draft.text("event_title", self.item("event", to_plain_text(as_text(event.get("name")))))
            draft.text("event_place", self.item("event", as_text(event.get("location"))))
            start, end = _date(event.get("start")), _date(event.get("end"))
            for key in ("start", "end"):
                self._impossible(key, event.get(key), "event_date")
            if start:
                draft.fields["event_date"] = Date(start=start, end=end if end != start else None)
        for body in dicts(work.get("institution")):
            name, place = as_text(body.get("name")), ", ".join(as_texts(body.get("place")))
            field = "publisher" if draft.type is not ItemType.ARTICLE else ""
            if field and name and not draft.fields.get(field):
                draft.text(field, self.item("institution", name))
            elif name and name != draft.fields.get("publisher"):
                draft.keep(self.item("institution", name))
            draft.text("publisher_place", self.item("institution", place))
        for key in ("report-number", "number"):
            draft.text("number", self.item(key, _first(work, key)))
        if group := _first(work, "group-title"):  # the subject heading of a preprint server
            draft.add_keywords([group])


def _first(work: dict[str, Any], key: str) -> str:
    return next(iter(as_texts(work.get(key))), "")


def _date(value: object) -> PartialDate | None:
    """Read `{"date-parts": [[2019, 5, 17]]}`; None for `[[null]]`."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    return day_of(first) if isinstance(first, list) else None


def _packed(key: str, value: object) -> str:
    """Give a value as a text: `v1` of `"version": {"version": "v1"}`, else JSON."""
    if isinstance(value, dict) and [*value] == [key]:
        value = value[key]
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
