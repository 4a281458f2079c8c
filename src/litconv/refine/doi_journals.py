"""Journals by the codes and ISSNs in DOIs: `data/doi_journals.txt`, read when first needed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from litconv.data import table_lines

# The code at the front of a suffix: `s41586`, `j.susc`, `acs.nanolett`, `ecs2`.
_CODE: Final = re.compile(r"s\d{5}(?!\d)|[a-z]+(?:[.-][a-z]+)*[23]?(?=[\d._:/-])")

_LONGEST: Final = 3  # digits of a volume


class Journal(NamedTuple):
    """A journal; its volume plus `since` is the year, from volume `first` on; 0: it is not.

    With more volumes `a_year` the sum is to be divided. After the year `last` the code is that of a
    journal with another name, or the journal has another number of volumes.
    """

    name: str
    since: int = 0
    first: int = 1
    last: int = 9999
    a_year: int = 1

    def year(self, volume: str) -> int | None:
        """Give the year of a volume, where the journal has so many volumes a year."""
        if not self.since or len(volume) > _LONGEST or not volume.isdecimal():
            return None
        if int(volume) < self.first:
            return None
        year = (self.since + int(volume)) // self.a_year
        return year if year <= self.last else None

    def volume(self, year: int | None) -> str:
        """Give the volume of a year, where the journal has one volume a year, or ""."""
        if not (self.since and year) or self.a_year > 1 or year > self.last:
            return ""
        volume = year - self.since
        return str(volume) if volume >= self.first else ""


@lru_cache(maxsize=1)
def _journals() -> dict[str, dict[str, Journal]]:
    """Prefix → code → journal."""
    table: dict[str, dict[str, Journal]] = {}
    prefixes: list[str] = []
    for line in table_lines("doi_journals"):
        if line.startswith("@"):
            prefixes = line[1:].split()
            continue
        code, _, rest = line.partition(" = ")
        name, *numbers = rest.split(" | ")
        since, _, a_year = numbers[0].partition("/") if numbers else ("0", "", "")
        journal = Journal(name, int(since), *map(int, numbers[1:]))
        if a_year:
            journal = journal._replace(a_year=int(a_year))
        for prefix in prefixes:
            table.setdefault(prefix, {})[code] = journal
    return table


def journal_of(prefix: str, code: str) -> Journal | None:
    """Give the journal of a code, or of an ISSN with its hyphen."""
    return _journals().get(prefix, {}).get(code.lower())


def journal_in(prefix: str, suffix: str) -> Journal | None:
    """Give the journal whose code the suffix begins with."""
    known = _journals().get(prefix)
    found = _CODE.match(suffix.lower()) if known else None
    if not known or not found:
        return None
    code = found.group()
    while code not in known:
        shorter = re.sub(r"(?:[.-][a-z]+[23]?|[23])$", "", code)
        if shorter == code:
            return None
        code = shorter
    return known[code]
