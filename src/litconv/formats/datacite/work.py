"""DataCite: from the attributes of one DOI, as its REST API names them, to one record."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from litconv.formats.datacite.tables import BIBTEX, CITEPROC, IGNORED, READ, ROLES, TYPES, WORDS
from litconv.model import ItemType, Name, Record, Role, TranslatedTitle
from litconv.reading.json_values import as_text, as_texts
from litconv.reading.json_work import ORCID, JsonWork, dicts
from litconv.text.dates import is_impossible, parse_date
from litconv.text.edtf import date_from_edtf, names_impossible
from litconv.text.languages import language_tag
from litconv.text.names import parse_name
from litconv.text.tags import to_plain_text, to_rich_text
from litconv.text.width import tidy

_WITH_GENRE: Final = frozenset((ItemType.THESIS, ItemType.REPORT, ItemType.SPEECH))
_SAY_LITTLE: Final = frozenset(("", "Other", "Text"))
_YEAR: Final = re.compile(r"\d{4}")


class Work(JsonWork):
    """One work on its way to a record."""

    def record(self) -> Record:
        """Read every key."""
        draft, work = self.draft, self.work
        self._type()
        self._titles()
        for one in dicts(work.get("creators")):
            self._person(Role.AUTHOR, one)
        for one in dicts(work.get("contributors")):
            kind = as_text(one.get("contributorType"))
            if kind in ROLES:
                self._person(ROLES[kind], one)
            elif name := as_text(one.get("name")):
                draft.keep(self.item(kind or "contributor", name))
        self._dates()
        publisher = work.get("publisher")
        draft.text(
            "publisher",
            self.item(
                "publisher", publisher.get("name") if isinstance(publisher, dict) else publisher
            ),
        )
        self._container()
        draft.doi(self.item("doi", work.get("doi") or work.get("id")))
        for one in dicts(work.get("identifiers")):
            self._identifier(one)
        self._descriptions()
        draft.text("language", self.item("language", language_tag(as_text(work.get("language")))))
        draft.add_keywords(
            to_plain_text(as_text(one.get("subject"))) for one in dicts(work.get("subjects"))
        )
        draft.keep(self.item("version", work.get("version")))
        draft.text("url", self.item("url", work.get("url")))
        for key, value in work.items():
            if key not in READ and key not in IGNORED and value not in (None, "", [], {}):
                draft.keep(self.item(key, _packed(value)))
        return draft.record()

    def _type(self) -> None:
        types = self.work.get("types")
        types = types if isinstance(types, dict) else {}
        general, own = as_text(types.get("resourceTypeGeneral")), as_text(types.get("resourceType"))
        told = WORDS.get(own.replace("-", " ").casefold())
        self.draft.type = type_ = (
            TYPES.get(general)
            or BIBTEX.get(as_text(types.get("bibtex")))
            or told
            or CITEPROC.get(as_text(types.get("citeproc")))
            or ItemType.DOCUMENT
        )
        if general not in TYPES and general not in _SAY_LITTLE:
            self.draft.keep(self.item("resourceTypeGeneral", general))
        says_more = own.replace(" ", "").casefold() != general.casefold()
        if own and says_more and (type_ is not told or type_ in _WITH_GENRE):
            self.draft.text("genre", self.item("resourceType", own))

    def _titles(self) -> None:
        draft = self.draft
        for one in dicts(self.work.get("titles")):
            kind, title = (
                as_text(one.get("titleType")),
                to_rich_text(tidy(as_text(one.get("title")))),
            )
            known = draft.fields.get("title", "")
            if kind == "Subtitle" and known:
                if title.casefold() not in known.casefold():
                    draft.fields["title"] = f"{known.rstrip(' :')}: {title}"
            elif kind == "TranslatedTitle" and title:
                tag = language_tag(as_text(one.get("lang")))
                draft.translated.append(TranslatedTitle(title=title, language=tag))
            else:  # a second title without a type, and `AlternativeTitle`, become extra
                draft.text("title", self.item("title", title))

    def _person(self, role: Role, person: dict[str, Any]) -> None:
        family, given = (tidy(as_text(person.get(key))) for key in ("familyName", "givenName"))
        printed = tidy(to_plain_text(as_text(person.get("name"))))
        kind = as_text(person.get("nameType"))
        if family and kind != "Organizational":
            name: Name | None = Name(family=family, given=given)
        elif "," in printed or kind == "Personal":
            name = Name(literal=printed) if kind == "Organizational" else parse_name(printed)
        else:
            name = Name(literal=printed) if printed else None
        if name is None:
            return
        bodies = tuple(
            tidy(body)
            for one in _list(person.get("affiliation"))
            if (body := as_text(one.get("name")) if isinstance(one, dict) else as_text(one))
        )
        orcid = ORCID.search(
            " ".join(
                as_text(one.get("nameIdentifier")) for one in dicts(person.get("nameIdentifiers"))
            )
        )
        self.draft.named(
            role,
            msgspec.structs.replace(name, affiliations=bodies, orcid=orcid[0] if orcid else ""),
        )
        self.draft.affiliations += [one for one in bodies if one not in self.draft.affiliations]

    def _dates(self) -> None:
        """Set the day of issue; one of another year than that of publication is kept."""
        draft, year = self.draft, as_text(self.work.get("publicationYear"))
        for one in dicts(self.work.get("dates")):
            kind, text = as_text(one.get("dateType")), as_text(one.get("date"))
            item = self.item(kind or "date", text)
            date = date_from_edtf(text) or parse_date(text) if kind == "Issued" else None
            fits = date and (not _YEAR.fullmatch(year) or year == str(date.year))
            if fits:
                draft.date("issued", item, date)
            if kind == "Issued" and (not date or is_impossible(text) or names_impossible(text)):
                draft.odd(item, "issued")
            elif not fits:
                draft.keep(item)
        if "issued" not in draft.fields:
            draft.date("issued", self.item("publicationYear"))
        elif not _YEAR.fullmatch(year):
            draft.keep(self.item("publicationYear"))

    def _container(self) -> None:
        draft = self.draft
        found = self.work.get("container")
        box: dict[str, Any] = found if isinstance(found, dict) else {}
        for one in dicts(self.work.get("relatedItems")):
            if not box and one.get("relationType") == "IsPublishedIn":
                titles = dicts(one.get("titles"))
                box = {**one, "title": titles[0].get("title") if titles else ""}
                self._serial(one.get("relatedItemIdentifier"), "relatedItemIdentifier")
            else:
                draft.keep(self.item("relatedItems", _packed(one)))
        name = self.item("container", to_plain_text(as_text(box.get("title"))))
        series = draft.type in {ItemType.BOOK, ItemType.DATASET, ItemType.REPORT}
        draft.text("collection_title" if series else "container_title", name)
        draft.number("volume", self.item("volume", box.get("volume")))
        draft.number("issue", self.item("issue", box.get("issue")))
        draft.first_and_last_page(
            self.item("firstPage", box.get("firstPage")), self.item("lastPage", box.get("lastPage"))
        )
        self._serial(box, "identifier")
        for one in dicts(self.work.get("relatedIdentifiers")):
            if one.get("relationType") in {"IsPartOf", "IsPublishedIn"}:
                self._serial(one, "relatedIdentifier")

    def _serial(self, one: object, key: str) -> None:
        """Take the ISSN or ISBN of what it is a part of, `key` names it and the key of its kind."""
        if isinstance(one, dict) and as_text(one.get(f"{key}Type")) in {"ISSN", "ISBN"}:
            self.draft.serial(self.item("container", one.get(key)))

    def _identifier(self, one: dict[str, Any]) -> None:
        kind, value = (as_text(one.get(key)) for key in ("identifierType", "identifier"))
        if kind == "DOI":
            self.draft.doi(self.item("identifier", value))
        elif kind in {"ISSN", "ISBN"}:
            self.draft.serial(self.item(kind, value))
        elif kind.lower() == "arxiv":
            number = value.removeprefix("arXiv:")
            self.draft.identifier("arxiv", number, self.item(kind, number))
        elif value:
            self.draft.other_identifier(kind or "identifier", value)

    def _descriptions(self) -> None:
        for one in dicts(self.work.get("descriptions")):
            kind, text = as_text(one.get("descriptionType")), as_text(one.get("description"))
            if kind == "Abstract":
                self.draft.text("abstract", self.item(kind, to_plain_text(text)))
            elif kind != "SeriesInformation" or not self.draft.fields.get("container_title"):
                self.draft.keep(self.item(kind or "description", to_plain_text(text)))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _packed(value: object) -> str:
    texts = as_texts(value)
    if isinstance(value, str) or (isinstance(value, list) and len(texts) == len(value)):
        return "; ".join(texts)
    return msgspec.json.encode(value).decode()
