"""DataCite XML: a `resource` becomes the attributes that the REST API gives of the same DOI.

So both are read by the same rules (`work`). A text remembers its element, by which messages and
extra fields know their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from litconv.diagnostics import Diagnostics
from litconv.formats.datacite.work import Work
from litconv.model import Record
from litconv.reading.json_values import as_text
from litconv.reading.tagged import Item
from litconv.reading.xml import XmlDraft, cell, read_elements, text_of
from litconv.reading.xmlcut import Fragment
from litconv.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class _Placed(str):
    """A text that knows the element it comes from, for those that become a value of the draft."""

    __slots__ = ("element",)
    element: Element


def read_xml(source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
    """Yield one record for each `resource`, in whatever it is wrapped (OAI-PMH)."""
    for fragment, element in read_elements(
        source.pieces(), source.name, ("resource",), diagnostics
    ):
        yield _XmlWork(element, source.name, fragment, diagnostics).record()


class _XmlWork(Work):
    """One resource on its way to a record."""

    def __init__(
        self, resource: Element, file: str, fragment: Fragment, diagnostics: Diagnostics
    ) -> None:
        draft = XmlDraft("datacite", file, fragment, diagnostics)
        self.resource = resource
        super().__init__("datacite", _attributes(resource), draft.span(Item("", "")), diagnostics)
        self.draft = draft

    def item(self, key: str, value: object = ...) -> Item:
        """Give a value with its place: of its element, or else of the whole resource."""
        text = as_text(self.work.get(key) if value is ... else value)
        if isinstance(text, _Placed):
            return cell(text.element, str(text), key)
        return Item(key, text)


def _attributes(resource: Element) -> dict[str, Any]:
    """Give the attributes that the REST API gives of the same work."""
    found: dict[str, Any] = {}
    for one in resource:
        name = _RENAMED.get(one.tag, one.tag)
        read = _READ.get(one.tag)
        value = read(one) if read else _anything(one)
        if isinstance(value, list) and isinstance(found.get(name), list):
            found[name] += value
        elif value:
            found.setdefault(name, value)
    return found | _identifiers(resource)


def _identifiers(resource: Element) -> dict[str, Any]:
    """Give the DOI, the address and the other numbers of a resource."""
    numbers: list[dict[str, Any]] = []
    found: dict[str, Any] = {"identifiers": numbers}
    for one in resource.iterfind("identifier"):
        kind = one.get("identifierType", "DOI")
        if kind.upper() in {"DOI", "URL"}:
            found.setdefault(kind.lower(), _placed(one))
        else:
            numbers.append({"identifierType": kind, "identifier": _text(one)})
    for one in resource.iterfind("alternateIdentifiers/alternateIdentifier"):
        kind = one.get("alternateIdentifierType", "")
        if kind.upper() == "URL" and "url" not in found:
            found["url"] = _placed(one)
        else:
            numbers.append({"identifierType": kind, "identifier": _text(one)})
    return found


def _text(element: Element | None) -> str:
    """Give the text of an element; `<br/>` is a blank."""
    if element is None:
        return ""
    for one in element.iter("br"):
        one.tail = f" {one.tail or ''}"
    return text_of(element)


def _placed(element: Element) -> str:
    text = _Placed(_text(element))
    text.element = element
    return text


def _person(element: Element) -> dict[str, Any]:
    name = element.find(f"{element.tag}Name")
    numbers = [
        {"nameIdentifier": _text(one), "scheme": one.get("nameIdentifierScheme", "")}
        for one in element.iterfind("nameIdentifier")
    ]
    kind = name.get("nameType", "") if name is not None else ""
    if not kind and any(one["scheme"].upper() == "ORCID" for one in numbers):
        kind = "Personal"  # before version 4.1 nothing else tells; bodies have no ORCID iD
    return {
        "name": _text(name),
        "nameType": kind,
        "givenName": _text(element.find("givenName")),
        "familyName": _text(element.find("familyName")),
        "affiliation": [_text(one) for one in element.iterfind("affiliation")],
        "nameIdentifiers": numbers,
        "contributorType": element.get("contributorType", ""),
    }


def _people(element: Element) -> list[dict[str, Any]]:
    return [_person(one) for one in element if one.tag in {"creator", "contributor"}]


def _titles(element: Element) -> list[dict[str, Any]]:
    return [
        {"title": _text(one), "titleType": one.get("titleType", ""), "lang": one.get(_LANG, "")}
        for one in element
    ]


def _typed(name: str, kind: str) -> Callable[[Element], list[dict[str, Any]]]:
    """Give what reads a list of texts that have a kind each, both under their names in JSON."""
    return lambda element: [{name: _placed(one), kind: one.get(kind, "")} for one in element]


def _texts(element: Element) -> list[str]:
    return [_text(one) for one in element]


def _types(element: Element) -> dict[str, str]:
    return {
        "resourceTypeGeneral": element.get("resourceTypeGeneral", ""),
        "resourceType": _placed(element),
    }


def _numbers(element: Element) -> list[dict[str, Any]]:
    return [{"relatedIdentifier": _text(one), **_named(one)} for one in element]


def _related(element: Element) -> list[dict[str, Any]]:
    return [_related_item(one) for one in element]


def _related_item(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = _named(element)
    for one in element:
        if one.tag in {"creators", "contributors"}:
            found[one.tag] = [{"name": _text(name)} for name in one.iterfind("*/*[1]")]
        elif one.tag == "titles":
            found["titles"] = [{"title": _text(title)} for title in one]
        elif one.tag == "relatedItemIdentifier":
            found[one.tag] = {one.tag: _text(one), **_named(one)}
        elif text := _text(one):
            found[one.tag] = text
    return found


def _anything(element: Element) -> Any:  # noqa: ANN401 - what JSON can hold
    """Give an element that means nothing here: its text, or what is in it, with its attributes."""
    named = _named(element)
    if not len(element):
        text = _text(element)
        return {element.tag: text, **named} if named and text else text
    if not named and all(element.tag.startswith(one.tag) for one in element):  # `rightsList`
        return [value for one in element if (value := _anything(one))]
    return named | {one.tag: value for one in element if (value := _anything(one))}


def _named(element: Element) -> dict[str, str]:
    """Give the attributes that are DataCite's own."""
    return {str(key): str(value) for key, value in element.items() if not key.startswith("{")}


_RENAMED: Final = {"resourceType": "types"}
_READ: Final[dict[str, Callable[[Element], Any]]] = {
    "alternateIdentifiers": lambda _: None,  # see `_identifiers`
    "contributors": _people,
    "creators": _people,
    "dates": _typed("date", "dateType"),
    "descriptions": _typed("description", "descriptionType"),
    "formats": _texts,
    "identifier": lambda _: None,
    "language": _placed,
    "publicationYear": _text,
    "publisher": _placed,
    "relatedIdentifiers": _numbers,
    "relatedItems": _related,
    "resourceType": _types,
    "sizes": _texts,
    "subjects": lambda element: [{"subject": _text(one)} for one in element],
    "titles": _titles,
    "version": _placed,
}
