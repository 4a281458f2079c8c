"""A CSL-JSON item as a record: the way back from `litconv.csl.items.to_item`.

`to_item(from_item(item))` is the item again, for every variable of CSL, as far as a processor can
tell: numbers become texts, `keyword` and names of types their usual form, empty values go, and
keys that the schema does not know stay in the record only. Whatever no field of the model holds,
or holds only in part (a name with `comma-suffix`, a date in words), is kept in `extra` under the
item's own key (`litconv.csl.items.kept`), and counts as long as the field still says the same.

`note` stays as it is, with its lines: `original-date: 1999` in it is a matter of printing
(`litconv.csl.processor.work`), not of the record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from litconv.csl.items.dates import date_from_csl, has_impossible_part
from litconv.csl.items.kept import number_text, pack
from litconv.csl.items.names import names_from_csl
from litconv.csl.items.values import read_count, read_keywords, read_numbers, read_pages
from litconv.csl.items.variables import (
    ALIASES,
    CSLJSON,
    DATE_VARIABLES,
    DATES,
    IDENTIFIERS,
    KEYWORD_SEPARATOR,
    NAME_VARIABLES,
    NUMBERED_ARTICLES,
    OTHER_TEXTS,
    TEXTS,
    TYPES,
)
from litconv.diagnostics import Diagnostics
from litconv.model import Contributor, Identifiers, ItemType, Pages, RawField, Record, Role, Span
from litconv.model.record import Origin

_FIELD_OF: Final = {variable: field for field, variable in TEXTS.items()}
_DATE_FIELD_OF: Final = {variable: field for field, variable in DATES.items()}
_ID_FIELD_OF: Final = {variable: field for field, variable in IDENTIFIERS.items()}
_ROLES: Final = {role.value: role for role in Role}
_DOI_HEAD: Final = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ARXIV: Final = re.compile(r"arXiv:(\S+)")
_SHOWN: Final = 60
_NO_VALUES: Final[tuple[object, ...]] = (None, "", [], {})


def from_item(
    item: Mapping[str, Any], diagnostics: Diagnostics | None = None, *, span: Span | None = None
) -> Record:
    """Give the record of a CSL-JSON item, whose texts hold no control characters but line ends.

    Never raises for odd values of known types: what is not understood is reported to
    `diagnostics` as `value-not-understood`, with `span`, the place of the item, and kept.
    """
    return _Reading(item, diagnostics or Diagnostics(), span).record()


class _Reading:
    """One item on its way to a record: its fields so far, and what is kept beside them."""

    def __init__(
        self, item: Mapping[str, Any], diagnostics: Diagnostics, span: Span | None
    ) -> None:
        self.item = item
        self.diagnostics = diagnostics
        self.span = span
        self.fields: dict[str, Any] = {}
        self.identifiers: dict[str, Any] = {}
        self.people: list[Contributor] = []
        self.kept: list[RawField] = []
        self.pages: dict[str, Any] = {}
        self.id = ""

    def record(self) -> Record:
        """Read every key of the item."""
        self.id = self._id()
        type_ = self._type()
        for key, value in self.item.items():
            if value not in _NO_VALUES:
                _READERS.get(key, _Reading.keep)(self, key, value)
        self._number(type_)
        return Record(
            id=self.id,
            type=type_,
            contributors=tuple(self.people),
            pages=Pages(**self.pages),
            identifiers=Identifiers(**self.identifiers),
            extra=tuple(self.kept),
            origin=Origin(format=CSLJSON, span=self.span),
            **self.fields,
        )

    def _id(self) -> str:
        """Give the id as it is; `citation-key` is what Zotero has besides."""
        for key in ("id", "citation-key"):
            value = self.item.get(key)
            if isinstance(value, str) and value:
                return value
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return number_text(value)
        if self.item.get("id") not in _NO_VALUES:
            self._not_understood("id", self.item["id"], "id")
        return ""

    def _type(self) -> ItemType:
        value = self.item.get("type")
        if value in _NO_VALUES:
            self.diagnostics.report(
                "missing-field",
                "the item states no type; it is taken for a document",
                span=self.span,
                record=self.id,
                field="type",
            )
            return ItemType.DOCUMENT
        name = value.lower().replace("_", "-") if isinstance(value, str) else ""
        if name not in TYPES:
            self._not_understood("type", value, "type")
        return TYPES.get(name, ItemType.DOCUMENT)

    def _text(self, key: str, value: object) -> str:
        """Give a value that should be one text; of several (Crossref) the first one."""
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return number_text(value)
        texts = [one for one in value if one] if isinstance(value, list) else []
        if texts and all(isinstance(one, str) for one in texts):
            if key in ("ISBN", "ISSN"):
                return " ".join(texts)
            if key == "keyword":
                return KEYWORD_SEPARATOR.join(texts)
            if len(texts) > 1:
                self.keep(key, value)
            return str(texts[0])
        self._not_understood(key, value, _FIELD_OF.get(key, "extra"))
        return ""

    def text(self, key: str, value: object) -> None:
        """Read a variable that is one text in the model too."""
        if text := self._text(key, value):
            self.fields[_FIELD_OF[key]] = text

    def names(self, key: str, value: object) -> None:
        """Read a name variable."""
        names, exact = names_from_csl(value)
        role = _ROLES.get(key)
        if role is not None:
            self.people += [Contributor(role=role, name=name) for name in names]
            if not names:
                self._not_understood(key, value, "contributors")
            elif isinstance(value, str):
                self.diagnostics.report(
                    "name-not-split",
                    f"{key} is one text, {_shorten(value)}, and is kept whole",
                    span=self.span,
                    record=self.id,
                    field="contributors",
                )
        if role is None or (names and not exact):
            self.keep(key, value)

    def date(self, key: str, value: object) -> None:
        """Read a date variable."""
        field = _DATE_FIELD_OF.get(key)
        if field is None:
            self.keep(key, value)
            return
        date, exact = date_from_csl(value)
        if date is None:
            self._not_understood(key, value, field)
            if isinstance(value, dict) and value.get("date-parts") and not _says_something(value):
                self.keep(key, value)  # prints as nothing, not as "n.d.", like the year 0
            return
        self.fields[field] = date
        if has_impossible_part(value):
            self._not_understood(key, value, field)
        elif not exact:
            self.keep(key, value)

    def other(self, key: str, value: object) -> None:
        """Keep a variable without a field, or use it for the one it is another word for."""
        text = self._text(key, value)
        if not text:
            return
        main = ALIASES.get(key)
        if main is None or self.item.get(main) not in _NO_VALUES:
            self.keep(key, text)
            if main and str(self.item.get(main)) == text:
                self.keep(main, text)  # both were there: see `litconv.csl.items.to_item`
            return
        self.fields[_FIELD_OF[main]] = text
        if key == "event":  # no processor takes it for `event-title`
            self.keep(key, text)

    def page(self, key: str, value: object) -> None:
        """Read the pages."""
        found = read_pages(self._text(key, value))
        for part in ("raw", "first", "last", "ranges", "article_number"):
            if said := getattr(found, part):
                self.pages[part] = said

    def page_first(self, key: str, value: object) -> None:
        """Keep the first page, and use it where there are no pages."""
        if text := self._text(key, value):
            self.keep(key, text)
            if self.item.get("page") in _NO_VALUES:
                self.pages["first"] = text

    def page_count(self, key: str, value: object) -> None:
        """Read the number of pages."""
        if text := self._text(key, value):
            count = self.pages["count"] = read_count(text)
            if count is None or str(count) != text:
                self.keep(key, text)

    def identifier(self, key: str, value: object) -> None:
        """Read an identifier that is one text."""
        text = self._text(key, value)
        if text:
            self.identifiers[_ID_FIELD_OF[key]] = _DOI_HEAD.sub("", text) if key == "DOI" else text

    def serial(self, key: str, value: object) -> None:
        """Read the numbers of books and journals."""
        text = self._text(key, value)
        if not text:
            return
        numbers = read_numbers(key, text)
        self.identifiers[key.lower()] = numbers
        if " ".join(numbers) != text:
            self.keep(key, text)

    def keywords(self, key: str, value: object) -> None:
        """Read the keywords."""
        if text := self._text(key, value):
            self.fields["keywords"] = read_keywords(text)
            if KEYWORD_SEPARATOR.join(self.fields["keywords"]) != text:
                self.keep(key, text)

    def _number(self, type_: ItemType) -> None:
        """Take `number` for what it is: of articles their own, of preprints arXiv's."""
        number = self.fields.get("number", "")
        if type_ in NUMBERED_ARTICLES and number and "article_number" not in self.pages:
            self.pages["article_number"] = self.fields.pop("number")
        elif type_ in NUMBERED_ARTICLES and number == self.pages.get("article_number"):
            self.keep("number", self.fields.pop("number"))  # said twice, as `to_item` does
        elif type_ is ItemType.ARTICLE and (match := _ARXIV.fullmatch(number)):
            self.identifiers["arxiv"] = match[1]
            del self.fields["number"]

    def keep(self, key: str, value: object) -> None:
        """Keep a value that no field holds, or none holds wholly."""
        self.kept.append(RawField(tag=key, value=pack(value)))

    def _not_understood(self, key: str, value: object, field: str) -> None:
        if not _says_something(value):
            return
        self.keep(key, value)
        self.diagnostics.report(
            "value-not-understood",
            f"{key} is {_shorten(pack(value))}, which is not understood; it is kept as an extra "
            "field",
            span=self.span,
            record=self.id,
            field=field,
        )


def _says_something(value: object) -> bool:
    """Say whether there is more in a value than empty texts, lists and objects."""
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    if isinstance(value, list):
        return any(map(_says_something, value))
    return value is not None and value is not False and value != ""


def _shorten(text: str) -> str:
    line = " ".join(text[: _SHOWN * 4].split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


_READERS: Final[dict[str, Callable[[_Reading, str, Any], None]]] = {
    **dict.fromkeys(("id", "type"), lambda *_: None),
    **dict.fromkeys(_FIELD_OF, _Reading.text),
    **dict.fromkeys(NAME_VARIABLES, _Reading.names),
    **dict.fromkeys(DATE_VARIABLES, _Reading.date),
    **dict.fromkeys(OTHER_TEXTS, _Reading.other),
    **dict.fromkeys(IDENTIFIERS.values(), _Reading.identifier),
    **dict.fromkeys(("ISBN", "ISSN"), _Reading.serial),
    "keyword": _Reading.keywords,
    "number-of-pages": _Reading.page_count,
    "page": _Reading.page,
    "page-first": _Reading.page_first,
}
