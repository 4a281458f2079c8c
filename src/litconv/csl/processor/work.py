"""The item being rendered: its fields made ready, and what has been printed so far.

Cures of citeproc-py, before it sees the item: variables that citeproc-js reads from `note`
(`original-date: 1999` on a line of its own), dates and names in any shape, unknown types and
variables that crash, `shortTitle` and `journalAbbreviation`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from litconv.csl.processor.datevalues import DateValue, read_date
from litconv.csl.processor.disambiguate import PLAIN
from litconv.csl.processor.numbers import LEGAL_TYPES
from litconv.csl.processor.people import Person, people
from litconv.csl.processor.richtext import clean, parse

if TYPE_CHECKING:
    from litconv.csl.processor.names import NamesNode
    from litconv.csl.processor.repeats import Author, Repeats

NAME_VARIABLES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator""".split()
)
DATE_VARIABLES = frozenset(
    "accessed available-date event-date issued original-date submitted".split()
)
_FAMILY_FIRST = frozenset(("zh", "ja"))
_VERBATIM = frozenset(("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "language"))
_ALIASES = {
    "title-short": ("shortTitle",),
    "container-title-short": ("journalAbbreviation",),
    "page-first": (),
}
_NOTE_LINE = re.compile(r"^([a-z]+(?:[-_][a-z]+)*|[A-Z]{2,}): *(\S.*)$")
_NOTE_BRACED = re.compile(r"\{:([\w-]+):([^{}]*)\}")
_DOI_HEAD = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NO_NOTE = frozenset(("note", "id", "language", "annote", "abstract", "keyword"))


def with_note(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the item with the variables that its note holds; what the item has already stays.

    Only lines at the note's start count (its first line may be ordinary text), and `{:name: text}`
    anywhere; the type may be changed by such a line.
    """
    data = dict(item)
    note = data.get("note")
    if not isinstance(note, str) or ":" not in note:
        return data
    found: list[tuple[str, str]] = _NOTE_BRACED.findall(note)
    for index, line in enumerate(note.splitlines()):
        match = _NOTE_LINE.match(line.strip())
        if match:
            found.append((match[1], match[2]))
        elif index and line.strip():
            break
    fresh: set[str] = set()
    for name, value in found:
        _set(data, name, value.strip(), fresh)
    return data


def _set(data: dict[str, Any], name: str, value: str, fresh: set[str]) -> None:
    if name == "type":
        data["type"] = value
    elif name in NAME_VARIABLES:
        if name in data and name not in fresh:
            return
        family, bars, given = value.partition("||")
        one = {"family": family.strip(), "given": given.strip()} if bars else {"literal": value}
        data[name] = [*(data[name] if name in fresh else []), one]
        fresh.add(name)
    elif name in DATE_VARIABLES:
        data[name] = {"raw": value}
    elif name not in _NO_NOTE and (name not in data or data[name] in ("", None, [], {})):
        data[name] = value


class Work:
    """One item on its way through the style.

    `called`, `printed` and `fixed` belong to the group being rendered: a variable was called, one
    of them printed, a term or value was printed. `begun` says that the reference has begun;
    `done` are the variables used up by a substitution. `shown` is what tells it from others of the
    list, `repeats` and `author` what the entry before has to do with its names, `named` collects
    the names of a citation.
    """

    __slots__ = (
        "_cache",
        "_present",
        "area",
        "author",
        "begun",
        "called",
        "data",
        "disambiguate",
        "done",
        "english",
        "family_first",
        "fixed",
        "in_citation",
        "legal",
        "locator_label",
        "named",
        "names_model",
        "number",
        "positions",
        "printed",
        "repeats",
        "shown",
        "sort_options",
        "sorting",
        "substituting",
        "suffixed",
        "type",
    )

    def __init__(
        self, item: Mapping[str, Any], *, area: str = "bibliography", english: bool = True
    ) -> None:
        self.data = with_note(item)
        self.type = str(self.data.get("type") or "document")
        language = str(self.data.get("language") or "").lower()
        self.legal = self.type in LEGAL_TYPES
        self.english = language.startswith("en") if language else english
        self.area = area
        self._cache: dict[str, Any] = {}
        self._present: dict[str, bool] = {}
        self.in_citation = area == "citation"
        self.locator_label = ""
        self.positions: tuple[str, ...] = ()
        self.number = 0
        self.shown = PLAIN
        self.author: Author | None = None
        self.repeats: Repeats | None = None
        self.named: list[tuple[Person, ...]] | None = None
        self.family_first = language[:2] in _FAMILY_FIRST
        self.reset()

    def reset(self) -> None:
        """Forget what was printed, keep the fields."""
        self.called = self.printed = self.fixed = self.begun = False
        self.done: set[str] = set()
        self.substituting = 0
        self.suffixed = False
        self.sorting = False
        self.sort_options: dict[str, Any] | None = None
        self.names_model: NamesNode | None = None

    def raw(self, name: str) -> str:
        """Give a variable's text as the item has it."""
        if name == "citation-number":
            return str(self.number) if self.number else ""
        value = self.data.get(name)
        if value is None or value == "":
            for alias in _ALIASES.get(name, ()):
                value = self.data.get(alias)
                if value:
                    break
        if name == "page-first" and not value:
            page = " ".join(self.raw("page").split())
            return re.split(r"\s*[-–—,&]", page, maxsplit=1)[0]
        if isinstance(value, str):
            return value
        if isinstance(value, bool) or value is None or isinstance(value, (list, dict)):
            return ""
        return str(value)

    def text(self, name: str) -> str:
        """Give a variable's text with its rich text as marks."""
        cached = self._cache.get(name)
        if cached is None:
            raw = self.raw(name)
            if name in _VERBATIM:
                cached = clean(raw).strip()
                if name == "DOI":
                    cached = _DOI_HEAD.sub("", cached)
            else:
                cached = parse(raw) if raw else ""
            self._cache[name] = cached
        return str(cached)

    def has(self, name: str) -> bool:
        """Say whether the item has something to say in this variable."""
        found = self._present.get(name)
        if found is None:
            if name in DATE_VARIABLES:
                found = self.date(name) is not None
            else:
                found = bool(self.people(name) if name in NAME_VARIABLES else self.raw(name))
            self._present[name] = found
        return found

    def date(self, name: str) -> DateValue | None:
        """Give a date variable."""
        key = f"date {name}"
        if key not in self._cache:
            self._cache[key] = read_date(self.data.get(name))
        found: DateValue | None = self._cache[key]
        return found

    def people(self, name: str) -> tuple[Person, ...]:
        """Give a name variable."""
        key = f"names {name}"
        if key not in self._cache:
            self._cache[key] = self._people(name)
        found: tuple[Person, ...] = self._cache[key]
        return found

    def _people(self, name: str) -> tuple[Person, ...]:
        value = self.data.get(name)
        return people(value) if value else ()
