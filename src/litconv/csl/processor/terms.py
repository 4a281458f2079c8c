"""The terms, dates and options of a locale, worked out once per style.

citeproc-py looks each term up by XPath for every item, and gives up when the asked form is not
there; CSL lets `verb-short` fall back to `verb`, `symbol` to `short`, and these to the long form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from litconv.csl.processor.richtext import Quotes, clean

if TYPE_CHECKING:
    from litconv.csl.processor.nodes import Node

_NS = "{http://purl.org/net/xbiblio/csl}"
_FALLBACK = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}
_TEN, _HUNDRED, _LAST_LONG_ORDINAL = 10, 100, 10


class DatePart(NamedTuple):
    """A `cs:date-part` as plain values."""

    name: str
    attributes: Mapping[str, str]


class DateForm(NamedTuple):
    """A `cs:date` of a locale: its parts in order and its delimiter."""

    parts: tuple[DatePart, ...]
    delimiter: str


def read_parts(element: Any) -> tuple[DatePart, ...]:  # noqa: ANN401 (lxml has no types)
    """Give the date-parts below a `cs:date`."""
    return tuple(
        DatePart(part.get("name", ""), dict(part.attrib))
        for part in element.findall(f"{_NS}date-part")
    )


class Terms:
    """What a list of locale elements, most specific first, says."""

    def __init__(self, locales: Iterable[Node]) -> None:
        self._terms: dict[tuple[str, str], tuple[str, str]] = {}
        self._ordinals: dict[str, str] = {}
        self.dates: dict[str, DateForm] = {}
        self.options = {"punctuation-in-quote": "false", "limit-day-ordinals-to-day-1": "false"}
        self._cache: dict[tuple[str, str, bool], str | None] = {}
        for locale in reversed(list(locales)):
            self._read(locale)
        self.quotes = Quotes(
            self.get("open-quote") or "“",
            self.get("close-quote") or "”",
            self.get("open-inner-quote") or "‘",
            self.get("close-inner-quote") or "’",
        )

    def _read(self, locale: Any) -> None:  # noqa: ANN401 (lxml has no types)
        options = locale.find(f"{_NS}style-options")
        if options is not None:
            self.options.update(options.attrib)
        for date in locale.findall(f"{_NS}date"):
            self.dates[date.get("form")] = DateForm(read_parts(date), date.get("delimiter", ""))
        terms = locale.findall(f"{_NS}terms/{_NS}term")
        ordinals = [term for term in terms if term.get("name", "").startswith("ordinal")]
        if ordinals:  # a locale that defines ordinals replaces those of its fallback altogether
            self._ordinals = {}
        for term in terms:
            self._read_term(term)

    def _read_term(self, term: Any) -> None:  # noqa: ANN401 (lxml has no types)
        name = term.get("name", "")
        single, multiple = term.find(f"{_NS}single"), term.find(f"{_NS}multiple")
        texts = (
            clean((term if single is None else single).text or ""),
            clean((term if multiple is None else multiple).text or ""),
        )
        if name.startswith("ordinal"):
            gender = term.get("gender-form", "")
            self._ordinals.setdefault(f"{name}:{term.get('match', '')}:{gender}", texts[0])
            self._ordinals.setdefault(name, texts[0])
            return
        self._terms[name, term.get("form", "long")] = texts

    def get(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """Give a term in its form or the form it falls back to; None when there is none."""
        key = (name, form, plural)
        if key not in self._cache:
            self._cache[key] = self._find(name, form, plural=plural)
        return self._cache[key]

    def _find(self, name: str, form: str, *, plural: bool) -> str | None:
        for one in _FALLBACK.get(form, ("long",)):
            if (name, one) in self._terms:
                return self._terms[name, one][plural]
        return None

    def ordinal(self, number: int) -> str:
        """Give the number as an ordinal, such as `2nd` or `2e`."""
        return f"{number}{self._suffix(number)}"

    def _suffix(self, number: int) -> str:
        if number >= _TEN:
            name = f"ordinal-{number % _HUNDRED:02d}"
            if name in self._ordinals and (number % _HUNDRED >= _TEN):
                return self._ordinals[name]
        name = f"ordinal-{number % _TEN:02d}"
        whole = f"{name}:whole-number:" in self._ordinals or any(
            key.startswith(f"{name}:whole-number") for key in self._ordinals
        )
        if name in self._ordinals and not (whole and number >= _TEN):
            return self._ordinals[name]
        return self._ordinals.get("ordinal", "")

    def long_ordinal(self, number: int) -> str:
        """Give `second`; above ten the short ordinal."""
        if number <= _LAST_LONG_ORDINAL:
            term = self.get(f"long-ordinal-{number:02d}")
            if term:
                return term
        return self.ordinal(number)
