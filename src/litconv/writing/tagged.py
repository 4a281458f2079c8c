"""What writers of one tag a line share: the lines of a record, and which facts they hold.

`Lines` takes a tag, a value and the kinds of facts (`litconv.writing.facts`) that the value says;
whatever kind was never said is then known to be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import Date, ItemType, Name, PartialDate, RawField, Record
from litconv.text.names import MAX_GIVEN_WORDS, parse_name
from litconv.text.oneline import one_line
from litconv.text.script import has_han
from litconv.text.serials import national_number
from litconv.writing.facts import Fact, facts
from litconv.writing.losses import notes_of

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SEASONS: Final = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}
_COMMA: Final = re.compile("[,，、]")
_SUPERVISOR: Final = re.compile(r"(?:导师|Supervisor): (\S.*)")
_EARLIEST: Final = 1000
_LATEST: Final = 2199


class Lines:
    """The lines of one record, and the facts that they hold: kinds, or the notes of single ones."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.lines: list[tuple[str, str]] = []
        self.held: set[str] = set()

    def add(self, tag: str, value: str, *kinds: str) -> None:
        """Add a line, if there is a value; it says the facts of these kinds."""
        if value:
            text = one_line(value)
            if text:
                self.lines.append((tag, text))
                self.held.update(kinds)

    def hold(self, *kinds: str) -> None:
        """Say that facts of these kinds need no line of their own."""
        self.held.update(kinds)

    def has(self, tag: str) -> bool:
        """Say whether there is a line of this tag."""
        return any(one == tag for one, _ in self.lines)

    def people(self, tags: dict[str, str]) -> None:
        """Add the names whose role has a tag, and `et al.` where the source cut their list."""
        for person in self.record.contributors:
            if tag := tags.get(person.role):
                self.add(tag, name_line(person.name), person.role)
        for raw in self.record.extra:
            if raw.tag.endswith("-others") and (tag := tags.get(raw.tag.removesuffix("-others"))):
                self.add(tag, "et al.", f"extra.{raw.tag}")

    def affiliations(self, tag: str) -> None:
        """Add one line with all bodies; who belongs to which is held only if there is one body."""
        linked = (one for person in self.record.contributors for one in person.name.affiliations)
        texts = (one_line(one) for one in (*self.record.affiliations, *linked))
        bodies = [one for one in dict.fromkeys(texts) if one]
        self.add(tag, "; ".join(bodies), "affiliations")
        if len(bodies) == 1:
            self.hold("person-affiliations")

    def dates(self, year_tag: str, day_tag: str) -> None:
        """Add the date of issue: the year under one tag, what is known beside it under another."""
        date = self.record.issued
        if date is None:
            return
        year, day, parts = date_lines(date)
        kinds = ("issued", *(f"issued.{part}" for part in parts))
        self.add(year_tag, year, *kinds)
        self.add(day_tag, day, *kinds)

    def accessed(self, tag: str) -> None:
        """Add the date of access."""
        date = self.record.accessed
        if date and date.start:
            self.add(tag, date.start.iso, "accessed", "accessed.month", "accessed.day")
        elif date:
            self.add(tag, date.literal, "accessed", "accessed.literal")

    def keywords(self, tag: str) -> None:
        """Add the keywords, one a line; a comma would divide the only one, so `;` ends it."""
        words = self.record.keywords
        for word in words:
            alone = len(words) == 1 and _COMMA.search(word)
            self.add(tag, f"{word};" if alone else word, "keywords")

    def notes(self, tag: str, supervisor_tag: str) -> None:
        """Add the lines of the note; the supervisor of a thesis has a tag of its own."""
        thesis = self.record.type is ItemType.THESIS
        for text in self.record.note.split("\n"):
            if thesis and (supervisor := _SUPERVISOR.fullmatch(text)):
                self.add(supervisor_tag, supervisor[1], "note")
            else:
                self.add(tag, text, "note")

    def other_numbers(self, national_tag: str, accession_tag: str) -> None:
        """Add the first 国内统一刊号 and the first number of a database."""
        for one in self.record.identifiers.other:
            note = f"{one.scheme}: {one.value}"
            if one.scheme == "CN" and national_number(one.value) and not self.has(national_tag):
                self.add(national_tag, one.value, note)
            elif not self.has(accession_tag) and (
                one.scheme == "accession" or (one.scheme == "WOS" and one.value.startswith("WOS:"))
            ):
                self.add(accession_tag, one.value, note)

    def kept(self, tag: str, raw: RawField) -> None:
        """Add what the record has kept without a field, unless its tag says another fact."""
        if tag and (raw.tag == tag or not self.has(tag)):
            self.add(tag, raw.value, f"{raw.tag}: {raw.value}")

    def serials(self) -> str:
        """Give ISBNs and ISSNs in one value."""
        known = self.record.identifiers
        return " ".join((*known.isbn, *known.issn))

    def write(
        self,
        first: tuple[str, ItemType],
        note_tag: str,
        diagnostics: Diagnostics,
        *,
        title: str,
        extras: bool,
    ) -> None:
        """Report what no line holds, or add it as notes.

        `first` is the name written for the type and the type it reads as; `title` the format's.
        """
        missing = self._missing(first)
        for note in notes_of(self.record, missing, diagnostics, extras=extras, format_title=title):
            self.add(note_tag, note)

    def _missing(self, first: tuple[str, ItemType]) -> list[Fact]:
        held, record = self.held, self.record
        missing = [one for one in facts(record) if one.kind not in held and one.note not in held]
        if first[1] is not record.type:
            missing.insert(0, Fact("type", "type", f"Type: {record.type}"))
        return missing

    def text(self, order: dict[str, int], prefix: str = "") -> str:
        """Give the record's text, its lines in order."""
        last = len(order)
        lines = sorted(self.lines, key=lambda line: order.get(line[0], last))
        return "".join([f"{prefix}{tag} {value}\n" for tag, value in lines])


