"""What an entry gets from others: `crossref` (its book, its proceedings) and biblatex's `xdata`.

biblatex's rules (its manual, appendix B, "Default Inheritance Setup"): the title of a book is the
`booktitle` of its parts, that of a periodical the `journaltitle`, that of several volumes the
`maintitle`; what only says how to print an entry is not handed down. BibTeX hands down every
field under its own name; where both differ the child's own fields, then `booktitle`, go first, so
that parents written for BibTeX (`title` and `booktitle` alike) give the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from litconv.formats.bibtex.scan import Block, Field

Parents = dict[str, tuple[str, list[Field]]]
"""Key in small letters → entry type and fields of an entry that others refer to."""

_REFERENCE: Final = re.compile(
    r"(?:crossref|xdata)\s*=\s*(?:\{([^{}]*)\}|\"([^\"{}]*)\"|([\w:.+/-]+))", re.IGNORECASE
)
_DEEPEST: Final = 10
_NOT_INHERITED: Final = frozenset(
    """ids crossref xref entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro shorttitle sortkey
    sortname sorttitle sortyear xdata key file timestamp owner abstract keywords pages""".split()
)
_PARTS: Final = frozenset(
    """inbook incollection inproceedings bookinbook suppbook suppcollection conference
    inreference""".split()
)
_TITLES: Final = ("title", "subtitle", "titleaddon")
_DATES: Final = frozenset(("date", "year", "month", "day"))


def referred_keys(text: str) -> frozenset[str]:
    """Give the keys, in small letters, that some entry refers to."""
    return frozenset(
        key.strip().lower()
        for match in _REFERENCE.finditer(text)
        for key in (match[1] or match[2] or match[3] or "").split(",")
        if key.strip()
    )


def parents_among(blocks: Iterable[Block], keys: frozenset[str]) -> Parents:
    """Give the entries that others refer to; the first of several with one key counts."""
    found: Parents = {}
    for block in blocks:
        key = block.key.lower()
        if key in keys and block.fields is not None and key not in found:
            found[key] = (block.word, block.fields)
    return found


class Inheritance:
    """Completes entries by what they inherit."""

    def __init__(self, parents: Parents) -> None:
        self._parents = parents
        self._whole: dict[str, list[Field]] = {}
        self._open: set[str] = set()

    def complete(self, word: str, fields: list[Field]) -> tuple[list[Field], list[Field]]:
        """Give the fields, inherited ones behind, and the references that lead nowhere."""
        references = [one for one in fields if one.tag in ("crossref", "xdata")]
        if not references:
            return fields, []
        missing: list[Field] = []
        whole = list(fields)
        for reference in references:
            for key in dict.fromkeys(one.strip() for one in reference.value.split(",")):
                name = key.strip('"{}').lower()
                if name not in self._parents:
                    missing.append(replace(reference, value=key))
                    continue
                inherited = self._fields_of(name)
                if reference.tag == "crossref":
                    inherited = _renamed(word, self._parents[name][0], inherited)
                _add(whole, inherited)
        return whole, missing

    def _fields_of(self, key: str) -> list[Field]:
        """Give the fields of a parent with those that it inherits; found once, however it is named.

        A parent that is its own parent has no more than its own fields, as has one that is too far.
        """
        word, fields = self._parents[key]
        if key in self._whole:
            return self._whole[key]
        if key in self._open or len(self._open) > _DEEPEST:
            return fields
        self._open.add(key)
        whole, _ = self.complete(word, fields)
        self._open.remove(key)
        self._whole[key] = whole
        return whole


def _add(fields: list[Field], inherited: list[Field]) -> None:
    known = {one.tag for one in fields if one.value.strip()}
    if known & {"journal", "journaltitle"}:
        known |= {"journal", "journaltitle"}
    if known & {"date", "year"}:
        known |= _DATES
    fields += [one for one in inherited if one.tag not in known]


def _renamed(word: str, parent: str, fields: list[Field]) -> list[Field]:
    """Give a parent's fields under the names they have in the child."""
    kept = [one for one in fields if one.tag not in _NOT_INHERITED]
    names = {one.tag for one in kept}
    if word in _PARTS:
        titles = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
        if "booktitle" in names:  # written for BibTeX, which knows no mapping
            kept = [one for one in kept if one.tag not in _TITLES]
        renamed = [_rename(one, titles) for one in kept]
        books = parent in {"book", "collection", "reference", "mvbook"}
        if word in {"inbook", "bookinbook", "suppbook"} and books:
            renamed += [replace(one, tag="bookauthor") for one in kept if one.tag == "author"]
        elif word in {"incollection", "inproceedings"}:
            renamed = [one for one in renamed if one.tag != "author"]
        return renamed
    if parent == "periodical":
        titles = {"title": "journaltitle", "subtitle": "journalsubtitle"}
        return [_rename(one, titles) for one in kept if one.tag != "titleaddon"]
    if parent.startswith("mv"):
        titles = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
        return [_rename(one, titles) for one in kept]
    return kept


def _rename(field: Field, names: dict[str, str]) -> Field:
    return replace(field, tag=names.get(field.tag, field.tag))
