"""Extra fields of a record that have a field of their own in BibTeX or biblatex.

* CSL variables that no field of the model holds: `version`, `library` for the call number,
  `volumes`, `origdate`. biblatex gets only those that its data model has for the entry type.
* Fields that the record was read with from a BibTeX file and that mean nothing to litconv (`file`,
  `groups`, `owner`) come back under their own names, in both formats: the user had them there, and
  biber ignores what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from litconv.csl.items.kept import unpack
from litconv.csl.items.variables import OTHER_DATES
from litconv.model import RawField, Record
from litconv.text.edtf import date_to_edtf
from litconv.text.latex.encode import is_balanced
from litconv.text.oneline import one_line
from litconv.text.patterns import late

OWN: Final = frozenset({"bibtex", "biblatex"})
# CSL variable → field in BibTeX and biblatex.
VARIABLES: Final = {
    "annote": ("annote", "annotation"),
    "archive": ("archive", ""),
    "call-number": ("library", "library"),
    "chapter-number": ("chapter", "chapter"),
    "number-of-pages": ("pagetotal", "pagetotal"),
    "number-of-volumes": ("volumes", "volumes"),
    "original-date": ("origdate", "origdate"),
    "original-publisher": ("origpublisher", "origpublisher"),
    "original-publisher-place": ("origlocation", "origlocation"),
    "original-title": ("origtitle", "origtitle"),
    "part": ("part", "part"),
    "source": ("source", ""),
    "version": ("version", "version"),
}
# Addresses and paths: no LaTeX.
_VERBATIM: Final = frozenset(("file", "pdf", "ee", "bdsk-url-1", "bdsk-url-2"))
_FIELD: Final = late(r"[a-z][a-z0-9_+:.-]*", re.IGNORECASE)
OTHERS: Final = "-others"  # the tag of a cut list: `author-others`
# What a series numbers.
_NUMBERED: Final = frozenset(
    """book booklet collection inbook incollection inproceedings inreference manual
    proceedings""".split()
)


def own_field(raw: RawField, record: Record, type_: str, *, biblatex: bool) -> tuple[str, str]:
    """Give the field for an extra field and its plain text; two empty texts if it has none."""
    if raw.tag == "collection-number" and type_ in _NUMBERED and record.collection_title:
        return "number", _text(raw)
    if raw.tag in VARIABLES:
        return VARIABLES[raw.tag][biblatex], _text(raw)
    if record.origin and record.origin.format in OWN and _FIELD.fullmatch(raw.tag):
        return raw.tag, raw.value
    return "", ""


def field_text(name: str, text: str, escape: Callable[[str], str]) -> str:
    r"""Give the value as it stands in the file; paths (`C\:\\works.pdf`) are no LaTeX."""
    if name in _VERBATIM and one_line(text) == text and is_balanced(text):
        return text
    return escape(text)


def _text(raw: RawField) -> str:
    value: Any = unpack(raw.value)
    if raw.tag in OTHER_DATES:
        from litconv.csl.items.dates import (  # noqa: PLC0415 - most files have none of these dates
            date_from_csl,
        )

        date, _ = date_from_csl(value)
        return (date_to_edtf(date) or date.literal) if date else ""
    return value if isinstance(value, str) else ""