def name_line(name: Name) -> str:
    """Give `Family, Given, Suffix`, a body with a comma behind it, a Chinese name as one word.

    The particle stands before the family name, the dropping one behind the given name. A Chinese
    name that one word would divide otherwise gets a blank.
    """
    if literal := one_line(name.literal):
        return literal if " " not in literal or has_han(literal) else f"{literal},"
    family, given = one_line(name.full_family), one_line(f"{name.given} {name.dropping_particle}")
    suffix = one_line(name.suffix)
    if has_han(family) and has_han(given) and not suffix:
        parsed = parse_name(family + given)
        same = parsed is not None and (parsed.family, parsed.given) == (family, given)
        return family + given if same else f"{family} {given}"
    if family and given:
        whole = ", ".join(part for part in (family, given, suffix) if part)
        # More words than a given name has are read as a body's.
        return f"{whole}," if len(given.split()) > MAX_GIVEN_WORDS else whole
    whole = one_line(f"{family or given} {suffix}")
    return f"{whole}," if " " in whole and not has_han(whole) else whole


def date_lines(date: Date) -> tuple[str, str, tuple[str, ...]]:
    """Give a date as a year and as a day, with the parts of it that these two say.

    `2004`, `2004-09-30` · `2004`, `2004 Sep 30-Oct 2` · `1998-1999`, `` · `2008`, `Spring 2008`.
    """
    start, end = date.start, date.end
    if start is None:
        return date.literal, "", ("literal",)
    if start.month:
        return _month_lines(start, end)
    year = f"{start.year:04d}"
    usual = _EARLIEST <= start.year <= _LATEST
    if date.season in _SEASONS and usual:
        return year, f"{_SEASONS[date.season]} {year}", ("season",)
    if end and not end.month and usual and start.year < end.year <= _LATEST:
        return f"{year}-{end.year}", "", ("end",)
    return (f"c. {year}", "", ("circa",)) if date.circa and usual else (year, "", ())


def _month_lines(start: PartialDate, end: PartialDate | None) -> tuple[str, str, tuple[str, ...]]:
    year = f"{start.year:04d}"
    if end and _is_range(start, end):
        return year, _range_words(start, end), ("month", "day", "end")
    return year, start.iso, ("month", "day")


def _is_range(start: PartialDate, end: PartialDate) -> bool:
    """Say whether words can tell the end: it comes later, and has a day only if the start has."""
    if not end.month or (end.day is not None) != (start.day is not None):
        return False
    return start.year >= _EARLIEST and end.year <= _LATEST and start.parts < end.parts


def _range_words(start: PartialDate, end: PartialDate) -> str:
    first = f"{start.year} {_MONTHS[(start.month or 1) - 1]} {start.day or ''}".rstrip()
    last = f"{_MONTHS[(end.month or 1) - 1]} {end.day or ''}".rstrip()
    return f"{first}-{last}" if end.year == start.year else f"{first}-{end.year} {last}"


def order_of(tags: Iterable[str]) -> dict[str, int]:
    """Give the place of each tag."""
    return {tag: place for place, tag in enumerate(tags)}
