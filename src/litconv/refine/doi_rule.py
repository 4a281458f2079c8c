"""What a rule about the suffixes of DOIs is; `doi_match` names the tables that have them."""

from __future__ import annotations

from typing import Final, NamedTuple

# The parts of suffixes that several tables of rules have.
ISSN: Final = r"(?P<issn>\d{4}-?\d{3}[\dX])"
YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
VOLUME: Final = r"(?P<volume>\d{1,3})"
ISSUE: Final = r"(?P<issue>\d{1,2})"
PAGE: Final = r"(?P<page>[a-z]?\d{1,5})"


class Rule(NamedTuple):
    """One way to build a suffix; `code` is the journal where only one has such DOIs.

    `issn` says whether the ISSN is filled in: that of the electronic edition is not, because
    catalogues know journals by the other one. Up to the issue `early` (or the page `early_page`)
    a volume may be dated the year before, because it was online then. With `by_year` the volume
    follows from the year (or the guessed one) where the journal has one volume a year. The fields
    of `confirm` are filled in only where the record states the DOI's volume or first page too.
    """

    name: str
    publisher: str
    prefixes: str
    pattern: str
    example: str
    right: str
    code: str = ""
    issn: bool = False
    early: int = 1
    early_page: int = 0
    by_year: bool = False
    confirm: str = ""
