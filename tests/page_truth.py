"""What a generated record page is known to say.

Text is held as the page prints it. Where that is all capitals, readers repair it, and how exactly
is not decided here: comparisons ignore case then, and only then (see `same_text`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["related", "references"]

KNOWN = ("number", "kind", "title", "authors", "journal", "year", "volume", "issue", "pages", "doi")
"""The facts of a listed work that are compared, unless the work says that fewer are certain."""


@dataclass(frozen=True, slots=True)
class Person:
    """One author: the printed line, its parts, and the numbers of the affiliations marked."""

    printed: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a work appeared; `issue` is normalised (`4`), `issue_printed` is not (`04`).

    `end` is what the page prints after the first page: a page, `&`, `+`, or nothing.
    """

    journal: str = ""
    year: int | None = None
    volume: str = ""
    issue_printed: str = ""
    first: str = ""
    end: str = ""

    @property
    def issue(self) -> str:
        """The issue without its leading zeros."""
        return self.issue_printed.lstrip("0")

    @property
    def last(self) -> str:
        """The last page, empty where the page says `&` or `+`."""
        return "" if self.end in {"&", "+"} else self.end


@dataclass(frozen=True, slots=True)
class Work:
    """A listed work; `shape` says how the page prints it, `raw` is the text of a raw string.

    `run_on` holds title and journal where the page prints them with no mark between.
    """

    number: str
    kind: Kind
    shape: str
    title: str = ""
    authors: tuple[Person, ...] = ()
    source: Source = Source()
    doi: str = ""
    raw: str = ""
    run_on: bool = False
    known: tuple[str, ...] = KNOWN


@dataclass(frozen=True, slots=True)
class Paper:
    """The main record and its list; `links` is None where the page leaves them open."""

    title: str
    authors: tuple[Person, ...] = ()
    affiliations: tuple[str, ...] = ()
    links: tuple[tuple[str, ...], ...] | None = ()
    source: Source = Source()
    count: int | None = None
    doi: str = ""
    keywords: tuple[str, ...] = ()
    classes: tuple[tuple[str, str], ...] = ()
    disciplines: tuple[str, ...] = ()
    times_cited: int | None = None
    abstract: str = ""
    copyright: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    works: tuple[Work, ...] = ()
    chinese: bool = False


def same_text(expected: str, got: str) -> bool:
    """Compare exactly, or without regard to case where the page prints capitals."""
    return expected.casefold() == got.casefold() if expected.isupper() else expected == got
